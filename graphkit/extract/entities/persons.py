"""Names of persons by shape: a capitalised run that a title, an apposition, a speech verb or a list vouches for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from graphkit.extract.entities.board import Board
from graphkit.extract.entities.listed import Lists
from graphkit.extract.tokens import bare, squash

_MONTH_NAMES = frozenset({"jan", "may", "april", "june", "august", "mar"})
_CUES = frozenset(
    {
        "official",
        "lawmaker",
        "analyst",
        "professor",
        "expert",
        "journalist",
        "correspondent",
        "veteran",
        "technocrat",
        "scientist",
        "politician",
    }
)
_LONGEST = 6
_COUNTERPARTS = frozenset({"counterpart", "counterparts"})
_PREFIXED = re.compile(r"(?:al|el|ul|ad|as|ash|ar|an|az|at)[-‐‑–][A-Z]")
_APPOSITION = 9  # words in which an office must follow a name for the name to be a person's


class Sure(IntEnum):
    """How sure it is that a run names a person."""

    NO = 0
    SHAPE = 1  # a known given name, a speech verb: needs two words
    TITLE = 2  # a rank, an honorific, an office beside it


class Run(NamedTuple):
    """Tokens `first` to `last` that look like a name, and how sure it is one."""

    first: int
    last: int
    sure: Sure


class PersonShapes:
    """Finds runs of capitalised words that name persons."""

    def __init__(self, lists: Lists) -> None:
        words = lists.words
        self._given = lists.given_names
        self._honorifics = words["honorifics"]
        self._ranks = words["ranks"]
        self._rank_ends = words["rank_ends"]
        self._heads = words["office_heads"]
        self._particles = words["particles"]
        self._not_names = words["not_names"] | words["company_ends"] | words["service_ends"] | words["weapon_heads"]
        self._after = words["after_names"]
        self._speech = words["speech"]
        self._openers = words["openers"]

    def runs(self, board: Board) -> Iterator[Run]:
        """Yield the runs of free tokens that look like names; none in lines written in capitals throughout."""
        if board.shouted:
            return
        index, count = 0, len(board.tokens)
        while index < count:
            if self.name_word(board, index) and not self.is_title(board, index):
                last = self._end(board, index)
                yield from self._judged(board, index, last)
                index = last
            index += 1

    def name_word(self, board: Board, index: int) -> bool:
        """Whether the token may be part of a name."""
        if not board.caps[index] or board.taken[index] or index in board.titled:
            return False
        text = bare(board.tokens[index].text)
        word = board.words[index]
        if (word in self._not_names and not self._month_name(board, index)) or (word in self._openers and index == 0):
            return False
        return text[-1] == "." or text.replace("-", "").replace("’", "").replace("'", "").replace(".", "").isalpha()

    def _month_name(self, board: Board, index: int) -> bool:
        """Whether a month's name is a given name here: "Jan Kowal", not "Jan 5"."""
        if board.words[index] not in _MONTH_NAMES or not board.is_cap(index + 1) or board.taken[index + 1]:
            return False
        following = board.tokens[index + 1].text
        return (
            following.isalpha()
            and board.words[index + 1] not in self._not_names
            and not board.at(index - 1)[:1].isdigit()
        )

    def is_title(self, board: Board, index: int) -> bool:
        """Whether the token is a rank, an honorific or an office."""
        word = board.words[index]
        return (
            word in self._honorifics
            or word in self._rank_ends
            or word in self._heads
            or (word in self._ranks and self._is_title_at(board, index + 1))
        )

    def _is_title_at(self, board: Board, index: int) -> bool:
        return index < len(board.tokens) and board.words[index] in self._rank_ends

    def _end(self, board: Board, first: int) -> int:
        last, place = first, first + 1
        while place < len(board.tokens) and place - first < _LONGEST and not board.possessive(last):
            if (self.name_word(board, place) and board.words[place] not in self._heads) or (
                _PREFIXED.match(board.tokens[place].text) and not board.taken[place]
            ):
                last = place
            elif board.words[place] in self._particles and not board.taken[place] and self._name_after(board, place):
                pass
            else:
                break
            place += 1
        if board.at(last + 1) in self._after and board.is_cap(last + 1):
            last += 1
        elif board.at(last + 1) == "," and board.at(last + 2) in ("jr", "sr"):
            last += 2
        return last

    def _name_after(self, board: Board, place: int) -> bool:
        following = place + 1
        while following < len(board.tokens) and board.words[following] in self._particles and following - place < 3:
            following += 1
        return following < len(board.tokens) and self.name_word(board, following)

    def _judged(self, board: Board, first: int, last: int) -> Iterator[Run]:
        sure = self._sure(board, first, last)
        text = board.text(first, last)
        if len(text) < 2 or (text.isupper() and len(text) < 6 and " " not in text):
            return
        if sure is Sure.TITLE and first > 0 and self._rank_is_given_name(board, first, last):
            first -= 1
        yield Run(first, last, sure)

    def _rank_is_given_name(self, board: Board, first: int, last: int) -> bool:
        """Whether "Gen" before the run is a given name: one word follows, and a civil office precedes."""
        if first != last or board.words[first - 1] != "gen" or board.tokens[first - 1].text != "Gen" or first < 2:
            return False
        return board.words[first - 2] in ("minister", "secretary", "president", "spokesman")

    def _sure(self, board: Board, first: int, last: int) -> Sure:
        before = board.at(first - 1)
        if self._titled(board, first):
            return Sure.TITLE
        if self._goes_on(board, last) or (first > 0 and board.caps[first - 1] and self._foreign(before)):
            return Sure.NO
        if last == first:
            return Sure.NO
        if self._apposed(board, last):
            return Sure.TITLE
        following = board.at(last + 1)
        if (
            squash(board.tokens[first].text) in self._given
            or following in self._speech
            or before in ("said", "says", "added")
        ):
            return Sure.SHAPE
        return Sure.NO

    def _foreign(self, word: str) -> bool:
        return word in self._not_names and word not in self._openers

    def _goes_on(self, board: Board, last: int) -> bool:
        """Whether the run is the beginning of a name that is no person's: "Kestrel Air Base"."""
        if not board.is_cap(last + 1) or board.possessive(last) or board.taken[last + 1]:
            return False
        return self._foreign(board.words[last + 1]) and board.words[last + 1] not in self._heads

    def _titled(self, board: Board, first: int) -> bool:
        before = board.at(first - 1)
        if before in self._honorifics or before in self._rank_ends or before in _COUNTERPARTS:
            return board.caps[first - 1] or before in _COUNTERPARTS or before in self._rank_ends
        if (
            before in self._heads
            or before in _CUES
            or first - 1 in board.title_ends
            or (before == "," and first - 2 in board.title_ends)
        ):
            return True
        if before == ")" and first >= 3:
            start = first - 2
            while start > max(0, first - 6) and board.words[start] != "(":
                start -= 1
            return board.at(start - 1) in self._heads or board.at(start + 1) in ("retd", "ret", "retired", "res")
        return before == "," and (board.at(first - 2) in self._heads or board.at(first - 2) in _COUNTERPARTS)

    def _apposed(self, board: Board, last: int) -> bool:
        if board.at(last + 1) not in (",", "(") or board.possessive(last):
            return False
        for place in range(last + 2, min(last + 2 + _APPOSITION, len(board.tokens))):
            word = board.words[place]
            if word in self._heads:
                return not self.name_word(board, place + 1) if place + 1 < len(board.tokens) else True
            if word in (",", ".", ";", ")", "said", "and") and place > last + 2 and word != "and":
                return False
        return False
