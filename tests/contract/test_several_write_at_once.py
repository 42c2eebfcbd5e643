"""Several analysts read overlapping articles into one graph at the same time: the graph is what one alone would make."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace

import pytest

from graphkit.errors import StoreUnavailable
from graphkit.stores.base import Store, Writer
from tests.conftest import Place
from tests.contract import making as m
from tests.contract.harbour import reader, reports
from tests.memory_store import MemoryStore
from tests.prepared import put, whole

MANY = 16
ORDERS = (range(MANY), range(MANY - 1, -1, -1), range(0, MANY, 2), range(3, MANY))


@pytest.mark.neo4j
def test_four_processes_make_the_graph_of_one(neo4j_place: Place) -> None:
    """They begin with a server that has no graph yet, so that they make its schema together as well."""
    readers = [reader(neo4j_place, order) for order in ORDERS]
    said = [process.communicate(timeout=120) for process in readers]
    assert [(process.returncode, errors) for process, (_, errors) in zip(readers, said, strict=True)] == [(0, "")] * 4
    assert [len(lines.split()) for lines, _ in said] == [len(order) for order in ORDERS]

    alone: Store = MemoryStore()
    put(alone, *reports(MANY))
    with neo4j_place.open() as store:
        assert whole(store) == whole(alone)


@pytest.mark.neo4j
def test_writers_take_turns(neo4j_place: Place) -> None:
    """Each adds one to what it read: were two of them to read the same number, one would be lost."""
    with neo4j_place.open() as first, neo4j_place.open() as second:
        first.write(lambda w: w.put_meta(m.META))
        run_all([lambda store=store: add(store, 10) for store in (first, second, first, second)])  # type: ignore[misc]
        meta = first.meta()
        assert meta
        assert meta.ontology == m.META.ontology + 40


def test_threads_of_one_process_take_turns(store: Store) -> None:
    store.write(lambda w: w.put_meta(m.META))
    run_all([lambda: add(store, 10)] * 4)
    meta = store.meta()
    assert meta
    assert meta.ontology == m.META.ontology + 40


def add(store: Store, times: int) -> None:
    def work(w: Writer) -> None:
        meta = w.meta()
        assert meta
        w.put_meta(replace(meta, ontology=meta.ontology + 1))

    for _ in range(times):
        store.write(work)


def run_all(jobs: list[Callable[[], None]]) -> None:
    failed: list[BaseException] = []

    def guarded(job: Callable[[], None]) -> None:
        try:
            job()
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=guarded, args=(job,)) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert failed == []
    assert not any(thread.is_alive() for thread in threads)


def test_a_second_process_waits_for_nobody_at_the_embedded_store(arcadedb_place: Place) -> None:
    """It is told at once, and the first goes on undisturbed."""
    with arcadedb_place.open() as store:
        second = reader(arcadedb_place, range(3))
        _, errors = second.communicate(timeout=60)
        assert second.returncode == 1
        assert StoreUnavailable.__name__ in errors
        put(store, *reports(3))
        assert store.counts()["Article"] == 3
