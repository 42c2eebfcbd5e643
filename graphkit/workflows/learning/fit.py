"""The two fits: one logistic regression per target over features, one over the numbers of hypotheses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from graphkit.extract.deciding.hypotheses import LOW, Hypothesis, crossed, hypotheses
from graphkit.extract.deciding.targets import NAMES
from graphkit.workflows.learning.instances import Lesson

Scores = list[dict[int, float]]
_WORDS = ("a-before:", "a-after:", "b-before:", "b-after:")
_FEWEST_ARTICLES = 5  # in which a feature must occur
_FEWEST_FOR_WORDS = 8  # so that no weight remembers an article's own words
_STRENGTH = 0.03  # C of the first fit, from nested folds
_STRENGTH_2 = 0.02
_RIGHT_WEIGHS = 5.0  # a stated pair against an unstated one


@dataclass(slots=True)
class Table:
    """All candidates of all lessons as one sparse matrix; `rows[id]` is the first row of an article."""

    names: list[str]
    matrix: Any
    rows: dict[str, int]
    lessons: dict[str, Lesson]
    alike_names: list[str]
    alike: Any  # one row per candidate and target
    alike_rows: list[dict[int, int]]  # by row of `matrix`: target -> row of `alike`


def tabulate(lessons: Sequence[Lesson]) -> Table:
    names = _frequent([[name for text in one.texts for name in text] for one in lessons])
    alike_names = _frequent([[n for row in one.alike for text in row.values() for n in text] for one in lessons])
    rows: dict[str, int] = {}
    texts: list[list[str]] = []
    alike: list[list[str]] = []
    alike_rows: list[dict[int, int]] = []
    for one in lessons:
        rows[one.id] = len(texts)
        texts.extend(one.texts)
        for row in one.alike:
            alike_rows.append({target: len(alike) + n for n, target in enumerate(row)})
            alike.extend(row.values())
    by_id = {one.id: one for one in lessons}
    return Table(names, _sparse(names, texts), rows, by_id, alike_names, _sparse(alike_names, alike), alike_rows)


def _frequent(articles: Sequence[Sequence[str]]) -> list[str]:
    count: Counter[str] = Counter()
    for names in articles:
        count.update(set(names))
    return sorted(
        name
        for name, number in count.items()
        if number >= (_FEWEST_FOR_WORDS if name.startswith(_WORDS) else _FEWEST_ARTICLES)
    )


def _sparse(names: Sequence[str], texts: Sequence[Sequence[str]]) -> Any:
    number = {name: i for i, name in enumerate(names)}
    indices: list[int] = []
    starts = [0]
    for text in texts:
        indices.extend(sorted({number[name] for name in text if name in number}))
        starts.append(len(indices))
    data = np.ones(len(indices), dtype=np.float64)
    return csr_matrix((data, np.array(indices), np.array(starts)), shape=(len(texts), len(names)))


@dataclass(slots=True)
class First:
    """Weights of the first stage, one row per target, and those of the features that mean the same for all targets."""

    weights: Any
    bias: Any
    alike: Any

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

    def alike_scores(self, table: Table, article: str) -> Scores:
        start = table.rows[article]
        rows = table.alike_rows[start : start + len(table.lessons[article].texts)]
        numbers = [row for by_target in rows for row in by_target.values()]
        values = iter(table.alike[numbers] @ self.alike) if numbers else iter(())
        return [{target: float(next(values)) for target in by_target} for by_target in rows]


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
    return First(weights, bias, _fit_alike(table, rows, labels))


def _fit_alike(table: Table, rows: Sequence[Sequence[int]], labels: Sequence[Sequence[int]]) -> Any:
    numbers = [table.alike_rows[row][target] for target in range(len(NAMES)) for row in rows[target]]
    model = LogisticRegression(C=_STRENGTH, solver="liblinear", class_weight={0: 1.0, 1: _RIGHT_WEIGHS})
    model.fit(table.alike[numbers], [label for column in labels for label in column])
    return model.coef_[0]


@dataclass(slots=True)
class Second:
    """Weights of the second stage by name of the number."""

    weights: dict[str, float]
    bias: float

    def score(self, hypothesis: Hypothesis) -> float:
        weights = self.weights
        return self.bias + sum(weights.get(name, 0.0) * value for name, value in numbers_of(hypothesis).items())


def numbers_of(hypothesis: Hypothesis) -> dict[str, float]:
    """Return the numbers of a hypothesis with those that each target weighs by itself, and the target."""
    target = NAMES[hypothesis.target]
    own = {f"{target}:{name}": value for name, value in hypothesis.numbers.items() if crossed(name)}
    return hypothesis.numbers | own | {target: 1.0}


def hypothesise(table: Table, article: str, first: First) -> list[Hypothesis]:
    asked = table.lessons[article].asked
    alike = first.alike_scores(table, article)
    scores = first.scores(table, article)
    return hypotheses(asked.candidates, scores, asked.fired, asked.features, lambda i, target: alike[i][target])


def fit_second(examples: Sequence[tuple[Hypothesis, bool]]) -> Second:
    rows = [numbers_of(hypothesis) for hypothesis, _ in examples]
    names = sorted({name for row in rows for name in row})
    number = {name: i for i, name in enumerate(names)}
    data = np.zeros((len(examples), len(names)))
    for place, row in enumerate(rows):
        for name, value in row.items():
            data[place, number[name]] = value
    means = data.mean(axis=0)
    model = LogisticRegression(C=_STRENGTH_2, max_iter=600)
    model.fit(data - means, [right for _, right in examples])
    weights = model.coef_[0]
    bias = float(model.intercept_[0] - (weights * means).sum())
    return Second({name: float(w) for name, w in zip(names, weights, strict=True)}, bias)
