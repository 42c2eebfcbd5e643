"""What an engine must offer for the store to be written once: `neo4j.py` and `arcadedb.py` offer it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol, TypeVar

from graphkit.stores.base import Row

T = TypeVar("T")
Run = Callable[[str, Mapping[str, Any]], list[Row]]
"""Runs one statement in an open transaction; the rows are plain Python, days are `datetime.date`."""


class Connection(Protocol):
    """An open database. Whatever its driver raises leaves it as a `GraphkitError`."""

    address: str
    new: bool  # it may be without a graph; a folder that was made before never is

    def read(self, cypher: str, params: Mapping[str, Any]) -> list[Row]:
        """Run one reading statement of ours in a transaction of its own."""
        ...

    def write(self, work: Callable[[Run], T]) -> T:
        """Run `work` in one transaction and commit; if it raises, nothing happened. It may be run again."""
        ...

    def change_schema(self, statements: tuple[str, ...]) -> None:
        """Run statements that create constraints and indexes; return once these are ready."""
        ...

    def ask(
        self, cypher: str, params: Mapping[str, Any], *, timeout_s: float, limit: int
    ) -> tuple[tuple[str, ...], list[Row]]:
        """Run somebody else's reading statement; QuestionError if it is wrong, writes, or takes too long."""
        ...

    def close(self) -> None: ...
