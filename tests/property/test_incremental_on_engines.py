"""The same histories on the real stores: what they hold is what the dicts hold."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from graphkit.stores.base import Store
from graphkit.workflows.graphs.change import Change, apply
from tests.conftest import Place
from tests.memory_store import MemoryStore
from tests.prepared import whole
from tests.property.test_incremental import META, fresh, histories
from tests.worlds import LISTING

FEW = 4


def emptied(store: Store) -> None:
    keys = [filed.article.key for filed in store.articles()]
    store.write(lambda writer: apply(writer, Change(removed=keys), LISTING))


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Place]:
    return {"arcadedb": Place("arcadedb", str(tmp_path_factory.mktemp("engines") / "graph.db"))}


def replay(history: list[Change], store: Store) -> None:
    """Leaves judgements behind, which then sleep; the dicts get the same ones first."""
    other = fresh()
    slept = store.judgements()
    other.write(lambda writer: apply(writer, Change(judgements=slept), LISTING))
    store.write(lambda writer: writer.put_meta(META))
    for change in history:
        for one in (store, other):
            one.write(lambda writer, change=change: apply(writer, change, LISTING))  # type: ignore[misc]
    assert whole(store)[:5] == whole(other)[:5]
    emptied(store)
    assert list(store.entities()) == []
    assert list(store.edges()) == []


def test_histories_on_the_embedded_engine(places: dict[str, Place]) -> None:
    with places["arcadedb"].open() as store:

        @settings(max_examples=FEW, deadline=None, database=None)
        @given(histories())
        def check(history: list[Change]) -> None:
            replay(history, store)

        check()


@pytest.mark.neo4j
def test_histories_on_neo4j(neo4j_place: Place) -> None:
    with neo4j_place.open() as store:

        @settings(max_examples=FEW, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
        @given(histories())
        def check(history: list[Change]) -> None:
            replay(history, store)

        check()


def test_the_dicts_are_a_store() -> None:
    """They pass for one in type as well."""
    store: Store = MemoryStore()
    assert store.meta() is None
