"""The scoring key: what counts as the same entity, item and fact."""

from __future__ import annotations

from typing import Any

import pytest

from graphkit.workflows.evaluate import recall_at, reliability, score
from graphkit.workflows.matching import Matcher, generic, grouped, pair_up, same_day

MATCHER = Matcher({"peru": "PER", "peruvian": "PER", "lima": "PER", "chile": "CHL"})


def entity(kind: str, name: str, *aliases: str) -> dict[str, Any]:
    return {"kind": kind, "name": name, "aliases": list(aliases)}


def fact(type_: str, subject: Any, object_: Any, item: Any = None, **more: Any) -> dict[str, Any]:
    return {"type": type_, "subject": subject, "object": object_, "item": item, "status": "done", "date": None, **more}


PERU, CHILE = entity("Country", "Peru"), entity("Country", "Chile")


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        (PERU, entity("Country", "Lima"), True),
        (entity("Person", "General José Núñez"), entity("Person", "jose nunez"), True),
        (entity("Forum", "the Lima Group"), entity("Organisation", "Lima Group"), True),
        (PERU, entity("Organisation", "Peru"), False),
        (PERU, CHILE, False),
        (None, None, True),
        (None, PERU, False),
    ],
)
def test_entities(a: Any, b: Any, *, same: bool) -> None:
    assert MATCHER.same(a, b) is same


def test_a_symmetric_fact_matches_either_way_round() -> None:
    assert MATCHER.match(fact("MET", PERU, CHILE), fact("MET", CHILE, PERU))
    assert not MATCHER.match(fact("AIDS", PERU, CHILE), fact("AIDS", CHILE, PERU))


def test_a_purchase_is_known_by_buyer_and_item() -> None:
    gold = fact("PROCURES", PERU, CHILE, entity("WeaponSystem", "K-9 howitzer"))
    assert MATCHER.match(
        gold,
        fact("PROCURES", PERU, None, entity("WeaponSystem", "K9")) | {"item": entity("WeaponSystem", "K 9 Howitzer")},
    )
    assert not MATCHER.match(gold, fact("PROCURES", PERU, CHILE, entity("WeaponSystem", "F-16")))


def test_a_purchase_of_something_generic_by_its_seller() -> None:
    gold = fact("PROCURES", PERU, CHILE, entity("WeaponSystem", "spare parts"))
    assert MATCHER.match(gold, fact("PROCURES", PERU, CHILE, entity("WeaponSystem", "tanks")))


@pytest.mark.parametrize(
    ("name", "is_generic"), [("spare parts", True), ("tanks", True), ("S-400", False), ("BrahMos", False)]
)
def test_generic_items(name: str, *, is_generic: bool) -> None:
    assert generic(entity("WeaponSystem", name)) is is_generic


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [("2020-09-03", "2020-09", True), ("2020", "2020-05-01/2020-05-03", True), ("2020-09-03", "2020-09-04", False),
     (None, None, True), ("2020", None, False)],
)  # fmt: skip
def test_days(gold: str | None, found: str | None, *, same: bool) -> None:
    assert same_day(gold, found) is same


def test_the_largest_matching_is_found() -> None:
    assert pair_up([[0, 1], [0]]) == [(0, 1), (1, 0)]


def test_facts_of_one_key_count_once() -> None:
    twice = [fact("MET", PERU, CHILE), fact("MET", CHILE, PERU, status="planned")]
    assert len(grouped(twice, MATCHER.match)) == 1


def test_an_article_is_scored_with_what_is_right_wrong_and_missed() -> None:
    row = {"id": "x", "facts": [fact("MET", PERU, CHILE, date="2020-01-02"), fact("AIDS", PERU, CHILE)]}
    found = [fact("MET", CHILE, PERU, date="2020-01", confidence=0.9), fact("SANCTIONS", PERU, CHILE, confidence=0.4)]
    one = score(row, found, MATCHER)
    assert {t: (c.gold, c.found, c.both) for t, c in one.types.items()} == {
        "MET": (1, 1, 1), "AIDS": (1, 0, 0), "SANCTIONS": (0, 1, 0),
    }  # fmt: skip
    assert one.attributes["date"] == 1
    assert sorted(one.surety) == [(0.4, False), (0.9, True)]


def test_optional_facts_are_neither_asked_for_nor_held_against() -> None:
    row = {"id": "x", "facts": [], "optional": [fact("MET", PERU, CHILE)]}
    assert score(row, [fact("MET", PERU, CHILE)], MATCHER).types == {}


def test_recall_at_a_precision_takes_whole_levels_of_confidence() -> None:
    surety = [(0.9, True), (0.8, True), (0.7, False), (0.7, True)]
    assert recall_at(surety, 4, 0.75) == (0.75, 0.7)
    assert recall_at(surety, 4, 0.9) == (0.5, 0.8)


def test_reliability_says_how_many_of_a_band_are_right() -> None:
    assert reliability([(0.85, True), (0.85, False)]) == [(0.8, 0.9, 2, 0.85, 0.5)]
