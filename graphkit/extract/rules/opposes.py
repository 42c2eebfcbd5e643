"""OPPOSES: one state or its office-holder attacks, accuses, condemns, threatens or expels another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.rules.found import Found
from graphkit.extract.rules.patterns import SUBJECT, Pattern, run
from graphkit.extract.rules.scene import Scene

TYPE = "OPPOSES"
GATE = re.compile(
    r"\b(?:condemn\w*|accus\w+|threat\w*|warn\w*|attack\w*|inva(?:d|s)\w+|protest\w*|oppos\w+|denounc\w+|critici[sz]\w+|critical|clash\w*|"
    r"expel\w*|intercept\w*|blam\w+|slam\w*|war|aggression|provo\w+|violat\w+|against|annex\w+|seiz\w+|struck|strikes?|shot|fired|bomb\w*|"
    r"confront\w*|challeng\w+|disput\w+|summon\w+|reject\w*|counter|deter|coerc\w+|illegal|retaliat\w+|harass\w*|rebuk\w*|blast\w*|lambast\w*|"
    r"decr\w+|object\w*|hostil\w+|killed|destroyed|hit|pounded|pressure|incursions?|shell\w*|occup\w+|claims|ram\w*|collid\w+|block\w*|angered|wary|reacted|drew|launch\w*|wag\w+|buzz\w*|entered|dismiss\w*|rubbish\w*|refut\w*|skirmish\w*|downed|killed|defend\w*|self-defen\w+|fight\w*|resist\w*|repel\w*|tensions?|hostile)\b"
)
_SAID = (
    r"(?:accus(?:e|es|ed|ing)|condemn(?:s|ed|ing)?|denounc(?:e|es|ed|ing)|critici[sz](?:e|es|ed|ing)|blam(?:e|es|ed|ing)|slam(?:s|med)?|"
    r"blast(?:s|ed)?|rebuk(?:e|es|ed)|warn(?:s|ed|ing)?|threaten(?:s|ed|ing)?|lambast(?:s|ed)|decr(?:y|ied)|deplor(?:e|es|ed)|chide[ds]?|oppos(?:e|es|ed)|upbraid(?:s|ed)|chid(?:es|ed)|scold(?:s|ed))"
)
_DID = (
    r"(?:attack(?:s|ed|ing)?|invad(?:e|es|ed|ing)|annex(?:ed|es|ing)?|bomb(?:ed|s|ing)?|struck|confront(?:s|ed|ing)?|intercept(?:s|ed|ing)?|"
    r"harass(?:es|ed|ing)?|shell(?:ed|s|ing)?|provok(?:e|es|ed|ing)|challeng(?:e|es|ed|ing)|occup(?:y|ies|ied)|ramm?(?:ed|s|ing)?|coerc(?:e|es|ed|ing)|"
    r"blockad(?:e|es|ed|ing)|counter(?:s|ed|ing)?|fought|hit|shot down|downed|buzzed)"
)
_ACT = (
    r"(?:invasion|aggression|attacks?|war|annexation|bombing|strikes?|incursions?|occupation|provocations?|threats?|coercion|intimidation|harassment|"
    r"violations?|military action|airstrikes?|offensive|hostilities|full-scale invasion)"
)
_SPEAK = r"(?:condemned|condemn|condemns|condemning|denounced|denounces|denounce|criticised|criticized|deplored|opposed|opposes|protested|slammed|decried|rejected|rejects|concern about|concerns about|object to|objected to|response to|protest against|protested against)"

PATTERNS = (
    Pattern("accused", rf"(?P<t>{_SAID}) =2{{o:ST}}(?!'s ~2(?:allies|ally|partners))", subject=SUBJECT),
    Pattern("accused_owner", rf"(?P<t>{_SAID}) =3{{o:ST's}} ~5(?:{_ACT}|moves?|actions?|behaviou?r|claims?|activities|programs?|programmes?|launch\w*|tests?|conduct|military|role|support|build-?up|sanctions|decision|presence)", subject=SUBJECT),
    Pattern("condemned_act_by", rf"(?P<t>{_SPEAK}) ~9(?:by|of|from) ~3{{o:ST}}", subject=SUBJECT),
    Pattern("accused_adj", rf"(?P<t>{_SAID}) =4{{o:c}} ~5(?:{_ACT}|moves?|actions?|behaviou?r|claims?|activities|vessels|ships|forces|troops|jets|planes|missile|nuclear|military|aircraft|coercion)", subject=SUBJECT),
    Pattern("attacked", rf"(?P<t>{_DID}) =2{{o:C*}}", subject=SUBJECT, letters="CO"),
    Pattern("attacked_adj", rf"(?P<t>{_DID}) =3{{o:c}} ~1\w+", subject=SUBJECT, letters="CO", country=True),
    Pattern("act_against", rf"{{s:ST's}} ~6(?P<t>{_ACT}) ~2(?:of|against|on|in|into) ~3{{o:C*}}", country=True),
    Pattern("act_against_adj", rf"{{s:c}} ~4(?P<t>{_ACT}) ~2(?:of|against|on|in|into) ~3{{o:C*}}", country=True),
    Pattern("war_against", rf"(?P<t>{_ACT}) ~4(?:waged|by|launched|carried out|conducted) ~3(?:by )?{{s:ST}} ~2(?:against|on|in) ~3{{o:C*}}", country=True),
    Pattern("war_against_by", rf"(?P<t>{_ACT}) ~3(?:against|on|of) ~2{{o:C}} ~4by ~3{{s:ST}}", country=True),
    Pattern("attacked_by", r"{o:C} ~5(?P<t>attacked|invaded|threatened|hit|struck|bombed|accused|condemned|occupied|provoked|annexed) ~2by ~3{s:ST}", country=True),
    Pattern("threat_from", r"(?P<t>threats?|aggression|attacks?|pressure|coercion|provocations?|challenges?) ~3(?:from|posed by|by) ~4{o:C}", subject=SUBJECT, letters="C"),
    Pattern("between", r"(?P<t>war|conflict|clashes|clash|standoff|hostilities|fighting|dispute|tensions|skirmish\w*) ~3between ~3{b:C}", pairs="b"),
    Pattern("protested_to", r"(?P<t>protest\w*|demarche|complaints?|summon\w*) ~6(?:to|with|against) ~4{o:ST}", subject=SUBJECT),
    Pattern("summoned", r"(?P<t>summoned|summons|expelled|expels|expel|recalled|evicted|detained) ~5{o:c} ~2(?:ambassador|envoy|diplomats?|charge|attache|officials|workers)", subject=SUBJECT, country=True),
    Pattern("summoned_envoy", r"(?P<t>summoned|summons|summon|expelled|expels) =2{o:P}", subject=SUBJECT, letters="CO", country=True),
    Pattern("fired_at", r"(?P<t>fired|opened fire|launched|shots) ~6(?:at|on|into|toward|towards|against|over) ~4{o:C}", subject=SUBJECT, letters="CO", country=True),
    Pattern("defends_against", rf"{{o:C}} [^;]{{0,60}}?(?P<t>defen[ds]\w*|fight\w*|resist\w*|repel\w*|self-defen[cs]e|struggle|counter\w*) ~4(?:against )?~1{{s:c}} ~3{_ACT}", country=True),
    Pattern("defends_against_owner", rf"{{o:C}} [^;]{{0,60}}?(?P<t>defen[ds]\w*|fight\w*|resist\w*|repel\w*|self-defen[cs]e|struggle|counter\w*) ~4(?:against )?~1{{s:C's}} ~4{_ACT}", country=True),
    Pattern("launched_attack", r"(?P<t>launch\w*|carried out|waged|waging|wages|conducted|mounted|began|started|fired) (?:[^;<]|<W\d+>){0,70}?(?:against|on|at|into|over|toward|towards) =2{o:C}", subject=SUBJECT, letters="CO", country=True),
    Pattern("intercepted", r"(?P<t>intercepted|intercepts|shadowed|shot down|downed|shoot down|tracked|buzzed|rammed|seized|detained|fired at|fired on|chased|expelled) =3{o:W}", subject=SUBJECT, letters="CO", country=True),
    Pattern("said_of_ships", rf"(?P<t>{_SAID}|protested|blocked) =4{{o:W}}", subject=SUBJECT, letters="CO", country=True),
    Pattern("ships_against", r"{s:W} ~3(?P<t>ramm\w+|fired|attack\w*|harass\w+|block\w*|angered|wary|reacted|drew|launch\w*|wag\w+|blast\w*|collid\w+|shadow\w*|entered|intrud\w+|violat\w+) [^;]{0,60}?{o:CW}", country=True),
    Pattern("opposed_thing", r"(?P<t>oppos(?:e|es|ed|ing)|protest(?:s|ed|ing)?|objects? to|objected to|angered by|wary of|critical of|rejected|reacted angrily to|hit back at|hit out at|lashed out at) (?:[^;<,]|<[WXA]\d+>){0,40}?{o:C}", subject=SUBJECT),
    Pattern("opposed_adj", r"(?P<t>oppos(?:e|es|ed|ing)|protest(?:s|ed|ing)?|objects? to|objected to|critical of|rejected|condemn\w*|denounc\w*|critici[sz]\w*) =4{o:c} =2\w+", subject=SUBJECT),
    Pattern("drew_protest", r"{o:C} [^;]{0,50}?(?P<t>angered|infuriated|provoked|drew \w+ ~3from|sparked ~4from|alarmed|irked) =1{s:C}", country=True),
    Pattern("protests_by", r"(?P<t>protests?|complaints?|criticism|condemnation|outcry|warnings?|threats?|objections?) ~2(?:by|from) {s:C} ~2(?:over|against|about|to|at|of) =2{o:C}", country=True),
    Pattern("protests_by_owner", r"(?P<t>protests?|complaints?|criticism|condemnation|outcry|warnings?|threats?|objections?) ~2(?:by|from) {s:C} ~2(?:over|against|about|to|at|of) =2{o:C's}", country=True),
    Pattern("claims", r"(?P<t>claims|claim|claimed) =1{o:C} (?:as|is|to be|, which)", subject=SUBJECT, letters="C"),
    Pattern("occupies", r"(?P<t>occupies|occupied|annexed|invaded|attacked) (?:roughly |about |parts? of |~3)(?:[^;<]){0,20}?{o:C}", subject=SUBJECT, letters="C"),
    Pattern("force_against", r"(?P<t>military action|use of force|strikes?|war|attack) =4(?:against|on) =1{o:C}", subject=SUBJECT, letters="C"),
    Pattern("tensions", r"(?P<t>strained|tensions?|hostile|at odds|spat|row|feud) ~3with =1{o:C}", subject=SUBJECT, letters="C"),
    Pattern("condemnation_of", r"{s:ANY's} =3(?P<t>condemnation|criticism|denunciation|rejection|accusations?) of =3{o:C*}"),
    Pattern("angered_by", r"{o:C} =3(?P<t>angered|alarmed|provoked|threatened|harassed) by [^;<]{0,80}?(?:<[Cc]\d+>[^;<]{0,40})?by =1{s:C}", country=True),
    Pattern("complained_of", r"(?P<t>complain\w*|protest\w*) (?:of|about|against|over) [^;<]{0,50}?by =2{o:CW}", subject=SUBJECT, letters="CP", country=True),
    Pattern("speaks_of", r"{o:C*} =2(?P<t>aggression|coercion|bullying|provocations?)[^;]{0,90}? {s:P} (?:said|told|added|says|wrote|warned)\b"),
    Pattern("said_of", r"{s:P} (?:said|told|added|says|wrote|warned|stressed|described|called|slammed)[^;]{0,70}? {o:C*} =3(?P<t>aggression|coercion|bullying|provocations?|illegal|unlawful|invasion)"),
    Pattern("rejected_claims", r"(?P<t>reject(?:s|ed)?|dismiss(?:es|ed)?|rubbish(?:es|ed)|refut(?:es|ed)) =2{o:ST's} =3(?:allegations?|claims?|accusations?|charges?|remarks|statements?|assertions?|criticism)", subject=SUBJECT),
    Pattern("weapons_struck", r"{s:W} =3(?P<t>struck|hit|attacked|bombed|shelled|destroyed|pounded|killed) =2{o:C*}", country=True),
    Pattern("clashed_with", r"(?P<t>clashed|clash|clashes|skirmished|exchanged fire) with =2{o:C*}", subject=SUBJECT, letters="CO", country=True),
    Pattern("violated", r"(?P<t>violat\w+|entered|intrud\w+ into|breached|penetrated|crossed into) =1{o:c} =1(?:airspace|waters|territory|territorial|soil)", subject=SUBJECT, letters="CO", country=True),
    Pattern("threatened_to", r"(?P<t>threaten(?:ed|s|ing)?) to =1(?:destroy|attack|strike|invade|annihilate|retaliate|bomb|hit|use|respond) [^;<]{0,20}?{o:C*}", subject=SUBJECT),
    Pattern("urged_to_stop", r"(?P<t>urged|urges|called on|calls on|call on|demanded|demands|calling on) ~1(?:that )?{o:ST} ~1to ~1(?:stop|halt|cease|end|refrain|withdraw|abandon|leave|desist)", subject=SUBJECT),
)  # fmt: skip


def in_scene(scene: Scene) -> Iterator[Found]:
    """Yield who opposes whom: a person only where that person speaks, else the country."""
    if not GATE.search(scene.line):
        return
    yield from run(scene, TYPE, PATTERNS)
