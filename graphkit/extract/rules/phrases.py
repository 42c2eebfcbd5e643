"""Noun phrases of a sentence: titles, adjectives and appositions absorbed, coordinated names joined to one unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from graphkit.extract.reading import OfficePhrase, Reading, Sentence
from graphkit.extract.rules.absorb import absorbed, office_tokens
from graphkit.extract.rules.mentions import Mention, mentions_of
from graphkit.extract.rules.words import CONJUNCTIONS, DETERMINERS, ORGANS, is_verb

_JOINTS = frozenset({"and", "&", "or"})
_ALSO = frozenset({"as", "well", "along", "with", "both", "then", "also"})
_STATES = frozenset("COc")  # a forum and its members are no list: "the Quad, Utopia and Ruritania"
_TWO_WORDS = frozenset(
    {
        ("coast", "guard"),
        ("air", "force"),
        ("armed", "forces"),
        ("foreign", "ministry"),
        ("defence", "ministry"),
        ("defense", "ministry"),
    }
)
PARENTHESIS = 12  # tokens


@dataclass(slots=True)
class Unit:
    """A word (`letter` empty) or one or more coordinated mentions, at tokens `first` to `last`."""

    first: int
    last: int
    word: str
    letter: str = ""
    mentions: tuple[Mention, ...] = ()


def units_of(reading: Reading, number: int) -> list[Unit]:
    """Return the sentence as units, in order."""
    sentence = reading.sentences[number]
    offices = [office for office in reading.offices if office.sentence == number]
    spans = office_tokens(sentence, offices)
    mentions = absorbed(sentence, mentions_of(reading, number), spans)
    skipped = _appositions(sentence, mentions, offices, reading) | _parentheses(sentence, mentions)
    units = _lined_up(sentence, mentions, skipped)
    return _grouped(units, headline=sentence.section == "title")


def _appositions(
    sentence: Sentence, mentions: Sequence[Mention], offices: Sequence[OfficePhrase], reading: Reading
) -> set[int]:
    """The tokens of ", the Utopian defence minister," after the person who is it, and mentions within."""
    skipped: set[int] = set()
    tokens = sentence.tokens
    for mention in mentions:
        if mention.letter != "P" or mention.last + 2 >= len(tokens) or tokens[mention.last + 1].text != ",":
            continue
        for office in offices:
            if office.holder not in {o.party for o in mention.members}:
                continue
            inside = [i for i, t in enumerate(tokens) if t.start >= office.span.start and t.end <= office.span.end]
            if inside and 0 <= inside[0] - mention.last - 2 <= 3:
                end = _closing(sentence, inside[-1])
                skipped.update(range(mention.last + 1, end + 1))
    return skipped


def _closing(sentence: Sentence, last: int) -> int:
    """The comma that closes an apposition, or the apposition's own end."""
    for index in range(last + 1, min(last + 8, len(sentence.tokens))):
        if sentence.tokens[index].text == ",":
            return index
        if is_verb(sentence.tokens[index].lower) or sentence.tokens[index].lower in CONJUNCTIONS:
            return index - 1
    return last


def _parentheses(sentence: Sentence, mentions: Sequence[Mention]) -> set[int]:
    skipped: set[int] = set()
    opening: int | None = None
    for index, token in enumerate(sentence.tokens):
        if token.text == "(":
            opening = index
        elif token.text == ")" and opening is not None:
            if index - opening <= PARENTHESIS and sum(opening < m.first < index for m in mentions) <= 1:
                skipped.update(range(opening, index + 1))
            opening = None
    return skipped


def _lined_up(sentence: Sentence, mentions: Sequence[Mention], skipped: set[int]) -> list[Unit]:
    units: list[Unit] = []
    starts = {mention.first: mention for mention in mentions if mention.last not in skipped}
    index = 0
    while index < len(sentence.tokens):
        mention = starts.get(index)
        if mention:
            units.append(Unit(mention.first, mention.last, "", mention.letter, (mention,)))
            index = mention.last + 1
            continue
        if index not in skipped:
            units.append(Unit(index, index, sentence.tokens[index].lower))
        index += 1
    return _organs(units)


def _organs(units: list[Unit]) -> list[Unit]:
    """ "Utopian and Ruritanian navies", "US forces", "Utopia's coast guard": the states are acting."""
    found: list[Unit] = []
    grouped = _grouped(units, adjectives=True)
    index = 0
    while index < len(grouped):
        unit = grouped[index]
        words = _organ(grouped, index + 1) if unit.letter in ("c", "C") else 0
        alone = len(unit.mentions) == 1
        if words and (unit.letter == "c" or alone):
            mentions = tuple(replace(mention, owns=False) for mention in unit.mentions)
            found.append(Unit(unit.first, grouped[index + words].last, "", "C", mentions))
            index += words
        else:
            found.append(unit)
        index += 1
    return found


def _organ(units: Sequence[Unit], index: int) -> int:
    """How many words at `index` name an organ of a state: "navy" is one, "coast guard" two."""
    pair = tuple(unit.word for unit in units[index : index + 2])
    if pair in _TWO_WORDS:
        return 2
    return 1 if pair and pair[0] in ORGANS else 0


def _grouped(units: list[Unit], *, adjectives: bool = False, headline: bool = False) -> list[Unit]:
    """Join units that stand in one list: "A, B and C". With `adjectives` only country adjectives; in a headline a
    comma is an "and"."""
    found: list[Unit] = []
    index = 0
    while index < len(units):
        unit = units[index]
        end = index
        members = list(unit.mentions)
        while unit.letter and (nxt := _next_in_list(units, end, adjectives=adjectives)) is not None:
            end = nxt
            members.extend(units[end].mentions)
        if end > index and not _joined(units, index, end, headline=headline):
            end, members = index, list(unit.mentions)
        letter = (
            "C" if end > index and unit.letter == "c" and not adjectives and units[end].letter != "c" else unit.letter
        )
        found.append(Unit(unit.first, units[end].last, unit.word, letter, tuple(members)))
        index = end + 1
    return found


def _next_in_list(units: Sequence[Unit], index: int, *, adjectives: bool) -> int | None:
    """The next member of the list that the unit at `index` is in."""
    unit = units[index]
    if adjectives != (unit.letter == "c") or unit.mentions[-1].owns:
        return None
    commas = 0
    for at in range(index + 1, min(index + 6, len(units))):
        word = units[at].word
        if units[at].letter:
            return at if at > index + 1 and _alike(unit.letter, units[at].letter) else None
        if word == ",":
            commas += 1
        elif word not in _JOINTS | _ALSO | DETERMINERS:
            return None
        if commas > 1:
            return None
    return None


def _alike(a: str, b: str) -> bool:
    return a == b or (a in _STATES and b in _STATES and (a == "c") == (b == "c"))


def _joined(units: Sequence[Unit], first: int, last: int, *, headline: bool) -> bool:
    """A list needs an "and" somewhere, or "along with"; a comma alone joins three or more."""
    words = [units[i].word for i in range(first, last + 1) if not units[i].letter]
    if _JOINTS & set(words) or {"well", "along"} & set(words):
        return True
    verb = last + 1 < len(units) and not units[last + 1].letter and units[last + 1].word not in {",", ".", ":"}
    return words.count(",") >= 2 or (headline and "," in words and verb)
