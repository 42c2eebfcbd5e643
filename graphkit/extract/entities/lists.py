"""Names that only their company vouches for: lists of firms, and what is left over beside "by", "from" and "with"."""

from __future__ import annotations

from collections.abc import Iterator

from graphkit.extract.entities.board import Board
from graphkit.extract.entities.cast import Cast
from graphkit.extract.entities.listed import Lists
from graphkit.extract.entities.persons import PersonShapes
from graphkit.extract.reading import How
from graphkit.extract.tokens import squash, word_set
from graphkit.model.claims import Kind

_FIRMS = frozenset({"company", "shipyard"})
_JOINS = word_set(", and & or")
_CLOSES = word_set(", and & or . ; ) : also have has had will to for in on at is are were was which who covering")
_GIVERS = word_set("by from with between")
_LONGEST = 4


class Leftovers:
    """Finds organisations among the capitalised words that nothing else has explained."""

    def __init__(self, lists: Lists, persons: PersonShapes) -> None:
        words = lists.words
        self._persons = persons
        self._given = lists.given_names
        self._not_names = words["not_names"] - words["company_ends"]
        self._openers = words["openers"]
        self._firm_words = words["company_ends"]

    def listed_with_firms(self, board: Board, cast: Cast) -> None:
        """Make firms of the names that stand in a list with a firm: "Saab, Akaer and Atech"."""
        firms = [hit for hit in board.hits if hit.figure.category in _FIRMS]
        ends = [hit.last for hit in firms]
        for end in ends:
            for first, last in self._following(board, end):
                self._put(board, first, last, cast)
        for first in [hit.first for hit in firms]:
            for start, last in self._preceding(board, first):
                self._put(board, start, last, cast)

    def _following(self, board: Board, end: int) -> Iterator[tuple[int, int]]:
        place = end + 1
        while board.at(place) in _JOINS:
            while board.at(place) in _JOINS:
                place += 1
            last = self._run(board, place)
            if last is None or board.at(last + 1) not in _CLOSES:
                return
            yield place, last
            place = last + 1

    def _preceding(self, board: Board, start: int) -> Iterator[tuple[int, int]]:
        place = start - 1
        while board.at(place) in _JOINS:
            while board.at(place) in _JOINS:
                place -= 1
            last = place
            while place >= 0 and self._free(board, place) and last - place < _LONGEST:
                place -= 1
            first = place + 1
            if first > last or self._run(board, first) != last or board.at(place) not in _JOINS | _GIVERS:
                return
            yield first, last

    def _run(self, board: Board, first: int) -> int | None:
        """Return the end of the free capitalised run that begins at `first`, None if there is none or it is a person's."""
        last = first - 1
        while self._free(board, last + 1) and last - first < _LONGEST:
            last += 1
            if board.possessive(last):
                break
        if last < first or self._persons.is_title(board, first) or squash(board.tokens[first].text) in self._given:
            return None
        return last

    def _free(self, board: Board, index: int) -> bool:
        if not 0 <= index < len(board.tokens) or not board.caps[index] or board.taken[index]:
            return False
        word = board.words[index]
        return word not in self._openers and (word not in self._not_names or word in self._firm_words)

    def named_givers(self, board: Board, cast: Cast) -> None:
        """Make organisations of unknown names of two or more words after "by", "from", "with" or "X-based"."""
        if board.shouted or board.headline:
            return
        for index in range(1, len(board.tokens)):
            if board.caps[index] and not board.taken[index] and self._gives(board, index - 1):
                last = self._run(board, index)
                if (
                    last is not None
                    and (last > index or board.words[index - 1].endswith("-based"))
                    and board.is_cap(last)
                    and not board.is_cap(last + 1)
                ):
                    self._put(board, index, last, cast)

    def _gives(self, board: Board, index: int) -> bool:
        return board.words[index] in _GIVERS or board.words[index].endswith("-based")

    def _put(self, board: Board, first: int, last: int, cast: Cast) -> None:
        name = board.text(first, last)
        figure = cast.figure(Kind.ORGANISATION, name, "o:" + squash(name))
        figure.category = figure.category or "company"
        figure.called(name)
        board.put(first, last, figure, How.NAME)
