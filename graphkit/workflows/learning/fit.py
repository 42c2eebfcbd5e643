"""The two fits: one logistic regression per target over features, one over the numbers of hypotheses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from graphkit.extract.deciding.hypotheses import LOW, Hypothesis, hypotheses
from graphkit.extract.deciding.targets import NAMES
from graphkit.workflows.learning.instances import Lesson

Scores = list[dict[int, float]]
_WORDS = ("word:", "between:", "a-before:", "a-after:", "b-before:", "b-after:")
_FEWEST_ARTICLES = 3  # in which a feature must occur
_FEWEST_FOR_WORDS = 8  # so that no weight remembers an article's own words
_STRENGTH = 0.15  # C of the first fit, from nested folds
_STRENGTH_2 = 0.02
_RIGHT_WEIGHS = 3.0  # a stated pair against an unstated one


@dataclass(slots=True)
class Table:
    """All candidates of all lessons as one sparse matrix; `rows[id]` is the first row of an article."""

    names: list[str]
    matrix: Any
    rows: dict[str, int]
    lessons: dict[str, Lesson]


def tabulate(lessons: Sequence[Lesson]) -> Table:
    articles: Counter[str] = Counter()
    for lesson in lessons:
        articles.update({name for text in lesson.texts for name in text})
    names = sorted(
        name
        for name, count in articles.items()
        if count >= (_FEWEST_FOR_WORDS if name.startswith(_WORDS) else _FEWEST_ARTICLES)
    )
    number = {name: i for i, name in enumerate(names)}
    indices: list[int] = []
    starts = [0]
    rows: dict[str, int] = {}
    for lesson in lessons:
        rows[lesson.id] = len(starts) - 1
        for text in lesson.texts:
            indices.extend(sorted({number[name] for name in text if name in number}))
            starts.append(len(indices))
    data = np.ones(len(indices), dtype=np.float64)
    matrix = csr_matrix((data, np.array(indices), np.array(starts)), shape=(len(starts) - 1, len(names)))
    return Table(names, matrix, rows, {lesson.id: lesson for lesson in lessons})


@dataclass(slots=True)
class First:
    """Weights of the first stage, one row per target."""

    weights: Any
    bias: Any

    def scores(self, table: Table, article: str) -> Scores:
        lesson = table.lessons[article]
        if not lesson.texts:
            return []
        start = table.rows[article]
        all_ = table.matrix[start : start + len(lesson.texts)] @ self.weights.T + self.bias
        return [
            {target: float(all_[i, target]) for target in candidate.targets}
            for i, candidate in enumerate(lesson.asked.candidates)
        ]


def fit_first(table: Table, articles: Sequence[str]) -> First:
    weights = np.zeros((len(NAMES), len(table.names)))
    bias = np.full(len(NAMES), LOW)
    rows: list[list[int]] = [[] for _ in NAMES]
    labels: list[list[int]] = [[] for _ in NAMES]
    for article in articles:
        start = table.rows[article]
        for i, by_target in enumerate(table.lessons[article].labels):
            for target, label in by_target.items():
                if label >= 0:
                    rows[target].append(start + i)
                    labels[target].append(label)
    for target in range(len(NAMES)):
        if sum(labels[target]) < 2:
            continue
        model = LogisticRegression(C=_STRENGTH, solver="liblinear", class_weight={0: 1.0, 1: _RIGHT_WEIGHS})
        model.fit(table.matrix[rows[target]], labels[target])
        weights[target] = model.coef_[0]
        bias[target] = model.intercept_[0]
    return First(weights, bias)


@dataclass(slots=True)
class Second:
    """Weights of the second stage by name of the number."""

    weights: dict[str, float]
    bias: float

    def score(self, hypothesis: Hypothesis) -> float:
        weights = self.weights
        return self.bias + sum(weights.get(name, 0.0) * value for name, value in hypothesis.numbers.items())


def hypothesise(table: Table, article: str, scores: Scores) -> list[Hypothesis]:
    asked = table.lessons[article].asked
    return hypotheses(asked.candidates, scores, asked.fired, asked.features)


def fit_second(examples: Sequence[tuple[Hypothesis, bool]]) -> Second:
    names = sorted({name for hypothesis, _ in examples for name in hypothesis.numbers})
    number = {name: i for i, name in enumerate(names)}
    data = np.zeros((len(examples), len(names)))
    for row, (hypothesis, _) in enumerate(examples):
        for name, value in hypothesis.numbers.items():
            data[row, number[name]] = value
    scaler = StandardScaler().fit(data)
    model = LogisticRegression(C=_STRENGTH_2, max_iter=600)
    model.fit(scaler.transform(data), [right for _, right in examples])
    weights = model.coef_[0] / scaler.scale_
    bias = float(model.intercept_[0] - (weights * scaler.mean_).sum())
    return Second({name: float(w) for name, w in zip(names, weights, strict=True)}, bias)
