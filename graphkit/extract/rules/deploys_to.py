"""DEPLOYS_TO: forces, ships, aircraft or missiles stationed at, sent to or calling at a port of a country."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graphkit.extract.reading import Occurrence
from graphkit.extract.rules.found import Found
from graphkit.extract.rules.patterns import SUBJECT, Pattern, run
from graphkit.extract.rules.scene import Scene

TYPE = "DEPLOYS_TO"
GATE = re.compile(
    r"\b(?:deploy\w*|station\w*|bas(?:e|es|ed|ing)|sent|sends?|sending|troops|port|docked|docks|arriv\w+|access|sail\w*|presence|forces|rotat\w*|"
    r"soldiers|personnel|peacekeep\w*|withdr\w+|garrison|marines|warships?|ships?|dispatch\w*|anchor\w*|berth\w*)\b"
)
_FORCE = (
    r"(?:troops|forces|soldiers|personnel|marines|servicemen|peacekeepers|warships?|ships?|vessels?|frigates?|destroyers?|submarines?|"
    r"aircraft carriers?|carriers?|aircraft|jets|bombers|fighters|fighter jets|drones|battalions?|brigades?|batter(?:y|ies)|missiles?|systems?|"
    r"contingents?|advisers|advisors|trainers|unit|units|planes|squadrons?|helicopters|strike group|fleet|launchers?|base|bases|"
    r"naval base|air base|military base|naval facility|military presence|presence|footprint|garrison)"
)
_IN = r"(?:in|at|to|into|on|across|near|for|within|off)"
_SEND = r"(?:deploy(?:s|ed|ing)?|station(?:s|ed|ing)?|send(?:s|ing)?|sent|dispatch(?:es|ed|ing)?|rotat(?:e|es|ed|ing)|bas(?:e|ed|ing)|maintain(?:s|ed|ing)?|keep(?:s|ing)?|kept|move[ds]?|withdr[ae]w\w*|has|have|had|hosts?|put|plac(?:e|ed))"

PATTERNS = (
    Pattern("deployed", rf"(?P<t>{_SEND}) (?:[^;<]|<W\d+>|<c\d+>){{0,60}}?{_FORCE} ~6{_IN} ~4{{o:C}}", subject=SUBJECT, letters="CO"),
    Pattern("deployed_item", rf"(?P<t>{_SEND}) ~5<W\d+> ~6{_IN} ~4{{o:C}}", subject=SUBJECT, letters="CO"),
    Pattern("sent_to", r"(?P<t>deploy(?:s|ed|ing)?|dispatch(?:es|ed|ing)?|withdrew) ~5(?:in|to|at|into|from) ~3{o:C}", subject=SUBJECT, letters="CO"),
    Pattern("forces_in", rf"{{s:c}} ~4(?P<t>{_FORCE}) ~5(?:(?:deployed|stationed|based|station|operating) ~1)?(?:in|on|to|at|near) ~3{{o:C}}"),
    Pattern("his_forces_in", rf"{{s:ST's}} ~5(?P<t>{_FORCE}) ~4(?:in|on|to|at) ~3{{o:C}}"),
    Pattern("state_forces_in", r"{s:C} ~1(?:(?:deployed|stationed|based) ~1)(?P<t>in|to|at|from) ~3{o:C}"),
    Pattern("troops_of_in", r"{s:C} ~5(?P<t>deployed|stationed|based|arrived|docked|anchored|sailed|withdrawn) ~4(?:in|at|to|into|for|from) ~3{o:C}"),
    Pattern("port_call", r"(?P<t>port calls?|port visits?|docked|docks|docking|berthed|anchored|called|call|moored|arrived|arrives|stopover|visit) ~4(?:in|at|to) ~3{o:C}", subject=SUBJECT, letters="CO"),
    Pattern("presence", r"{s:ST's} ~4(?P<t>presence|deployment|base|bases|buildup|footprint|withdrawal|garrison|facility) ~3(?:in|to|on|from|at) ~3{o:C}"),
    Pattern("c_presence", r"{s:c} ~4(?P<t>presence|deployment|base|bases|buildup|footprint|withdrawal|garrison|naval facility) ~3(?:in|to|on|from|at) ~3{o:C}"),
    Pattern("access", r"(?P<t>access|basing rights|rotational access) ~3to ~5(?:bases|base|ports?|facilit\w+|airfields?|sites?) ~2(?:in|of) ~3{o:C}", subject=SUBJECT, letters="C"),
    Pattern("deployment_of", r"(?P<t>deployment|stationing|dispatch|arrival|presence|positioning) of ~3{s:c} ~6(?:in|to|on|at) ~3{o:C}"),
    Pattern("hosts", rf"{{o:C}} ~2(?P<t>hosts|hosting|host|hosted) ~5{{s:c}} ~4{_FORCE}"),
)  # fmt: skip


def in_scene(scene: Scene) -> Iterator[Found]:
    """Yield who has forces where, the system beside them if one is named."""
    if not GATE.search(scene.line):
        return
    for found in run(scene, TYPE, PATTERNS):
        yield replace(found, item=_system(scene, found))


def _system(scene: Scene, found: Found) -> Occurrence | None:
    """The weapon or ship named nearest to the trigger."""
    named = [(abs(unit.first - found.trigger), unit.first, unit) for unit in scene.units if unit.letter == "W"]
    if not named:
        return None
    distance, _, unit = min(named, key=lambda each: each[:2])
    return scene.members(unit)[0] if distance <= 12 else None
