"""Countries: names, adjectives, capitals, metonyms, towns, and pairs such as "Utopia-Atlantis"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Set
from itertools import pairwise

from graphkit.extract.entities.board import Board, Hit
from graphkit.extract.entities.cast import Cast
from graphkit.extract.entities.listed import Listed, Lists, What
from graphkit.extract.reading import How, Token
from graphkit.extract.tokens import word_set
from graphkit.model.claims import Kind

_MARKS = re.compile(r"[-‐‑–/]")
_LINKED = frozenset(
    {
        "and",
        "&",
        ",",
        "with",
        "of",
        "between",
        "in",
        "from",
        "to",
        "the",
        "by",
        "for",
        "against",
        "as",
        "both",
        "than",
        "including",
        "over",
    }
)
_TOWNS = word_set("city capital port town outskirts")
_STAYS = frozenset({"in", "at", "near", "across", "inside", "outside", "throughout", "within", "around"})
_MONTHS = word_set(
    "jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october november december"
)

Found = tuple[int, int, Listed]


def pulled_apart(board: Board, pieces: Set[str]) -> tuple[list[Token], list[int]]:
    """Return the tokens with pairs of countries cut at their hyphens, and the token that each comes from."""
    tokens: list[Token] = []
    origin: list[int] = []
    for index, token in enumerate(board.tokens):
        parts = _parts(token, pieces) if board.caps[index] else None
        for part in parts or (token,):
            tokens.append(part)
            origin.append(index)
    return tokens, origin


def _parts(token: Token, pieces: Set[str]) -> list[Token] | None:
    if not _MARKS.search(token.text):
        return None
    cuts = [0, *(match.end() for match in _MARKS.finditer(token.text)), len(token.text) + 1]
    words = [token.text[a : b - 1] for a, b in pairwise(cuts)]
    if not all(word[:1].isupper() for word in words):
        return None
    known = [
        word.lower().replace(".", "").removesuffix("'s").removesuffix("’s") in pieces
        or word in ("U.S", "U.K", "U.S.", "U.K.")
        for word in words
    ]
    if not any(known):
        return None
    return [
        Token(token.start + cut, token.start + cut + len(word), word, word.lower())
        for cut, word in zip(cuts, words, strict=False)
    ]


class Countries:
    """Decides which listed forms in a sentence are countries, and puts them on the board."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        words = lists.words
        self._announcing = (words["rank_ends"] | words["honorifics"] | words["office_heads"]) - {"md"}
        self._not_names = words["not_names"]
        self._not_before = words["country_not_before"]
        self._not_after = words["american_not_after"]
        self._seas = words["sea_words"]
        self._prepositions = words["place_prepositions"]

    def put(
        self,
        board: Board,
        found: Iterable[Found],
        tokens: list[Token],
        origin: list[int],
        cast: Cast,
        sure: Mapping[str, int],
    ) -> None:
        """Put the longest forms on the board; `sure` are the countries that the article names unambiguously."""
        done = -1
        for first, last, listed in _longest(found, sure):
            if first <= done or not self._stands(board, first, last, listed, tokens, origin, sure):
                continue
            done = last
            country = self._lists.countries[listed.key]
            figure = cast.figure(Kind.COUNTRY, country.name, country.iso3)
            figure.key = f"country:{country.iso3}"
            figure.country = country.iso3
            self._one(
                board, Hit(origin[first], origin[last], tokens[first].start, _end(tokens[last]), figure, listed.how)
            )

    def _one(self, board: Board, hit: Hit) -> None:
        hit.figure.called(board.sentence_text(hit.start, hit.end))
        before = board.at(hit.first - 1)
        if hit.how is How.TOWN:
            hit.place = True
        elif hit.how is How.CAPITAL:
            named_town = before == "of" and board.at(hit.first - 2) in _TOWNS
            hit.place = before in self._prepositions or named_town or self._dateline(board, hit)
        elif hit.how is How.NAME and not board.possessive(hit.last):
            hit.place = before in _STAYS or (before == "the" and board.at(hit.first - 2) in _STAYS)
        board.hits.append(hit)

    def _in_person(self, board: Board, first: int, last: int) -> bool:
        """Whether the form is part of a person's name: a listed one, or one that a title announces."""
        if all(board.marks.get(k) == "PERSON" for k in range(first, last + 1)):
            return True
        if first != last or board.possessive(last) or not board.is_cap(last + 1) or last + 1 in board.marks:
            return False
        return board.at(first - 1) in self._announcing and board.words[last + 1] not in self._not_names

    def _dateline(self, board: Board, hit: Hit) -> bool:
        following = board.at(hit.last + 1)
        return hit.first == 0 and (
            following in (":", "(", "—", "–", "-", "--") or (following == "," and board.at(hit.last + 2) in _MONTHS)
        )

    def _stands(
        self,
        board: Board,
        first: int,
        last: int,
        listed: Listed,
        tokens: list[Token],
        origin: list[int],
        sure: Mapping[str, int],
    ) -> bool:
        whole = first == 0 or origin[first - 1] != origin[first]
        split = (not whole) or (last + 1 < len(origin) and origin[last + 1] == origin[last])
        if listed.dual:
            return split
        if self._in_person(board, origin[first], origin[last]):
            return False
        a, b = origin[first], origin[last]
        before, after = board.at(a - 1) if whole else "", board.at(b + 1)
        if after in self._not_before and not board.possessive(b) and not (split and listed.how is not How.ADJECTIVE):
            return after == "today" and not board.is_cap(b + 1)
        if before == "of" and board.at(a - 2) in self._seas:
            return False
        if listed.key == "USA" and board.at(b).startswith("america") and before in self._not_after:
            return False
        if listed.how is How.METONYM and first == last and a > 0 and board.is_cap(a - 1) and a - 1 not in board.marks:
            return False
        if not listed.ambiguous:
            return True
        if listed.key in sure:
            return True
        alone = not (board.is_cap(b + 1) and b + 1 not in board.marks)
        return alone and (before in _LINKED or (listed.how is How.NAME and not (board.is_cap(a - 1) and a - 1 > 0)))


def _end(token: Token) -> int:
    return token.end - (2 if token.text.endswith(("'s", "’s")) else 0)


def _longest(found: Iterable[Found], sure: Mapping[str, int]) -> list[Found]:
    kept = [item for item in found if item[2].what is What.COUNTRY]
    return sorted(
        kept,
        key=lambda item: (item[0], -item[1], item[2].ambiguous, -sure.get(item[2].key, 0), item[2].how is not How.NAME),
    )
