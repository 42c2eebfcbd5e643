"""Who is who: which entity each subject, object and item of the claims stands for."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace

from graphkit.model.claims import Claim
from graphkit.model.graph import Entity
from graphkit.model.identity import Judgement, Verdict
from graphkit.resolve.groups import Group, Member, group_unlisted, member
from graphkit.resolve.judging import Replay, replay, standing
from graphkit.resolve.listing import Listing, family
from graphkit.resolve.local import Local, all_local, apart, pooled
from graphkit.resolve.naming import Unlisted, name_groups


@dataclass(frozen=True, slots=True)
class Resolution:
    """`keys`: the entity that a member ("claim:...#subject") stands for; `entities` by key; `why` in words."""

    keys: Mapping[Member, str]
    entities: Mapping[str, Entity]
    why: Mapping[Member, str]


def resolve(
    claims: Iterable[Claim],
    listing: Listing,
    judgements: Iterable[Judgement] = (),
    *,
    nodes: Container[str | None] | None = None,
) -> Resolution:
    """Return what the roles of these claims stand for.

    The claims must be all claims of their blocks, and of the blocks that judgements join to these. Where they are so for
    some blocks only, `nodes` names them, and roles of other blocks are left out; what is listed needs no other claim.
    """
    kept = tuple(judgements)
    by_key = {claim.key: claim for claim in claims}
    locals_ = {
        member(key, role): local
        for key in sorted(by_key)
        for role, local in all_local(by_key[key], listing).items()
        if nodes is None or local.listed or local.node in nodes
    }
    locals_ = pooled(locals_)
    group_of = _base_groups(locals_)
    if kept:
        _split(group_of, locals_, by_key, listing, kept)
    state = _replayed(group_of, locals_, listing, kept)
    return _named(group_of, locals_, listing, state)


def _base_groups(locals_: Mapping[Member, Local]) -> dict[Member, str]:
    """Member -> name of its group: a listed or placeholder key, or its first member."""
    found = {name: local.key for name, local in locals_.items() if local.key is not None}
    return found | {name: group[0] for group in group_unlisted(locals_) for name in group}


def _split(
    group_of: dict[Member, str],
    locals_: dict[Member, Local],
    claims: Mapping[str, Claim],
    listing: Listing,
    judgements: Iterable[Judgement],
) -> None:
    """Take out of its group what somebody judged different from the rest of it, in place.

    Out goes everything that the same article says of it; of two roles in one article only the later key.
    """
    last: dict[tuple[str, str], Verdict] = {}
    base = dict(group_of)
    for judgement in standing(judgements):
        group = base.get(judgement.right, judgement.right)
        if base.get(judgement.left, judgement.left) == group:
            last[judgement.left, judgement.right] = judgement.verdict
    for (left, right), verdict in sorted(last.items()):
        if verdict is not Verdict.DIFFERENT:
            continue
        out = right if right in base else left
        whole = left if out == right else right
        members = _of_article(out, base, claims)
        if whole in members or out not in base:
            members = (out,)
        for name in members:
            group_of[name] = f"{members[0]}!"  # not the name of the group that it leaves
            key, _, role = name.partition("#")
            if locals_[name].key is not None:
                locals_[name] = replace(apart(claims[key], role, listing), why="somebody judged it to be another")


def _of_article(name: Member, group_of: Mapping[Member, str], claims: Mapping[str, Claim]) -> Group:
    article = claims[name.partition("#")[0]].evidence.article
    return tuple(
        other
        for other, group in sorted(group_of.items())
        if group == group_of[name] and claims[other.partition("#")[0]].evidence.article == article
    )


def _replayed(
    group_of: Mapping[Member, str], locals_: Mapping[Member, Local], listing: Listing, judgements: Iterable[Judgement]
) -> Replay:
    sides = dict(group_of)
    families = {group: family(locals_[name].kind) for name, group in group_of.items()}
    usable = []
    for judgement in judgements:
        for side in (judgement.left, judgement.right):
            if side not in sides and (entity := listing.entity(side)) is not None:
                sides[side], families[side] = side, family(entity.kind)
        kinds = {families[sides[side]] for side in (judgement.left, judgement.right) if side in sides}
        if len(kinds) == 1 or judgement.verdict is Verdict.UNSURE:
            usable.append(judgement)
    return replay(usable, sides)


def _named(
    group_of: Mapping[Member, str], locals_: Mapping[Member, Local], listing: Listing, state: Replay
) -> Resolution:
    members: dict[str, list[Member]] = {}
    for name, group in sorted(group_of.items()):
        members.setdefault(group, []).append(name)
    whole = {group: tuple(state.joined(group)) for group in members}
    key_of: dict[tuple[str, ...], str] = {}
    entities: dict[str, Entity] = {}
    nameless: dict[tuple[str, ...], Unlisted] = {}
    for groups in dict.fromkeys(whole.values()):
        named = _settled(groups, members, locals_, listing)
        if isinstance(named, Entity):
            key_of[groups], entities[named.key] = named.key, named
        else:
            nameless[groups] = named
    for groups, entity in zip(nameless, name_groups(list(nameless.values()), listing), strict=True):
        key_of[groups], entities[entity.key] = entity.key, entity
    keys = {name: key_of[whole[group]] for name, group in group_of.items()}
    joined = {group: len(groups) > 1 for group, groups in whole.items()}
    why = {name: _why(locals_[name], joined[group], entities[keys[name]]) for name, group in group_of.items()}
    return Resolution(keys=keys, entities=entities, why=why)


def _settled(
    groups: tuple[str, ...], members: Mapping[str, list[Member]], locals_: Mapping[Member, Local], listing: Listing
) -> Entity | Unlisted:
    """The listed entity among the groups (the smallest key), else what they are called, else the placeholder."""
    for group in groups:
        if (entity := listing.entity(group)) is not None:
            return entity
    everyone = sorted(name for group in groups for name in members.get(group, ()))
    unlisted = [name for name in everyone if not locals_[name].placeholder]
    if unlisted:
        return Unlisted(tuple(unlisted), tuple(locals_[name] for name in unlisted))
    local = locals_[everyone[0]]
    key = min(locals_[name].key or "" for name in everyone)
    return Entity(
        key=key, kind=local.kind, name=local.name, country=local.country, block=local.block, placeholder=True,
    )  # fmt: skip


def _why(local: Local, joined: bool, entity: Entity) -> str:
    return f"{local.why}; somebody judged that to be {entity.name}" if joined else local.why
