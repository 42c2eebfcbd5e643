"""Agreements by shape: "Status of Forces Agreement", "memorandum of understanding on training"."""

from __future__ import annotations

from collections.abc import Iterator

from graphkit.extract.entities import runs
from graphkit.extract.entities.board import Board, Proposal
from graphkit.extract.entities.words import Words
from graphkit.extract.tokens import word_set
from graphkit.model.claims import Kind

_TAIL = frozenset({"of", "on", "for"})
_MEMORANDA = frozenset({"memorandum", "memoranda", "memorandums"})
_JOINT = frozenset({"statement", "declaration", "communique", "communiqué"})
_BARE = frozenset({"agreement", "agreements", "treaty", "pact", "accord", "memorandum", "mou", "mous"})
_VAGUE = word_set(
    "statement statements partnership framework deal document program programme plan letter terms understanding arrangement contract roadmap"
)


class Agreements:
    """Proposes agreements around their head nouns."""

    def __init__(self, words: Words) -> None:
        self.heads = words["agreement_heads"]
        self._strong = words["agreement_strong"]
        self._lower = words["agreement_lower"]
        self._needs = words["agreement_needs"]
        self._openers = words["openers"]

    def at(self, board: Board, head: int) -> Iterator[Proposal]:
        """Yield the agreement whose head noun is token `head`, if any."""
        word = board.words[head]
        if board.caps[head]:
            found = self._capitalised(board, head)
        elif word in _MEMORANDA or (word in ("letter", "letters") and board.at(head + 1) == "of"):
            found = self._memorandum(board, head)
        else:
            found = self._lower_case(board, head)
        if found:
            yield found

    def _capitalised(self, board: Board, head: int) -> Proposal | None:
        first = runs.left(board, head, self._openers)
        last = runs.right(board, head, _TAIL, self._openers)
        if board.words[head] in _VAGUE and first == head and last == head:
            return None
        if (
            board.words[head] in _VAGUE
            and last == head
            and not set(board.words[first:head]) & (self._needs | {"joint"})
        ):
            return None
        if first == head and last == head:
            return None if not board.tokens[head].text.isupper() else self._made(board, head, head, 4)
        return self._made(board, first, last, 4)

    def _memorandum(self, board: Board, head: int) -> Proposal | None:
        if board.at(head + 1) != "of" or head + 2 >= len(board.tokens):
            return None
        first = head
        while first > 0 and board.words[first - 1] in self._lower:
            first -= 1
        return self._made(board, first, head + 2, 5)

    def _lower_case(self, board: Board, head: int) -> Proposal | None:
        first = runs.left(board, head, self._openers, lower=self._lower)
        words = board.words[first:head]
        while words and words[0] in ("and", "&", "of", "new", "landmark"):
            first, words = first + 1, words[1:]
        strong = board.words[head] in self._strong
        if board.words[head] in _JOINT and words and words[-1] == "joint":
            return self._made(board, head - 1, head, 6)
        if not words or not (set(words) & self._needs):
            return self._made(board, head, head, 12, generic=True) if board.words[head] in _BARE else None
        if not strong and not (
            {"cooperation", "framework", "logistics", "submarine", "long-term", "nuclear", "peace"} & set(words)
        ):
            return None
        if board.words[head] in ("partnership", "statement", "statements") and not any(board.caps[first:head]):
            return None
        return self._made(board, first, head, 6)

    def _made(self, board: Board, first: int, last: int, rank: int, *, generic: bool = False) -> Proposal:
        acronym = runs.acronym_after(board, last)
        name = board.text(first, last)
        return Proposal(
            first, last, rank, Kind.AGREEMENT, name, generic=generic, acronym=acronym[0] if acronym else None
        )
