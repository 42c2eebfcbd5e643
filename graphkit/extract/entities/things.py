"""Names of all kinds but persons: what is listed, and what has the shape of a name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graphkit.extract.entities import runs
from graphkit.extract.entities.board import Board, Hit, Proposal
from graphkit.extract.entities.cast import Cast, Figure
from graphkit.extract.entities.entries import Entries, Matches
from graphkit.extract.entities.listed import Lists, What
from graphkit.extract.entities.lists import Leftovers
from graphkit.extract.entities.organs import STATE, Organs, country_before
from graphkit.extract.entities.places import Countries, pulled_apart
from graphkit.extract.entities.shapes import Shapes
from graphkit.extract.reading import How, Token
from graphkit.model.claims import Kind

_SHORTENED = (Kind.ORGANISATION, Kind.FORUM, Kind.AGREEMENT)
_MARKED = (Kind.COUNTRY, Kind.PERSON, Kind.ORGANISATION, Kind.FORUM)


@dataclass(slots=True)
class Found:
    """What the persons' stage needs: the states that the article is about, and (words, listed person) of full names."""

    main: tuple[str, ...]
    persons: dict[str, str]


class Things:
    """Puts countries, organisations, forums, systems, exercises, agreements and topics on the boards of an article."""

    def __init__(self, lists: Lists, leftovers: Leftovers) -> None:
        self._lists = lists
        self._shapes = Shapes(lists.words)
        self._countries = Countries(lists)
        self._organs = Organs(lists)
        self._entries = Entries(lists)
        self._leftovers = leftovers

    def put(self, boards: Sequence[Board], cast: Cast, publisher: str | None) -> Found:
        """Put everything, and return what was found about states and persons."""
        cuts = [self._matches(board) for board in boards]
        sure = Counter(
            listed.key for _, _, matches in cuts for _, _, listed in matches if not listed.ambiguous and not listed.dual
        )
        about = self._entries.about(sure, publisher)
        acronyms: dict[str, Figure] = {}
        persons: dict[str, str] = {}
        for board, (tokens, origin, matches) in zip(boards, cuts, strict=True):
            _mark(board, origin, matches)
            self._countries.put(board, matches, tokens, origin, cast, sure)
            listed = self._entries.proposals(board, origin, matches, sure, about)
            self._choose(board, [*listed, *self._shapes.proposals(board)], cast, acronyms, persons)
            self._entries.makers(board, origin, matches, cast)
            self._cover_countries(board, cast)
            self._organs.lower_case(board, cast)
            self._leftovers.listed_with_firms(board, cast)
        main = _main_countries(boards)
        self._organs.at_home(boards, publisher or (main[0] if main else None), cast)
        _short_forms(boards, acronyms)
        return Found(main, persons)

    def _matches(self, board: Board) -> tuple[list[Token], list[int], Matches]:
        tokens, origin = pulled_apart(board, self._lists.country_pieces)
        return tokens, origin, list(self._lists.trie.find(tokens))

    def _choose(
        self,
        board: Board,
        proposals: Iterable[Proposal],
        cast: Cast,
        acronyms: dict[str, Figure],
        persons: dict[str, str],
    ) -> None:
        named = None
        for proposal in _best(proposals, board):
            if proposal.kind is Kind.PERSON:
                persons[board.text(proposal.first, proposal.last)] = proposal.name
            elif not _describes(proposal, named):
                figure = self._settle(board, proposal, cast)
                defined = runs.acronym_after(board, proposal.last)
                acronym = proposal.acronym or (defined[0] if defined and proposal.kind in _SHORTENED else None)
                if acronym:
                    acronyms.setdefault(acronym, figure)
            else:
                continue
            named = proposal

    def _settle(self, board: Board, proposal: Proposal, cast: Cast) -> Figure:
        if proposal.key is None and proposal.category in STATE:
            figure = self._organs.settle(board, proposal, cast)
        else:
            figure = cast.figure(proposal.kind, proposal.name, proposal.identity)
        if proposal.key is None and figure.country is None and figure.kind is Kind.ORGANISATION:
            figure.country = country_before(board, proposal.first)
        figure.key, figure.generic = figure.key or proposal.key, figure.generic or proposal.generic
        figure.country, figure.category = figure.country or proposal.country, figure.category or proposal.category
        figure.called(board.text(proposal.first, proposal.last))
        figure.also += [name for name in proposal.also if name not in figure.also]
        board.put(proposal.first, proposal.last, figure, How.NAME, take=proposal.kind is not Kind.TOPIC)
        if proposal.generic:
            board.soft.update(range(proposal.first, proposal.last + 1))
        if proposal.category == "ship" and figure.country is None:
            figure.country = self._lists.ship_states.get(figure.name.split()[0])
        return figure

    def _cover_countries(self, board: Board, cast: Cast) -> None:
        drop: list[Hit] = []
        for hit in board.hits:
            if hit.figure.kind is not Kind.COUNTRY:
                continue
            hit.inside = not board.free(hit.first, hit.last)
            host = _host(board, hit) if hit.inside else None
            if host and hit.how in (How.TOWN, How.CAPITAL):
                drop.append(hit)
            if host and host.figure.category in STATE and host.figure.country == hit.figure.country:
                hit.how, hit.first, hit.last, hit.start, hit.end = (
                    How.ORGAN,
                    host.first,
                    host.last,
                    host.start,
                    host.end,
                )
            board.take(hit.first, hit.last)
        board.hits = [hit for hit in board.hits if hit not in drop]
        self._organs.stand_for_states(board, cast)


def _host(board: Board, hit: Hit) -> Hit | None:
    return next(
        (
            other
            for other in board.hits
            if other.figure.kind is not Kind.COUNTRY and other.first <= hit.first and hit.last <= other.last
        ),
        None,
    )


def _main_countries(boards: Iterable[Board]) -> tuple[str, ...]:
    count: Counter[str] = Counter()
    for board in boards:
        weight = 3 if board.sentence.section == "title" else 1
        for hit in board.hits:
            if hit.figure.kind is Kind.COUNTRY and hit.figure.country and hit.how is not How.TOWN:
                count[hit.figure.country] += weight
    return tuple(code for code, _ in sorted(count.items(), key=lambda item: (-item[1], item[0]))[:4])


def _short_forms(boards: Iterable[Board], acronyms: dict[str, Figure]) -> None:
    for board in boards:
        for index, token in enumerate(board.tokens):
            if board.caps[index] and not board.taken[index]:
                figure = acronyms.get(token.text) or acronyms.get(board.text(index, index))
                if figure:
                    figure.called(board.text(index, index))
                    board.put(index, index, figure, How.SHORT)


def _mark(board: Board, origin: list[int], matches: Matches) -> None:
    """Note on the board which tokens are listed names, so that no shape runs over them."""
    for first, last, listed in matches:
        if listed.kind is Kind.WEAPON_SYSTEM and not listed.ambiguous and board.caps[origin[first]]:
            board.systems.update(range(origin[first], origin[last] + 1))
        if listed.ambiguous or listed.dual or listed.kind not in _MARKED:
            continue
        for place in range(origin[first], origin[last] + 1):
            if board.marks.get(place) != What.PERSON.name:
                board.marks[place] = listed.what.name


def _best(proposals: Iterable[Proposal], board: Board) -> list[Proposal]:
    """Return proposals that do not overlap: the longest first, then by rank, then from the left."""
    kept = []
    used = bytearray(len(board.tokens))
    for p in sorted(proposals, key=lambda p: (p.first - p.last, p.rank, p.first, p.kind.value, p.name)):
        if 1 not in used[p.first : p.last + 1]:
            used[p.first : p.last + 1] = b"\x01" * (p.last + 1 - p.first)
            kept.append(p)
    return sorted(kept, key=lambda p: p.first)


def _describes(proposal: Proposal, named: Proposal | None) -> bool:
    """Whether a class of things only says what the system named just before it is: "Kestrel attack helicopters"."""
    return (
        proposal.generic
        and named is not None
        and named.kind is Kind.WEAPON_SYSTEM is proposal.kind
        and not named.generic
        and named.last + 1 == proposal.first
    )
