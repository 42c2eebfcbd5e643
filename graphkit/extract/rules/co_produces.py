"""CO_PRODUCES: two make or develop something together, in a joint venture or under licence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graphkit.extract.reading import Occurrence
from graphkit.extract.rules.found import Found
from graphkit.extract.rules.patterns import SUBJECT, Pattern, run
from graphkit.extract.rules.scene import STATES, Scene

TYPE = "CO_PRODUCES"
GATE = re.compile(
    r"\b(?:joint\w*|co-\w+|coproduc\w+|produc\w+|manufactur\w*|develop\w*|venture|build\w*|built|licen[cs]\w+|assembl\w+|collaborat\w+|consortium|together|make)\b"
)
_MAKE = (
    r"(?:co-?produc(?:e|es|ed|ing|tion)|co-?develop(?:s|ed|ing|ment)?|co-?manufactur(?:e|es|ed|ing)|jointly ~1(?:produc|develop|manufactur|build|design|mak)\w*|"
    r"(?:joint|licen[sc]ed|local) (?:production|development|manufactur\w+|venture|research)|joint ventures?|"
    r"(?:produc|develop|manufactur|build|assembl)\w* ~2(?:jointly|together|under licen[cs]e)|consortium|joint =1(?:endeavou?rs?|efforts?|projects?|programmes?|programs?))"
)
_MADE = r"(?:produced|manufactured|built|made|assembled|constructed)"

PATTERNS = (
    Pattern("with", rf"(?P<t>{_MAKE}) (?:[^;<]|<W\d+>|<c\d+>){{0,60}}?(?:with|together with) ~4{{o:ST*}}", subject=SUBJECT, letters=STATES),
    Pattern("they", rf"(?P<t>{_MAKE})(?! ~8with ~3<[COF])", pairs=SUBJECT, letters=STATES),
    Pattern("between", rf"(?P<t>{_MAKE}) ~9(?:between|of|by|involving|among) ~4{{b:ST*}}", pairs="b"),
    Pattern("between_two", rf"(?P<t>{_MAKE}) ~5between ~3{{s:ST}} and ~3{{o:ST*}}"),
    Pattern("adjectives", rf"{{b:c}} ~4(?P<t>{_MAKE}|venture|project)", pairs="b"),
    Pattern("pair", rf"{{b:ST*}} ~4(?P<t>{_MAKE})", pairs="b"),
    Pattern("s_with_o", rf"{{s:ST}} ~6(?P<t>{_MAKE}) ~4with ~4{{o:ST*}}"),
    Pattern("developed_by", r"(?P<t>developed|produced|manufactured|built|designed|made) ~2(?:jointly )?~1by ~3{b:ST*}", pairs="b"),
    Pattern("partnered", r"(?P<t>partner(?:s|ed|ing)?|team(?:s|ed)? up|tie[sd]? up|collaborat\w+|joined hands|cooperat\w+|worked|working|work|mou|agreement) ~2with ~3{o:ST*} ~6(?:to|for|on|in) ~4(?:build|produce|manufactur\w+|develop\w*|make|assembl\w+|production|co-\w+)", subject=SUBJECT, letters=STATES),
    Pattern("they_develop", r"(?:agreed|agree|discuss\w*|plan\w*|consider\w*|announc\w+|explor\w*|beg[aiu]n|start\w*|launch\w*|continue|working) (?:[^;<]|<W\d+>){0,60}?(?P<t>(?:co-?)?(?:development|production|manufactur\w+)) of =4<W\d+>", pairs=SUBJECT, letters=STATES),
    Pattern("made_in_both", rf"(?P<t>{_MADE}) =2in {{s:C}} and =6in {{o:C*}}"),
    Pattern("made_by_with", rf"(?P<t>{_MADE}|assembly|production) [^;<]{{0,30}}?(?:<C\d+> )?by =2{{s:ST}} =2in (?:partnership|cooperation|collaboration|association) with =3{{o:ST*}}"),
    Pattern("partner_such_as", r"(?P<t>partnerships?|collaborat\w+|partner\w*|cooperat\w+|mous?|agreements?) =2with =5(?:<c\d+> )?=4(?:such as|including|like|namely|—|:) =2{o:O}", subject=SUBJECT, letters="O"),
    Pattern("licence", r"(?P<t>licen[sc]e|licen[sc]ed) ~3(?:from|by|of) ~3{o:ST*}", subject=SUBJECT, letters=STATES),
)  # fmt: skip


def in_scene(scene: Scene) -> Iterator[Found]:
    """Yield who makes what with whom."""
    if not GATE.search(scene.line):
        return
    for found in run(scene, TYPE, PATTERNS):
        yield found if found.item else replace(found, item=_system(scene, found.trigger))


def _system(scene: Scene, trigger: int) -> Occurrence | None:
    named = [(abs(unit.first - trigger), unit.first, unit) for unit in scene.units if unit.letter == "W"]
    if not named:
        return None
    distance, _, unit = min(named, key=lambda each: each[:2])
    return scene.members(unit)[0] if distance <= 15 else None
