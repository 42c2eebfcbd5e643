"""The command line as a person uses it: every command on the sample articles, and what goes wrong said well."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import pytest

from graphkit.cli.app import main

SAMPLES = Path(__file__).parents[3] / "sources" / "samples"


@dataclass(frozen=True)
class Done:
    """How a command ended and what it printed."""

    returncode: int
    stdout: str
    stderr: str


def run(*words: str, cwd: Path, env: dict[str, str] | None = None) -> Done:
    """Run a command as the shell would, in this process: starting Python anew for each takes most of the time."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("GRAPHKIT_", "NEO4J_"))}
    out, err, code = io.StringIO(), io.StringIO(), 0
    with (
        patch.dict(os.environ, kept | (env or {}), clear=True), patch.object(sys, "argv", ["graphkit", *words]),
        chdir(cwd), redirect_stdout(out), redirect_stderr(err),
    ):  # fmt: skip
        try:
            main()
        except SystemExit as end:
            code = int(end.code or 0)
    return Done(code, out.getvalue(), err.getvalue())


def test_it_runs_as_a_program(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "graphkit", "ask", "xyzzy"], cwd=tmp_path, capture_output=True, text=True, check=False
    )

    assert done.returncode == 2
    assert done.stderr.startswith("error: no question fits")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a graph of the sample articles in it."""
    folder = tmp_path_factory.mktemp("analyst")
    done = run("ingest", str(SAMPLES), cwd=folder)
    assert done.returncode == 0, done.stderr
    assert "13 articles read" in done.stdout
    assert "relationships:" in done.stdout
    return folder


def test_a_second_ingest_finds_everything_known(place: Path) -> None:
    done = run("ingest", str(SAMPLES), cwd=place)

    assert done.returncode == 0
    assert "0 articles read from" in done.stdout
    assert "13 already in the graph; 0 claims" in done.stdout


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["ask"], "who-supplies"),
        (["ask", "who-supplies", "--country", "India", "--format", "csv"], "supplier,weapon,status"),
        (["ask", "who", "supplies", "India", "--format", "json"], '"supplier"'),
        (["ask", "who-supplies", "--browser"], ":param country => 'India'"),
        (["cypher", "MATCH (:Person {name:'Rajnath Singh'})-[:MET]->(p) RETURN p.name"], "Andrei Belousov"),
        (["cypher", "MATCH (c:Country) WHERE c.name = $n RETURN c.key", "-p", "n=India"], "country:IND"),
        (["measure", "--names"], "dependence"),
        (["measure", "partners", "--country", "bharat"], "Russia"),
        (["show", "Rajnath Singh"], "MET Andrei Belousov"),
        (["show", "person:rajnath-singh", "--format", "json"], '"quote"'),
        (["articles"], "2020-09-03"),
        (["status"], "relationships from confidence"),
        (["judge"], "verdict"),
        (["unknown"], "articles"),
    ],
)
def test_each_question_is_answered(place: Path, words: list[str], expected: str) -> None:
    done = run(*words, cwd=place)

    assert done.returncode == 0, done.stderr
    assert expected in done.stdout


def test_a_claim_is_explained(place: Path) -> None:
    rows = json.loads(run("show", "Rajnath Singh", "--format", "json", cwd=place).stdout)

    done = run("explain", rows[0]["claims"][0], cwd=place)

    assert done.returncode == 0
    for part in ("roles:", "subject:", "found by:", "person:rajnath-singh", "“"):
        assert part in done.stdout


def test_the_store_may_be_named_before_or_after_the_command_or_in_the_surroundings(place: Path, tmp_path: Path) -> None:
    store = str(place / "graphkit.db")
    (tmp_path / "graphkit.toml").write_text(f'store = "{store}"\n')
    empty = tmp_path / "empty"
    empty.mkdir()

    for words, env in (
        (["--store", store, "status"], {}),
        (["status", "--store", store], {}),
        (["status"], {"GRAPHKIT_STORE": store}),
    ):
        assert run(*words, cwd=empty, env=env).stdout.startswith("store: ")
    assert run("status", cwd=tmp_path).returncode == 0
    assert run("--store", store, "viz", "-o", "page.html", cwd=empty).returncode == 0


def test_a_graph_moves_as_text(place: Path, tmp_path: Path) -> None:
    run("export", str(tmp_path / "one.jsonl"), cwd=place)

    assert run("--store", "copy.db", "import", "one.jsonl", cwd=tmp_path).returncode == 0
    run("--store", "copy.db", "export", "two.jsonl", cwd=tmp_path)

    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "two.jsonl").read_bytes()
    assert run("--store", "copy.db", "forget", "2020-12-14-caatsa.txt", cwd=tmp_path).returncode == 0
    assert "12 articles" in run("--store", "copy.db", "rebuild", cwd=tmp_path).stdout


def test_facts_are_written_in_the_form_of_the_gold(place: Path, tmp_path: Path) -> None:
    row = {
        "id": "a1",
        "title": "Talks",
        "published": "2024-12-10",
        "text": (SAMPLES / "2024-12-10-moscow-wire.txt").read_text().split("\n\n", 1)[1],
    }
    (tmp_path / "in.jsonl").write_text(json.dumps(row) + "\n")

    done = run("extract", "in.jsonl", "-o", "out.jsonl", cwd=tmp_path)

    assert done.returncode == 0, done.stderr
    out = json.loads((tmp_path / "out.jsonl").read_text())
    assert out["id"] == "a1"
    assert {"type", "subject", "object", "item", "status", "date", "evidence", "qualifiers", "confidence"} == set(
        out["facts"][0]
    )
    assert {"kind", "name", "aliases"} == set(out["facts"][0]["subject"])


def test_a_name_is_listed_in_a_minute(tmp_path: Path) -> None:
    done = run(
        "lexicon",
        "add",
        "Zubr patrol boat",
        "--kind",
        "WeaponSystem",
        "--alias",
        "Zubr 12",
        "--country",
        "POL",
        cwd=tmp_path,
    )
    again = run("lexicon", "add", "Zubr patrol boat", "--kind", "WeaponSystem", cwd=tmp_path)

    assert done.returncode == 0, done.stderr
    assert "weapon:zubr-patrol-boat" in (tmp_path / "sources" / "gazetteers" / "own.tsv").read_text()
    assert again.returncode == 2
    assert "listed already" in again.stderr


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["ingest", "nowhere"], 3, "no such file or folder"),
        (["ingest", "empty"], 3, "no article in this folder"),
        (["ingest", "page.pdf"], 3, "cannot read a .pdf file"),
        (["ask", "who-supplies", "--country", "Indai"], 2, "did you mean"),
        (["ask", "who-supplies", "--land", "India"], 2, "no parameter"),
        (["ask", "xyzzy"], 2, "no question fits"),
        (["ask", "who-supplies", "--country"], 2, "needs a value"),
        (["cypher", "MATCH (n) DETACH DELETE n"], 2, ""),
        (["cypher", "MATCH (n RETURN n"], 2, ""),
        (["measure", "influence"], 2, "no measure"),
        (["measure", "partners"], 2, "needs a country"),
        (["measure", "brokers", "--country", "India"], 2, "takes no country"),
        (["show", "Nobody Atall"], 2, ""),
        (["explain", "claim:0000000000000000"], 2, "no such claim"),
        (["forget", "nothing.txt"], 2, ""),
        (["judge", "same", "person:rajnath-singh"], 2, "two things"),
        (["import", "nowhere.jsonl"], 3, "cannot read"),
        (["extract", "nowhere.jsonl"], 3, "cannot read"),
        (["ingest", ".", "--engine", "magic"], 2, "no engine"),
        (["--store", "mysql://x", "status"], 2, "mysql"),
        (["--store", "nothing.db", "status"], 4, "no graph here yet"),
        (["--store", "neo4j://127.0.0.1:9", "status"], 4, ""),
        (["viz", "-o", "page.gif"], 2, ""),
        (["viz", "ego", "Nobody Atall", "-o", "page.html"], 2, ""),
        (["frobnicate"], 2, "No such command"),
    ],
)
def test_what_is_wrong_is_said_with_a_hint_and_a_code(place: Path, words: list[str], code: int, message: str) -> None:
    (place / "empty").mkdir(exist_ok=True)
    (place / "page.pdf").write_bytes(b"%PDF-1.7")

    done = run(*words, cwd=place, env={"NEO4J_PASSWORD": "x"})

    assert done.returncode == code, done.stderr
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) >= 2, done.stderr


def test_what_cannot_be_read_costs_itself_only(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text((SAMPLES / "2024-12-10-moscow-wire.txt").read_text())
    (folder / "b.txt").write_bytes(b"")
    (folder / "c.txt").write_bytes(b"\x00\x01\x02")
    (folder / "d.jsonl").write_text('{"text": \n')
    (folder / "e.txt").write_text("Home\n\nShare\n\nSubscribe\n")
    (folder / "f.txt").write_text("word " * 600_000)

    done = run("ingest", "articles", cwd=tmp_path)

    assert done.returncode == 3
    assert "2 articles read from 6 files" in done.stdout
    assert done.stderr.count("not read:") == 4
    assert "only-furniture" in done.stdout
    assert "MET" in done.stdout


def test_strict_tells_that_something_was_doubtful(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "The two ministers met in the capital. They spoke about the exercise that is planned for the autumn."
    )

    assert run("ingest", "a.txt", cwd=tmp_path).returncode == 0
    assert run("--store", "other.db", "ingest", "a.txt", "--strict", cwd=tmp_path).returncode == 5


def test_a_folder_that_cannot_be_written_is_an_error_of_the_store(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    done = run("--store", "file/graph.db", "ingest", str(SAMPLES), cwd=tmp_path)

    assert done.returncode == 4, done.stderr
    assert "Traceback" not in done.stderr


def test_a_setting_that_is_misspelt_is_told(tmp_path: Path) -> None:
    (tmp_path / "graphkit.toml").write_text('stor = "x"\n')

    done = run("status", cwd=tmp_path)

    assert done.returncode == 2
    assert "did you mean 'store'" in done.stderr


def test_an_interruption_leaves_whole_articles_and_says_how_to_go_on(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(150):
        text = (SAMPLES / "2024-12-10-moscow-wire.txt").read_text()
        (folder / f"{number:03}.txt").write_text(f"{text}\nReport number {number} of the desk.\n")
    command = [sys.executable, "-m", "graphkit", "ingest", "many"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        while not (tmp_path / "graphkit.db").exists():
            time.sleep(0.05)
        time.sleep(0.3)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)

    assert process.returncode == 130
    assert "goes on from there" in said
    assert "Traceback" not in said
    done = run("ingest", "many", "--strict", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert len(json.loads(run("articles", "--format", "json", cwd=tmp_path).stdout)) == 150
