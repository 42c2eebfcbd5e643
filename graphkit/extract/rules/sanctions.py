"""SANCTIONS: sanctions, embargoes and bans threatened, imposed or lifted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.rules.found import Found
from graphkit.extract.rules.patterns import SUBJECT, Pattern, run
from graphkit.extract.rules.scene import Scene

TYPE = "SANCTIONS"
GATE = re.compile(
    r"\b(?:sanction\w*|embargo\w*|blacklist\w*|caatsa|ban|bans|banned|restrict\w+|tariffs?|penalt\w+|suspend\w*|waiver|freez\w+|export controls?)\b"
)
_MEASURE = r"(?:sanctions?|embargo(?:es)?|restrictions|bans?|tariffs?|penalties|export controls?|asset freezes?|arms embargo|waivers?)"
_IMPOSE = (
    r"(?:impos\w+|slapp?\w*|announc\w+|threaten\w*|lift\w*|eas(?:e|ed|ing)|tighten\w*|adopt\w*|enact\w*|extend\w*|expand\w*|waiv\w+|plac\w+|levied|levy|"
    r"approv\w+|consider\w*|apply|appl\w+|introduc\w+|roll\w* back|pursue|issued?|unveil\w*|renew\w*|maintain\w*|call\w* for|remov\w+|increas\w+|push\w* for|seek\w*|sought|discuss\w*|urg\w+|demand\w*)"
)

PATTERNS = (
    Pattern("imposed", rf"{_IMPOSE} (?:[^;<]|<[Wc]\d+>){{0,60}}?(?P<t>{_MEASURE}) ~5(?:on|against|upon|for|over|targeting) =4{{o:ANY}}", subject=SUBJECT),
    Pattern("imposed_on_firms", rf"{_IMPOSE} (?:[^;<]|<[Wc]\d+>){{0,60}}?(?P<t>{_MEASURE}) ~4(?:on|against) =3{{o:c}} =2(?:entities|entity|companies|firms?|banks?|officials|individuals|goods|exports?|oil|economy|ships|leaders|persons|people|organi[sz]ations|vessels|tankers)", subject=SUBJECT),
    Pattern("passive", rf"(?P<t>{_MEASURE}) ~5(?:on|against|upon) ~3{{o:ANY}} ~4(?:imposed|announced|adopted|by) ~2(?:by )?~2{{s:ST}}"),
    Pattern("passive_after", rf"(?P<t>{_MEASURE}) ~4(?:imposed|announced|adopted|enacted) ~1by ~3{{s:ST}} ~3(?:on|against) ~3{{o:ANY}}"),
    Pattern("his", rf"{{s:ST's}} ~4(?P<t>{_MEASURE}) ~3(?:on|against) ~3{{o:ANY}}"),
    Pattern("adjective", rf"{{s:c}} ~3(?P<t>{_MEASURE}) ~3(?:on|against) ~3{{o:ANY}}"),
    Pattern("of", rf"{{s:ST}} ~2(?P<t>{_MEASURE}) ~3(?:on|against) ~3{{o:ANY}}"),
    Pattern("sanctioned", r"(?P<t>sanctioned|blacklisted|sanctioning|blacklists|blacklisting)(?! by) ~3{o:ANY*}", subject=SUBJECT, letters="CO"),
    Pattern("sanctioned_such_as", r"(?P<t>sanctioned|sanctioning|blacklisted|blacklisting) (?! by)[^;<]{0,60}?(?:including|such as|in|linked to|tied to) =1{o:ANY*}", subject=SUBJECT, letters="CO"),
    Pattern("sanctions_verb", r"{s:C} (?P<t>sanctions) =2{o:ANY*}"),
    Pattern("sanctioned_by", r"{o:ANY} ~5(?P<t>sanctioned|blacklisted) ~2by ~3{s:ST}"),
    Pattern("warned_of", rf"(?:warned|threatened|warns|threatens) =1{{o:ANY}} (?:of|with|about) =3(?P<t>{_MEASURE})", subject=SUBJECT),
    Pattern("answered", r"(?P<t>retaliat\w+|respond\w*|condemn\w*|denounc\w*|reject\w*|evad\w+|defie\w+|protest\w*) [^;<]{0,25}?{o:c} =1sanctions", subject=SUBJECT, swap=True),
    Pattern("under", rf"{{o:C}} [^;]{{0,80}}?(?:in defiance of|despite|under|subject to|hit by|violat\w+|facing|faces|flouting|evad\w+) =3{{s:ST}} =2(?P<t>{_MEASURE})"),
    Pattern("put_on_list", r"(?P<t>added|put|placed|designated) ~2{o:ANY} ~3(?:to|on|as) ~5(?:sanctions list|blacklist|entity list)", subject=SUBJECT),
)  # fmt: skip


def in_scene(scene: Scene) -> Iterator[Found]:
    """Yield who puts whom under sanctions."""
    if GATE.search(scene.line):
        yield from run(scene, TYPE, PATTERNS)
