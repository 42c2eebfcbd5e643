"""Addresses, credentials, and what a person reads when a graph does not open."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from graphkit.errors import QuestionError, SettingsError, StoreError, StoreUnavailable
from graphkit.stores.arcadedb import ArcadeConnection
from graphkit.stores.base import Store
from graphkit.stores.opening import Credentials, connect, folder_of, is_server, open_store
from graphkit.stores.schema import MIGRATIONS, Migration, node_index, pending
from tests.conftest import Place
from tests.contract import making as m

SECRET = "correct-horse-battery"


@pytest.mark.parametrize("address", ["graph.db", "./a/b.db", "file:graph.db", "file:///data/graph.db", "C:/graph.db"])
def test_a_path_is_a_folder(address: str) -> None:
    assert not is_server(address)


@pytest.mark.parametrize(("address", "path"), [
    ("a b.db", "a b.db"), ("file:a.db", "a.db"), ("file:///x/a%20b.db", "/x/a b.db"), ("file:/x/a.db", "/x/a.db"),
])  # fmt: skip
def test_a_file_address_is_a_path(address: str, path: str) -> None:
    assert folder_of(address) == Path(path)


@pytest.mark.parametrize("scheme", ["neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc", "NEO4J"])
def test_the_schemes_of_neo4j_are_servers(scheme: str) -> None:
    assert is_server(f"{scheme}://db.example:7687")


@pytest.mark.parametrize("address", ["postgres://x", "http://localhost:7474", "neo4j://", "", "   ", "a\x00b"])
def test_other_addresses_are_settings_to_mend(address: str) -> None:
    with pytest.raises(SettingsError) as caught:
        open_store(address)
    assert "neo4j://" in str(caught.value)


def test_a_password_in_an_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(SettingsError) as caught:
        open_store(f"neo4j://neo4j:{SECRET}@localhost:7687")
    assert SECRET not in str(caught.value)
    assert "NEO4J_PASSWORD" in str(caught.value)


def test_credentials_do_not_show() -> None:
    who = Credentials(username="ana", password=SECRET, database="neo4j")
    assert SECRET not in f"{who!r} {who} {[who]}"


def unused_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.mark.parametrize("scheme", ["neo4j", "bolt", "bolt+s", "neo4j+s", "bolt+ssc"])
def test_a_server_that_is_not_there(scheme: str) -> None:
    with pytest.raises(StoreUnavailable, match="cannot be reached") as caught:
        open_store(f"{scheme}://127.0.0.1:{unused_port()}", Credentials(password=SECRET))
    assert SECRET not in str(caught.value)


@pytest.mark.neo4j
def test_a_wrong_password_and_then_a_locked_user(neo4j_place: Place) -> None:
    """Three wrong ones lock a user for five seconds; this one does not exist, so that nobody else is locked out."""
    said = []
    for _ in range(5):
        with pytest.raises(StoreError) as caught:
            open_store(neo4j_place.address, Credentials(username="nobody", password=SECRET))
        said.append(str(caught.value))
        assert SECRET not in said[-1]
    assert "NEO4J_PASSWORD" in said[0]


@pytest.mark.neo4j
def test_a_database_that_is_not_there(neo4j_place: Place) -> None:
    assert neo4j_place.credentials
    who = Credentials(password=neo4j_place.credentials.password, database="elsewhere")
    with pytest.raises(StoreError, match="no database"):
        open_store(neo4j_place.address, who)


@pytest.mark.neo4j
def test_an_encrypted_scheme_at_a_server_without_encryption(neo4j_place: Place) -> None:
    """The scheme is understood and tried: what fails is the handshake."""
    address = neo4j_place.address.replace("neo4j://", "bolt+ssc://")
    with pytest.raises(StoreUnavailable):
        open_store(address, neo4j_place.credentials)


@pytest.mark.neo4j
def test_an_open_store_shows_no_password(neo4j_place: Place) -> None:
    assert neo4j_place.credentials
    with neo4j_place.open() as store:
        shown = f"{store!r} {store} {vars(store)!r} {store.address}"
        assert neo4j_place.credentials.password not in shown


@pytest.mark.neo4j
def test_nothing_that_is_logged_or_left_behind_has_the_password(
    neo4j_place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    assert neo4j_place.credentials
    secret = neo4j_place.credentials.password
    monkeypatch.chdir(tmp_path)
    with caplog.at_level("DEBUG"), neo4j_place.open() as store:
        store.write(m.put_sample)
        with pytest.raises(QuestionError) as caught:
            store.run("RETURN nonsense", {})
    assert secret not in caplog.text
    assert secret not in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_naming_a_store_loads_no_engine() -> None:
    code = (
        "import sys, graphkit.stores.opening; print([n for n in ('neo4j', 'arcadedb', 'networkx') if n in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "[]\n"


def test_a_second_process_is_told_who_holds_the_folder(arcadedb_place: Place) -> None:
    text = (
        "import sys; from graphkit.stores.opening import open_store\n"
        "from graphkit.errors import StoreUnavailable\n"
        "try: open_store(sys.argv[1])\n"
        "except StoreUnavailable as error: print(error)\n"
    )
    with arcadedb_place.open():
        done = subprocess.run([sys.executable, "-c", text, arcadedb_place.address], capture_output=True, text=True)
    assert arcadedb_place.address in done.stdout
    assert "another process" in done.stdout
    assert "Neo4j" in done.stdout
    assert done.stderr == ""


def test_a_second_opening_in_one_process(arcadedb_place: Place) -> None:
    with arcadedb_place.open(), pytest.raises(StoreUnavailable, match="open already"):
        arcadedb_place.open()
    arcadedb_place.open().close()


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "a.txt").write_text("dear")
    for path in (tmp_path / "letters", tmp_path / "letters" / "a.txt"):
        with pytest.raises(StoreError, match="something else"):
            open_store(str(path))
    assert [path.name for path in (tmp_path / "letters").iterdir()] == ["a.txt"]


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="cannot be written"):
        open_store(str(tmp_path / "file" / "graph.db"))


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() == 0, reason="the superuser may write everywhere")
def test_a_read_only_folder(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(StoreError, match="cannot be written"):
        open_store(str(tmp_path / "graph.db"))


@pytest.mark.parametrize("pattern", ["schema*.json", "*.json", "Meta*", "*.bucket", "dictionary*", "*"])
def test_a_damaged_graph_is_not_taken_for_an_empty_one(arcadedb_place: Place, pattern: str) -> None:
    with arcadedb_place.open() as store:
        store.write(m.put_sample)
    for file in Path(arcadedb_place.address).glob(pattern):
        file.write_bytes(b"{" * (file.stat().st_size // 2))
    with pytest.raises(StoreError), arcadedb_place.open() as store:
        m.everything(store)


def test_a_graph_is_made_whole_or_not_at_all(arcadedb_place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("graphkit.stores.arcadedb.ArcadeConnection.change_schema", stop)
        with pytest.raises(KeyboardInterrupt):
            arcadedb_place.open()
    assert list(Path(arcadedb_place.address).parent.iterdir()) == []
    arcadedb_place.open().close()
    assert [path.name for path in Path(arcadedb_place.address).parent.iterdir()] == ["graph.db"]


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    connection = ArcadeConnection(tmp_path / "other", new=True)
    connection.write(lambda run: run("CREATE (n:Letter {text: 'dear'})", {}))
    connection.close()
    with pytest.raises(StoreError, match="no graph of graphkit's"):
        open_store(str(tmp_path / "other"))


def test_the_engine_is_quiet(arcadedb_place: Place, capfd: pytest.CaptureFixture[str]) -> None:
    with arcadedb_place.open() as store:
        store.write(m.put_sample)
    assert capfd.readouterr() == ("", "")


def change_meta(place: Place, **props: object) -> None:
    connection = connect(place.address, place.credentials)
    text = "MATCH (m:Meta {key: 'meta:graphkit'}) SET m += $props"
    connection.write(lambda run: run(text, {"props": props}))
    connection.close()


def test_a_newer_graph_asks_for_a_newer_graphkit(place: Place) -> None:
    place.open().close()
    change_meta(place, schema=999)
    with pytest.raises(StoreError, match="upgrade graphkit"):
        place.open()


def test_a_graph_of_another_making_is_not_touched(place: Place) -> None:
    place.open().close()
    change_meta(place, migrations=["1:0000000000000000"])
    with pytest.raises(StoreError, match="export"):
        place.open()


def test_an_older_graph_says_what_to_do_and_is_migrated_on_request(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    with place.open() as store:
        store.write(m.put_sample)
        before = m.everything(store)
    second = Migration(2, "places are indexed", (node_index("Claim", "place"),))
    steps = (*MIGRATIONS, second)
    monkeypatch.setattr("graphkit.stores.cypher.MIGRATIONS", steps)
    with pytest.raises(StoreError, match="graphkit rebuild"):
        place.open()
    with open_store(place.address, place.credentials, migrate=True) as store:
        assert m.everything(store)["claims"] == before["claims"]
        assert "graphkit_claim_place" in names_of_indexes(store)
    place.open().close()
    monkeypatch.undo()
    with pytest.raises(StoreError, match="upgrade"):
        place.open()


def names_of_indexes(store: Store) -> set[str]:
    return {row["name"] for row in store.run("SHOW INDEXES YIELD name RETURN name ORDER BY name", {})[1]}


def test_every_step_is_numbered_in_turn() -> None:
    assert [step.number for step in MIGRATIONS] == list(range(1, len(MIGRATIONS) + 1))
    names = [made.name for step in MIGRATIONS for made in step.makes]
    assert len(names) == len(set(names))


def test_released_steps_never_change() -> None:
    """Graphs out there remember these: write a new step instead."""
    assert [step.mark for step in MIGRATIONS] == ["1:03c6b42aedc143af"]


def test_a_new_graph_needs_every_step_and_a_current_one_none() -> None:
    marks = tuple(step.mark for step in MIGRATIONS)
    assert pending(MIGRATIONS, None, (), where="x", migrate=False) == MIGRATIONS
    assert pending(MIGRATIONS, len(MIGRATIONS), marks, where="x", migrate=False) == ()
