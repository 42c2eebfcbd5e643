"""The entity that somebody means by a key or a name."""

from __future__ import annotations

from collections.abc import Iterator

from graphkit.errors import QuestionError
from graphkit.gazetteers.names import normal
from graphkit.model.graph import Entity
from graphkit.resolve.listing import Listing
from graphkit.resolve.people import form
from graphkit.stores.base import Reader

_SHOWN = 10  # candidates that a message names


def find_entity(reader: Reader, name: str, listing: Listing) -> Entity:
    """Return the entity of the graph that goes by `name`: its key, else its name, else one of its aliases or spellings.

    Raises:
        QuestionError: there is none, or there are several; the hint names them.
    """
    for entity in reader.entities([name]):
        return entity
    found = _called(reader, name, listing)
    if len(found) == 1:
        return found[0]
    if not found:
        raise QuestionError(
            "nothing in the graph goes by this name", where=name, hint="give a key, or another spelling"
        )
    shown = ", ".join(f"{entity.key} ({entity.kind.value})" for entity in found[:_SHOWN])
    raise QuestionError(f"{len(found)} things go by this name", where=name, hint=f"give one of the keys: {shown}")


def _called(reader: Reader, name: str, listing: Listing) -> list[Entity]:
    """The entities that `name` fits best: exact names before other names before other spellings."""
    country = listing.country(name)
    ranked: dict[int, list[Entity]] = {}
    for entity in reader.entities():
        rank = _rank(entity, name, country.key if country else None)
        if rank is not None:
            ranked.setdefault(rank, []).append(entity)
    return ranked[min(ranked)] if ranked else []


def _rank(entity: Entity, name: str, country: str | None) -> int | None:
    if name in _keys_of(entity) or normal(entity.name) == normal(name):
        return 0
    if entity.key == country or any(normal(alias) == normal(name) for alias in entity.aliases):
        return 1
    if entity.key.startswith("person:") and form(entity.name) == form(name):
        return 2
    return None


def _keys_of(entity: Entity) -> Iterator[str]:
    yield entity.key
    yield entity.key.partition(":")[2]
