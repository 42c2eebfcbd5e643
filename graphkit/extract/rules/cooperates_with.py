"""COOPERATES_WITH: cooperation, ties, support of two that the text states in general."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.rules.found import Found
from graphkit.extract.rules.patterns import SUBJECT, Pattern, run
from graphkit.extract.rules.scene import STATES, Scene
from graphkit.model.claims import Kind

TYPE = "COOPERATES_WITH"
GATE = re.compile(
    r"\b(?:co-?operat\w+|ties|partner\w*|relations\w*|relationships?|collaborat\w+|alliance|support\w*|interoperab\w+|work\w*|shar\w+|"
    r"stands?|coordinat\w+|engagement|friendship|back\w*|commit\w*|solidarity|logistics?|bonds?)\b"
)
_TIES = (
    r"(?:co-?operation|ties|partnership|relations|relationships?|collaboration|alliance|interoperability|coordination|engagement|"
    r"bonds|intelligence[- ]sharing|information[- ]sharing|contacts|links)"
)
_FIELD = r"(?:~5(?:defen[cs]e|military|security|strategic|naval|maritime|intelligence|army|armed|military-technical|logistics?|cyber|space|air|bilateral|trilateral) )"

_SOUR = re.compile(
    r"\b(?:sour\w*|strain\w*|worsen\w*|fray\w*|deteriorat\w*|diplomatic (?:ties|relations)|normali[sz]\w*|complicat\w*|hostile|broke off|sever\w*)\b"
)

PATTERNS = (
    Pattern("ties_between", rf"(?P<t>{_TIES}) ~6(?:between|among|of) ~4{{b:ST*}}", pairs="b"),
    Pattern("ties_between_two", rf"(?P<t>{_TIES}) ~4between ~3{{s:ST}} and ~3{{o:ST*}}"),
    Pattern("field_ties_with", rf"{_FIELD}~2(?P<t>{_TIES}) ~4with ~4{{o:ST*}}", subject=SUBJECT, letters="COFP"),
    Pattern("ties_with", rf"{{s:ST}} ~8(?P<t>{_TIES}) ~3with ~4{{o:ST*}}"),
    Pattern("his_ties_with", rf"{{s:ST's}} ~5(?P<t>{_TIES}) ~3with ~4{{o:ST*}}"),
    Pattern("adjectives", rf"{{b:c}} ~5(?P<t>{_TIES})", pairs="b"),
    Pattern("pair", rf"{{b:C*}} ~5(?P<t>{_TIES})", pairs="b"),
    Pattern("they_cooperate", rf"(?:deepen|strengthen|enhance|expand|boost|bolster|broaden|advance|intensify|develop|step up|increase|deepening|strengthening|expanding|elevate) ~5(?P<t>{_TIES})(?! ~4with ~3<)", pairs=SUBJECT, letters=STATES),
    Pattern("cooperate_with", r"(?P<t>cooperate|cooperates|cooperated|cooperating|collaborate|collaborated|partnered|partner|work closely|working closely|coordinate|work together) ~3with ~4{o:ST*}", subject=SUBJECT, letters=STATES),
    Pattern("support_for", r"{s:ST} ~7(?P<t>support) (?:for|to|of) ~3{o:ST*}(?! with\b)"),
    Pattern("his_support_for", r"{s:ST's} ~4(?P<t>support|solidarity) (?:for|to|of|with) ~3{o:ST*}"),
    Pattern("c_support_for", r"{s:c} ~2(?P<t>support) (?:for|to|of) ~3{o:ST*}"),
    Pattern("are_partners", r"{s:C} (?:is|are|remains?|remain|as) =4(?P<t>partners?|allies|ally) =1(?:of|to|with) =2{o:C*}"),
    Pattern("ally_of", r"{s:C} ,? ?=4(?P<t>ally|partner|allies|partners) of =2{o:C}"),
    Pattern("they_share", rf"(?:have|share|enjoy|enjoyed|had) {_FIELD}=1(?P<t>{_TIES})(?! ~3with)", pairs=SUBJECT, letters=STATES),
    Pattern("ally", r"{s:C's} =4(?P<t>ally|partner|allies|supplier) {o:C*}"),
    Pattern("backed", r"{s:C} =3(?P<t>backed|backs|supported|supports|defended|stands? by) =1{o:C's} [^;]{0,30}?(?:sovereignty|independence|territorial integrity|security|right)"),
    Pattern("alliance_with", r"(?:its|their|his) =2(?P<t>alliance|partnership|ties|relationship|cooperation) with =2{o:C*}", subject=SUBJECT, letters="C"),
    Pattern("engaging", r"(?P<t>deepening|deepened|deepen|expanding|strengthening|boosting|tighten|tightening) =4(?:engagement|ties|links|relations|cooperation) with =4(?:[^;]{0,40}?(?:including|such as|like) )?{o:C*}", subject=SUBJECT, letters="C"),
    Pattern("commitment_to", r"{s:ST's} =4(?P<t>commitment|support|backing) to =3{o:C's} ~4(?:security|defen[cs]e|sovereignty|territorial integrity)"),
    Pattern("bilateral_talks", r"(?:agreed|vowed|pledged|resolved|decided|committed|agree|seek|plan|wants?|hopes?) =1to =3(?:deepen|strengthen|enhance|expand|boost|bolster|work|cooperate|step up|advance|promote|increase) =6(?P<t>cooperation|ties|partnership|coordination|relations|interoperability|together)", pairs=SUBJECT, letters="COFP", country=True),
    Pattern("person_supports", r"{s:P's} =4(?P<t>support|solidarity|commitment) (?:for|to|with) =2{o:C*}", country=True),
    Pattern("speaker_supports", r"(?:reiterated|reaffirmed|discussed|expressed|underscored|pledged|emphasi[sz]ed|conveyed|stressed|continue|vowed) [^;<]{0,40}?(?P<t>support|solidarity) (?:for|to|with) =2{o:C*}", subject=SUBJECT, letters="P", country=True),
    Pattern("throws_support", r"{s:C} [^;<]{0,60}?(?P<t>support|backing|weight) behind =1{o:C}"),
    Pattern("commits_to_protect", r"(?P<t>protecting|protect|defending|defend|maintaining|securing) =1{o:C's} =3(?:territorial|security|sovereignty|waters|airspace|edge|independence|borders)", subject=SUBJECT, letters="C"),
    Pattern("commitment_of", r"(?P<t>commitment) of =2{s:C} to [^;<]{0,60}? (?:in|of) =1{o:C}"),
    Pattern("supports", r"{s:ST} ~3(?P<t>supports|stands with|stand with|backs|stand by|stands by) {o:ST*}"),
)  # fmt: skip


def in_scene(scene: Scene) -> Iterator[Found]:
    """Yield who cooperates with whom, by country where persons speak for theirs."""
    if not GATE.search(scene.line):
        return
    if _SOUR.search(scene.line) and not re.search(r"\bco-?operat|\bdefen[cs]e", scene.line):
        return
    parties = scene.reading.parties
    for found in run(scene, TYPE, PATTERNS):
        assert found.object is not None
        kinds = {parties[end.party].kind for end in (found.subject, found.object)}
        companies = kinds == {Kind.ORGANISATION} and found.rule.endswith("ties_with")
        if parties[found.subject.party].kind is not Kind.PERSON and not companies:
            yield found
