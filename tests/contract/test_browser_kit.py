"""What is dropped on the Neo4j Browser's window runs there as it is."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

import pytest

from graphkit.config import packaged
from graphkit.ontology.nodes import NODE_TYPES
from graphkit.ontology.relations import RELATIONS
from graphkit.queries import load_questions
from graphkit.stores.base import Store
from graphkit.workflows.ask import ask
from graphkit.workflows.browser_kit import favourite, favourites, style
from tests.conftest import Place
from tests.contract.test_questions_are_answered_alike import fill

QUESTIONS = load_questions([packaged("cypher")])
FILES = {
    name: text.decode()
    for archive in [zipfile.ZipFile(io.BytesIO(favourites(QUESTIONS.values())))]
    for name, text in ((name, archive.read(name)) for name in archive.namelist())
}


@pytest.fixture(scope="module")
def filled(neo4j_module_place: Place) -> Iterator[Store]:
    with neo4j_module_place.open() as store:
        fill(store)
        yield store


@pytest.mark.neo4j
def test_every_favourite_answers_as_its_question_does(filled: Store) -> None:
    for question in QUESTIONS.values():
        columns, rows = filled.run(favourite(question), {})
        answer = ask(filled, question, {})

        assert columns == answer.columns, question.name
        assert rows == answer.rows, question.name


@pytest.mark.neo4j
def test_every_picture_has_something_to_draw(filled: Store) -> None:
    pictures = {name: text for name, text in FILES.items() if "pictures/" in name}

    assert len(pictures) >= 3
    for name, text in pictures.items():
        assert filled.run(text, {})[1], name


def test_each_file_is_one_statement_with_its_title_first_and_no_parameter() -> None:
    assert len(FILES) > len(QUESTIONS)
    for name, text in FILES.items():
        assert text.startswith("// "), name
        code = "\n".join(line for line in text.splitlines() if not line.startswith("//"))
        assert ";" not in code, name
        assert "$" not in code, name
        assert ":param" not in text, name


def test_the_kit_is_the_same_bytes_every_time() -> None:
    assert favourites(QUESTIONS.values()) == favourites(reversed(list(QUESTIONS.values())))


def test_the_style_has_every_label_and_type_in_our_colours() -> None:
    text = style()

    for node in NODE_TYPES:
        block = re.search(rf"node\.{node.label} {{([^}}]*)}}", text)
        assert block
        assert node.colour in block[1]
    for relation in RELATIONS:
        assert f"relationship.{relation.name} {{" in text
