"""Small nouns for tests of the store: a text, who stands in it, and what it says."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from graphkit.model.claims import Claim, Evidence, Kind, Qualifiers, Role, Status
from graphkit.model.graph import Edge, Entity
from graphkit.model.identity import Judgement, Verdict
from graphkit.model.money import Money
from graphkit.model.spans import Span
from graphkit.model.text import Article, Outlet, OutletKind
from graphkit.model.time import When
from graphkit.ontology.nodes import NODE_TYPES
from graphkit.ontology.relations import DERIVED, RELATIONS
from graphkit.stores.base import Filed, Link, Meta, Store, Writer
from graphkit.stores.schema import VERSION

META = Meta(schema=VERSION, ontology=1, min_confidence=0.5)
GAZETTE = Outlet(
    key="outlet:harbour-gazette",
    name="Harbour Gazette",
    kind=OutletKind.NEWS,
    country="NLD",
    domains=("gazette.example",),
)
MINISTRY = Outlet(key="outlet:ministry", name="Ministry", kind=OutletKind.PRESS_RELEASE, country="IND", official=True)
TEXT = "Ayla Demir met Joonas Laine in Tallinn on 4 May 2021. Estonia ordered 12 Kestrel radars from Norway."


def article(text: str = TEXT, outlet: str | None = GAZETTE.key, **more: Any) -> Article:
    more.setdefault("published", When.parse("2021-05-05"))
    return Article(text=text, outlet=outlet, **more)


def role(text: str, words: str, kind: Kind, **more: Any) -> Role:
    start = text.index(words)
    return Role(span=Span(start, start + len(words)), words=words, kind=kind, **more)


def met(said_in: Article, first: str = "Ayla Demir", second: str = "Joonas Laine", **more: Any) -> Claim:
    """The sentence from `first` to `second` says that they met."""
    text = said_in.text
    span = Span(text.index(first), text.index(second) + len(second))
    values: dict[str, Any] = {
        "type": "MET",
        "subject": role(text, first, Kind.PERSON, name=first),
        "object": role(text, second, Kind.PERSON, name=second),
        "evidence": Evidence(article=said_in.key, span=span, quote=span.of(text)),
        "origin": "met.test",
        "confidence": 0.75,
    }
    return Claim(**values | more)


def ordered(said_in: Article) -> Claim:
    """A claim with every kind of part and qualifier."""
    text = said_in.text
    span = Span(text.index("Estonia"), len(text))
    return Claim(
        type="PROCURES",
        subject=role(text, "Estonia", Kind.COUNTRY, name="Estonia", country="EST"),
        object=role(text, "Norway", Kind.COUNTRY, name="Norway", also=("the Norwegians",), day=date(2021, 5, 4)),
        item=role(text, "Kestrel radars", Kind.WEAPON_SYSTEM, antecedent=Span(0, 4), member=0),
        place=role(text, "Tallinn", Kind.COUNTRY, country="EST"),
        status=Status.PLANNED,
        when=When(first=date(2021, 5, 4), last=date(2021, 5, 4), words="4 May 2021", span=Span(42, 52)),
        qualifiers=Qualifiers(stage="contracted", quantity="12", amount=Money.parse("1200.50 EUR"), times=2),
        evidence=Evidence(article=said_in.key, span=span, quote=span.of(text)),
        origin="procures.test",
        reasons=("verb +2.1", "hedge −0.4"),
        confidence=0.25,
    )


def entity(key: str, name: str, kind: Kind = Kind.PERSON, **more: Any) -> Entity:
    return Entity(key=key, kind=kind, name=name, **more)


AYLA = entity("person:ayla-demir", "Ayla Demir", block="demir", aliases=("A. Demir", "Ayla Demır"), country="TUR")
JOONAS = entity("person:joonas-laine", "Joonas Laine", block="laine")
ESTONIA = entity(
    "country:EST", "Estonia", Kind.COUNTRY, listed=True, identifiers=(("iso2", "EE"), ("wikidata", "Q191"))
)
NORWAY = entity("country:NOR", "Norway", Kind.COUNTRY, listed=True)
KESTREL = entity("weapon:kestrel", "Kestrel", Kind.WEAPON_SYSTEM, block="kestrel", generic=True)


def edge(claim: Claim, subject: Entity, object_: Entity, **more: Any) -> Edge:
    values: dict[str, Any] = {
        "key": f"edge:{claim.type}:{subject.key}:{object_.key}",
        "type": claim.type,
        "subject": subject.key,
        "object": object_.key,
        "status": claim.status,
        "caption": f"{claim.type} · {claim.status}",
        "claims": (claim.key,),
        "quote": claim.evidence.quote,
    }
    return Edge(**values | more)


def judgement(left: str = "country:EST", right: str = "country:NOR", **more: Any) -> Judgement:
    values: dict[str, Any] = {
        "verdict": Verdict.DIFFERENT,
        "by": "a reader",
        "at": datetime(2024, 2, 3, 4, 5, 6, tzinfo=UTC),
    }
    return Judgement(left=left, right=right, **values | more)


ARTICLE = article(url="https://gazette.example/1", title="Radars", file="radars.txt")
MEETING = met(ARTICLE)
ORDER = ordered(ARTICLE)
MET = edge(MEETING, AYLA, JOONAS, since=date(2021, 5, 4), until=date(2021, 5, 4), said=date(2021, 5, 5), times=2)
BUYS = edge(
    ORDER, ESTONIA, KESTREL, sellers=("country:NOR",), amounts=("1200.5 EUR",), stages=("contracted",), confidence=0.25
)
LINKS = (
    Link(MEETING.key, "object", JOONAS.key), Link(MEETING.key, "subject", AYLA.key),
    Link(ORDER.key, "item", KESTREL.key), Link(ORDER.key, "object", NORWAY.key), Link(ORDER.key, "subject", ESTONIA.key),
)  # fmt: skip
ENTITIES = tuple(sorted((AYLA, JOONAS, ESTONIA, NORWAY, KESTREL), key=lambda e: e.key))
EDGES = tuple(sorted((MET, BUYS), key=lambda e: e.key))


def put_sample(w: Writer) -> None:
    """One article with two claims, all that they stand for, and their edges."""
    w.put_meta(META)
    w.put_outlet(GAZETTE)
    w.put_article(Filed(article=ARTICLE, group=ARTICLE.key), ["s1", "s2"])
    w.put_claims([MEETING, ORDER])
    w.put_entities(ENTITIES)
    w.put_links(LINKS)
    w.put_edges(EDGES)


def everything(store: Store) -> dict[str, Any]:
    """All that a store gives back."""
    claims = list(store.claims())
    return {
        "meta": store.meta(),
        "outlets": list(store.outlets()),
        "articles": list(store.articles()),
        "claims": claims,
        "links": sorted(store.links(claim.key for claim in claims), key=lambda k: (k.claim, k.role, k.entity)),
        "judgements": store.judgements(),
        "entities": list(store.entities()),
        "edges": list(store.edges()),
        "counts": dict(store.counts()),
    }


def of_every_kind() -> tuple[Entity, ...]:
    """One entity of each kind."""
    kinds = [entity(f"{node.prefix}:{node.label.lower()}", node.label, Kind(node.label)) for node in NODE_TYPES]
    return tuple(sorted(kinds, key=lambda e: e.key))


def of_every_type(claim: Claim, start: Entity, end: Entity) -> tuple[Edge, ...]:
    """One edge of each type in the ontology, derived ones too."""
    base = edge(claim, start, end)
    names = [*(relation.name for relation in RELATIONS), *DERIVED]
    edges = [replace(base, key=f"edge:{name}", type=name, derived=name in DERIVED) for name in names]
    return tuple(sorted(edges, key=lambda e: e.key))
