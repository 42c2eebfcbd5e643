"""DEPLOYS_TO: forces, ships, aircraft or missiles stationed at, sent to or calling at a port of a country."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

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
_SEND = r"(?:deploy(?:s|ed|ing)?|station(?:s|ed|ing)?|send(?:s|ing)?|sent|dispatch(?:es|ed|ing)?|rotat(?:e|es|ed|ing)|bas(?:e|ed|ing)|maintain(?:s|ed|ing)?|keep(?:s|ing)?|kept|move[ds]?|withdr[ae]w\w*|plac(?:e|ed))"

PATTERNS = (
    Pattern("deployed", rf"(?P<t>{_SEND}) (?:[^;<]|<W\d+>|<c\d+>){{0,60}}?{_FORCE} ~6{_IN} ~4{{o:C*}}", subject=SUBJECT, letters="CO"),
    Pattern("deployed_item", r"(?P<t>deploy(?:s|ed|ing)?|station(?:s|ed|ing)?|bas(?:e|es|ed|ing)|rotat(?:e|es|ed|ing)|position(?:s|ed|ing)?|kept|keeps|dispatch(?:es|ed|ing)?) ~5<W\d+> ~6(?:in|at|to|into|on|across|near|off) ~4{o:C*}", subject=SUBJECT, letters="CO"),
    Pattern("has_forces", rf"(?P<t>has|have|had|consists of|put) =4(?:<[cC]\d+> )?=1{_FORCE} =3(?:in|at|on) =3{{o:C*}}", subject=SUBJECT, letters="CO"),
    Pattern("sent_to", r"(?P<t>deploy(?:s|ed|ing)?|dispatch(?:es|ed|ing)?|withdrew) ~5(?:in|to|at|into|from) ~3{o:C*}", subject=SUBJECT, letters="CO"),
    Pattern("forces_in", rf"{{s:c}} ~4(?P<t>{_FORCE}) ~5(?:(?:deployed|stationed|based|station|operating) ~1)?(?:in|on|to|at|near) ~3{{o:C*}}"),
    Pattern("his_forces_in", rf"{{s:ST's}} ~5(?P<t>{_FORCE}) ~4(?:in|on|to|at) ~3{{o:C*}}"),
    Pattern("state_forces_in", r"{s:C} ~1(?:(?:deployed|stationed|based) ~1)(?P<t>in|to|at|from) ~3{o:C*}"),
    Pattern("troops_of_in", r"{s:C} ~5(?P<t>deployed|stationed|based|arrived|docked|anchored|sailed|withdrawn) ~4(?:in|at|to|into|for|from) ~3{o:C*}"),
    Pattern("port_call", r"(?P<t>port calls?|port visits?|docked|docks|docking|berthed|anchored|called|call|moored|arrived|arrives|stopover|visit) ~4(?:in|at|to) ~3{o:C*}", subject=SUBJECT, letters="CO"),
    Pattern("presence", r"{s:ST's} ~4(?P<t>presence|deployment|base|bases|buildup|footprint|withdrawal|garrison|facility) ~3(?:in|to|on|from|at) ~3{o:C*}"),
    Pattern("c_presence", r"{s:c} ~4(?P<t>presence|deployment|base|bases|buildup|footprint|withdrawal|garrison|naval facility) ~3(?:in|to|on|from|at) ~3{o:C*}"),
    Pattern("access", r"(?P<t>access|basing rights|rotational access) ~3to ~5(?:bases|base|ports?|facilit\w+|airfields?|sites?) ~2(?:in|of) ~3{o:C*}", subject=SUBJECT, letters="C"),
    Pattern("deployment_of", r"(?P<t>deployment|stationing|dispatch|arrival|presence|positioning) of ~3{s:c} ~6(?:in|to|on|at) ~3{o:C*}"),
    Pattern("base_in", r"{s:C} =1(?P<t>bases?|facility|facilities|presence|military presence|contingent|garrison) =2(?:in|on|at) =3{o:C*}"),
    Pattern("base_in_adj", r"{s:c} =2(?P<t>bases?|facility|facilities|presence|contingent|garrison|personnel|servicemembers|strike group|group) =2(?:in|on|at) =3{o:C*}"),
    Pattern("group_calls", r"{s:c} =3(?P<t>group|ships?|navy|vessels?|warships?|frigates?|submarines?) [^;]{0,40}?(?:port calls?|port visits?|dock\w*|visit\w*|stopovers?) (?:[^;<]){0,40}?{o:C*}"),
    Pattern("visits_port", r"{s:W} [^;<]{0,40}?(?P<t>port calls?|port visits?|visit|visits|visited|visiting|docked|docks|anchored|arrived|enter|entered|deployed|sailed|berthed|called) (?:[^;<]){0,25}?{o:C*}", country=True),
    Pattern("withdrew", r"(?P<t>withdr[ae]w\w*|pull(?:ed|s|ing)? out|recall\w*|evict\w*) [^;<]{0,40}?from =2{o:C*}", subject=SUBJECT, letters="CO"),
    Pattern("allowed_ship", r"(?P<t>allow\w*|permit\w*|let|lets) =1{o:W} to (?:dock|call|enter|refuel|berth|use|land|moor)", subject=SUBJECT, letters="C", country=True, swap=True),
    Pattern("hosts_men", r"{o:C*} [^;<]{0,30}?(?P<t>hosts|hosting|host|hosted|hosts of) =3{s:C}(?= )"),
    Pattern("move_to", r"(?P<t>move|moving|moved|relocate\w*|transfer\w*|redeploy\w*|shift\w*) =3<W\d+> (?:[^;<]|<C\d+>){0,25}?(?:to|into) =2{o:C*}", subject=SUBJECT, letters="CO"),
    Pattern("hosts", rf"{{o:C*}} ~2(?P<t>hosts|hosting|host|hosted) ~5{{s:c}} ~4{_FORCE}"),
)  # fmt: skip


_MEN = frozenset(
    [
        "troops",
        "forces",
        "soldiers",
        "marines",
        "personnel",
        "servicemen",
        "warships",
        "ships",
        "vessels",
        "jets",
        "bombers",
        "fighters",
        "aircraft",
        "contingents",
        "contingent",
        "paratroopers",
        "peacekeepers",
        "servicemembers",
        "airmen",
        "sailors",
        "advisers",
        "trainers",
        "army",
        "navy",
    ]
)
_THERE = re.compile(
    r"(?P<t>(?:[^<>; ]+ ){0,7}?(?:in|at|to|into|on|across|visit|visits|visited|visiting|enter|enters|entered|entering|reached|reaches)) "
    r"(?:the |southern |northern |eastern |western |neighbouring |neighboring |nearby |waters off |waters of |port of )*<C(?P<o>\d+)>"
)
_NO_MOVE = re.compile(
    r"\b(?:and|but|or|said|who|which|that|against|of|for|with|by|attack\w*|according|told|sale\w*|sold)\b"
)


def in_scene(scene: Scene) -> Iterator[Found]:
    """Yield who has forces where, the system beside them if one is named."""
    if not GATE.search(scene.line) and not any(token.lower in _MEN for token in scene.sentence.tokens):
        return
    for found in (*run(scene, TYPE, PATTERNS, passive=True), *_men_abroad(scene)):
        yield replace(found, item=_system(scene, found))


def _men_abroad(scene: Scene) -> Iterator[Found]:
    """ "Utopian troops in Ruritania", "two Utopian frigates will visit Ruritania"."""
    for index, unit in enumerate(scene.units):
        men = unit.letter == "C" and scene.sentence.tokens[unit.last].lower in _MEN
        if not men and not (unit.letter == "W" and scene.countries(unit)):
            continue
        rest = scene.start(index) + len(f"<{unit.letter}{index}> ")
        match = _THERE.match(scene.line, rest)
        if match is None or _NO_MOVE.search(match["t"]):
            continue
        trigger = scene.units[scene.index(match.end("t") - 1)].first
        for subject, object_ in product(scene.countries(unit), scene.members(scene.units[int(match["o"])])):
            if subject.party != object_.party:
                yield Found(
                    sentence=scene.number, type=TYPE, rule="deploys_to.men_in" if men else "deploys_to.system_in",
                    trigger=trigger, subject=subject, object=object_,
                )  # fmt: skip


def _system(scene: Scene, found: Found) -> Occurrence | None:
    """The weapon or ship named nearest to the trigger."""
    named = [(abs(unit.first - found.trigger), unit.first, unit) for unit in scene.units if unit.letter == "W"]
    if not named:
        return None
    distance, _, unit = min(named, key=lambda each: each[:2])
    return scene.members(unit)[0] if distance <= 12 else None
