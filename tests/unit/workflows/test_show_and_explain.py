"""What one asks of one entity and of one claim."""

from __future__ import annotations

import pytest

from graphkit.errors import QuestionError
from graphkit.model.claims import Kind
from graphkit.model.identity import Verdict
from graphkit.stores.base import Store
from graphkit.workflows.explain import explain
from graphkit.workflows.judge import judge
from graphkit.workflows.show import show
from tests.memory_store import MemoryStore
from tests.prepared import put
from tests.spec.test_judgements import AT
from tests.worlds import LISTING, Said, Who, country, filing, holder, person, weapon

INDIA = country("India")
TALKS = Said(
    type="MET",
    subject=person("Rajnath Singh"),
    object=holder("RUS", "defence-minister", "2019-11-05"),
    when="2019-11-05",
)
RUMOUR = Said(type="VISITED", subject=person("Rajnath Singh"), object=country("Russia"), confidence=0.3)
BUYS = Said(type="PROCURES", subject=country("New Delhi"), object=country("Moscow"), item=weapon("S400"))
POST = Said(
    type="HOLDS_OFFICE",
    subject=person("Ajay Kumar", "IND"),
    object=INDIA,
    office=Who(kind=Kind.OFFICE, name="Raksha Mantri"),
)
TIES = Said(
    type="COOPERATES_WITH", subject=INDIA, object=country("Russia"), item=Who(kind=Kind.TOPIC, name="logistics")
)


ARTICLE = filing(TALKS, RUMOUR, BUYS, POST, TIES, outlet="outlet:one")


@pytest.fixture
def filled() -> Store:
    store = MemoryStore()
    put(store, ARTICLE)
    return store


def test_every_store_shows_and_explains_alike(store: Store, filled: Store) -> None:
    put(store, ARTICLE)
    for name in ("India", "Rajnath Singh", "S-400"):
        assert show(store, name, LISTING) == show(filled, name, LISTING)
    for claim in filled.claims():
        assert explain(store, claim.key, LISTING) == explain(filled, claim.key, LISTING)


@pytest.mark.parametrize("name", ["person:rajnath-singh", "Rajnath Singh", "rajnath singh", "rajnath-singh"])
def test_an_entity_is_shown_by_key_or_name_with_its_sentences(filled: Store, name: str) -> None:
    report = show(filled, name, LISTING)
    assert report.entity.key == "person:rajnath-singh"
    (met,) = report.relationships
    assert (met.subject, met.edge.type, met.object) == ("Rajnath Singh", "MET", "Sergei Shoigu")
    assert "met" in met.edge.quote
    assert [(low.claim.type, low.subject, low.object) for low in report.low] == [("VISITED", "Rajnath Singh", "Russia")]
    assert len(report.roles) == 2


@pytest.mark.parametrize("name", ["India", "Delhi", "Indian", "country:IND"])
def test_a_country_is_found_by_what_it_goes_by(filled: Store, name: str) -> None:
    report = show(filled, name, LISTING)
    assert report.entity.name == "India"
    kinds = [line.edge.type for line in report.relationships]
    assert kinds == ["COOPERATES_WITH", "HOLDS_OFFICE", "PROCURES", "SUPPLIES"]


def test_a_person_is_found_by_another_spelling(filled: Store) -> None:
    assert show(filled, "Sergey Shoygu", LISTING).entity.key == "person:sergei-shoigu"


def test_an_unknown_or_doubtful_name_is_an_error_that_helps(filled: Store) -> None:
    with pytest.raises(QuestionError, match="nothing in the graph goes by this name"):
        show(filled, "Atlantis", LISTING)
    put(filled, filing(Said(type="MET", subject=person("Ajay Kumar", "FRA"), object=INDIA)))
    with pytest.raises(QuestionError, match="person:ajay-kumar-fra"):
        show(filled, "Ajay Kumar", LISTING)


def claim_of(store: Store, type_: str) -> str:
    return next(claim.key for claim in store.claims() if claim.type == type_)


def test_a_claim_is_explained_role_by_role(filled: Store) -> None:
    report = explain(filled, claim_of(filled, "MET"), LISTING)
    assert (report.high, report.outlet, report.claim.origin) == (True, "one", "test")
    subject, object_ = report.roles
    assert (subject.key, subject.name) == ("person:rajnath-singh", "Rajnath Singh")
    assert "in the tables of offices" in subject.why
    assert (object_.words, object_.name) == ("the defence-minister there", "Sergei Shoigu")
    assert "nobody is named; by the table of offices" in object_.why
    assert [edge.type for edge in report.relationships] == ["MET"]


def test_capitals_offices_and_topics_are_explained(filled: Store) -> None:
    buyer, seller, item = explain(filled, claim_of(filled, "PROCURES"), LISTING).roles
    assert buyer.why == "'New Delhi' is a capital of India"
    assert seller.why == "'Moscow' is a capital of Russia"
    assert item.why == "'S400' is listed as S-400"
    assert (
        explain(filled, claim_of(filled, "HOLDS_OFFICE"), LISTING).roles[2].why
        == "the lexicon of offices has it as Defence Minister"
    )
    assert (
        explain(filled, claim_of(filled, "COOPERATES_WITH"), LISTING).roles[2].why
        == "a topic, logistics; topics are no nodes"
    )
    low = explain(filled, claim_of(filled, "VISITED"), LISTING)
    assert (low.high, low.relationships) == (False, ())


def test_a_judgement_is_part_of_the_explanation(filled: Store) -> None:
    judge(filled, LISTING, Verdict.SAME, "person:ajay-kumar", "person:rajnath-singh", by="me", at=AT)
    subject = explain(filled, claim_of(filled, "HOLDS_OFFICE"), LISTING).roles[0]
    assert subject.name == "Rajnath Singh"
    assert subject.why.endswith("somebody judged that to be Rajnath Singh")


def test_a_claim_that_is_not_there_is_an_error(filled: Store) -> None:
    with pytest.raises(QuestionError, match="no such claim"):
        explain(filled, "claim:0123456789abcdef", LISTING)
