"""Out into a text and back: the same graph, on whatever store, and nothing of a text that was tampered with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graphkit.errors import DocumentError, GraphkitError
from graphkit.model.identity import Verdict
from graphkit.model.records import canonical
from graphkit.ontology.nodes import VERSION as ONTOLOGY
from graphkit.stores.base import Store
from graphkit.stores.schema import VERSION as SCHEMA
from graphkit.workflows.exchange import export, import_
from graphkit.workflows.judge import judge, undo
from tests.memory_store import MemoryStore
from tests.prepared import put, text_of, whole
from tests.spec.test_judgements import AT, BASU, BOSE
from tests.spec.test_promises import THREE
from tests.worlds import LISTING


def filled(store: Store) -> Store:
    put(store, *THREE, BOSE, BASU, min_confidence=0.6)
    done = judge(store, LISTING, Verdict.SAME, "person:anil-bose", "person:anil-basu", by="me", at=AT)
    undo(store, LISTING, done.judgement.key, by="me", at=AT)
    judge(
        store, LISTING, Verdict.SAME, "person:anil-bose", "person:rajnath-singh", by="me", at=AT, reason="I was there"
    )
    return store


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "claims.jsonl"
    export(filled(MemoryStore()), path)
    return path


def test_import_builds_the_same_graph(file: Path, store: Store) -> None:
    report = import_(file, store, LISTING)
    assert (report.articles, report.claims, report.judgements) == (5, 9, 3)
    assert whole(store)[:5] == whole(filled(MemoryStore()))[:5]
    assert export(store, file.with_name("again")).articles == 5
    assert file.with_name("again").read_bytes() == file.read_bytes()


def test_import_adds_only_what_is_missing(file: Path) -> None:
    store = MemoryStore()
    put(store, THREE[2], min_confidence=0.6)
    assert import_(file, store, LISTING).articles == 4
    assert whole(store) == whole(filled(MemoryStore()))
    report = import_(file, store, LISTING)
    assert (report.articles, report.claims, report.judgements) == (0, 0, 0)


def test_a_filled_graph_keeps_its_threshold(file: Path) -> None:
    store = MemoryStore()
    put(store, THREE[2], min_confidence=0.7)
    import_(file, store, LISTING)
    meta = store.meta()
    assert meta is not None
    assert meta.min_confidence == 0.7


def test_an_empty_graph_goes_out_and_comes_back(tmp_path: Path) -> None:
    export(MemoryStore(), tmp_path / "empty.jsonl")
    store = MemoryStore()
    assert import_(tmp_path / "empty.jsonl", store, LISTING).articles == 0
    assert text_of(store) == text_of(MemoryStore())


def test_every_line_is_canonical(file: Path) -> None:
    text = file.read_bytes().decode()
    assert text.endswith("\n")
    lines = text.splitlines()
    assert [canonical(json.loads(line)) for line in lines] == lines
    assert json.loads(lines[0]) == {
        "record": "meta",
        "format": 1,
        "schema": SCHEMA,
        "ontology": ONTOLOGY,
        "min_confidence": 0.6,
    }


@pytest.mark.parametrize(
    ("line", "old", "new", "message"),
    [
        (0, '"format":1', '"format":9', "this graphkit reads"),
        (0, '"record":"meta"', '"record":"mete"', "begins with one line of meta"),
        (0, '"min_confidence":0.6', '"min_confidence":"high"', "min_confidence is 'high'"),
        (1, '"name":"one"', '"nome":"one"', "KeyError"),
        (4, "a", "", "."),
        (-1, '"verdict":"same"', '"verdict":"samish"', "ValueError"),
        (-1, '"by":"me"', '"by":"you"', "the line was changed"),
        (-1, "}", "", "not JSON"),
        (-1, '"record":"judgement"', '"record":"verdict"', "no kind of record"),
    ],
)
def test_a_corrupted_line_is_named_and_its_batch_is_not_written(
    file: Path, line: int, old: str, new: str, message: str
) -> None:
    lines = file.read_text().splitlines()
    number = range(len(lines))[line] + 1
    lines[line] = lines[line].replace(old, new, 1)
    file.write_text("\n".join(lines))
    store = MemoryStore()
    with pytest.raises(DocumentError, match=message) as caught:
        import_(file, store, LISTING)
    assert caught.value.where is not None
    assert caught.value.where.startswith(f"{file}:")
    if line != 4:
        assert caught.value.where == f"{file}:{number}"
    assert list(store.articles()) == []


def test_a_claim_whose_words_were_changed_is_refused(file: Path) -> None:
    lines = file.read_text().splitlines()
    number = next(n for n, line in enumerate(lines) if '"record":"claim"' in line)
    record = json.loads(lines[number])
    record["evidence"]["quote"] = "Nobody met anybody."
    lines[number] = canonical(record)
    file.write_text("\n".join(lines))
    with pytest.raises(GraphkitError, match="does not say 'Nobody met anybody"):
        import_(file, MemoryStore(), LISTING)


def test_a_claim_without_its_article_is_refused(file: Path) -> None:
    lines = [line for line in file.read_text().splitlines() if '"record":"article"' not in line]
    file.write_text("\n".join(lines))
    with pytest.raises(DocumentError, match="a claim must follow its article"):
        import_(file, MemoryStore(), LISTING)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"[]\n", b"hello\n"])
def test_what_is_no_export_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes(content)
    with pytest.raises(DocumentError):
        import_(path, MemoryStore(), LISTING)


def test_a_missing_file_and_a_folder_that_is_not_there_are_named(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="cannot read"):
        import_(tmp_path / "no.jsonl", MemoryStore(), LISTING)
    with pytest.raises(GraphkitError, match="cannot write"):
        export(MemoryStore(), tmp_path / "no" / "x.jsonl")
