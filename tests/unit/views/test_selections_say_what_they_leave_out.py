"""One selection for every view: what it keeps, and what it says about the rest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from graphkit.model.claims import Kind, Status
from graphkit.views.facts import Graph, Line, make_graph
from graphkit.views.selection import Selection, select
from tests.unit.views.invented import entity, fact, line

INDIA, RUSSIA, FRANCE = (
    entity(f"country:{c}", Kind.COUNTRY, n, country=c)
    for c, n in (("IND", "India"), ("RUS", "Russia"), ("FRA", "France"))
)
MINISTER = entity("person:arun-sato", Kind.PERSON, "Arun Sato", country=None)
SYSTEM = entity("weapon:falcon", Kind.WEAPON_SYSTEM, "Falcon")
ALL = {e.key: e for e in (INDIA, RUSSIA, FRANCE, MINISTER, SYSTEM)}


def graph(*lines: Line) -> Graph:
    return make_graph(ALL, list(lines), threshold=0.5)


def keys(selected: Graph) -> list[str]:
    return [each.edge.key for each in selected.lines]


DATED = line(1, INDIA, "MET", RUSSIA, (fact(1, "Met.", since=date(2019, 1, 1), until=date(2019, 12, 31)),))
REPORTED = line(2, INDIA, "AGREED_WITH", FRANCE, (fact(10, "Agreed.", published=date(2021, 5, 1)),))
UNDATED = line(3, INDIA, "OPPOSES", FRANCE, (fact(20, "Protested.", published=None),))
BOUGHT = line(4, INDIA, "PROCURES", SYSTEM, (fact(30, "Buys.", seller="country:RUS", status=Status.PROPOSED),))
OFFICE = line(5, MINISTER, "HOLDS_OFFICE", INDIA, (fact(40, "The minister."),), office="defence-minister")
VISIT = line(6, MINISTER, "VISITED", FRANCE, (fact(50, "Visited."),))


def test_everything_is_kept_without_a_wish() -> None:
    whole = graph(DATED, REPORTED, UNDATED)
    assert select(whole, Selection()).lines == whole.lines


def test_a_year_is_in_every_range_that_meets_it() -> None:
    assert keys(select(graph(DATED), Selection(since=date(2019, 6, 1), until=date(2019, 6, 30)))) == [DATED.edge.key]
    assert keys(select(graph(DATED), Selection(since=date(2020, 1, 1)))) == []


def test_without_a_day_of_the_event_the_report_counts_and_this_is_said() -> None:
    chosen = select(graph(DATED, REPORTED, UNDATED), Selection(since=date(2021, 1, 1)))
    assert keys(chosen) == [REPORTED.edge.key]
    assert any(note.startswith("1 relationships without a day of the event") for note in chosen.notes)
    assert any(note.startswith("1 relationships without any day are left out") for note in chosen.notes)


def test_a_seller_is_a_party() -> None:
    assert keys(select(graph(BOUGHT, DATED), Selection(country="country:IND", with_="country:RUS"))) == [
        DATED.edge.key,
        BOUGHT.edge.key,
    ]
    assert keys(select(graph(BOUGHT), Selection(country="country:FRA"))) == []


def test_a_person_counts_for_the_country_of_the_office() -> None:
    assert keys(select(graph(OFFICE, VISIT), Selection(country="country:IND", with_="country:FRA"))) == [VISIT.edge.key]


def test_types_and_statuses() -> None:
    assert keys(select(graph(BOUGHT, DATED), Selection(types=("MET",)))) == [DATED.edge.key]
    assert keys(select(graph(BOUGHT, DATED), Selection(statuses=(Status.PROPOSED,)))) == [BOUGHT.edge.key]


def test_fewer_facts_tell_the_line_anew() -> None:
    both = line(
        7, INDIA, "MET", RUSSIA,
        (
            fact(0, "One.", since=date(2019, 1, 1), outlet="Harbour Gazette", confidence=0.9),
            fact(4, "Two.", since=date(2019, 3, 3), outlet="Strait Observer", confidence=0.7, published=date(2022, 2, 2)),
        ),
    )  # fmt: skip
    assert both.edge.witnesses == 2
    [kept] = select(graph(both), Selection(sources=("Strait Observer",))).lines
    assert [f.quote for f in kept.facts] == ["Two."]
    assert (kept.edge.witnesses, kept.edge.since, kept.edge.said, kept.edge.quote) == (
        1,
        date(2019, 3, 3),
        date(2022, 2, 2),
        "Two.",
    )
    assert kept.edge.confidence == 0.7
    assert keys(select(graph(both), Selection(min_witnesses=2))) == [both.edge.key]
    assert keys(select(graph(both), Selection(min_witnesses=2, sources=("Strait Observer",)))) == []
    assert keys(select(graph(both), Selection(min_confidence=0.95))) == []


def test_as_of_keeps_what_had_been_published() -> None:
    assert keys(select(graph(REPORTED, UNDATED), Selection(as_of=date(2021, 4, 30)))) == []
    assert keys(select(graph(REPORTED, UNDATED), Selection(as_of=date(2021, 5, 1)))) == [REPORTED.edge.key]


def test_only_who_is_spoken_of_stays() -> None:
    assert set(select(graph(DATED, OFFICE), Selection(types=("MET",))).entities) == {"country:IND", "country:RUS"}


@pytest.mark.parametrize(
    "wrong", [{"with_": "country:IND"}, {"min_witnesses": 0}, {"since": date(2021, 1, 1), "until": date(2020, 1, 1)}]
)
def test_a_wish_that_makes_no_sense_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"before|needs|least one"):
        Selection(**wrong)  # type: ignore[arg-type]


def test_it_can_be_read() -> None:
    selection = Selection(country="country:IND", types=("MET",), since=date(2020, 1, 1), min_confidence=0.5)
    assert selection.words(graph(DATED).name) == "India · MET · 2020-01-01 to now · confidence from 0.5"


def test_order_of_lines_does_not_matter() -> None:
    assert graph(DATED, REPORTED) == graph(REPORTED, DATED)
    assert replace(graph(DATED)) == graph(DATED)
