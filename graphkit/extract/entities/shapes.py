"""Which word announces which kind of name: every token is looked up once, and only cues are looked at closely."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from graphkit.extract.entities.agreements import Agreements
from graphkit.extract.entities.board import Board, Proposal
from graphkit.extract.entities.exercises import Exercises
from graphkit.extract.entities.forums import Forums
from graphkit.extract.entities.organisations import Organisations
from graphkit.extract.entities.weapons import Weapons
from graphkit.extract.entities.words import Words

Scan = Callable[[Board, int], Iterator[Proposal]]


class Shapes:
    """Proposes what no list has, by the shape of the words."""

    def __init__(self, words: Words) -> None:
        self._weapons = Weapons(words)
        self._exercises = Exercises(words)
        organisations = Organisations(words)
        forums = Forums(words)
        self._cues: dict[str, list[Scan]] = {}
        for heads, scan in (
            (forums.heads, forums.at),
            (frozenset({"2+2"}), forums.two_plus_two),
            (self._exercises.heads, self._exercises.at),
            (Agreements(words).heads, Agreements(words).at),
            (organisations.ministries, organisations.ministry),
            (organisations.services, organisations.service),
            (organisations.companies, organisations.company),
            (words["company_cues"], organisations.after_cue),
            (organisations.agencies, organisations.agency),
            (frozenset({"("}), organisations.defined),
            (self._weapons.heads, self._weapons.by_head),
            (self._weapons.generic_heads, self._weapons.generic),
            (frozenset({"class"}), self._weapons.of_class),
            (words["ship_types"], self._weapons.ship_type),
        ):
            for word in sorted(heads):
                self._cues.setdefault(word, []).append(scan)

    def proposals(self, board: Board) -> Iterator[Proposal]:
        """Yield everything that the shapes of a sentence's words propose."""
        cues = self._cues
        for index, word in enumerate(board.words):
            scans = cues.get(word)
            if scans:
                for scan in scans:
                    yield from scan(board, index)
            if board.caps[index]:
                yield from self._capital(board, index, word)
            elif len(word) == 4 and word.isdigit() and board.is_cap(index - 1):
                yield from self._exercises.ended_by_year(board, index)

    def _capital(self, board: Board, index: int, word: str) -> Iterator[Proposal]:
        text = board.tokens[index].text
        if text in self._weapons.prefixes:
            yield from self._weapons.ship(board, index)
        elif word.endswith("-class"):
            yield from self._weapons.of_class(board, index)
        elif not text.isalpha() or word in self._weapons.numbered:
            yield from self._weapons.designator(board, index)
            if text[-1].isdigit():
                yield from self._exercises.with_year(board, index)
