"""Everything the graph says of one entity, each line with its sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graphkit.gazetteers.entries import Gazetteers
from graphkit.model.claims import Claim
from graphkit.model.graph import Edge, Entity
from graphkit.resolve.fold import roles_at
from graphkit.resolve.listing import Listing
from graphkit.stores.base import Reader, Store
from graphkit.workflows.find import find_entity
from graphkit.workflows.graphs.refold import edge_keys, linked
from graphkit.workflows.ingest import listing_of


@dataclass(frozen=True, slots=True)
class Shown:
    """A relationship with the names at its ends, and its claims."""

    edge: Edge
    subject: str
    object: str


@dataclass(frozen=True, slots=True)
class Low:
    """A claim that is too unsure to make a relationship, with the names of what its roles stand for."""

    claim: Claim
    subject: str
    object: str | None
    item: str | None


@dataclass(frozen=True, slots=True)
class ShowReport:
    """`entity` with its relationships (by type, status, days) and the claims of the low tier.

    `roles` are the claim roles that stand for it, as `judge` takes them, by claim key.
    """

    entity: Entity
    relationships: tuple[Shown, ...]
    low: tuple[Low, ...]
    roles: tuple[str, ...]


def show(store: Store, name: str, gazetteers: Gazetteers | Listing) -> ShowReport:
    """Return what the graph says of the entity with this key or name.

    Raises:
        QuestionError: nothing goes by the name, or several things do.
    """
    listing = listing_of(gazetteers)
    entity = find_entity(store, name, listing)
    claims = {claim.key: claim for claim in store.claims(entities=[entity.key])}
    keys = linked(store, claims)
    edges = [
        edge
        for edge in store.edges(sorted(edge_keys(claims.values(), keys, listing)))
        if entity.key in (edge.subject, edge.object)
    ]
    meta = store.meta()
    least = meta.min_confidence if meta else 0.0
    low = [claim for claim in claims.values() if claim.confidence < least]
    names = names_of(store, {*keys.values(), *(end for edge in edges for end in (edge.subject, edge.object))})
    return ShowReport(
        entity=entity,
        relationships=tuple(Shown(edge, names[edge.subject], names[edge.object]) for edge in sorted(edges, key=_order)),
        low=tuple(_low(claim, roles_at(claim, keys), names) for claim in sorted(low, key=lambda claim: claim.key)),
        roles=tuple(sorted(role for role, key in keys.items() if key == entity.key)),
    )


def names_of(reader: Reader, keys: Iterable[str]) -> dict[str, str]:
    """Return the names of the entities with these keys."""
    return {entity.key: entity.name for entity in reader.entities(sorted(set(keys)))}


def _order(edge: Edge) -> tuple[bool, str, str, str, str]:
    return (edge.derived, edge.type, edge.status, str(edge.since or edge.said or ""), edge.key)


def _low(claim: Claim, at: dict[str, str], names: dict[str, str]) -> Low:
    def name(role: str) -> str | None:
        return names[at[role]] if role in at else None

    item = claim.item.words if claim.item else None
    return Low(claim, name("subject") or claim.subject.words, name("object"), name("item") or item)
