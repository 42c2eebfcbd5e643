"""An embedded graph moves to a shared Neo4j and back: what one lacks is added, in either order, and a second time changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from graphkit.config import packaged
from graphkit.gazetteers.load import load_gazetteers
from graphkit.model.identity import Verdict
from graphkit.model.text import Article
from graphkit.resolve.listing import Listing
from graphkit.stores.base import Store
from graphkit.workflows.exchange import export, export_lines, import_
from graphkit.workflows.ingest import ingest
from graphkit.workflows.judge import judge
from tests.conftest import Place
from tests.gold_reader import GoldReader

GAZETTEERS = load_gazetteers([packaged("sources") / "gazetteers"])
LISTING = Listing(GAZETTEERS)
READER = GoldReader(GAZETTEERS)
ARTICLES = READER.articles[:6]


def fill(store: Store, articles: Sequence[Article], other: str) -> None:
    ingest(articles, READER, store, LISTING, READER.outlets, min_confidence=0.5)
    at = datetime(2026, 1, len(other), tzinfo=UTC)
    judge(store, LISTING, Verdict.DIFFERENT, "person:rajnath-singh", other, by="a test", at=at)


@pytest.mark.neo4j
@pytest.mark.parametrize("embedded_first", [True, False])
def test_two_graphs_become_one(embedded_first: bool, arcadedb_place: Place, neo4j_place: Place, tmp_path: Path) -> None:
    ours, theirs = tmp_path / "ours.jsonl", tmp_path / "theirs.jsonl"
    with arcadedb_place.open() as embedded, neo4j_place.open() as shared:
        fill(embedded, ARTICLES[:4], "person:sergei-shoigu")
        fill(shared, ARTICLES[1:], "person:andrei-belousov")
        export(embedded, ours)
        export(shared, theirs)

        moves = [(theirs, embedded), (ours, shared)]
        for file, store in moves if embedded_first else reversed(moves):
            added = import_(file, store, LISTING)
            assert added.articles
            assert added.judgements == 1
        for file, store in moves * 2:
            again = import_(file, store, LISTING)
            assert (again.articles, again.claims, again.judgements) == (0, 0, 0)

        assert list(export_lines(embedded)) == list(export_lines(shared))
        assert list(embedded.edges()) == list(shared.edges())
        assert list(embedded.entities()) == list(shared.entities())
        assert len(list(embedded.articles())) == len(ARTICLES)
