"""Why a candidate got its score, in words: its strongest features with their weights."""

from __future__ import annotations

import re

from graphkit.extract.deciding.questions import Asked
from graphkit.extract.deciding.weights import Weights

_MOST = 5
_LEAST = 0.05  # weights below this say nothing
_ENDS = {"a": "subject", "b": "object"}
_SIDES = {"L": "before", "R": "after", "I": "inside"}
_ORDERS = {"ab": "subject first", "ba": "object first"}
_REGIONS = {"in": "between the two", "pre": "before both", "post": "after both"}
_ROLE = re.compile(r"(?P<side>[LRI])(?P<preposition>[a-z~]*)(?P<blocked>[01]?)(?P<clause>/?)")


def reasons(asked: Asked, i: int, target: int, weights: Weights) -> tuple[str, ...]:
    """Return the features of candidate `i` that weigh most for or against `target`, strongest first."""
    found = []
    for text in asked.shared(i):
        weight = next((w for t, w in weights.first.get(text, ()) if t == target), 0.0)
        if abs(weight) >= _LEAST:
            found.append((-abs(weight), text, weight))
    return tuple(f"{in_words(text)} ({weight:+.2f})" for _, text, weight in sorted(found)[:_MOST])


def in_words(feature: str) -> str:
    """Say a feature in words.

    >>> in_words("in:ab:sign"), in_words("frame:meet:L0:Rwith0")
    ("a word of 'sign' between the two, subject first", "'meet' with its subject before it and its object after it by 'with'")
    """
    kind, _, rest = feature.partition(":")
    parts = rest.split(":")
    if kind in _REGIONS:
        return f"a word of '{parts[1]}' {_REGIONS[kind]}, {_ORDERS[parts[0]]}"
    if kind == "frame":
        return f"'{parts[0]}' with its subject {_role(parts[1])} and its object {_role(parts[2])}"
    if kind in ("a-role", "b-role"):
        return f"'{parts[0]}' with its {_ENDS[kind[0]]} {_role(parts[1])}"
    if kind in ("rule", "rule-name"):
        return f"rule {rest} fired"
    if kind == "signal":
        return f"a word of '{rest}' in the sentence"
    if kind[:2] in ("a-", "b-"):
        return f"{_ENDS[kind[0]]} {kind[2:].replace('-', ' ')} {rest}".strip()
    return feature.replace(":", " ").replace("-", " ")


def _role(text: str) -> str:
    match = _ROLE.match(text)
    if not match:
        return text
    by = f" by '{match['preposition']}'" if match["preposition"] not in ("", "~") else ""
    far = ", another in between" if match["blocked"] == "1" else ""
    clause = ", in another clause" if match["clause"] else ""
    return f"{_SIDES[match['side']]} it{by}{far}{clause}"
