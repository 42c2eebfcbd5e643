"""Every pair of parties of which a relation might be stated, sentence by sentence, in text order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graphkit.extract.deciding.scene import Scene
from graphkit.extract.deciding.targets import BY_PAIR, INDEX, TARGETS
from graphkit.extract.deciding.view import Anchor, View
from graphkit.extract.reading import How

_CARRIED = 2  # parties of each kind that are carried over from the sentence before
_CARRIED_KINDS = "PCO"
_MAIN = 2  # countries that an article is mainly about
_OFFICE = INDEX["HOLDS_OFFICE"]
_BACKWARD = frozenset(INDEX[name] for name in ("PROCURES.seller", "AIDS", "OPPOSES", "DEPLOYS_TO", "VISITED"))
"""Targets whose object is carried over; the other end hardly ever is (2 of 2,000 in the annotated articles)."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Asked of sentence `sentence`: does `subject` stand to `object` in one of the relations `targets`?

    `link` is "" where both are named there. Else one end is missing: "subject" or "object" is carried over from
    the sentence before, "main" is a main country of the article, or the object owns an office without being named
    ("owner" and how it is known).
    `a` and `b` are the mentions of subject and object, None for the missing one.
    """

    sentence: int
    subject: int
    object: int
    targets: tuple[int, ...]
    link: str
    a: Anchor | None
    b: Anchor | None


def candidates(scene: Scene) -> Iterator[Candidate]:
    """Yield the candidates of an article."""
    for number, view in enumerate(scene.views):
        named = _by_party(view)
        if not named:
            continue
        yield from _within(scene, number, named)
        if number and view.sentence.section != "title":
            yield from _carried(scene, number, named)
            yield from _mains(scene, number, named)
        if "office" in view.signals:
            yield from _owners(scene, number, named)


def asked(pair: str, view: View, forward: bool) -> tuple[int, ...]:
    """Return the targets asked of two kinds in a sentence; a symmetric one only in one direction."""
    return tuple(
        n
        for n in BY_PAIR.get(pair, ())
        if (forward or not (TARGETS[n].symmetric and pair[0] == pair[1]))
        and not TARGETS[n].signals.isdisjoint(view.signals)
    )


def _named_by_core(targets: tuple[int, ...], view: View) -> tuple[int, ...]:
    """Leave out offices, and targets that no word of their core names: an end left out needs a plain relation."""
    return tuple(t for t in targets if t != _OFFICE and not view.signals.isdisjoint(TARGETS[t].core))


def _by_party(view: View) -> dict[int, list[Anchor]]:
    named: dict[int, list[Anchor]] = {}
    for anchor in view.anchors:
        named.setdefault(anchor.party, []).append(anchor)
    return named


def _within(scene: Scene, number: int, named: dict[int, list[Anchor]]) -> Iterator[Candidate]:
    view = scene.views[number]
    cache: dict[tuple[str, bool], tuple[int, ...]] = {}
    order = list(named)
    for i, subject in enumerate(order):
        for j, object_ in enumerate(order):
            if i == j:
                continue
            pair = named[subject][0].letter + named[object_][0].letter
            key = (pair, i < j)
            targets = cache.get(key)
            if targets is None:
                targets = cache[key] = asked(pair, view, i < j)
            if targets and scene.parties[subject].unnamed:
                targets = tuple(t for t in targets if t != _OFFICE)
            if not targets:
                continue
            a, b = nearest(named[subject], named[object_])
            if view.lists[a.index] == view.lists[b.index]:
                targets = tuple(t for t in targets if TARGETS[t].symmetric)
            if targets:
                yield Candidate(number, subject, object_, targets, "", a, b)


def nearest(left: list[Anchor], right: list[Anchor]) -> tuple[Anchor, Anchor]:
    """Return the two mentions that stand nearest to each other, names before pronouns."""
    if len(left) == len(right) == 1:
        return left[0], right[0]
    return min(((a, b) for a in left for b in right), key=_distance)


def _distance(pair: tuple[Anchor, Anchor]) -> tuple[int, int, int]:
    a, b = pair
    weak = sum(x.occurrence.how in (How.PRONOUN, How.GROUP) for x in pair)
    return (weak, max(a.first - b.last, b.first - a.last, 0), min(a.first, b.first))


def _carried(scene: Scene, number: int, named: dict[int, list[Anchor]]) -> Iterator[Candidate]:
    view = scene.views[number]
    before = scene.views[number - 1]
    if before.sentence.section == "title":
        return
    kept: dict[str, list[int]] = {letter: [] for letter in _CARRIED_KINDS}
    for anchor in before.anchors:
        row = kept.get(anchor.letter)
        if row is None or anchor.party in named or anchor.party in row or len(row) >= _CARRIED:
            continue
        if anchor.occurrence.how not in (How.PRONOUN, How.GROUP):
            row.append(anchor.party)
    for letter in _CARRIED_KINDS:
        for party in kept[letter]:
            for other, anchors in named.items():
                yield from _carry(view, number, letter, party, other, anchors[0])


def _carry(view: View, number: int, letter: str, party: int, other: int, anchor: Anchor) -> Iterator[Candidate]:
    targets = _named_by_core(asked(letter + anchor.letter, view, True), view)
    if targets:
        yield Candidate(number, party, other, targets, "subject", None, anchor)
    targets = tuple(t for t in _named_by_core(asked(anchor.letter + letter, view, False), view) if t in _BACKWARD)
    if targets:
        yield Candidate(number, other, party, targets, "object", anchor, None)


def _mains(scene: Scene, number: int, named: dict[int, list[Anchor]]) -> Iterator[Candidate]:
    """The two main countries of the article stand for parties that a sentence leaves out."""
    view = scene.views[number]
    before = {anchor.party for anchor in scene.views[number - 1].anchors}
    for iso in scene.reading.main[:_MAIN]:
        country = scene.country(iso)
        if country is None or country in named or country in before:
            continue
        for other, anchors in named.items():
            letter = anchors[0].letter
            if letter in "FXW":
                targets = _named_by_core(asked("C" + letter, view, True), view)
                if targets:
                    yield Candidate(number, country, other, targets, "main", None, anchors[0])


def _owners(scene: Scene, number: int, named: dict[int, list[Anchor]]) -> Iterator[Candidate]:
    reading = scene.reading
    for person, anchors in named.items():
        party = scene.parties[person]
        if anchors[0].letter != "P" or party.unnamed:
            continue
        ways: dict[int, list[str]] = {}
        for way, iso in (
            ("known", party.country),
            ("main", reading.main[0] if reading.main else None),
            ("publisher", reading.publisher),
        ):
            country = scene.country(iso) if iso else None
            if country is not None and country not in named:
                ways.setdefault(country, []).append(way)
        for country, how in ways.items():
            yield Candidate(number, person, country, (_OFFICE,), "owner " + "+".join(how), anchors[0], None)
