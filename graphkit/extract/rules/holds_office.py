"""HOLDS_OFFICE: a person and an office that stand together, with whose office it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.reading import How, Occurrence, OfficePhrase
from graphkit.extract.rules.found import Found
from graphkit.extract.rules.mentions import country_of
from graphkit.extract.rules.scene import Scene

TYPE = "HOLDS_OFFICE"
_MINISTRY = re.compile(
    r"\b(?:Ministry|Ministries|Department|Foreign Office|Kremlin|Pentagon|White House|National Security|State Department|MoD|Cabinet|Presidency|"
    r"Embassy|Government|General Staff|Federation|Republic|Administration|Foreign Affairs)\b"
)
_PRIVATE = re.compile(
    r"\b(?:Institute|University|Universities|College|Centre|Center|Foundation|Party|Association|Think Tank|Journal|Times|News|Post|Forum for|"
    r"School|Society|Studies|Academy|Group of Experts|Parliament|Senate|Congress)\b"
)


def in_scene(scene: Scene) -> Iterator[Found]:
    """Yield the offices of the sentence with their holders and owners."""
    for number, office in enumerate(scene.reading.offices):
        if office.sentence == scene.number and office.holder is not None and office.owner is not None:
            yield from _found(scene, number, office)


def _found(scene: Scene, number: int, office: OfficePhrase) -> Iterator[Found]:
    holder = _nearest(scene, office.holder, office)
    owner = _nearest(scene, office.owner, office) or _anywhere(scene, office)
    if holder is None or owner is None or scene.reading.parties[holder.party].unnamed:
        return
    name = scene.reading.parties[owner.party].name
    if _PRIVATE.search(name):
        return
    if _MINISTRY.search(name):  # whoever speaks or works for a ministry holds an office of the state
        owner = country_of(scene.reading, owner) or owner
    trigger = next((i for i, t in enumerate(scene.sentence.tokens) if t.start >= office.span.start), 0)
    rule = "holds_office.former" if office.former else "holds_office.title"
    yield Found(
        sentence=scene.number, type=TYPE, rule=rule, trigger=trigger, subject=holder, object=owner, office=number
    )


def _nearest(scene: Scene, party: int | None, office: OfficePhrase) -> Occurrence | None:
    own = [o for o in scene.reading.occurrences[scene.number] if o.party == party]
    return min(own, key=lambda o: (abs(o.span.start - office.span.start), o.span.start)) if own else None


def _anywhere(scene: Scene, office: OfficePhrase) -> Occurrence | None:
    """The owner implied by the title ("Raksha Mantri"): it stands at the office's own words."""
    assert office.owner is not None
    tokens = [
        i for i, t in enumerate(scene.sentence.tokens) if t.start >= office.span.start and t.end <= office.span.end
    ]
    if not tokens:
        return None
    return Occurrence(office.owner, scene.number, tokens[0], tokens[-1], office.span, office.words, How.IMPLIED)
