"""A store in dicts: every promise of `stores.base`, no engine. For property tests, which need thousands of graphs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any, TypeVar

from graphkit.errors import QuestionError, StoreError
from graphkit.model.claims import Claim
from graphkit.model.graph import Edge, Entity
from graphkit.model.identity import Judgement
from graphkit.model.text import Article, Outlet
from graphkit.stores.base import Filed, Link, Meta, Row, Writer

T = TypeVar("T")


@dataclass
class State:
    """Everything that is in the store."""

    meta: Meta | None = None
    outlets: dict[str, Outlet] = field(default_factory=dict)
    articles: dict[str, Filed] = field(default_factory=dict)
    shingles: dict[str, frozenset[str]] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    links: dict[str, dict[str, str]] = field(default_factory=dict)
    judgements: dict[str, Judgement] = field(default_factory=dict)
    entities: dict[str, Entity] = field(default_factory=dict)
    edges: dict[str, Edge] = field(default_factory=dict)

    def copy(self) -> State:
        copies: dict[str, Any] = {f.name: dict(getattr(self, f.name)) for f in fields(self) if f.name != "meta"}
        return replace(self, **copies)


def _picked(table: Mapping[str, T], keys: Iterable[str] | None) -> Iterator[T]:
    wanted = sorted(table) if keys is None else sorted(set(keys) & set(table))
    return iter([table[key] for key in wanted])


class MemoryStore:
    """A Store and its own Writer."""

    def __init__(self, address: str = "memory://", *, detach: bool = False) -> None:
        """With `detach` an entity that is dropped takes its relationships along, as engines do; else that is an error."""
        self.address = address
        self._detach = detach
        self.state = State()
        self._writing = False

    # Reader
    def meta(self) -> Meta | None:
        return self.state.meta

    def articles(self, keys: Iterable[str] | None = None) -> Iterator[Filed]:
        return _picked(self.state.articles, keys)

    def outlets(self) -> Iterator[Outlet]:
        return _picked(self.state.outlets, None)

    def articles_sharing(self, shingles: Iterable[str]) -> list[str]:
        wanted = frozenset(shingles)
        return sorted(key for key, own in self.state.shingles.items() if own & wanted)

    def claims(
        self,
        keys: Iterable[str] | None = None,
        *,
        articles: Iterable[str] | None = None,
        blocks: Iterable[str] | None = None,
        entities: Iterable[str] | None = None,
    ) -> Iterator[Claim]:
        found = self.state.claims
        if keys is not None:
            found = {key: found[key] for key in set(keys) & set(found)}
        if articles is not None:
            wanted = set(articles)
            found = {key: claim for key, claim in found.items() if claim.evidence.article in wanted}
        if blocks is not None:
            inside = set(blocks)
            own = {entity.key for entity in self.state.entities.values() if entity.block in inside}
            found = {key: claim for key, claim in found.items() if own & set(self._linked(key).values())}
        if entities is not None:
            named = set(entities)
            found = {key: claim for key, claim in found.items() if named & set(self._linked(key).values())}
        return _picked(found, None)

    def _linked(self, claim: str) -> dict[str, str]:
        return self.state.links.get(claim, {})

    def links(self, claims: Iterable[str]) -> list[Link]:
        return [
            Link(claim, role, entity)
            for claim in sorted(set(claims))
            for role, entity in sorted(self._linked(claim).items())
        ]

    def judgements(self) -> list[Judgement]:
        return list(_picked(self.state.judgements, None))

    def entities(self, keys: Iterable[str] | None = None) -> Iterator[Entity]:
        return _picked(self.state.entities, keys)

    def edges(self, keys: Iterable[str] | None = None) -> Iterator[Edge]:
        return _picked(self.state.edges, keys)

    def counts(self) -> Mapping[str, int]:
        counted: Counter[str] = Counter(entity.kind.value for entity in self.state.entities.values())
        counted.update(f"{edge.type} {edge.status}" for edge in self.state.edges.values())
        record = (("Article", "articles"), ("Claim", "claims"), ("Outlet", "outlets"), ("Judgement", "judgements"))
        counted.update({label: len(getattr(self.state, table)) for label, table in record})
        return dict(sorted((name, count) for name, count in counted.items() if count))

    # Writer
    def put_meta(self, meta: Meta) -> None:
        self.state.meta = meta

    def put_outlet(self, outlet: Outlet) -> None:
        self.state.outlets[outlet.key] = outlet

    def put_article(self, filed: Filed, shingles: Sequence[str]) -> None:
        bare: Article = replace(filed.article, lines=())
        self.state.articles[bare.key] = replace(filed, article=bare)
        self.state.shingles[bare.key] = frozenset(shingles)

    def set_groups(self, groups: Mapping[str, str]) -> None:
        for key, group in groups.items():
            self.state.articles[key] = replace(self.state.articles[key], group=group)

    def drop_articles(self, keys: Iterable[str]) -> None:
        gone = set(keys)
        for key in gone:
            self.state.articles.pop(key, None)
            self.state.shingles.pop(key, None)
        for claim in [claim for claim in self.state.claims.values() if claim.evidence.article in gone]:
            del self.state.claims[claim.key]
            self.state.links.pop(claim.key, None)
        used = {filed.article.outlet for filed in self.state.articles.values()}
        self.state.outlets = {key: outlet for key, outlet in self.state.outlets.items() if key in used}

    def put_claims(self, claims: Iterable[Claim]) -> None:
        for claim in claims:
            if claim.evidence.article not in self.state.articles:
                raise StoreError(f"{claim.key} is of an article that is not here")
            self.state.claims[claim.key] = claim

    def put_judgement(self, judgement: Judgement) -> None:
        self.state.judgements[judgement.key] = judgement

    def put_entities(self, entities: Iterable[Entity]) -> None:
        for entity in entities:
            self.state.entities[entity.key] = entity

    def put_links(self, links: Iterable[Link]) -> None:
        fresh: dict[str, dict[str, str]] = {}
        for link in links:
            if link.claim not in self.state.claims or link.entity not in self.state.entities:
                raise StoreError(f"{link} leads nowhere")
            fresh.setdefault(link.claim, {})[link.role] = link.entity
        self.state.links.update(fresh)

    def drop_entities(self, keys: Iterable[str]) -> None:
        gone = set(keys)
        for key in gone:
            self.state.entities.pop(key, None)
        if self._detach:
            lost = [edge.key for edge in self.state.edges.values() if {edge.subject, edge.object} & gone]
            self.drop_edges(lost)

    def drop_unlinked(self, keys: Iterable[str]) -> list[str]:
        used = {entity for linked in self.state.links.values() for entity in linked.values()}
        gone = sorted(key for key in set(keys) & set(self.state.entities) if key not in used)
        self.drop_entities(gone)
        return gone

    def drop_edges(self, keys: Iterable[str]) -> None:
        for key in set(keys):
            self.state.edges.pop(key, None)

    def put_edges(self, edges: Iterable[Edge]) -> None:
        for edge in edges:
            if not {edge.subject, edge.object} <= set(self.state.entities):
                raise StoreError(f"{edge.key} has an end that is not here")
            self.state.edges[edge.key] = edge

    def clear_graph(self) -> None:
        self.state.entities, self.state.links, self.state.edges = {}, {}, {}

    # Store
    def write(self, work: Callable[[Writer], T]) -> T:
        before = self.state
        self.state = before.copy()
        try:
            result = work(self)
        except BaseException:
            self.state = before
            raise
        ends = {end for edge in self.state.edges.values() for end in (edge.subject, edge.object)}
        assert ends <= set(self.state.entities), "a relationship has lost an end"
        return result

    def run(
        self, cypher: str, params: Mapping[str, Any], *, timeout_s: float = 60.0, limit: int = 10_000
    ) -> tuple[tuple[str, ...], list[Row]]:
        raise QuestionError("the store for tests knows no Cypher")

    def close(self) -> None:
        pass

    def __enter__(self) -> MemoryStore:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()
