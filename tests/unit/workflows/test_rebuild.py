"""Computing everything again gives what was there, and what another threshold or another reader asks for."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from graphkit.model.identity import Verdict
from graphkit.stores.base import Store
from graphkit.workflows.graphs.change import Filing
from graphkit.workflows.judge import judge
from graphkit.workflows.rebuild import rebuild
from tests.memory_store import MemoryStore
from tests.prepared import prepared, put, whole
from tests.spec.test_judgements import AT, BASU, BOSE
from tests.spec.test_promises import THREE
from tests.worlds import LISTING, pools

ALL = (*THREE, BOSE, BASU)


@pytest.fixture
def filled(store: Store) -> Store:
    put(store, *ALL)
    judge(store, LISTING, Verdict.SAME, "person:anil-bose", "person:rajnath-singh", by="me", at=AT)
    return store


def test_rebuilding_changes_nothing(filled: Store) -> None:
    before = whole(filled)
    report = rebuild(filled, LISTING)
    assert whole(filled) == before
    assert (report.articles, report.claims, report.min_confidence) == (5, 9, 0.5)


def test_rereading_equals_a_fresh_ingest(filled: Store) -> None:
    """The extractor reads less now than it did: what it no longer finds is gone, and judgements stay."""
    less = [Filing(article=one.article, claims=one.claims[:1], outlet=one.outlet) for one in ALL]
    report = rebuild(filled, LISTING, reread=prepared(less))
    fresh = MemoryStore()
    put(fresh, *less)
    judge(fresh, LISTING, Verdict.SAME, "person:anil-bose", "person:rajnath-singh", by="me", at=AT)
    assert whole(filled)[:5] == whole(fresh)[:5]
    assert (report.read.read, report.claims) == (5, 5)


def test_another_threshold_folds_other_claims(store: Store) -> None:
    put(store, *ALL)
    assert len(list(store.edges())) > 0
    rebuild(store, LISTING, min_confidence=0.95)
    assert list(store.edges()) == []
    rebuild(store, LISTING, min_confidence=0.5)
    fresh = MemoryStore()
    put(fresh, *ALL)
    assert whole(store)[:5] == whole(fresh)[:5]


@settings(max_examples=40, deadline=None)
@given(pools())
def test_rebuilding_random_graphs_changes_nothing(pool: list[Filing]) -> None:
    store = MemoryStore()
    put(store, *pool)
    before = whole(store)
    rebuild(store, LISTING)
    assert whole(store) == before
