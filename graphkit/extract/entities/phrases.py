"""Noun phrases: what a preposition takes, where it is no name."""

from __future__ import annotations

from graphkit.extract.reading import Sentence
from graphkit.extract.tokens import bare, word_set
from graphkit.model.spans import Span

_BEFORE = word_set("the a an its their his her our this these those such any all some more further new")
_ENDS = word_set(
    '. , ; : ( ) – — " “ ” ? ! that which who whom whose where when while if because although as than is are was were be'
    " been being has have had will would shall should may might can could must do does did said says also but or nor yet"
    " so to from by with between among against at into during after before since until through via under over about"
    " amid despite following including according"
)
_INNER = word_set("of and & for in on")
_LONGEST = 12


def noun_phrase_after(sentence: Sentence, token: int) -> tuple[int, int, str, Span] | None:
    """Return (first token, last token, words, span) of the noun phrase that follows token number `token`.

    "to deepen cooperation in [military training] with": articles and the like are left out at the
    beginning; the phrase ends at a verb's helper, a preposition other than of, for, in, on, or a mark.
    None if no noun follows.
    """
    tokens = sentence.tokens
    first = token + 1
    while first < len(tokens) and tokens[first].lower in _BEFORE:
        first += 1
    last = first - 1
    for place in range(first, min(len(tokens), first + _LONGEST)):
        word = tokens[place].lower
        if word in _ENDS or (word in _INNER and place == first):
            break
        last = place
        if word.endswith(("'s", "’s")) and place + 1 >= len(tokens):
            break
    while last >= first and tokens[last].lower in _INNER | _BEFORE:
        last -= 1
    if last < first or not any(t.text[0].isalpha() for t in tokens[first : last + 1]):
        return None
    text = " ".join(t.text for t in tokens[first:last]) + (" " if last > first else "") + bare(tokens[last].text)
    end = tokens[last].end - (len(tokens[last].text) - len(bare(tokens[last].text)))
    return first, last, text, Span(tokens[first].start, end)
