"""Which names no list knew: what an analyst would add to the gazetteers first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from graphkit.documents.outlets import Outlets
from graphkit.extract.pipeline import Front
from graphkit.extract.reading import How, Reading
from graphkit.model.claims import Kind
from graphkit.model.text import Article
from graphkit.progress import Listener, silent, track
from graphkit.workflows.ingest import outlet_of

_NAMED = (How.NAME, How.SHORT)
_LISTABLE = (Kind.ORGANISATION, Kind.FORUM, Kind.WEAPON_SYSTEM, Kind.AGREEMENT, Kind.EXERCISE)
_CONTEXT = 60  # characters on either side in the example


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """A name that the reader took for a `kind` by its shape alone: how often, in how many articles, and one place."""

    name: str
    kind: Kind
    times: int
    articles: int
    example: str


def unknown(
    articles: Iterable[Article], front: Front, outlets: Outlets, *, persons: bool = False, listen: Listener = silent
) -> list[Unknown]:
    """Return the names that no gazetteer lists, in most articles first; persons only if asked for."""
    kinds = (*_LISTABLE, Kind.PERSON) if persons else _LISTABLE
    times: dict[tuple[str, Kind], int] = defaultdict(int)
    seen: dict[tuple[str, Kind], set[str]] = defaultdict(set)
    example: dict[tuple[str, Kind], str] = {}
    for article in track(articles, "articles", listen):
        for name, kind, words in _unlisted(front.read(article, outlet_of(article, outlets)), kinds):
            times[name, kind] += 1
            seen[name, kind].add(article.key)
            example.setdefault((name, kind), words)
    ranked = sorted(times, key=lambda one: (-len(seen[one]), -times[one], one))
    return [
        Unknown(
            name=name, kind=kind, times=times[name, kind], articles=len(seen[name, kind]), example=example[name, kind]
        )
        for name, kind in ranked
    ]


def _unlisted(reading: Reading, kinds: tuple[Kind, ...]) -> Iterable[tuple[str, Kind, str]]:
    text = reading.article.text
    for here in reading.occurrences:
        for one in here:
            party = reading.parties[one.party]
            proper = any(letter.isupper() or letter.isdigit() for letter in party.name)
            if one.how in _NAMED and party.key is None and not party.generic and party.kind in kinds and proper:
                around = text[max(0, one.span.start - _CONTEXT) : one.span.end + _CONTEXT]
                yield party.name, party.kind, " ".join(around.split())
