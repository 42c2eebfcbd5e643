"""Whether the clause around a place in the text looks back or ahead: it decides what "on Friday" means."""

from __future__ import annotations

import re

_BOUNDARY = re.compile(
    r"[;:—–()]|\s-\s|[“”\"]|,?\s\b(?:which|who|whom|while|whereas|where|after|before|because|although|when|but|that|if)\b|"
    r",\s+(?=and\b|as\b)"
)
_AHEAD = re.compile(
    r"\b(?:will|shall|won['’]t|(?:he|she|it|they|we|i)['’]ll|would|"
    r"(?:is|are|was|were|be|been)\s+(?:\w+ly\s+)?(?:set|due|scheduled|expected|slated|likely|planned|poised|going|about|to)\b|"
    r"(?:plan|plans|intend|intends|expect|expects|aim|aims|hope|hopes|want|wants|agreed|decided|planning|prepar\w+|ready)\s+to|"
    r"(?:set|due|scheduled|slated|expected|planned)\s+(?:to|for)|to\s+be\s+\w+|upcoming|forthcoming|"
    r"(?:arrives|begins|starts|kicks\s+off|travels|heads|leaves|departs|opens|flies)(?=\s)|"
    r"(?:is|are)\s+(?:\w+ing))\b",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\b(?:was|were|had|did|said|says|met|held|told|went|took|came|made|began|sent|saw|left|gave|flew|spoke|won|"
    r"brought|struck|shot|fought|bought|sold|paid|wrote|led|ran|rose|fell|put|set|hit|cut|hosted|became|kept|lost|"
    r"(?:[a-z]{3,}ed)(?<!scheduled)(?<!expected)(?<!planned)(?<!slated)(?<!proposed)(?<!need)(?<!speed)(?<!agreed))\b"
)
_HEADLINE_TO = re.compile(r"\bto\s+[a-z]{3,}\b")


def looks_ahead(text: str, start: int, end: int, first: int, last: int) -> bool | None:
    """Return True if the clause of `text[first:last]` in the sentence `text[start:end]` speaks of what is to come,
    False if of what has been, None if it does not say.

    The verb nearest before the words decides, then the nearest one after them; reporting verbs are past, so that
    "said on Friday that it will" keeps Friday in the past.
    """
    left, right = _clause(text, start, end, first, last)
    nearest = _verdict(text, left, first, forward=False)
    if nearest is None:
        nearest = _verdict(text, last, right, forward=True)
    if nearest is None and left > start:
        nearest = _verdict(text, start, first, forward=False)
    return nearest


def _clause(text: str, start: int, end: int, first: int, last: int) -> tuple[int, int]:
    left = start
    for boundary in _BOUNDARY.finditer(text, start, first):
        left = boundary.end()
    right = _BOUNDARY.search(text, last, end)
    return left, right.start() if right else end


def _verdict(text: str, a: int, b: int, *, forward: bool) -> bool | None:
    """The nearest cue to the date, which follows `text[a:b]` or (forward) goes before it."""
    ahead = [(match.start(), match.end()) for match in _AHEAD.finditer(text, a, b)]
    back = [match.start() for match in _BACK.finditer(text, a, b) if not any(x <= match.start() < y for x, y in ahead)]
    if not ahead and not back:
        return True if _HEADLINE_TO.search(text, a, b) and not forward else None
    if not ahead or not back:
        return bool(ahead)
    if forward:
        return ahead[0][0] < back[0]
    return ahead[-1][0] > back[-1]
