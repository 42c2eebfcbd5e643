"""Runs of capitalised words: how far a name reaches to the left and right of its head noun."""

from __future__ import annotations

from collections.abc import Set

from graphkit.extract.entities.board import Board

FARTHEST = 12  # words; no name we look for is longer, and the bound keeps reading linear
_INNER = frozenset({"and", "&", "of", "on", "for", "the", "to", "in"})
_TAILS = (
    "-based",
    "-led",
    "-made",
    "-backed",
    "-built",
    "-owned",
    "-origin",
    "-designed",
    "-era",
    "-held",
    "-controlled",
)
_NO_HOLD = frozenset({"people's", "people’s"})


def left(
    board: Board,
    index: int,
    openers: Set[str],
    *,
    links: Set[str] = _INNER,
    lower: Set[str] = frozenset(),
    closers: Set[str] = frozenset(),
) -> int:
    """Return the first token of the name that ends at `index`: capitalised words, `lower` ones, and `links` between.

    `closers` are words that end a name: "and" after one begins another.
    """
    first, series = index, False
    stop = max(0, index - FARTHEST)
    while first > stop:
        word = board.words[first - 1]
        if board.possessive(first - 1) and board.tokens[first - 1].lower not in _NO_HOLD:
            break
        if word in lower or (_name_like(board, first - 1) and (word not in openers or not board.caps[first - 1])):
            first -= 1
        elif word in links and (further := _over_links(board, first - 1, links, openers, stop, closers)) is not None:
            series = series or board.words[further + 1] == ","
            first = further
        elif series and word == "," and first > stop + 1 and board.caps[first - 2] and first - 2 not in board.marks:
            first -= 2
        else:
            break
    return trimmed(board, first, index, openers, lower)


def _name_like(board: Board, index: int) -> bool:
    text = board.tokens[index].text
    if board.words[index].endswith(_TAILS):
        return False
    return board.caps[index] or (text[0].isdigit() and board.is_cap(index + 1) and (text[-1].isalpha() or "+" in text))


def _over_links(
    board: Board, index: int, links: Set[str], openers: Set[str], stop: int, closers: Set[str]
) -> int | None:
    crossed = index
    while index >= stop and board.words[index] in links and not board.caps[index]:
        index -= 1
    if crossed - index > 1 and board.words[index + 1] in ("and", "&"):
        return None  # "A and the B" are two
    if board.at(index) == "," and board.words[index + 1] in ("and", "&") and _series(board, index, stop):
        index -= 1
    if board.words[index] in closers and board.words[index + 1] in ("and", "&"):
        return None  # the words before "and" are a name of their own
    if index in board.marks and board.words[index + 1] not in ("of", "the"):
        return None
    if index >= stop and board.caps[index] and board.words[index] not in openers and not board.possessive(index):
        return index
    return None


def _series(board: Board, comma: int, stop: int) -> bool:
    """Whether the comma before "and" ends a series inside one name: "Industry, Research, and Materiel"."""
    return (
        comma - 2 >= stop
        and board.caps[comma - 1]
        and (board.words[comma - 2] in (",", "on", "of", "for") or board.caps[comma - 2])
    )


def trimmed(board: Board, first: int, last: int, openers: Set[str], keep: Set[str] = frozenset()) -> int:
    """Return `first` moved past words that only open a sentence, and links left hanging."""
    while first < last:
        word = board.words[first]
        if word in keep and word not in _INNER:
            break
        if word in _INNER or (word in openers and not _is_acronym(board.tokens[first].text)):
            first += 1
        else:
            break
    return first


def _is_acronym(text: str) -> bool:
    return len(text) > 1 and text.isupper()


def after_any(board: Board, first: int, last: int, words: Set[str]) -> int:
    """Return `first` moved past the last of `words` that stands before `last`, and the links after it."""
    for place in range(last - 1, first - 1, -1):
        if board.words[place] in words:
            return trimmed(board, place + 1, last, frozenset())
    return first


def fitted(board: Board, first: int, last: int, acronym: str) -> int:
    """Return where the part of the name begins whose initials the acronym is; `first` if none fits."""
    letters = [char for char in acronym.lower() if char.isalpha()]
    for start in range(first, last):
        initials = [board.words[k][0] for k in range(start, last + 1) if board.words[k] not in _INNER]
        if board.words[start] not in _INNER and initials == letters:
            return start
    return first


def right(board: Board, index: int, links: Set[str], stops: Set[str] = frozenset()) -> int:
    """Return the last token of the name whose head is at `index`: after `links`, capitalised words and links between."""
    last = index
    place = index + 1
    end = min(len(board.tokens), index + FARTHEST)
    if place >= end or board.words[place] not in links or board.possessive(index):
        return index
    while place < end:
        word = board.words[place]
        if board.caps[place] and word not in stops:
            last = place
            if board.possessive(place):
                break
        elif word == "," and _goes_on(board, place):
            pass
        elif word not in _INNER or word == "in" or (word in ("and", "&") and not _joins(board, place)):
            break
        place += 1
    return last


def _goes_on(board: Board, comma: int) -> bool:
    """Whether a comma stands in a series of capitalised words that "and" closes."""
    for place in range(comma + 1, min(comma + 6, len(board.tokens))):
        if board.words[place] in ("and", "&"):
            before = board.words[max(0, comma - 4) : comma]
            return (place > comma + 1 or "," in before) and board.is_cap(place + 1) and place + 1 not in board.marks
        if not (board.caps[place] or board.words[place] == ",") or place in board.marks:
            return False
    return False


def _joins(board: Board, place: int) -> bool:
    """Whether the word after "and" goes on with the same name."""
    return board.is_cap(place + 1) and place + 1 not in board.marks


def year_after(board: Board, last: int) -> int:
    """Return `last`, or the token after it if that is a year: "Aero India 2019"."""
    word = board.at(last + 1)
    return last + 1 if len(word) == 4 and word.isdigit() and word[:2] in ("19", "20") else last


def acronym_after(board: Board, last: int) -> tuple[str, int] | None:
    """Return the acronym in brackets after token `last`, and its token: "Long Name (LN)"."""
    tokens = board.tokens
    if last + 2 < len(tokens) and tokens[last + 1].text == "(":
        word = tokens[last + 2].text
        closed = last + 3 < len(tokens) and tokens[last + 3].text in (")", ",", ";")
        if closed and 2 <= len(word) <= 14 and word[0].isalnum() and sum(map(str.isupper, word)) >= 2:
            return word, last + 2
    return None
