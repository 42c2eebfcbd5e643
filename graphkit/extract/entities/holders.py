"""Who holds an office named in a sentence: the person named right after the title, or before it."""

from __future__ import annotations

from graphkit.extract.entities.board import Board, Hit, Title
from graphkit.extract.entities.cast import Figure
from graphkit.extract.entities.listed import Lists
from graphkit.extract.entities.owners import Owners
from graphkit.extract.reading import How
from graphkit.extract.tokens import word_set
from graphkit.model.claims import Kind

_APPOSITIVE = word_set(", ( who is was as became – — - [ ]")
_FILLERS = word_set(
    "the a an who is was as its their his her then former current also , ( of new newly appointed visiting now been has"
    " – — - senior top became country's respectively [ ]"
)
_PASSED = word_set(". ( ) hon'ble [ ] ' \" ‘ “")
_AND = (["and"], ["&"], ["and", "the"], ["and", "a"], [",", "and"])
_GIVING = word_set("is was as became become becoming named appointed elected been be remains nominated")
_ARTICLES = word_set("the a an its their his her also currently now then new newly country's nation's india's")
_REACH = 9  # words between a name and the title after it


class Holders:
    """Links office phrases with the persons and owners beside them."""

    def __init__(self, lists: Lists, owners: Owners) -> None:
        self._owners = owners
        words = lists.words
        self._former = words["former"]
        self._rank_ends = words["rank_ends"]
        self._ranks = words["ranks"] | words["rank_ends"] | words["honorifics"] | words["former"]

    def own(self, board: Board) -> None:
        """Give every title of the board its country, owner and key."""
        for title in board.titles:
            self._owners.beside(board, title)
            title.former = title.former or board.at(title.first - 1) in self._former
            board.title_ends.add(title.last)
            board.titled.update(range(title.core_first, title.core_last + 1))

    def link(self, board: Board) -> None:
        """Give every title of the board its holder, where somebody is named; ranks alone are no offices."""
        held: set[str] = set()
        for title in board.titles:
            title.holder = self._holder(board, title, held)
            if title.holder:
                held.add(title.holder.identity)
            self._owners.after_holder(board, title)
        self._conjoined(board)
        board.titles = [title for title in board.titles if not self._only_rank(board, title)]

    def _holder(self, board: Board, title: Title, held: set[str]) -> Figure | None:
        named = self._after(board, title, comma=False)
        if named or title.plural:
            return named
        before = self._before(board, title)
        if before and before.identity not in held:
            return before
        return self._after(board, title, comma=True) or before

    def _only_rank(self, board: Board, title: Title) -> bool:
        """Whether the title is a rank before a name: "Commander X" and no "commander of the fleet"."""
        bare = title.first == title.core_first and title.last == title.head and title.owner is None
        follows = any(hit.figure is title.holder and hit.first > title.last for hit in board.hits)
        return (
            bare
            and follows
            and title.first == title.head
            and board.words[title.head] in self._rank_ends
            and title.holder is not None
        )

    def _after(self, board: Board, title: Title, *, comma: bool) -> Figure | None:
        place, seen_comma = title.last + 1, False
        if board.possessive(title.last):
            return None
        while place < len(board.tokens) and place - title.last < 10:
            hit = _person_at(board, place)
            if hit:
                return hit.figure if hit.how in (How.NAME, How.SHORT) else None
            word = board.words[place]
            if word in (",", ":"):
                if not comma or seen_comma:
                    return None
                seen_comma = True
            elif word not in self._ranks and word not in _PASSED and not _bracketed(board, place):
                return None
            place += 1
        return None

    def _before(self, board: Board, title: Title) -> Figure | None:
        place, strange = title.first - 1, 0
        while place >= 0 and title.first - place <= _REACH and strange < 3:
            hit = _person_ending(board, place)
            if hit and board.possessive(place):
                title.possessor = title.possessor or hit.figure
                place = hit.first
            elif hit:
                return hit.figure if board.at(place + 1) in _APPOSITIVE else None
            elif not (board.words[place] in _FILLERS or board.taken[place] or board.words[place] in self._ranks):
                if not board.caps[place]:
                    return None
                strange += 1
            place -= 1
        return None

    def stated(self, board: Board) -> list[Title]:
        """Return the titles that a verb gives to somebody: "he is the chairman of", "served as"."""
        return [t for t in board.titles if t.holder is None and not t.plural and self._given(board, t.first)]

    def _given(self, board: Board, first: int) -> bool:
        place = first - 1
        while (
            place >= 0 and (board.words[place] in _ARTICLES or board.words[place] in self._ranks) and first - place < 5
        ):
            place -= 1
        return board.at(place) in _GIVING

    def give(self, board: Board, titles: list[Title]) -> None:
        """Give such titles to the person named or meant last before them."""
        for title in titles:
            before = [hit for hit in board.hits if hit.figure.kind is Kind.PERSON and hit.last < title.first]
            if before and not title.used:
                title.holder = max(before, key=lambda hit: (hit.first, -hit.start)).figure

    def _conjoined(self, board: Board) -> None:
        """ "Deputy Premier and Defence Minister X", "X, chairman and managing director of Y": one holder, one owner."""
        for title, following in zip(board.titles, board.titles[1:], strict=False):
            if board.words[title.last + 1 : following.first] not in _AND or title.plural or following.plural:
                continue
            title.holder = title.holder or following.holder
            following.holder = following.holder or title.holder
            if title.holder is not None and title.holder is following.holder:
                title.owner = title.owner or following.owner
                following.owner = following.owner or title.owner
                following.country = following.country or title.country
                title.country = title.country or following.country


def _bracketed(board: Board, place: int) -> bool:
    return board.at(place - 1) == "(" and board.at(place + 1) == ")"


def _person_at(board: Board, place: int) -> Hit | None:
    return next((hit for hit in board.hits if hit.first == place and hit.figure.kind is Kind.PERSON), None)


def _person_ending(board: Board, place: int) -> Hit | None:
    named = (How.NAME, How.SHORT)
    return next((h for h in board.hits if h.last == place and h.figure.kind is Kind.PERSON and h.how in named), None)
