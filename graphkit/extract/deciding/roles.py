"""From parties and their mentions to the roles of a claim."""

from __future__ import annotations

from graphkit.extract.reading import Occurrence, OfficePhrase, Party, Reading
from graphkit.model.claims import Kind, Role
from graphkit.model.spans import Span


def role_of(party: Party, occurrence: Occurrence, kind: Kind | None = None) -> Role:
    """Return the role that a mention of `party` plays."""
    return Role(
        span=occurrence.span,
        words=occurrence.words,
        kind=kind or party.kind,
        name="" if party.unnamed else party.name,
        also=party.also,
        antecedent=occurrence.antecedent,
        member=occurrence.member,
        country=party.country,
        office=party.office,
        day=party.day,
    )


def role_at(party: Party, span: Span, text: str) -> Role:
    """Return the role of a country that owns an office and is not named there: the office's words stand for it."""
    return Role(span=span, words=span.of(text), kind=party.kind, name=party.name, country=party.country)


def office_role(phrase: OfficePhrase) -> Role:
    return Role(span=phrase.span, words=phrase.words, kind=Kind.OFFICE, name=phrase.words, office=phrase.office)


def office_of(reading: Reading, by_sentence: list[OfficePhrase], person: int, near: Span) -> OfficePhrase | None:
    """Return the phrase of the sentence that names the person's office: its own, else the nearest without a holder."""
    own = [phrase for phrase in by_sentence if phrase.holder == person]
    free = [phrase for phrase in by_sentence if phrase.holder is None]
    return min(own or free, key=lambda p: (abs(p.span.start - near.start), p.span), default=None)


def last_mention(reading: Reading, party: int, before: int) -> Occurrence | None:
    """Return the first mention of `party` in the nearest sentence up to `before` that names it."""
    for number in range(before, -1, -1):
        for occurrence in reading.occurrences[number]:
            if occurrence.party == party:
                return occurrence
    return None
