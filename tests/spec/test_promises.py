"""What the product promises and no rival does; each promise is one test, on every store."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from graphkit.model.claims import Claim, Evidence, Kind, Role, Status
from graphkit.model.spans import Span
from graphkit.model.text import Article
from graphkit.ontology.relations import RELATIONS, check, legal
from graphkit.stores.base import Store
from graphkit.workflows.forget import forget
from graphkit.workflows.graphs.change import Change, Filing, Refused, apply
from tests.memory_store import MemoryStore
from tests.prepared import put, text_of, whole
from tests.worlds import (
    EXERCISES,
    LISTING,
    Said,
    Who,
    country,
    filing,
    holder,
    person,
    weapon,
)

INDIA, RUSSIA = country("India"), country("Russia")
TALKS = Said(type="MET", subject=person("Rajnath Singh", "IND"), object=person("Sergey Shoygu", "RUS"))
MAY_BUY = Said(type="PROCURES", subject=INDIA, object=RUSSIA, item=weapon("S-400"), status=Status.PROPOSED)
BOUGHT = replace(MAY_BUY, status=Status.DONE)
DRILL = Said(type="EXERCISES_WITH", subject=INDIA, object=RUSSIA, item=EXERCISES[0])
THREE = (
    filing(TALKS, DRILL, published="2019-11-07", outlet="outlet:one"),
    filing(MAY_BUY, DRILL, published="2020-09-03"),
    filing(BOUGHT, TALKS, Said(type="VISITED", subject=holder("FRA", "defence-minister", "2019-11-05"), object=INDIA)),
)


def test_no_edge_without_a_sentence(graph: Store) -> None:
    """Every claim quotes its article to the letter; one changed character of the source, and the write refuses."""
    put(graph, *THREE)
    texts = {filed.article.key: filed.article.text for filed in graph.articles()}
    for edge in graph.edges():
        claims = list(graph.claims(edge.claims))
        assert claims
        assert edge.quote in {claim.evidence.quote for claim in claims}
        for claim in claims:
            assert claim.evidence.span.of(texts[claim.evidence.article]) == claim.evidence.quote


def test_one_changed_character_of_the_source_makes_the_write_refuse(graph: Store) -> None:
    good = THREE[0]
    before = whole(graph)
    changed = replace(good.article, text=good.article.text.replace("Rajnath", "Rajnatn", 1))
    claims = [replace(claim, evidence=replace(claim.evidence, article=changed.key)) for claim in good.claims]
    bad = Filing(article=changed, claims=claims, outlet=good.outlet)
    with pytest.raises(Refused, match="does not say"):
        graph.write(lambda writer: apply(writer, Change(added=[bad]), LISTING))
    assert whole(graph) == before
    assert put(graph, bad, THREE[1]).codes == {"refused": 1}
    assert [filed.article.key for filed in graph.articles()] == [THREE[1].article.key]


def test_ingesting_twice_changes_nothing(graph: Store) -> None:
    put(graph, *THREE)
    once = whole(graph)
    report = put(graph, *THREE)
    assert (report.read, report.known) == (0, 3)
    assert whole(graph) == once


def test_the_order_of_articles_changes_nothing(graph: Store) -> None:
    """Any permutation gives the same graph and the same canonical export, byte for byte."""
    put(graph, *THREE)
    once = whole(graph)
    for order in permutations(THREE):
        other = MemoryStore()
        put(other, *order, batch=1)
        assert whole(other)[:5] == once[:5]


def test_forgetting_an_article_leaves_the_graph_as_if_it_had_never_been_read(graph: Store) -> None:
    put(graph, *THREE[:2])
    without = whole(graph)
    put(graph, THREE[2])
    assert whole(graph) != without
    forget(graph, THREE[2].article.key, LISTING)
    assert whole(graph) == without


def test_the_ontology_is_closed() -> None:
    """Every combination of kinds that the table does not have raises, for every type."""
    kinds: tuple[Kind | None, ...] = (*Kind, None)
    refused = 0
    for table in RELATIONS:
        for subject in Kind:
            for object_ in kinds:
                for item in kinds:
                    if not legal(table.name, subject, object_, item):
                        with pytest.raises(ValueError, match="cannot have"):
                            check(_bare(table.name, subject, object_, item))
                        refused += 1
    assert refused > 5000


def test_what_the_ontology_does_not_know_cannot_be_written(graph: Store) -> None:
    article = Article(text="India visited Russia.")
    role = Role(span=Span(0, 5), words="India", kind=Kind.COUNTRY, name="India")
    claim = Claim(
        type="VISITED",
        subject=role,
        object=replace(role, span=Span(14, 20), words="Russia", name="Russia"),
        evidence=Evidence(article=article.key, span=Span(0, 21), quote=article.text),
        origin="test",
    )
    with pytest.raises(Refused, match="VISITED cannot have subject Country"):
        graph.write(lambda writer: apply(writer, Change(added=[Filing(article=article, claims=[claim])]), LISTING))
    assert list(graph.claims()) == []


def test_done_planned_proposed_and_denied_are_never_mixed(graph: Store) -> None:
    """ "May buy" never becomes "bought": each status is a relationship of its own and says so in its caption."""
    put(graph, filing(*(replace(BOUGHT, status=status) for status in Status)))
    bought = [edge for edge in graph.edges() if edge.type == "PROCURES"]
    assert sorted(edge.status for edge in bought) == sorted(Status)
    for edge in bought:
        assert edge.caption == f"PROCURES · {edge.status}"
        assert f"({edge.status})" in edge.quote


def test_a_repeated_event_in_another_period_is_another_fact(graph: Store) -> None:
    put(graph, filing(*(replace(DRILL, item=name) for name in EXERCISES[:2])))
    drills = [edge for edge in graph.edges() if edge.type == "EXERCISES_WITH"]
    assert sorted((edge.editions, edge.since and edge.since.year) for edge in drills) == [
        (("2019",), 2019),
        (("2021",), 2021),
    ]
    assert {edge.item for edge in drills} == {"exercise:indra"}


def test_one_story_printed_by_many_papers_is_one_witness(graph: Store) -> None:
    story = "The two ministers walked along the quay for an hour and spoke of nothing but the weather and the price of fish."
    copies = [filing(TALKS, filler=story, outlet=f"outlet:paper-{number}", url=f"u{number}") for number in range(5)]
    own = filing(TALKS, filler="A reporter of our own stood near enough to hear them laugh.", outlet="outlet:own")
    put(graph, *copies, own)
    (met,) = (edge for edge in graph.edges() if edge.type == "MET")
    assert (met.witnesses, met.articles, len(met.claims)) == (2, 6, 6)


def test_conflicts_stand_side_by_side_with_who_says_what(graph: Store) -> None:
    kumar = person("Ajay Kumar", "IND")
    said = [
        filing(
            Said(type="HOLDS_OFFICE", subject=kumar, object=INDIA, office=Who(kind=Kind.OFFICE, name=office)),
            outlet=f"outlet:{paper}",
        )
        for office, paper in (("Defence Secretary", "one"), ("Defence Production Secretary", "two"))
    ]
    put(graph, *said)
    held = [edge for edge in graph.edges() if edge.type == "HOLDS_OFFICE"]
    assert {(edge.office, edge.outlet) for edge in held} == {
        ("defence-secretary", "one"),
        ("defence-production-secretary", "two"),
    }
    assert {edge.subject for edge in held} == {"person:ajay-kumar"}
    assert all(edge.office and edge.quote for edge in held)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (weapon("S-300"), weapon("S-400")),
        (weapon("X-98"), weapon("X-99")),
        (weapon("Mark II"), weapon("Mark III")),
    ],
)
def test_a_differing_number_is_another_thing(graph: Store, one: Who, other: Who) -> None:
    put(graph, filing(replace(BOUGHT, item=one), replace(BOUGHT, item=other)))
    assert len([entity for entity in graph.entities() if entity.kind is Kind.WEAPON_SYSTEM]) == 2


def test_sudan_is_never_south_sudan_and_one_ministry_never_anothers(graph: Store) -> None:
    ministries = [Who(kind=Kind.ORGANISATION, name="Ministry of Defence", country=code) for code in ("IND", "RUS")]
    talks = Said(type="MET", subject=ministries[0], object=ministries[1])
    put(graph, filing(talks, Said(type="OPPOSES", subject=country("Sudan"), object=country("South Sudan"))))
    keys = {entity.key for entity in graph.entities()}
    assert {"country:SDN", "country:SSD", "org:mod-ind"} <= keys
    assert len([key for key in keys if key.startswith("org:")]) == 2


def test_equal_graphs_export_equal_bytes(graph: Store) -> None:
    """On every engine the bytes are those of the dicts."""
    other = MemoryStore()
    put(graph, *THREE)
    put(other, *reversed(THREE))
    assert text_of(graph).encode() == text_of(other).encode()


def _bare(type_: str, subject: Kind, object_: Kind | None, item: Kind | None) -> Claim:
    def role(kind: Kind | None) -> Role | None:
        return Role(span=Span(0, 1), words="x", kind=kind) if kind else None

    one = role(subject)
    assert one is not None
    office = type_ == "HOLDS_OFFICE"
    return Claim(
        type=type_,
        subject=one,
        object=role(object_),
        item=None if office else role(item),
        office=role(item) if office else None,
        evidence=Evidence(article="article:x", span=Span(0, 1), quote="x"),
        origin="test",
    )
