"""Every question under cypher/ is what its header says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graphkit.config import packaged
from graphkit.errors import QuestionError
from graphkit.ontology.nodes import NODE_TYPES, RECORD_LABELS
from graphkit.ontology.relations import DERIVED, RELATIONS, SYMMETRIC
from graphkit.queries import find_questions, load_questions, parse_question

QUESTIONS = load_questions([packaged("cypher")])
LABELS = {node.label for node in NODE_TYPES} | set(RECORD_LABELS)
TYPES = {relation.name for relation in RELATIONS} | set(DERIVED) | {
    "SUBJECT", "OBJECT", "ITEM", "STATED_IN", "PUBLISHED_BY", "HAS",
}  # fmt: skip
GOOD = """// Who is where
//
// asks:     Who is in $country?
// params:   country   STRING   name or key of a Country    default "India"
// returns:  name STRING
// order:    name
// reads:    (:Person); writes nothing
MATCH (n:Person) WHERE n.country = $country RETURN n.name AS name ORDER BY name;
"""

every = pytest.mark.parametrize("name", QUESTIONS)


def test_there_are_many() -> None:
    assert len(QUESTIONS) >= 30
    assert len({question.topic for question in QUESTIONS.values()}) >= 10


@every
def test_it_returns_the_columns_that_it_declares(name: str) -> None:
    question = QUESTIONS[name]
    returned = re.split(r"\bRETURN\b", question.cypher)[-1].split("ORDER BY")[0]
    named = re.findall(r"\bAS (\w+)", returned)
    bare = re.findall(r"(?:^|,)\s*(?:DISTINCT )?(\w+)\s*(?=,|$)", returned)

    assert sorted({column for column, _ in question.columns}) == sorted({*named, *bare})


@every
def test_it_names_only_what_the_ontology_has(name: str) -> None:
    cypher = QUESTIONS[name].cypher
    labels = set(re.findall(r"\(\w*:(\w+)", cypher))
    types = {t for group in re.findall(r"\[\w*:([A-Z_|]+)", cypher) for t in group.split("|")}

    assert labels <= LABELS
    assert types <= TYPES


@every
def test_it_orders_its_rows_and_writes_nothing(name: str) -> None:
    cypher = QUESTIONS[name].cypher

    assert "ORDER BY" in cypher
    assert not re.search(r"\b(?:CREATE|MERGE|SET|DELETE|REMOVE|DROP|LOAD|FOREACH)\b", cypher)


@every
def test_a_symmetric_relation_is_matched_without_an_arrow(name: str) -> None:
    for left, types, right in re.findall(r"(<?)-\[\w*:([A-Z_|]+)[^\]]*\]-(>?)", QUESTIONS[name].cypher):
        shown = set(types.split("|"))
        if left or right:
            counted_once = len(shown) > 1 or name == "exercise-calendar"  # every edge once, whichever way it points
            assert not shown & SYMMETRIC or counted_once, types


@every
def test_its_own_title_finds_it(name: str) -> None:
    found = [question.name for question in find_questions(QUESTIONS[name].title, QUESTIONS.values())]

    assert name in found[:3]


def test_free_text_is_mapped_to_a_question() -> None:
    def best(words: str) -> str:
        return find_questions(words, QUESTIONS.values())[0].name

    assert best("who supplies India") == "who-supplies"
    assert best("which agreements expire") == "expiring-agreements"
    assert best("sanctions") == "sanctions"


def test_a_value_is_read_by_its_type() -> None:
    parameter = QUESTIONS["what-is-new"].parameters[0]

    assert str(parameter.parse("2024-12-10")) == "2024-12-10"
    with pytest.raises(QuestionError, match="is no DATE") as caught:
        parameter.parse("yesterday")
    assert caught.value.hint


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("// Who is where\n", ""), "header is missing"),
        (("// order:", "// sorted:"), "unknown section"),
        (("// order:    name\n", ""), "no 'order'"),
        (("$country RETURN", "'x' RETURN"), "declared and not used"),
        (("country   STRING", "land   STRING"), "'land' is declared"),
        (("STRING   name", "TEXT   name"), "cannot read the parameter"),
        (("ORDER BY name;", "ORDER BY name; MATCH (n) RETURN n;"), "more than one statement"),
        (('default "India"', ""), "cannot read the parameter"),
    ],
)
def test_a_malformed_question_is_refused_with_its_file(change: tuple[str, str], message: str) -> None:
    assert parse_question("persons/who-is-where.cypher", GOOD).defaults() == {"country": "India"}

    with pytest.raises(QuestionError, match=re.escape(message) if "'" not in message else message) as caught:
        parse_question("persons/who-is-where.cypher", GOOD.replace(*change))
    assert str(caught.value.where).startswith("cypher/persons/who-is-where.cypher")


def test_a_local_question_replaces_the_packaged_one(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "who-met-whom.cypher").write_text(GOOD)

    assert load_questions([packaged("cypher"), tmp_path])["who-met-whom"].title == "Who is where"
