"""Persons, their offices, and what pronouns and groups stand for: the stages after the names of things."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from graphkit.extract.entities.board import Board
from graphkit.extract.entities.cast import Cast, Figure
from graphkit.extract.entities.coreference import Coreference
from graphkit.extract.entities.holders import Holders
from graphkit.extract.entities.listed import Lists
from graphkit.extract.entities.lists import Leftovers
from graphkit.extract.entities.naming import Names, named
from graphkit.extract.entities.offices import OfficeTitles
from graphkit.extract.entities.owners import Owners
from graphkit.extract.entities.persons import PersonShapes, Sure
from graphkit.extract.entities.things import Found
from graphkit.extract.entities.unnamed import Unnamed
from graphkit.extract.reading import How
from graphkit.extract.tokens import word_set

_STATEMENTS = word_set("statement declaration communique communiqué vision")


class People:
    """Puts persons, office phrases and references on the boards of an article."""

    def __init__(self, lists: Lists, shapes: PersonShapes, leftovers: Leftovers) -> None:
        self._lists = lists
        self._shapes = shapes
        self._leftovers = leftovers
        self._titles = OfficeTitles(lists)
        self._owners = Owners(lists, self._titles)
        self._holders = Holders(lists, self._owners)

    def put(
        self,
        boards: Sequence[Board],
        cast: Cast,
        found: Found,
        publisher: str | None,
        day: date | None,
        home: str | None,
    ) -> None:
        """Run all stages: titles, names, holders, references, owners; `home` is the state whose government publishes."""
        for board in boards:
            board.titles.extend(self._titles.find(board))
            self._holders.own(board)
        self._put_names(boards, cast, found, day)
        self._offices(boards, cast, (publisher, *found.main[:2]))
        self._references(boards, cast, found.main, publisher, day, home)
        self._settle_owners(boards, cast, publisher)

    def _put_names(self, boards: Sequence[Board], cast: Cast, found: Found, day: date | None) -> None:
        names = Names(self._lists, day)
        names.settle(cast, self._all_names(boards, found), found.persons)
        last_seen: dict[str, int] = {}
        for board in boards:
            shapes = None if board.headline else self._shapes
            for first, last, figure, short in named(board, names, last_seen, shapes):
                figure.called(board.text(first, last))
                board.put(first, last, figure, How.SHORT if short else How.NAME)
                last_seen[figure.identity] = board.number
            self._leftovers.named_givers(board, cast)

    def _all_names(self, boards: Sequence[Board], found: Found) -> Mapping[str, int]:
        names = Counter(dict.fromkeys(found.persons, 1))
        headlines: list[str] = []
        for board in boards:
            for run in self._shapes.runs(board):
                if board.headline and run.sure is Sure.TITLE:
                    headlines.append(board.text(run.first, run.last))
                elif not board.headline and run.sure is not Sure.NO:
                    names[board.text(run.first, run.last)] += 1
        known = {part for name in names for part in (name, name.split()[-1])}
        names.update(name for name in headlines if not _begins_known(name, known))
        return names

    def _offices(self, boards: Iterable[Board], cast: Cast, about: Sequence[str | None]) -> None:
        for board in boards:
            self._owners.nationalities(board)
            self._holders.link(board)
            for title in board.titles:
                self._owners.keyed(board, title, about)
                if title.holder:
                    _inform(cast, title.holder, title.key, title.country, former=title.former)

    def _references(
        self,
        boards: Sequence[Board],
        cast: Cast,
        main: Sequence[str],
        publisher: str | None,
        day: date | None,
        home: str | None,
    ) -> None:
        unnamed = Unnamed(self._lists, self._titles, cast, day, home)
        joint = any(_joint(board) for board in boards[:3])
        coreference = Coreference(self._lists, cast, main, publisher, joint=joint)
        for board in boards:
            given = self._holders.stated(board)
            unnamed.put(board, given)
            coreference.resolve(board)
            self._holders.give(board, given)
            unnamed.put_groups(board)
            unnamed.note(board)

    def _settle_owners(self, boards: Iterable[Board], cast: Cast, publisher: str | None) -> None:
        company: Figure | None = None
        for board in boards:
            firms = [hit.figure for hit in board.hits if hit.figure.category == "company"]
            company = firms[0] if firms else company
            for title in board.titles:
                title.owner = self._owners.final(board, title, cast, publisher, company)
                if title.holder and title.owner and not title.holder.country:
                    title.holder.country = title.owner.country


def _inform(cast: Cast, person: Figure, key: str | None, country: Figure | None, *, former: bool) -> None:
    code = country.country if country else None
    if code and person.country is None:
        person.country = code
    if key and not former:
        cast.give(person, key, code or person.country)
        person.office = person.office or key


def _begins_known(name: str, known: frozenset[str] | set[str]) -> bool:
    """Whether a run of capitals in a headline begins with a name known from the text, and goes on with other words."""
    parts = name.split()
    return any(" ".join(parts[:size]) in known for size in range(1, len(parts)))


def _joint(board: Board) -> bool:
    """Whether the sentence announces a joint statement, in which "we" are both states."""
    return any(word == "joint" and board.at(place + 1) in _STATEMENTS for place, word in enumerate(board.words))
