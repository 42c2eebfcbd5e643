"""Writing fails for want of room: it is said, nothing half-written is there, and with room again the rerun completes."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from neo4j.exceptions import Neo4jError

from graphkit.errors import StoreError
from graphkit.stores import arcadedb, neo4j
from graphkit.stores.base import Store
from graphkit.stores.opening import open_store
from tests.conftest import Place
from tests.contract.harbour import report, reports
from tests.memory_store import MemoryStore
from tests.prepared import put, whole

MANY = 8


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 32 MB of which a new graph takes 14."""
    command = ["mount", "-t", "tmpfs", "-o", "size=32m", "tmpfs", str(tmp_path)]
    if not shutil.which("mount") or subprocess.run(command, capture_output=True).returncode:
        pytest.skip("no small file system can be mounted here (it takes the superuser)")
    yield tmp_path
    subprocess.run(["umount", str(tmp_path)], check=True)


def fill_up(filler: Path, *, leave: int) -> None:
    file = os.open(filler, os.O_CREAT | os.O_WRONLY)
    with suppress(OSError):
        while True:
            os.write(file, b"x" * 65_536)
    os.truncate(filler, filler.stat().st_size - leave)
    os.close(file)


def alone(many: int) -> tuple[object, ...]:
    store: Store = MemoryStore()
    put(store, *reports(many))
    return whole(store)


@pytest.mark.parametrize("leave", [0, 100_000, 400_000])
def test_a_full_disk(small_disk: Path, leave: int) -> None:
    address, filler = str(small_disk / "graph.db"), small_disk / "filler"
    with open_store(address) as store:
        put(store, report(0))
        fill_up(filler, leave=leave)
        with pytest.raises(StoreError, match="no room left"):
            put(store, *reports(400), batch=1)
        written = store.counts()["Article"]
        assert whole(store) == alone(written)
    filler.unlink()
    with open_store(address) as store:
        assert whole(store) == alone(written)
        put(store, *reports(written + MANY))
        assert whole(store) == alone(written + MANY)


def test_a_disk_too_full_for_a_new_graph(small_disk: Path) -> None:
    fill_up(small_disk / "filler", leave=1_000_000)
    with pytest.raises(StoreError, match="no room left"):
        open_store(str(small_disk / "graph.db"))
    assert [path.name for path in small_disk.iterdir()] == ["filler"]


def test_a_read_only_disk(small_disk: Path) -> None:
    """With a graph on it and without."""
    with open_store(str(small_disk / "graph.db")) as store:
        put(store, report(0))
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    for name in ("graph.db", "new.db"):
        with pytest.raises(StoreError, match="cannot be written") as caught:
            open_store(str(small_disk / name))
        assert "--store" in str(caught.value)


def test_a_commit_that_fails(arcadedb_place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no small disk can be made: what the engine raises at commit."""
    with arcadedb_place.open() as store:
        put(store, report(0))
        before = whole(store)

        def fail(self: object) -> None:
            raise arcadedb.engine().ArcadeDBError("Failed to commit transaction: IOException: No space left on device")

        with monkeypatch.context() as patch:
            patch.setattr("arcadedb._native.database.NativeDatabase.commit", fail)
            with pytest.raises(StoreError, match="no room left"):
                put(store, report(1))
        assert whole(store) == before
        put(store, report(1))
        assert whole(store) == alone(2)


def test_a_server_without_room_is_said_to_have_none() -> None:
    error = Neo4jError._hydrate_neo4j(
        code="Neo.DatabaseError.Transaction.TransactionCommitFailed", message="IOException: No space left on device"
    )
    with pytest.raises(StoreError, match="disk is full"), neo4j.translated("neo4j://x"):
        raise error
