"""Who is who among the names of persons of one article: full names, short forms, spellings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from graphkit.extract.entities.board import Board
from graphkit.extract.entities.cast import Cast, Figure
from graphkit.extract.entities.listed import Lists, holds_on
from graphkit.extract.entities.persons import PersonShapes
from graphkit.extract.tokens import pieces, squash
from graphkit.model.claims import Kind

_NOT_SHORT = frozenset(
    {"jr", "sr", "ii", "iii", "iv", "bin", "al", "el", "de", "von", "van", "king", "abu", "da", "dos", "la", "le"}
)
_MOST = 50  # groups of one word that a name is compared with: more Singhs than that no article tells apart
_FAMILY_FIRST = frozenset({"CHN", "KOR", "PRK", "VNM", "TWN", "SGP", "HKG", "HUN"})

Short = tuple[tuple[str, ...], Figure]


class Names:
    """The persons of one article by name. `forms` maps the first letters-only word of a form to the forms it begins."""

    def __init__(self, lists: Lists, day: date | None) -> None:
        self._lists = lists
        self._day = day
        self.forms: dict[str, list[Short]] = {}

    def settle(self, cast: Cast, names: Mapping[str, int], listed: Mapping[str, str]) -> None:
        """Make one figure of all names of one person. `names` counts them; `listed` maps some to a listed person."""
        groups = _groups(names, listed)
        for canonical, members in groups:
            person = next((listed[name] for name in members if name in listed), None)
            figure = cast.figure(Kind.PERSON, canonical, "p:" + squash(canonical))
            self._inform(cast, figure, person or self._by_surname(canonical))
            for name in members:
                self._form(tuple(squash(word) for word in name.split()), figure)
        for canonical, _ in groups:
            known = cast.get(Kind.PERSON, "p:" + squash(canonical))
            if known:
                self._short_forms(known, canonical.split())

    def _inform(self, cast: Cast, figure: Figure, person: str | None) -> None:
        if person is None:
            return
        if squash(person) != squash(figure.name):
            figure.also.append(person)
        tenures = self._lists.tenures_of.get(person, [])
        countries = sorted({t.country for t in tenures if t.country in self._lists.countries})
        if len(countries) == 1:
            figure.country = countries[0]
        live = [t for t in tenures if self._day and holds_on(t, self._day)]
        figure.office = live[0].office if len({t.office for t in live}) == 1 else None
        for tenure in live:
            cast.index(figure, tenure.office, tenure.country)

    def _by_surname(self, name: str) -> str | None:
        """Return the one listed person of that surname (and given name's first letters) who is in office about the day."""
        parts = name.split()
        while len(parts) > 1 and parts[-1].lower().strip(".,") in _NOT_SHORT:
            parts = parts[:-1]
        persons = self._lists.surnames.get(squash(parts[-1]), [])
        if len(parts) > 1:
            persons = [p for p in persons if squash(p.split()[0])[:3] == squash(parts[0])[:3]]
        elif self._day:
            day = self._day
            persons = [
                p
                for p in persons
                if any(
                    abs((max(t.since, min(day, t.until or t.as_of)) - day).days) < 400
                    for t in self._lists.tenures_of[p]
                )
            ]
        return persons[0] if len(persons) == 1 else None

    def _form(self, words: tuple[str, ...], figure: Figure) -> None:
        if words and (words, figure) not in self.forms.setdefault(words[0], []):
            self.forms[words[0]].append((words, figure))
            self.forms[words[0]].sort(key=lambda form: -len(form[0]))

    def _short_forms(self, figure: Figure, parts: list[str]) -> None:
        if len(parts) < 2:
            return
        while len(parts) > 2 and parts[-1].rstrip(".").lower() in _NOT_SHORT:
            parts = parts[:-1]
        candidates = [parts[-1], parts[0]] if figure.country not in _FAMILY_FIRST else [parts[0], parts[-1]]
        for word in candidates:
            if len(word.rstrip(".")) > 1 and word.lower() not in _NOT_SHORT and not _plain(word, self._lists):
                self._form((squash(word),), figure)
        if len(parts) > 2:
            self._form(tuple(squash(word) for word in parts[-2:]), figure)


def _plain(word: str, lists: Lists) -> bool:
    return word.lower() in lists.words["not_names"] or any(piece in lists.country_pieces for piece in pieces(word))


def _groups(names: Mapping[str, int], listed: Mapping[str, str]) -> list[tuple[str, list[str]]]:
    """Return (fullest name, all names) per person; names of several words first."""
    full = sorted((name for name in names if " " in name), key=lambda name: (-len(name.split()), -names[name], name))
    groups: list[tuple[str, list[str]]] = []
    with_word: dict[str, list[int]] = {}
    for name in [*full, *sorted(name for name in names if " " not in name)]:
        words = list(dict.fromkeys(squash(word) for word in name.split()))
        if name in listed:
            words.append(f"={listed[name]}")
        near = sorted({number for word in words for number in with_word.get(word, ())[:_MOST]})
        home = _home(name, [groups[number] for number in near], listed)
        if home is None:
            home = (name, [])
            groups.append(home)
            for word in words:
                with_word.setdefault(word, []).append(len(groups) - 1)
        home[1].append(name)
    return groups


def _home(
    name: str, groups: Sequence[tuple[str, list[str]]], listed: Mapping[str, str]
) -> tuple[str, list[str]] | None:
    """Return the group that a name belongs to; a lone word rather to a surname than to a given name."""
    if " " in name:
        return next((group for group in groups if _same(name, group[0], listed)), None)
    by_surname = (group for group in groups if squash(group[0].split()[-1]) == squash(name))
    return next(by_surname, None) or next(iter(groups), None)


def _same(name: str, other: str, listed: Mapping[str, str]) -> bool:
    if name in listed and other in listed:
        return listed[name] == listed[other]
    a, b = [squash(w) for w in name.split()], [squash(w) for w in other.split()]
    if set(a) <= set(b):
        return True
    if a[-1] != b[-1]:
        return False
    return a[0][:1] == b[0][:1] and (min(len(a[0]), len(b[0])) <= 2 or a[0][:4] == b[0][:4])


def named(
    board: Board, names: Names, last_seen: Mapping[str, int], shapes: PersonShapes | None
) -> Iterable[tuple[int, int, Figure, bool]]:
    """Yield (first, last, figure, short) for every known name on free tokens of the board.

    `shapes` tells a lone surname from a part of a stranger's name; None in headlines, where capitals mean nothing.
    """
    index, count = 0, len(board.tokens)
    while index < count:
        step = 1
        if board.caps[index] and not board.taken[index]:
            found = _form_at(board, index, names, last_seen, shapes)
            if found:
                length, figure, short = found
                yield index, index + length - 1, figure, short
                step = length
        index += step


def _form_at(
    board: Board, index: int, names: Names, last_seen: Mapping[str, int], shapes: PersonShapes | None
) -> tuple[int, Figure, bool] | None:
    forms = names.forms.get(squash(board.tokens[index].text))
    if not forms:
        return None
    fitting = [(words, figure) for words, figure in forms if _fits(board, index, words)]
    if not fitting:
        return None
    longest = len(fitting[0][0])
    best = [figure for words, figure in fitting if len(words) == longest]
    if longest == 1 and shapes and _part_of_longer(board, index, shapes):
        return None
    figure = max(best, key=lambda f: (last_seen.get(f.identity, -1), -best.index(f)))
    return longest, figure, longest < len(figure.name.split())


def _fits(board: Board, index: int, words: tuple[str, ...]) -> bool:
    if index + len(words) > len(board.tokens) or not board.free(index, index + len(words) - 1):
        return False
    return all(squash(board.tokens[index + k].text) == word for k, word in enumerate(words) if k)


def _part_of_longer(board: Board, index: int, shapes: PersonShapes) -> bool:
    """Whether a lone surname is part of another person's name: a name-like word stands beside it."""
    for place in (index - 1, index + 1):
        if place == index + 1 and board.possessive(index):
            continue
        if 0 <= place < len(board.tokens) and shapes.name_word(board, place) and not shapes.is_title(board, place):
            return True
    return False
