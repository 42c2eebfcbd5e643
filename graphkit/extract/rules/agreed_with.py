"""AGREED_WITH: a treaty, pact, memorandum, programme or joint statement of two sides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graphkit.extract.reading import Occurrence
from graphkit.extract.rules.found import Found
from graphkit.extract.rules.patterns import SUBJECT, Pattern, run
from graphkit.extract.rules.scene import STATES, Scene

TYPE = "AGREED_WITH"
GATE = re.compile(
    r"\b(?:sign\w*|ink\w*|agreements?|pacts?|deals?|treat(?:y|ies)|mous?|memorand\w+|accords?|protocols?|statements?|declarations?|"
    r"conclud\w+|ratif\w+|framework|roadmap|arrangements?|partnership)\b|<A"
)
_NOUN = (
    r"(?:<A\d+>|agreements?|pacts?|treaty|treaties|mous?|memorandum|memoranda|accords?|protocols?|(?:joint )?(?:statements?|declarations?)|"
    r"deal|arrangements?|framework|letter of intent|roadmap|partnership)"
)
_FIRM = r"(?:<A\d+>|agreements?|pacts?|treaty|treaties|mous?|memorandum|memoranda|accords?|protocols?|joint (?:statements?|declarations?))"
_SIGN = (
    r"(?:signed|sign|signs|signing|inked|ink|inks|concluded|conclude|finali[sz]ed?|finali[sz]ing|ratified|reached|reach|struck|sealed|entered into|"
    r"exchanged|formali[sz]ed?|adopted|issued|released|renewed|extended|announced|negotiating|negotiate|agreed on|agreed|established|"
    r"updated|initialled|have|has|had|approved|signed off on)"
)
_SURE = r"(?:signed|sign|signs|signing|inked|ink|concluded|conclude|reached|struck|sealed|entered into|agreed on|have|has|had|negotiating|renewed|ratified)"

PATTERNS = (
    Pattern("signed_with", rf"(?P<t>{_SIGN}) ~6{_NOUN} ~8with ~4{{o:ST*}}", subject=SUBJECT, letters=STATES),
    Pattern("signed_with_first", rf"(?P<t>{_SURE}) with ~3{{o:ST*}} ~6{_NOUN}", subject=SUBJECT, letters=STATES),
    Pattern("they_signed", rf"(?P<t>{_SIGN}) ~6{_NOUN}(?! ~8with ~3<[COF])", pairs=SUBJECT, letters=STATES),
    Pattern("between", rf"(?P<t>{_FIRM}) ~9(?:between|among) ~4{{b:ST*}}", pairs="b"),
    Pattern("between_two", rf"(?P<t>{_FIRM}) ~6between ~3{{s:ST}} and ~3{{o:ST*}}"),
    Pattern("signed_by", rf"(?P<t>{_NOUN}) ~4(?:signed|inked|concluded|reached|agreed|was signed|were signed) ~3by ~3{{b:ST*}}", pairs="b"),
    Pattern("has_with", rf"{{s:ST}} ~6(?P<t>{_FIRM}) ~3with ~3{{o:ST*}}"),
    Pattern("his_with", rf"{{s:ST's}} ~6(?P<t>{_FIRM}|deal|arrangements?) ~5with ~3{{o:ST*}}"),
    Pattern("adjectives", rf"{{b:c}} ~5(?P<t>{_FIRM}|deal|framework|roadmap)", pairs="b"),
    Pattern("pair", rf"{{b:C*}} ~4(?P<t>{_FIRM}|deal|framework|roadmap)", pairs="b"),
    Pattern("statement_by", r"(?P<t><A\d+>|joint (?:statement|declaration)|statement of intent) =3(?:by|from) =2{b:PC*}", pairs="b", country=True),
    Pattern("named_with", r"(?P<t><A\d+>) =2with =2{o:C*}", subject=SUBJECT, letters="C"),
    Pattern("with_which", r"{o:C*} , with which {s:C} =1(?:has|have|signed) =2(?P<t><A\d+>)"),
    Pattern("they_signed_it", r"(?P<t><A\d+>) (?:that |which )?{b:C*} =1(?:signed|reached|concluded|agreed|inked|adopted)", pairs="b"),
    Pattern("signed_with_list", rf"(?P<t>{_SURE}) =4{_FIRM} =2with =4(?:<c\d+> )?=4(?:such as|including|like|namely|—|–|:) =2{{o:O}}", subject=SUBJECT, letters="O"),
    Pattern("partnership_of", r"(?P<t>partnership|pact|alliance|treaty|agreement) [^;]{0,40}?(?:—|–|:|comprising|consisting of|made up of|among) {b:C*}", pairs="b"),
    Pattern("deal_between", r"(?P<t>deal|partnership|pact|accord) =2(?:between|among) =2{b:ST*}", pairs="b"),
    Pattern("with_through", r"with =1{o:C} =1(?:through|under|via) =3(?P<t><A\d+>)", subject=SUBJECT, letters="C"),
    Pattern("parties", rf"(?P<t>parties|party|signatories|signatory) to ~3{_NOUN}", pairs=SUBJECT, letters=STATES),
)  # fmt: skip


def in_scene(scene: Scene) -> Iterator[Found]:
    """Yield who agreed with whom, the agreement beside them if it is named; a sale is no agreement."""
    if not GATE.search(scene.line):
        return
    sale = "<W" in scene.line or "billion" in scene.line or "million" in scene.line
    for found in run(scene, TYPE, PATTERNS):
        if sale and (found.rule.endswith("deal_between") or _is_sale(scene, found)):
            continue
        yield replace(found, item=_named(scene, found.trigger))


def _named(scene: Scene, trigger: int) -> Occurrence | None:
    named = [(abs(unit.first - trigger), unit.first, unit) for unit in scene.units if unit.letter == "A"]
    if not named:
        return None
    distance, _, unit = min(named, key=lambda each: each[:2])
    return scene.members(unit)[0] if distance <= 15 else None


def _is_sale(scene: Scene, found: Found) -> bool:
    """ "Signed a deal for ten jets" is a purchase."""
    if (
        "<A" in scene.line
        or "<W" not in scene.line
        or not found.rule.endswith(("signed_with", "they_signed", "signed_with_first"))
    ):
        return False
    after = [token.lower for token in scene.sentence.tokens[found.trigger : found.trigger + 9]]
    return bool({"deal", "deals", "contract", "contracts", "order", "orders"} & set(after))
