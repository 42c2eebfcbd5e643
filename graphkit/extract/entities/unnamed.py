"""Office-holders whom nobody names: "the Utopian defence minister", "his Utopian counterpart"."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from graphkit.extract.entities.board import Board, Title
from graphkit.extract.entities.cast import Cast, Figure
from graphkit.extract.entities.listed import Lists
from graphkit.extract.entities.offices import OfficeTitles
from graphkit.extract.entities.plurals import capitals, listed_before, listed_from, singulars
from graphkit.extract.reading import How
from graphkit.extract.tokens import squash, word_set
from graphkit.model.claims import Kind

_STATELY = word_set(
    "minister president secretary chancellor premier ambassador envoy king emir sultan leader commander-in-chief mantri pm"
)
_STATELY_PLURALS = word_set(
    "ministers presidents secretaries chancellors premiers chiefs leaders advisors advisers heads"
)
_NAMING = (How.NAME, How.SHORT)
_OF_UNITS = word_set("commander chief commandant commander-in-chief")
_HEADS = ("head-of-state", "prime-minister", "paramount-leader")
_SPELLINGS = (("Defence", "Defense"), ("Advisor", "Adviser"))


class Unnamed:
    """Puts office-holders on the board that are known by office alone, or by an office that the article gives a person."""

    def __init__(self, lists: Lists, titles: OfficeTitles, cast: Cast, day: date | None, home: str | None) -> None:
        self._lists = lists
        self._titles = titles
        self._cast = cast
        self._day = day
        self._home = home
        self.recent: list[Figure] = []
        self.cores: dict[str, list[str]] = {}

    def note(self, board: Board) -> None:
        """Remember who was named in the sentence, and by which offices, for the sentences after it."""
        for title in board.titles:
            if title.holder:
                known = self.cores.setdefault(title.holder.identity, [])
                if title.core not in known:
                    known.append(title.core)
        for hit in board.hits:
            if hit.figure.kind is Kind.PERSON and hit.how in (How.NAME, How.SHORT, How.OFFICE):
                self.recent = [figure for figure in self.recent[-7:] if figure is not hit.figure] + [hit.figure]

    def put(self, board: Board, given: Collection[Title] = ()) -> None:
        """Put the holders of the board's titles that no name stands beside."""
        for title in board.titles:
            if title.holder is None and not title.used and title not in given:
                self._one(board, title)
        for index, word in enumerate(board.words):
            if word in ("counterpart", "counterparts") and not board.taken[index]:
                self._counterpart(board, index)

    def _one(self, board: Board, title: Title) -> None:
        code = title.country.country if title.country else self._titles.only_country(title.core)
        if code is None and title.owner is None and title.key and not self._cast.holders(title.key):
            code = self._home if board.caps[title.head] else None
        if title.plural:
            self._plural(board, title)
        elif code and self._of_state(board, title):
            self._holder(board, title.first, title.last, title.key, title.core, code, How.OFFICE)
        elif title.owner and title.last > title.core_last and board.words[title.head] in _OF_UNITS:
            self._of_unit(board, title, title.owner)
        elif code is None and title.key and (held := self._holder_of(title.key)):
            board.put(title.first, title.last, held, How.OFFICE)
        elif code is None and board.at(title.first - 1) in ("the", "visiting", "") and title.core_last == title.last:
            self._anaphor(board, title)

    def _holder_of(self, key: str) -> Figure | None:
        """Return the one person whom the article gives that office; None if there are several, or none."""
        held = self._cast.holders(key)
        return held[0] if len(held) == 1 else None

    def _of_unit(self, board: Board, title: Title, owner: Figure) -> None:
        name = f"{capitals(title.core)} of {owner.name}"
        figure = self._cast.figure(Kind.PERSON, name, f"u:{squash(title.core)}:{owner.identity}")
        figure.unnamed, figure.country, figure.office, figure.day = True, owner.country, title.key, self._day
        figure.called(board.text(title.first, title.last))
        board.put(title.first, title.last, figure, How.OFFICE)

    def _of_state(self, board: Board, title: Title) -> bool:
        """Whether the title is an office of state that one person holds, not any official's or researcher's."""
        if title.owner is not None and title.owner.category not in ("ministry", ""):
            return False
        return title.key is not None or board.words[title.head] in _STATELY

    def _holder(self, board: Board, first: int, last: int, key: str | None, core: str, code: str, how: How) -> None:
        if not board.free(first, last) and how is How.COUNTERPART:
            return
        figure = self.figure(key, core, code)
        hit = board.put(first, last, figure, how)
        if figure.unnamed:
            figure.called(board.text(first, last))
        else:
            hit.antecedent = None

    def figure(self, key: str | None, core: str, code: str) -> Figure:
        """Return the article's own person of that office and country, or a figure without a name."""
        if key and (held := self._cast.holders(key, code)):
            return held[0]
        if core.lower().split()[-1] == "leader" and (found := self._leader(code)):
            return found
        country = self._lists.countries[code]
        title = self._usual(key) or capitals(core)
        figure = self._cast.figure(Kind.PERSON, f"{title} of {country.name}", f"u:{key or squash(core)}:{code}")
        if not figure.unnamed:
            self._describe(figure, key, title, code)
        said = f"{capitals(core)} of {country.name}"
        if said not in (figure.name, *figure.also):
            figure.also.append(said)
        return figure

    def _leader(self, code: str) -> Figure | None:
        heads = dict.fromkeys(person for key in _HEADS for person in self._cast.holders(key, code))
        return next(iter(heads)) if len(heads) == 1 else None

    def _describe(self, figure: Figure, key: str | None, title: str, code: str) -> None:
        figure.unnamed, figure.country, figure.office, figure.day = True, code, key, self._day
        name, adjective = self._lists.countries[code].name, self._lists.adjective(code)
        figure.also += [f"{adjective} {title}"]
        for one, other in _SPELLINGS:
            if one in title:
                figure.also += [f"{title.replace(one, other)} of {name}", f"{adjective} {title.replace(one, other)}"]
        if key and self._day:
            holder = self._lists.office_holder(code, key, self._day)
            figure.also += [holder] if holder else []

    def _plural(self, board: Board, title: Title) -> None:
        """ "the foreign and defence ministers of A and B": one person per office and country."""
        codes = self._countries_of(board, title)
        if title.used or not codes or board.words[title.head] not in _STATELY_PLURALS:
            return
        for number, (core, code) in enumerate((core, code) for core in singulars(title.core) for code in codes):
            key = self._titles.key(core, code)
            figure = self.figure(key, core, code)
            hit = board.put(title.first, title.last, figure, How.GROUP, take=False)
            hit.member = number
            figure.called(core)
        title.used = True
        board.take(title.first, title.last)

    def put_groups(self, board: Board) -> None:
        """Put the holders of plural offices whose states a group word stands for: "the ministers of both countries"."""
        for title in board.titles:
            if title.plural and not title.used and title.holder is None:
                self._plural(board, title)

    def _countries_of(self, board: Board, title: Title) -> list[str]:
        country = [hit for hit in board.hits if hit.figure.kind is Kind.COUNTRY and not hit.place]
        members = [
            hit
            for hit in board.hits
            if hit.how is How.GROUP and hit.figure.kind is Kind.COUNTRY and 0 < hit.first - title.core_last <= 3
        ]
        if members:
            return [hit.figure.country for hit in members if hit.figure.country]
        after = (
            listed_from(board, country, title.core_last + 2) if board.at(title.core_last + 1) in ("of", "from") else []
        )
        before = listed_before(country, board, title.core_first)
        return [hit.figure.country for hit in (after or before) if hit.figure.country]

    def _anaphor(self, board: Board, title: Title) -> None:
        word = board.words[title.head]
        for person in reversed(self.recent):
            keys = [key for key, _ in person.titles]
            if title.key and title.key not in keys:
                continue
            if any(_headed(core, word) for core in self.cores.get(person.identity, ())):
                board.put(title.first, title.last, person, How.OFFICE)
                return

    def _counterpart(self, board: Board, index: int) -> None:
        if board.words[index] == "counterparts" and self._several_named(board, index):
            return
        following = next(
            (
                hit
                for hit in board.hits
                if 0 < hit.first - index <= 4 and hit.figure.kind is Kind.PERSON and hit.how in (How.NAME, How.SHORT)
            ),
            None,
        )
        countries = listed_before([hit for hit in board.hits if hit.figure.kind is Kind.COUNTRY], board, index)
        possessor = next((hit for hit in board.hits if hit.figure.kind is Kind.PERSON and hit.last < index), None)
        key, core = self._office_of(possessor.figure if possessor else (self.recent[-1] if self.recent else None))
        if following and board.words[index] == "counterpart":
            if countries:
                code = countries[-1].figure.country
                following.figure.country = following.figure.country or code
                if key:
                    self._cast.give(following.figure, key, code)
                self._phrase(board, index, key, core, following.figure, countries[-1].figure)
            return
        for number, hit in enumerate(countries):
            if hit.figure.country and core:
                figure = self.figure(key, core, hit.figure.country)
                put = board.put(hit.first, index, figure, How.COUNTERPART, take=False)
                put.member = number if len(countries) > 1 else None
                if figure.unnamed:
                    figure.called(board.text(hit.first, index))
        board.take(index, index)

    def _several_named(self, board: Board, index: int) -> bool:
        """ "A, B and their Utopian counterparts C and D": C holds A's office, D holds B's."""
        persons = sorted(
            {hit.first: hit for hit in board.hits if hit.figure.kind is Kind.PERSON and hit.how in _NAMING}.values(),
            key=lambda h: h.first,
        )
        before, after = [h for h in persons if h.last < index], [h for h in persons if 0 < h.first - index <= 12]
        countries = listed_before([hit for hit in board.hits if hit.figure.kind is Kind.COUNTRY], board, index)
        if len(after) < 2 or len(after) > len(before) or len(countries) != 1 or after[0].first != index + 1:
            return False
        for own, other in zip(before[-len(after) :], after, strict=True):
            key, core = self._office_of(own.figure)
            other.figure.country = other.figure.country or countries[0].figure.country
            if key:
                self._cast.give(other.figure, key, other.figure.country)
            self._phrase(board, index, key, core, other.figure, countries[0].figure)
        return True

    def _phrase(self, board: Board, index: int, key: str | None, core: str, holder: Figure, country: Figure) -> None:
        """Note "counterpart X" as an office phrase: X holds the office that the possessor holds."""
        if core:
            title = Title(index, index, index, core)
            title.key, title.holder, title.country, title.used = key, holder, country, True
            board.titles.append(title)

    def _office_of(self, figure: Figure | None) -> tuple[str | None, str]:
        if figure is None:
            return None, ""
        if figure.titles:
            key = figure.titles[-1][0]
            cores = self.cores.get(figure.identity)
            return key, cores[-1] if cores else self._usual(key)
        return figure.office, self._usual(figure.office)

    def _usual(self, key: str | None) -> str:
        office = self._lists.offices.get(key or "")
        return office.title if office else ""


def _headed(core: str, word: str) -> bool:
    return word in core.lower().split()
