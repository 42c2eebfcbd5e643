"""Group words: "both sides", "the two ministers", "the three countries", "they"."""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.extract.entities.board import Board
from graphkit.extract.entities.listed import Lists
from graphkit.extract.entities.memory import Memory, Seen
from graphkit.extract.reading import How
from graphkit.extract.tokens import word_set

_SIZES = {"both": 2, "two": 2, "2": 2, "three": 3, "3": 3, "four": 4, "4": 4}
_WITHOUT_NUMBER = word_set("sides leaders ministers presidents")
_AFTER_ALONE = word_set("also will have had agreed are were would discussed held met and should can then")
_BEFORE = word_set("the all these those")
_OWNERS = word_set("our their")


class Groups:
    """Resolves group words of a sentence from what was named before."""

    def __init__(self, lists: Lists, memory: Memory) -> None:
        self._memory = memory
        self._countries = lists.words["group_countries"]
        self._persons = lists.words["group_persons"]
        self._speech = lists.words["speech"]

    def word(self, board: Board, index: int) -> None:
        """Resolve the word at `index` if it is a group word or "two"."""
        word = board.words[index]
        if word == "two":
            self._alone(board, index)
        elif word in self._countries or word in self._persons:
            first, size = self._number_before(board, index)
            if first is not None:
                self._several(board, first, index, size, persons=word in self._persons)
            elif word in self._countries and board.at(index - 1) in _OWNERS:
                self._own_countries(board, index)

    def they(self, board: Board, index: int) -> None:
        """Resolve "they": those named together last, else the last two persons."""
        memory = self._memory
        here = sorted((s for s in memory.persons if s.board == board.number), key=lambda s: s.span)
        before = memory.near(board, memory.group, 1) or memory.last(board, memory.near(board, memory.persons, 1), 2)
        found = here[-2:] if len(here) >= 2 and index > 0 else before
        if len(found) >= 2:
            self.put(board, index, index, found)

    def put(self, board: Board, first: int, last: int, seen: Sequence[Seen]) -> None:
        """Put one member each, and with persons the states they speak for."""
        for number, one in enumerate(seen):
            hit = board.put(first, last, one.figure, How.GROUP, take=False)
            hit.antecedent, hit.member = one.span, number
        for number, one in enumerate(self._memory.countries_of(seen)):
            if one.figure not in [s.figure for s in seen]:
                hit = board.put(first, last, one.figure, How.IMPLIED, take=False)
                hit.antecedent, hit.member = one.span, len(seen) + number
        board.take(first, last)
        if self._memory.group and self._memory.group[0].board == board.number:
            return  # whom a sentence begins with is whom the next speaks of
        self._memory.group = [Seen(board.number, last, s.figure, s.span) for s in seen]

    def _alone(self, board: Board, index: int) -> None:
        """ "The two also agreed": persons if two were named just before, else countries."""
        following = board.at(index + 1)
        if board.at(index - 1) != "the" or not (following in _AFTER_ALONE or following in self._speech):
            return
        near = self._memory.near(board, self._memory.persons, 1)
        self._several(board, index - 1, index, 2, persons=len(near) >= 2)

    def _several(self, board: Board, first: int, last: int, size: int, *, persons: bool) -> None:
        found = self._some_persons(board, size) if persons else self._some_countries(board, size)
        if persons and len(found) != size and board.words[last] in _WITHOUT_NUMBER:
            found = self._some_countries(board, size)
        if len(found) == size:
            self.put(board, first, last, found)

    def _some_persons(self, board: Board, size: int) -> list[Seen]:
        group = self._memory.near(board, self._memory.group, 2)
        if len(group) == size and all(s.figure.kind.value == "Person" for s in group):
            return group
        found = self._memory.last(board, self._memory.persons, size)
        if len(found) < size and len(self._memory.together) == size:
            return self._memory.together
        return found

    def _own_countries(self, board: Board, index: int) -> None:
        memory = self._memory
        found = memory.countries_of(memory.near(board, memory.group, 2) or memory.near(board, memory.persons, 1)[-2:])
        if len(found) >= 2:
            self.put(board, index - 1, index, found)

    def _number_before(self, board: Board, index: int) -> tuple[int | None, int]:
        """Return where the group's words begin and how many it has; (None, 0) for a plural without number or article."""
        for first in range(index - 1, max(-1, index - 5), -1):
            word = board.words[first]
            if word in _SIZES:
                return (first - 1 if board.at(first - 1) in _BEFORE else first), _SIZES[word]
            if word == "the" and first == index - 1 and board.words[index] in _WITHOUT_NUMBER:
                return first, 2
            if board.taken[first] or not (word[0].isalpha() or word == "-"):
                break
        return None, 0

    def _some_countries(self, board: Board, size: int) -> list[Seen]:
        memory = self._memory
        near = memory.near(board, memory.countries)
        for person in memory.countries_of(memory.near(board, memory.persons, 1)):
            if all(person.figure is not s.figure for s in near):
                near.append(person)
        by_code = {s.figure.country: s for s in near}
        if len(memory.main) >= size and all(code in by_code for code in memory.main[:size]):
            return sorted((by_code[code] for code in memory.main[:size]), key=lambda s: s.span)
        if len(near) >= size:
            return sorted(sorted(near, key=lambda s: s.span)[-size:], key=lambda s: s.span)
        ever = {s.figure.country: s for s in memory.countries}
        known = [ever[code] for code in memory.main[:size] if code in ever]
        return sorted(known, key=lambda s: s.span) if len(known) == size else []
