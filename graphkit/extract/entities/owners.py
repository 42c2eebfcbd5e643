"""Whose office it is: the state or organisation that stands beside the title, or beside its holder."""

from __future__ import annotations

from collections.abc import Iterable

from graphkit.extract.entities.board import Board, Hit, Title
from graphkit.extract.entities.cast import Cast, Figure
from graphkit.extract.entities.listed import Lists
from graphkit.extract.entities.offices import OfficeTitles
from graphkit.extract.tokens import word_set
from graphkit.model.claims import Kind

_OWNERS = (Kind.COUNTRY, Kind.ORGANISATION, Kind.FORUM)
_LINKS = word_set("of for at to in")
_SKIPPED = word_set("the republic federal kingdom of state union islamic")
_OF_STATE = ("ministry", "government", "legislature", "judiciary")
_OWN_HOUSE = ("company", "armed_service", "command", "unit", "agency", "shipyard", "ship")


class Owners:
    """Gives titles their owners."""

    def __init__(self, lists: Lists, titles: OfficeTitles) -> None:
        self._lists = lists
        self._titles = titles

    def beside(self, board: Board, title: Title) -> None:
        """Set country, owner and key of a title from the words beside it."""
        before, after = self._before(board, title), self._after(board, title)
        hits = [hit for hit in (before, after) if hit]
        country = next((hit.figure for hit in hits if hit.figure.kind is Kind.COUNTRY), None)
        title.owner = next((hit.figure for hit in hits if hit.figure.kind is not Kind.COUNTRY), None)
        if before and before.figure.category == "ministry":
            title.core_first = before.first
        if title.owner and country is None:
            code = title.owner.country
            same = (hit.figure for hit in board.hits if hit.figure.kind is Kind.COUNTRY and hit.figure.country == code)
            country = next(same, None)
        title.country = country
        title.key = self._titles.key(title.core, country.country if country else None)

    def _before(self, board: Board, title: Title) -> Hit | None:
        hit = _longest(hit for hit in board.hits if hit.last == title.first - 1 and hit.figure.kind in _OWNERS)
        if hit:
            title.first = hit.first
        return hit

    def _after(self, board: Board, title: Title) -> Hit | None:
        place = title.last + 1
        if board.at(place) == "(" and board.at(place + 2) == ")":
            place += 3
        if board.possessive(title.last):
            return None
        if board.at(place) in _LINKS:
            hit = self._starting(board, place + 1)
        elif board.at(place) == ",":
            hit = _longest(h for h in board.hits if h.first == place + 1 and h.figure.category in _OWN_HOUSE)
        else:
            hit = _longest(h for h in board.hits if h.first == place and h.figure.category in _OWN_HOUSE)
        if hit:
            title.last = hit.last
        return hit

    def _starting(self, board: Board, place: int) -> Hit | None:
        while place < len(board.tokens):
            found = _longest(
                hit
                for hit in board.hits
                if hit.first == place and (hit.figure.kind in _OWNERS or hit.figure.category == "ship")
            )
            if found or board.words[place] not in _SKIPPED:
                return found
            place += 1
        return None

    def after_holder(self, board: Board, title: Title) -> None:
        """Set the country of a title from the words after its holder: "President X of Utopia"."""
        if title.country or title.owner or title.holder is None:
            return
        for hit in board.hits:
            if hit.figure is title.holder and hit.first > title.last and board.at(hit.last + 1) == "of":
                found = self._starting(board, hit.last + 2)
                if found and found.figure.kind is Kind.COUNTRY:
                    title.country = found.figure
                    title.key = self._titles.key(title.core, found.figure.country)
                return

    def final(self, title: Title, cast: Cast, publisher: str | None) -> Figure | None:
        """Return whose office it is once all is read: an organisation for posts in it, else the holder's state."""
        owner = title.owner
        if owner is not None and owner.category not in _OF_STATE:
            return owner
        code = title.country.country if title.country else None
        code = code or (owner.country if owner else None) or (title.holder.country if title.holder else None)
        code = code or (title.possessor.country if title.possessor else None)
        code = code or self._titles.only_country(title.core) or (publisher if title.holder else None)
        if code is None or code not in self._lists.countries:
            return owner
        figure = cast.figure(Kind.COUNTRY, self._lists.countries[code].name, code)
        figure.key, figure.country = f"country:{code}", code
        return figure


def _longest(hits: Iterable[Hit]) -> Hit | None:
    return max(hits, key=lambda hit: (hit.last - hit.first, hit.figure.kind is not Kind.COUNTRY), default=None)
