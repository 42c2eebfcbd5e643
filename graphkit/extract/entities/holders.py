"""Who holds an office named in a sentence, and whose office it is."""

from __future__ import annotations

from graphkit.extract.entities.board import Board, Hit, Title
from graphkit.extract.entities.cast import Figure
from graphkit.extract.entities.listed import Lists
from graphkit.extract.entities.owners import Owners
from graphkit.extract.reading import How
from graphkit.model.claims import Kind

_BETWEEN = frozenset({",", ".", "(", ")", "mr", "the", "and", "&", "hon'ble", "gen", "designate", "-", "–"})
_APPOSITIVE = frozenset({",", "(", "who", "is", "was", "as", "became", "–", "—", "-"})
_FILLERS = frozenset({
    "the", "a", "an", "who", "is", "was", "as", "its", "their", "his", "her", "then", "former", "current", "also", ",", "(", "of", "new", "newly", "appointed",
    "visiting", "now", "been", "has", "–", "—", "-", "senior", "top", "became", "and", "country's",
})  # fmt: skip
_REACH = 9


class Holders:
    """Links office phrases with the persons and owners beside them."""

    def __init__(self, lists: Lists, owners: Owners) -> None:
        self._owners = owners
        self._ranks = lists.words["ranks"] | lists.words["honorifics"] | lists.words["former"]

    def own(self, board: Board) -> None:
        """Give every title of the board its country, owner and key."""
        for title in board.titles:
            self._owners.beside(board, title)
            board.title_ends.add(title.last)

    def link(self, board: Board) -> None:
        """Give every title of the board its holder, where somebody is named."""
        for title in board.titles:
            title.holder = self._after(board, title, comma=False)
        for title in board.titles:
            if title.holder is None and not title.plural:
                title.holder = self._before(board, title) or self._after(board, title, comma=True)
            self._owners.after_holder(board, title)
        self._conjoined(board)

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
            elif word not in self._ranks and not (
                word in (".", "(", ")", "hon'ble") or (board.at(place - 1) == "(" and board.at(place + 1) == ")")
            ):
                return None
            place += 1
        return None

    def _before(self, board: Board, title: Title) -> Figure | None:
        place = title.first - 1
        while place >= 0 and title.first - place <= _REACH:
            hit = next(
                (
                    h
                    for h in board.hits
                    if h.last == place and h.figure.kind is Kind.PERSON and h.how in (How.NAME, How.SHORT)
                ),
                None,
            )
            if hit:
                linked = board.at(place + 1) in _APPOSITIVE and not board.possessive(place)
                return hit.figure if linked else None
            if not (board.words[place] in _FILLERS or board.taken[place] or board.words[place] in self._ranks):
                return None
            place -= 1
        return None

    def _conjoined(self, board: Board) -> None:
        """ "Deputy Premier and Defence Minister X": the first title has the second's holder and country."""
        for title, following in zip(board.titles, board.titles[1:], strict=False):
            joined = board.words[title.last + 1 : following.first] in (["and"], ["&"], ["and", "the"], [","])
            if joined and title.holder is None and following.holder is not None and not title.plural:
                title.holder = following.holder
                following.country = following.country or title.country
                title.country = title.country or following.country


def _person_at(board: Board, place: int) -> Hit | None:
    return next((hit for hit in board.hits if hit.first == place and hit.figure.kind is Kind.PERSON), None)
