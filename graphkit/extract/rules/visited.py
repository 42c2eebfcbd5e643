"""VISITED: a person travelled, or will, to a country."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from graphkit.extract.rules.found import Found
from graphkit.extract.rules.patterns import SUBJECT, Pattern, expand, run
from graphkit.extract.rules.scene import Scene

TYPE = "VISITED"
GATE = re.compile(
    r"\b(?:visit\w*|trip|tour|tours|touring|arriv\w+|travel\w*|flew|fly|flying|heads?|headed|heading|left|leaves?|leaving|depart\w*|landed|"
    r"went|go|goes|welcom\w+|delegation|return\w*|stopover|invit\w+|met|meets?|talks|co-?chair\w*|chaired|meeting|attend\w*|participat\w*|part|greeted|inaugurated|addressed|told|said|speaking|led|leads|leading|headed|represented)\b|"
    r"\b(?:is|was|be|are|were) (?:currently |now )?in <C"
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
    Pattern("welcomed_to", r"(?P<t>welcomed|welcomes|welcome|welcoming|hosted|hosting|hosts|received|greeted) ~2{s:P} [^;<]{0,40}?(?:to|in|at) =2{o:C}"),
    Pattern("visit_owned", rf"(?P<t>{_VISIT}) ~3(?:to|in) ~2{{o:C}} ,? ~3{{s:P}}"),
    Pattern("visit_c", rf"{{s:P's}} {{o:c}} (?P<t>{_VISIT})"),
    Pattern("delegation_to", r"(?P<t>leading|led|leads|lead|heading|headed|heads) ~8delegation ~2(?:to|in) ~2{o:C}", subject=SUBJECT, letters="P"),
    Pattern("will_be_in", r"(?:who )?(?P<t>is|was|will be|are|were|arriving) (?:currently |now )?in {o:C}", subject=SUBJECT, letters="P"),
    Pattern("met_in", r"(?P<t>met|meets|meet|held talks|hold talks|talks|gathered|sat down|co-?chaired|chaired|attended|inaugurated|addressed|called on) (?:[^;<]|<[PFX]\d+>){0,70}?(?:in|at) =3{o:C}", subject=SUBJECT, letters="P"),
    Pattern("met_there", r"(?P<t>met|meets|meet|talks|meeting) =4(?:with )?=3{s:P} (?:[^;<]|<[FX]\d+>){0,40}?(?:in|at) =3{o:C}"),
    Pattern("spoke_in", r"(?P<t>told|said|speaking|spoke|announced|addressed|remarks) (?:[^;<]|<[PFXO]\d+>){0,50}?(?:reporters|conference|briefing|forum|summit|press|address|speech|interview|dialogue|audience|meeting) =2(?:in|at) =2{o:C}", subject=SUBJECT, letters="P"),
    Pattern("trip_was", r"{s:P's} =4(?:trip|tour|visit) (?:was|is|will be) =7(?P<t>visit|trip) to =2{o:C}"),
    Pattern("stops_in", r"{s:P's} =5(?:trip|visit|tour) [^;<]{0,40}?(?P<t>stops?|visits?|includes|including|takes|take) (?:in|to|him to|her to)? ?=2{o:C}"),
    Pattern("attending_in", r"(?P<t>attend|attending|attended|attends|participat\w+ in|took part in|take part in|led|leads|lead|leading|headed|represented) =3(?:<[Cc]\d+> )?=2(?:delegation )?(?:to |at )?=3<[FX]\d+> =2in =2{o:C}", subject=SUBJECT, letters="P"),
    Pattern("meeting_in", r"(?P<t>meeting) =1<P\d+> in =1{o:C}", subject=SUBJECT, letters="P"),
    Pattern("speaking_in", r"(?P<t>speaking|talking|arriving|landing) [^;<]{0,30}?in {o:C} ,? ?=1{s:P}"),
    Pattern("during_in", r"(?P<t>during|at|following|after) =3(?:conference|summit|meeting|dialogue|forum|<F\d+>) =3in =2{o:C} (?:=3, |, )=1{s:P}"),
)  # fmt: skip
_PRESENT = frozenset(
    {"attending_in", "meeting_in", "speaking_in", "met_in", "met_there", "spoke_in", "during_in", "will_be_in"}
)
"""Presence abroad, which is a visit only for those who are known to be from elsewhere."""


def in_scene(scene: Scene) -> Iterator[Found]:
    """Yield who travelled where in one sentence; nobody visits his own country."""
    if not GATE.search(scene.line):
        return
    for found in (*run(scene, TYPE, PATTERNS), *_guests(scene)):
        parties = scene.reading.parties
        home = parties[found.subject.party].country
        assert found.object is not None
        there = parties[found.object.party]
        abroad = home is not None and home not in {there.country, (there.key or "").removeprefix("country:")}
        if abroad or (home is None and found.rule.partition(".")[2] not in _PRESENT):
            yield found


_GUEST = expand(r"(?P<t>visiting) =2{s:P}")


def _guests(scene: Scene) -> Iterator[Found]:
    """ "Roe received the visiting minister Li": Li is in Roe's country."""
    for match in _GUEST.finditer(scene.line):
        host = scene.subject(match.start(), "PCO")
        for guest, country in product(scene.members(scene.unit(match, "s")), scene.countries(host)):
            yield Found(
                sentence=scene.number,
                type=TYPE,
                rule="visited.guest",
                trigger=scene.token(match),
                subject=guest,
                object=country,
            )
