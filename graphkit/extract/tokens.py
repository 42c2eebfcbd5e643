"""Words, numbers and punctuation marks of a text, with where they stand."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from graphkit.extract.reading import Token

_JOIN = r"[-‐‑–'’&/+]"
_WORD = r"[^\W_]"
_ABBREVIATED = (
    "Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Lieut|Col|Maj|Capt|Adm|Brig|Sgt|St|Sr|Jr|Hon|Rev|Gov|Sen|Rep|Pres|Cmdr|Cdr|Smt|Sh|Shri|Ret|Retd"
    "|Res|Amb|Inc|Ltd|Co|Corp|Pvt|No|Nos|vs|etc|Rs|Dept"
)
_TOKEN = re.compile(
    rf"""
      [a-z]+(?![\w.\-‐‑–'’&/+])                                    # most words, tried first
    | (?P<layout></?[a-zA-Z][a-zA-Z0-9]{{0,9}}(?:\s[^<>]{{0,200}})?/?>)    # a tag that a page left behind
    | (?:https?://|www\.)\S+
    | (?:[A-Za-z]\.){{2,}}(?:[A-Za-z](?![\w.]))?(?:{_JOIN}\w+)*   # U.S., U.S.-led, P.K. and U.S
    | [A-Z]\.[A-Z](?![\w.])
    | (?:{_ABBREVIATED})\.
    | [A-Z]\.(?=\s?[A-Z])                                         # an initial
    | \d+(?:[.,]\d+)+{_WORD}*(?:{_JOIN}{_WORD}+)*                    # 1,200 and 7.62x39mm
    | {_WORD}+(?:{_JOIN}{_WORD}+)*(?:(?<=s)['’](?=\s\w))?           # leaders' meeting
    | [A-Z]{{0,3}}[$€£₹¥]
    | [^\w\s*_\#|\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]
    """,
    re.VERBOSE,
)
_PIECE = re.compile(r"[^\W\d_]+|\d+")
_SPELLING = {
    "defense": "defence", "organization": "organisation", "organizations": "organisations", "center": "centre",
    "programme": "program", "programmes": "programs", "armored": "armoured", "adviser": "advisor",
    "advisers": "advisors", "maneuver": "manoeuvre", "maneuvers": "manoeuvres", "and": "&", "intergovernmental": "inter-governmental",
}  # fmt: skip
POSSESSIVE = ("'s", "’s")


def tokenise(text: str, start: int, end: int) -> tuple[Token, ...]:
    """Return the tokens of `text[start:end]`; layout marks (`*`, `#`, `|`), control and direction marks are none.

    >>> [token.text for token in tokenise("India's S-400s, at $5bn", 0, 23)]
    ["India's", 'S-400s', ',', 'at', '$', '5bn']
    """
    found = []
    for match in _TOKEN.finditer(text, start, end):
        if match.lastgroup is None:
            word = match.group()
            found.append(Token(match.start(), match.end(), word, word.lower()))
    return tuple(found)


def word_set(words: str) -> frozenset[str]:
    """Return the blank-separated words of a text."""
    return frozenset(words.split())


def bare(word: str) -> str:
    """Return `word` without its possessive ending.

    >>> bare("India's"), bare("forces")
    ('India', 'forces')
    """
    return word[:-2] if word.endswith(POSSESSIVE) else word


@lru_cache(maxsize=1 << 16)
def pieces(word: str) -> tuple[str, ...]:
    """Return the runs of letters and of digits of a word, folded: equal for spellings that mean the same.

    >>> pieces("S-400") == pieces("S400"), pieces("Türkiye's"), pieces("Defense")
    (True, ('turkiye',), ('defence',))
    """
    folded = bare(word).lower()
    if not folded.isascii():
        folded = "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
    if folded.isalpha():
        return (_SPELLING.get(folded, folded),)
    if folded == "&":
        return ("&",)
    return tuple(_SPELLING.get(piece, piece) for piece in _PIECE.findall(folded))


@lru_cache(maxsize=1 << 16)
def squash(name: str) -> str:
    """Return letters and digits of a name alone, folded: what two spellings of one name share.

    >>> squash("S-400 Triumf") == squash("S400 TRIUMF")
    True
    """
    return "".join(pieces_of(name)) or name


def pieces_of(phrase: str) -> tuple[str, ...]:
    """Return the pieces of all words of a phrase in order."""
    return tuple(piece for token in tokenise(phrase, 0, len(phrase)) for piece in pieces(token.text))
