"""No network, no model download, no API key: the shipped articles are read with every socket refused, twice the same."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from graphkit.documents.outlets import load_outlets
from graphkit.documents.reader import article_files, read_articles
from graphkit.extract.pipeline import Extractor
from graphkit.gazetteers.load import load_gazetteers
from graphkit.workflows.forget import forget
from graphkit.workflows.ingest import ingest
from graphkit.workflows.rebuild import rebuild
from tests.memory_store import MemoryStore
from tests.prepared import whole

SOURCES = Path(__file__).parents[2] / "sources"


@pytest.fixture
def no_sockets(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("something wants the network")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.usefixtures("no_sockets")
def test_reading_forgetting_and_rebuilding_need_no_network_and_give_the_same_bytes() -> None:
    gazetteers, outlets = load_gazetteers([SOURCES / "gazetteers"]), load_outlets([SOURCES / "outlets"])
    extractor = Extractor(gazetteers)
    items = list(read_articles(article_files([SOURCES / "samples"]), outlets))
    one, other = MemoryStore(), MemoryStore()
    ingest(items, extractor, one, gazetteers, outlets)
    ingest(reversed(items), extractor, other, gazetteers, outlets, batch=3)
    assert len(list(one.claims())) > 20
    assert whole(one) == whole(other)
    before = whole(one)
    rebuild(one, gazetteers, reread=extractor, outlets=outlets)
    assert whole(one) == before
    for filed in list(other.articles()):
        forget(other, filed.article.key, gazetteers)
    assert not list(other.entities())
    assert not list(other.edges())
