"""What tests of several parts share: an empty graph on each engine, and what this machine must have."""

from __future__ import annotations

import fcntl
import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from graphkit.stores.base import Store
from graphkit.stores.opening import Credentials, open_store
from tests.neo4j import server
from tests.neo4j.wiping import wipe

NEEDS = frozenset(filter(None, os.environ.get("GRAPHKIT_NEEDS", "").split(",")))


@dataclass(frozen=True)
class Place:
    """Where a test's graph is, and how to log in there."""

    engine: str  # "arcadedb" or "neo4j"
    address: str
    credentials: Credentials | None = field(default=None)

    def open(self) -> Store:
        return open_store(self.address, self.credentials)


def skip_or_fail(need: str, reason: str) -> None:
    """Skip a test that this machine cannot run; fail it if GRAPHKIT_NEEDS says that the machine must."""
    if need in NEEDS:
        pytest.fail(f"GRAPHKIT_NEEDS asks for {need}: {reason}")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def neo4j_server() -> Place:
    """The Neo4j of `make neo4j`, never another one: tests empty it. Its content belongs to who holds `neo4j_place`."""
    known = server.state()
    if not known or not server.answers(known):
        skip_or_fail("neo4j", "no Neo4j for tests answers; start one: make neo4j")
    return Place("neo4j", f"neo4j://localhost:{known['bolt']}", Credentials(password=known["password"]))


@contextmanager
def held(neo4j_server: Place) -> Iterator[Place]:
    """The server, emptied, and ours alone: test runs on one machine take turns."""
    name = hashlib.sha256(neo4j_server.address.encode()).hexdigest()[:12]
    with (Path(tempfile.gettempdir()) / f"graphkit-tests-{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        wipe(neo4j_server.address, neo4j_server.credentials)
        yield neo4j_server


@pytest.fixture
def neo4j_place(neo4j_server: Place) -> Iterator[Place]:
    """The server, emptied, for one test."""
    with held(neo4j_server) as place:
        yield place


@pytest.fixture(scope="module")
def neo4j_module_place(neo4j_server: Place) -> Iterator[Place]:
    """The server, emptied, for all tests of a file; none of them may ask for `neo4j_place`."""
    with held(neo4j_server) as place:
        yield place


@pytest.fixture
def arcadedb_place(tmp_path: Path) -> Place:
    """A folder that is not there yet."""
    return Place("arcadedb", str(tmp_path / "graph.db"))


@pytest.fixture(params=["arcadedb", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def place(request: pytest.FixtureRequest) -> Place:
    """An empty place for a graph, on either engine; open it with `place.open()`."""
    found: Place = request.getfixturevalue(f"{request.param}_place")
    return found


@pytest.fixture
def store(place: Place) -> Iterator[Store]:
    """An empty open graph, on either engine."""
    with place.open() as opened:
        yield opened
