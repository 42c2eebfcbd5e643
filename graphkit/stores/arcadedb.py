"""ArcadeDB inside this process, in a folder. Import this module only when one is wanted: the engine is heavy."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from itertools import islice
from pathlib import Path
from threading import Lock
from types import ModuleType
from typing import Any, TypeVar

from graphkit.errors import GraphkitError, QuestionError, StoreError, StoreUnavailable
from graphkit.stores import statements as s
from graphkit.stores.base import Row
from graphkit.stores.connection import Run
from graphkit.stores.values import days_as_dates

T = TypeVar("T")
COMMAND_S = 600.0  # no statement of ours is longer; Ctrl-C does not reach into the engine, this does
_PATH = re.compile(r"\(#\d+:\d+\)(?:<?-\[#\d+:\d+\]->?\(#\d+:\d+\))+")
_RECORD = re.compile(r"#\d+:\d+")
_PLAN_COLUMNS = re.compile(r"FINAL PROJECTION \[(.*)\]")


class ArcadeConnection:
    """See `graphkit.stores.connection.Connection`. One process at a time holds the folder."""

    def __init__(self, folder: Path, *, new: bool = False) -> None:
        self.address = str(folder)
        self.new = new
        self._writing = Lock()
        self._timeout_s = 0.0
        with translated(self.address):
            self._db = _open(engine(), folder, new=new)
        try:
            with translated(self.address):
                self._db.set_wal_flush("yes_nometadata")  # a commit is on the disk when it returns
                self._limit_to(COMMAND_S)
        except BaseException:
            self.close()
            raise

    def read(self, cypher: str, params: Mapping[str, Any]) -> list[Row]:
        with translated(self.address):
            self._limit_to(COMMAND_S)
            return [plain(row) for row in self._db.query("opencypher", cypher, dict(params)).to_list()]

    def write(self, work: Callable[[Run], T]) -> T:
        with self._writing, translated(self.address):
            self._limit_to(COMMAND_S)
            with self._transaction():
                return work(self._run)

    def change_schema(self, statements: tuple[str, ...]) -> None:
        with translated(self.address):
            for statement in statements:
                self._db.command("opencypher", statement)

    def ask(
        self, cypher: str, params: Mapping[str, Any], *, timeout_s: float, limit: int
    ) -> tuple[tuple[str, ...], list[Row]]:
        with translated(self.address, asked=True):
            self._limit_to(timeout_s)
            result = self._db.query("opencypher", cypher, dict(params))
            rows = [row.to_dict() for row in islice(result, limit)]
            result.close()
            names = tuple(rows[0]) if rows else self._columns(cypher, params)
            return names, [self._shown(row) for row in rows]

    def close(self) -> None:
        if hasattr(self, "_db"):
            with translated(self.address):
                self._db.close()

    def __repr__(self) -> str:
        return f"<graph folder {self.address}>"

    def _run(self, cypher: str, params: Mapping[str, Any]) -> list[Row]:
        result = self._db.command("opencypher", cypher, dict(params))
        return [plain(row) for row in result.to_list()] if result is not None else []

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._db.begin()
        try:
            yield
            self._db.commit()
        except BaseException:
            if self._db.is_transaction_active():
                self._db.rollback()
            raise

    def _limit_to(self, seconds: float) -> None:
        """The limit is the database's, and changing it costs ten milliseconds: only when it differs."""
        if seconds != self._timeout_s:
            self._db.command("sql", f"ALTER DATABASE `arcadedb.command.timeout` {max(1, int(seconds * 1000))}")
            self._timeout_s = seconds

    def _columns(self, cypher: str, params: Mapping[str, Any]) -> tuple[str, ...]:
        """The names of the columns of an answer without rows: only the plan has them."""
        plan = self._db.query("opencypher", f"EXPLAIN {cypher}", dict(params)).to_list()
        found = _PLAN_COLUMNS.findall(str(plan[0].get("executionPlanAsString", ""))) if plan else []
        return tuple(found[-1].split(", ")) if found and found[-1] else ()

    def _shown(self, row: Row) -> Row:
        return {name: days_as_dates(plain(self._whole_path(value))) for name, value in row.items()}

    def _whole_path(self, value: Any) -> Any:
        """A path comes as text with the places of its records; the records are what was asked for."""
        if isinstance(value, list):
            return [self._whole_path(item) for item in value]
        if not (isinstance(value, str) and _PATH.fullmatch(value)):
            return value
        records = [self._db.lookup_by_rid(place) for place in _RECORD.findall(value)]
        return [{"@type": record.get_type_name(), **record.to_dict()} for record in records]


def engine() -> ModuleType:
    """The engine's package, told to be quiet: it logs to a folder among the temporary files, not to the screen."""
    logs = Path(tempfile.gettempdir()) / f"graphkit-engine-log-{_user()}"
    os.environ.setdefault("ARCADEDB_LOG_CONSOLE", "0")
    os.environ.setdefault("ARCADEDB_LOG_DIR", str(logs))
    for name in ("arcadedb", "arcadedb_embedded"):
        try:
            return import_module(name)
        except ImportError:
            continue
    raise StoreError(
        "the embedded engine is not installed for this platform",
        hint="pip install 'graphkit[jvm]' brings one that runs on Java, or use a Neo4j server (--store neo4j://...)",
    )


def _user() -> str:
    return str(os.getuid()) if hasattr(os, "getuid") else "user"


def is_graph(folder: Path) -> bool:
    """Whether a database of the engine is in `folder`; False if nothing is there.

    Raises:
        StoreError: something else is there.
    """
    with translated(str(folder)):
        if engine().database_exists(str(folder.absolute())):
            return True
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise StoreError("there is something else there, no graph", where=str(folder), hint="name a new folder")
        return False


def make(folder: Path, fill: Callable[[ArcadeConnection], None]) -> None:
    """Make a database and `fill` it beside its final place, then move it there: a graph is there whole or not."""
    with translated(str(folder)):
        folder.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
        try:
            fill(ArcadeConnection(beside / folder.name, new=True))
            (beside / folder.name).replace(folder)
        finally:
            shutil.rmtree(beside, ignore_errors=True)


def _open(arcadedb: ModuleType, folder: Path, *, new: bool) -> Any:
    path = str(folder.absolute())  # the engine knows the working folder only as it was when it was loaded
    return arcadedb.create_database(path) if new else arcadedb.open_database(path)


def plain(value: Any) -> Any:
    """An engine's value as plain Python: records lose their place and say what they are."""
    if isinstance(value, dict):
        inner = {name: plain(item) for name, item in value.items() if not name.startswith("@")}
        if "@type" not in value:
            return inner
        type_ = str(value["@type"])
        mark = "_type" if type_ in s.EDGE_TYPES or type_ in s.RECORD_TYPES else "_label"
        return {mark: type_.split("~")[0], **{name: inner[name] for name in sorted(inner)}}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value


@contextmanager
def translated(where: str, *, asked: bool = False) -> Iterator[None]:
    """No engine's exception leaves: each becomes one of ours, with what to do about it."""
    try:
        yield
    except OSError as error:
        raise _ours(f"cannot be written: {error}", where, asked=False) from error
    except Exception as error:
        if type(error).__name__ != "ArcadeDBError":  # its class is known only once the engine is loaded
            raise
        raise _ours(str(error), where, asked) from error


_BY_WORDS: tuple[tuple[str, type[GraphkitError], str, str], ...] = (
    ("locked by another process|LockException", StoreUnavailable, "another process has this graph open",
     "close it there, or use a Neo4j server, which several can share (--store neo4j://...)"),
    ("already in use", StoreUnavailable, "this graph is open already in this program", "close it first"),
    ("No space left|not enough space|disk full", StoreError, "there is no room left on the disk",
     "nothing of this step is in the graph; make room, then run the same command again"),
    ("cannot be written|Cannot create directory|Permission denied|Read-only file system|not writable|AccessDenied|Not a directory",
     StoreError, "this folder cannot be written", "choose another one with --store, or change its permissions"),
    ("DuplicatedKey", StoreError, "something with this key is in the graph already", ""),
    ("TimeoutException", StoreUnavailable, "this took too long and was stopped", "do less at once"),
)  # fmt: skip


def _ours(text: str, where: str, asked: bool) -> GraphkitError:
    if asked:
        return _question(text)
    for words, kind, message, hint in _BY_WORDS:
        if re.search(words, text):
            return kind(message, where=where, hint=hint or None)
    if re.search("open database|Error on creating new database instance", text):
        hint = "it may be damaged: put a backup in its place, or import an export of it into a new one"
        return StoreError(f"this graph cannot be opened: {_short(text)}", where=where, hint=hint)
    return StoreError(f"the engine refused: {_short(text)}", where=where)


def _question(text: str) -> QuestionError:
    if "TimeoutException" in text:
        return QuestionError("the answer took too long", hint="ask for less, or allow more time")
    if "NotIdempotent" in text:
        return QuestionError(
            "only reading the graph is allowed: this would change it",
            hint="the record changes by ingest, forget, judge and import",
        )
    return QuestionError(
        f"the engine does not understand this: {_said(text)}",
        hint="it takes one Cypher statement, such as MATCH (c:Country) RETURN c.name",
    )


def _said(text: str) -> str:
    """What the engine says is wrong, without where in the engine it was noticed."""
    text = re.sub(r"\s*\(caused by .*\)$|, expected: one of .*$", "", text, flags=re.DOTALL)
    return _short(re.split(r"\w+(?:Exception|Error): ", text)[-1])


def _short(text: str) -> str:
    """Without the names of Java classes, and no longer than a few lines."""
    return re.sub(r"\b(?:[a-z]+\.){2,}(\w+)", r"\1", text)[:500]
