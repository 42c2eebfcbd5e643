"""Every promise is kept on every store: on both engines, and in the dicts of the property tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graphkit.stores.base import Store
from tests.memory_store import MemoryStore


@pytest.fixture(params=["memory", "arcadedb", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def graph(request: pytest.FixtureRequest) -> Iterator[Store]:
    """An empty open graph, whatever keeps it."""
    if request.param == "memory":
        yield MemoryStore()
        return
    with request.getfixturevalue(f"{request.param}_place").open() as opened:
        yield opened
