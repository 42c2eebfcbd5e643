"""Weights from lessons, and honest figures for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from graphkit.extract.deciding.decisions import decisions
from graphkit.extract.deciding.scorer import ANY, calibrated
from graphkit.extract.deciding.targets import NAMES, TARGETS
from graphkit.extract.deciding.weights import Weights
from graphkit.workflows.learning.fit import Table
from graphkit.workflows.learning.folds import Fitted, fit
from graphkit.workflows.learning.tune import Corners, Judged, calibration, gold_counts, high_tier, thresholds

_LEAST = 0.01  # first-stage weights below this are left out
_DIGITS = 2


def learn(table: Table, articles: Sequence[str]) -> Weights:
    """Fit both stages on `articles`, calibrate and choose thresholds on their inner folds."""
    fitted = fit(table, articles)
    scored = [
        (TARGETS[h.target].relation, score, h.key in table.lessons[article].right)
        for article in sorted(fitted.held_out)
        for h, score in fitted.held_out[article]
    ]
    corners = calibration(scored)
    judged = _judged(table, fitted, corners)
    gold = gold_counts([group[0]["type"] for a in articles for group in table.lessons[a].gold])
    least = thresholds(judged, gold)
    return _weights(table, fitted, corners, least, high_tier(judged))


def _judged(table: Table, fitted: Fitted, corners: Mapping[str, Corners]) -> list[Judged]:
    out = []
    for article in sorted(fitted.held_out):
        lesson = table.lessons[article]
        scored = [
            (h, calibrated(score, corners.get(TARGETS[h.target].relation) or corners[ANY]))
            for h, score in fitted.held_out[article]
        ]
        sentences = {i: candidate.sentence for i, candidate in enumerate(lesson.asked.candidates)}
        out += [Judged(d.relation, d.confidence, d.basis.key in lesson.right) for d in decisions(scored, sentences)]
    return out


def _weights(
    table: Table, fitted: Fitted, corners: Mapping[str, Corners], least: Mapping[str, float], high: float
) -> Weights:
    first: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for target in range(len(NAMES)):
        row = fitted.first.weights[target]
        for column in (abs(row) >= _LEAST).nonzero()[0]:
            first[table.names[column]].append((target, round(float(row[column]), _DIGITS)))
    return Weights(
        bias=tuple(round(float(b), 3) for b in fitted.first.bias),
        first={name: tuple(pairs) for name, pairs in sorted(first.items())},
        alike={
            name: round(float(weight), _DIGITS)
            for name, weight in zip(table.alike_names, fitted.first.alike, strict=True)
            if abs(weight) >= _LEAST
        },
        second_bias=round(fitted.second.bias, 4),
        second={name: round(weight, 4) for name, weight in sorted(fitted.second.weights.items()) if abs(weight) > 1e-4},
        calibration=corners,
        thresholds=least,
        min_confidence=high,
    )
