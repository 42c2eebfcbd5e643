"""Office phrases: "Deputy Defence Minister", "chief of the Utopian Naval Staff", "ministers of defence"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from graphkit.extract.entities.board import Board, Title
from graphkit.extract.entities.listed import Lists
from graphkit.extract.tokens import pieces_of

_TAIL_END = frozenset({"of", "for", "to", "and", "&", "the", "on", "in", "at", ","})
_DIRECT = frozenset({"defence", "defense", "home", "foreign", "external", "affairs", "finance", "security"})
_DIRECT_HEADS = frozenset({"secretary", "minister"})
_AIR = frozenset({"chief", "marshal", "vice", "commodore"})
_NEUTRAL = frozenset(
    {
        "union",
        "federal",
        "caretaker",
        "acting",
        "interim",
        "new",
        "senior",
        "top",
        "current",
        "outgoing",
        "then",
        "former",
    }
)
_SUFFIXES = frozenset({"general", "designate", "in-chief", "commanding", "commanding-in-chief", "elect"})
_GENERAL = frozenset(
    {"director", "secretary", "inspector", "attorney", "consul", "governor", "solicitor", "commissioner", "controller"}
)


class OfficeTitles:
    """Finds office phrases and looks them up in the table of offices."""

    def __init__(self, lists: Lists) -> None:
        words = lists.words
        self.heads = words["office_heads"]
        self.plurals = words["plural_offices"]
        self._words = words["office_words"]
        self._tail = words["office_tail"]
        self._links = words["office_tail_links"]
        self._stops = words["honorifics"] | words["rank_ends"] | words["ranks"] | words["openers"]
        self._former = words["former"]
        self._ranks = words["rank_ends"]
        self._keys, self._only = _table(lists)
        names = (
            name.partition("=")[0] for office in lists.offices.values() for name in (*office.aliases, *office.only)
        )
        self._acronyms = frozenset(
            name.lower() for name in names if name.isalpha() and name.isupper() and len(name) > 2
        )

    def key(self, core: str, country: str | None) -> str | None:
        """Return the lexicon's key for a title, which may mean different offices in different countries."""
        path = _folded(core)
        while path:
            if country and (path, country) in self._only:
                return self._only[(path, country)]
            if path in self._keys or path[0] not in _NEUTRAL:
                break
            path = path[1:]  # "Union Minister of State", "caretaker prime minister"
        found = self._keys.get(path)
        if found is None and country is None and len(owners := self._owners(path)) == 1:
            return self._only[(path, owners[0])]
        return found

    def key_among(self, core: str, countries: Sequence[str | None]) -> str | None:
        """Return the key of a title in the first of `countries` that has an office of that name, else in any."""
        path = _folded(core)
        for country in countries:
            if country and (path, country) in self._only:
                return self._only[(path, country)]
        return self.key(core, None)

    def only_country(self, core: str) -> str | None:
        """Return the one country that has an office of this title ("Raksha Mantri" is India's)."""
        path = _folded(core)
        owners = self._owners(path)
        return owners[0] if len(owners) == 1 and path not in self._keys else None

    def _owners(self, path: tuple[str, ...]) -> list[str]:
        return [country for known, country in self._only if known == path]

    def find(self, board: Board) -> Iterator[Title]:
        """Yield the office phrases of a sentence, one per head noun."""
        done = -1
        for head, word in enumerate(board.words):
            plain = _without_prefix(word)
            known = plain in self.heads or (word in self._acronyms and board.tokens[head].text.isupper())
            if known and head > done and not board.taken[head] and not _in_rank(board, head):
                title = self._around(board, head, done)
                title.former = title.former or plain != word
                done = title.last
                yield title

    def _around(self, board: Board, head: int, done: int) -> Title:
        first = head
        while first - 1 > done and self._before(board, first - 1) and head - first < 7:
            first -= 1
        while first < head and board.words[first] in ("and", "&", "or", "-"):
            first += 1
        last = head
        while (
            board.at(last + 1) in _SUFFIXES
            and not board.taken[last + 1]
            and (board.at(last + 1) != "general" or board.words[head] in _GENERAL)
        ):
            last += 1
        while board.words[head] == "chief" and board.at(last + 1) in ("executive", "officer"):
            last += 1
        if board.words[head] == "commander" and board.at(head + 1) == "in" and board.at(head + 2) == "chief":
            last = head + 2
        core_last = self._tail_end(board, last)
        core = board.text(first, core_last).rstrip("'’")
        title = Title(first, core_last, head, core)
        title.plural = board.words[head] in self.plurals
        title.former = board.at(first - 1) in self._former or board.words[first] in self._former
        return title

    def _before(self, board: Board, index: int) -> bool:
        if board.taken[index] or board.possessive(index):
            return False
        word = board.words[index]
        if word == "under" and board.at(index + 1) != "secretary":
            return False
        if word in ("and", "&"):
            return index > 0 and board.words[index - 1] in self._words and not board.taken[index - 1]
        return word in self._words or (word == "-" and index > 0 and board.words[index - 1] in self._words)

    def _tail_end(self, board: Board, last: int) -> int:
        place = last + 1
        while (
            board.is_cap(place)
            and board.words[place] in _DIRECT
            and not board.taken[place]
            and board.words[last] in _DIRECT_HEADS | _DIRECT
        ):
            last, place = place, place + 1
        if board.possessive(last) or board.at(place) not in ("of", "for", "to", "(") or board.at(place) == "to":
            return last
        if board.at(place) == "(":
            return self._bracket(board, last)
        end = last
        while place < len(board.tokens) and place - last < 12 and (not board.taken[place] or place in board.soft):
            word = board.words[place]
            if (word == "general" and board.at(place + 1) != "staff") or (
                word == "air" and board.at(place + 1) in _AIR
            ):
                break
            if (word in self._tail and word != "the") or (board.caps[place] and self._matter(board, place)):
                end = place
            elif word not in self._links:
                break
            place += 1
        return end

    def _matter(self, board: Board, place: int) -> bool:
        """Whether a capitalised word may belong to what a minister is for: "Minister of Hi-tech Industry"."""
        word = board.words[place]
        following = board.at(place + 1)
        closes = following in self._tail or following in ("of", "and", "&")
        return closes and place not in board.marks and word not in self.heads and word not in self._stops

    def _bracket(self, board: Board, last: int) -> int:
        inner = board.at(last + 2)
        if inner in self._tail:
            for place in range(last + 3, min(last + 7, len(board.tokens))):
                if board.words[place] == ")":
                    return place
        return last


def _in_rank(board: Board, head: int) -> bool:
    """Whether "chief" is part of a rank or of another title: "Air Chief Marshal", "Commander in Chief"."""
    return board.words[head] == "chief" and (board.at(head + 1) == "marshal" or board.at(head - 1) == "in")


def _without_prefix(word: str) -> str:
    """ "then-President" and "ex-minister" are the president and the minister."""
    return word.split("-", 1)[1] if word.startswith(("then-", "ex-")) else word


def _folded(title: str) -> tuple[str, ...]:
    return tuple(piece for piece in pieces_of(title) if piece not in ("the", "s"))


def _table(lists: Lists) -> tuple[Mapping[tuple[str, ...], str], Mapping[tuple[tuple[str, ...], str], str]]:
    keys: dict[tuple[str, ...], str] = {}
    only: dict[tuple[tuple[str, ...], str], str] = {}
    for office in lists.offices.values():
        for name in (office.title, *office.aliases):
            keys.setdefault(_folded(name), office.key)
        for pair in office.only:
            name, _, country = pair.partition("=")
            only.setdefault((_folded(name), country), office.key)
    return keys, only
