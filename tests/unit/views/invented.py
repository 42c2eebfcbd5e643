"""Invented graphs of any size: made-up people and sentences, real-looking shapes. The same size gives the same graph."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import cycle
from random import Random

from graphkit.model.claims import Kind, Status
from graphkit.model.graph import Edge, Entity
from graphkit.views.facts import Coverage, Fact, Graph, Line, Place, make_graph

COUNTRIES = {
    "IND": ("India", 28.6, 77.2), "RUS": ("Russia", 55.8, 37.6), "FRA": ("France", 48.9, 2.3),
    "USA": ("United States", 38.9, -77.0), "CHN": ("China", 39.9, 116.4), "JPN": ("Japan", 35.7, 139.7),
    "AUS": ("Australia", -35.3, 149.1), "VNM": ("Vietnam", 21.0, 105.8), "ISR": ("Israel", 31.8, 35.2),
    "GBR": ("United Kingdom", 51.5, -0.1), "DEU": ("Germany", 52.5, 13.4), "IDN": ("Indonesia", -6.2, 106.8),
    "BRA": ("Brazil", -15.8, -47.9), "EGY": ("Egypt", 30.0, 31.2), "ZAF": ("South Africa", -25.7, 28.2),
}  # fmt: skip
PLACES = {code: Place(*rest) for code, rest in COUNTRIES.items()}
FIRST_NAMES = [
    "Arun",
    "Boris",
    "Claire",
    "Dana",
    "Emil",
    "Farida",
    "Goran",
    "Hana",
    "Ivan",
    "Jules",
    "Kavya",
    "Lena",
    "Mikhail",
    "Nadia",
    "Omar",
    "Petra",
    "Quentin",
    "Rohan",
    "Sofia",
    "Tomas",
]
LAST_NAMES = [
    "Adeyemi",
    "Belov",
    "Castel",
    "Dvorak",
    "Eriksen",
    "Fontaine",
    "Gupta",
    "Hagen",
    "Iyer",
    "Jansen",
    "Kovac",
    "Lindqvist",
    "Mehta",
    "Novak",
    "Orlov",
    "Petit",
    "Rahman",
    "Sato",
    "Tran",
    "Ueda",
]
OUTLETS = (("Harbour Gazette", False), ("Northern Wire", False), ("Defence Ministry", True), ("Strait Observer", False))
SENTENCES = {
    "MET": "{s} held talks with {o} in the capital on Tuesday, officials of both sides told reporters.",
    "VISITED": "{s} arrived in {o} at the head of a delegation.",
    "HOLDS_OFFICE": "{s}, the deputy defence minister of {o}, opened the session.",
    "PROCURES": "{s} is buying the {o} under a programme that the ministry describes as urgent.",
    "CO_PRODUCES": "{s} and {o} will build the vehicles together at a new plant.",
    "TRANSFERS_TECHNOLOGY": "{s} handed drawings and tooling to {o}.",
    "AGREED_WITH": "{s} and {o} put their names to a framework on logistics.",
    "EXERCISES_WITH": "Ships of {s} and {o} trained together for six days.",
    "PARTICIPATES_IN": "{s} took a seat at the {o} this year.",
    "AIDS": "{s} is giving {o} a credit line for patrol boats.",
    "DEPLOYS_TO": "{s} based two aircraft in {o} over the winter.",
    "SANCTIONS": "{s} put {o} on its list of restricted buyers.",
    "OPPOSES": "{s} protested against the conduct of {o} at sea.",
    "COOPERATES_WITH": "{s} and {o} want to deepen their work on spare parts.",
    "SUPPLIES": "{s} ships the launchers to {o}.",
}
STATES = ("MET", "PROCURES", "AGREED_WITH", "EXERCISES_WITH", "COOPERATES_WITH", "CO_PRODUCES", "AIDS", "OPPOSES")


def entity(key: str, kind: Kind, name: str, **more: object) -> Entity:
    return replace(Entity(key=key, kind=kind, name=name, listed=True), **more)  # type: ignore[arg-type]


def fact(number: int, quote: str, **more: object) -> Fact:
    outlet, official = OUTLETS[number % len(OUTLETS)]
    known = Fact(
        key=f"claim:{number:016x}", status=Status.DONE, quote=quote, article=f"article:{number // 3:016x}",
        group=f"article:{number // 4:016x}", outlet=outlet, official=official, title=f"Report {number // 3}",
        url=f"https://news.example/{number // 3}", published=date(2020, 1, 1), confidence=0.9, origin="rule.invented",
    )  # fmt: skip
    return replace(known, **more)  # type: ignore[arg-type]


def line(number: int, subject: Entity, type_: str, object_: Entity, facts: tuple[Fact, ...], **more: object) -> Line:
    days = [f.since for f in facts if f.since]
    printed = [f.published for f in facts if f.published]
    edge = Edge(
        key=f"edge:{number:08x}", type=type_, subject=subject.key, object=object_.key, status=facts[0].status,
        caption=f"{type_} · {facts[0].status}", claims=tuple(f.key for f in facts), since=min(days, default=None),
        until=max((f.until or f.since for f in facts if f.since), default=None),
        said=min(printed, default=None), witnesses=len({f.group for f in facts}),
        articles=len({f.article for f in facts}), confidence=max(f.confidence for f in facts), quote=facts[0].quote,
        outlet=facts[0].outlet, url=facts[0].url, published=facts[0].published,
    )  # fmt: skip
    low = bool(more.pop("low", False))
    return Line(edge=replace(edge, **more), facts=facts, low=low)  # type: ignore[arg-type]


def invented_entities(size: int) -> list[Entity]:
    states = [
        entity(f"country:{c}", Kind.COUNTRY, v[0], country=c, aliases=(f"Republic of {v[0]}",))
        for c, v in COUNTRIES.items()
    ]
    kinds = (
        (Kind.PERSON, "person"), (Kind.PERSON, "person"), (Kind.WEAPON_SYSTEM, "weapon"), (Kind.ORGANISATION, "org"),
        (Kind.PERSON, "person"), (Kind.EXERCISE, "exercise"), (Kind.AGREEMENT, "agreement"), (Kind.FORUM, "org"),
    )  # fmt: skip
    made = states[:size]
    codes = cycle(COUNTRIES)
    for number in range(size - len(made)):
        kind, prefix = kinds[number % len(kinds)]
        made.append(
            entity(
                f"{prefix}:n{number:05}",
                kind,
                _name(kind, number),
                country=next(codes) if kind is not Kind.FORUM else None,
            )
        )
    return made


def _name(kind: Kind, number: int) -> str:
    if kind is Kind.PERSON:
        more = f" {number // 400}" if number >= 400 else ""
        return f"{FIRST_NAMES[number % 20]} {LAST_NAMES[(number * 7 + number // 20) % 20]}{more}"
    names = {
        Kind.WEAPON_SYSTEM: "Falcon-{} launcher", Kind.ORGANISATION: "Meridian Shipyard {}", Kind.EXERCISE: "Exercise Blue Tide {}",
        Kind.AGREEMENT: "Logistics Accord {}", Kind.FORUM: "Coral Sea Dialogue {}",
    }  # fmt: skip
    return names[kind].format(number)


def invented(size: int, lines_each: int = 3) -> Graph:
    """A graph of `size` entities with about `lines_each` times as many relationships; hubs like real ones."""
    chance = Random(size)
    entities = invented_entities(size)
    crowd = list(range(min(size, 15))) * 3
    lines: list[Line] = []
    for number in range(size * lines_each):
        one = number % size
        other = chance.choice(crowd)
        crowd += [one, other]
        lines.append(_invent(number, entities[one], entities[other], chance))
    return make_graph(
        {e.key: e for e in entities}, lines, places=PLACES, threshold=0.5,
        coverage=Coverage(
            articles=size * lines_each // 2 + 1, undated_articles=2, first=date(2014, 2, 1), last=date(2025, 11, 30),
            outlets=tuple((name, size) for name, _ in OUTLETS),
        ),
    )  # fmt: skip


def _invent(number: int, one: Entity, other: Entity, chance: Random) -> Line:
    type_ = _type_for(one, other, chance)
    status = chance.choices(list(Status), weights=(6, 2, 2, 1))[0]
    day = date(2014, 2, 1) + timedelta(days=chance.randrange(4300)) if chance.random() < 0.6 else None
    printed = (day or date(2014, 2, 1) + timedelta(days=chance.randrange(4300))) + timedelta(days=2)
    quote = SENTENCES[type_].format(s=one.name, o=other.name)
    more: dict[str, object] = {}
    if type_ == "PROCURES":
        stage = {
            Status.DONE: "contracted",
            Status.PLANNED: "approved",
            Status.PROPOSED: "sought",
            Status.DENIED: "cancelled",
        }[status]
        more = {"stages": (stage,), "item": other.key, "sellers": ("country:RUS",)}
    if type_ == "HOLDS_OFFICE":
        more = {"office": "deputy-defence-minister"}
    facts = tuple(
        fact(
            number * 4 + i, quote, status=status, since=day, until=day, published=printed + timedelta(days=i),
            confidence=round(0.55 + 0.44 * chance.random(), 3), seller="country:RUS" if type_ == "PROCURES" else None,
            details=(("stage", str(more["stages"][0])),) if "stages" in more else (),  # type: ignore[index]
        )
        for i in range(chance.choice((1, 1, 1, 2, 3)))
    )  # fmt: skip
    return line(number, one, type_, other, facts, **more)


def _type_for(one: Entity, other: Entity, chance: Random) -> str:
    if other.kind is Kind.WEAPON_SYSTEM:
        return "PROCURES"
    if other.kind in (Kind.FORUM, Kind.EXERCISE):
        return "PARTICIPATES_IN"
    if one.kind is Kind.PERSON and other.kind is Kind.COUNTRY:
        return chance.choice(("VISITED", "HOLDS_OFFICE", "MET"))
    if one.kind is Kind.PERSON:
        return "MET"
    return chance.choice(STATES[2:] if one.kind is Kind.COUNTRY else ("COOPERATES_WITH", "AGREED_WITH"))
