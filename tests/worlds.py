"""Small worlds for tests: a gazetteer of a few entries, articles made of claims, and random ones of both for hypothesis.

Every article's text is written from its claims, so that all spans and quotes are true.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from graphkit.documents.lines import mark_lines
from graphkit.gazetteers.entries import Country, Entry, Gazetteers, Office, Tenure
from graphkit.model.claims import Claim, Evidence, Kind, Qualifiers, Role, Status
from graphkit.model.identity import Judgement, Verdict
from graphkit.model.money import Money
from graphkit.model.spans import Span
from graphkit.model.text import Article, Outlet
from graphkit.model.time import When
from graphkit.ontology.relations import RELATIONS, relation
from graphkit.resolve.groups import member
from graphkit.resolve.listing import Listing, family
from graphkit.resolve.local import all_local
from graphkit.workflows.graphs.change import Filing

AS_OF = date(2022, 7, 30)
PLAIN = Qualifiers()


def gazetteers() -> Gazetteers:
    """A few states, offices, holders and things; real ones, but far from all."""
    countries = (
        Country(iso3="IND", name="India", adjectives=("Indian",), capitals=("New Delhi", "Delhi")),
        Country(
            iso3="RUS", name="Russia", aliases=("Russian Federation",), adjectives=("Russian",), capitals=("Moscow",),
            metonyms=(("Kremlin", "head-of-state"),),
        ),
        Country(iso3="FRA", name="France", adjectives=("French",), capitals=("Paris",)),
        Country(iso3="SDN", name="Sudan", adjectives=("Sudanese",)),
        Country(iso3="SSD", name="South Sudan", adjectives=("South Sudanese",)),
        Country(
            iso3="x-SUN", name="Soviet Union", aliases=("USSR",), adjectives=("Soviet",), capitals=("Moscow",),
            valid_to=date(1991, 12, 26),
        ),
    )  # fmt: skip
    offices = (
        Office(key="defence-minister", title="Defence Minister", aliases=("Minister of Defence",), rank=0.8,
               only=("Raksha Mantri=IND",)),
        Office(key="head-of-state", title="President", rank=1.0),
    )  # fmt: skip
    tenures = (
        Tenure(person="Rajnath Singh", country="IND", office="defence-minister", title="Defence Minister",
               since=date(2019, 6, 1), until=None, as_of=AS_OF),
        Tenure(person="Sergei Shoigu", country="RUS", office="defence-minister", title="Defence Minister",
               since=date(2012, 11, 6), until=date(2021, 5, 12), as_of=AS_OF, aliases=("Sergey Shoygu",)),
        Tenure(person="Andrei Belousov", country="RUS", office="defence-minister", title="Defence Minister",
               since=date(2021, 5, 14), until=None, as_of=AS_OF),
    )  # fmt: skip
    entries = (
        Entry(key="weapon:s-400", kind=Kind.WEAPON_SYSTEM, name="S-400", aliases=("S-400 Triumf",), countries=("RUS",)),
        Entry(key="weapon:s-300", kind=Kind.WEAPON_SYSTEM, name="S-300", countries=("RUS",)),
        Entry(key="weapon:tanks", kind=Kind.WEAPON_SYSTEM, name="tanks", generic=True),
        Entry(key="org:mod-ind", kind=Kind.ORGANISATION, name="Ministry of Defence of India",
              aliases=("Ministry of Defence",), countries=("IND",), category="ministry"),
        Entry(key="org:sco", kind=Kind.FORUM, name="Shanghai Cooperation Organisation", aliases=("SCO",)),
        Entry(key="exercise:indra", kind=Kind.EXERCISE, name="INDRA", countries=("IND", "RUS")),
        Entry(key="agreement:lemoa", kind=Kind.AGREEMENT, name="Logistics Exchange Memorandum of Agreement",
              aliases=("LEMOA",)),
    )  # fmt: skip
    return Gazetteers(
        countries={country.iso3: country for country in countries},
        offices={office.key: office for office in offices},
        tenures=tenures,
        entries={entry.key: entry for entry in entries},
        topics={"logistics": ("logistics support", "logistics"), "defence": ("defence",)},
        lexicons={},
    )


LISTING = Listing(gazetteers())


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """A role before it has a place in a text; `words` are what the text says, the name unless told otherwise."""

    kind: Kind
    name: str = ""
    words: str = ""
    also: tuple[str, ...] = ()
    country: str | None = None
    office: str | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A claim before it has a place in a text."""

    type: str
    subject: Who
    object: Who | None = None
    item: Who | None = None
    office: Who | None = None
    status: Status = Status.DONE
    when: str | None = None
    qualifiers: Qualifiers = PLAIN
    confidence: float = 0.9


def country(name: str) -> Who:
    found = LISTING.country(name)
    return Who(kind=Kind.COUNTRY, name=name, country=found.key.removeprefix("country:") if found else None)


def person(name: str, country: str | None = None, office: str | None = None, also: tuple[str, ...] = ()) -> Who:
    return Who(kind=Kind.PERSON, name=name, country=country, office=office, also=also)


def holder(country: str, office: str, day: str | None) -> Who:
    """Somebody known by office only."""
    on = date.fromisoformat(day) if day else None
    return Who(kind=Kind.PERSON, words=f"the {office} there", country=country, office=office, day=on)


def weapon(name: str) -> Who:
    return Who(kind=Kind.WEAPON_SYSTEM, name=name)


def filing(
    *said: Said,
    filler: str = "",
    outlet: str | None = None,
    url: str | None = None,
    published: str | None = None,
) -> Filing:
    """An article that says these claims, one sentence each, after the line `filler`."""
    sentences: list[str] = []
    places: list[tuple[Said, int, dict[str, Span]]] = []
    text = f"{filler}\n\n" if filler else ""
    for one in said:
        sentence, spans = _sentence(one, len(text))
        places.append((one, len(text), spans))
        sentences.append(sentence)
        text += sentence + "\n\n"
    text = text.rstrip("\n") or "Nothing happened."
    article = Article(
        text=text,
        outlet=outlet,
        url=url,
        published=When.parse(published) if published else None,
        lines=mark_lines(text),
    )
    claims = tuple(
        _claim(one, article.key, Span(start, start + len(sentence)), sentence, spans)
        for (one, start, spans), sentence in zip(places, sentences, strict=True)
    )
    source = Outlet(key=outlet, name=outlet.removeprefix("outlet:").upper()) if outlet else None
    return Filing(article=article, claims=claims, outlet=source)


_ROLES = ("subject", "object", "item", "office")


def _sentence(said: Said, start: int) -> tuple[str, dict[str, Span]]:
    text, spans = "", {}
    for name in _ROLES:
        who: Who | None = getattr(said, name)
        if who is None:
            continue
        text += {"subject": "", "object": " with ", "item": " about ", "office": " as "}[name]
        words = who.words or who.name
        spans[name] = Span(start + len(text), start + len(text) + len(words))
        text += words
        text += f" {relation(said.type).phrase}" if name == "subject" else ""
    if said.when:
        spans["when"] = Span(start + len(text) + 4, start + len(text) + 4 + len(said.when))
        text += f" in {said.when}"
    return f"{text} ({said.status.value}).", spans


def _claim(said: Said, article: str, span: Span, sentence: str, spans: dict[str, Span]) -> Claim:
    roles = {name: _role(getattr(said, name), spans[name]) for name in _ROLES if name in spans}
    when = replace(When.parse(said.when), span=spans["when"]) if said.when else None
    return Claim(
        type=said.type,
        subject=roles["subject"],
        object=roles.get("object"),
        item=roles.get("item"),
        office=roles.get("office"),
        status=said.status,
        when=when,
        qualifiers=said.qualifiers,
        evidence=Evidence(article=article, span=span, quote=sentence),
        origin="test",
        confidence=said.confidence,
    )


def _role(who: Who, span: Span) -> Role:
    return Role(
        span=span, words=who.words or who.name, kind=who.kind, name=who.name, also=who.also, country=who.country,
        office=who.office, day=who.day,
    )  # fmt: skip


# Random ones. Few names, so that they meet each other often.

PERSONS = (
    person("Rajnath Singh", "IND"), person("Rajnath Singh", "FRA"), person("Sergei Shoigu"),
    person("Sergey Shoygu", "RUS"), person("Shoigu", "RUS", "defence-minister"), person("Ajay Kumar", "IND"),
    person("Ajay Kumar"), person("Ajay Kumar", "FRA", "envoy"), person("Ajay Kumar Verma", "IND", also=("Ajay Verma",)),
    person("Ajay Verma", "IND"), holder("RUS", "defence-minister", "2019-11-05"),
    holder("FRA", "defence-minister", "2019-11-05"), holder("IND", "defence-minister", "2024-01-01"),
    holder("FRA", "defence-minister", None),
)  # fmt: skip
STATES = tuple(country(name) for name in ("India", "Russia", "Moscow", "French", "Sudan", "South Sudan", "Freedonia"))
BODIES = (
    *STATES,
    Who(kind=Kind.ORGANISATION, name="Ministry of Defence", country="IND"),
    Who(kind=Kind.ORGANISATION, name="Ministry of Defence", country="RUS"),
    Who(kind=Kind.ORGANISATION, name="Ministry of Defence"),
    Who(kind=Kind.ORGANISATION, name="Blue Works", country="FRA"),
    Who(kind=Kind.ORGANISATION, name="Blue Works Ind"),
    Who(kind=Kind.ORGANISATION, name="Blue Works", country="IND"),
)
FORUMS = (
    Who(kind=Kind.FORUM, name="SCO"), Who(kind=Kind.ORGANISATION, name="Shanghai Cooperation Organisation"),
    Who(kind=Kind.FORUM, name="2nd Joint Commission"), Who(kind=Kind.FORUM, name="Joint Commission"),
)  # fmt: skip
WEAPONS = tuple(weapon(name) for name in ("S-400", "S400 Triumf", "S-300", "X-99", "X 98", "tanks", "spare parts"))
EXERCISES = tuple(
    Who(kind=Kind.EXERCISE, name=name) for name in ("INDRA-2019", "INDRA 2021", "INDRA", "Tarang-2019", "3rd Tarang")
)
AGREEMENTS = tuple(
    Who(kind=Kind.AGREEMENT, name=name)
    for name in ("LEMOA", "Logistics Pact", "logistics agreement", "agreement of 2018", "Indian agreement")
)
TOPICS = tuple(Who(kind=Kind.TOPIC, name=name) for name in ("logistics support", "ship repair"))
OFFICES = tuple(Who(kind=Kind.OFFICE, name=name) for name in ("Raksha Mantri", "Defence Minister", "Chief of Paint"))
WHENS = (None, None, "2019", "2019-11-05", "2019-11-05/2019-11-06", "2020-03", "2021-06-01")
FILLERS = (
    "",
    "A long report on ships and their crews was read aloud to the visitors in the old town hall before they left.",
    "A long report on ships and their crews was read aloud to the visitors in the old town hall before they sat down.",
    "Nobody in the harbour could say when the next convoy would come or who would be allowed to join it this time.",
)
_BY_KIND = {
    Kind.PERSON: PERSONS, Kind.COUNTRY: STATES, Kind.ORGANISATION: BODIES[len(STATES):], Kind.FORUM: FORUMS,
    Kind.WEAPON_SYSTEM: WEAPONS, Kind.EXERCISE: EXERCISES, Kind.AGREEMENT: AGREEMENTS, Kind.TOPIC: TOPICS,
    Kind.OFFICE: OFFICES,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Theme:
    """The few types, names and statuses of one random world: few, so that claims meet each other."""

    combinations: tuple[tuple[str, Kind, Kind | None, Kind | None], ...]
    names: Mapping[Kind, Sequence[Who]]
    statuses: Sequence[Status]


@st.composite
def themes(draw: st.DrawFn) -> Theme:
    types = draw(st.lists(st.sampled_from(RELATIONS), min_size=1, max_size=2, unique_by=lambda table: table.name))
    combinations = tuple(
        (table.name, *draw(st.sampled_from(sorted(table.pairs, key=str)))) for table in types for _ in range(2)
    )
    names = {
        kind: draw(st.lists(st.sampled_from([who for who in known if who.kind is kind]), min_size=2, max_size=3))
        for kind, known in _BY_KIND.items()
    }
    return Theme(combinations, names, draw(st.lists(st.sampled_from(Status), min_size=1, max_size=2)))


@st.composite
def saids(draw: st.DrawFn, theme: Theme) -> Said:
    """A legal claim of the theme."""
    type_, subject, object_, item = draw(st.sampled_from(theme.combinations))
    if type_ == "PROCURES" and object_ is None and item is None:
        item = Kind.WEAPON_SYSTEM
    about = draw(st.sampled_from(theme.names[item])) if item else None
    office = about is not None and about.kind is Kind.OFFICE
    return Said(
        type=type_,
        subject=draw(st.sampled_from(theme.names[subject])),
        object=draw(st.sampled_from(theme.names[object_])) if object_ else None,
        item=None if office else about,
        office=about if office else None,
        status=draw(st.sampled_from(theme.statuses)),
        when=draw(st.sampled_from(WHENS)),
        confidence=draw(st.sampled_from((0.2, 0.6, 0.9))),
        qualifiers=Qualifiers(
            stage=draw(st.sampled_from((None, "sought", "contracted"))),
            quantity=draw(st.sampled_from((None, "five"))),
            amount=draw(st.sampled_from((None, Money.parse("5000000000 USD")))),
            forum=draw(st.sampled_from((None, "SCO", "4th Sea Talks"))),
            role=draw(st.sampled_from(("member", "host", "participant"))) if type_ == "PARTICIPATES_IN" else None,
            times=draw(st.sampled_from((1, 1, 2))),
        ),
    )


@st.composite
def pools(draw: st.DrawFn, *, least: int = 1, most: int = 5) -> list[Filing]:
    """A few different articles of one theme."""
    theme = draw(themes())
    one = st.builds(
        lambda said, filler, outlet, published: filing(*said, filler=filler, outlet=outlet, published=published),
        st.lists(saids(theme), min_size=1, max_size=4),
        st.sampled_from(FILLERS),
        st.sampled_from((None, "outlet:one", "outlet:two")),
        st.sampled_from((None, "2019-11-07", "2021-01", "2020")),
    )
    return draw(st.lists(one, min_size=least, max_size=most, unique_by=lambda filed: filed.article.key))


def sides(filed: Sequence[Filing]) -> list[tuple[str, str]]:
    """Everything that a judgement can be about, with its key's prefix: the claims' roles and a few listed keys."""
    roles = [
        (member(claim.key, role), family(local.kind))
        for one in filed
        for claim in one.claims
        for role, local in all_local(claim, LISTING).items()
    ]
    listed = ("person:rajnath-singh", "person:sergei-shoigu", "country:IND", "country:RUS", "weapon:s-400", "org:sco")
    return [*roles, *((key, key.partition(":")[0]) for key in listed)]


def judgement(left: str, right: str, verdict: Verdict, second: int = 0, reason: str = "") -> Judgement:
    at = datetime(2024, 1, 1, tzinfo=UTC) + timedelta(seconds=second)
    return Judgement(left=left, right=right, verdict=verdict, by="an analyst", at=at, reason=reason)
