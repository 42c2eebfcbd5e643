"""TRANSFERS_TECHNOLOGY: one side hands know-how to another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graphkit.extract.reading import Occurrence
from graphkit.extract.rules.found import Found
from graphkit.extract.rules.patterns import SUBJECT, Pattern, expand, run
from graphkit.extract.rules.scene import STATES, Scene

TYPE = "TRANSFERS_TECHNOLOGY"
GATE = re.compile(r"\b(?:technolog\w+|tot|know-how|source codes?|blueprints|expertise|reactor)\b")
_TECH = r"(?:transfer of technology|technology transfers?|tot|transfers? of ~4technolog\w+|technolog(?:y|ies)|know-how|source codes?|expertise|technical assistance)"
_GIVE = r"(?:transfer(?:s|red|ring)?|shar(?:e|es|ed|ing)|provid(?:e|es|ed|ing)|offer(?:s|ed|ing)?|give|gives|gave|giving|hand(?:ed|ing)? over|pass(?:ed|ing)? on|suppl(?:y|ied|ying)|grant(?:ed|ing)?|export(?:s|ed|ing)?|agreed to|promis\w+)"

PATTERNS = (
    Pattern("gave_to", rf"{_GIVE} (?:[^;<]|<W\d+>|<c\d+>){{0,60}}?(?P<t>{_TECH}) (?:[^;<]|<[WcC]\d+>){{0,50}}?(?:to|with|for) =3{{o:ST}}", subject=SUBJECT, letters="COF"),
    Pattern("gave", rf"{_GIVE} {{o:ST}} ~2(?:with )?~6(?P<t>{_TECH})", subject=SUBJECT, letters="COF"),
    Pattern("transfer_from_to", rf"(?P<t>{_TECH}) ~8(?:from|by) ~3{{s:ST}} ~3to ~3{{o:ST}}"),
    Pattern("transfer_to", r"(?P<t>transfer of technology|technology transfers?|tot|transfers? of ~5technolog\w+) ~8to ~3{o:ST}", subject=SUBJECT, letters="COF"),
    Pattern("transfer_from", rf"{{o:ST}} ~9(?P<t>{_TECH}) ~5from ~3{{s:ST}}"),
    Pattern("his_to", rf"{{s:ST's}} ~6(?P<t>{_TECH}) ~5(?:to|with) ~3{{o:ST}}"),
    Pattern("adjective_to", rf"{{s:c}} ~5(?P<t>{_TECH}) ~5(?:to|with) ~3{{o:ST}}"),
    Pattern("expertise_from", r"(?P<t>expertise|technology|know-how|assistance) from =1{s:C} [^;]{0,60}?{o:C}"),
    Pattern("seeks", r"{o:C} =4(?:seeking|seeks|sought|requested|wants|obtain\w*|receiv\w+|acquir\w+) =1{s:c} =2[^;]{0,40}?(?P<t>technology|know-how|expertise)"),
    Pattern("allow_using", r"(?:allow|enable|help|let) =1{o:C} to [^;]{0,50}?(?:using|with) =1{s:C} (?P<t>technology|know-how)"),
    Pattern("using", rf"{{o:C}} [^;]{{0,60}}?(?:using|with|use of|receive|receives|receiving|seeks?|seeking|wants|acquire|access to) ~3{{s:c}} ~5(?P<t>{_TECH})"),
)  # fmt: skip


_HANDS_OVER = expand(
    r"(?:transfer\w*|shar\w+|provid\w+|offer\w*|support\w*|promis\w+|agree\w*|pledg\w+|includ\w+|commit\w*|with|full|100%) =5"
    r"(?P<t>transfer of technology|technology transfers?|tot|transfers? of =3technology|source codes?)"
)


def in_scene(scene: Scene) -> Iterator[Found]:
    """Yield who gives which technology to whom."""
    if not GATE.search(scene.line):
        return
    for found in (*run(scene, TYPE, PATTERNS), *_unnamed_receiver(scene)):
        yield replace(found, item=_system(scene, found.trigger))


def _unnamed_receiver(scene: Scene) -> Iterator[Found]:
    """ "Utopia agreed to a transfer of technology": to the one other country that the sentence names."""
    for match in _HANDS_OVER.finditer(scene.line):
        giver = scene.subject(match.start(), STATES) or scene.subject(match.start("t"), STATES)
        if giver is None or len(giver.mentions) != 1 or len(givers := scene.members(giver)) != 1:
            continue
        own = {occurrence.party for occurrence in (*givers, *scene.countries(giver))}
        others = {o.party: o for u in scene.units if u.letter == "C" for o in scene.members(u) if o.party not in own}
        if len(others) == 1:
            yield Found(
                sentence=scene.number, type=TYPE, rule="transfers_technology.only_other", trigger=scene.token(match),
                subject=givers[0], object=next(iter(others.values())),
            )  # fmt: skip


def _system(scene: Scene, trigger: int) -> Occurrence | None:
    named = [(abs(unit.first - trigger), unit.first, unit) for unit in scene.units if unit.letter == "W"]
    return scene.members(min(named, key=lambda each: each[:2])[2])[0] if named else None
