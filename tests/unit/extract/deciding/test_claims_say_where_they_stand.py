"""Claims of a text: quotes are exact, kinds are legal, every run gives the same bytes."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from graphkit.documents.articles import article_from_fields
from graphkit.model.claims import Status
from graphkit.model.records import canonical, claim_to_record
from graphkit.ontology.relations import check
from tests.unit.extract.deciding.making import TEXT, claims

SCRIPT = """
from graphkit.model.records import canonical, claim_to_record
from tests.unit.extract.deciding.making import TEXT, claims
print("\\n".join(canonical(claim_to_record(claim)) for claim in claims(TEXT)))
"""


def test_a_meeting_is_claimed_with_both_persons_and_its_day() -> None:
    met = next(claim for claim in claims(TEXT) if claim.type == "MET")
    assert met.object is not None
    assert {met.subject.name, met.object.name} == {"Maya Fernandez", "Walter Astudillo"}
    assert met.when is not None
    assert met.when.iso == "2024-03-12"
    assert met.status is Status.DONE


def test_every_claim_quotes_its_article_and_is_legal() -> None:
    text = article_from_fields(text=TEXT, published="2024-03-14").text
    found = claims(TEXT)
    assert len(found) >= 4
    for claim in found:
        assert claim.evidence.span.of(text) == claim.evidence.quote
        check(claim)
        for _, role in claim.roles():
            inside = claim.evidence.span.start <= role.span.start and role.span.end <= claim.evidence.span.end
            assert inside or role.antecedent is not None
            assert role.span.of(text) == role.words
        assert claim.origin
        assert claim.reasons


def test_what_may_happen_is_not_done() -> None:
    exercise = [claim for claim in claims(TEXT) if claim.type == "EXERCISES_WITH"]
    assert exercise
    assert all(claim.status is Status.PLANNED for claim in exercise)


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_same_bytes_in_every_run(seed: str) -> None:
    environment = os.environ | {"PYTHONHASHSEED": seed}
    run = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, env=environment, check=True)
    assert run.stdout.splitlines() == [canonical(claim_to_record(claim)) for claim in claims(TEXT)]
    assert all(json.loads(line) for line in run.stdout.splitlines())


@pytest.mark.parametrize(
    "text", ["", "x", "?!\n\n...", "the of and to " * 50, "A" * 10_000, "Россия и Индия подписали договор."]
)
def test_a_text_that_states_nothing_gives_no_claim(text: str) -> None:
    assert claims(text) == ()
