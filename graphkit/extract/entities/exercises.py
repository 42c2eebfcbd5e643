"""Exercises by shape: "Exercise Silver Heron", "HERON-2021", "joint naval drills"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.entities import runs
from graphkit.extract.entities.board import Board, Proposal
from graphkit.extract.entities.words import Words
from graphkit.extract.tokens import squash
from graphkit.model.claims import Kind

_QUOTES = frozenset("'\"‘’“”")
_YEARED = re.compile(r"[A-Z][A-Za-z]{2,}(?:[-–/][A-Z][A-Za-z]+)*[-– ’']?[-–](?:(?:19|20)\d\d|\d\d)")
_SUFFIX = re.compile(r"[- –’']*(?:(?:19|20)\d\d|\d\d|[IVX]+)$")
_CALLED = frozenset({"called", "named", "dubbed", "codenamed", "code-named", "titled", "-", "–", ",", ":"})
_EXERCISE = frozenset({"exercise", "exercises", "ex"})
_CLOSING = frozenset({"exercise", "exercises", "drill", "drills", "wargame", "wargames"})
_GENERIC_HEADS = frozenset({"exercise", "exercises", "drill", "drills", "wargame", "wargames", "manoeuvres", "maneuvers", "patrol", "patrols", "training", "passex", "cruise", "transit"})  # fmt: skip


class Exercises:
    """Proposes exercises around the word exercise and its like, and names with a year."""

    def __init__(self, words: Words) -> None:
        self.heads = words["exercise_heads"] | {"ex"}
        self._words = words["exercise_words"]
        self._needs = words["exercise_needs"]
        self._openers = words["openers"]
        self._stops = words["not_names"] - {
            "peace",
            "mission",
            "sea",
            "ocean",
            "pacific",
            "arctic",
            "shield",
            "first",
            "global",
            "black",
        }

    def at(self, board: Board, head: int) -> Iterator[Proposal]:
        """Yield the exercises that the word at `head` announces or closes."""
        word = board.words[head]
        found = self._after(board, head) if word in _EXERCISE else None
        if found is None and word in _CLOSING:
            found = self._before(board, head)
        if found:
            yield found
        if board.words[head] in _GENERIC_HEADS and not board.caps[head]:
            yield from self._generic(board, head)

    def with_year(self, board: Board, index: int) -> Iterator[Proposal]:
        """Yield "HERON-2021" and "Silver Heron 2021" where the token at `index` carries the year."""
        text = board.tokens[index].text
        if _YEARED.fullmatch(text) and (len(text) < 4 or text[-4:].isdigit() or self._announced(board)):
            first = index
            while (
                first > 0 and board.caps[first - 1] and board.words[first - 1] not in self._stops and index - first < 3
            ):
                first -= 1
            yield _proposal(board, first, index, 2)

    def ended_by_year(self, board: Board, index: int) -> Iterator[Proposal]:
        """Yield "Silver Heron 2021" where a sentence about exercises names it without the word beside it."""
        if not self._announced(board):
            return
        first = index
        while first > 0 and index - first < 4 and board.caps[first - 1] and board.words[first - 1] not in self._openers:
            first -= 1
        named = [
            word for word in board.words[first:index] if word not in self._stops or word in ("joint", "sea", "peace")
        ]
        if (
            index - first >= 2
            and len(named) == index - first
            and not any(k in board.marks for k in range(first, index))
        ):
            yield _proposal(board, first, index, 6)

    def _announced(self, board: Board) -> bool:
        return any(word in _GENERIC_HEADS or word in ("exercised", "exercising") for word in board.words)

    def _after(self, board: Board, head: int) -> Proposal | None:
        first = head + 1
        while board.at(first) in _CALLED and first < head + 3:
            first += 1
        if board.at(first) in _QUOTES:
            first += 1
        last = first - 1
        while last + 1 < len(board.tokens) and last - first < 5 and self._name_word(board, last + 1, first):
            last += 1
            if board.possessive(last):
                break
        if last < first or not board.caps[first]:
            return None
        return _proposal(board, first, last, 1)

    def _name_word(self, board: Board, index: int, first: int) -> bool:
        text = board.tokens[index].text
        if text[0].isdigit():
            return index > first and len(text) in (2, 4) and text.isdigit()
        if not board.caps[index]:
            return False
        return board.words[index] not in self._stops or (index > first and board.words[index] in self._words)

    def _before(self, board: Board, head: int) -> Proposal | None:
        last = head - 1
        while last >= 0 and board.words[last] in self._words and not (board.caps[last] and last == 0):
            last -= 1
        while last >= 0 and board.words[last] in _QUOTES:
            last -= 1
        if last < 0 or head - last > 6 or not (board.caps[last] or board.tokens[last].text.isdigit()):
            return None
        first = last
        while first > 0 and board.caps[first - 1] and last - first < 4 and board.words[first - 1] not in self._stops:
            first -= 1
        first = runs.trimmed(board, first, last, self._openers)
        if not board.caps[first] or board.words[last] in self._stops or board.possessive(last):
            return None
        return _proposal(board, first, last, 6)

    def _generic(self, board: Board, head: int) -> Iterator[Proposal]:
        first = head
        while first > 0 and board.words[first - 1] in self._words | {"and", "&"} and head - first < 8:
            first -= 1
        while first < head and board.words[first] in ("and", "&"):
            first += 1
        if set(board.words[first:head]) & self._needs:
            name = board.text(first, head)
            identity = "g:" + squash(name).removesuffix("s")
            yield Proposal(first, head, 7, Kind.EXERCISE, name, identity=identity, generic=True)


def _proposal(board: Board, first: int, last: int, rank: int) -> Proposal:
    name = board.text(first, last)
    base = _SUFFIX.sub("", name).strip() or name
    also = [base] if base != name else []
    return Proposal(first, last, rank, Kind.EXERCISE, name, identity=squash(base), also=tuple(also))
