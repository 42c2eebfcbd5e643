"""Names and keys of what no gazetteer lists.

The name is the spelling with most words, then the first in code-point order; the key is its slug. Where a slug is shared or
listed, every unlisted holder gets its country appended, and where that does not help the first 8 hex of its smallest
claim key. KEYS OF UNLISTED ENTITIES MAY CHANGE as articles come and go: nothing of the record refers to them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from graphkit.model.claims import Kind
from graphkit.model.graph import Entity
from graphkit.model.keys import slug
from graphkit.resolve.groups import Group
from graphkit.resolve.listing import Listing, family
from graphkit.resolve.local import Local, owner_slug
from graphkit.resolve.terms import term_of


@dataclass(frozen=True, slots=True)
class Unlisted:
    """A group that needs a name and a key, with what its members stand for."""

    members: Group
    locals: tuple[Local, ...]

    @property
    def name(self) -> str:
        return min((local.name for local in self.locals), key=lambda name: (-len(name.split()), name))

    @property
    def country(self) -> str | None:
        known = sorted({local.country for local in self.locals if local.country is not None})
        return known[0] if len(known) == 1 else None

    @property
    def tails(self) -> tuple[str, str]:
        """What tells the group apart if its country does not; the second only if one claim names two namesakes."""
        claim, _, role = self.members[0].partition("#")
        return claim.removeprefix("claim:")[:8], role

    @property
    def base(self) -> str:
        parties = sorted({party for local in self.locals for party in local.parties})
        return f"{family(self.locals[0].kind)}:" + "-".join((slug(self.name), *parties))


def name_groups(groups: Sequence[Unlisted], listing: Listing) -> list[Entity]:
    """Return one entity per group, in the same order; the groups are all of their blocks."""
    keys = [group.base for group in groups]
    clashing = _clashes(keys, listing)
    if clashing:
        keys = [
            f"{key}-{owner_slug(group.country) or group.tails[0]}" if key in clashing else key
            for key, group in zip(keys, groups, strict=True)
        ]
        for number in (0, 1):
            still = _clashes(keys, listing)
            keys = [
                f"{key}-{group.tails[number]}" if key in still else key for key, group in zip(keys, groups, strict=True)
            ]
    return [_node(group, key) for group, key in zip(groups, keys, strict=True)]


def _clashes(keys: Sequence[str], listing: Listing) -> frozenset[str]:
    holders = Counter(keys)
    return frozenset(key for key, count in holders.items() if count > 1 or listing.known(key))


def _node(group: Unlisted, key: str) -> Entity:
    name = group.name
    spellings = {spelling for local in group.locals for spelling in (local.name, *local.spellings)}
    kind = group.locals[0].kind
    starts, ends = term_of((name, *sorted(spellings))) if kind is Kind.AGREEMENT else (None, None)
    return Entity(
        key=key,
        kind=kind,
        name=name,
        aliases=tuple(sorted(spellings - {name})),
        country=group.country,
        block=min(local.block or "" for local in group.locals),
        generic=all(local.generic for local in group.locals),
        starts=starts,
        ends=ends,
    )
