"""What the reading layer hands to the deciding layer: an article cut into sentences, with who is named where.

Everything is in characters of `article.text`. Sentences and tokens cover body and headline lines only;
quarantined lines and furniture have none. Nothing here depends on hash order: lists are in text order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from graphkit.model.claims import Kind
from graphkit.model.spans import Span
from graphkit.model.text import Article


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or punctuation mark; hyphens and apostrophes inside a word belong to it."""

    start: int
    end: int
    text: str
    lower: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """`tokens` in order; `section` is "title", "lead" (the first body paragraph) or "body"; `quoted`: inside a quotation
    that began in an earlier sentence."""

    number: int
    span: Span
    tokens: tuple[Token, ...]
    section: str
    paragraph: int
    quoted: bool = False


class How(StrEnum):
    """By what kind of words an occurrence names its entity."""

    NAME = "name"
    SHORT = "short"  # a surname, a given name, an acronym defined elsewhere
    ADJECTIVE = "adjective"  # "Indian"
    CAPITAL = "capital"  # "Moscow" as a government or a place
    TOWN = "town"  # another town, base or region of the country: always a place
    METONYM = "metonym"  # "Kremlin", "Pentagon"
    OFFICE = "office"  # "the Russian Defence Minister", nobody named
    COUNTERPART = "counterpart"  # "his Russian counterpart"
    PRONOUN = "pronoun"  # "he", "his country", "the latter", "I" in a quotation
    GROUP = "group"  # one member of "the two sides", "both ministers"
    ORGAN = "organ"  # a state organ standing for its country: "the Polish army"
    IMPLIED = "implied"  # not in the words of this sentence: publisher's country, tender's owner


@dataclass(frozen=True, slots=True)
class Party:
    """One entity of the article: all its occurrences together.

    `key` is a gazetteer key or None; `name` its fullest name without titles ("Defence Minister of Russia" for an
    unnamed holder, with `unnamed`), `also` its other names in the article. `country` is ISO alpha-3, `office` an
    office lexicon key, `day` the day on which an unnamed holder holds it.
    """

    number: int
    kind: Kind
    name: str
    also: tuple[str, ...] = ()
    key: str | None = None
    country: str | None = None
    office: str | None = None
    day: date | None = None
    unnamed: bool = False
    generic: bool = False  # an item without a proper name


@dataclass(frozen=True, slots=True)
class Occurrence:
    """`party` named in sentence `sentence` by tokens `first` to `last`, last included.

    `antecedent` is where the article names what a pronoun or group word stands for; `member` numbers the members
    of one group word. `place`: it stands as a place ("in Moscow"), not as an actor.
    """

    party: int
    sentence: int
    first: int
    last: int
    span: Span
    words: str
    how: How
    antecedent: Span | None = None
    member: int | None = None
    place: bool = False


@dataclass(frozen=True, slots=True)
class OfficePhrase:
    """An office as named in the text: "Defence Secretary", "chief of the Polish General Staff".

    `office` is the lexicon's key or None; `holder` and `owner` are party numbers. `owner` is the country or organisation
    whose office it is by the rules of the annotation guidelines: named beside the title or the holder, else the state
    that the holder is known to belong to, else the publisher's; so it may be a party without an occurrence in the
    sentence, or in the article. `former`: "ex-", "late", "then". A named counterpart is a phrase too.
    """

    sentence: int
    span: Span
    words: str
    office: str | None = None
    holder: int | None = None
    owner: int | None = None
    former: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """The article as read. `occurrences[i]` are those of sentence i by position; `main` the countries that the
    article is about, most named first (ISO alpha-3); `publisher` the outlet's country."""

    article: Article
    sentences: Sequence[Sentence]
    parties: Sequence[Party]
    occurrences: Sequence[Sequence[Occurrence]]
    offices: Sequence[OfficePhrase] = ()
    main: tuple[str, ...] = ()
    publisher: str | None = None
