"""Neo4j through its own driver. Import this module only when a server is wanted: the driver is heavy."""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar

import neo4j
from neo4j import exceptions as wrong
from neo4j.graph import Node, Path, Relationship

from graphkit.errors import GraphkitError, QuestionError, SettingsError, StoreError, StoreUnavailable
from graphkit.stores import statements as s
from graphkit.stores.base import Row
from graphkit.stores.connection import Run
from graphkit.stores.values import days_as_dates

logging.getLogger("neo4j").addHandler(logging.NullHandler())  # what it has to say reaches people as our errors

T = TypeVar("T")
AGENT = "graphkit"
CONNECT_S = 10.0  # a server that is there answers at once; one across a VPN within seconds
RETRY_S = 30.0  # the driver's own default: how long a lost connection or a deadlock is tried again
PATIENCE = 3  # how often a constraint is tried that somebody else has begun
_BEGUN = ("Neo.ClientError.Schema.IndexWithNameAlreadyExists", "Neo.ClientError.Schema.IndexAlreadyExists")
_NAME = re.compile(r"CREATE \w+ (graphkit_\w+) IF NOT EXISTS")
WRITE_S = 600.0  # no transaction of ours is longer; one that hangs must not hold the turn for ever


class Neo4jConnection:
    """See `graphkit.stores.connection.Connection`."""

    def __init__(self, address: str, *, username: str, password: str, database: str, retry_s: float = RETRY_S) -> None:
        self.address = address
        self.new = True  # a server's database may be without a graph; the first who opens it makes one
        self._database = database
        with translated(address):
            self._driver = neo4j.GraphDatabase.driver(
                address,
                auth=(username, password),
                user_agent=AGENT,
                connection_timeout=CONNECT_S,
                max_transaction_retry_time=retry_s,
                notifications_min_severity="OFF",  # the driver would log them; tests over cypher/ ask for them
            )
        try:
            self._greet()
        except BaseException:
            self.close()
            raise

    def read(self, cypher: str, params: Mapping[str, Any]) -> list[Row]:
        with translated(self.address), self._session(neo4j.READ_ACCESS) as session:
            return session.execute_read(lambda tx: fetch(tx, cypher, params))

    def write(self, work: Callable[[Run], T]) -> T:
        @neo4j.unit_of_work(timeout=WRITE_S)
        def transaction(tx: neo4j.ManagedTransaction) -> T:
            return work(lambda cypher, params: fetch(tx, cypher, params))

        with translated(self.address), self._session(neo4j.WRITE_ACCESS) as session:
            return session.execute_write(transaction)

    def change_schema(self, statements: tuple[str, ...]) -> None:
        """One by one, as Neo4j wants it."""
        with translated(self.address), self._session(neo4j.WRITE_ACCESS) as session:
            for statement in statements:
                create(session, statement)
            session.run("CALL db.awaitIndexes(300)").consume()

    def ask(
        self, cypher: str, params: Mapping[str, Any], *, timeout_s: float, limit: int
    ) -> tuple[tuple[str, ...], list[Row]]:
        with translated(self.address, asked=True), self._session(neo4j.READ_ACCESS) as session:
            plan = session.run(neo4j.Query(f"EXPLAIN\n{cypher}", timeout=timeout_s), dict(params)).consume()
            if plan.query_type != "r":
                raise QuestionError(
                    "only reading the graph is allowed: this would change it",
                    hint="the record changes by ingest, forget, judge and import",
                )
            with session.begin_transaction(timeout=timeout_s) as tx:
                result = tx.run(cypher, dict(params))
                names = tuple(result.keys())
                rows = [shown(record, names) for record in result.fetch(limit)]
            return names, rows

    def close(self) -> None:
        if hasattr(self, "_driver"):
            self._driver.close()

    def __repr__(self) -> str:
        return f"<Neo4j at {self.address}>"

    def _session(self, access: str) -> neo4j.Session:
        """Sessions of one driver share bookmarks, so that in a cluster each reads what the last one wrote."""
        return self._driver.session(
            database=self._database,
            default_access_mode=access,
            bookmark_manager=self._driver.execute_query_bookmark_manager,
        )

    def _greet(self) -> None:
        """Fail now, and not after half a minute of trying, if the server is not there or wants another password."""
        with translated(self.address), self._session(neo4j.READ_ACCESS) as session:
            session.run("RETURN 1").consume()


def create(session: neo4j.Session, statement: str) -> None:
    """Make a constraint or index of ours.

    Another process may be making it at this moment; and a server that was killed while it made a constraint keeps
    the index that it had begun with, under the constraint's name. So: wait a little, then clear that away.
    """
    for _ in range(PATIENCE):
        try:
            session.execute_write(fetch, statement, {})
        except wrong.ClientError as error:
            if error.code not in _BEGUN:
                raise
            time.sleep(1)
        else:
            return
    for name in _NAME.findall(statement):
        session.execute_write(fetch, f"DROP INDEX {name} IF EXISTS", {})
    session.execute_write(fetch, statement, {})


def fetch(tx: neo4j.ManagedTransaction, cypher: str, params: Mapping[str, Any]) -> list[Row]:
    """All rows of one statement; never `record.data()`, which loses the properties of relationships."""
    result = tx.run(cypher, dict(params))
    names = result.keys()
    return [{name: plain(record[name]) for name in names} for record in result]


def shown(record: neo4j.Record, names: tuple[str, ...]) -> Row:
    return {name: days_as_dates(plain(record[name])) for name in names}


def plain(value: Any) -> Any:
    """A driver's value as plain Python: a path as the list of its nodes and relationships, in turn."""
    if isinstance(value, Node):
        ours = sorted(label for label in value.labels if label in s.PREFIXES or label in s.RECORD_PREFIXES)
        label = (ours or sorted(value.labels) or [""])[0]
        return {"_label": label, **{name: plain(value[name]) for name in sorted(value)}}
    if isinstance(value, Relationship):
        return {"_type": value.type, **{name: plain(value[name]) for name in sorted(value)}}
    if isinstance(value, Path):
        ends = [plain(node) for node in value.nodes]
        return [
            ends[0],
            *(item for r, node in zip(value.relationships, ends[1:], strict=True) for item in (plain(r), node)),
        ]
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {name: plain(item) for name, item in value.items()}
    return _scalar(value)


def _scalar(value: Any) -> Any:
    if isinstance(value, neo4j.time.Date):
        return value.to_native()
    if isinstance(value, neo4j.time.DateTime | neo4j.time.Time | neo4j.time.Duration):
        return value.iso_format()
    if value is None or isinstance(value, bool | int | float | str):
        return value
    return str(value)  # points: nothing of ours holds one


@contextmanager
def translated(where: str, *, asked: bool = False) -> Iterator[None]:
    """No driver's exception leaves: each becomes one of ours, with what to do about it."""
    try:
        yield
    except (wrong.Neo4jError, wrong.DriverError) as error:
        raise _ours(error, where, asked) from error


_BY_CODE: tuple[tuple[str, type[GraphkitError], str, str], ...] = (
    ("Security.AuthenticationRateLimit", StoreUnavailable, "the server locked this user after wrong passwords",
     "wait five seconds, then try again with the right password"),
    ("Security", StoreError, "the server refuses this user name or password",
     "set NEO4J_USERNAME and NEO4J_PASSWORD to what the server knows"),
    ("Database.DatabaseNotFound", StoreError, "the server has no database of this name",
     "set NEO4J_DATABASE to one it has; Community has one, neo4j"),
    ("Schema.ConstraintCreationFailed", StoreError, "the database holds other nodes of our labels with the same `key`",
     "use a database of its own for the graph; graphkit neo4j check says what is there"),
    ("Schema.ConstraintValidationFailed", StoreError, "something with this key is in the database already", ""),
    ("MemoryPoolOutOfMemory", StoreError, "the server has too little memory for this transaction",
     "raise server.memory.heap.max_size, or do less at once"),
    ("WriteOnReadOnly", StoreError, "the server lets nobody write", "ask who runs it, or open another graph"),
    ("TransactionTimedOut", StoreUnavailable, "the server stopped this because it took too long", "try again later"),
)  # fmt: skip


def _ours(error: wrong.Neo4jError | wrong.DriverError, where: str, asked: bool) -> GraphkitError:
    code = getattr(error, "code", None) or ""
    if asked and ("TransactionTimedOut" in code or code.startswith("Neo.ClientError.Statement")):
        return _question(error, code)
    for part, kind, message, hint in _BY_CODE:
        if part in code:
            return kind(message, where=where, hint=hint or None)
    if isinstance(error, wrong.ConfigurationError):
        return SettingsError(str(error), where=where)
    text = str(error)
    if "No space left" in text or "disk" in text.lower():
        return StoreError("the server cannot write: its disk is full", where=where, hint="make room on it, then repeat")
    if isinstance(error, wrong.IncompleteCommit):
        return StoreUnavailable(
            "the connection was lost while the server was finishing", where=where,
            hint="run the same command again: what is there already is not read twice",
        )  # fmt: skip
    if _gone(error):
        return StoreUnavailable(
            "the server cannot be reached", where=where,
            hint="is it running, and is the address right? Then run the same command again",
        )  # fmt: skip
    return StoreError(f"the server refused: {getattr(error, 'message', None) or text}", where=where)


def _gone(error: Exception) -> bool:
    away = wrong.ServiceUnavailable, wrong.SessionExpired, wrong.TransientError, wrong.DatabaseUnavailable
    return isinstance(error, away)


def _question(error: Exception, code: str) -> QuestionError:
    if "TransactionTimedOut" in code:
        return QuestionError("the answer took too long", hint="ask for less, or allow more time")
    if "AccessMode" in code:
        return QuestionError(
            "only reading the graph is allowed: this would change it",
            hint="the record changes by ingest, forget, judge and import",
        )
    return QuestionError(f"Neo4j does not understand this: {_said(str(getattr(error, 'message', None) or error))}")


def _said(text: str) -> str:
    """The server's words, with lines counted from the question's first and not from EXPLAIN before it."""
    return re.sub(
        r"\(line (\d+), column (\d+) \(offset: \d+\)\)",
        lambda found: f"(line {max(1, int(found[1]) - 1)}, column {found[2]})",
        text,
    )
