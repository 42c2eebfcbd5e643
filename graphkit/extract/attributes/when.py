"""Which of the dates of a sentence is the day of one event in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graphkit.extract.attributes.dates import Stated, Use
from graphkit.extract.attributes.numerals import words
from graphkit.extract.reading import Sentence, Token
from graphkit.model.time import When

_BOUNDARIES = frozenset(
    words("; : — – “ ” \" ( ) which who whom whose while whereas where after before because although when but if though that")
)
_REPORTING = frozenset(
    words("""
said says told reported reports announced announces added stated tweeted wrote statement reporters according interview
briefing confirmed noted spokesman spokesperson spokeswoman remarks quoted posted revealed disclosed
""")
)
_STATEMENTS = frozenset({"OPPOSES", "COOPERATES_WITH", "SANCTIONS"})
"""Types whose event may be the act of speaking itself."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A date by tokens: `first` and `last` of the sentence, `clause` it stands in."""

    stated: Stated
    first: int
    last: int
    clause: int


def when_of(
    sentence: Sentence, trigger: int, dates: Sequence[Stated], type_: str = "", others: Sequence[int] = ()
) -> When | None:
    """Return the date of the event that token `trigger` of the sentence stands for; None if the text gives none.

    `dates` are `find_stated` of the sentence. `others` are the tokens of other events of the sentence: a date that
    stands nearer to one of them in its clause is not ours. Since-dates, deadlines and dates in names never date an event;
    the date of a report ("said on Friday") dates only what is itself an utterance.
    """
    if not dates:
        return None
    clauses = _clauses(sentence.tokens)
    places = [place for stated in dates if (place := _place(sentence.tokens, clauses, stated))]
    usable = [place for place in places if _usable(sentence.tokens, trigger, type_, place)]
    mine = [place for place in usable if _reaches(clauses, trigger, place, others)]
    if not mine:
        return None
    return min(mine, key=lambda place: (_distance(clauses, trigger, place), place.first)).stated.when


def _clauses(tokens: Sequence[Token]) -> list[int]:
    """The number of the clause of each token; a boundary word opens the clause that follows it."""
    found, number = [], 0
    for index, token in enumerate(tokens):
        follower = tokens[index + 1].lower if index + 1 < len(tokens) else ""
        if token.lower in _BOUNDARIES or (token.text == "," and (follower.endswith("ing") and len(follower) > 5)):
            number += 1
        found.append(number)
    return found


def _place(tokens: Sequence[Token], clauses: Sequence[int], stated: Stated) -> _Place | None:
    span = stated.when.span
    if span is None:
        return None
    inside = [i for i, token in enumerate(tokens) if token.start < span.end and token.end > span.start]
    return _Place(stated, inside[0], inside[-1], clauses[inside[0]]) if inside else None


def _usable(tokens: Sequence[Token], trigger: int, type_: str, place: _Place) -> bool:
    if place.stated.use is Use.OF:  # "the 1960 treaty": of the thing right behind it
        return 0 < trigger - place.last <= 4 and all(t.text not in {",", ";"} for t in tokens[place.last : trigger])
    if place.stated.use is not Use.AT:
        return False
    return type_ in _STATEMENTS or not _reported(tokens, trigger, place)


def _reported(tokens: Sequence[Token], trigger: int, place: _Place) -> bool:
    """The date belongs to a verb of saying: "said on Friday", "on Friday said", "in a statement on Friday"."""
    before = [t.lower for t in tokens[max(0, place.first - 4) : place.first]]
    after = [t.lower for t in tokens[place.last + 1 : place.last + 3]]
    return trigger not in range(place.first - 4, place.first) and (
        any(word in _REPORTING for word in before) or any(word in _REPORTING for word in after)
    )


def _reaches(clauses: Sequence[int], trigger: int, place: _Place, others: Sequence[int]) -> bool:
    own, distance = clauses[trigger], _distance(clauses, trigger, place)
    fronted = place.first <= 2
    if place.clause != own and not fronted:
        return False
    return not any(
        other != trigger and clauses[other] == place.clause and _distance(clauses, other, place) < distance
        for other in others
    )


def _distance(clauses: Sequence[int], trigger: int, place: _Place) -> int:
    gap = place.first - trigger if place.first > trigger else trigger - place.last
    return gap + 20 * abs(clauses[trigger] - place.clause)
