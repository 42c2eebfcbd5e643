"""From scores on held-out articles to probabilities, thresholds and the border of the high tier."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sklearn.isotonic import IsotonicRegression

from graphkit.extract.deciding.scorer import ANY
from graphkit.ontology.relations import RELATIONS

Corners = tuple[tuple[float, float], ...]
_ENOUGH = 60  # right held-out hypotheses from which a relation is calibrated by itself
_GRID = tuple(round(0.16 + 0.02 * n, 2) for n in range(33))
_PRECISION = 0.72  # asked of all facts together, with a margin for unread articles
_HIGH = 0.95  # precision of the high tier on held-out folds; on articles that nobody had read it was .92 then
_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Judged:
    """A held-out decision: its relation, probability and whether it is right."""

    relation: str
    probability: float
    right: bool


def calibration(scored: Sequence[tuple[str, float, bool]]) -> dict[str, Corners]:
    """Return the corners of score to probability by relation, from (relation, score, right)."""
    by_relation: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for relation, score, right in scored:
        by_relation[relation].append((score, right))
        by_relation[ANY].append((score, right))
    out = {ANY: _corners(by_relation[ANY])}
    for name in (relation.name for relation in RELATIONS):
        pairs = by_relation.get(name, [])
        if sum(right for _, right in pairs) >= _ENOUGH:
            out[name] = _corners(pairs)
    return out


def _corners(pairs: Sequence[tuple[float, bool]]) -> Corners:
    """Isotonic regression; each level stands at the mean of its scores, and lines join the levels."""
    if not pairs:
        return ((0.0, 0.0),)
    scores = [score for score, _ in pairs]
    levels = IsotonicRegression(out_of_bounds="clip").fit_transform(scores, [float(right) for _, right in pairs])
    blocks: dict[float, list[float]] = defaultdict(list)
    for score, level in zip(scores, levels, strict=True):
        blocks[round(float(level), 4)].append(score)
    corners = [(round(sum(block) / len(block), 3), level) for level, block in sorted(blocks.items())]
    return tuple((x, min(max(y, 0.001), 0.99)) for x, y in corners)


def thresholds(judged: Sequence[Judged], gold: Mapping[str, int]) -> dict[str, float]:
    """Return by relation the probability from which facts are reported: the best F1 of all together at a precision of
    at least `_PRECISION`; first one value for all, then each in turn."""
    names = [relation.name for relation in RELATIONS]
    table = {name: [_counts(judged, name, value) for value in _GRID] for name in names}
    total = sum(gold.values())
    start = max(range(len(_GRID)), key=lambda g: (_worth([table[n][g] for n in names], total), -g))
    chosen = dict.fromkeys(names, start)
    for _ in range(_ROUNDS):
        for name in names:
            rest = [table[n][chosen[n]] for n in names if n != name]
            low, high = max(0, start - 6), min(len(_GRID), start + 7)
            best = max(range(low, high), key=lambda g: (_worth([*rest, table[name][g]], total), -abs(g - start)))
            chosen[name] = best
    return {name: _GRID[chosen[name]] for name in names}


def _counts(judged: Sequence[Judged], relation: str, value: float) -> tuple[int, int]:
    kept = [j.right for j in judged if j.relation == relation and j.probability >= value]
    return sum(kept), len(kept)


def _worth(counts: Sequence[tuple[int, int]], gold: int) -> float:
    right, found = sum(right for right, _ in counts), sum(found for _, found in counts)
    if not right:
        return 0.0
    precision, recall = right / found, right / gold
    f1: float = 2 * precision * recall / (precision + recall)
    return f1 - 2 * max(0.0, _PRECISION - precision)


def high_tier(judged: Sequence[Judged]) -> float:
    """Return the probability from which at least `_HIGH` of the facts are right."""
    ranked = sorted(judged, key=lambda j: -j.probability)
    right, value = 0, 0.99
    for place, one in enumerate(ranked, 1):
        right += one.right
        if right / place >= _HIGH:
            value = one.probability
    return round(value, 3)


def gold_counts(types: Sequence[str]) -> dict[str, int]:
    return dict(Counter(types))
