"""AIDS: one side gives another arms, money for defence, training or other military help."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graphkit.extract.reading import Occurrence
from graphkit.extract.rules.found import Found
from graphkit.extract.rules.patterns import SUBJECT, Pattern, run
from graphkit.extract.rules.scene import Scene
from graphkit.model.claims import Kind

TYPE = "AIDS"
GATE = re.compile(
    r"\b(?:aid|assist\w*|donat\w+|provid\w+|train\w*|support\w*|grants?|granted|gifted|gave|give|giving|packages?|fund\w*|help\w*|pledg\w+|"
    r"send\w*|sent|deliver\w*|contribut\w+|credit|loan|committed|allocat\w+|equip\w*|capacity|payouts?|arms|weapons)\b"
)
_GIVE = (
    r"(?:provid(?:e|es|ed|ing)|donat(?:e|es|ed|ing)|give|gives|gave|giving|gift(?:s|ed|ing)?|grant(?:s|ed|ing)?|send(?:s|ing)?|sent|pledg(?:e|es|ed|ing)|"
    r"deliver(?:s|ed|ing)?|suppl(?:y|ies|ied|ying)|transfer(?:s|red|ring)?|offer(?:s|ed|ing)?|extend(?:s|ed|ing)?|contribut(?:e|es|ed|ing)|"
    r"allocat(?:e|es|ed|ing)|commit(?:s|ted|ting)?|announc(?:e|es|ed|ing)|approv(?:e|es|ed|ing)|hand(?:ed|s|ing)? over|equip(?:s|ped|ping)?|rush(?:ed|ing)?)"
)
_HELP = (
    r"(?:military aid|security assistance|military assistance|security aid|assistance|aid|aid package|assistance package|donations?|military support|"
    r"defen[cs]e aid|training|capacity[- ]building|line of credit|grants?|weapons|arms|ammunition|munitions|equipment|weaponry|funding|financing|"
    r"foreign military financing|support|credit line|loan|packages?|interceptors|missiles|vehicles|artillery|gear|supplies|training mission|cutters|patrol boats|boats|helicopters|drones|tanks|jets|rifles|shells|howitzers|batteries|radars|trucks|body armou?r|helmets)"
)
_ARMS = rf"(?:{_HELP}|<W\d+>)"

PATTERNS = (
    Pattern("gave_help_to", rf"(?P<t>{_GIVE}) (?:[^;<]|<W\d+>|<c\d+>){{0,90}}?{_ARMS} ~4(?:to|for) ~3{{o:ST}}", subject=SUBJECT, letters="COF"),
    Pattern("gave_help", rf"(?P<t>{_GIVE}) {{o:ST}} ~3(?:with )?~6{_ARMS}", subject=SUBJECT, letters="COF"),
    Pattern("adjective_aid_to", r"{s:c} ~4(?P<t>military aid|security assistance|military assistance|aid|assistance|donations?|military support|training|weapons|arms) ~3(?:to|for) ~3{o:C}"),
    Pattern("his_aid_to", r"{s:ST's} ~6(?P<t>military aid|security assistance|military assistance|aid|assistance|donations?|military support|training|provision|contributions?|supplies) ~6(?:to|for) ~3{o:C}"),
    Pattern("aid_from", rf"(?P<t>{_HELP}) ~4(?:from|by|provided by|donated by) ~3{{s:ST}} ~4(?:to|for) ~3{{o:C}}"),
    Pattern("received_from", rf"{{o:C}} ~4(?P<t>received|receives|receive|gets|got|get|obtained|sought|seeks|requested|accepted) ~6{_ARMS} ~6from ~3{{s:ST}}"),
    Pattern("trained", r"(?P<t>train(?:s|ed|ing)?|instruct(?:s|ed|ing)?) ~4{o:c} ~1(?:troops|forces|soldiers|pilots|personnel|police|crews|military|army|officers|servicemen|marines|sailors|fighters|guards?|recruits|cadets|crews?|instructors|special forces)", subject=SUBJECT, letters="COF"),
    Pattern("trained_c", r"(?P<t>train(?:s|ed|ing)?|equip(?:s|ped|ping)?|arm(?:s|ed|ing)?) =2{o:C}", subject=SUBJECT, letters="COF"),
    Pattern("training_of", r"(?P<t>training) ~2(?:of|for) ~2{o:C}", subject=SUBJECT, letters="COF"),
    Pattern("donated_by", r"<W\d+> ~6(?P<t>donated|provided|gifted|supplied|given|sent) ~2by ~3{s:ST} ~3(?:to|for) ~3{o:C}"),
    Pattern("donated_reduced", r"(?:providing|provide|giving|give|sending|to|for) =1{o:C} [^.]{0,140}?<W\d+> ~5(?P<t>donated|provided|gifted|contributed|given) by =2{s:ST}"),
    Pattern("state_aid_to", r"{s:C} =3(?P<t>military aid|security assistance|military assistance|aid|assistance|donations?|military support|payouts?|training|weapons|arms|funding|donation) (?:to|for) =2{o:C*}"),
    Pattern("process_of", r"(?P<t>donating|donation|donate|providing|delivering|sending|training|supplying|gifting) (?:of )?(?:[^;<]|<[Wc]\d+>){0,50}?(?:to|for) =2{o:C}", subject=SUBJECT, letters="COF"),
    Pattern("equipment_for", r"(?P<t>train|training|trained|equip|equipping|equipped|arming|armed|supporting|bolster\w*|modernize|modernise) =1{o:C*} =2(?:armed |security |defen[cs]e )?(?:forces|military|army|navy|troops|soldiers|police|pilots|coast guard|air force|crews|guards)", subject=SUBJECT, letters="COF"),
    Pattern("support_defence", r"{s:ST*} [^;]{0,50}?(?P<t>support|assist\w*|help\w*|contribut\w+) =2(?:for|to|with)? ?=2{o:C's} ~4(?:moderni[sz]ation|training|fleet|air defen[cs]e|navy|army|military|coast guard|armed forces|self-defen[cs]e|defen[cs]e capabilit\w+)"),
    Pattern("funds_in", rf"(?P<t>{_GIVE}) [^;<]{{0,60}}?(?:million|billion|assistance|aid|support|training)[^;<]{{0,40}}? in =1{{o:C}}", subject=SUBJECT, letters="COF"),
    Pattern("trained_of", r"(?P<t>train(?:s|ed|ing)?) [^;<]{0,60}?(?:forces|soldiers|members|troops|personnel|pilots|officers) (?:of|from) =2{o:C}", subject=SUBJECT, letters="COF"),
    Pattern("support_base", r"{s:C*} =3(?P<t>support|assistance|aid|help) (?:for|to) =2{o:C's} =2(?:defen[cs]e|military|armed|army|navy|air|war)"),
    Pattern("support_of", r"{s:C*} =2(?P<t>support|assistance|help) for the (?:moderni[sz]ation|training|development|upgrade) of =2{o:C*}"),
    Pattern("thanked_for", r"(?P<t>thanked|thanks|thanking) =1{o:C*} =1for [^;<]{0,40}?(?:military|security|defen[cs]e) (?:aid|assistance|support|training)", subject=SUBJECT, letters="PC", country=True, swap=True),
    Pattern("promised", r"(?P<t>promis\w+|pledg\w+|vow\w*|commit\w*|agreed|plans?|intends?|announced|continue) [^;<]{0,40}?(?:to (?:train|arm|equip|support|help|provide|fund)) =3{o:C*}", subject=SUBJECT, letters="COF"),
    Pattern("help", r"(?P<t>help(?:s|ed|ing)?|assist(?:s|ed|ing)?) ~1{o:C} ~3(?:defend|build|train|moderni[sz]e|protect|strengthen|develop|secure|fight|with ~3(?:training|weapons|equipment|military))", subject=SUBJECT, letters="COF"),
    Pattern("help_to", rf"(?P<t>{_GIVE}) ~6(?:to|for) ~2{{o:C}} ~4{_HELP}", subject=SUBJECT, letters="COF"),
    Pattern("package_for", r"(?P<t>packages?|tranche|drawdown|financing|funding|assistance) ~6(?:to|for) ~2{o:C}", subject=SUBJECT, letters="COF"),
)  # fmt: skip
_CIVIL = re.compile(r"\b(?:vaccin\w+|humanitarian|economic|covid\S*|flood|earthquake|development aid|health|drug)\b")
_MILITARY = re.compile(
    r"\b(?:milit\w+|defen[cs]e|weapons?|arms|security|ammunition|munitions|troops|soldiers|forces|missiles?|army|navy|armed)\b|<W"
)


def in_scene(scene: Scene) -> Iterator[Found]:
    """Yield who gives military help to whom; purely civil aid is none."""
    if not GATE.search(scene.line) or (_CIVIL.search(scene.line) and not _MILITARY.search(scene.line)):
        return
    for found in run(scene, TYPE, PATTERNS):
        giver = scene.reading.parties[found.subject.party]
        if giver.kind is Kind.ORGANISATION and giver.country is not None:
            continue  # a company or a service of one state: what it hands over is sold, or its country's aid
        items = _systems(scene, found)
        for item in items or (None,):
            yield replace(found, item=item)


def _systems(scene: Scene, found: Found) -> list[Occurrence]:
    """The systems named in the clause after the trigger, else right before it."""
    index = next((i for i, unit in enumerate(scene.units) if unit.first >= found.trigger), 0)
    position = scene.start(index)
    after = [occurrence for unit in scene.all_after(position, "W") for occurrence in scene.members(unit)]
    if after:
        return after
    before = [unit for unit in scene.units[max(0, index - 8) : index] if unit.letter == "W"]
    return scene.members(before[-1]) if before else []
