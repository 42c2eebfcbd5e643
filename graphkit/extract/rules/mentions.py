"""Who and what a sentence names, as the rules see it: overlapping occurrences sorted out, group words with their members."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graphkit.extract.reading import How, Occurrence, Party, Reading
from graphkit.model.claims import Kind

LETTERS = {
    Kind.PERSON: "P",
    Kind.COUNTRY: "C",
    Kind.ORGANISATION: "O",
    Kind.FORUM: "F",
    Kind.WEAPON_SYSTEM: "W",
    Kind.EXERCISE: "X",
    Kind.AGREEMENT: "A",
}

_POSSESSIVES = frozenset({"his", "her", "its", "their", "our", "my"})

_POSSESSIVES = frozenset({"his", "her", "its", "their", "our", "my"})


@dataclass(slots=True)
class Mention:
    """Tokens `first` to `last` (titles included once absorbed) that name the parties of `members`.

    `letter` is the kind, lower case for a country's adjective; `owns`: it ends in a possessive; `origin` are mentions
    absorbed before it ("Russian" in "Russian S-400s").
    """

    first: int
    last: int
    letter: str
    members: tuple[Occurrence, ...]
    owns: bool = False
    origin: tuple[Mention, ...] = ()

    @property
    def adjective(self) -> bool:
        return self.letter.islower()


def mentions_of(reading: Reading, number: int) -> list[Mention]:
    """Return the mentions of sentence `number` by position: the longest of overlapping ones."""
    by_tokens: dict[tuple[int, int], list[Occurrence]] = {}
    for occurrence in reading.occurrences[number]:
        if occurrence.how is not How.IMPLIED and LETTERS.get(reading.parties[occurrence.party].kind):
            by_tokens.setdefault((occurrence.first, occurrence.last), []).append(occurrence)
    found: list[Mention] = []
    for first, last in sorted(by_tokens, key=lambda ends: (ends[0], -ends[1])):
        if not found or first > found[-1].last:
            found.append(_mention(reading, number, first, last, by_tokens[first, last]))
    return found


def _mention(reading: Reading, number: int, first: int, last: int, members: Sequence[Occurrence]) -> Mention:
    kinds = [LETTERS[reading.parties[o.party].kind] for o in members]
    letter = kinds[0]
    if letter == "C" and members[0].how is How.ADJECTIVE:
        letter = "c"
    text = reading.sentences[number].tokens[last].text
    same = tuple(o for o, kind in zip(members, kinds, strict=True) if kind == kinds[0])
    owns = text.endswith(("'s", "’s", "s'", "s’")) or (first == last and text.lower() in _POSSESSIVES)
    return Mention(first, last, letter, same, owns=owns)


def country_of(reading: Reading, occurrence: Occurrence) -> Occurrence | None:
    """Return the occurrence itself if it names a country, else the country it belongs to, at the same words; None if
    that is unknown or has no party in the article."""
    party = reading.parties[occurrence.party]
    if party.kind is Kind.COUNTRY:
        return occurrence
    home = _country_party(reading.parties, party.country)
    if home is None:
        return None
    return Occurrence(
        home.number, occurrence.sentence, occurrence.first, occurrence.last, occurrence.span, occurrence.words,
        How.IMPLIED, occurrence.antecedent, occurrence.member, occurrence.place,
    )  # fmt: skip


def _country_party(parties: Sequence[Party], country: str | None) -> Party | None:
    if country is None:
        return None
    key = f"country:{country}"
    return next((p for p in parties if p.kind is Kind.COUNTRY and (p.key == key or p.country == country)), None)
