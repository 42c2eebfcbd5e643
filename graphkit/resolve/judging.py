"""What people decided about identity, replayed over the groups that the resolver makes without them.

An undo is a judgement on the same pair, verdict unsure, whose reason begins with "undoes judgement:..."; it takes that
judgement out of the replay, as if it had never been made. An undo can be undone.
"""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graphkit.model.identity import Judgement, Verdict

UNDOES = "undoes "


def undone_key(judgement: Judgement) -> str | None:
    """Return the key of the judgement that this one undoes, or None."""
    if judgement.verdict is not Verdict.UNSURE or not judgement.reason.startswith(f"{UNDOES}judgement:"):
        return None
    return judgement.reason.removeprefix(UNDOES).partition(";")[0].strip()


def in_order(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Return the judgements by (when, key)."""
    return sorted(judgements, key=lambda judgement: (judgement.at, judgement.key))


def standing(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Return the judgements that count, by (when, key): without what was undone, and without the undoings.

    An undo names the key of what it undoes, which depends on all that judgement says: so undoings never go in circles,
    and their own time does not matter.
    """
    ordered = in_order(judgements)
    undoings: dict[str, list[Judgement]] = {}
    for judgement in ordered:
        if (target := undone_key(judgement)) is not None:
            undoings.setdefault(target, []).append(judgement)

    def counts(judgement: Judgement) -> bool:
        return not any(counts(undoing) for undoing in undoings.get(judgement.key, ()))

    return [judgement for judgement in ordered if undone_key(judgement) is None and counts(judgement)]


@dataclass(slots=True)
class Replay:
    """Groups joined so far: who was judged the same as whom, and pairs that must stay apart."""

    same: dict[str, set[str]] = field(default_factory=dict)  # both ways
    apart: set[frozenset[str]] = field(default_factory=set)

    def take(self, judgement: Judgement, left: str, right: str) -> None:
        """Apply one judgement, whose two things stand in the groups `left` and `right`."""
        pair = frozenset((left, right))
        match judgement.verdict:
            case Verdict.SAME:
                self.apart.discard(pair)
                if not self._joins_what_is_apart(left, right):
                    self.same.setdefault(left, set()).add(right)
                    self.same.setdefault(right, set()).add(left)
            case Verdict.DIFFERENT:
                while path := self._path(left, right):
                    for one, other in itertools.pairwise(path):
                        self._cut(one, other)
                self.apart.add(pair)
            case Verdict.UNSURE:
                self.apart.discard(pair)
                self._cut(left, right)

    def _cut(self, one: str, other: str) -> None:
        self.same.get(one, set()).discard(other)
        self.same.get(other, set()).discard(one)

    def joined(self, group: str) -> list[str]:
        """Return the groups that are one with `group`, itself included, sorted."""
        return sorted(self._reached(group))

    def _joins_what_is_apart(self, left: str, right: str) -> bool:
        one, other = self._reached(left), self._reached(right)
        both = one | other
        return any(pair <= both for pair in self.apart)

    def _neighbours(self, group: str) -> list[str]:
        return sorted(self.same.get(group, ()))

    def _reached(self, group: str) -> set[str]:
        seen, waiting = {group}, deque([group])
        while waiting:
            for near in self._neighbours(waiting.popleft()):
                if near not in seen:
                    seen.add(near)
                    waiting.append(near)
        return seen

    def _path(self, start: str, end: str) -> Sequence[str]:
        """Return the groups on a shortest way from `start` to `end`, or nothing."""
        came: dict[str, str | None] = {start: None}
        waiting = deque([start])
        while waiting:
            here = waiting.popleft()
            if here == end:
                path: list[str] = []
                step: str | None = end
                while step is not None:
                    path.append(step)
                    step = came[step]
                return path
            for near in self._neighbours(here):
                if near not in came:
                    came[near] = here
                    waiting.append(near)
        return ()


def replay(judgements: Iterable[Judgement], group_of: Mapping[str, str]) -> Replay:
    """Return the state after all judgements whose two sides are there.

    `group_of` gives the group of a claim role or listed key; a judgement with a side that it does not have sleeps.
    """
    state = Replay()
    for judgement in standing(judgements):
        left, right = group_of.get(judgement.left), group_of.get(judgement.right)
        if left is not None and right is not None and left != right:
            state.take(judgement, left, right)
    return state
