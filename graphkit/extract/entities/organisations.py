"""Organisations by shape: ministries, armed services and commands, companies, agencies."""

from __future__ import annotations

from collections.abc import Iterator

from graphkit.extract.entities import runs
from graphkit.extract.entities.board import Board, Proposal
from graphkit.extract.entities.words import Words
from graphkit.extract.tokens import squash, word_set
from graphkit.model.claims import Kind

_TAIL = frozenset({"of", "for", "on"})
_GENERIC_ONE = frozenset({"army", "navy", "force", "forces", "command", "fleet", "guard", "corps", "staff"})
_PERSONAL = word_set(
    "minister president secretary chief general admiral chairman director commander spokesman spokesperson ambassador"
    " prime premier chancellor mr shri dr"
)


_OPEN_ENDS = frozenset(
    {"defence", "land", "naval", "marine", "systems", "heavy", "communications", "surveillance", "air", "tools"}
)


class Organisations:
    """Proposes organisations around their head nouns."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self.ministries = words["ministry_heads"]
        self.services = words["service_ends"]
        self.companies = words["company_ends"]
        self.agencies = words["agency_ends"]
        self._strong = words["company_strong"]
        self._openers = words["openers"]
        self._ministry_of = words["ministry_of"]
        self._service_words = words["service_words"]
        self._cues = words["company_cues"]
        self._not_names = words["not_names"]
        self._closers = (self.services | self.agencies | self.companies | words["forum_strong"]) - _OPEN_ENDS
        self._personal = _PERSONAL | words["office_heads"] - {"director", "head"}

    def ministry(self, board: Board, head: int) -> Iterator[Proposal]:
        """Yield "Ministry of Defence", "foreign ministry", "Department of State" around `head`."""
        first = last = head
        if board.at(head + 1) in ("of", "for") and not board.possessive(head):
            last = head + 1
            while last + 1 < len(board.tokens) and last - head < 9 and board.words[last + 1] in self._ministry_of:
                last += 1
            while last > head and board.words[last] in ("of", "for", "the", "and", "&"):
                last -= 1
        if last == head:
            while first > 0 and board.words[first - 1] in self._ministry_of - {"of", "for", "the"} and head - first < 4:
                first -= 1
            while first < head and board.words[first] in ("and", "&"):
                first += 1
        if first == last or (board.words[head] in ("department", "departments") and not board.caps[head]):
            return
        acronym = runs.acronym_after(board, last)
        name = _title(board.text(first, last))
        yield Proposal(
            first,
            last,
            3,
            Kind.ORGANISATION,
            name,
            identity="m:" + squash(name),
            category="ministry",
            acronym=acronym[0] if acronym else None,
        )

    def service(self, board: Board, head: int) -> Iterator[Proposal]:
        """Yield "Northern Fleet", "Royal Utopian Navy", "Utopian navy" (capitalised or with a nationality) ending at `head`."""
        if not board.caps[head]:
            return
        first = runs.left(board, head, self._openers, links=frozenset({"&", "of", "the"}))
        first = runs.after_any(board, first, head, self._personal)
        words = board.words[first:head]
        if not words or len(words) > 8:
            yield from self._numbered(board, head)
            return
        if self._of_chief(board, first, head):
            return
        last = runs.right(board, head, _TAIL, self._openers)
        if board.at(last + 1).isdigit() and len(board.words[last + 1]) < 4:
            last += 1
        last = head if any(board.marks.get(k) == "COUNTRY" for k in range(head + 1, last + 1)) else last
        if self._free(board, first, last):
            yield self._org(board, first, last, 6, "armed_service")

    def _of_chief(self, board: Board, first: int, head: int) -> bool:
        """Whether "Defence Forces" only says what an officer is chief of: "Chief of Defence Forces"."""
        before = first - 1 if board.at(first - 1) != "the" else first - 2
        return (
            board.at(before) == "of"
            and board.at(before - 1) in ("chief", "commander", "head", "commander-in-chief")
            and all(word in self._service_words for word in board.words[first:head])
        )

    def _numbered(self, board: Board, head: int) -> Iterator[Proposal]:
        first = head
        while first > 0 and board.caps[first - 1] and board.words[first - 1] in self._service_words:
            first -= 1
        if first > 0 and board.words[first - 1][0].isdigit() and first < head + 1:
            yield self._org(board, first - 1, head, 6, "unit")

    def company(self, board: Board, head: int) -> Iterator[Proposal]:
        """Yield the company whose name ends with the word at `head`."""
        if not board.caps[head]:
            return
        first = runs.left(board, head, self._openers, links=frozenset({"&"}))
        words = board.words[first:head]
        if not words or set(words) & self._personal or len(words) > 6:
            return
        last = head
        while board.is_cap(last + 1) and board.words[last + 1] in self.companies and not board.possessive(last):
            last += 1
        strong = any(word in self._strong for word in board.words[head : last + 1])
        if board.at(last + 1) in self._words["office_heads"]:
            return
        named = any(word not in self._not_names and first + k not in board.marks for k, word in enumerate(words))
        if not named or (not strong and all(word in self._service_words or word in self._openers for word in words)):
            return
        if self._free(board, first, last):
            yield self._org(board, first, last, 5 if strong else 7, "company")

    def after_cue(self, board: Board, cue: int) -> Iterator[Proposal]:
        """Yield the name that "company", "manufacturer" and their like announce at `cue`."""
        first = cue + 1
        if board.at(first) in ("such", "like", "including"):
            first += 2 if board.at(first) == "such" else 1
        if board.caps[cue] or not board.is_cap(first) or board.words[first] in self._not_names or first in board.marks:
            return
        last = first
        while (
            board.is_cap(last + 1)
            and last - first < 4
            and not board.possessive(last)
            and board.words[last + 1] not in self._openers
        ):
            last += 1
        yield self._org(board, first, last, 9, "company")

    def agency(self, board: Board, head: int) -> Iterator[Proposal]:
        """Yield "Strategic Agency for Research" around its head noun."""
        if not board.caps[head]:
            return
        first = runs.left(board, head, self._openers, closers=self._closers)
        last = runs.right(board, head, _TAIL, self._openers)
        first = runs.after_any(board, first, head, self._personal)
        if (first == head and last == head) or all(board.marks.get(k) == "COUNTRY" for k in range(first, head + 1)):
            return
        yield self._org(board, first, last, 7, "agency")

    def defined(self, board: Board, bracket: int) -> Iterator[Proposal]:
        """Yield the capitalised name whose initials the acronym in brackets at `bracket` is."""
        found = runs.acronym_after(board, bracket - 1)
        if not found or bracket < 2 or not board.caps[bracket - 1]:
            return
        letters = [char for char in found[0].lower() if char.isalpha()]
        first = runs.left(board, bracket - 1, self._openers)
        for start in range(first, bracket - 1):
            initials = [
                word[0]
                for word in board.words[start:bracket]
                if word not in ("of", "and", "the", "for", "&", "on", "to", "in")
            ]
            if _fits(letters, initials) and board.caps[start]:
                yield self._org(board, start, bracket - 1, 6, "")
                return

    def _free(self, board: Board, first: int, last: int) -> bool:
        """Whether no listed weapon system is part of the run."""
        return not any(place in board.systems for place in range(first, last + 1))

    def _org(self, board: Board, first: int, last: int, rank: int, category: str) -> Proposal:
        acronym = runs.acronym_after(board, last)
        first = runs.fitted(board, first, last, acronym[0]) if acronym else first
        name = board.text(first, last)
        return Proposal(
            first, last, rank, Kind.ORGANISATION, name, identity="o:" + squash(name), category=category,
            acronym=acronym[0] if acronym else None,
        )  # fmt: skip


def _fits(letters: list[str], initials: list[str]) -> bool:
    return len(initials) >= 2 and (
        letters == initials
        or letters[: len(initials)] == initials
        or (len(letters) >= 3 and initials[: len(letters)] == letters)
    )


def _title(name: str) -> str:
    small = ("of", "and", "for", "the", "to", "&")
    return " ".join(word if word.lower() in small else word[0].upper() + word[1:] for word in name.split())
