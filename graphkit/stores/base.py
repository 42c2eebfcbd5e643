"""What a store promises, whichever engine is below it.

For every implementation:

- everything done in one `write` is in the store afterwards, or nothing is, also after a crash;
- putting what is already there (by key) changes nothing;
- whatever comes back is plain nouns, sorted by key, so two stores with the same content read the same;
- an unknown key is no error: it yields nothing;
- no exception of a driver leaves the store: only `StoreError` and its subclasses do.

A store knows nothing of how names are resolved or claims folded: workflows compute that from
`resolve` and hand the results over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from graphkit.model.claims import Claim
from graphkit.model.graph import Edge, Entity
from graphkit.model.identity import Judgement
from graphkit.model.text import Article, Outlet

T = TypeVar("T")
Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meta:
    """What the graph was made with; one node in it."""

    schema: int
    ontology: int
    min_confidence: float  # claims from here on fold into relationships


@dataclass(frozen=True, slots=True)
class Link:
    """Claim `claim`'s role `role` (subject, object, item) stands for the entity `entity`."""

    claim: str
    role: str
    entity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """An article with what the store computes about it: its witness group is the smallest article key in it."""

    article: Article
    group: str


class Reader(Protocol):
    """Questions about what is there, inside a transaction or outside."""

    def meta(self) -> Meta | None: ...

    def articles(self, keys: Iterable[str] | None = None) -> Iterator[Filed]:
        """The articles with these keys, or all, by key."""
        ...

    def outlets(self) -> Iterator[Outlet]: ...

    def articles_sharing(self, shingles: Iterable[str]) -> list[str]:
        """Keys of the articles that were put with any of these shingles."""
        ...

    def claims(
        self,
        keys: Iterable[str] | None = None,
        *,
        articles: Iterable[str] | None = None,
        blocks: Iterable[str] | None = None,
        entities: Iterable[str] | None = None,
    ) -> Iterator[Claim]:
        """Claims by key; or of these articles; or linked to an entity of these blocks or with these keys; or all."""
        ...

    def links(self, claims: Iterable[str]) -> list[Link]:
        """What the roles of these claims stand for now."""
        ...

    def judgements(self) -> list[Judgement]: ...

    def entities(self, keys: Iterable[str] | None = None) -> Iterator[Entity]: ...

    def edges(self, keys: Iterable[str] | None = None) -> Iterator[Edge]:
        """Relationships with these keys, or all, derived ones included."""
        ...

    def counts(self) -> Mapping[str, int]:
        """How many nodes of each label, relationships of each type and status ("MET done") there are."""
        ...


class Writer(Reader, Protocol):
    """One transaction. All `put_*` replace what has the same key; all `drop_*` ignore unknown keys."""

    def put_meta(self, meta: Meta) -> None: ...
    def put_outlet(self, outlet: Outlet) -> None: ...
    def put_article(self, filed: Filed, shingles: Sequence[str]) -> None: ...
    def set_groups(self, groups: Mapping[str, str]) -> None:
        """Article key -> witness group."""
        ...

    def drop_articles(self, keys: Iterable[str]) -> None:
        """With their claims and those claims' links; an outlet that publishes nothing more goes too."""
        ...

    def put_claims(self, claims: Iterable[Claim]) -> None: ...
    def put_judgement(self, judgement: Judgement) -> None: ...
    def put_entities(self, entities: Iterable[Entity]) -> None: ...
    def put_links(self, links: Iterable[Link]) -> None:
        """Replaces every link of the claims that occur in `links`."""
        ...

    def drop_entities(self, keys: Iterable[str]) -> None: ...
    def drop_unlinked(self, keys: Iterable[str]) -> list[str]:
        """Of these entities, drop those to which no claim points any more; return their keys."""
        ...

    def drop_edges(self, keys: Iterable[str]) -> None: ...
    def put_edges(self, edges: Iterable[Edge]) -> None:
        """Create relationships; both ends exist. An edge that is there is deleted and made anew."""
        ...

    def clear_graph(self) -> None:
        """Drop all entities, links and relationships; the record (articles, claims, judgements) stays."""
        ...


class Store(Reader, Protocol):
    """An open graph. Close it, or use it as a context manager."""

    address: str

    def write(self, work: Callable[[Writer], T]) -> T:
        """Run `work` in one transaction and return its result.

        Writers of all processes take turns. `work` may be run again after a lost connection, so it
        must have no effect but through the Writer.
        """
        ...

    def run(
        self, cypher: str, params: Mapping[str, Any], *, timeout_s: float = 60.0, limit: int = 10_000
    ) -> tuple[tuple[str, ...], list[Row]]:
        """Run one read-only statement; return column names and at most `limit` rows of plain Python values.

        Nodes and relationships come as dicts with their properties and `_label` or `_type`.

        Raises:
            QuestionError: not valid Cypher, or it would write, or took longer than `timeout_s`.
        """
        ...

    def close(self) -> None: ...
    def __enter__(self) -> Store: ...
    def __exit__(self, *exc: object) -> None: ...
