"""Mentions joined with what belongs to them: titles, adjectives, owners, "of Utopia" after a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphkit.extract.reading import How, OfficePhrase, Sentence
from graphkit.extract.rules.mentions import Mention
from graphkit.extract.rules.words import CONJUNCTIONS, DETERMINERS, HONORIFICS, PREPOSITIONS, is_verb

_NOT_NAME_WORDS = PREPOSITIONS | CONJUNCTIONS | frozenset({"not", "to", ",", "he", "she", "it", "they", "who"})
GAP = 6  # words between an adjective and the name that it belongs to


def office_tokens(sentence: Sentence, offices: Sequence[OfficePhrase]) -> set[int]:
    """The tokens that stand in office phrases."""
    found: set[int] = set()
    for office in offices:
        found.update(
            i for i, t in enumerate(sentence.tokens) if t.start >= office.span.start and t.end <= office.span.end
        )
    return found


def absorbed(sentence: Sentence, mentions: list[Mention], offices: set[int]) -> list[Mention]:
    """Join a mention with the adjectives, owners and titles right before it, and with "of Utopia" after a person."""
    found: list[Mention] = []
    for mention in mentions:
        if mention.letter == "C" and found and _home_of(sentence, found[-1], mention):
            found[-1] = replace(found[-1], last=mention.last, owns=mention.owns)
            continue
        if (
            found
            and mention.letter in "WX"
            and found[-1].letter == mention.letter
            and found[-1].last + 1 == mention.first
        ):
            found[-1] = _one_thing(found[-1], mention)
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


def _one_thing(first: Mention, second: Mention) -> Mention:
    """ "The frigate Falcon", "Falcon jets": a kind and a name side by side are one thing, called by its name."""
    words = second.members[0].words
    named = words[0].isupper() or any(c.isdigit() for c in words)
    members = second.members if named else first.members
    return replace(first, last=second.last, members=members, owns=second.owns)


def _office_of_country(sentence: Sentence, country: Mention, person: Mention, offices: set[int]) -> int | None:
    """The first token of "Defence Minister of Utopia, Ann Roe", or None if that is not what stands there."""
    tokens = sentence.tokens
    between = [t.lower.rstrip(".") for t in tokens[country.last + 1 : person.first]]
    if country.letter != "C" or between[:1] != [","] or len(between) > 3 or not set(between[1:]) <= HONORIFICS:
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
