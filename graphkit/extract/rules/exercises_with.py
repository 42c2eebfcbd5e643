"""EXERCISES_WITH: two countries train, drill or patrol together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graphkit.extract.reading import Occurrence
from graphkit.extract.rules.found import Found
from graphkit.extract.rules.patterns import SUBJECT, Pattern, run
from graphkit.extract.rules.scene import STATES, Scene

TYPE = "EXERCISES_WITH"
GATE = re.compile(
    r"\b(?:exercis\w+|drills?|drilled|patrols?|joint|manoeuvres|maneuvers|war-?games?|passex|training|trained|train)\b|<X"
)
_DRILL = (
    r"(?:exercises?|drills?|wargames?|war games|manoeuvres|maneuvers|patrols?|passex|training exercises?|joint training|<X\d+>|"
    r"<A\d+> exercises?|joint (?:sail|sails|sailing|voyage|transit|flights?))"
)
_HOLD = (
    r"(?:held|hold|holds|holding|conducted|conduct|conducts|conducting|carried out|carry out|staged|stage|began|begin|begins|begun|"
    r"started|start|kicked off|concluded|completed|launched|launch|undertook|undertake|participated in|take part in|took part in|"
    r"taking part in|participate in|organised|organized|had|have|plan|wrapped up|commenced|hosted|hosts|join|joined)"
)
_JOINT = r"(?:joint|bilateral|trilateral|multilateral|combined|multinational)"
MOST = 4  # parties: of more only the host trains with each

PATTERNS = (
    Pattern("held_with", rf"{_HOLD} ~7(?P<t>{_DRILL}) ~8(?:with|alongside) ~5{{o:ST*}}", subject=SUBJECT, letters=STATES, country=True),
    Pattern("they_held", rf"{_HOLD} ~7(?P<t>{_DRILL})(?! ~6(?:with|alongside) ~3<[COF])", pairs=SUBJECT, letters=STATES, country=True),
    Pattern("between", rf"(?P<t>{_DRILL}) ~9(?:between|of|by|involving|among|featuring|including|from) ~4{{b:ST*}}", pairs="b", country=True),
    Pattern("with", rf"{{s:ST}} ~6(?P<t>{_DRILL}) ~6(?:with|alongside) ~4{{o:ST*}}", country=True),
    Pattern("his_with", rf"{{s:ST's}} ~6(?P<t>{_DRILL}) ~6(?:with|alongside) ~4{{o:ST*}}", country=True),
    Pattern("adjectives", rf"{{b:c}} =3(?P<t>{_DRILL})", pairs="b", country=True),
    Pattern("pair", rf"{{b:C*}} (?:(?:\S*(?:al|int|ed|ary|ime|ir|nd|ual|rst|xt|[0-9]\S*)) ){{0,4}}(?P<t>{_DRILL})", pairs="b", country=True),
    Pattern("trained_with", r"(?P<t>trained|exercised|drilled|training|patrolled|exercising|train|drill|exercise|operating|operated|sailed) ~3(?:with|alongside|together with) ~4{o:ST*}", subject=SUBJECT, letters=STATES, country=True),
    Pattern("trained_together", r"{b:ST*} ~4(?P<t>trained|exercised|drilled|patrolled|train|exercise) (?:together|jointly)", pairs="b", country=True),
    Pattern("they_of_drill", rf"(?:welcomed|noted|agreed|deliberated|discussed|look forward|reviewed|hosting|increase\w*|appreciated|have|including) [^;]{{0,60}}?(?P<t>(?:{_JOINT} )=2(?:exercises?|drills?|patrols?)|<X\d+>)", pairs=SUBJECT, letters=STATES, country=True),
    Pattern("left_for_drill", rf"{{s:CO}} [^;<]{{0,60}}?(?:departed|left|leaves|leave|reached|arrived|depart|moved|flew) =2(?:for|in|at|to) =2{{o:C}} [^;<]{{0,80}}?(?P<t>{_DRILL})", country=True),
    Pattern("asked_to_hold", rf"{{s:C}} =3(?:asked|invited|urged|wants|persuaded) =1{{o:C*}} to {_HOLD} =3(?P<t>{_DRILL})", country=True),
    Pattern("after_with", rf"{{s:CW}} [^;]{{0,60}}?(?P<t>{_DRILL}) (?:with|alongside) =3{{o:ST*}}", country=True),
    Pattern("took_part_too", rf"{{b:C*}} =1(?:also )?(?:took part|participated|take part|participate|were involved|are involved|joined|will take part) =1(?:in )?=3(?P<t>{_DRILL})", pairs="b", country=True),
    Pattern("involving_list", rf"(?P<t>{_DRILL}) [^;<]{{0,50}}?(?:involving|featuring|comprising|bringing together|joined by|included|includes|includ\w+ =3from) =3{{b:C*}}", pairs="b", country=True),
    Pattern("joined", rf"{{s:ST}} ~3(?:joined|joins|join|will join|participated with) ~2{{o:ST*}} ~4(?:in|for|on) ~4(?P<t>{_DRILL})", country=True),
    Pattern("joint_by", rf"{_JOINT} ~3(?P<t>{_DRILL}) ~6(?:by|of|between) ~4{{b:ST*}}", pairs="b", country=True),
)  # fmt: skip


def in_scene(scene: Scene) -> Iterator[Found]:
    """Yield which countries trained with which, the exercise beside them if it is named."""
    if not GATE.search(scene.line):
        return
    for found in run(scene, TYPE, PATTERNS):
        yield replace(found, item=_exercise(scene, found.trigger))


def _exercise(scene: Scene, trigger: int) -> Occurrence | None:
    """The exercise named nearest to the trigger, one with a name of its own before "a joint drill"."""
    named = [(abs(unit.first - trigger), unit.first, unit) for unit in scene.units if unit.letter == "X"]
    found = [scene.members(unit)[0] for *_, unit in sorted(named, key=lambda each: each[:2])]
    proper = [o for o in found if not scene.reading.parties[o.party].name.islower()]
    return next(iter(proper or found), None)
