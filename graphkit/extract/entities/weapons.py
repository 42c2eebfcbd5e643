"""Weapon systems by shape: "Heron-class frigate", "X-123B", "Kestrel anti-tank guided missile", "armed drones"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.entities import runs
from graphkit.extract.entities.board import Board, Proposal
from graphkit.extract.entities.words import Words
from graphkit.extract.tokens import squash, word_set
from graphkit.model.claims import Kind

DESIGNATOR = re.compile(
    r"[A-Z][A-Za-z]{0,4}(?:[-‐‑–/][A-Z]{1,3})?[-‐‑–]?\d{1,4}(?:[-‐‑–/.]?[A-Z0-9]{1,4}[a-z]?)*[A-Za-z]{0,4}"
)
NUMBERED = frozenset({"type", "mk", "mark", "project", "su", "mig", "ka", "mi", "il", "tu", "yak"})
_NOT_WEAPON = re.compile(r"G-?\d{1,2}|COVID.*|Q[1-4]|[HFG][12]|E[0-9]|P5(?:\+1)?|FY\d+.*|C4I.*|A[1-4]|B[1-2]B|R2P|U2|D-?Day|[A-Z]+-(?:19|20)\d\d|[12]0[12]\d.*|Article.*|No\d+|I2U2|K4", re.IGNORECASE)  # fmt: skip
_SURE_HEADS = word_set(
    "missile missiles tank tanks howitzer howitzers fighter fighters jet jets rifle rifles frigate frigates submarine"
    " submarines drone drones uav uavs helicopter helicopters radar radars corvette corvettes torpedo torpedoes carbine"
    " carbines launcher launchers munition munitions destroyer destroyers rockets mlrs ifv apc"
)

_TON = re.compile(r"[\d,]+-ton(?:ne)?s?")


class Weapons:
    """Proposes weapon systems around head nouns, designators, classes and ship prefixes."""

    def __init__(self, words: Words) -> None:
        self.heads = words["weapon_heads"]
        self.prefixes = words["ship_prefixes"]
        self._modifiers = words["weapon_modifiers"]
        self._adjectives = words["weapon_adjectives"]
        self._not_names = words["not_names"]
        self._openers = words["openers"]
        self._single = frozenset(phrase for phrase in words["generic_weapons"])
        self._last_words = frozenset(phrase.split()[-1] for phrase in words["generic_weapons"])
        self.generic_heads = self._last_words
        self.numbered = NUMBERED

    def by_head(self, board: Board, head: int) -> Iterator[Proposal]:
        """Yield "Kestrel anti-tank missile" for its head noun: the name alone is the system."""
        last = head - 1
        while last >= 0 and not board.caps[last] and board.words[last] in self._modifiers and head - last < 6:
            last -= 1
        if last < 0 or not board.caps[last] or board.possessive(last):
            return
        first = last
        while first > 0 and last - first < 3 and self._name(board, first - 1) and not board.possessive(first - 1):
            first -= 1
        first = runs.trimmed(board, first, last, self._openers)
        if not self._name(board, first) or (first == 0 and first == last and not _designated(board.tokens[first].text)):
            return
        between = head - last - 1
        shaped = any(_designated(token.text) for token in board.tokens[first : last + 1])
        if between or shaped or board.words[head] in _SURE_HEADS:
            yield _proposal(board, first, last, 8)

    def _name(self, board: Board, index: int) -> bool:
        """Whether the token may be part of a system's name: a capital, and nobody's name that is listed."""
        word = board.words[index]
        return (
            board.caps[index] and index not in board.marks and word not in self._not_names and word not in self._openers
        )

    def designator(self, board: Board, index: int) -> Iterator[Proposal]:
        """Yield "X-123B", "Type 99" and "X-123B Kestrel"."""
        text = board.tokens[index].text
        word = board.words[index]
        last = index
        if word in self.numbered and board.caps[index] and board.at(index + 1)[:1].isdigit():
            last = index + 1
        elif not DESIGNATOR.fullmatch(_bare(text)) or _NOT_WEAPON.fullmatch(_bare(text)):
            return
        tail = last
        if self._takes_name(board, last):
            tail = last + 1
        also = [board.text(index, last), board.text(tail, tail)] if tail > last else []
        yield _proposal(board, index, tail, 8, tuple(also))

    def _takes_name(self, board: Board, last: int) -> bool:
        following = last + 1
        if following >= len(board.tokens) or board.possessive(last) or not self._name(board, following):
            return False
        return (
            not board.tokens[following].text.isupper()
            and not board.is_cap(following + 1)
            and "-" not in board.words[following]
        )

    def of_class(self, board: Board, index: int) -> Iterator[Proposal]:
        """Yield the class that "Heron-class" or "Heron class" at `index` names."""
        word = board.words[index]
        first = last = index
        if word == "class":
            if index == 0 or not self._name(board, index - 1):
                return
            first = index - 1
        elif not board.caps[index]:
            return
        while first > 0 and index - first < 2 and self._name(board, first - 1) and not board.possessive(first - 1):
            first -= 1
        while last + 1 < len(board.tokens) and board.words[last + 1] in self._modifiers:
            last += 1
        if board.at(last + 1) in self.heads:
            last += 1
        else:
            last = index
        name = board.text(first, index)
        base = re.sub(r"[- ][Cc]lass$", "", name)
        also = (name, base, *((board.text(first, last),) if last > index else ()))
        yield Proposal(first, last, 4, Kind.WEAPON_SYSTEM, name, identity=squash(base), also=also)

    def ship(self, board: Board, index: int) -> Iterator[Proposal]:
        """Yield "HMS Heron" for its prefix at `index`."""
        last = index
        while last + 1 < len(board.tokens) and last - index < 3 and self._ship_name(board, last + 1, index):
            last += 1
            if board.possessive(last):
                break
        if last > index:
            name = board.text(index, last)
            yield Proposal(
                index, last, 2, Kind.WEAPON_SYSTEM, name, also=(board.text(index + 1, last),), category="ship"
            )

    def _ship_name(self, board: Board, index: int, prefix: int) -> bool:
        return board.caps[index] and (index == prefix + 1 or board.words[index] not in self._not_names)

    def ship_type(self, board: Board, index: int) -> Iterator[Proposal]:
        """Yield the ship named after its type: "the destroyer Heron"."""
        if not board.caps[index] and board.is_cap(index + 1):
            last = index + 1
            if not self._name(board, last) or board.tokens[last].text in self.prefixes:
                return
            while board.is_cap(last + 1) and self._name(board, last + 1) and last - index < 3:
                last += 1
            yield Proposal(index + 1, last, 9, Kind.WEAPON_SYSTEM, board.text(index + 1, last), category="ship")

    def generic(self, board: Board, head: int) -> Iterator[Proposal]:
        """Yield a class of things, "armed drones", with the adjectives before it."""
        if board.words[head] not in self._last_words:
            return
        first = head
        while first > 0 and head - first < 7 and self._generic_word(board, first - 1):
            first -= 1
        while first < head and board.words[first] in ("and", "&", "-"):
            first += 1
        start = next((k for k in range(first, head + 1) if self._is_phrase(board, k, head)), None)
        if start is None:
            return
        name = board.text(first, head)
        yield Proposal(
            first,
            head,
            10,
            Kind.WEAPON_SYSTEM,
            name[0].lower() + name[1:] if not _designated(name.split()[0]) else name,
            identity="g:" + squash(name),
            generic=True,
        )

    def _generic_word(self, board: Board, index: int) -> bool:
        word = board.words[index]
        if board.caps[index] and index > 0:
            return False
        return (
            word in self._adjectives
            or word in self._modifiers
            or word in self._last_words
            or bool(_TON.fullmatch(word))
        )

    def _is_phrase(self, board: Board, first: int, head: int) -> bool:
        return " ".join(board.words[first : head + 1]) in self._single


def _bare(text: str) -> str:
    return text[:-2] if text.endswith(("'s", "’s")) else text


def _designated(text: str) -> bool:
    return any(char.isdigit() for char in text) and text[0].isalpha()


def _proposal(board: Board, first: int, last: int, rank: int, also: tuple[str, ...] = ()) -> Proposal:
    name = board.text(first, last)
    singular = (
        name[:-1]
        if name.endswith("s") and len(name) > 3 and name[-2].isalnum() and _designated(name.split()[-1])
        else name
    )
    others = (*also, name) if singular != name else also
    return Proposal(first, last, rank, Kind.WEAPON_SYSTEM, singular, also=others)
