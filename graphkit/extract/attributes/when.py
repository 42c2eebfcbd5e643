"""Which of the dates of a sentence is the day of one event in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from graphkit.extract.attributes.clauses import clauses
from graphkit.extract.attributes.dates import Stated, Use
from graphkit.extract.attributes.numerals import words
from graphkit.extract.reading import Sentence, Token
from graphkit.model.claims import Status
from graphkit.model.time import When

_REPORTING = frozenset(
    words("""
said says told reported reports announced announces added stated tweeted wrote statement reporters according interview
briefing confirmed noted spokesman spokesperson spokeswoman remarks quoted posted revealed disclosed
""")
)
_SPEECH = frozenset(
    words("""
accuse accuses accused accusing condemn condemns condemned warn warns warned threaten threatens threatened oppose opposes
opposed denounce denounced denounces criticise criticised criticize criticized reject rejects rejected protest protested
called urged slammed blamed said told blasted deplored objected vowed
""")
)
_ANNOUNCED = frozenset({"PROCURES", "AIDS", "SANCTIONS", "AGREED_WITH"})  # the announcement is the event
_NAMED_BY_YEAR = frozenset({"PARTICIPATES_IN", "EXERCISES_WITH"})
_NO_VERB = frozenset(words("the a an its their his her this that any each all"))
FAR = 1000
TITLE, NAME = 4, 9  # tokens from a year to the noun that it goes with, in small letters and in capitals


@dataclass(frozen=True, slots=True)
class _Place:
    """A date by tokens: `first` and `last` of the sentence, `clause` it stands in."""

    stated: Stated
    first: int
    last: int
    clause: int


@dataclass(frozen=True, slots=True)
class _Event:
    """The event that looks for its date."""

    tokens: Sequence[Token]
    clauses: Sequence[int]
    trigger: int
    type: str
    status: Status | None
    reference: date | None

    @property
    def spoken(self) -> bool:
        return self.tokens[self.trigger].lower in _SPEECH


def when_of(
    sentence: Sentence,
    trigger: int,
    dates: Sequence[Stated],
    type_: str = "",
    status: Status | None = None,
    reference: date | None = None,
    others: Sequence[int] = (),
) -> When | None:
    """Return the date of the event that token `trigger` of the sentence stands for; None if the text gives none.

    `dates` are `find_stated` of the sentence. `others` are the tokens of other events of the sentence: a date that
    stands nearer to one of them in its clause is not ours. Since-dates and deadlines never date an event, a year in a
    name only an exercise or a gathering; the date of a report ("said on Friday") dates only what is itself an
    utterance, that of an announcement a deal, an aid package, sanctions. With `status` and `reference` a done event
    takes no day to come and a planned one no day gone by.
    """
    if not dates or type_ == "HOLDS_OFFICE":  # the day of a sentence is not the day on which an office began
        return None
    event = _Event(sentence.tokens, clauses(sentence.tokens), trigger, type_, status, reference)
    best: tuple[int, int, When] | None = None
    for stated in dates:
        place = _place(event, stated)
        distance = _distance(event, place, others) if place else FAR
        if place and distance < FAR and (best is None or (distance, place.first) < best[:2]):
            best = (distance, place.first, stated.when)
    return best[2] if best else None


def _place(event: _Event, stated: Stated) -> _Place | None:
    span = stated.when.span
    if span is None:
        return None
    inside = [i for i, token in enumerate(event.tokens) if token.start < span.end and token.end > span.start]
    return _Place(stated, inside[0], inside[-1], event.clauses[inside[0]]) if inside else None


def _distance(event: _Event, place: _Place, others: Sequence[int]) -> int:
    """How far the date is from the event in tokens; FAR if it is not the event's."""
    if not _in_time(event, place.stated.when):
        return FAR
    gap = _gap(place, event.trigger)
    use = place.stated.use
    if use is Use.OF:  # "the 1960 treaty": of the thing right behind it
        return gap if _is_name_of(event, place) else FAR
    if event.trigger in range(place.first, place.last + 1):
        return FAR
    if use is Use.NAME and event.type in _NAMED_BY_YEAR:
        return gap + 100 if place.clause == event.clauses[event.trigger] else FAR
    if use is Use.SINCE and _opens_when(event, place):  # "since March, when the two navies trained"
        return gap
    looking_back = use is Use.DEADLINE and place.first <= 2 and event.status is Status.DONE  # "By late 2024, they had"
    if (use is not Use.AT and not looking_back) or _is_of_a_report(event, place) or _is_of_an_intention(event, place):
        return FAR
    if not _reaches(event, place):
        return FAR
    rivals = [o for o in others if o != event.trigger and event.clauses[o] == place.clause]
    return FAR if any(_gap(place, rival) < gap for rival in rivals) else gap


def _is_name_of(event: _Event, place: _Place) -> bool:
    """Whether the year opens the name of the event: "the 2019 Blue Wave exercise", "the 1960 mutual defence treaty"."""
    if place.first <= event.trigger <= place.last:
        return True
    between = event.tokens[place.last + 1 : event.trigger]
    name = all(t.text[0].isupper() or t.lower in {"of", "and", "&", "on", "the", "’", "'"} for t in between)
    limit = NAME if name else TITLE
    return 0 < event.trigger - place.last <= limit and all(t.text != "," for t in between)


def _opens_when(event: _Event, place: _Place) -> bool:
    after = [event.tokens[i].lower for i in range(place.last + 1, min(place.last + 3, event.trigger))]
    return "when" in after and event.clauses[event.trigger] <= place.clause + 1


def _gap(place: _Place, token: int) -> int:
    return place.first - token if place.first > token else token - place.last


def _in_time(event: _Event, when: When) -> bool:
    if event.reference is None or event.status is None:
        return True
    if event.status is Status.DONE:
        return when.first <= event.reference
    return event.status is not Status.PLANNED or when.last >= event.reference or event.type in _ANNOUNCED


def _is_of_a_report(event: _Event, place: _Place) -> bool:
    """ "Said on Friday", "on Friday said", "in a statement on Friday"."""
    before = range(max(0, place.first - 4), place.first)
    after = range(place.last + 1, min(len(event.tokens), place.last + 3))
    if event.trigger in before or event.spoken:
        return False
    said = [event.tokens[i].lower for i in (*before, *after) if event.tokens[i].lower in _REPORTING]
    if event.type in _ANNOUNCED and any(word.startswith("announce") for word in said):
        return False
    return bool(said)


def _is_of_an_intention(event: _Event, place: _Place) -> bool:
    """ "Agreed in May to hold a drill": the date is of the agreeing and not of the drill."""
    for index in range(place.last + 1, event.trigger):
        follower = event.tokens[index + 1]
        if event.tokens[index].lower == "to" and follower.text.islower() and follower.lower not in _NO_VERB:
            return place.first > 2
    return False


def _reaches(event: _Event, place: _Place) -> bool:
    own = event.clauses[event.trigger]
    if place.clause == own or place.first <= 2 or _opens_when(event, place):
        return True
    behind = event.tokens[place.last + 1].lower if place.last + 1 < len(event.tokens) else ""
    if behind in {"after", "following", "during"} and 0 < event.trigger - place.last <= 4:
        return True  # "spoke on Monday after meeting Li"
    opening = next(i for i, clause in enumerate(event.clauses) if clause == place.clause)
    if event.tokens[opening].lower in {"which", "that", "("} and 0 < opening - event.trigger <= 4:
        return True  # "an exercise, which was held from 26 to 28 August"
    return event.spoken and event.type == "OPPOSES" and _said_near(event, place)


def _said_near(event: _Event, place: _Place) -> bool:
    return any(token.lower in _REPORTING for token in event.tokens[max(0, place.first - 4) : place.first])
