"""What the claims of one relationship add up to: keys, periods, directions, properties, derived relationships."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from graphkit.model.claims import Kind, Qualifiers, Status
from graphkit.model.graph import Edge
from graphkit.model.money import Money
from graphkit.resolve.fold import Told, fold
from graphkit.resolve.identity import resolve
from graphkit.workflows.graphs.change import Filing
from tests.worlds import LISTING, Said, Who, country, filing, person, weapon

INDIA, RUSSIA, FRANCE = country("India"), country("Russia"), country("France")
SINGH, SHOIGU = person("Rajnath Singh", "IND"), person("Sergei Shoigu", "RUS")
MET = Said(type="MET", subject=SINGH, object=SHOIGU)
BUYS = Said(type="PROCURES", subject=INDIA, object=RUSSIA, item=weapon("S-400"))


def edges(*filings: Filing, groups: Sequence[str] = ()) -> list[Edge]:
    """The relationships of these articles; `groups` are their witness groups, each its own unless told otherwise."""
    claims = [claim for one in filings for claim in one.claims]
    found = resolve(claims, LISTING)
    told = {
        one.article.key: Told(
            key=one.article.key,
            group=groups[number] if groups else one.article.key,
            published=one.article.published,
            outlet=one.outlet.name if one.outlet else None,
            url=one.article.url,
        )
        for number, one in enumerate(filings)
    }
    return fold(claims, found.keys, found.entities, told, LISTING, min_confidence=0.5)


def only(found: list[Edge], type_: str) -> Edge:
    (edge,) = (edge for edge in found if edge.type == type_)
    return edge


def types(found: list[Edge]) -> list[str]:
    return sorted(edge.type for edge in found)


def test_procures_is_drawn_from_buyer_to_system_and_lists_its_sellers() -> None:
    found = edges(filing(BUYS, replace(BUYS, object=FRANCE), replace(BUYS, object=None)))
    edge = only(found, "PROCURES")
    assert (edge.subject, edge.object) == ("country:IND", "weapon:s-400")
    assert sorted(edge.sellers) == ["France", "Russia"]
    assert len(edge.claims) == 3


def test_a_purchase_without_an_item_is_of_arms() -> None:
    edge = only(edges(filing(replace(BUYS, item=None))), "PROCURES")
    assert edge.object == "weapon:arms"


def test_the_seller_supplies_the_buyer() -> None:
    edge = only(edges(filing(replace(BUYS, status=Status.PLANNED, when="2021"))), "SUPPLIES")
    assert (edge.subject, edge.object, edge.item) == ("country:RUS", "country:IND", "weapon:s-400")
    assert (edge.derived, edge.status, edge.since) == (True, Status.PLANNED, date(2021, 1, 1))


def test_parties_join_agreements_and_exercises_and_actors_concern_items() -> None:
    pact = Said(type="AGREED_WITH", subject=INDIA, object=FRANCE, item=Who(kind=Kind.AGREEMENT, name="LEMOA"))
    drill = Said(type="EXERCISES_WITH", subject=INDIA, object=RUSSIA, item=Who(kind=Kind.EXERCISE, name="INDRA"))
    alone = Said(type="CO_PRODUCES", subject=INDIA, item=weapon("S-400"))
    found = edges(filing(pact, drill, alone))
    derived = sorted((edge.type, edge.subject, edge.object) for edge in found if edge.derived)
    assert derived == [
        ("CONCERNS", "country:IND", "weapon:s-400"),
        ("JOINED", "country:IND", "exercise:indra"),
        ("JOINED", "country:RUS", "exercise:indra"),
        ("PARTY_TO", "country:FRA", "agreement:lemoa"),
        ("PARTY_TO", "country:IND", "agreement:lemoa"),
    ]
    assert "CO_PRODUCES" not in types(found)


def test_one_relationship_per_year_of_the_event_and_undated_apart() -> None:
    found = edges(filing(*(replace(MET, when=when) for when in ("2019-11-05", "2019", "2021", None))))
    assert sorted(len(edge.claims) for edge in found) == [1, 1, 2]


def test_a_standing_fact_has_no_period() -> None:
    member = Said(
        type="PARTICIPATES_IN",
        subject=INDIA,
        object=Who(kind=Kind.FORUM, name="SCO"),
        qualifiers=Qualifiers(role="member"),
    )
    guest = replace(member, qualifiers=Qualifiers(role="participant"))
    whens = ("2019", "2021", None)
    assert [len(edge.claims) for edge in edges(filing(*(replace(member, when=when) for when in whens)))] == [3]
    assert [len(edge.claims) for edge in edges(filing(*(replace(guest, when=when) for when in whens)))] == [1, 1, 1]
    ties = Said(type="COOPERATES_WITH", subject=INDIA, object=RUSSIA)
    assert [len(edge.claims) for edge in edges(filing(*(replace(ties, when=when) for when in whens)))] == [3]


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("LEMOA", 1),
        ("Logistics Pact", 1),
        ("agreement of 2018", 1),
        ("logistics agreement", 2),
        ("India-Russia agreement", 2),
        ("Indian agreement", 2),
    ],
)
def test_only_a_named_agreement_has_no_period(name: str, count: int) -> None:
    pact = Said(type="AGREED_WITH", subject=INDIA, object=RUSSIA, item=Who(kind=Kind.AGREEMENT, name=name))
    found = edges(filing(*(replace(pact, when=when) for when in ("2019", "2021"))))
    assert types(found).count("AGREED_WITH") == count


def test_two_names_of_one_office_are_one_and_disjoint_terms_are_two() -> None:
    def held(office: str, when: str | None) -> Said:
        return Said(
            type="HOLDS_OFFICE", subject=SINGH, object=INDIA, office=Who(kind=Kind.OFFICE, name=office), when=when
        )

    titles = ("Raksha Mantri", "Defence Minister")
    edge = only(edges(filing(*(held(title, None) for title in titles))), "HOLDS_OFFICE")
    assert (edge.office, len(edge.claims)) == ("defence-minister", 2)
    whens = ("2000/2004", "2003", "2019/2024", None)
    found = edges(filing(*(held(titles[0], when) for when in whens)))
    assert sorted((edge.since, len(edge.claims)) for edge in found if edge.since) == [
        (date(2000, 1, 1), 2),
        (date(2019, 1, 1), 1),
    ]
    assert len(found) == 3
    assert len(edges(filing(*(held(titles[0], when) for when in ("2000/2004", "2003", None))))) == 1


def test_an_office_that_no_lexicon_knows_counts_by_its_words() -> None:
    office = Who(kind=Kind.OFFICE, name="Chief of Paint")
    (edge,) = edges(filing(Said(type="HOLDS_OFFICE", subject=SINGH, object=INDIA, office=office)))
    assert edge.office == "chief-of-paint"


def test_topics_are_one_by_their_key_and_other_words_are_kept() -> None:
    def about(words: str) -> Said:
        return Said(type="COOPERATES_WITH", subject=INDIA, object=RUSSIA, item=Who(kind=Kind.TOPIC, name=words))

    words = ("logistics support", "mutual logistics", "ship repair", "hull paint")
    found = {edge.item: edge.items for edge in edges(filing(*(about(one) for one in words)))}
    assert {item: set(items) for item, items in found.items()} == {
        "logistics": {"logistics support", "mutual logistics"},
        None: {"ship repair", "hull paint"},
    }


def test_the_end_that_most_witness_groups_name_first_is_the_subject() -> None:
    back = replace(MET, subject=SHOIGU, object=SINGH)
    texts = [filing(one, url=f"u{number}") for number, one in enumerate((MET, MET, back))]
    assert only(edges(*texts), "MET").subject == "person:rajnath-singh"
    # three prints of one story are one vote
    copies = [filing(back, url=f"u{number}") for number in range(3)]
    found = edges(*copies, *texts[:2], groups=["a", "a", "a", "b", "c"])
    assert only(found, "MET").subject == "person:rajnath-singh"


def test_a_tied_vote_goes_to_the_clearest_claim() -> None:
    back = replace(MET, subject=SHOIGU, object=SINGH)
    unsure = filing(replace(MET, confidence=0.6))
    assert only(edges(unsure, filing(replace(back, confidence=0.9))), "MET").subject == "person:sergei-shoigu"


def test_the_clearest_claim_is_the_surest_then_the_earliest_published() -> None:
    early, late, none = (filing(MET, published=day) for day in ("2019-11-07", "2020-01-01", None))
    sure = filing(replace(MET, confidence=0.95), published="2021-01-01", outlet="outlet:x", url="https://x")
    edge = only(edges(late, none, early), "MET")
    assert (edge.published, edge.said) == (date(2019, 11, 7), date(2019, 11, 7))
    edge = only(edges(late, none, early, sure), "MET")
    assert (edge.outlet, edge.url, edge.published) == ("X", "https://x", date(2021, 1, 1))
    assert (edge.said, edge.confidence, edge.quote) == (date(2019, 11, 7), 0.95, sure.claims[0].evidence.quote)


def test_times_counts_stated_repetitions_and_disjoint_days() -> None:
    def times(*whens: str, stated: int = 1) -> int:
        claims = [replace(MET, when=when, qualifiers=Qualifiers(times=stated)) for when in whens]
        return only(edges(filing(*claims)), "MET").times

    assert times("2019-07-01", "2019-10-01") == 2
    assert times("2019-07-01", "2019-07", "2019") == 1
    assert times("2019-07", "2019-06-20/2019-07-10", "2019-12-01", "2019-02-01") == 3
    assert times("2019-07-01", stated=4) == 4


def test_differing_qualifiers_stand_side_by_side_in_the_order_of_claim_keys() -> None:
    amounts = [Money.parse(text) for text in ("5000000000 USD", "5500000000 USD")]
    claims = [
        replace(BUYS, qualifiers=Qualifiers(stage=stage, amount=amount, quantity="five regiments"), when=when)
        for stage, amount, when in (("contracted", amounts[0], "2018-10-05"), ("delivered", amounts[1], "2018-12"))
    ]
    edge = only(edges(filing(*claims)), "PROCURES")
    made = sorted(filing(*claims).claims, key=lambda claim: claim.key)
    assert edge.stages == tuple(claim.qualifiers.stage for claim in made)
    assert edge.amounts == tuple(str(claim.qualifiers.amount) for claim in made)
    assert edge.quantities == ("five regiments",)
    assert (edge.since, edge.until) == (date(2018, 10, 5), date(2018, 12, 31))


def test_the_year_in_a_name_dates_what_has_no_date() -> None:
    drill = Said(type="EXERCISES_WITH", subject=INDIA, object=RUSSIA)
    named = replace(drill, item=Who(kind=Kind.EXERCISE, name="INDRA-2019"))
    dated = replace(drill, item=Who(kind=Kind.EXERCISE, name="INDRA"), when="2019-12-11")
    edge = only(edges(filing(named, dated)), "EXERCISES_WITH")
    assert (edge.since, edge.editions, edge.items) == (date(2019, 1, 1), ("2019",), ("INDRA",))


def test_the_forum_of_a_meeting_is_kept_by_its_listed_name() -> None:
    edge = only(edges(filing(replace(MET, qualifiers=Qualifiers(forum="5th SCO")))), "MET")
    assert (edge.forums, edge.editions) == (("Shanghai Cooperation Organisation",), ("5th",))


def test_low_claims_make_no_relationship() -> None:
    assert edges(filing(replace(MET, confidence=0.49))) == []


def test_two_names_of_one_entity_make_no_relationship_with_itself() -> None:
    assert edges(filing(Said(type="COOPERATES_WITH", subject=INDIA, object=country("New Delhi")))) == []
