"""Keys and filters: unknown ones yield nothing, and what is dropped is gone with all that hung on it."""

from __future__ import annotations

from graphkit.model.claims import Kind
from graphkit.stores.base import Filed, Store, Writer
from tests.contract import making as m

NOBODY = ["person:nobody", "country:NOWHERE", "org:none", "nonsense", ""]


def two_articles(w: Writer) -> None:
    m.put_sample(w)
    w.put_outlet(m.MINISTRY)
    w.put_article(Filed(article=OTHER, group=OTHER.key), ["s2", "s3"])
    w.put_claims([SECOND])


OTHER = m.article("Yesterday Ayla Demir met Joonas Laine again.", outlet=m.MINISTRY.key, published=None, year=2022)
SECOND = m.met(OTHER)


def test_unknown_keys_yield_nothing(store: Store) -> None:
    store.write(m.put_sample)
    for read in (store.articles, store.claims, store.entities, store.edges, store.links, store.articles_sharing):
        assert list(read(NOBODY)) == []
    for name in ("articles", "blocks", "entities"):
        assert list(store.claims(**{name: NOBODY})) == []


def test_empty_lists_of_keys_yield_nothing_not_everything(store: Store) -> None:
    store.write(m.put_sample)
    for read in (store.articles, store.claims, store.entities, store.edges, store.links, store.articles_sharing):
        assert list(read([])) == []
    assert list(store.claims(articles=[])) == []


def test_known_and_unknown_keys_mix(store: Store) -> None:
    store.write(m.put_sample)
    assert list(store.entities([*NOBODY, m.NORWAY.key, m.AYLA.key, m.AYLA.key])) == [m.NORWAY, m.AYLA]
    assert list(store.edges([*NOBODY, m.BUYS.key])) == [m.BUYS]
    assert list(store.claims([*NOBODY, m.ORDER.key])) == [m.ORDER]


def test_keys_may_come_from_a_generator_read_once(store: Store) -> None:
    store.write(m.put_sample)
    assert list(store.entities(key for key in [m.AYLA.key])) == [m.AYLA]
    assert list(store.claims(entities=(key for key in [m.AYLA.key]))) == [m.MEETING]


def test_claims_by_article_block_and_entity(store: Store) -> None:
    store.write(two_articles)
    assert list(store.claims(articles=[OTHER.key])) == [SECOND]
    assert list(store.claims(blocks=["demir"])) == [m.MEETING]
    assert list(store.claims(blocks=["kestrel", "laine"])) == sorted([m.ORDER, m.MEETING], key=lambda c: c.key)
    assert list(store.claims(entities=[m.NORWAY.key])) == [m.ORDER]
    every = sorted([m.MEETING, m.ORDER, SECOND], key=lambda c: c.key)
    assert list(store.claims([SECOND.key], blocks=["demir"], entities=[m.NORWAY.key])) == every


def test_articles_by_shingle(store: Store) -> None:
    store.write(two_articles)
    assert store.articles_sharing(["s2"]) == sorted([m.ARTICLE.key, OTHER.key])
    assert store.articles_sharing(["s3", "none"]) == [OTHER.key]


def test_a_dropped_article_leaves_nothing_behind(store: Store) -> None:
    store.write(m.put_sample)
    before = m.everything(store)
    nodes = "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN n.key AS n, r.key AS r ORDER BY n, r"
    rows = store.run(nodes, {})

    def other(w: Writer) -> None:
        w.put_outlet(m.MINISTRY)
        w.put_article(Filed(article=OTHER, group=OTHER.key), ["s2", "s3"])
        w.put_claims([SECOND])

    store.write(other)
    assert m.everything(store) != before
    store.write(lambda w: w.drop_articles([OTHER.key, "article:unknown"]))
    assert m.everything(store) == before
    assert store.run(nodes, {}) == rows


def test_an_outlet_stays_while_it_publishes_something(store: Store) -> None:
    again = m.article("Joonas Laine rested.", outlet=m.GAZETTE.key)

    def work(w: Writer) -> None:
        m.put_sample(w)
        w.put_article(Filed(article=again, group=again.key), [])

    store.write(work)
    store.write(lambda w: w.drop_articles([again.key]))
    assert list(store.outlets()) == [m.GAZETTE]
    store.write(lambda w: w.drop_articles([m.ARTICLE.key]))
    assert list(store.outlets()) == []


def test_drops_ignore_unknown_keys(store: Store) -> None:
    store.write(m.put_sample)
    before = m.everything(store)

    def work(w: Writer) -> list[str]:
        w.drop_articles(NOBODY)
        w.drop_entities(NOBODY)
        w.drop_edges(NOBODY)
        return w.drop_unlinked(NOBODY)

    assert store.write(work) == []
    assert m.everything(store) == before


def test_dropped_edges_and_entities_are_gone(store: Store) -> None:
    store.write(m.put_sample)
    store.write(lambda w: w.drop_edges([m.MET.key]))
    assert list(store.edges()) == [m.BUYS]
    store.write(lambda w: w.drop_entities([m.KESTREL.key]))
    assert list(store.edges()) == []
    assert m.KESTREL not in list(store.entities())
    assert [link.role for link in store.links([m.ORDER.key])] == ["object", "subject"]


def test_entities_without_a_claim_are_dropped_on_request(store: Store) -> None:
    lonely = m.entity("org:lonely", "Lonely", Kind.FORUM)

    def work(w: Writer) -> list[str]:
        m.put_sample(w)
        w.put_entities([lonely])
        return w.drop_unlinked([lonely.key, m.AYLA.key, "person:nobody"])

    assert store.write(work) == [lonely.key]
    assert list(store.entities()) == list(m.ENTITIES)


def test_clearing_the_graph_keeps_the_record(store: Store) -> None:
    store.write(two_articles)
    store.write(lambda w: w.put_judgement(m.judgement()))
    record = {name: m.everything(store)[name] for name in ("meta", "outlets", "articles", "claims", "judgements")}
    store.write(lambda w: w.clear_graph())
    found = m.everything(store)
    assert {name: found[name] for name in record} == record
    assert found["links"] == found["entities"] == found["edges"] == []


def test_more_keys_than_fit_one_statement(store: Store) -> None:
    many = [m.entity(f"person:{number:05}", f"P {number}") for number in range(2_300)]
    store.write(lambda w: w.put_entities(many))
    assert list(store.entities()) == many
    assert list(store.entities(reversed([entity.key for entity in many]))) == many
    assert len(store.write(lambda w: w.drop_unlinked(entity.key for entity in many))) == 2_300
