"""All rules over one reading."""

from __future__ import annotations

from collections.abc import Iterator

from graphkit.extract.reading import Reading
from graphkit.extract.rules import (
    agreed_with,
    aids,
    co_produces,
    cooperates_with,
    deploys_to,
    exercises_with,
    holds_office,
    met,
    opposes,
    participates_in,
    procures,
    sanctions,
    transfers_technology,
    visited,
)  # fmt: skip
from graphkit.extract.rules.found import Found
from graphkit.extract.rules.scene import Scene

MODULES = (
    met, visited, holds_office, procures, exercises_with, agreed_with, co_produces, transfers_technology, participates_in, aids,
    deploys_to, sanctions, opposes, cooperates_with,
)  # fmt: skip


def find_all(reading: Reading) -> tuple[Found, ...]:
    """Return what the rules of every relation find, in text order, once per sentence, type, ends and rule."""
    return tuple(_found(reading))


def _found(reading: Reading) -> Iterator[Found]:
    for number, occurrences in enumerate(reading.occurrences):
        if not occurrences:
            continue
        scene = Scene.of(reading, number)
        seen: set[tuple[object, ...]] = set()
        alone = len({occurrence.party for occurrence in occurrences}) < 2
        for module in (holds_office,) if alone else MODULES:
            for found in module.in_scene(scene):
                key = (found.type, found.rule, found.ends(), found.office)
                if key not in seen:
                    seen.add(key)
                    yield found
