"""Connections drop and servers die in the middle of a write: it is done whole, or refused and done whole the next time."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from graphkit.errors import StoreUnavailable
from graphkit.stores.base import Store
from graphkit.stores.cypher import CypherStore
from graphkit.stores.neo4j import Neo4jConnection
from graphkit.stores.opening import Credentials, connect, open_store
from tests.conftest import Place, skip_or_fail
from tests.contract import making as m
from tests.contract.harbour import report, reports
from tests.contract.wire import Wire
from tests.memory_store import MemoryStore
from tests.neo4j import server
from tests.prepared import put, whole

pytestmark = pytest.mark.neo4j
FEW = 4


@pytest.fixture
def wire(neo4j_place: Place) -> Iterator[Wire]:
    wire = Wire(int(neo4j_place.address.rpartition(":")[2]))
    yield wire
    wire.close()


def along(wire: Wire, place: Place, *, retry_s: float) -> Store:
    """bolt:// and not neo4j://, whose routing would lead around the wire."""
    assert place.credentials
    who = {"username": "neo4j", "password": place.credentials.password, "database": "neo4j"}
    return CypherStore(Neo4jConnection(f"bolt://127.0.0.1:{wire.port}", retry_s=retry_s, **who))


def alone(many: int) -> tuple[object, ...]:
    store: Store = MemoryStore()
    put(store, *reports(many))
    return whole(store)


def test_a_dropped_connection_is_made_again(wire: Wire, neo4j_place: Place) -> None:
    """Cut again and again, after ever other numbers of bytes; the driver repeats the transaction."""
    chance = random.Random(5)
    with along(wire, neo4j_place, retry_s=30) as store:
        for number in range(FEW):
            wire.cut_after(chance.randrange(200, 20_000))
            with suppress(StoreUnavailable):  # when it was the commit that was cut
                put(store, report(number))
        wire.cut_after(10**9)
        put(store, *reports(FEW))
        assert whole(store) == alone(FEW)
    assert wire.cuts > FEW // 2


def test_a_broken_wire_is_told_and_a_rerun_completes(wire: Wire, neo4j_place: Place) -> None:
    with along(wire, neo4j_place, retry_s=0.5) as store:
        put(store, report(0))
        wire.break_off()
        for action in (lambda: put(store, report(1)), store.counts, lambda: store.run("RETURN 1 AS x", {})):
            with pytest.raises(StoreUnavailable, match="again") as caught:
                action()
            assert "Traceback" not in str(caught.value)
        wire.mend()
        put(store, *reports(3))
        assert whole(store) == alone(3)


def test_a_wire_that_breaks_at_every_point_leaves_nothing_half_written(wire: Wire, neo4j_place: Place) -> None:
    """Cut for good after more and more bytes of one and the same write, until it comes through."""
    with along(wire, neo4j_place, retry_s=0) as store:
        empty = m.everything(store)
        after, refused = 100, 0
        while True:
            before = wire.passed
            wire.cut_after(after)
            try:
                store.write(m.put_sample)
                break
            except StoreUnavailable:
                refused += 1
            found = m.everything(store)
            assert found == empty or list(found["edges"]) == list(m.EDGES)
            after += max(200, (wire.passed - before) // 6)
        wire.cut_after(10**9)
        assert list(store.edges()) == list(m.EDGES)
    assert refused >= 3


def test_a_constraint_that_a_killed_server_had_begun(neo4j_place: Place) -> None:
    """Its index is there under its name, and no constraint."""
    connection = connect(neo4j_place.address, neo4j_place.credentials)
    try:
        connection.change_schema(
            (
                "DROP CONSTRAINT graphkit_visited_key IF EXISTS",
                "CREATE INDEX graphkit_visited_key IF NOT EXISTS FOR ()-[r:VISITED]-() ON (r.key)",
            )
        )
    finally:
        connection.close()
    with neo4j_place.open() as store:
        ask = "SHOW CONSTRAINTS YIELD name WHERE name = 'graphkit_visited_key' RETURN name ORDER BY name"
        assert len(store.run(ask, {})[1]) == 1


@pytest.mark.slow
def test_a_server_that_is_killed_and_comes_back(tmp_path: Path) -> None:
    """Twice: power is cut while it writes. The reader goes on by itself once it is back, or ends with a clear error; then it is
    run again."""
    home = tmp_path / "server"
    try:
        known = server.start(home)
    except server.NoServer as error:
        skip_or_fail("neo4j", str(error))
    if "pid" not in known:
        server.stop(home)
        pytest.skip("only a server that runs here by itself can be killed")
    try:
        place = Place("neo4j", f"neo4j://localhost:{known['bolt']}", Credentials(password=known["password"]))
        killed_twice(place, home)
    finally:
        server.stop(home)


def killed_twice(place: Place, home: Path) -> None:
    many, done, refused = 40, threading.Event(), []

    def read_all() -> None:
        while not done.is_set():
            try:
                with open_store(place.address, place.credentials) as store:
                    put(store, *reports(many), batch=1)
                    done.set()
            except StoreUnavailable as error:
                refused.append(str(error))
                time.sleep(0.5)

    reader = threading.Thread(target=read_all)
    reader.start()
    for _ in range(2):
        time.sleep(2.5)
        server.kill(home)
        time.sleep(1)
        server.start(home)
    reader.join(120)
    assert done.is_set(), refused
    with place.open() as store:
        assert whole(store) == alone(many)
