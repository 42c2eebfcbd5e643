"""Forums by shape: "20th Atlantis-Utopia Annual Summit", "2+2 ministerial dialogue", "Committee on ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.entities import runs
from graphkit.extract.entities.board import Board, Proposal
from graphkit.extract.entities.words import Words
from graphkit.extract.tokens import word_set
from graphkit.model.claims import Kind

_TAIL_LINKS = frozenset({"of", "on", "for"})
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_WEAK_ALONE = word_set(
    "meeting talks group games mission initiative working council committee consultations commission contact session"
    " mechanism negotiations show congress assembly exhibition"
)
_NAMED_OFTEN = frozenset({"mission", "initiative", "mechanism"})
_VAGUE = word_set("talks meeting consultations negotiations session mission initiative group mechanism")


class Forums:
    """Proposes forums around their head nouns."""

    def __init__(self, words: Words) -> None:
        self.heads = words["forum_heads"]
        self._strong = words["forum_strong"]
        self._lower = words["forum_lower"]
        self._needs = words["forum_needs"]
        self._openers = words["openers"]
        self._closers = words["forum_strong"] | words["agency_ends"]
        self._ordinals = words["ordinals"]
        self._not_first = words["not_names"] - words["forum_lower"] - words["weapon_modifiers"]

    def at(self, board: Board, head: int) -> Iterator[Proposal]:
        """Yield the forum whose head noun is token `head`, if any."""
        found = self._capitalised(board, head) if board.caps[head] else self._lower_case(board, head)
        if found:
            yield found

    def two_plus_two(self, board: Board, index: int) -> Iterator[Proposal]:
        """Yield "2+2" where no noun follows that would say what it is."""
        first = index - 1 if board.is_cap(index - 1) and "-" in board.words[index - 1] else index
        yield self._proposal(board, first, index, 9)

    def _capitalised(self, board: Board, head: int) -> Proposal | None:
        first = runs.left(board, head, self._openers, closers=self._closers)
        if head - first > 9:
            return None
        last = runs.right(board, head, _TAIL_LINKS, self._openers)
        words = board.words[first : head + 1]
        named = any(word not in self._not_first for word in words[:-1])
        if first == head and (last == head or words[0] in _VAGUE):
            return None
        if words[-1] in _VAGUE and not (
            named and (set(words[:-1]) & self._needs or (len(words) > 2 and words[-1] in _NAMED_OFTEN))
        ):
            return None
        if words[-1] in _WEAK_ALONE and len(words) < 3 and last == head and not named:
            return None
        if first > 0 and _ORDINAL.fullmatch(board.words[first - 1]):
            first -= 1
        return self._proposal(board, first, runs.year_after(board, last), 3)

    def _lower_case(self, board: Board, head: int) -> Proposal | None:
        first = runs.left(board, head, self._openers, lower=self._lower | self._ordinals)
        words = board.words[first:head]
        while words and words[0] in ("and", "&", "for", "on", "official", "senior"):
            first, words = first + 1, words[1:]
        if not words or len(words) > 9:
            return None
        needed = set(words) & self._needs or any(
            "-" in word and word[0].isalpha() and board.caps[first + k] for k, word in enumerate(words)
        )
        if board.words[head] in _VAGUE:
            needed = set(words) & {
                "commission",
                "2+2",
                "annual",
                "inter-governmental",
                "intergovernmental",
                "staff",
                "steering",
                "working",
                "ministerial",
            }
        if board.words[head] not in self._strong and not needed:
            return None
        if not needed and not any(board.caps[first:head]):
            return None
        return self._proposal(board, first, head, 5)

    def _proposal(self, board: Board, first: int, last: int, rank: int) -> Proposal:
        acronym = runs.acronym_after(board, last)
        first = runs.fitted(board, first, last, acronym[0]) if acronym else first
        name = board.text(first, last)
        base, edition = without_edition(name, self._ordinals)
        also = (base,) if edition else ()
        return Proposal(
            first, last, rank, Kind.FORUM, name, identity=_identity(base), also=also,
            acronym=acronym[0] if acronym else None,
        )  # fmt: skip


def _identity(name: str) -> str:
    return "f:" + re.sub(r"[^a-z0-9]+", "", name.lower().replace("defense", "defence"))


def without_edition(name: str, ordinals: frozenset[str]) -> tuple[str, str]:
    """Return the name of a series without its leading ordinal and trailing year, and what was taken off.

    >>> without_edition("7th Aero Show 2019", frozenset())
    ('Aero Show', '7th 2019')
    """
    parts = name.split()
    taken = []
    while len(parts) > 2 and (
        _ORDINAL.fullmatch(parts[0].lower()) or (parts[0].lower() in ordinals and parts[0].islower())
    ):
        taken.append(parts.pop(0))
    if len(parts) > 1 and re.fullmatch(r"(?:19|20)\d\d", parts[-1]):
        taken.append(parts.pop())
    return " ".join(parts), " ".join(taken)
