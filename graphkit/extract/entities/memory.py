"""What the article has named so far, most recent last: where antecedents are looked up."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from graphkit.extract.entities.board import Board, Hit
from graphkit.extract.entities.cast import Cast, Figure
from graphkit.extract.entities.listed import Lists
from graphkit.extract.reading import How
from graphkit.model.claims import Kind
from graphkit.model.spans import Span

WINDOW = 3  # sentences
_KEPT = 9  # figures of a kind; no group word reaches further back
_NAMING = (How.NAME, How.SHORT, How.OFFICE, How.COUNTERPART)


class Seen:
    """A figure and where the article last named it: sentence `board`, token `first`, characters `span`."""

    __slots__ = ("board", "figure", "first", "span")

    def __init__(self, board: int, first: int, figure: Figure, span: Span) -> None:
        self.board = board
        self.first = first
        self.figure = figure
        self.span = span


class Memory:
    """What one article has named so far. `subject` is the person whom the last sentence about persons began with,
    `actor` the state or organisation that the last sentence about such began with,
    `group` the last several that were named together, `together` the last persons of whom this is true."""

    def __init__(self, lists: Lists, cast: Cast, main: Sequence[str]) -> None:
        self._lists = lists
        self._cast = cast
        self.main = main
        self.persons: list[Seen] = []
        self.countries: list[Seen] = []
        self.things: dict[Kind, list[Seen]] = {}
        self.subject: Seen | None = None
        self.actor: Seen | None = None
        self.group: list[Seen] = []
        self.together: list[Seen] = []

    def see(self, board: Board, hit: Hit) -> None:
        """Note one naming, in reading order."""
        seen = Seen(board.number, hit.first, hit.figure, hit.span)
        kind = hit.figure.kind
        if kind is Kind.PERSON:
            self.persons = _moved(self.persons, seen)
        elif kind is Kind.COUNTRY:
            if not hit.place:
                self.countries = _moved(self.countries, seen)
                self._act(board, seen)
        elif not hit.figure.generic or kind is Kind.EXERCISE:
            if kind in (Kind.ORGANISATION, Kind.FORUM):
                self._act(board, seen)
            self.things[kind] = _moved(self.things.get(kind, []), seen)

    def _act(self, board: Board, seen: Seen) -> None:
        if self.actor is None or self.actor.board != board.number:
            self.actor = seen

    def close(self, board: Board, named: Sequence[Hit]) -> None:
        """End a sentence: note whom it began with, and who was named together in it."""
        persons = [hit for hit in named if hit.figure.kind is Kind.PERSON and hit.how in _NAMING]
        if persons:
            self.subject = Seen(board.number, persons[0].first, persons[0].figure, persons[0].span)
        chain = _chain(board, persons)
        self._speak_for_states(board, persons, chain)
        if len(chain) > 1 and not (self.group and self.group[0].board == board.number):
            self.group = [Seen(board.number, hit.first, hit.figure, hit.span) for hit in chain]

    def _speak_for_states(self, board: Board, persons: Sequence[Hit], chain: Sequence[Hit]) -> None:
        """Let spokesmen, and leaders of several states named together, stand for their states as well."""
        together = len({hit.figure.country for hit in chain if hit.figure.country}) > 1
        here = {hit.figure.country for hit in board.hits if hit.figure.kind is Kind.COUNTRY}
        for hit in persons:
            speaks = "spokesperson" in (hit.figure.office or "") or (together and hit in chain)
            code = hit.figure.country
            figure = self.country(code) if speaks and code and code not in here else None
            if figure and code:
                here.add(code)
                implied = board.put(hit.first, hit.last, figure, How.IMPLIED, take=False)
                implied.antecedent = hit.span

    def remember(self) -> None:
        """Keep the last persons that were named together: "the ministers" may mean them for the rest of the article."""
        if len(self.group) > 1 and all(s.figure.kind is Kind.PERSON for s in self.group):
            self.together = self.group

    def near(self, board: Board, seen: Sequence[Seen], window: int = WINDOW) -> list[Seen]:
        """Return those of `seen` that were named at most `window` sentences ago."""
        return [s for s in seen if board.number - s.board <= window]

    def last(self, board: Board, seen: Sequence[Seen], size: int) -> list[Seen]:
        """Return the last `size` of `seen` near the sentence, in the order of the text; none if there are fewer."""
        near = self.near(board, seen)
        return sorted(near[-size:], key=lambda s: s.span) if len(near) >= size else []

    def country(self, code: str) -> Figure | None:
        """Return the figure of a state, whether or not the article names it; None if it is not listed."""
        state = self._lists.countries.get(code)
        if state is None:
            return None
        figure = self._cast.figure(Kind.COUNTRY, state.name, code)
        figure.key, figure.country = f"country:{code}", code
        return figure

    def countries_of(self, persons: Sequence[Seen]) -> list[Seen]:
        """Return the countries that persons belong to, each at the place where the person is named."""
        found: dict[str, Seen] = {}
        for person in persons:
            code = person.figure.country
            figure = self.country(code) if code else None
            if code and figure:
                found.setdefault(code, Seen(person.board, person.first, figure, person.span))
        return list(found.values())


def _moved(seen: list[Seen], new: Seen) -> list[Seen]:
    others = [s for s in seen if s.figure is not new.figure]
    return [*others[1 - _KEPT :], new]


def _chain(board: Board, persons: Sequence[Hit]) -> list[Hit]:
    """Return the first persons of a sentence that are named in one breath: "A, B and C"."""
    chain: list[Hit] = []
    for hit in persons:
        if chain and not _joined(board, chain[-1], hit):
            if len(chain) > 1:
                break
            chain = []
        if all(hit.figure is not other.figure for other in chain):
            chain.append(hit)
    return chain


def _joined(board: Board, before: Hit, after: Hit) -> bool:
    between = range(before.last + 1, after.first)
    words = [board.words[k] for k in between]
    if not words:
        return before.member is not None and after.member is not None
    titled: Callable[[int], bool] = lambda k: any(t.first <= k <= t.last for t in board.titles)  # noqa: E731
    loose = [word for k, word in zip(between, words, strict=True) if not board.taken[k] and not titled(k)]
    linked = {"and", "&", ","} & set(words)
    return bool(linked) and all(word in _IN_CHAIN for word in loose)


_IN_CHAIN = frozenset(
    {
        "and",
        "&",
        ",",
        "his",
        "her",
        "their",
        "the",
        "mr",
        "ms",
        "dr",
        "general",
        "gen",
        "admiral",
        "shri",
        "counterpart",
        "of",
    }
)
