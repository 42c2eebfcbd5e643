"""Which claims can stand for something else after a change: those of the touched blocks, and of blocks that judgements tie to them.

A *node* is a block, or the key of something listed. Every judgement ties the nodes of its two sides together, whatever its
verdict: so what is tied is always resolved together, before and after any change of mind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graphkit.model.claims import Claim
from graphkit.model.identity import Judgement
from graphkit.resolve.components import Components
from graphkit.resolve.listing import Listing
from graphkit.resolve.local import Local, all_local, apart
from graphkit.stores.base import Reader


@dataclass(frozen=True, slots=True)
class Scope:
    """`claims` by key are enough to resolve every role whose node is in `nodes`."""

    nodes: frozenset[str]
    claims: Mapping[str, Claim]

    def holds(self, local: Local) -> bool:
        return local.node in self.nodes


def find_scope(
    reader: Reader,
    listing: Listing,
    *,
    touched: Mapping[str, Claim],
    judgements: Iterable[Judgement],
    fresh: Iterable[str],
) -> Scope:
    """Return what must be resolved again when the `touched` claims come or go and the judgements keyed `fresh` are new.

    Claims of the record that are not linked yet count as absent, unless they are among the touched.
    """
    ties = _Ties(reader, listing, touched, judgements)
    start = {local.block for claim in touched.values() for local in all_local(claim, listing).values() if local.block}
    start |= ties.of_judgements(set(fresh)) | ties.of_claims(touched) | ties.between_listed(touched)
    nodes = frozenset(ties.closure(start))
    return Scope(nodes, {claim.key: claim for claim in ties.load(nodes)})


class _Ties:
    """The nodes of judgements' sides, and how judgements tie them."""

    def __init__(
        self, reader: Reader, listing: Listing, touched: Mapping[str, Claim], judgements: Iterable[Judgement]
    ) -> None:
        self._reader = reader
        self._listing = listing
        self._judgements = tuple(judgements)
        self._judged = _present(
            reader, {side.partition("#")[0] for j in self._judgements for side in _sides(j)}
        ) | dict(touched.items())
        self._tied: Components[str] = Components()
        self._listed: set[str] = set()
        for judgement in self._judgements:
            left, right = (self._nodes(side) for side in _sides(judgement))
            for node in (*left, *right) if left and right else ():
                self._tied.join((left or right)[0], node)

    def _nodes(self, side: str) -> tuple[str, ...]:
        """What one side of a judgement touches: nothing if it is not there."""
        key, _, role = side.partition("#")
        if not role:
            known = self._listing.known(side)
            self._listed |= {side} if known else set()
            return (side,) if known else ()
        claim = self._judged.get(key)
        local = all_local(claim, self._listing).get(role) if claim else None
        if claim is None or local is None:
            return ()
        if local.listed and local.key:
            self._listed.add(local.key)
        away = apart(claim, role, self._listing).block if local.key else None
        return tuple(node for node in (local.node, away) if node)

    def of_judgements(self, keys: set[str]) -> set[str]:
        return {node for j in self._judgements if j.key in keys for side in _sides(j) for node in self._nodes(side)}

    def of_claims(self, claims: Mapping[str, Claim]) -> set[str]:
        """Nodes of judgements that wake up or fall asleep with these claims."""
        about = (j for j in self._judgements if any(side.partition("#")[0] in claims for side in _sides(j)))
        return {node for j in about for side in _sides(j) for node in self._nodes(side)}

    def between_listed(self, claims: Mapping[str, Claim]) -> set[str]:
        """Listed keys of the claims that judgements tie to another listed key: they may go by that one's key."""
        crowded = {root for root in map(self._tied.find, sorted(self._listed)) if self._count(root) > 1}
        keys = {local.key for claim in claims.values() for local in all_local(claim, self._listing).values()}
        return {key for key in keys if key in self._listed and self._tied.find(key) in crowded}

    def _count(self, root: str) -> int:
        return sum(self._tied.find(key) == root for key in self._listed)

    def closure(self, start: Iterable[str]) -> set[str]:
        roots = {self._tied.find(node) for node in sorted(set(start))}
        return {node for group in self._tied.groups() if self._tied.find(group[0]) in roots for node in group}

    def load(self, nodes: frozenset[str]) -> Iterator[Claim]:
        """The claims that say who these nodes are; some may come twice."""
        blocks = sorted(node for node in nodes if not self._listing.known(node))
        if blocks:
            yield from self._reader.claims(blocks=blocks)
        judged = [
            claim for claim in self._judged.values()
            if any(local.node in nodes for local in all_local(claim, self._listing).values())
        ]  # fmt: skip
        yield from judged
        if listed := sorted(nodes & self._listed):
            articles = sorted({claim.evidence.article for claim in judged})
            yield from _present_of(self._reader, self._reader.claims(articles=articles))
            crowded = {key for key in listed if self._count(self._tied.find(key)) > 1}
            wanted = (nodes - set(listed)) | crowded
            for claim in self._reader.claims(entities=listed):
                if any(local.node in wanted for local in all_local(claim, self._listing).values()):
                    yield claim


def _sides(judgement: Judgement) -> tuple[str, str]:
    return (judgement.left, judgement.right)


def _present(reader: Reader, keys: set[str]) -> dict[str, Claim]:
    wanted = sorted(key for key in keys if key.startswith("claim:"))
    claims = _present_of(reader, reader.claims(wanted)) if wanted else iter(())
    return {claim.key: claim for claim in claims}


def _present_of(reader: Reader, claims: Iterable[Claim]) -> Iterator[Claim]:
    found = list(claims)
    linked = {link.claim for link in reader.links([claim.key for claim in found])}
    return (claim for claim in found if claim.key in linked)
