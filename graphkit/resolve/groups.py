"""Unlisted roles that are one and the same: one spelling, and no two countries.

A group is a sorted tuple of members ("claim:0123456789abcdef#subject"); its first member names it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graphkit.resolve.components import Components
from graphkit.resolve.local import Local

Member = str
Group = tuple[Member, ...]


def member(claim: str, role: str) -> Member:
    """Return how one role of one claim is written, in judgements too."""
    return f"{claim}#{role}"


def group_unlisted(locals_: Mapping[Member, Local]) -> list[Group]:
    """Return the groups of all unlisted roles, by their first member.

    Roles of one block that share a form are one, unless they are of different countries: then each
    country has its own, and those without a country stand apart from both.
    """
    forms: Components[tuple[str, str]] = Components()
    unlisted = {name: local for name, local in sorted(locals_.items()) if local.key is None}
    for local in unlisted.values():
        first, *rest = ((local.block or "", text) for text in local.forms)
        forms.find(first)
        for other in rest:
            forms.join(first, other)
    alike: dict[tuple[str, str], list[Member]] = {}
    for name, local in unlisted.items():
        alike.setdefault(forms.find((local.block or "", local.forms[0])), []).append(name)
    groups = (group for members in alike.values() for group in _by_country(members, unlisted))
    return sorted(groups)


def _by_country(members: Iterable[Member], locals_: Mapping[Member, Local]) -> list[Group]:
    found: dict[str | None, list[Member]] = {}
    for name in members:
        found.setdefault(locals_[name].country, []).append(name)
    if len(found) <= 2 and None in found:
        return [tuple(sorted(name for names in found.values() for name in names))]
    return [tuple(sorted(names)) for names in found.values()]
