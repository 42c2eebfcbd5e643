"""Taking an article out of the graph, as if it had never been read."""

from __future__ import annotations

from dataclasses import dataclass

from graphkit.gazetteers.entries import Gazetteers
from graphkit.resolve.listing import Listing
from graphkit.stores.base import Store, Writer
from graphkit.workflows.articles import find_articles
from graphkit.workflows.graphs.change import Change, apply
from graphkit.workflows.ingest import listing_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ForgetReport:
    """`articles` are the keys that are gone, `claims` how many claims went with them."""

    articles: tuple[str, ...]
    claims: int


def forget(store: Store, name: str, gazetteers: Gazetteers | Listing) -> ForgetReport:
    """Remove the articles that `name` (key, url or file) means, with their claims and all that only they said.

    Judgements about their claims stay on record and sleep.

    Raises:
        QuestionError: no article is called so.
    """
    listing = listing_of(gazetteers)

    def work(writer: Writer) -> ForgetReport:
        keys = find_articles(writer, name)
        claims = sum(1 for _ in writer.claims(articles=keys))
        apply(writer, Change(removed=keys), listing)
        return ForgetReport(articles=tuple(keys), claims=claims)

    return store.write(work)
