"""Reads an article: sentences, and everybody and everything named in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graphkit.extract.entities.board import Board, Hit
from graphkit.extract.entities.cast import Cast, Figure
from graphkit.extract.entities.listed import Lists
from graphkit.extract.entities.lists import Leftovers
from graphkit.extract.entities.people import People
from graphkit.extract.entities.persons import PersonShapes
from graphkit.extract.entities.things import Things
from graphkit.extract.reading import How, Occurrence, OfficePhrase, Reading
from graphkit.extract.sentences import split
from graphkit.gazetteers.entries import Gazetteers
from graphkit.model.spans import Span
from graphkit.model.text import Article, Outlet


class Reader:
    """Makes a `Reading` of an article; made once from the gazetteers, then used for any number of articles."""

    def __init__(self, gazetteers: Gazetteers) -> None:
        lists = Lists(gazetteers)
        shapes = PersonShapes(lists)
        leftovers = Leftovers(lists, shapes)
        self._things = Things(lists, leftovers)
        self._people = People(lists, shapes, leftovers)

    def read(self, article: Article, outlet: Outlet | None = None) -> Reading:
        """Return the article as read: the same for the same article, outlet and gazetteers."""
        publisher = outlet.country if outlet else None
        day = article.published.first if article.published else None
        boards = [Board(sentence, article.text) for sentence in split(article)]
        cast = Cast()
        found = self._things.put(boards, cast, publisher)
        home = publisher if outlet and outlet.official else None
        self._people.put(boards, cast, found, publisher, day, home)
        figures = _numbered(boards)
        return Reading(
            article, tuple(board.sentence for board in boards), tuple(figure.party() for figure in figures),
            tuple(tuple(_occurrence(board, hit) for hit in board.hits) for board in boards),
            tuple(phrase for board in boards for phrase in _phrases(board)), found.main, publisher,
        )  # fmt: skip


def _numbered(boards: Sequence[Board]) -> list[Figure]:
    """Number the figures by first appearance, owners of offices that never appear last; sort the hits."""
    figures: list[Figure] = []
    for board in boards:
        board.hits.sort(key=_place)
    owners = [title.owner for board in boards for title in board.titles if title.owner]
    for figure in [*(hit.figure for board in boards for hit in board.hits), *owners]:
        if figure.number < 0:
            figure.number = len(figures)
            figures.append(figure)
    return figures


def _place(hit: Hit) -> tuple[int, int, int, bool, str]:
    member = -1 if hit.member is None else hit.member
    return hit.start, -hit.end, member, hit.how is How.IMPLIED, hit.figure.kind.value


def _phrases(board: Board) -> Iterator[OfficePhrase]:
    for title in board.titles:
        start, end = board.chars(title.core_first, title.core_last)
        yield OfficePhrase(
            board.number, Span(start, end), board.sentence_text(start, end), title.key, _number(title.holder),
            _number(title.owner), title.former,
        )  # fmt: skip


def _number(figure: Figure | None) -> int | None:
    return figure.number if figure and figure.number >= 0 else None


def _occurrence(board: Board, hit: Hit) -> Occurrence:
    return Occurrence(
        hit.figure.number, board.number, hit.first, hit.last, hit.span, board.sentence_text(hit.start, hit.end), hit.how,
        hit.antecedent, hit.member, hit.place,
    )  # fmt: skip
