"""One sentence while it is being read: its tokens, and who has been found where."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from graphkit.extract.entities.cast import Figure
from graphkit.extract.reading import How, Sentence, Token
from graphkit.extract.tokens import bare
from graphkit.model.claims import Kind
from graphkit.model.spans import Span


class Proposal(NamedTuple):
    """Tokens `first` to `last` may name something of `kind`; of two that overlap the longer wins, then the lower `rank`.

    `name` is what it is called, `identity` what makes it one with others (None: the name's letters), `also` further
    names, `country` ISO alpha-3.
    """

    first: int
    last: int
    rank: int
    kind: Kind
    name: str
    identity: str | None = None
    key: str | None = None
    country: str | None = None
    also: tuple[str, ...] = ()
    generic: bool = False
    category: str = ""
    acronym: str | None = None


class Hit:
    """A figure found at tokens `first` to `last` (characters `start` to `end`). `inside`: within a longer name."""

    __slots__ = ("antecedent", "end", "figure", "first", "how", "inside", "last", "member", "place", "start")

    def __init__(self, first: int, last: int, start: int, end: int, figure: Figure, how: How) -> None:
        self.first = first
        self.last = last
        self.start = start
        self.end = end
        self.figure = figure
        self.how = how
        self.place = False
        self.inside = False
        self.antecedent: Span | None = None
        self.member: int | None = None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class Title:
    """An office phrase in the making: tokens `first` to `last`, `head` its noun, `core` the title's own words."""

    __slots__ = (
        "core",
        "core_first",
        "core_last",
        "country",
        "first",
        "former",
        "head",
        "holder",
        "key",
        "last",
        "owner",
        "plural",
        "possessor",
        "used",
    )

    def __init__(self, first: int, last: int, head: int, core: str) -> None:
        self.first = first
        self.last = last
        self.head = head
        self.core = core
        self.core_first = first
        self.possessor: Figure | None = None
        self.core_last = last
        self.key: str | None = None
        self.country: Figure | None = None
        self.owner: Figure | None = None
        self.holder: Figure | None = None
        self.former = False
        self.plural = False
        self.used = False


class Board:
    """`words[i]` is token i in lower case without possessive or full stop, `caps[i]` whether it begins with a capital.

    `shouted`: written in capitals throughout, which then mean nothing; `headline`: nearly every longer word has one.
    `marks` are the tokens of listed names, `titled` those of offices, `title_ends` where office phrases end,
    `soft` tokens taken by classes of things only, `systems` those of listed weapon systems.
    """

    __slots__ = (
        "_text",
        "caps",
        "headline",
        "hits",
        "marks",
        "number",
        "sentence",
        "shouted",
        "soft",
        "systems",
        "taken",
        "title_ends",
        "titled",
        "titles",
        "tokens",
        "words",
    )

    def __init__(self, sentence: Sentence, text: str) -> None:
        self._text = text
        self.sentence = sentence
        self.number = sentence.number
        self.tokens: Sequence[Token] = sentence.tokens
        self.words = [bare(token.lower).rstrip(".'’") or token.lower for token in sentence.tokens]
        self.caps = [token.text[0].isupper() for token in sentence.tokens]
        plain = [token.text for token in sentence.tokens if token.text.isalpha()]
        longer = [word for word in plain if len(word) > 3]
        self.shouted = len(plain) > 4 and sum(map(str.isupper, plain)) > 0.7 * len(plain)
        self.headline = len(longer) > 3 and sum(word[0].isupper() for word in longer) > 0.75 * len(longer)
        self.taken = bytearray(len(sentence.tokens))
        self.hits: list[Hit] = []
        self.titles: list[Title] = []
        self.title_ends: set[int] = set()
        self.titled: set[int] = set()
        self.soft: set[int] = set()
        self.systems: set[int] = set()
        self.marks: dict[int, str] = {}

    def free(self, first: int, last: int) -> bool:
        return 1 not in self.taken[first : last + 1]

    def take(self, first: int, last: int) -> None:
        self.taken[first : last + 1] = b"\x01" * (last + 1 - first)

    def possessive(self, index: int) -> bool:
        return self.tokens[index].text.endswith(("'s", "’s"))

    def chars(self, first: int, last: int) -> tuple[int, int]:
        """Return the characters of tokens `first` to `last` without a possessive ending."""
        end = self.tokens[last].end - (2 if self.possessive(last) else 0)
        return self.tokens[first].start, end

    def text(self, first: int, last: int) -> str:
        """Return the words of tokens `first` to `last`, without a possessive ending or line ends."""
        start, end = self.chars(first, last)
        return self.sentence_text(start, end)

    def put(self, first: int, last: int, figure: Figure, how: How, *, take: bool = True) -> Hit:
        """Note that `figure` stands at tokens `first` to `last`."""
        start, end = self.chars(first, last)
        hit = Hit(first, last, start, end, figure, how)
        self.hits.append(hit)
        if take:
            self.take(first, last)
        return hit

    def sentence_text(self, start: int, end: int) -> str:
        """Return characters `start` to `end` of the article, which lie in this sentence, as one line."""
        return " ".join(self._text[start:end].split())

    def at(self, index: int) -> str:
        """Return the word at `index`, empty outside the sentence."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def is_cap(self, index: int) -> bool:
        return 0 <= index < len(self.caps) and self.caps[index]
