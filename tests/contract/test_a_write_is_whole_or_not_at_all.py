"""What is done in one `write` is in the store afterwards, or nothing of it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from graphkit.errors import StoreError
from graphkit.stores.base import Store, Writer
from tests.contract import making as m

EVERYTHING = (
    "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN n.key AS node, r.key AS relationship ORDER BY node, relationship"
)


class _Stopped(Exception):
    """An error of the caller's own."""


STEPS: list[Callable[[Writer], object]] = [
    m.put_sample,
    lambda w: w.put_meta(replace(m.META, ontology=2, min_confidence=0.1)),
    lambda w: w.drop_articles([m.ARTICLE.key]),
    lambda w: w.clear_graph(),
    lambda w: w.put_judgement(m.judgement()),
    lambda w: w.put_entities([m.entity("person:new", "New")]),
    lambda w: w.drop_edges([m.MET.key]),
]


@pytest.mark.parametrize("error", [_Stopped, StoreError, KeyboardInterrupt, SystemExit, MemoryError])
def test_an_error_in_the_middle_leaves_nothing(store: Store, error: type[BaseException]) -> None:
    """The caller's own error comes out as it was raised."""
    store.write(m.put_sample)
    before, rows = m.everything(store), store.run(EVERYTHING, {})
    for number in range(1, len(STEPS) + 1):

        def work(w: Writer, number: int = number) -> None:
            for step in STEPS[:number]:
                step(w)
            raise error("stop")

        with pytest.raises(error):
            store.write(work)
    assert m.everything(store) == before
    assert store.run(EVERYTHING, {}) == rows


def test_a_first_write_that_fails_leaves_an_empty_store(store: Store) -> None:
    def work(w: Writer) -> None:
        m.put_sample(w)
        raise _Stopped

    with pytest.raises(_Stopped):
        store.write(work)
    assert m.everything(store)["counts"] == {}
    assert store.meta() is None
    store.write(m.put_sample)
    assert list(store.edges()) == list(m.EDGES)


def test_the_result_of_the_work_is_returned(store: Store) -> None:
    assert store.write(lambda w: ["whatever", list(w.claims())]) == ["whatever", []]


def test_a_write_within_a_write_is_a_callers_bug(store: Store) -> None:
    with pytest.raises(ValueError, match="inside"):
        store.write(lambda w: store.write(m.put_sample))
    assert store.counts() == {}


def test_reading_beside_an_open_write_sees_the_state_before(store: Store) -> None:
    def work(w: Writer) -> int:
        m.put_sample(w)
        return len(list(store.claims()))

    if store.address.startswith("neo4j"):  # the embedded engine has one transaction for the thread
        assert store.write(work) == 0
    assert len(list(store.claims())) == (2 if store.address.startswith("neo4j") else 0)
