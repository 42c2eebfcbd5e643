"""What a graph holds, in numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graphkit.ontology.nodes import NODE_TYPES, RECORD_LABELS
from graphkit.stores.base import Meta, Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """`record`, `entities` and `relationships` count by label or by "TYPE status"; `meta` is None for an empty graph."""

    address: str
    meta: Meta | None
    record: Mapping[str, int]
    entities: Mapping[str, int]
    relationships: Mapping[str, int]


def status(store: Store) -> Status:
    """Return how much of what the graph holds, and with what it was made."""
    counts = store.counts()
    labels = [node.label for node in NODE_TYPES]
    record = [label for label in RECORD_LABELS if label not in ("Meta", "Shingle")]
    rest = {name: count for name, count in counts.items() if name not in (*labels, *RECORD_LABELS)}
    return Status(
        address=store.address,
        meta=store.meta(),
        record={label: counts.get(label, 0) for label in record},
        entities={label: counts.get(label, 0) for label in labels},
        relationships=dict(sorted(rest.items())),
    )
