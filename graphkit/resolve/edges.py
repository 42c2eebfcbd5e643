"""Which relationships a claim belongs to: their ends, keys and periods."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graphkit.model.claims import Claim, Kind, Role
from graphkit.model.keys import digest, slug
from graphkit.model.time import When
from graphkit.ontology.relations import SYMMETRIC, relation
from graphkit.resolve.components import Components
from graphkit.resolve.listing import Listing
from graphkit.resolve.local import series_of

UNDATED = "undated"
_ENTITY_ITEMS = {"AGREED_WITH": ("PARTY_TO", Kind.AGREEMENT), "EXERCISES_WITH": ("JOINED", Kind.EXERCISE)}
_TERM_YEARS = range(1900, 2101)  # terms before or after count with the nearest: so all keys of a term can be listed
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CAPITALISED = re.compile(r"\b[A-Z][\w'’]*(?:[-–][\w'’]+)*")


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Slot:
    """A relationship that claims fall into. `period` is a year, `undated`, or empty for a type without periods."""

    type: str
    subject: str
    object: str
    item: str = ""
    office: str = ""
    status: str
    period: str = ""
    derived: bool = False

    @property
    def ends(self) -> tuple[str, str]:
        """Both ends, sorted if it does not matter which is which."""
        if self.type in SYMMETRIC and self.subject > self.object:
            return (self.object, self.subject)
        return (self.subject, self.object)

    @property
    def key(self) -> str:
        """The edge key. CHANGING IT ORPHANS WHAT PEOPLE WROTE DOWN ABOUT EDGES."""
        return f"edge:{digest(self.type, *self.ends, self.item, self.office, self.status, self.period)}"


def slots(claim: Claim, at: Mapping[str, str], listing: Listing) -> list[Slot]:
    """Return the claim's relationship, if both its ends are there and differ, and the derived ones after it.

    `at` gives the entity of each role. Terms of an office have no period here: see `split_terms`.
    """
    period = period_of(claim, at, listing)
    found = [*_main(claim, at, listing, period), *_derived(claim, at, period)]
    return list(dict.fromkeys(slot for slot in found if slot.subject != slot.object))


def _main(claim: Claim, at: Mapping[str, str], listing: Listing, period: str) -> Iterator[Slot]:
    end = "item" if claim.type == "PROCURES" else "object"
    if end in at:
        yield Slot(
            type=claim.type,
            subject=at["subject"],
            object=at[end],
            item="" if end == "item" else item_part(claim, at, listing),
            office=office_part(claim.office, listing) if claim.office else "",
            status=claim.status.value,
            period=period,
        )


def _derived(claim: Claim, at: Mapping[str, str], period: str) -> Iterator[Slot]:
    def slot(type_: str, subject: str, object_: str, item: str = "") -> Slot:
        return Slot(
            type=type_,
            subject=subject,
            object=object_,
            item=item,
            status=claim.status.value,
            period=period,
            derived=True,
        )

    item = at.get("item")
    if claim.type == "PROCURES":
        if "object" in at:
            yield slot("SUPPLIES", at["object"], at["subject"], item or "")
    elif item is not None:
        type_, _ = _ENTITY_ITEMS.get(claim.type, ("CONCERNS", None))
        for role in ("subject", "object"):
            if role in at:
                yield slot(type_, at[role], item)


def item_part(claim: Claim, at: Mapping[str, str], listing: Listing) -> str:
    """Return the item's entity, or the topic that its words name, or nothing."""
    if "item" in at:
        return at["item"]
    return (listing.topic(claim.item.name or claim.item.words) or "") if claim.item else ""


def office_part(role: Role, listing: Listing) -> str:
    """Return the lexicon's key of the office, else the slug of its words."""
    return role.office or listing.office(role.name or role.words, role.country) or slug(role.name or role.words)


def when_of(claim: Claim, listing: Listing) -> When | None:
    """Return the claim's days; without any, the year that the name of its exercise or forum bears."""
    if claim.when is not None:
        return claim.when
    for role in (claim.item, claim.object):
        if role is not None and role.kind in (Kind.EXERCISE, Kind.FORUM):
            year = series_of(role, listing).year
            if year is not None:
                return replace(When.parse(str(year)), inferred=True)
    return None


def period_of(claim: Claim, at: Mapping[str, str], listing: Listing) -> str:
    """Return the year of the event's first day, `undated`, or nothing where a fact goes on from year to year."""
    if not relation(claim.type).period:
        return ""
    if claim.type == "PARTICIPATES_IN" and claim.qualifiers.role == "member":
        return ""
    if claim.type == "AGREED_WITH" and claim.item and _is_named(claim.item, at.get("item", ""), listing):
        return ""
    when = when_of(claim, listing)
    return f"{when.first.year:04}" if when else UNDATED


def _is_named(item: Role, key: str, listing: Listing) -> bool:
    """Whether the agreement is one certain agreement: listed, with a name of its own, or with a year.

    Names of states alone ("the India-Russia agreement") make no name.
    """
    if listing.known(key) or _YEAR.search(item.name):
        return True
    words = (part for word in _CAPITALISED.findall(item.name) for part in re.split(r"[-–]", word))
    return any(part[:1].isupper() and listing.country(part) is None for part in words)


def split_terms(dated: Sequence[tuple[str, When]]) -> dict[str, str]:
    """Return the period of each claim with a stated term in one office: the first year of its term if terms are disjoint.

    `dated` are claim keys with their terms, all of one person, office and status. Terms that overlap are one term; if all
    are one, the period is empty.
    """
    linked: Components[str] = Components(key for key, _ in sorted(dated))
    reach: tuple[str, When] | None = None
    for key, when in sorted(dated, key=lambda pair: (pair[1].first, pair[1].last, pair[0])):
        if reach is not None and when.first <= reach[1].last:
            linked.join(reach[0], key)
        if reach is None or when.last > reach[1].last:
            reach = (key, when)
    groups = linked.groups()
    if len(groups) <= 1:
        return dict.fromkeys((key for key, _ in dated), "")
    first = {key: when.first.year for key, when in dated}
    return {key: _term(min(first[other] for other in group)) for group in groups for key in group}


def term_keys(slot: Slot) -> list[str]:
    """Return every edge key that a term of this office may have."""
    return [slot.key, *(replace(slot, period=str(year)).key for year in _TERM_YEARS)]


def _term(year: int) -> str:
    return str(min(max(year, _TERM_YEARS[0]), _TERM_YEARS[-1]))


def distinct(values: Iterable[str | None]) -> tuple[str, ...]:
    """Return the values that are there, each once, in order of appearance."""
    return tuple(dict.fromkeys(value for value in values if value))
