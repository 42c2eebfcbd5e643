"""PROCURES: a state buys, orders, receives, inducts, is offered or seeks a weapon; the seller if the text names one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphkit.extract.reading import Occurrence
from graphkit.extract.rules.deals import (
    approving_seller,
    as_buyer,
    blamed_buyer,
    dative_buyer,
    deal_partner,
    implied_buyer,
    items_after,
    items_before,
    items_of_relative,
    maker_beside,
    owner_before,
    same_side,
    told_apart,
)
from graphkit.extract.rules.found import Found
from graphkit.extract.rules.patterns import expand
from graphkit.extract.rules.phrases import Unit
from graphkit.extract.rules.scene import STATES, Scene

TYPE = "PROCURES"
_BUY = r"(?:buy|buys|buying|bought|purchas(?:e|es|ed|ing)|procur(?:e|es|ed|ing)|acquir(?:e|es|ed|ing)|order(?:s|ed|ing)?|import(?:s|ed|ing)?|leas(?:e|es|ed|ing)|select(?:s|ed)|chose|chosen|opted for|picked|contracted for|shortlist(?:s|ed))"
_GET = r"(?:received|receives|receive|receiving|get|gets|got|getting|took delivery of|takes? delivery of|taking delivery of|inducted|inducts|induct|inducting|commissioned|commissions|commission|operationali[sz]ed)"
_WANT = r"(?:interest(?:ed)? in|requested|requests|request for|requests for|eyeing|eyes|evaluating|tender for|in the market for|interest from)"
_SELL = r"(?:sell|sells|selling|sold|suppl(?:y|ies|ied|ying)|deliver(?:s|ed|ing)?|export(?:s|ed|ing)?|offer(?:s|ed|ing)?|pitch(?:ed|es|ing)?|hand(?:ed|s|ing)? over|ship(?:s|ped|ping)?|(?<=offered to )provide|(?<=offering to )provide|(?<=contract to )provide|(?<=deal to )provide)"
_GIVEN = re.compile(r"\b(?:aid|assistance|donat\w+|support\w*|free|help\w*|self-defen[cs]e|aggression|grant|gift\w*)\b")
_SALE = r"(?:sales?|deliver(?:y|ies)|suppl(?:y|ies)|exports?|transfers?|shipments?|offer)"
_PURCHASE = r"(?:purchases?|acquisitions?|procurement|orders?|imports?|lease|deals?|contracts?|induction|commissioning|tender|buy)"
_WORTH = r"(?:,? ?(?:worth|valued at|priced at|estimated at) [^;:<]{1,30}?)"
GATE = re.compile(
    rf"<W.*\b(?:{_BUY}|{_GET}|{_SELL}|{_SALE}|{_PURCHASE}|{_WANT})\b|\b(?:{_BUY}|{_GET}|{_SELL}|{_SALE}|{_PURCHASE}|{_WANT})\b.*<W"
)
_PASSIVE = re.compile(r"(?:is|are|was|were|be|been|being|to be) (?:\w+ly |also |already |now )?$")
_FROM, _TO, _BY = frozenset({"from"}), frozenset({"to", "for"}), frozenset({"by"})
_WITH = frozenset({"with"})


@dataclass(frozen=True, slots=True)
class _Verb:
    name: str
    regex: re.Pattern[str]
    sells: bool = False


_VERBS = (
    _Verb("buys", expand(rf"(?P<t>{_BUY})")),
    _Verb("gets", expand(rf"(?P<t>{_GET})")),
    _Verb("wants", expand(rf"(?P<t>{_WANT})")),
    _Verb("sells", expand(rf"(?P<t>{_SELL})"), sells=True),
)
_ARRIVALS = expand(
    r"(?:batch|consignment|first|second|third|last|final|remaining|delivery|regiments?|squadrons?) [^;<]{0,30}?{i:W} =4"
    r"(?P<t>arrived|arrive|arrives|landed|reached|touched down|handed over|delivered) =1(?:in|at|to) =2{o:CO}"
)
_ARMS_SALES = tuple(
    expand(pattern)
    for pattern in (
        r"{s:c} =2(?P<t>(?:arms|weapons?|military|defen[cs]e) (?:sales?|exports?|deals?|supplies|shipments|transfers?)) to =2{o:C*}",
        r"{s:C*} =2(?P<t>(?:arms|weapons?|military|defen[cs]e) (?:sales?|exports?|deals?|supplies|shipments|transfers?)) to =2{o:C*}",
        r"(?P<t>(?:sale|supply|export)s? of (?:arms|weapons)) to =2{o:C} by =2{s:C}",
    )
)
_SUPPLIES = expand(
    r"(?:contracts?|deals?|agreements?|orders?) =3with =3{o:CO} =2to =1(?P<t>build|supply|deliver|provide|export|construct|sell|hand over) "
)
_NOUNS = (
    _Verb("sale_of", expand(rf"(?P<t>{_SALE}) ~3of ~8<W\d+>"), sells=True),
    _Verb("item_sale", expand(rf"<W\d+> ~4(?P<t>{_SALE})"), sells=True),
    _Verb("purchase_of", expand(rf"(?P<t>{_PURCHASE}) (?:{_WORTH} )?(?:with =3<[CO]\d+> )?(?:{_WORTH} )?~6(?:of|for|to (?:buy|acquire|purchase|supply|deliver|procure)) ~8<W\d+>")),
    _Verb("item_purchase", expand(rf"<W\d+> ~4(?P<t>{_PURCHASE})")),
)  # fmt: skip


def in_scene(scene: Scene) -> Iterator[Found]:
    """Yield who buys what from whom; the buyer by country, the seller as the text names it."""
    yield from _without_item(scene)
    if not GATE.search(scene.line):
        return
    for verb in _VERBS:
        for match in verb.regex.finditer(scene.line):
            yield from _of_verb(scene, verb, match)
    for match in _SUPPLIES.finditer(scene.line):
        items = items_after(scene, match.start("t"))
        seller = scene.subject(match.start(), STATES)
        yield from _found(scene, "contract_to_supply", match, scene.unit(match, "o"), seller, items)
    for match in _ARRIVALS.finditer(scene.line):
        items = [unit for unit in (scene.unit(match, "i"),) if unit]
        yield from _found(scene, "arrived", match, scene.unit(match, "o"), None, items)
    for noun in _NOUNS:
        for match in noun.regex.finditer(scene.line):
            yield from _of_noun(scene, noun, match)


_NOUN_TOO = frozenset(
    {"supply", "offer", "order", "orders", "purchase", "lease", "exports", "export", "offers", "imports"}
)
_NOUN_BEFORE = re.compile(r"(?:\b(?:the|a|an|of|its|their|his|this|for|new|in|on|arms|export|such)|'s|<c\d+>) $")


_TECHNOLOGY = re.compile(r"\b(?:technolog\w+|know-how|source code)\b")


def _of_verb(scene: Scene, verb: _Verb, match: re.Match[str]) -> Iterator[Found]:
    start, end = match.start("t"), match.end("t")
    if match["t"] in _NOUN_TOO and _NOUN_BEFORE.search(scene.line, max(0, start - 12), start):
        return
    passive = (bool(_PASSIVE.search(scene.line[:start])) and not match["t"].endswith("ing")) or bool(
        re.match(r" ~?by <", scene.line[end:])
    )
    if passive:
        items = items_before(scene, start)
        subject = scene.following(start, _BY, STATES)
        if verb.name == "gets":  # "was commissioned into the navy"
            subject = scene.following(start, frozenset({"into"}), STATES) or subject
    else:
        items = items_after(scene, start) or items_of_relative(scene, start)
        subject = blamed_buyer(scene, start) or scene.subject(start, STATES + "P")
    if not items or _TECHNOLOGY.search(scene.line, end, scene.start(scene.units.index(items[0]))):
        return
    if verb.sells:
        if _GIVEN.search(scene.line) and not re.search(r"\b(?:sell|sold|sale|contract|order\w*|deal)\b", scene.line):
            return
        buyer = scene.following(start, _TO, "CO") or (None if passive else dative_buyer(scene, end))
        seller = subject
        rule = verb.name + ("_passive" if passive else "")
        if buyer is None:
            return
    else:
        buyer, rule = subject, verb.name + ("_passive" if passive else "")
        if buyer is None and not passive and (implied := implied_buyer(scene, start)):
            buyer, rule = implied, verb.name + "_implied"
        seller = scene.following(start, _FROM, STATES) or deal_partner(scene, start)
    yield from _found(scene, rule, match, buyer, seller, items)


def _of_noun(scene: Scene, noun: _Verb, match: re.Match[str]) -> Iterator[Found]:
    start = match.start("t")
    items = list(scene.all_after(start, "W")) if noun.name.endswith("_of") else items_before(scene, start)
    if not items or _TECHNOLOGY.search(scene.line, start) or scene.line[:start].endswith(" to "):
        return
    before = owner_before(scene, match.start())
    after_from = scene.following(start, _FROM, STATES)
    if noun.sells:
        buyer = scene.following(start, _TO, "CO")
        seller = scene.following(start, frozenset({"by", "from"}), STATES) or before or approving_seller(scene, start)
    else:
        beside = scene.following(start, frozenset({"by", "for", "to"}), "CO")
        buyer = before or beside or _subject_state(scene, start)
        seller = after_from or scene.following(start, _WITH, STATES) or deal_partner(scene, start)
    yield from _found(scene, noun.name, match, buyer, seller, items)


def _subject_state(scene: Scene, position: int) -> Unit | None:
    return scene.subject(position, STATES)


def _without_item(scene: Scene) -> Iterator[Found]:
    """Sales of arms in general, where no system is named."""
    for pattern in _ARMS_SALES:
        for match in pattern.finditer(scene.line):
            for buyer in scene.countries(scene.unit(match, "o")):
                for seller in scene.countries(scene.unit(match, "s")):
                    if seller.party != buyer.party:
                        yield Found(
                            sentence=scene.number, type=TYPE, rule="procures.arms_sales", trigger=scene.token(match),
                            subject=buyer, object=seller,
                        )  # fmt: skip


def _found(
    scene: Scene, rule: str, match: re.Match[str], buyer: Unit | None, seller: Unit | None, items: Sequence[Unit]
) -> Iterator[Found]:
    buyers = [b for b in (as_buyer(scene, o) for o in scene.members(buyer)) if b]
    named = scene.members(seller) if seller and seller.letter in "COF" else []
    sellers: list[Occurrence | None] = [as_buyer(scene, occurrence) for occurrence in named]
    if seller and seller.letter == "P":
        sellers = [*scene.countries(seller)]
    if seller is None and len(buyers) == 2 and (told := told_apart(scene, buyers, items)):
        buyers, sellers = [told[0]], [told[1]]
    for unit in items:
        origin = maker_beside(scene, unit)
        own = scene.following(scene.start(scene.units.index(unit)), _TO, "CO", reach=7) if "sale" in rule else None
        for buyer_ in [b for b in (as_buyer(scene, o) for o in scene.members(own)) if b] or buyers:
            for item in scene.members(unit):
                for seller_ in sellers or [origin]:
                    if seller_ is None or not same_side(scene, buyer_, seller_):
                        yield Found(
                            sentence=scene.number, type=TYPE, rule=f"procures.{rule}", trigger=scene.token(match),
                            subject=buyer_, object=seller_, item=item,
                        )  # fmt: skip
