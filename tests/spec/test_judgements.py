"""What people decide about identity: joined, kept apart, taken back, asleep, and never erased."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from graphkit.errors import QuestionError
from graphkit.model.identity import Verdict
from graphkit.stores.base import Store
from graphkit.workflows.forget import forget
from graphkit.workflows.judge import judge, judgements, undo
from tests.memory_store import MemoryStore
from tests.prepared import put, whole
from tests.worlds import LISTING, Said, Who, country, filing, holder, person, weapon

SAME, DIFFERENT, UNSURE = Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE
AT = datetime(2024, 5, 1, 12, tzinfo=UTC)
INDIA = country("India")


@pytest.fixture
def graph() -> Store:
    """Dicts here; that engines do the same with judgements, random histories show (`tests/property`)."""
    return MemoryStore()


def said(who: Who, number: int = 0) -> object:
    return filing(Said(type="MET", subject=who, object=INDIA), url=f"u{number}")


BOSE, BASU, BOSU = (
    filing(Said(type="MET", subject=person(f"Anil {n}"), object=INDIA)) for n in ("Bose", "Basu", "Bosu")
)


def decide(store: Store, verdict: Verdict, left: str, right: str) -> str:
    return judge(store, LISTING, verdict, left, right, by="an analyst", at=AT).judgement.key


def persons(store: Store) -> list[str]:
    return sorted(entity.key for entity in store.entities() if entity.key.startswith("person:"))


def edges_of(store: Store, key: str) -> int:
    return sum(key in (edge.subject, edge.object) for edge in store.edges())


def test_same_joins_two_groups_and_their_relationships(graph: Store) -> None:
    put(graph, BOSE, BASU)
    decide(graph, SAME, "person:anil-bose", "person:anil-basu")
    assert persons(graph) == ["person:anil-basu"]
    (edge,) = graph.edges()
    assert len(edge.claims) == 2
    (node,) = (entity for entity in graph.entities() if entity.key == "person:anil-basu")
    assert node.aliases == ("Anil Bose",)


def test_a_name_will_do_if_it_is_plain(graph: Store) -> None:
    put(graph, BOSE, BASU)
    decide(graph, SAME, "Anil Bose", "anil basu")
    assert persons(graph) == ["person:anil-basu"]


def test_an_unlisted_key_goes_on_record_as_a_claims_role(graph: Store) -> None:
    put(graph, BOSE)
    decide(graph, SAME, "person:anil-bose", "person:rajnath-singh")
    (judgement,) = graph.judgements()
    assert {judgement.left, judgement.right} == {f"{BOSE.claims[0].key}#subject", "person:rajnath-singh"}
    assert persons(graph) == ["person:rajnath-singh"]


def test_later_articles_join_what_was_judged(graph: Store) -> None:
    """The judgement is about the group: whoever is taken for the same person later belongs to it."""
    put(graph, BOSE)
    decide(graph, SAME, "person:anil-bose", "person:rajnath-singh")
    put(graph, filing(Said(type="MET", subject=person("Anil Bose"), object=country("Russia"))))
    assert persons(graph) == ["person:rajnath-singh"]
    assert edges_of(graph, "person:rajnath-singh") == 2


def test_different_undoes_every_same_on_the_way_and_forbids_joining(graph: Store) -> None:
    put(graph, BOSE, BASU, BOSU)
    bose, basu, bosu = (f"{one.claims[0].key}#subject" for one in (BOSE, BASU, BOSU))
    decide(graph, SAME, bose, basu)
    decide(graph, SAME, basu, bosu)
    assert len(persons(graph)) == 1
    decide(graph, DIFFERENT, bose, bosu)
    assert len(persons(graph)) == 3
    decide(graph, SAME, bose, basu)
    decide(graph, SAME, basu, bosu)  # would make bose and bosu one, which is forbidden
    assert len(persons(graph)) == 2
    decide(graph, SAME, bose, bosu)  # a later word on the pair itself outweighs
    assert len(persons(graph)) == 1


def test_every_store_joins_parts_and_takes_back(store: Store) -> None:
    put(store, BOSE, BASU)
    key = decide(store, SAME, "person:anil-bose", "person:anil-basu")
    assert persons(store) == ["person:anil-basu"]
    undo(store, LISTING, key, by="an analyst", at=AT)
    assert persons(store) == ["person:anil-basu", "person:anil-bose"]
    assert len(store.judgements()) == 2


def test_unsure_clears_the_pair(graph: Store) -> None:
    put(graph, BOSE, BASU)
    before = persons(graph)
    decide(graph, SAME, "person:anil-bose", "person:anil-basu")
    bose, basu = (f"{one.claims[0].key}#subject" for one in (BOSE, BASU))
    decide(graph, UNSURE, bose, basu)
    assert persons(graph) == before


def test_different_within_one_spelling_takes_the_other_article_out(graph: Store) -> None:
    """Two namesakes whom nothing tells apart but a person who knows them."""
    one, other, third = (said(person("Ajay Kumar", "IND"), number) for number in range(3))
    put(graph, one, other, third)  # type: ignore[arg-type]
    assert persons(graph) == ["person:ajay-kumar"]
    keys = sorted(f"{claim.key}#subject" for claim in graph.claims())
    decide(graph, DIFFERENT, keys[0], keys[2])
    assert len(persons(graph)) == 2
    assert sorted(len(list(graph.claims(entities=[key]))) for key in persons(graph)) == [1, 2]


def test_a_role_can_be_judged_not_to_be_the_listed_person(graph: Store) -> None:
    put(graph, said(person("Rajnath Singh"), 0), said(person("Rajnath Singh"), 1))  # type: ignore[arg-type]
    before = whole(graph)[1:]
    claim = min(claim.key for claim in graph.claims())
    key = decide(graph, DIFFERENT, f"{claim}#subject", "person:rajnath-singh")
    assert persons(graph) == [f"person:rajnath-singh-{claim.removeprefix('claim:')[:8]}", "person:rajnath-singh"][::-1]
    undo(graph, LISTING, key, by="an analyst", at=AT)
    assert whole(graph)[1:5] == before[:4]


def test_undo_leaves_the_graph_as_if_it_had_not_been_judged_and_erases_nothing(graph: Store) -> None:
    put(graph, BOSE, BASU, BOSU)
    bose, basu, bosu = (f"{one.claims[0].key}#subject" for one in (BOSE, BASU, BOSU))
    decide(graph, SAME, bose, basu)
    decide(graph, SAME, basu, bosu)
    joined = persons(graph)
    key = decide(graph, DIFFERENT, bose, bosu)
    report = undo(graph, LISTING, key, by="somebody else", at=AT, reason="a slip")
    assert persons(graph) == joined  # the two joins that `different` removed are back
    assert report.judgement.reason == f"undoes {key}; a slip"
    assert len(graph.judgements()) == 4
    assert [gone for _, gone in judgements(graph)] == [False, False, True, True]
    undo(graph, LISTING, report.judgement.key, by="an analyst", at=AT)
    assert len(persons(graph)) == 3
    assert [gone for _, gone in judgements(graph)] == [False, False, False, True, True]


def test_a_judgement_whose_article_is_gone_sleeps(graph: Store) -> None:
    put(graph, BOSE, BASU)
    decide(graph, SAME, "person:anil-bose", "person:anil-basu")
    joined = whole(graph)
    forget(graph, BOSE.article.key, LISTING)
    assert persons(graph) == ["person:anil-basu"]
    assert len(graph.judgements()) == 1
    put(graph, BOSE)
    assert whole(graph) == joined


def test_an_unnamed_office_holder_can_be_named_by_a_person(graph: Store) -> None:
    put(graph, filing(Said(type="MET", subject=holder("FRA", "defence-minister", "2019-11-05"), object=INDIA)), BOSE)
    decide(graph, SAME, "person:office-fra-defence-minister-2019", "person:anil-bose")
    assert persons(graph) == ["person:anil-bose"]
    assert not any(entity.placeholder for entity in graph.entities())


def test_a_person_is_never_a_weapon(graph: Store) -> None:
    put(graph, BOSE, filing(Said(type="PROCURES", subject=INDIA, item=weapon("X-99"))))
    with pytest.raises(QuestionError, match="never the same"):
        decide(graph, SAME, "person:anil-bose", "weapon:x-99")


@pytest.mark.parametrize("side", ["person:nobody", "claim:0123456789abcdef#subject", "gibberish"])
def test_what_is_not_there_cannot_be_judged(graph: Store, side: str) -> None:
    put(graph, BOSE)
    with pytest.raises(QuestionError):
        decide(graph, SAME, "person:anil-bose", side)
    assert graph.judgements() == []
