"""From an address to an open graph."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from graphkit.errors import SettingsError
from graphkit.stores.base import Store
from graphkit.stores.connection import Connection
from graphkit.stores.cypher import CypherStore

SERVER_SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
_HINT = "write a folder (./graph.db) or a Neo4j address (neo4j://localhost:7687)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """How to log in at a Neo4j server. The password never shows, and is never saved."""

    username: str = "neo4j"
    password: str = field(default="", repr=False)
    database: str = "neo4j"


def is_server(address: str) -> bool:
    """Whether `address` names a Neo4j server and so needs credentials.

    Raises:
        SettingsError: it is neither a folder nor a known kind of server, or has a password in it.
    """
    scheme, separator, _ = address.partition("://")
    if not separator:
        return False
    if scheme.lower() == "file":
        return False
    if scheme.lower() not in SERVER_SCHEMES:
        raise SettingsError(f"{scheme}:// is no store that graphkit knows", hint=_HINT)
    parts = urlsplit(address)
    if "@" in parts.netloc:
        shown = f"{scheme}://{parts.netloc.rpartition('@')[2]}"
        raise SettingsError(
            "a store's address has no user and password in it",
            where=shown,
            hint="set NEO4J_USERNAME and NEO4J_PASSWORD",
        )
    if not parts.hostname:
        raise SettingsError("a store's address needs a host", where=address, hint=_HINT)
    return True


def folder_of(address: str) -> Path:
    """The folder that an address without a server names: a path, or `file:` and a path."""
    path = address.removeprefix("file:")
    if path != address:
        path = unquote(urlsplit(address).path) if path.startswith("//") else path
    if not path.strip() or "\x00" in path:
        raise SettingsError("the store's address is empty or no path", hint=_HINT)
    return Path(path).expanduser()


def connect(address: str, credentials: Credentials | None = None) -> Connection:
    """Open the engine at `address`, whatever it holds; a folder must be there."""
    if not is_server(address):
        from graphkit.stores.arcadedb import ArcadeConnection

        return ArcadeConnection(folder_of(address))
    from graphkit.stores.neo4j import Neo4jConnection

    who = credentials or Credentials()
    return Neo4jConnection(address, username=who.username, password=who.password, database=who.database)


def open_store(address: str, credentials: Credentials | None = None, *, migrate: bool = False) -> Store:
    """Open the graph at `address`, and make it if there is none.

    A path or `file:` address is a folder of the embedded engine; neo4j://, bolt:// and their +s and +ssc forms
    are servers, which want `credentials`. With `migrate` an older graph's schema is brought up to date.

    Raises:
        SettingsError: no such kind of address.
        StoreUnavailable: the server is not there, or another process has the folder open.
        StoreError: wrong password, unwritable folder, a newer or older graph, ...; the hint says what to do.
    """
    if not is_server(address):
        from graphkit.stores.arcadedb import is_graph, make

        if not is_graph(folder := folder_of(address)):
            make(folder, lambda connection: _ready(connection, migrate=False).close())
    return _ready(connect(address, credentials), migrate=migrate)


def _ready(connection: Connection, *, migrate: bool) -> CypherStore:
    try:
        return CypherStore(connection, migrate=migrate)
    except BaseException:
        connection.close()
        raise
