"""Which listed names stand in a sentence: ambiguous ones need support, ministries their state."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from graphkit.extract.entities import runs
from graphkit.extract.entities.board import Board, Proposal
from graphkit.extract.entities.cast import Cast
from graphkit.extract.entities.listed import Listed, Lists, What
from graphkit.extract.reading import How
from graphkit.extract.tokens import pieces_of
from graphkit.gazetteers.entries import Entry
from graphkit.model.claims import Kind

_IN_EDITIONS = (Kind.EXERCISE, Kind.FORUM)
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
Matches = list[tuple[int, int, Listed]]


class Entries:
    """Proposes listed entities, persons and topics where the words beside them allow it."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists

    def about(self, sure: Mapping[str, int], publisher: str | None) -> tuple[str | None, ...]:
        """Return the publisher and the two states that the article names most."""
        states = sorted((code for code in sure if code in self._lists.countries), key=lambda code: (-sure[code], code))
        return (publisher, *states[:2])

    def proposals(
        self, board: Board, origin: list[int], matches: Matches, sure: Mapping[str, int], about: tuple[str | None, ...]
    ) -> Iterator[Proposal]:
        """Yield what is listed at the tokens of a sentence; `sure` are the keys that the article names unambiguously."""
        for first, last, listed in matches:
            a, b = origin[first], origin[last]
            if listed.what is What.ENTRY:
                if not listed.ambiguous or listed.key in sure or self._supported(board, listed.kind, a, b):
                    yield from self._entry(board, self._lists.entries[listed.key], a, b, about)
            elif listed.what is What.PERSON:
                yield Proposal(a, b, 1, Kind.PERSON, listed.key)
            elif listed.what is What.TOPIC and not _proper(board, a, b):
                yield Proposal(a, b, 11, Kind.TOPIC, listed.key, identity=listed.key, key=f"topic:{listed.key}")

    def _entry(self, board: Board, entry: Entry, a: int, b: int, about: tuple[str | None, ...]) -> Iterator[Proposal]:
        if entry.category == "ministry" and self._elsewhere(entry, board.text(a, b), about):
            return
        if entry.generic and _proper(board, a, b):
            return
        if entry.category == "armed_service" and board.at(b + 1) in ("minister", "ministers", "secretary"):
            return
        if entry.kind in _IN_EDITIONS:
            a, b = self._with_edition(board, a, b)
        country = entry.countries[0] if len(entry.countries) == 1 else None
        yield Proposal(
            a, b, 0, entry.kind, entry.name, identity=entry.key, key=entry.key, country=country, generic=entry.generic,
            category=self._category(entry),
        )  # fmt: skip

    def _with_edition(self, board: Board, first: int, last: int) -> tuple[int, int]:
        """Return the tokens with the ordinal before and the year after: "27th Malabar 2023" says which one."""
        before = board.at(first - 1)
        if _ORDINAL.fullmatch(before) or (before in self._lists.words["ordinals"] and before != "regular"):
            first -= 1
        return first, last if board.possessive(last) else runs.year_after(board, last)

    def _elsewhere(self, entry: Entry, text: str, about: tuple[str | None, ...]) -> bool:
        """Whether "Department of Defence", without a country, is listed for a state that the article is not about."""
        states = [code for code in entry.countries if code in self._lists.countries]
        if len(states) != 1 or any(piece in self._lists.country_pieces for piece in pieces_of(text)):
            return False
        return states[0] not in about

    def _category(self, entry: Entry) -> str:
        """Return the entry's category; "ship" for a single ship, known by the prefix of its navy."""
        return "ship" if entry.name.split()[0] in self._lists.words["ship_prefixes"] else entry.category

    def _supported(self, board: Board, kind: Kind, first: int, last: int) -> bool:
        """Whether the words beside an ambiguous name say what it is."""
        words = self._lists.words
        if kind is Kind.ORGANISATION:
            whole = last > first and all(board.caps[first : last + 1]) and not board.headline
            return whole or board.at(last + 1) in words["speech"] or board.at(first - 1) in words["company_cues"]
        if kind is Kind.EXERCISE and any(
            word in words["exercise_anaphors"] or word == "edition" for word in board.words
        ):
            return True
        beside = [board.at(place) for place in (first - 1, last + 1, last + 2)]
        return any(
            w in words["weapon_heads"] or w in words["weapon_modifiers"] or w in words["exercise_heads"] for w in beside
        )

    def makers(self, board: Board, origin: list[int], matches: Matches, cast: Cast) -> None:
        """Put the listed companies that systems are called after: "the Dassault Rafale"."""
        systems = [hit for hit in board.hits if hit.figure.kind is Kind.WEAPON_SYSTEM and hit.last > hit.first]
        for first, last, listed in matches if systems else ():
            if listed.kind is not Kind.ORGANISATION or listed.ambiguous:
                continue
            if any(hit.first <= origin[first] and origin[last] < hit.last for hit in systems):
                entry = self._lists.entries[listed.key]
                figure = cast.figure(entry.kind, entry.name, entry.key)
                figure.key, figure.category = entry.key, entry.category
                board.put(origin[first], origin[last], figure, How.NAME, take=False)


def _proper(board: Board, first: int, last: int) -> bool:
    """Whether one common word has a capital that says it is a name: "Heidi Grant"."""
    return first == last and first > 0 and board.caps[first] and not board.headline
