"""What a database holds before a graph is put into it: looked at, never touched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graphkit.ontology.nodes import RECORD_LABELS
from graphkit.stores import statements as s
from graphkit.stores.connection import Connection
from graphkit.stores.opening import Credentials, connect
from graphkit.stores.schema import MIGRATIONS

_OURS = s.PREFIXES | s.RECORD_PREFIXES | {"Meta": "meta:"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """`schema`: the version of the graph that is there, None if there is none. `missing`: constraints and indexes
    that opening a graph would create. `ours`: nodes of the graph by label. Of other people's data: `foreign` nodes
    and `foreign_types` relationships under other names, which are never touched; `mixed` nodes and relationships
    under our names, which are not touched either but come back in questions; `clashing` labels and types with
    repeated keys, for which the constraint, and so the graph, cannot be made.
    """

    address: str
    schema: int | None
    missing: tuple[str, ...]
    ours: Mapping[str, int]
    foreign: Mapping[str, int]
    foreign_types: Mapping[str, int]
    mixed: Mapping[str, int]
    clashing: tuple[str, ...]

    @property
    def usable(self) -> bool:
        """Whether a graph can be made there."""
        return not self.clashing


def inspect(address: str, credentials: Credentials | None = None) -> Inspection:
    """Look at the database at `address`, without making anything there.

    Raises:
        StoreError: it cannot be opened; see `graphkit.stores.opening.open_store`.
    """
    connection = connect(address, credentials)
    try:
        meta = connection.read(s.READ_META, {"key": s.META})
        return Inspection(
            address=address,
            schema=meta[0]["props"].get("schema") if meta else None,
            missing=_missing(connection),
            ours=_by_label(connection, ours=True),
            foreign=_counted(connection, s.FOREIGN_NODES, {"ours": sorted({*_OURS, *RECORD_LABELS})}),
            foreign_types=_counted(connection, s.FOREIGN_TYPES, {"ours": sorted({*s.EDGE_TYPES, *s.RECORD_TYPES})}),
            mixed=_by_label(connection, ours=False) | _mixed_types(connection),
            clashing=_clashing(connection),
        )
    finally:
        connection.close()


def _missing(connection: Connection) -> tuple[str, ...]:
    there = {row["name"] for text in (s.CONSTRAINT_NAMES, s.INDEX_NAMES) for row in connection.read(text, {})}
    return tuple(made.name for step in MIGRATIONS for made in step.makes if made.name not in there)


def _counted(connection: Connection, text: str, params: dict[str, object]) -> dict[str, int]:
    found = {row["name"]: row["many"] for row in connection.read(text, params)}
    return {name: found[name] for name in sorted(found)}


def _by_label(connection: Connection, *, ours: bool) -> dict[str, int]:
    many: dict[str, int] = {}
    for label, prefix in _OURS.items():
        text = s.count_nodes(label) if ours else s.count_strangers(label)
        many[label] = connection.read(text, {"prefix": prefix})[0]["many"]
    return {label: many[label] for label in sorted(many) if many[label]}


def _mixed_types(connection: Connection) -> dict[str, int]:
    many = {type_: connection.read(s.count_strange_edges(type_), {})[0]["many"] for type_ in s.EDGE_TYPES}
    return {type_: many[type_] for type_ in sorted(many) if many[type_]}


def _clashing(connection: Connection) -> tuple[str, ...]:
    labels = [label for label in _OURS if connection.read(s.repeated_keys(label), {})[0]["many"]]
    types = [type_ for type_ in s.EDGE_TYPES if connection.read(s.repeated_edge_keys(type_), {})[0]["many"]]
    return tuple(sorted(labels + types))
