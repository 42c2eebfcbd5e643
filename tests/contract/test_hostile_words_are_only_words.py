"""Every value is a parameter: no text, however it looks, is anything but text, and it comes back as it went in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.errors import QuestionError, StoreError
from graphkit.model.claims import Claim, Evidence, Kind, Qualifiers, Role
from graphkit.model.identity import Judgement, Verdict
from graphkit.model.spans import Span
from graphkit.model.text import Outlet
from graphkit.model.time import When
from graphkit.stores.base import Filed, Link, Store, Writer
from graphkit.stores.opening import open_store
from tests.conftest import Place
from tests.contract import making as m

HOSTILE = (
    "'", '"', "`", "\\", "\\'", "''", "``", "\\u0027", "$key", "{key: 'x'}", "// no", "/* no */", ";", "--",
    "') DETACH DELETE n //", "`}) MATCH (n) DETACH DELETE n //", "x'}) RETURN 1 UNION MATCH (n) RETURN n //",
    "\n", "\t", "\r\n", "\x00", "\x1f", "\x7f", "\u2028", "\ufeff", "\u202e", "é", "e\u0301", "Ł", "ß", "İ", "日本語",
    "\U0001f680", "\U0010ffff", "a" * 1_900, "'" * 1_900, "\U0001f680" * 1_900, "2020-01-02", "null", "true", "1e5", "#1:0",
    "(#1:0)-[#5:0]->(#1:1)", "A~B", "@rid", "claim:", "person:",
)  # fmt: skip


def hostile_sample(word: str, w: Writer) -> tuple[list[Any], ...]:
    """One of each noun with `word` in every text that it has."""
    outlet = Outlet(key=f"outlet:{word}", name=word, country=word, domains=(word, f"{word}x"))
    text = f"{word} met {word}."
    article = m.article(
        text,
        outlet.key,
        url=word,
        title=word,
        file=word,
        language=word,
        published=replace(When.parse("2020"), words=word),
    )
    second = text.rindex(word)
    subject = Role(
        span=Span(0, len(word)), words=word, kind=Kind.PERSON, name=word, also=(word,), country=word, office=word
    )
    claim = Claim(
        type="MET",
        subject=subject,
        object=replace(subject, span=Span(second, second + len(word))),
        when=replace(When.parse("2020-02"), words=word),
        qualifiers=Qualifiers(quantity=word, forum=word, edition=word),
        evidence=Evidence(article=article.key, span=Span(0, len(text)), quote=text),
        origin=word,
        reasons=(word, f"{word} "),
    )
    entity = m.entity(f"person:{word}", word, aliases=(word,), identifiers=(("x", word),), country=word, block=word)
    lists = dict.fromkeys(
        ("items", "sellers", "stages", "quantities", "amounts", "phases", "places", "forums", "editions"), (word,)
    )
    edge = m.edge(
        claim, entity, entity, key=word, caption=word, item=word, office=word, role=word, when=word, quote=word,
        outlet=word, url=word, **lists,
    )  # fmt: skip
    judgement = Judgement(
        left=word, right=f"{word}y", verdict=Verdict.SAME, reason=word, by=word, at=datetime(2020, 1, 1, tzinfo=UTC)
    )
    filed = Filed(article=article, group=word)
    w.put_outlet(outlet)
    w.put_article(filed, [word])
    w.put_claims([claim])
    w.put_judgement(judgement)
    w.put_entities([entity])
    w.put_links([Link(claim.key, "subject", entity.key)])
    w.put_edges([edge])
    return [outlet], [filed], [claim], [judgement], [entity], [edge]


def check_comes_back(store: Store, word: str) -> None:
    outlets, filed, claims, judgements, entities, edges = store.write(lambda w: hostile_sample(word, w))
    same(store.outlets(), outlets)
    same(store.articles(), filed)
    same(store.claims(), claims)
    same((judgement for judgement in store.judgements() if judgement in judgements), judgements)
    same(store.entities(), entities)
    same(store.edges(), edges)
    key, article = f"person:{word}", filed[0].article.key
    assert store.articles_sharing([word]) == [article]
    assert list(store.claims(blocks=[word])) == claims
    assert list(store.entities([key])) == entities
    asked = "MATCH (p:Person) WHERE p.name = $word RETURN p.key AS key ORDER BY key"
    assert store.run(asked, {"word": word})[1] == [{"key": key}]
    store.write(partial(drop_sample, article, word, key))
    assert set(store.counts()) == {"Judgement"}


def drop_sample(article: str, edge: str, entity: str, w: Writer) -> None:
    w.drop_articles([article])
    w.drop_edges([edge])
    w.drop_entities([entity])


def same(after: Iterable[object], before: list[Any]) -> None:
    """Equal, and so in what equality does not see."""
    found = list(after)
    assert found == before
    assert repr(found) == repr(before)


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(str(tmp_path_factory.mktemp("hostile") / "graph.db")) as store:
        yield store


@pytest.fixture
def served(neo4j_place: Place) -> Iterator[Store]:
    with neo4j_place.open() as store:
        yield store


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_a_hostile_word_comes_back_unchanged(embedded: Store, number: int) -> None:
    check_comes_back(embedded, HOSTILE[number])


@pytest.mark.neo4j
def test_hostile_words_come_back_unchanged_from_a_server(served: Store) -> None:
    for word in HOSTILE:
        check_comes_back(served, word)


@pytest.mark.parametrize("long", ["a" * 100_000, "' RETURN 1 //" * 10_000, "Ω" * 100_000])
def test_long_texts_come_back_unchanged(store: Store, long: str) -> None:
    """All but keys and names, which are indexed, may be as long as they like."""
    said_in = m.article(f"Ayla Demir, {long}, met Joonas Laine.", url=long, title=long, file=long)
    claim = replace(m.met(said_in), origin=long, reasons=(long, "short"))
    edge = m.edge(claim, m.AYLA, m.JOONAS, caption=long, places=(long, "b"))

    def work(w: Writer) -> None:
        w.put_outlet(m.GAZETTE)
        w.put_article(Filed(article=said_in, group=said_in.key), [])
        w.put_claims([claim])
        w.put_entities([replace(m.AYLA, aliases=(long,)), m.JOONAS])
        w.put_edges([edge])

    store.write(work)
    assert [filed.article for filed in store.articles()] == [said_in]
    assert list(store.claims()) == [claim]
    assert [entity.aliases for entity in store.entities()] == [(long,), ()]
    assert list(store.edges()) == [edge]


@pytest.mark.parametrize("put", [
    lambda w, long: w.put_entities([m.entity(f"person:{long}", "x")]),
    lambda w, long: w.put_entities([m.entity("person:x", long)]),
    lambda w, long: w.put_entities([m.entity("person:x", "x", block=long)]),
    lambda w, long: w.put_outlet(Outlet(key=f"outlet:{long}", name="x")),
    lambda w, long: w.put_edges([replace(m.MET, key=long)]),
])  # fmt: skip
def test_a_key_or_name_that_is_none_is_refused(store: Store, put: Callable[[Writer, str], None]) -> None:
    with pytest.raises(StoreError, match="at most 2,000"):
        store.write(lambda w: put(w, "a" * 2_001))
    assert not store.counts()


@given(st.text(min_size=1, max_size=40))
@settings(max_examples=40, deadline=None)
def test_any_words_come_back_unchanged(embedded: Store, word: str) -> None:
    check_comes_back(embedded, word)


@given(st.text(min_size=1))
@settings(max_examples=60, deadline=None)
def test_any_words_make_no_harm_as_a_question(embedded: Store, word: str) -> None:
    before = embedded.counts()
    with suppress(QuestionError):
        embedded.run(word, {})
    with suppress(QuestionError):
        embedded.run(f"MATCH (n) RETURN n.key AS key ORDER BY key {word}", {})
    assert embedded.counts() == before
