"""The writing half of the store: one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graphkit.model.claims import Claim
from graphkit.model.graph import Edge, Entity
from graphkit.model.identity import Judgement
from graphkit.model.text import Outlet
from graphkit.ontology.nodes import NODE_TYPES
from graphkit.stores import guard, rows
from graphkit.stores import statements as s
from graphkit.stores.base import Filed, Link, Meta
from graphkit.stores.connection import Run
from graphkit.stores.reading import BATCH, PREFIXES, CypherReader, chunks, grouped, ours
from graphkit.stores.schema import VERSION

_ORGANISED = tuple(node.label for node in NODE_TYPES if node.prefix == "org")


@dataclass(frozen=True, slots=True)
class _Source:
    """What of an article its claims are checked against."""

    text: str
    said: date | None
    new: bool = False  # in this transaction, and so are its claims


class CypherWriter(CypherReader):
    """Writes nouns through `run`: rows in the order of keys, nodes before relationships.

    It has the turn, so what it has seen or done stays so until it changes it: labels, types and sources are looked
    up once.
    """

    def __init__(self, run: Run, meta: Mapping[str, Any]) -> None:
        """`meta`: the properties of the Meta node."""
        super().__init__(run)
        self._props = dict(meta)
        self._sources: dict[str, _Source] = {}
        self._label_of: dict[str, str | None] = {}
        self._type_of: dict[str, str | None] = {}
        self._new: set[str] = set()  # claims that nothing can hang on yet

    def put_meta(self, meta: Meta) -> None:
        """ValueError if `meta.schema` is not the version of this store: only opening a graph changes it."""
        if meta.schema != VERSION:
            raise ValueError(f"this store writes schema {VERSION}, not {meta.schema}")
        before = self.meta()
        props = {"schema": VERSION, "ontology": meta.ontology, "min_confidence": float(meta.min_confidence)}
        self._run(s.PUT_META, {"key": s.META, "props": props})
        self._props |= props
        if before is None or before.min_confidence != meta.min_confidence:
            for text in (s.RAISE_TIERS, s.LOWER_TIERS):
                self._run(text, {"least": float(meta.min_confidence)})

    def put_outlet(self, outlet: Outlet) -> None:
        self._put_nodes("Outlet", [rows.outlet_props(outlet)])

    def put_article(self, filed: Filed, shingles: Sequence[str]) -> None:
        """ValueError if its outlet was not put before."""
        article = filed.article
        known = self._is_there(article.key)
        if known:
            self._release([article.key])
        self._put_nodes("Article", [rows.article_props(filed)])
        self._sources[article.key] = _Source(article.text, rows.said(article), new=not known)
        if article.outlet:
            made = self._relate("PUBLISHED_BY", "Article", "Outlet", [(article.key, article.outlet)])
            guard.check_found([article.outlet], [article.outlet] if made else [], "the outlet")
        marks = sorted({f"shingle:{shingle}" for shingle in shingles})
        self._put_nodes("Shingle", [{"key": mark} for mark in marks])
        self._relate("HAS", "Article", "Shingle", [(article.key, mark) for mark in marks])

    def set_groups(self, groups: Mapping[str, str]) -> None:
        changes = [{"key": key, "group": groups[key]} for key in ours(groups, "Article")]
        for chunk in chunks(changes, BATCH):
            self._run(s.SET_GROUPS, {"rows": chunk})

    def drop_articles(self, keys: Iterable[str]) -> None:
        wanted = ours(keys, "Article")
        self._delete("Claim", self._keys(s.CLAIMS_OF_ARTICLES, "keys", wanted))
        outlets = self._keys(s.OUTLETS_OF, "keys", wanted)
        shingles = self._keys(s.SHINGLES_OF, "keys", wanted)
        self._delete("Article", wanted)
        self._run_in_chunks(s.DROP_SILENT_OUTLETS, outlets)
        self._run_in_chunks(s.DROP_LONE_SHINGLES, shingles)
        for key in wanted:
            self._sources.pop(key, None)

    def put_claims(self, claims: Iterable[Claim]) -> None:
        """StoreError if a claim is outside the ontology or its article does not say what it quotes; ValueError if
        the article was not put before."""
        for chunk in chunks(claims, BATCH):
            self._put_claims(sorted({claim.key: claim for claim in chunk}.values(), key=lambda claim: claim.key))

    def put_judgement(self, judgement: Judgement) -> None:
        self._put_nodes("Judgement", [rows.judgement_props(judgement)])

    def put_entities(self, entities: Iterable[Entity]) -> None:
        for chunk in chunks(entities, BATCH):
            latest = {entity.key: entity for entity in chunk}
            for label, group in grouped(latest.values(), lambda entity: entity.kind.value).items():
                if label not in s.PREFIXES:
                    raise ValueError(f"{group[0].key}: {label} is never a node")
                self._turn_into(label, [entity.key for entity in group])
                self._put_nodes(label, [rows.entity_props(entity) for entity in group])
                self._label_of.update(dict.fromkeys((entity.key for entity in group), label))

    def put_links(self, links: Iterable[Link]) -> None:
        """ValueError if a claim or an entity was not put before."""
        wanted = sorted(set(links), key=lambda link: (link.claim, link.role, link.entity))
        self._run_in_chunks(s.DROP_LINKS, sorted({link.claim for link in wanted} - self._new))
        self._new -= {link.claim for link in wanted}
        self._create_links(wanted)

    def drop_entities(self, keys: Iterable[str]) -> None:
        for label, mine in self._by_label(keys).items():
            self._delete_entities(label, mine)

    def drop_unlinked(self, keys: Iterable[str]) -> list[str]:
        alone = self._pairs(s.UNLINKED, ours(keys, *s.ENTITY_LABELS), "label")
        for label, mine in grouped(sorted(alone), alone.__getitem__).items():
            self._delete_entities(label, mine)
        return sorted(alone)

    def drop_edges(self, keys: Iterable[str]) -> None:
        types = self._edge_types(keys)
        for type_, mine in grouped(sorted(types), types.__getitem__).items():
            self._run_in_chunks(s.delete_edges(type_), mine)
            self._type_of.update(dict.fromkeys(mine))

    def put_edges(self, edges: Iterable[Edge]) -> None:
        """StoreError if the ontology has no such type or no claim stands behind it; ValueError if an end is not
        there."""
        for chunk in chunks(edges, BATCH):
            latest = {edge.key: edge for edge in chunk}
            for edge in latest.values():
                guard.check_edge(edge)
                guard.check_length("key", edge.key)
            self._make_way(latest.values())
            self._create_edges([latest[key] for key in sorted(latest)])

    def clear_graph(self) -> None:
        for label, prefix in s.PREFIXES.items():
            self._run(s.delete_all(label), {"prefix": prefix})
        self._label_of.clear()
        self._type_of.clear()

    # -- what these are made of

    def _put_nodes(self, label: str, nodes: list[rows.Props]) -> None:
        wanted = [{"key": node["key"], "props": node} for node in sorted(nodes, key=lambda node: str(node["key"]))]
        for chunk in chunks(wanted, BATCH):
            for row in chunk:
                guard.check_key(row["key"], label, PREFIXES[label])
            self._run(s.put_nodes(label), {"rows": chunk})

    def _relate(self, type_: str, start: str, end: str, pairs: list[tuple[str, str]]) -> int:
        """Relationships of the record, which carry a key and nothing else; how many ends were found."""
        made = 0
        text = s.merge_relationships(type_, start, end)
        for chunk in chunks(sorted(pairs), BATCH):
            wanted = [{"start": a, "end": b, "props": {"key": f"{a}#{type_.lower()}#{b}"}} for a, b in chunk]
            made += self._run(text, {"rows": wanted})[0]["made"]
        return made

    def _meta(self) -> dict[str, Any]:
        return self._props

    def _labels(self, keys: Iterable[str]) -> dict[str, str]:
        return _looked_up(self._label_of, keys, super()._labels)

    def _edge_types(self, keys: Iterable[str]) -> dict[str, str]:
        return _looked_up(self._type_of, keys, super()._edge_types)

    def _is_there(self, article: str) -> bool:
        return bool(self._run(s.read_keys("Article"), {"keys": [article]}))

    def _delete_entities(self, label: str, keys: list[str]) -> None:
        self._delete(label, keys)
        self._label_of.update(dict.fromkeys(keys))

    def _release(self, articles: list[str]) -> None:
        """Take these articles off their outlets and shingles, in case they are there and change."""
        shingles = self._keys(s.SHINGLES_OF, "keys", articles)
        self._run_in_chunks(s.UNPUBLISH, articles)
        self._run_in_chunks(s.DROP_LONE_SHINGLES, shingles)

    def _delete(self, label: str, keys: list[str]) -> None:
        self._run_in_chunks(s.delete_nodes(label), keys)

    def _run_in_chunks(self, text: str, keys: list[str]) -> None:
        for chunk in chunks(keys, BATCH):
            self._run(text, {"keys": chunk})

    def _put_claims(self, claims: list[Claim]) -> None:
        sources = self._sources_of({claim.evidence.article for claim in claims})
        meta = self.meta()
        nodes = []
        for claim in claims:
            source = sources[claim.evidence.article]
            guard.check_claim(claim, source.text)
            if source.new:
                self._new.add(claim.key)
            high = meta is None or claim.confidence >= meta.min_confidence
            nodes.append(rows.claim_props(claim, said=source.said, tier="high" if high else "low"))
        self._put_nodes("Claim", nodes)
        self._relate("STATED_IN", "Claim", "Article", [(claim.key, claim.evidence.article) for claim in claims])

    def _sources_of(self, articles: set[str]) -> dict[str, _Source]:
        for filed in self.articles(articles - self._sources.keys()):
            self._sources[filed.article.key] = _Source(filed.article.text, rows.said(filed.article))
        guard.check_found(articles, self._sources, "the article")
        return self._sources

    def _create_links(self, links: list[Link]) -> None:
        """The links one by one have the key of their role: a group word can stand for several entities."""
        labels = self._labels(link.entity for link in links)
        guard.check_found((link.entity for link in links), labels, "the entity")
        for link in links:
            if link.role.upper() not in s.ROLES:
                raise ValueError(f"{link.role!r} is no role that is linked; it is subject, object or item")
        for name, group in grouped(links, lambda link: f"{link.role.upper()} {labels[link.entity]}").items():
            type_, _, label = name.partition(" ")
            wanted = [
                {"start": k.claim, "end": k.entity, "props": {"key": f"{k.claim}#{k.role}#{k.entity}"}} for k in group
            ]
            self._create(type_, "Claim", label, wanted)

    def _create_edges(self, edges: list[Edge]) -> None:
        ends = {end for edge in edges for end in (edge.subject, edge.object)}
        labels = self._labels(ends)
        guard.check_found(ends, labels, "the entity")
        name: Callable[[Edge], str] = lambda edge: f"{edge.type} {labels[edge.subject]} {labels[edge.object]}"  # noqa: E731
        for frame, group in grouped(edges, name).items():
            type_, start, end = frame.split(" ")
            wanted = [{"start": edge.subject, "end": edge.object, "props": rows.edge_props(edge)} for edge in group]
            self._create(type_, start, end, wanted)
            self._type_of.update(dict.fromkeys((edge.key for edge in group), type_))

    def _create(self, type_: str, start: str, end: str, wanted: list[rows.Props]) -> None:
        for chunk in chunks(wanted, BATCH):
            made = self._run(s.create_relationships(type_, start, end), {"rows": chunk})[0]["made"]
            if made != len(chunk):
                ends = ", ".join(sorted({row["start"] for row in chunk})[:3])
                raise ValueError(
                    f"{len(chunk) - made} of {len(chunk)} {type_} found no {start} to begin at: {ends} ..."
                )

    def _by_label(self, keys: Iterable[str]) -> dict[str, list[str]]:
        labels = self._labels(keys)
        return grouped(sorted(labels), labels.__getitem__)

    def _turn_into(self, label: str, keys: list[str]) -> None:
        """Organisations and forums share their keys: one that is there as the other kind moves, with all that
        points at it."""
        for other in _ORGANISED if label in _ORGANISED else ():
            if other == label:
                continue
            moving = [row["key"] for chunk in chunks(sorted(keys), BATCH)
                      for row in self._run(s.read_nodes(other), {"keys": chunk})]  # fmt: skip
            if moving:
                self._move(other, label, moving)

    def _make_way(self, edges: Iterable[Edge]) -> None:
        """Delete the edges with these keys: of the type that was seen, else of their own, which is part of the key."""
        here = {edge.key: self._type_of.get(edge.key) or edge.type for edge in edges}
        for type_, mine in grouped(sorted(here), here.__getitem__).items():
            self._run_in_chunks(s.delete_edges(type_), [key for key in mine if self._type_of.get(key, "") is not None])

    def _move(self, old: str, new: str, keys: list[str]) -> None:
        links = self._links(s.links_to(old), keys)
        edges = list(self.edges(self._keys(s.edges_at(old), "keys", keys)))
        self._delete_entities(old, keys)
        self._label_of.update(dict.fromkeys(keys, new))
        self._put_nodes(new, [{"key": key} for key in keys])
        self._create_links(links)
        self._create_edges(edges)


def _looked_up(
    known: dict[str, str | None], keys: Iterable[str], find: Callable[[Iterable[str]], dict[str, str]]
) -> dict[str, str]:
    """What `known` says of `keys`, after finding what it does not say anything of."""
    wanted = list(keys)
    if unknown := [key for key in wanted if key not in known]:
        known.update(dict.fromkeys(unknown) | find(unknown))
    return {key: value for key in wanted if (value := known[key]) is not None}
