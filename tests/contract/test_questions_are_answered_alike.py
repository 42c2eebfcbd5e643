"""Every saved question has one answer on the sample articles, the same on both engines, and it is written down.

`python -m tests.contract.test_questions_are_answered_alike` writes the answers anew after a question was added or changed: read the
difference before committing it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graphkit.config import packaged
from graphkit.errors import QuestionError
from graphkit.gazetteers.load import load_gazetteers
from graphkit.queries import load_questions
from graphkit.stores.base import Store
from graphkit.stores.opening import open_store
from graphkit.workflows.ask import ask, choose, named_in
from graphkit.workflows.ingest import ingest
from tests.conftest import Place
from tests.gold_reader import GoldReader

ANSWERS = Path(__file__).parents[1] / "gold" / "answers.json"
QUESTIONS = load_questions([packaged("cypher")])


def fill(store: Store) -> None:
    gazetteers = load_gazetteers([packaged("sources") / "gazetteers"])
    reader = GoldReader(gazetteers)
    ingest(reader.articles, reader, store, gazetteers, reader.outlets, min_confidence=0.5)


def answers(store: Store) -> dict[str, list[dict[str, Any]]]:
    found = {name: ask(store, question, {}).rows for name, question in QUESTIONS.items()}
    return {name: json.loads(json.dumps(rows, default=str)) for name, rows in found.items()}


@pytest.fixture(scope="module", params=["arcadedb", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def filled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    if request.param == "arcadedb":
        place = Place("arcadedb", str(tmp_path_factory.mktemp("questions") / "graph.db"))
    else:
        place = request.getfixturevalue("neo4j_module_place")
    with place.open() as store:
        fill(store)
        yield store


def test_every_question_has_its_answer(filled: Store) -> None:
    expected = json.loads(ANSWERS.read_text(encoding="utf-8"))
    found = answers(filled)

    assert sorted(found) == sorted(expected)
    for name, rows in found.items():
        assert rows == expected[name], name
    assert sum(bool(rows) for rows in found.values()) >= 30


def test_the_two_questions_that_began_it(filled: Store) -> None:
    _, met = filled.run("MATCH (:Person {name:'Rajnath Singh'})-[:MET]->(p) RETURN p.name", {})
    _, buys = filled.run(
        "MATCH (:Country {name:'India'})-[r:PROCURES]->(w:WeaponSystem {name:'S-400'}) RETURN r.status, r.quote", {}
    )

    assert {row["p.name"] for row in met} == {"Sergei Shoigu", "Andrei Belousov"}
    assert {row["r.status"] for row in buys} == {"done", "planned", "proposed"}


def test_names_are_completed_and_wrong_ones_are_told(filled: Store) -> None:
    question = QUESTIONS["who-supplies"]

    assert ask(filled, question, {"country": "bharat"}).rows == ask(filled, question, {"country": "country:IND"}).rows
    with pytest.raises(QuestionError) as caught:
        ask(filled, question, {"country": "Indai"})
    assert "India" in str(caught.value.hint)
    with pytest.raises(QuestionError, match="no parameter"):
        ask(filled, question, {"land": "India"})


def test_plain_words_are_mapped_to_a_question_with_its_names(filled: Store) -> None:
    question = choose("who supplies Poland", QUESTIONS)

    assert question.name == "who-supplies"
    assert named_in("who supplies Poland", question, filled) == {"country": "country:POL"}


def test_an_empty_answer_says_why(filled: Store) -> None:
    assert "no report" in ask(filled, QUESTIONS["who-supplies"], {"country": "Spain"}).why
    assert "--since 2030-01-01" in ask(filled, QUESTIONS["who-supplies"], {"since": "2030-01-01"}).why


def test_an_empty_graph_says_so(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "empty.db")) as store:
        for question in QUESTIONS.values():
            answer = ask(store, question, {})
            assert not answer.rows
            assert "empty" in answer.why


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as folder, open_store(str(Path(folder) / "graph.db")) as made:
        fill(made)
        ANSWERS.write_text(
            json.dumps(answers(made), ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8"
        )
