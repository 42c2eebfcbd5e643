"""An extractor whose claims are known beforehand, and the short ways in which tests use the workflows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from graphkit.model.claims import Claim
from graphkit.model.problems import Problem
from graphkit.model.text import Article, Outlet
from graphkit.stores.base import Store
from graphkit.workflows.exchange import export_lines
from graphkit.workflows.graphs.change import Filing
from graphkit.workflows.ingest import IngestReport, ingest
from tests.worlds import LISTING


@dataclass(frozen=True)
class Found:
    claims: tuple[Claim, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass
class Prepared:
    """Gives each article the claims of its filing."""

    claims: dict[str, tuple[Claim, ...]] = field(default_factory=dict)

    def extract(self, article: Article, outlet: Outlet | None = None) -> Found:
        return Found(self.claims.get(article.key, ()))


def prepared(filings: Iterable[Filing]) -> Prepared:
    return Prepared({filing.article.key: tuple(filing.claims) for filing in filings})


def put(store: Store, *filings: Filing, **options: object) -> IngestReport:
    """Ingest the filings' articles, in this order."""
    articles = [filing.article for filing in filings]
    return ingest(articles, prepared(filings), store, LISTING, **options)  # type: ignore[arg-type]


def text_of(store: Store) -> str:
    """The canonical export."""
    return "\n".join(export_lines(store))


def whole(store: Store) -> tuple[object, ...]:
    """Everything in the store that can be read: the record and what was computed from it."""
    claims = [claim.key for claim in store.claims()]
    return (
        text_of(store),
        list(store.entities()),
        store.links(claims),
        list(store.edges()),
        [(filed.article.key, filed.group) for filed in store.articles()],
        dict(store.counts()),
    )
