"""Claims of the high tier, folded into relationships: what all of them together say, and the one that says it best."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from graphkit.model.claims import Claim, Kind, Role, Status
from graphkit.model.graph import Edge, Entity
from graphkit.model.time import When
from graphkit.ontology.relations import SYMMETRIC
from graphkit.resolve.edges import Slot, distinct, slots, split_terms, when_of
from graphkit.resolve.groups import Member, member
from graphkit.resolve.listing import Listing
from graphkit.resolve.local import NODES, series_of

_LAST = date.max


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a relationship says of an article: `outlet` is the name, `group` the witness group."""

    key: str
    group: str
    published: When | None = None
    outlet: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class _Seen:
    """A claim with what its roles stand for, where it was told and when it happened."""

    claim: Claim
    at: Mapping[str, str]
    told: Told
    when: When | None


def fold(
    claims: Iterable[Claim],
    keys: Mapping[Member, str],
    entities: Mapping[str, Entity],
    told: Mapping[str, Told],
    listing: Listing,
    *,
    min_confidence: float = 0.0,
) -> list[Edge]:
    """Return the relationships of the claims from `min_confidence` on, by key, derived ones included.

    `keys` and `entities` are of a `Resolution`, `told` is by article key. A claim whose two ends turn out to be one entity
    makes no relationship.
    """
    filled: dict[Slot, list[_Seen]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: claim.key):
        if claim.confidence >= min_confidence:
            seen = _Seen(claim, roles_at(claim, keys), told[claim.evidence.article], when_of(claim, listing))
            for slot in slots(claim, seen.at, listing):
                filled[replace(slot, subject=slot.ends[0], object=slot.ends[1])].append(seen)
    terms = (pair for slot, group in filled.items() for pair in _by_term(slot, group))
    return sorted((_edge(slot, group, entities, listing) for slot, group in terms), key=lambda edge: edge.key)


def roles_at(claim: Claim, keys: Mapping[Member, str]) -> dict[str, str]:
    """Return what each of the claim's roles stands for, by the role's name."""
    found = ((role, keys.get(member(claim.key, role))) for role in NODES)
    return {role: key for role, key in found if key is not None}


def _by_term(slot: Slot, group: Sequence[_Seen]) -> list[tuple[Slot, list[_Seen]]]:
    if slot.type != "HOLDS_OFFICE":
        return [(slot, list(group))]
    period = split_terms([(seen.claim.key, seen.when) for seen in group if seen.when])
    found: dict[str, list[_Seen]] = defaultdict(list)
    for seen in group:
        found[period.get(seen.claim.key, "")].append(seen)
    return [(replace(slot, period=term), members) for term, members in found.items()]


def _edge(slot: Slot, group: Sequence[_Seen], entities: Mapping[str, Entity], listing: Listing) -> Edge:
    """Fold one slot; `group` is in order of claim keys."""
    clearest = min(group, key=_clarity)
    dated = [seen.when for seen in group if seen.when]
    said = [seen.told.published.first for seen in group if seen.told.published]
    subject, object_ = _direction(slot, group, clearest)
    published = clearest.told.published
    return Edge(
        key=slot.key,
        type=slot.type,
        subject=subject,
        object=object_,
        status=Status(slot.status),
        caption=f"{slot.type} · {slot.status}",
        claims=tuple(seen.claim.key for seen in group),
        derived=slot.derived,
        item=slot.item or None,
        office=slot.office or None,
        role=(clearest.claim.qualifiers.role or "participant") if slot.type == "PARTICIPATES_IN" else None,
        since=min((when.first for when in dated), default=None),
        until=max((when.last for when in dated), default=None),
        when=_words(min((seen for seen in group if seen.when), key=_clarity, default=None)),
        said=min(said, default=None),
        times=max(1, _disjoint(dated), *(seen.claim.qualifiers.times for seen in group)),
        witnesses=len({seen.told.group for seen in group}),
        articles=len({seen.told.key for seen in group}),
        confidence=clearest.claim.confidence,
        quote=clearest.claim.evidence.quote,
        outlet=clearest.told.outlet,
        url=clearest.told.url,
        published=published.first if published else None,
        **_lists(slot, group, entities, listing),
    )


def _clarity(seen: _Seen) -> tuple[float, date, date, str]:
    """Sorts the clearest claim first: highest confidence, then earliest published (none last), then smallest key."""
    published = seen.told.published
    first, last = (published.first, published.last) if published else (_LAST, _LAST)
    return (-seen.claim.confidence, first, last, seen.claim.key)


def _words(seen: _Seen | None) -> str | None:
    return (seen.when.words or seen.when.iso) if seen and seen.when else None


def _disjoint(whens: Iterable[When]) -> int:
    """The largest number of days or spans of days of which no two overlap."""
    count, end = 0, date.min
    for when in sorted(whens, key=lambda when: (when.last, when.first)):
        if count == 0 or when.first > end:
            count, end = count + 1, when.last
    return count


def _direction(slot: Slot, group: Sequence[_Seen], clearest: _Seen) -> tuple[str, str]:
    """From the end that the texts name first: one vote per witness group, then the clearest claim's order."""
    if slot.type not in SYMMETRIC:
        return slot.subject, slot.object
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for seen in group:
        if (first := _named_first(seen)) is not None:
            votes[seen.told.group][first] += 1
    ballots = Counter(winner for cast in votes.values() if (winner := _winner(cast)) is not None)
    first = _winner(ballots) or clearest.at["subject"]
    return (slot.subject, slot.object) if first == slot.subject else (slot.object, slot.subject)


def _winner(votes: Counter[str]) -> str | None:
    ranked = votes.most_common(2)
    return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]) else None


def _named_first(seen: _Seen) -> str | None:
    """The end whose words come first in the passage; None if both are in one word."""
    subject, object_ = seen.claim.subject.span, seen.claim.object.span if seen.claim.object else None
    if object_ is None or subject == object_:
        return None
    return seen.at["subject"] if subject < object_ else seen.at["object"]


def _lists(
    slot: Slot, group: Sequence[_Seen], entities: Mapping[str, Entity], listing: Listing
) -> dict[str, tuple[str, ...]]:
    """What claims say differently, side by side, in the order of claim keys."""
    claims = [seen.claim for seen in group]
    bought = any(claim.type == "PROCURES" for claim in claims)
    drawn = slot.object.partition(":")[0] in ("weapon", "agreement", "exercise")
    return {
        "items": () if drawn else distinct(_name(seen, "item", entities) for seen in group),
        "sellers": distinct(_name(seen, "object", entities) for seen in group) if bought and not slot.derived else (),
        "stages": distinct(claim.qualifiers.stage for claim in claims),
        "quantities": distinct(claim.qualifiers.quantity for claim in claims),
        "amounts": distinct(str(claim.qualifiers.amount or "") for claim in claims),
        "phases": distinct(claim.qualifiers.phase for claim in claims),
        "places": distinct(_place(claim) for claim in claims),
        "forums": distinct(_forum(claim, listing) for claim in claims),
        "editions": distinct(edition_of(claim, listing) for claim in claims),
    }


def _name(seen: _Seen, role: str, entities: Mapping[str, Entity]) -> str | None:
    if role in seen.at:
        return entities[seen.at[role]].name
    said: Role | None = getattr(seen.claim, role)
    return (said.name or said.words) if said else None


def _place(claim: Claim) -> str | None:
    """The article's words ("Moscow"), unless they only point to the place ("there")."""
    place = claim.place
    if place is None:
        return None
    return " ".join(place.words.split()) if place.antecedent is None else place.name or place.words


def _forum(claim: Claim, listing: Listing) -> str | None:
    """The listed name of the forum in which it happened, else its own words without the edition."""
    words = claim.qualifiers.forum
    if not words:
        return None
    bare = series_of(_as_forum(claim.subject, words), listing).name
    found = listing.entry(Kind.FORUM, bare)
    entity = listing.entity(found.key) if found else None
    return entity.name if entity else bare


def edition_of(claim: Claim, listing: Listing) -> str | None:
    """Return the edition that the claim states, or that the name of its exercise or forum bears."""
    if claim.qualifiers.edition:
        return claim.qualifiers.edition
    roles = [role for role in (claim.item, claim.object) if role and role.kind in (Kind.EXERCISE, Kind.FORUM)]
    if claim.qualifiers.forum:
        roles.append(_as_forum(claim.subject, claim.qualifiers.forum))
    return next((edition for role in roles if (edition := series_of(role, listing).edition)), None)


def _as_forum(near: Role, words: str) -> Role:
    return Role(span=near.span, words=words, kind=Kind.FORUM, name=words)
