"""The reading half of the store, over any way to run a statement."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, TypeVar

from graphkit.model.claims import Claim
from graphkit.model.graph import Edge, Entity
from graphkit.model.identity import Judgement
from graphkit.model.text import Outlet
from graphkit.stores import rows
from graphkit.stores import statements as s
from graphkit.stores.base import Filed, Link, Meta, Row
from graphkit.stores.connection import Run

T = TypeVar("T")
CHUNK = 500  # nodes read at a time: their records make some 0.5 MB
BATCH = 1_000  # rows written at a time; 1,000 to 5,000 were equally fast on both engines


PREFIXES = s.PREFIXES | s.RECORD_PREFIXES


def ours(keys: Iterable[str], *labels: str) -> list[str]:
    """The keys that can be of these labels, sorted, each once: a node with another key is somebody else's."""
    prefixes = tuple(PREFIXES[label] for label in labels)
    return sorted({key for key in keys if key.startswith(prefixes)})


def chunks(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """`items` in lists of `size`, the last one shorter."""
    rest = iter(items)
    while chunk := list(islice(rest, size)):
        yield chunk


class CypherReader:
    """Reads nouns through `run`. Keys are sorted here, by code point: each engine has an order of its own."""

    def __init__(self, run: Run) -> None:
        self._run = run

    def meta(self) -> Meta | None:
        props = self._meta()
        if "min_confidence" not in props:
            return None
        return Meta(schema=props["schema"], ontology=props["ontology"], min_confidence=props["min_confidence"])

    def articles(self, keys: Iterable[str] | None = None) -> Iterator[Filed]:
        for row in self._by_key(keys, "Article", s.READ_ARTICLES):
            yield rows.filed_from(row)

    def outlets(self) -> Iterator[Outlet]:
        for row in self._by_key(None, "Outlet", s.read_records("Outlet")):
            yield rows.outlet_from(row["record"])

    def articles_sharing(self, shingles: Iterable[str]) -> list[str]:
        wanted = sorted({f"shingle:{shingle}" for shingle in shingles})
        return self._keys(s.ARTICLES_SHARING, "shingles", wanted)

    def claims(
        self,
        keys: Iterable[str] | None = None,
        *,
        articles: Iterable[str] | None = None,
        blocks: Iterable[str] | None = None,
        entities: Iterable[str] | None = None,
    ) -> Iterator[Claim]:
        """Claims that any of the given filters finds; all if none is given."""
        found = set(keys) if keys is not None else set()
        found.update(self._keys(s.CLAIMS_OF_ARTICLES, "keys", ours(articles or (), "Article")))
        found.update(self._keys(s.CLAIMS_OF_ENTITIES, "keys", ours(entities or (), *s.ENTITY_LABELS)))
        found.update(self._keys(s.CLAIMS_OF_BLOCKS, "blocks", sorted(set(blocks or ()))))
        everything = keys is None and articles is None and blocks is None and entities is None
        for row in self._by_key(None if everything else found, "Claim", s.read_records("Claim")):
            yield rows.claim_from(row["record"])

    def links(self, claims: Iterable[str]) -> list[Link]:
        return self._links(s.READ_LINKS, ours(claims, "Claim"))

    def judgements(self) -> list[Judgement]:
        found = self._by_key(None, "Judgement", s.read_records("Judgement"))
        return [rows.judgement_from(row["record"]) for row in found]

    def entities(self, keys: Iterable[str] | None = None) -> Iterator[Entity]:
        labels = self._all_labels() if keys is None else self._labels(keys)
        for chunk in chunks(sorted(labels), CHUNK):
            found: dict[str, Entity] = {}
            for label in s.ENTITY_LABELS:
                mine = [key for key in chunk if labels[key] == label]
                for row in self._run(s.read_nodes(label), {"keys": mine}) if mine else ():
                    found[row["key"]] = rows.entity_from(label, row["props"])
            yield from (found[key] for key in chunk if key in found)

    def edges(self, keys: Iterable[str] | None = None) -> Iterator[Edge]:
        types = self._all_edge_types() if keys is None else self._edge_types(keys)
        for chunk in chunks(sorted(types), CHUNK):
            found: dict[str, Edge] = {}
            for type_ in s.EDGE_TYPES:
                mine = [key for key in chunk if types[key] == type_]
                for row in self._run(s.read_edges(type_), {"keys": mine}) if mine else ():
                    found[row["key"]] = rows.edge_from(type_, row["subject"], row["object"], row["props"])
            yield from (found[key] for key in chunk if key in found)

    def counts(self) -> Mapping[str, int]:
        """By label, and by type and status ("MET done"); only what there is, sorted."""
        many: dict[str, int] = {}
        for label, prefix in PREFIXES.items():
            if label != "Shingle":  # an index, nothing that was read or found
                many[label] = self._run(s.count_nodes(label), {"prefix": prefix})[0]["many"]
        for type_ in s.EDGE_TYPES:
            many |= {f"{type_} {row['status']}": row["many"] for row in self._run(s.count_edges(type_), {})}
        return {name: many[name] for name in sorted(many) if many[name]}

    def _meta(self) -> dict[str, Any]:
        found = self._run(s.READ_META, {"key": s.META})
        return dict(found[0]["props"]) if found else {}

    def _by_key(self, keys: Iterable[str] | None, label: str, text: str) -> Iterator[Row]:
        """Rows of `text` for these keys, or all of `label`, in the order of keys and a chunk at a time."""
        wanted = self._all_keys(label) if keys is None else ours(keys, label)
        for chunk in chunks(wanted, CHUNK):
            yield from sorted(self._run(text, {"keys": chunk}), key=_key)

    def _all_keys(self, label: str) -> list[str]:
        return sorted(row["key"] for row in self._run(s.all_keys(label), {"prefix": PREFIXES[label]}))

    def _keys(self, text: str, name: str, values: list[str]) -> list[str]:
        found: set[str] = set()
        for chunk in chunks(values, BATCH):
            found.update(row["key"] for row in self._run(text, {name: chunk}))
        return sorted(found)

    def _links(self, text: str, keys: Iterable[str]) -> list[Link]:
        found = [
            Link(row["claim"], row["role"].lower(), row["entity"])
            for chunk in chunks(sorted(set(keys)), BATCH)
            for row in self._run(text, {"keys": chunk})
        ]
        return sorted(found, key=lambda link: (link.claim, link.role, link.entity))

    def _labels(self, keys: Iterable[str]) -> dict[str, str]:
        """Which label the entity with each key has; unknown keys are left out."""
        return self._pairs(s.LABELS_OF, ours(keys, *s.ENTITY_LABELS), "label")

    def _all_labels(self) -> dict[str, str]:
        return {key: label for label in s.ENTITY_LABELS for key in self._all_keys(label)}

    def _edge_types(self, keys: Iterable[str]) -> dict[str, str]:
        return self._pairs(s.FIND_EDGES, keys, "type")

    def _all_edge_types(self) -> dict[str, str]:
        return {row["key"]: type_ for type_ in s.EDGE_TYPES for row in self._run(s.all_edge_keys(type_), {})}

    def _pairs(self, text: str, keys: Iterable[str], name: str) -> dict[str, str]:
        wanted = sorted(set(keys))
        return {row["key"]: row[name] for chunk in chunks(wanted, BATCH) for row in self._run(text, {"keys": chunk})}


def _key(row: Row) -> str:
    return str(row["key"])


def grouped(items: Iterable[T], by: Callable[[T], str]) -> dict[str, list[T]]:
    """`items` in lists by `by`, the groups in the order of their names."""
    groups: dict[str, list[T]] = {}
    for item in items:
        groups.setdefault(by(item), []).append(item)
    return {name: groups[name] for name in sorted(groups)}
