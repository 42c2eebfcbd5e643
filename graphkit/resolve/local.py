"""What one role of one claim stands for by itself: something listed, an unnamed office-holder, or something unlisted.

Nothing here looks at another claim. What is unlisted gets a *block*: everything that could be the same, or want the same key,
is in the same block.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from graphkit.gazetteers.names import normal
from graphkit.model.claims import Claim, Kind, Role
from graphkit.model.keys import slug
from graphkit.resolve.listing import ARMS, Listing, family
from graphkit.resolve.people import form, surname, words_of
from graphkit.resolve.series import Series, series

NODES = ("subject", "object", "item")
"""The roles that stand for nodes."""

_REMEMBERED = 10_000  # claims, a few dozen megabytes; every change asks for the same ones several times
_BY_PARTIES = (Kind.AGREEMENT, Kind.FORUM, Kind.EXERCISE)
_HEX = re.compile(r"[0-9a-f]{8}")
_THE = re.compile(r"^the\s+(?=\S)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Local:
    """What a role stands for as far as its own claim tells.

    `key`: of a listed entity or a placeholder; None if unlisted, then `forms` are the spellings that make two roles
    one, `parties` the slugs of who an agreement, forum or exercise is between. `why` says in words how it was found.
    """

    kind: Kind
    name: str
    why: str
    key: str | None = None
    block: str | None = None
    forms: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    pool: str = ""  # the article, if its other claims about this name add their parties
    spellings: tuple[str, ...] = ()
    country: str | None = None
    generic: bool = False
    placeholder: bool = False

    @property
    def listed(self) -> bool:
        return self.key is not None and not self.placeholder

    @property
    def node(self) -> str | None:
        """The block, or for something listed its key: what judgements tie together."""
        return self.block or self.key


def locate(claim: Claim, role_name: str, listing: Listing) -> Local | None:
    """Return what the claim's subject, object or item stands for; None if it is absent or no node (a topic)."""
    role: Role | None = getattr(claim, role_name)
    if role is None:
        return _arms() if role_name == "item" and claim.type == "PROCURES" else None
    match role.kind:
        case Kind.TOPIC | Kind.OFFICE:
            return _bought_topic(role, listing) if claim.type == "PROCURES" else None
        case Kind.COUNTRY:
            return _country(role, listing)
        case Kind.PERSON:
            return _person(role, listing)
        case _:
            return _thing(claim, role, listing)


def apart(claim: Claim, role_name: str, listing: Listing) -> Local:
    """Return what the role stands for once somebody has judged that it is not what it is listed as."""
    role: Role | None = getattr(claim, role_name)
    if role is None:
        return replace(_arms(), key=None, block=f"{family(Kind.WEAPON_SYSTEM)}/arms", forms=("arms",))
    if role.kind is Kind.PERSON:
        return _unlisted_person(role, role.name or _placeholder(role, role.office or role.words, listing).name)
    if role.kind is Kind.TOPIC:
        return _unlisted(Kind.WEAPON_SYSTEM, _words(role), role, listing, generic=True)
    return _unlisted_thing(claim, role, listing) if role.kind is not Kind.COUNTRY else _unlisted_country(role, listing)


def all_local(claim: Claim, listing: Listing) -> Mapping[str, Local]:
    """Return what each role of the claim that is a node stands for, by the role's name; not to be changed."""
    known = listing.located.get(claim.key)
    if known is not None and known[0] == claim:
        return known[1]
    found = ((name, locate(claim, name, listing)) for name in NODES)
    locals_ = {name: local for name, local in found if local is not None}
    if len(listing.located) >= _REMEMBERED:
        listing.located.clear()
    listing.located[claim.key] = (claim, locals_)
    return locals_


def series_of(role: Role, listing: Listing) -> Series:
    """Return the series that the role's name is an edition of."""
    return series(_words(role), role.kind, lambda name: listing.entry(role.kind, name, role.country) is not None)


def _words(role: Role) -> str:
    return " ".join((role.name or role.words).split())


def _spellings(role: Role) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in (_words(role), *role.also) if name))


def _arms() -> Local:
    return Local(
        kind=Kind.WEAPON_SYSTEM, name="arms", key=ARMS, generic=True,
        why="the text does not say what is bought; that counts as arms",
    )  # fmt: skip


def _bought_topic(role: Role, listing: Listing) -> Local:
    """What is bought is a thing, if only "equipment"."""
    found = listing.entry(Kind.WEAPON_SYSTEM, _words(role))
    if found:
        return _listed(found.key, found.why, listing)
    return _unlisted(Kind.WEAPON_SYSTEM, _words(role), role, listing, generic=True)


def owner_slug(owner: str | None) -> str:
    """Return how a state's code or an organisation's key stands inside another key."""
    return slug(owner.removeprefix("org:")) if owner else ""


def _country(role: Role, listing: Listing) -> Local:
    if role.country and role.country.startswith("org:") and (owner := listing.entity(role.country)):
        return _listed(owner.key, f"the office is one of {owner.name}", listing)
    for name in _spellings(role):
        if found := listing.country(name, role.country):
            return _listed(found.key, found.why, listing)
    return _unlisted_country(role, listing)


def _unlisted_country(role: Role, listing: Listing) -> Local:
    return _unlisted(Kind.COUNTRY, _words(role), role, listing)


def _person(role: Role, listing: Listing) -> Local:
    if not role.name and role.office is not None:
        return _office_holder(role, role.office, listing)
    person = listing.people.named(_spellings(role), role.country, role.office)
    if person:
        return _listed(person.key, f"{_words(role)!r} is a name of {person.name} in the tables of offices", listing)
    return _unlisted_person(role, _words(role))


def _unlisted_person(role: Role, name: str) -> Local:
    others = (spelling for spelling in role.also if len(words_of(spelling)) > 1 and surname(spelling) == surname(name))
    return Local(
        kind=Kind.PERSON,
        name=name,
        block=f"person/{surname(name)}",
        forms=tuple(dict.fromkeys(form(spelling) for spelling in (name, *others))),
        spellings=tuple(dict.fromkeys((name, *role.also))),
        country=role.country,
        why=f"no gazetteer lists {name!r}; whoever has this name in other articles is taken for the same person",
    )


def _office_holder(role: Role, office: str, listing: Listing) -> Local:
    if role.country and role.day and (person := listing.people.holder(role.country, office, role.day)):
        whose = _placeholder(role, office, listing).name
        why = f"nobody is named; by the table of offices {person.name} was {whose} on {role.day.isoformat()}"
        return _listed(person.key, why, listing)
    return _placeholder(role, office, listing)


def _placeholder(role: Role, office: str, listing: Listing) -> Local:
    title, owner = _office_words(role, office, listing)
    whose = f"{title} of {owner}" if owner else title
    parts = ("office", owner_slug(role.country), office, str(role.day.year) if role.day else "")
    key = "person:" + "-".join(slug(part) for part in parts if part)
    on = f" on {role.day.isoformat()}" if role.day else ""
    why = f"nobody is named, and no table of offices says who was {whose}{on}"
    return Local(
        kind=Kind.PERSON, name=whose, key=key, block=key.replace(":", "/"), country=role.country, placeholder=True, why=why,
    )  # fmt: skip


def _office_words(role: Role, office: str, listing: Listing) -> tuple[str, str | None]:
    known = listing.gazetteers.offices.get(office)
    key = role.country or ""
    owner = listing.entity(key if key.startswith("org:") else f"country:{key}")
    return (known.title if known else role.words), (owner.name if owner else role.country)


def _thing(claim: Claim, role: Role, listing: Listing) -> Local:
    for spelling in _spellings(role):
        bare = series(spelling, role.kind, lambda name: listing.entry(role.kind, name, role.country) is not None)
        if found := listing.entry(role.kind, bare.name, role.country):
            return _listed(found.key, found.why, listing)
    return _unlisted_thing(claim, role, listing)


def _unlisted_thing(claim: Claim, role: Role, listing: Listing) -> Local:
    parties = _parties(claim, role, listing) if role.kind in _BY_PARTIES else ()
    name = _THE.sub("", series_of(role, listing).name, count=1)
    generic = role.kind is Kind.WEAPON_SYSTEM and (not role.name or not re.search(r"[A-Z0-9]", role.name))
    found = _unlisted(role.kind, name, role, listing, parties=parties, generic=generic)
    return replace(found, pool=claim.evidence.article) if parties and claim.type == "PARTICIPATES_IN" else found


def _parties(claim: Claim, role: Role, listing: Listing) -> tuple[str, ...]:
    """The other ends of the claim, persons as their countries; by this claim's words, so that no other block counts."""
    slugs = set()
    for other in (claim.subject, claim.object):
        if other is None or other is role:
            continue
        if other.kind is Kind.PERSON:
            slugs.add(owner_slug(other.country))
        elif other.kind is Kind.COUNTRY:
            slugs.add(slug((_country(other, listing).key or other.country or _words(other)).removeprefix("country:")))
        else:
            found = listing.entry(other.kind, series_of(other, listing).name, other.country)
            slugs.add(found.key.partition(":")[2] if found else slug(_words(other)))
    return tuple(sorted(slugs - {""}))


def _listed(key: str, why: str, listing: Listing) -> Local:
    entity = listing.entity(key)
    assert entity is not None, key
    return Local(
        kind=entity.kind, name=entity.name, key=key, country=entity.country, generic=entity.generic, why=why,
    )  # fmt: skip


def _unlisted(
    kind: Kind, name: str, role: Role, listing: Listing, *, parties: tuple[str, ...] = (), generic: bool = False
) -> Local:
    what = "in a claim between the same parties" if parties else "in other articles"
    return Local(
        kind=kind,
        name=name,
        block=f"{family(kind)}/{_base(slug(name), listing)}",
        forms=(between(name, parties),),
        parties=parties,
        spellings=tuple(dict.fromkeys((name, *_spellings(role)))),
        country=None if generic or parties else role.country,
        generic=generic,
        why=f"no gazetteer lists {name!r}; what has this name {what} is taken for the same",
    )


def between(name: str, parties: tuple[str, ...]) -> str:
    """Return the form of a name that counts only between these parties, if there are any."""
    return "|".join((normal(name), *parties))


def pooled(locals_: Mapping[str, Local]) -> dict[str, Local]:
    """Return the same, with the parties of all claims of an article put together where each names only one of them.

    "A and B took part in the Dialogue" is two claims about one dialogue between A and B.
    """
    parties: dict[tuple[str | None, str, str], set[str]] = {}
    for local in locals_.values():
        if local.pool:
            parties.setdefault((local.block, normal(local.name), local.pool), set()).update(local.parties)
    found = dict(locals_)
    for name, local in locals_.items():
        if local.pool:
            everyone = tuple(sorted(parties[local.block, normal(local.name), local.pool]))
            found[name] = replace(local, parties=everyone, forms=(between(local.name, everyone),))
    return found


def _base(text: str, listing: Listing) -> str:
    """The slug without what a key may have been given at its end, so that equal keys are always in one block."""
    parts = text.split("-")
    while len(parts) > 1 and (parts[-1].upper() in listing.gazetteers.countries or _HEX.fullmatch(parts[-1])):
        parts.pop()
    return "".join(parts)
