"""Whatever is put into a store comes back equal, sorted by key, and putting it again changes nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from graphkit.errors import StoreError
from graphkit.model.claims import Kind, Status
from graphkit.model.identity import Verdict
from graphkit.model.text import Outlet
from graphkit.stores.base import Filed, Link, Meta, Store, Writer
from tests.contract import making as m


def test_an_empty_store_has_nothing(store: Store) -> None:
    found = m.everything(store)
    assert found.pop("meta") is None
    assert not any(found.values())


def test_all_nouns_come_back_equal(store: Store) -> None:
    store.write(m.put_sample)
    assert m.everything(store) == {
        "meta": m.META,
        "outlets": [m.GAZETTE],
        "articles": [Filed(article=m.ARTICLE, group=m.ARTICLE.key)],
        "claims": sorted((m.MEETING, m.ORDER), key=lambda claim: claim.key),
        "links": sorted(m.LINKS, key=lambda link: (link.claim, link.role, link.entity)),
        "judgements": [],
        "entities": list(m.ENTITIES),
        "edges": list(m.EDGES),
        "counts": {
            "Article": 1, "Claim": 2, "Country": 2, "MET done": 1, "Outlet": 1, "PROCURES planned": 1, "Person": 2,
            "WeaponSystem": 1,
        },
    }  # fmt: skip


def test_claims_keep_what_equality_does_not_see(store: Store) -> None:
    """Numbers keep their type, and an amount its digits: keys and exports depend on them."""
    store.write(m.put_sample)
    found = {claim.key: claim for claim in store.claims()}
    assert [repr(found[claim.key]) for claim in (m.MEETING, m.ORDER)] == [repr(m.MEETING), repr(m.ORDER)]
    assert [repr(edge) for edge in store.edges()] == [repr(edge) for edge in m.EDGES]


def test_putting_twice_changes_nothing(store: Store) -> None:
    store.write(m.put_sample)
    once = m.everything(store)
    store.write(m.put_sample)
    assert m.everything(store) == once


def test_a_reopened_store_has_what_was_written(place: object, store: Store) -> None:
    store.write(m.put_sample)
    before = m.everything(store)
    store.close()
    with place.open() as again:  # type: ignore[attr-defined]
        assert m.everything(again) == before


def test_a_transaction_sees_its_own_writes(store: Store) -> None:
    def work(w: Writer) -> list[object]:
        m.put_sample(w)
        return [list(w.entities()), list(w.edges()), len(list(w.claims())), w.meta(), w.articles_sharing(["s1"])]

    assert store.write(work) == [list(m.ENTITIES), list(m.EDGES), 2, m.META, [m.ARTICLE.key]]


def test_everything_is_sorted_by_key(store: Store) -> None:
    kinds = m.of_every_kind()
    outlets = [Outlet(key=f"outlet:{letter}", name=letter) for letter in "cab"]
    articles = [m.article(f"Text {number}. Ayla Demir met Joonas Laine.", outlet=None) for number in range(5)]
    claims = [m.met(said_in) for said_in in articles]

    def work(w: Writer) -> None:
        for outlet in outlets:
            w.put_outlet(outlet)
        for said_in in articles:
            w.put_article(Filed(article=said_in, group="article:x"), [])
        w.put_claims(reversed(claims))
        w.put_entities(reversed(kinds))
        w.put_edges(reversed(m.of_every_type(claims[0], kinds[0], kinds[1])))
        for reason in "zay":
            w.put_judgement(m.judgement(reason=reason))

    store.write(work)
    found = m.everything(store)
    for name in ("outlets", "claims", "judgements", "entities", "edges"):
        keys = [noun.key for noun in found[name]]
        assert keys == sorted(keys)
        assert len(keys) >= 3
    assert [filed.article.key for filed in found["articles"]] == sorted(said_in.key for said_in in articles)


def test_every_kind_and_every_type_of_the_ontology_can_be_kept(store: Store) -> None:
    kinds = m.of_every_kind()
    edges = m.of_every_type(m.MEETING, kinds[0], kinds[-1])

    def work(w: Writer) -> None:
        w.put_entities(kinds)
        w.put_edges(edges)

    store.write(work)
    assert list(store.entities()) == list(kinds)
    assert list(store.edges()) == list(edges)


def test_meta_is_replaced_and_tiers_follow_it(store: Store) -> None:
    store.write(m.put_sample)
    ask = "MATCH (c:Claim) RETURN c.confidence AS confidence, c.tier AS tier ORDER BY confidence"
    tiers = [[row["tier"] for row in store.run(ask, {})[1]]]
    for least in (0.8, 0.2, 0.25):
        store.write(lambda w, least=least: w.put_meta(replace(m.META, min_confidence=least)))  # type: ignore[misc]
        tiers.append([row["tier"] for row in store.run(ask, {})[1]])
    assert tiers == [["low", "high"], ["low", "low"], ["high", "high"], ["high", "high"]]
    assert store.meta() == replace(m.META, min_confidence=0.25)


def test_meta_of_another_schema_is_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="schema"):
        store.write(lambda w: w.put_meta(Meta(schema=99, ontology=1, min_confidence=0.5)))


def test_an_entity_put_again_is_replaced_whole(store: Store) -> None:
    store.write(m.put_sample)
    lean = m.entity(m.AYLA.key, "A. Demir")
    store.write(lambda w: w.put_entities([lean]))
    assert list(store.entities([lean.key])) == [lean]
    assert list(store.edges()) == list(m.EDGES)


def test_an_edge_put_again_is_replaced_whole_and_can_turn(store: Store) -> None:
    store.write(m.put_sample)
    turned = m.edge(m.MEETING, m.JOONAS, m.AYLA, key=m.MET.key, status=Status.DENIED)
    store.write(lambda w: w.put_edges([turned]))
    assert list(store.edges([turned.key])) == [turned]
    assert store.counts()["MET denied"] == 1
    assert "MET done" not in store.counts()


def test_an_edge_that_was_seen_in_the_same_write_is_replaced_too(store: Store) -> None:
    store.write(m.put_sample)
    other = replace(m.MET, type="OPPOSES")

    def work(w: Writer) -> None:
        assert list(w.edges([m.MET.key, "edge:none"])) == [m.MET]
        w.put_edges([other, m.BUYS])
        w.drop_edges([m.BUYS.key])
        w.put_edges([m.BUYS, replace(m.BUYS, times=3)])

    store.write(work)
    assert list(store.edges()) == [other, replace(m.BUYS, times=3)]


def test_links_of_a_claim_are_replaced_together(store: Store) -> None:
    store.write(m.put_sample)
    store.write(lambda w: w.put_links([Link(m.MEETING.key, "subject", m.JOONAS.key)]))
    assert store.links([m.MEETING.key]) == [Link(m.MEETING.key, "subject", m.JOONAS.key)]
    assert len(store.links([m.ORDER.key])) == 3


def test_one_role_may_stand_for_two_entities(store: Store) -> None:
    store.write(m.put_sample)
    both = [Link(m.MEETING.key, "subject", m.AYLA.key), Link(m.MEETING.key, "subject", m.JOONAS.key)]
    store.write(lambda w: w.put_links(both))
    assert store.links([m.MEETING.key]) == both


@pytest.mark.parametrize(("old", "new"), [(Kind.FORUM, Kind.ORGANISATION), (Kind.ORGANISATION, Kind.FORUM)])
def test_an_organisation_may_turn_out_to_be_a_forum(store: Store, old: Kind, new: Kind) -> None:
    before, after = m.entity("org:league", "League", old), m.entity("org:league", "The League", new)
    edges = [m.edge(m.MEETING, m.AYLA, before, key="edge:a"), m.edge(m.MEETING, before, before, key="edge:b")]

    def work(w: Writer) -> None:
        m.put_sample(w)
        w.put_entities([before])
        w.put_links([Link(m.MEETING.key, "object", before.key)])
        w.put_edges(edges)

    store.write(work)
    store.write(lambda w: w.put_entities([after]))
    assert list(store.entities([before.key])) == [after]
    assert store.links([m.MEETING.key]) == [Link(m.MEETING.key, "object", before.key)]
    assert list(store.edges(["edge:a", "edge:b"])) == edges
    assert store.counts()[new.value] == 1
    assert old.value not in store.counts()


def test_an_article_put_again_changes_its_shingles_and_group(store: Store) -> None:
    store.write(m.put_sample)
    store.write(lambda w: w.put_article(Filed(article=m.ARTICLE, group="article:other"), ["s2", "s3"]))
    assert [store.articles_sharing([mark]) for mark in ("s1", "s2", "s3")] == [[], [m.ARTICLE.key], [m.ARTICLE.key]]
    assert [filed.group for filed in store.articles()] == ["article:other"]
    assert len(list(store.claims(articles=[m.ARTICLE.key]))) == 2


def test_groups_can_be_set_alone(store: Store) -> None:
    store.write(m.put_sample)
    store.write(lambda w: w.set_groups({m.ARTICLE.key: "article:a", "article:unknown": "article:a"}))
    assert [filed.group for filed in store.articles()] == ["article:a"]


def test_judgements_are_kept_all(store: Store) -> None:
    two = [m.judgement(), m.judgement(verdict=Verdict.SAME, reason="one ministry")]
    for judgement in two:
        store.write(lambda w, judgement=judgement: w.put_judgement(judgement))  # type: ignore[misc]
    assert store.judgements() == sorted(two, key=lambda judgement: judgement.key)


def test_days_are_real_days_in_the_database(store: Store) -> None:
    store.write(m.put_sample)
    ask = (
        "MATCH (a)-[r:MET]->(b) MATCH (c:Claim)-[:STATED_IN]->(d:Article) WHERE c.since IS NOT NULL "
        "RETURN r.since.year AS year, r.said > date('2021-05-04') AS later, c.until.month AS month, "
        "d.published.day AS day, c.said AS said ORDER BY year, day"
    )
    assert store.run(ask, {})[1] == [{"year": 2021, "later": True, "month": 5, "day": 5, "said": date(2021, 5, 5)}]


def test_every_node_and_relationship_has_a_key_of_its_own(store: Store) -> None:
    store.write(m.put_sample)
    for ask in (
        "MATCH (n) RETURN count(n) AS all, count(DISTINCT n.key) AS keys ORDER BY all",
        "MATCH ()-[r]->() RETURN count(r) AS all, count(DISTINCT r.key) AS keys ORDER BY all",
    ):
        row = store.run(ask, {})[1][0]
        assert row["all"] == row["keys"] > 5


def test_a_claim_whose_article_says_otherwise_is_refused(store: Store) -> None:
    other = m.article(m.TEXT.replace("Joonas", "Joonar"))
    moved = replace(m.MEETING, evidence=replace(m.MEETING.evidence, article=other.key))

    def work(w: Writer) -> None:
        w.put_outlet(m.GAZETTE)
        w.put_article(Filed(article=other, group=other.key), [])
        w.put_claims([moved])

    with pytest.raises(StoreError, match="does not say"):
        store.write(work)
    assert not store.counts()


def test_a_claim_outside_the_ontology_is_refused(store: Store) -> None:
    radar = m.role(m.TEXT, "Kestrel radars", Kind.WEAPON_SYSTEM)

    def work(w: Writer) -> None:
        m.put_sample(w)
        w.put_claims([replace(m.MEETING, object=radar)])

    with pytest.raises(StoreError, match="MET cannot have object WeaponSystem"):
        store.write(work)


@pytest.mark.parametrize("change", [{"type": "ADMIRES"}, {"claims": ()}, {"type": "MET]->() DETACH DELETE r //"}])
def test_an_edge_outside_the_ontology_or_without_a_claim_is_refused(store: Store, change: dict[str, object]) -> None:
    store.write(m.put_sample)
    with pytest.raises(StoreError):
        store.write(lambda w: w.put_edges([replace(m.MET, **change)]))  # type: ignore[arg-type]
    assert list(store.edges()) == list(m.EDGES)


@pytest.mark.parametrize("work", [
    lambda w: w.put_article(Filed(article=m.ARTICLE, group="g"), []),
    lambda w: w.put_claims([m.MEETING]),
    lambda w: w.put_links(m.LINKS),
    lambda w: w.put_edges(m.EDGES),
])  # fmt: skip
def test_referring_to_what_is_not_there_is_a_callers_bug(store: Store, work: object) -> None:
    with pytest.raises(ValueError, match="first"):
        store.write(work)  # type: ignore[arg-type]
    assert not store.counts()


@pytest.mark.parametrize("wrong", [
    m.entity("country:EST", "Estonia", Kind.PERSON),
    m.entity("person:x", "Minister", Kind.OFFICE),
    m.entity("person:x", "X", identifiers=(("a:b", "c"),)),
])  # fmt: skip
def test_an_entity_that_is_no_node_of_ours_is_refused(store: Store, wrong: object) -> None:
    with pytest.raises(ValueError):
        store.write(lambda w: w.put_entities([wrong]))  # type: ignore[list-item]
    assert not store.counts()


def test_a_link_has_a_role_that_is_linked(store: Store) -> None:
    store.write(m.put_sample)
    with pytest.raises(ValueError, match="no role"):
        store.write(lambda w: w.put_links([Link(m.MEETING.key, "place", m.ESTONIA.key)]))
