"""Plural offices and their states taken apart: "the foreign and defence ministers of A and B"."""

from __future__ import annotations

from graphkit.extract.entities.board import Board, Hit


def listed_from(board: Board, countries: list[Hit], place: int) -> list[Hit]:
    """Return the countries of a list that begins at token `place`."""
    found: list[Hit] = []
    while place < len(board.tokens):
        hit = next((h for h in countries if h.first == place), None)
        if hit:
            found.append(hit)
            place = hit.last + 1
        elif board.words[place] in (",", "and", "&", "the"):
            place += 1
        else:
            break
    return found


def listed_before(countries: list[Hit], board: Board, place: int) -> list[Hit]:
    """Return the countries of a list that ends right before token `place`."""
    found: list[Hit] = []
    place -= 1
    while place >= 0:
        here = [h for h in countries if h.last == place]
        if here:
            found = here + found
            place = min(h.first for h in here) - 1
        elif (board.words[place] in (",", "and", "&") and found) or (
            board.words[place] in ("top", "new", "respective") and not found
        ):
            place -= 1
        else:
            break
    return found


def singulars(core: str) -> list[str]:
    """ "foreign and defence ministers" as ["foreign minister", "defence minister"]."""
    words = core.split()
    head = words[-1]
    single = {"secretaries": "secretary", "chiefs": "chief"}.get(head.lower(), head.removesuffix("s"))
    parts: list[list[str]] = [[]]
    for word in words[:-1]:
        if word.lower() in ("and", "&"):
            parts.append([])
        elif word != ",":
            parts[-1].append(word)
    if parts == [[]] and single.lower() == "head":
        return ["Head of State"]
    return [" ".join([*part, single]) for part in parts]


def capitals(core: str) -> str:
    """Return a title with capitals, small words apart."""
    small = ("of", "and", "for", "the", "to", "in")
    return " ".join(word if word.lower() in small else word[0].upper() + word[1:] for word in core.split())
