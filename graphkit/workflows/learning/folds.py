"""Nested folds: every figure is of articles that nothing was fitted on, thresholds included."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from graphkit.extract.deciding.hypotheses import Hypothesis
from graphkit.workflows.learning.fit import First, Second, Table, fit_first, fit_second, hypothesise

Examples = dict[str, list[tuple[Hypothesis, bool]]]


@dataclass(slots=True)
class Fitted:
    """Both stages, and what the second gave on articles that neither had seen: `held_out[id]` are (hypothesis, score)."""

    first: First
    second: Second
    held_out: dict[str, list[tuple[Hypothesis, float]]]
    examples: Examples


def split(articles: Sequence[str], parts: int, seed: int) -> list[list[str]]:
    shuffled = sorted(articles)
    random.Random(seed).shuffle(shuffled)  # noqa: S311 - a fixed shuffle, no secret
    return [shuffled[i::parts] for i in range(parts)]


def fit(table: Table, articles: Sequence[str], parts: int = 5, seed: int = 1) -> Fitted:
    """Fit both stages; the second learns from first-stage scores of articles that the first had not seen."""
    folds = split(articles, parts, seed)
    examples: Examples = {}
    for fold in folds:
        first = fit_first(table, [a for a in sorted(articles) if a not in set(fold)])
        for article in fold:
            examples[article] = _examples(table, article, first)
    held_out: dict[str, list[tuple[Hypothesis, float]]] = {}
    for fold in folds:
        second = fit_second([x for a in sorted(articles) if a not in set(fold) for x in examples[a]])
        for article in fold:
            held_out[article] = [(h, second.score(h)) for h, _ in examples[article]]
    second = fit_second([x for a in sorted(articles) for x in examples[a]])
    return Fitted(fit_first(table, sorted(articles)), second, held_out, examples)


def _examples(table: Table, article: str, first: First) -> list[tuple[Hypothesis, bool]]:
    right = table.lessons[article].right
    return [(h, h.key in right) for h in hypothesise(table, article, first)]
