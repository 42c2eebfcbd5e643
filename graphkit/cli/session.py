"""What a command needs, opened on demand: settings, store, gazetteers, questions, the reader of articles."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from graphkit.config import FILE, Config, load_config, packaged, roots

if TYPE_CHECKING:
    from graphkit.documents.outlets import Outlets
    from graphkit.extract.pipeline import Extractor
    from graphkit.gazetteers.entries import Gazetteers
    from graphkit.queries import Question
    from graphkit.stores.base import Store
    from graphkit.stores.opening import Credentials
    from graphkit.workflows.llm.engine import ModelReader


def settings() -> Config:
    """The settings of `./graphkit.toml` and the environment."""
    file = Path(FILE)
    return load_config(file.read_text(encoding="utf-8") if file.is_file() else "", os.environ)


def address(store: str | None) -> str:
    """The store's address: the option (before or after the command), else the settings."""
    return store or settings().store


@contextmanager
def open_graph(store: str | None, *, must_exist: bool = False, migrate: bool = False) -> Iterator[Store]:
    """Open the store for one command. `must_exist`: a question about a graph that is not there is an error.

    `migrate`: bring an older graph's schema up to date.
    """
    from graphkit.errors import StoreError
    from graphkit.stores.opening import folder_of, is_server, open_store

    where = address(store)
    server = is_server(where)
    if must_exist and not server and not folder_of(where).exists():
        hint = "`graphkit ingest FOLDER` makes one; --store or GRAPHKIT_STORE names another"
        raise StoreError("there is no graph here yet", where=where, hint=hint)
    with open_store(where, login() if server else None, migrate=migrate) as graph:
        yield graph


def login() -> Credentials:
    """NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE; a missing password is asked for where somebody can answer."""
    from graphkit.stores.opening import Credentials

    username = os.environ.get("NEO4J_USERNAME") or "neo4j"
    password = os.environ.get("NEO4J_PASSWORD") or ""
    if not password and sys.stdin.isatty():
        password = typer.prompt(f"password of {username}", hide_input=True, err=True)
    return Credentials(username=username, password=password, database=os.environ.get("NEO4J_DATABASE") or "neo4j")


def sources() -> Path:
    """The folder that overlays the packaged one."""
    return Path(settings().sources)


def gazetteers() -> Gazetteers:
    """Every gazetteer, packaged and overlaid."""
    from graphkit.gazetteers.load import load_gazetteers

    return load_gazetteers(roots("gazetteers", sources()))


def outlets() -> Outlets:
    """Every outlet definition, packaged and overlaid."""
    from graphkit.documents.outlets import load_outlets

    return load_outlets(roots("outlets", sources()))


def engine(name: str | None, gazetteers: Gazetteers) -> Extractor | ModelReader:
    """The reader of articles called `name`; None: as the settings say."""
    from graphkit.workflows.engines import open_engine

    config = settings()
    return open_engine(name or config.engine, config, gazetteers, os.environ)


def questions() -> dict[str, Question]:
    """The packaged questions, and those of `./cypher`."""
    from graphkit.queries import load_questions

    own, local = packaged("cypher"), Path("cypher")
    both = (own, local) if local.is_dir() and local.resolve() != own.resolve() else (own,)
    return load_questions(both)
