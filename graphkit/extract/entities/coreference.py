"""What pronouns, group words and bare offices stand for. Antecedents are sought a few sentences back, never further."""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.extract.entities.board import Board, Hit
from graphkit.extract.entities.cast import Cast, Figure
from graphkit.extract.entities.listed import Lists
from graphkit.extract.reading import How
from graphkit.model.claims import Kind
from graphkit.model.spans import Span

_PERSONAL = frozenset({"he", "she", "him", "his", "her", "himself", "herself"})
_FIRST = frozenset({"i", "my", "me", "myself"})
_OURS = frozenset({"we", "our", "us", "ours"})
_THEY = frozenset({"they", "them", "their", "themselves"})
_NAMING = (How.NAME, How.SHORT, How.OFFICE, How.COUNTERPART)
_WINDOW = 3  # sentences


class Seen:
    """A figure and where the article last named it."""

    __slots__ = ("board", "figure", "first", "span")

    def __init__(self, board: int, first: int, figure: Figure, span: Span) -> None:
        self.board = board
        self.first = first
        self.figure = figure
        self.span = span


class Coreference:
    """Resolves one article, sentence by sentence in reading order."""

    def __init__(self, lists: Lists, cast: Cast, main: Sequence[str], publisher: str | None) -> None:
        words = lists.words
        self._lists = lists
        self._cast = cast
        self._main = main
        self._publisher = publisher
        self._country_groups = words["group_countries"]
        self._person_groups = words["group_persons"]
        self._two = words["numbers_two"]
        self._nations = words["nation_words"]
        self._anaphors = words["office_anaphors"]
        self._speech = words["speech"]
        self._not_names = words["not_names"]
        self._persons: list[Seen] = []
        self._countries: list[Seen] = []
        self._subject: Seen | None = None
        self._group: list[Seen] = []

    def resolve(self, board: Board) -> None:
        """Put what the words of one sentence stand for on its board."""
        named = sorted(board.hits, key=lambda hit: (hit.start, -hit.end))
        following = 0
        for index, word in enumerate(board.words):
            while following < len(named) and named[following].first <= index:
                self._see(board, named[following])
                following += 1
            if not board.taken[index]:
                self._word(board, index, word)
        self._close(board, named)

    def _see(self, board: Board, hit: Hit) -> None:
        seen = Seen(board.number, hit.first, hit.figure, hit.span)
        if hit.figure.kind is Kind.PERSON:
            self._persons = [s for s in self._persons[-8:] if s.figure is not hit.figure] + [seen]
        elif hit.figure.kind is Kind.COUNTRY and not hit.place:
            self._countries = [s for s in self._countries[-8:] if s.figure is not hit.figure] + [seen]

    def _close(self, board: Board, named: Sequence[Hit]) -> None:
        persons = [hit for hit in named if hit.figure.kind is Kind.PERSON and hit.how in _NAMING]
        if persons:
            first = persons[0]
            self._subject = Seen(board.number, first.first, first.figure, first.span)

    def _word(self, board: Board, index: int, word: str) -> None:
        if word in _PERSONAL:
            self._pronoun(board, index)
        elif word in _FIRST and (word != "i" or board.tokens[index].text == "I"):
            self._speaker(board, index)
        elif word in _OURS:
            self._ours(board, index)
        elif word in _THEY:
            self._they(board, index)
        elif word in self._nations:
            self._nation(board, index)
        elif word in self._country_groups or word in self._person_groups or word == "two":
            self._group_word(board, index)
        elif word in ("latter", "former") and board.at(index - 1) == "the":
            self._latter(board, index, last=word == "latter")

    def _put(self, board: Board, first: int, last: int, seen: Sequence[Seen], how: How, *, take: bool = True) -> None:
        for number, one in enumerate(seen):
            hit = board.put(first, last, one.figure, how, take=False)
            hit.antecedent = one.span
            hit.member = number if how is How.GROUP else None
        if take:
            board.take(first, last)

    def _near(self, board: Board, seen: Sequence[Seen]) -> list[Seen]:
        return [s for s in seen if board.number - s.board <= _WINDOW]

    def _pronoun(self, board: Board, index: int) -> None:
        here = [s for s in self._persons if s.board == board.number]
        found = min(here, key=lambda s: s.first) if here else self._subject
        if found is None or board.number - found.board > _WINDOW:
            near = self._near(board, self._persons)
            found = near[-1] if near else None
        if found:
            self._put(board, index, index, [found], How.PRONOUN)

    def _speaker(self, board: Board, index: int) -> None:
        speaker = next(
            (
                hit
                for hit in board.hits
                if hit.figure.kind is Kind.PERSON
                and (board.at(hit.last + 1) in self._speech or board.at(hit.first - 1) in self._speech)
            ),
            None,
        )
        found = Seen(board.number, speaker.first, speaker.figure, speaker.span) if speaker else self._subject
        if found:
            self._put(board, index, index, [found], How.PRONOUN)

    def _ours(self, board: Board, index: int) -> None:
        if self._publisher is None or self._publisher not in self._lists.countries:
            return
        country = self._lists.countries[self._publisher]
        figure = self._cast.figure(Kind.COUNTRY, country.name, country.iso3)
        figure.key, figure.country = f"country:{country.iso3}", country.iso3
        board.put(index, index, figure, How.PRONOUN)

    def _they(self, board: Board, index: int) -> None:
        group = self._near(board, self._group)
        found = group or self._pair(board, self._persons)
        if len(found) >= 2:
            self._put(board, index, index, found, How.GROUP)

    def _pair(self, board: Board, seen: Sequence[Seen], size: int = 2) -> list[Seen]:
        near = self._near(board, seen)
        return sorted(near[-size:], key=lambda s: s.span) if len(near) >= size else []

    def _nation(self, board: Board, index: int) -> None:
        first = index - 1
        while (
            first > 0 and index - first < 3 and board.words[first] not in ("the", "his", "her", "that", "this", "its")
        ):
            first -= 1
        word = board.at(first)
        if word in ("his", "her"):
            person = next((s for s in reversed(self._persons) if s.figure.country), None)
            code = person.figure.country if person else None
            found = self._country_seen(code)
        elif word in ("the", "that", "this") and board.words[index] not in ("state", "government", "side", "military"):
            near = self._near(board, self._countries)
            found = near[-1] if near else None
        else:
            return
        if found:
            self._put(board, first, index, [found], How.PRONOUN)

    def _country_seen(self, code: str | None) -> Seen | None:
        return next((s for s in reversed(self._countries) if s.figure.country == code), None) if code else None

    def _group_word(self, board: Board, index: int) -> None:
        word = board.words[index]
        first, size = self._number_before(board, index)
        if first is None:
            return
        persons = word in self._person_groups or (word == "two" and bool(self._pair(board, self._persons)))
        found = self._pair(board, self._persons, size) if persons else self._two_countries(board, size)
        if len(found) == size:
            self._put(board, first, index, found, How.GROUP)
            self._group = [Seen(board.number, index, s.figure, s.span) for s in found]

    def _number_before(self, board: Board, index: int) -> tuple[int | None, int]:
        if board.words[index] == "two":
            alone = (
                board.at(index - 1) == "the" and board.at(index + 1) not in self._country_groups | self._person_groups
            )
            follows = board.at(index + 1)
            verb = follows in self._speech or follows in (
                "also",
                "will",
                "have",
                "had",
                "agreed",
                "are",
                "were",
                "would",
            )
            return (index - 1 if alone and verb else None), 2
        for first in range(index - 1, max(-1, index - 5), -1):
            word = board.words[first]
            if word in ("both", "two", "2"):
                return (first - 1 if board.at(first - 1) in ("the", "all", "these") else first), 2
            if word in ("three", "3"):
                return (first - 1 if board.at(first - 1) in ("the", "all", "these") else first), 3
            if (
                word == "the"
                and first == index - 1
                and board.words[index] in ("sides", "leaders", "ministers", "presidents")
            ):
                return first, 2
            if board.taken[first] or (board.caps[first] and first > 0):
                break
        return None, 0

    def _two_countries(self, board: Board, size: int) -> list[Seen]:
        near = self._near(board, self._countries)
        by_code = {s.figure.country: s for s in self._countries}
        if (
            size == 2
            and len(self._main) >= 2
            and all(code in {s.figure.country for s in near} for code in self._main[:2])
        ):
            return sorted((by_code[code] for code in self._main[:2]), key=lambda s: s.span)
        if len(near) >= size:
            return sorted(near[-size:], key=lambda s: s.span)
        known = [by_code[code] for code in self._main[:size] if code in by_code]
        return sorted(known, key=lambda s: s.span) if len(known) == size else []

    def _latter(self, board: Board, index: int, *, last: bool) -> None:
        pool = (
            self._countries
            if self._countries and (not self._persons or self._countries[-1].span > self._persons[-1].span)
            else self._persons
        )
        near = self._near(board, pool)
        if len(near) >= 2:
            self._put(board, index - 1, index, [near[-1] if last else near[-2]], How.PRONOUN)
