"""Noun phrases of a sentence: titles, adjectives and appositions absorbed, coordinated names joined to one unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from graphkit.extract.reading import How, OfficePhrase, Reading, Sentence
from graphkit.extract.rules.mentions import Mention, mentions_of
from graphkit.extract.rules.words import CONJUNCTIONS, DETERMINERS, HONORIFICS, ORGANS, PREPOSITIONS, is_verb

_JOINTS = frozenset({"and", "&", "or"})
_ALSO = frozenset({"as", "well", "along", "with", "both", "then", "also"})
_STATES = frozenset("COFc")
_NOT_NAME_WORDS = PREPOSITIONS | CONJUNCTIONS | frozenset({"not", "to", ",", "he", "she", "it", "they", "who"})
GAP = 6  # words between an adjective and the name that it belongs to
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
    spans = _office_tokens(sentence, offices)
    mentions = _absorbed(sentence, mentions_of(reading, number), spans)
    skipped = _appositions(sentence, mentions, offices, reading) | _parentheses(sentence, mentions)
    units = _lined_up(sentence, mentions, skipped)
    return _grouped(units, headline=sentence.section == "title")


def _office_tokens(sentence: Sentence, offices: Sequence[OfficePhrase]) -> set[int]:
    """The tokens that stand in office phrases."""
    found: set[int] = set()
    for office in offices:
        found.update(
            i for i, t in enumerate(sentence.tokens) if t.start >= office.span.start and t.end <= office.span.end
        )
    return found


def _absorbed(sentence: Sentence, mentions: list[Mention], offices: set[int]) -> list[Mention]:
    """Join a mention with the adjectives, owners and titles right before it, and with "of Utopia" after a person."""
    found: list[Mention] = []
    for mention in mentions:
        if mention.letter == "C" and found and _home_of(sentence, found[-1], mention):
            found[-1] = replace(found[-1], last=mention.last, owns=mention.owns)
            continue
        while found and not mention.adjective and _belongs(sentence, found[-1], mention, offices):
            origin = found.pop()
            mention = replace(mention, first=origin.first, origin=(*origin.origin, origin, *mention.origin))
        if mention.letter == "P" and found and found[-1].letter == "P" and _title_of(sentence, found[-1], mention):
            mention = replace(mention, first=found.pop().first)
        if (
            mention.letter == "P"
            and found
            and (start := _office_of_country(sentence, found[-1], mention, offices)) is not None
        ):
            mention = replace(mention, first=start, origin=(found.pop(), *mention.origin))
        if mention.letter == "P":
            first, last = _title_start(sentence, mention.first, offices, found), _name_end(sentence, mention.last)
            mention = replace(mention, first=first, last=last)
        found.append(mention)
    return found


def _office_of_country(sentence: Sentence, country: Mention, person: Mention, offices: set[int]) -> int | None:
    """The first token of "Defence Minister of Utopia, Ann Roe", or None if that is not what stands there."""
    tokens = sentence.tokens
    if country.letter != "C" or person.first - country.last != 2 or tokens[country.last + 1].text != ",":
        return None
    at = country.first - 1
    while at > 0 and tokens[at].lower in {"of", "the"}:
        at -= 1
    if at == country.first - 1 or at not in offices:
        return None
    while at > 0 and at - 1 in offices:
        at -= 1
    return at


def _home_of(sentence: Sentence, person: Mention, country: Mention) -> bool:
    between = [t.lower for t in sentence.tokens[person.last + 1 : country.first]]
    return person.letter == "P" and not person.owns and between in (["of"], ["of", "the"])


def _name_end(sentence: Sentence, last: int) -> int:
    """The end of "Roy Poe, Jr."."""
    tokens = sentence.tokens
    if (
        last + 2 < len(tokens)
        and tokens[last + 1].text == ","
        and tokens[last + 2].lower.rstrip(".") in {"jr", "sr", "ii", "iii"}
    ):
        last += 2
        if last + 1 < len(tokens) and tokens[last + 1].text in {",", "."} and last + 2 < len(tokens):
            last += 1
    return last


def _title_of(sentence: Sentence, before: Mention, mention: Mention) -> bool:
    """ "President" right before the name: two mentions of one person."""
    office = before.members[0].how in (How.OFFICE, How.COUNTERPART) and not before.owns
    return office and before.last + 1 == mention.first and sentence.tokens[before.last].text[0].isalpha()


def _belongs(sentence: Sentence, before: Mention, mention: Mention, offices: set[int]) -> bool:
    between = range(before.last + 1, mention.first)
    if before.letter == "P":
        return before.owns and mention.letter == "P" and len(between) <= 3 and _plain(sentence, between)
    if before.letter in "OF" and mention.letter == "P" and not between:
        return True
    if len(between) > GAP or before.letter not in "cCOF" or (before.letter == "O" and not before.owns):
        return False
    strict = not (before.adjective or before.owns)
    for index in between:
        token = sentence.tokens[index]
        if index in offices:
            continue
        if token.lower in _NOT_NAME_WORDS or is_verb(token.lower) or not token.text[0].isalnum():
            return False
        if strict and not token.text[0].isupper():
            return False
    if mention.letter in "PWXAOF":
        return bool(between) or before.adjective or before.owns or mention.letter in "WP"
    return False


def _plain(sentence: Sentence, between: range) -> bool:
    tokens = [sentence.tokens[i] for i in between]
    return all(t.text[0].isalnum() and t.lower not in _NOT_NAME_WORDS and not is_verb(t.lower) for t in tokens)


def _title_start(sentence: Sentence, first: int, offices: set[int], found: Sequence[Mention]) -> int:
    """Titles and ranks before a name are part of it."""
    limit = found[-1].last + 1 if found else 0
    while first > limit:
        token = sentence.tokens[first - 1]
        ranked = (
            token.text[0].isupper()
            and (first > 1 or token.lower.rstrip(".") in HONORIFICS)
            and token.lower not in _NOT_NAME_WORDS | DETERMINERS
        )
        if first - 1 in offices or (ranked and not is_verb(token.lower)):
            first -= 1
        elif (
            token.lower in {"of", "the"}
            and (of := _office_before(sentence, first, offices)) is not None
            and of >= limit
        ):
            first = of
        else:
            break
    return first


def _office_before(sentence: Sentence, first: int, offices: set[int]) -> int | None:
    """The office in "President of (the) ..." right before token `first`."""
    at = first - 1
    while at > 0 and sentence.tokens[at].lower in {"of", "the"}:
        at -= 1
    return at if at in offices and at < first - 1 else None


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
    """ "Utopian and Ruritanian navies", "US forces": the adjectives and the noun are the countries acting."""
    found: list[Unit] = []
    for unit in _grouped(units, adjectives=True):
        last = found[-1] if found else None
        if last and unit.word in ORGANS and (last.letter == "c" or (last.letter == "C" and len(last.mentions) == 1)):
            found[-1] = Unit(last.first, unit.last, "", "C", last.mentions)
        else:
            found.append(unit)
    return found


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
