"""The store, written once in Cypher over a connection to either engine."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from graphkit.errors import StoreError
from graphkit.stores import statements as s
from graphkit.stores.base import Row, Writer
from graphkit.stores.connection import Connection, Run
from graphkit.stores.questions import check_question
from graphkit.stores.reading import CypherReader
from graphkit.stores.schema import MIGRATIONS, pending
from graphkit.stores.writing import CypherWriter

T = TypeVar("T")


class CypherStore(CypherReader):
    """See `graphkit.stores.base.Store`; open one with `graphkit.stores.opening.open_store`."""

    def __init__(self, connection: Connection, *, migrate: bool = False) -> None:
        super().__init__(connection.read)
        self._connection = connection
        self._here = threading.local()
        self.address = connection.address
        self._prepare(migrate)

    def write(self, work: Callable[[Writer], T]) -> T:
        """ValueError if it is called inside another `write` of the same thread: that one could never end."""
        if getattr(self._here, "writing", False):
            raise ValueError("a write inside a write; use the Writer that was given")

        def in_turn(run: Run) -> T:
            props = run(s.TAKE_TURN, {"key": s.META})[0]["props"]
            return work(CypherWriter(run, props))

        self._here.writing = True
        try:
            return self._connection.write(in_turn)
        finally:
            self._here.writing = False

    def run(
        self, cypher: str, params: Mapping[str, Any], *, timeout_s: float = 60.0, limit: int = 10_000
    ) -> tuple[tuple[str, ...], list[Row]]:
        return self._connection.ask(check_question(cypher), params, timeout_s=timeout_s, limit=limit)

    def close(self) -> None:
        self._connection.close()

    def __enter__(self) -> CypherStore:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<graph at {self.address}>"

    def _prepare(self, migrate: bool) -> None:
        """Bring the schema up to date; touches nothing of a graph that is."""
        props = self._meta()
        if not props and not self._connection.new:
            raise StoreError(
                "this database is no graph of graphkit's, or it is damaged", where=self.address,
                hint="put a backup in its place, or import an export of it into a new one",
            )  # fmt: skip
        marks = tuple(props.get("migrations", ()))
        steps = pending(MIGRATIONS, props.get("schema"), marks, where=self.address, migrate=migrate)
        for step in steps:
            self._connection.change_schema(tuple(made.statement for made in step.makes))
            marks += (step.mark,)
            self._remember({"schema": step.number, "migrations": list(marks)})

    def _remember(self, props: dict[str, Any]) -> None:
        self._connection.write(lambda run: run(s.PUT_META, {"key": s.META, "props": props}))
