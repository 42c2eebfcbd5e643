"""VISITED: a person travelled, or will, to a country."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.rules.found import Found
from graphkit.extract.rules.patterns import SUBJECT, Pattern, run
from graphkit.extract.rules.scene import Scene

TYPE = "VISITED"
GATE = re.compile(
    r"\b(?:visit\w*|trip|tour|tours|touring|arriv\w+|travel\w*|flew|fly|flying|heads?|headed|heading|left|leaves?|leaving|depart\w*|landed|"
    r"went|go|goes|welcom\w+|delegation|return\w*|stopover|invit\w+)\b"
)
_VISIT = r"(?:visit|visits|trip|tour|journey|state visit|stopover)"

PATTERNS = (
    Pattern("visited", r"(?P<t>visited|visits|visit|visiting|toured|tours) ~2{o:C}", subject=SUBJECT, letters="P"),
    Pattern("visit_to", rf"{{s:P's}} ~5(?P<t>{_VISIT}) ~3(?:to|in) ~2{{o:C}}"),
    Pattern("visit_by", rf"(?P<t>{_VISIT}) ~3(?:to|in) ~2{{o:C}} ~4(?:of|by) ~3{{s:P}}"),
    Pattern("visit_of", rf"(?P<t>{_VISIT}) ~3(?:of|by) ~3{{s:P}} ~2(?:to|in) ~2{{o:C}}"),
    Pattern("on_visit", rf"(?:on|for|during|paid|paying|pays|pay|undertook|undertake|undertaking|making|made|make|began|begin|begins|concluded|kicked off|starts|started) ~7(?P<t>{_VISIT}) ~3(?:to|in|of) ~2{{o:C}}", subject=SUBJECT, letters="P"),
    Pattern("travelled", r"(?P<t>travel+ed|travels?|travel+ing|flew|flies|fly|flying|heads?|headed|heading|went|goes|go|going|returned|returns|return|depart\w*) ~4(?:to|for|into) ~2{o:C}", subject=SUBJECT, letters="P"),
    Pattern("left_for", r"(?P<t>left|leaves|leave|leaving|embarked|departed|departs) ~3for ~2{o:C}", subject=SUBJECT, letters="P"),
    Pattern("arrived", r"(?P<t>arrived|arrives|arrive|arriving|landed|lands) ~2(?:in|at) ~2{o:C}", subject=SUBJECT, letters="P"),
    Pattern("welcomed_to", r"(?P<t>welcomed|welcomes|welcome|welcoming|hosted|hosting|hosts|received) ~2{s:P} ~3(?:to|in|at) ~2{o:C}"),
    Pattern("visit_owned", rf"(?P<t>{_VISIT}) ~3(?:to|in) ~2{{o:C}} ,? ~3{{s:P}}"),
    Pattern("visit_c", rf"{{s:P's}} {{o:c}} (?P<t>{_VISIT})"),
    Pattern("delegation_to", r"(?P<t>leading|led|leads|lead|heading|headed|heads) ~8delegation ~2(?:to|in) ~2{o:C}", subject=SUBJECT, letters="P"),
    Pattern("met_in", r"{s:P} (?P<t>met|meets|held|hosted|hosts) ~2<P\d+> ~3in {o:C}"),
)  # fmt: skip
_NOT_FINAL = frozenset({"met_in"})


def in_scene(scene: Scene) -> Iterator[Found]:
    """Yield who travelled where in one sentence; nobody visits his own country."""
    if not GATE.search(scene.line):
        return
    for found in run(scene, TYPE, (p for p in PATTERNS if p.name not in _NOT_FINAL)):
        parties = scene.reading.parties
        home = parties[found.subject.party].country
        assert found.object is not None
        there = parties[found.object.party]
        if home is None or home not in {there.country, (there.key or "").removeprefix("country:")}:
            yield found
