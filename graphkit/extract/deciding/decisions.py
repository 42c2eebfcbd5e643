"""From scored hypotheses to decisions: one per fact, purchases put together from their two questions."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace

from graphkit.extract.deciding.hypotheses import Hypothesis
from graphkit.extract.deciding.targets import INDEX, TARGETS

_ITEM, _SELLER = INDEX["PROCURES.item"], INDEX["PROCURES.seller"]
_SELLER_BELIEVED = 0.15  # a seller less likely than this is left open
_SELLER_OF_A_CLASS = 0.02  # of "arms" or "tanks" something is said only with the seller: the likeliest one is named
_RIVAL = 0.3  # a gift this likely may be what looks like a purchase; less likely purchases stay as they are
_STATED = {"MET": 0.91, "PROCURES": 0.9}
"""How many were right, of those with a rule: 31 of 33 meetings on the 75 annotated articles that no rule was written
from, 28 of 30 purchases on all 247; each with one right and one wrong added."""
_SELLER_ALONE = 0.3  # a buyer without an item this likely is reported with the seller alone
_ALONE_COUNTS = 0.8
_NEIGHBOURS = 1  # sentences between item and seller


@dataclass(frozen=True, slots=True)
class Decision:
    """A fact of the article with its probability. `basis` is the hypothesis it comes from, `seller` the one that
    fills a purchase's object."""

    relation: str
    subject: int
    object: int | None
    item: int | None
    confidence: float
    basis: Hypothesis
    seller: Hypothesis | None = None


def decisions(
    scored: Iterable[tuple[Hypothesis, float]],
    sentence_of: dict[int, int],
    classes: Collection[int] = (),
    stated: Callable[[Hypothesis], bool] = lambda _: False,
) -> list[Decision]:
    """Return decisions in the order of hypotheses; `sentence_of` is by index of candidate, `classes` are the parties
    that are no system but a class of arms, `stated` tells whether a rule found the hypothesis."""
    out: list[Decision] = []
    items: dict[int, list[tuple[Hypothesis, float]]] = {}
    sellers: dict[int, list[tuple[Hypothesis, float]]] = {}
    for h, chance in scored:
        if h.target == _ITEM:
            items.setdefault(h.subject, []).append((h, chance))
        elif h.target == _SELLER:
            sellers.setdefault(h.subject, []).append((h, chance))
        else:
            out.append(Decision(TARGETS[h.target].relation, h.subject, h.object, None, chance, h))
    for buyer in sorted({*items, *sellers}):
        out += _purchases(items.get(buyer, []), sellers.get(buyer, []), sentence_of, classes)
    aided = {d.object for d in out if d.relation == "AIDS" and d.confidence >= _RIVAL}
    return [_believed(d, aided, classes, stated) for d in out]


def _believed(
    decision: Decision, aided: Collection[int | None], classes: Collection[int], stated: Callable[[Hypothesis], bool]
) -> Decision:
    """What a rule states is at least as sure as such statements proved to be: meetings, and purchases of a named system
    by somebody who is not aided."""
    if decision.relation not in _STATED or decision.confidence < _RIVAL or not stated(decision.basis):
        return decision
    named = decision.item is not None and decision.item not in classes and decision.subject not in aided
    if decision.relation == "PROCURES" and not named:
        return decision
    return replace(decision, confidence=max(decision.confidence, _STATED[decision.relation]))


def _purchases(
    items: list[tuple[Hypothesis, float]],
    sellers: list[tuple[Hypothesis, float]],
    sentence_of: dict[int, int],
    classes: Collection[int],
) -> list[Decision]:
    ranked = sorted(sellers, key=lambda pair: (-pair[1], pair[0].object))
    believed = [(h, chance) for h, chance in ranked if chance > _SELLER_BELIEVED]
    out = []
    for item, chance in items:
        place = sentence_of[item.support[0][1]]
        near = [h for h, _ in believed if abs(sentence_of[h.support[0][1]] - place) <= _NEIGHBOURS]
        seller = next(iter(near or [h for h, _ in believed]), None)
        if seller is None and item.object in classes:
            seller = next((h for h, likely in ranked if likely > _SELLER_OF_A_CLASS), None)
        object_ = seller.object if seller else None
        out.append(Decision("PROCURES", item.subject, object_, item.object, chance, item, seller))
    if max((chance for _, chance in items), default=0.0) < _SELLER_ALONE:
        for seller, chance in sellers:
            out.append(Decision("PROCURES", seller.subject, seller.object, None, chance * _ALONE_COUNTS, seller))
    return out
