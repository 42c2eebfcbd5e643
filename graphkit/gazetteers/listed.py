"""The tables of listed entities (`weapons.tsv`, `organisations.tsv`, ...) and `topics.tsv`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from graphkit.gazetteers.entries import Entry
from graphkit.gazetteers.tables import Row
from graphkit.model.claims import Kind
from graphkit.ontology.nodes import NODE_TYPES

FILES = (
    "weapons.tsv", "ships.tsv", "generic_items.tsv",
    "companies.tsv", "organisations.tsv", "forums.tsv", "exercises.tsv", "agreements.tsv", "own.tsv",
)  # fmt: skip
COLUMNS = (
    "key", "kind", "name", "aliases", "countries", "category", "parent", "generic", "ambiguous", "identifiers",
)  # fmt: skip
TOPIC_COLUMNS = ("key", "words")
KINDS = (Kind.ORGANISATION, Kind.FORUM, Kind.WEAPON_SYSTEM, Kind.AGREEMENT, Kind.EXERCISE)

_BY_NAME = {kind.value: kind for kind in KINDS}
_PREFIX: dict[str, str] = {node.label: node.prefix for node in NODE_TYPES}
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def parse_entries(rows: Iterable[Row], countries: Collection[str]) -> dict[str, Entry]:
    """Return the entries of all tables by key, in the order read.

    SettingsError for a key listed twice, an unknown country, or a parent that is not listed.
    """
    entries: dict[str, Entry] = {}
    children: list[tuple[Entry, Row]] = []
    for row in rows:
        entry = _entry(row, countries)
        if entry.key in entries:
            row.refuse(f"{entry.key} is listed twice", "keys are unique over all files: merge the two lines")
        entries[entry.key] = entry
        if entry.parent is not None:
            children.append((entry, row))
    for entry, row in children:
        if entry.parent not in entries or entry.parent == entry.key:
            row.refuse(f"unknown parent {entry.parent}", "the key of another entry, of any table")
    return entries


def _entry(row: Row, countries: Collection[str]) -> Entry:
    kind = _kind(row)
    key, name, aliases = row.need("key"), row.need("name"), row.list("aliases")
    prefix, _, rest = key.partition(":")
    if prefix != _PREFIX[kind] or not _SLUG.fullmatch(rest):
        row.refuse(f"{key!r} is no key of a {kind}", f"write {_PREFIX[kind]}:lower-case-words")
    ambiguous = row.list("ambiguous")
    stray = [words for words in ambiguous if words != name and words not in aliases]
    if stray:
        row.refuse(f"ambiguous, but neither name nor alias: {', '.join(stray)}", "list it under aliases too")
    return Entry(
        key=key,
        kind=kind,
        name=name,
        aliases=aliases,
        countries=row.codes("countries", countries),
        category=row.text("category"),
        parent=row.text("parent") or None,
        generic=row.yes("generic"),
        ambiguous=ambiguous,
        identifiers=row.pairs("identifiers"),
    )


def _kind(row: Row) -> Kind:
    kind = _BY_NAME.get(row.need("kind"))
    if kind is None:
        row.refuse(f"unknown kind {row.text('kind')!r}", f"known: {', '.join(_BY_NAME)}")
    return kind


def parse_topics(rows: Iterable[Row]) -> Mapping[str, tuple[str, ...]]:
    """Return the words of each topic by its key; SettingsError for a key listed twice."""
    topics: dict[str, tuple[str, ...]] = {}
    for row in rows:
        key = row.need("key")
        if key in topics or not _SLUG.fullmatch(key):
            row.refuse(f"{key!r} is listed twice or no key", "a key is lower-case words joined by hyphens, listed once")
        topics[key] = row.list("words")
    return topics
