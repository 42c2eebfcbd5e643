"""Putting a changed resolution and the relationships that it touches into a store."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graphkit.model.claims import Claim
from graphkit.model.graph import Entity
from graphkit.resolve.edges import slots, term_keys, when_of
from graphkit.resolve.fold import Told, fold, roles_at
from graphkit.resolve.groups import Member, member
from graphkit.resolve.listing import Listing
from graphkit.stores.base import Link, Reader, Writer


def linked(reader: Reader, claims: Iterable[str]) -> dict[Member, str]:
    """Return what the claims' roles stand for in the store."""
    return {member(link.claim, link.role): link.entity for link in reader.links(sorted(set(claims)))}


def edge_keys(claims: Iterable[Claim], keys: Mapping[Member, str], listing: Listing) -> set[str]:
    """Return the keys of all relationships that the claims can be part of; claims that are not linked are in none."""
    found: set[str] = set()
    for claim in claims:
        at = roles_at(claim, keys)
        for slot in slots(claim, at, listing) if "subject" in at else ():
            dated = slot.type == "HOLDS_OFFICE" and when_of(claim, listing) is not None
            found.update(term_keys(slot) if dated else (slot.key,))
    return found


@dataclass(slots=True)
class Shift:
    """What is different after a change.

    `before` and `after` are what members stood for and stand for; `gone` and `moved` the claims that were removed, and
    those that are new or whose relationships may be others; `entities` everything resolved again, by key.
    """

    gone: dict[str, Claim] = field(default_factory=dict)
    moved: dict[str, Claim] = field(default_factory=dict)
    before: dict[Member, str] = field(default_factory=dict)
    after: dict[Member, str] = field(default_factory=dict)
    entities: dict[str, Entity] = field(default_factory=dict)


def refold(writer: Writer, shift: Shift, listing: Listing) -> int:
    """Write links, entities and relationships as the shift wants them; return how many relationships were made."""
    touched = edge_keys([*shift.gone.values(), *shift.moved.values()], shift.before, listing)
    touched |= edge_keys(shift.moved.values(), shift.after, listing)
    old = {key for edge in writer.edges(sorted(touched)) for key in edge.claims}
    writer.drop_edges(sorted(touched))
    _relink(writer, shift)
    claims = dict(shift.moved)
    claims |= {claim.key: claim for claim in writer.claims(sorted(old - set(claims) - set(shift.gone)))}
    keys = linked(writer, claims)
    edges = fold(
        claims.values(), keys, _named(writer, keys, shift), tell(writer, claims.values()), listing,
        min_confidence=_threshold(writer),
    )  # fmt: skip
    fresh = [edge for edge in edges if edge.key in touched]
    writer.put_edges(fresh)
    return len(fresh)


def tell(reader: Reader, claims: Iterable[Claim]) -> dict[str, Told]:
    """Return what relationships say of the claims' articles, by key; the texts are not kept."""
    names = {outlet.key: outlet.name for outlet in reader.outlets()}
    told = {}
    for filed in reader.articles(sorted({claim.evidence.article for claim in claims})):
        article = filed.article
        told[article.key] = Told(
            key=article.key,
            group=filed.group,
            published=article.published,
            outlet=names.get(article.outlet or ""),
            url=article.url,
        )
    return told


def _threshold(reader: Reader) -> float:
    meta = reader.meta()
    return meta.min_confidence if meta else 0.0


def _named(reader: Reader, keys: Mapping[Member, str], shift: Shift) -> dict[str, Entity]:
    missing = sorted(set(keys.values()) - set(shift.entities))
    return shift.entities | {entity.key: entity for entity in reader.entities(missing)}


def _relink(writer: Writer, shift: Shift) -> None:
    """Write changed entities and links, and drop what no claim points at any more."""
    wanted = set(shift.after.values())
    stored = {entity.key: entity for entity in writer.entities(sorted(wanted))}
    changed = [shift.entities[key] for key in sorted(wanted) if key in shift.entities]
    writer.put_entities([entity for entity in changed if stored.get(entity.key) != entity])
    by_claim: dict[str, list[Link]] = defaultdict(list)
    for name, key in sorted(shift.after.items()):
        claim, _, role = name.partition("#")
        if claim in shift.moved:
            by_claim[claim].append(Link(claim, role, key))
    old = _per_claim(shift.before)
    writer.put_links(
        [
            link
            for claim, links in by_claim.items()
            if old.get(claim) != {(i.role, i.entity) for i in links}
            for link in links
        ]
    )
    writer.drop_unlinked(sorted(set(shift.before.values()) | wanted))


def _per_claim(keys: Mapping[Member, str]) -> dict[str, set[tuple[str, str]]]:
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for name, key in keys.items():
        claim, _, role = name.partition("#")
        found[claim].add((role, key))
    return found
