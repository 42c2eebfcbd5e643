"""Readings from sentences whose names are marked by hand."""

from __future__ import annotations

import re

from graphkit.extract.reading import How, Occurrence, OfficePhrase, Party, Reading, Sentence
from graphkit.extract.rules.all import find_all
from graphkit.extract.tokens import tokenise
from graphkit.model.claims import Kind
from graphkit.model.spans import Span
from graphkit.model.text import Article

_MARK = re.compile(r"\[(?P<words>[^/\]]+)/(?P<kind>[PCcOFWXA])(?:/(?P<country>[A-Z]{3}))?\]")
_KINDS = {
    "P": Kind.PERSON, "C": Kind.COUNTRY, "c": Kind.COUNTRY, "O": Kind.ORGANISATION, "F": Kind.FORUM, "W": Kind.WEAPON_SYSTEM,
    "X": Kind.EXERCISE, "A": Kind.AGREEMENT,
}  # fmt: skip
COUNTRIES = {"UTO": "Utopia", "RUR": "Ruritania", "FRE": "Freedonia", "SYL": "Sylvania"}


def read(marked: str, *, section: str = "body", offices: tuple[tuple[str, str, str], ...] = ()) -> Reading:
    """Return the reading of one marked sentence; `offices` are (words, holder, owner) by name."""
    text, marks = _unmarked(marked)
    tokens = tokenise(text, 0, len(text))
    sentence = Sentence(0, Span(tokens[0].start, tokens[-1].end), tokens, section, 0)
    parties: dict[str, Party] = {}
    occurrences = []
    for start, end, kind, country in marks:
        name = COUNTRIES[country] if kind in "Cc" and country else text[start:end]
        key = f"country:{country}" if kind in "Cc" else None
        party = parties.setdefault(name, Party(len(parties), _KINDS[kind], name, key=key, country=country))
        inside = [i for i, token in enumerate(tokens) if token.start < end and token.end > start]
        how = How.ADJECTIVE if kind == "c" else How.NAME
        span = Span(start, end)
        occurrences.append(Occurrence(party.number, 0, inside[0], inside[-1], span, text[start:end], how))
    phrases = []
    for words, holder, owner in offices:
        at = text.index(words)
        phrases.append(
            OfficePhrase(0, Span(at, at + len(words)), words, None, parties[holder].number, parties[owner].number)
        )
    return Reading(Article(text=text), (sentence,), tuple(parties.values()), (tuple(occurrences),), tuple(phrases))


def _unmarked(marked: str) -> tuple[str, list[tuple[int, int, str, str | None]]]:
    text, marks, done = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[done : match.start()]
        marks.append((len(text), len(text) + len(match["words"]), match["kind"], match["country"]))
        text += match["words"]
        done = match.end()
    return text + marked[done:], marks


def found(reading: Reading, type_: str) -> set[str]:
    """Return what the rules of `type_` find, as "subject TYPE object: item"."""
    names = [party.name for party in reading.parties]
    out = set()
    for finding in find_all(reading):
        if finding.type == type_:
            object_ = names[finding.object.party] if finding.object else "nobody"
            item = f": {names[finding.item.party]}" if finding.item else ""
            out.add(f"{names[finding.subject.party]} {type_} {object_}{item}")
    return out
