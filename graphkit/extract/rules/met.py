"""MET: talks, a meeting, a call between two; persons if they are named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.reading import Occurrence
from graphkit.extract.rules.found import Found
from graphkit.extract.rules.patterns import SUBJECT, Pattern, run
from graphkit.extract.rules.scene import Scene
from graphkit.model.claims import Kind

TYPE = "MET"
GATE = re.compile(
    r"\b(?:met|meets?|meetings?|talks?|talked|discussions?|discussed|dialogue|consultations|conversation|call|called|calls|"
    r"spoke|speaks|hosted|hosts|welcomed|welcomes|received|receives|summit|negotiations|interacted|conferred|told|gathered|"
    r"convened|visiting|co-?chair\w*|led|headed)\b"
)
_TALKS = (
    r"(?:talks|meetings?|discussions?|negotiations|consultations|conversations?|deliberations|summit|dialogue|"
    r"(?:phone |telephone |video |telephonic )?call|teleconference|interaction|engagements?)"
)
_HOLD = r"(?:held|hold|holds|holding|had|has|have|having|conducted|concluded|co-chaired|began|begin|resumed|opened|wrapped up)"
_MEET = r"(?:met|meet|meets|meeting)"
_ADV = r"(?:(?:also|recently|today|yesterday|here|separately|briefly|virtually|jointly|again|later|first) )*"
_WITH = r"~3with ~3"

PATTERNS = (
    Pattern("met", r"(?P<t>met|meet|meets) =2{o:ANY}", subject=SUBJECT),
    Pattern("met_with", rf"(?P<t>{_MEET}) {_ADV}=2with =3{{o:ANY*}}", subject=SUBJECT),
    Pattern("they_met", r"(?P<t>met|meet|spoke|gathered|convened|conferred|talked)(?= (?!with|<|=))", pairs=SUBJECT),
    Pattern("held_talks", rf"(?P<t>{_HOLD}) ~6{_TALKS} {_WITH}{{o:ANY}}", subject=SUBJECT),
    Pattern("they_discussed", r"(?P<t>discuss|discussed|discusses|exchanged views|exchange views|reviewed|review|agreed|underscored|reaffirmed|consulted)", pairs=SUBJECT, letters="P"),
    Pattern("they_held_talks", rf"(?P<t>{_HOLD}) ~6{_TALKS}(?! ~3with)", pairs=SUBJECT),
    Pattern("talks_between", rf"(?P<t>{_TALKS}) ~4(?:between|among|involving) ~3{{b:ANY}}", pairs="b"),
    Pattern("talks_of", rf"(?P<t>{_TALKS}) of =3{{b:P}}", pairs="b"),
    Pattern("talks_between_two", rf"(?P<t>{_TALKS}) ~3between ~3{{s:ANY}} and ~3{{o:ANY}}"),
    Pattern("his_talks_with", rf"{{s:P's}} ~4(?P<t>{_TALKS}) {_WITH}{{o:ANY}}"),
    Pattern("talks_with", rf"(?:in|during|at|after|following|for|of|on|by|into) ~5(?P<t>{_TALKS}) {_WITH}{{o:P}}", subject=SUBJECT, letters="P"),
    Pattern("during_talks_with", rf"(?:in|during|at|after|following) ~5(?P<t>{_TALKS}) {_WITH}{{o:P}}(?: ~6)?,? ~2{{s:P}}"),
    Pattern("after_meeting", r"(?:after|before|while|when|by|and) ~1(?P<t>meeting)(?: with)? ~2{o:P}", subject=SUBJECT, letters="P"),
    Pattern("hosted", r"(?P<t>hosted|hosts|host|hosting|welcomed|welcomes|welcome|welcoming|received|receives|greeted) =2{o:P}(?! of <c)", subject=SUBJECT, letters="P"),
    Pattern("hosted_team", r"(?P<t>hosted|hosts|welcomed|welcomes|received|receives) =2{o:P's} =2delegation", subject=SUBJECT, letters="P"),
    Pattern("spoke_with", r"(?P<t>spoke|speaks|speak|spoken|talked|conferred|interacted) ~4(?:with|to) ~3{o:P}", subject=SUBJECT, letters="PC"),
    Pattern("co_chaired_by", r"(?P<t>co-?chaired|chaired|led|addressed) (?:jointly )?by =2{b:P}", pairs="b"),
    Pattern("they_co_chaired", r"(?P<t>co-?chair(?:ed|s|ing)?)", pairs=SUBJECT, letters="P"),
    Pattern("co_chaired_with", r"(?P<t>co-?chair(?:ed|s|ing)?) [^;]{0,90}? (?:along |together )?with =3{o:P}", subject=SUBJECT, letters="P"),
    Pattern("led_by_and_by", r"(?P<t>led|headed|represented) by =4{s:P} [^;]{0,80}?(?:led|headed|represented|side|delegation)(?: was| is)?(?: led| headed| represented)? by [^;<]{0,40}?{o:P}"),
    Pattern("called_on", r"(?P<t>called|calls|call|calling) on =3{o:P}(?! to\b)", subject=SUBJECT, letters="PC"),
    Pattern("phoned", r"(?P<t>called|phoned|telephoned) ~1{o:P}(?= (?:on|to|by|and|today|yesterday|last|\.|,|monday|tuesday|wednesday|thursday|friday|saturday|sunday))", subject=SUBJECT, letters="P"),
    Pattern("told_visiting", r"(?P<t>told) ~1visiting ~2{o:P}", subject=SUBJECT, letters="P"),
    Pattern("talks_by", r"{s:ANY} (?:began|begin|resume|resumed|opened|start|started|are in|were in|is in|was in|will enter|entered) ~4(?P<t>talks|negotiations|discussions) ~3with ~3{o:ANY}"),
    Pattern("country_talks", r"{b:c} ~3(?P<t>talks|meeting|summit|consultations|negotiations)", pairs="b"),
)  # fmt: skip


def in_scene(scene: Scene) -> Iterator[Found]:
    """Yield who met whom in one sentence; a person meets a person or a body, not a country."""
    if not GATE.search(scene.line):
        return
    for found in run(scene, TYPE, PATTERNS):
        assert found.object is not None
        homes = [scene.reading.parties[end.party].country for end in (found.subject, found.object)]
        kinds = {scene.reading.parties[end.party].kind for end in (found.subject, found.object)}
        compatriots = kinds == {Kind.PERSON} and homes[0] is not None and homes[0] == homes[1]
        if compatriots or (kinds == {Kind.PERSON, Kind.COUNTRY} and not _delegation(scene, found.subject)):
            continue
        if found.subject.party != found.object.party:
            yield found


def _delegation(scene: Scene, occurrence: Occurrence) -> bool:
    """ "The Utopian delegation called on": a country by those whom it sent."""
    following = scene.sentence.tokens[occurrence.first : occurrence.last + 3]
    return any(token.lower in {"delegation", "team", "side"} for token in following)
