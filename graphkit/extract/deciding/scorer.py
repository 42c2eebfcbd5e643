"""Two dot products: from features to scores of candidates, from their numbers to the probability of a fact."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from graphkit.extract.deciding.frames import Frame
from graphkit.extract.deciding.hypotheses import Hypothesis, hypotheses
from graphkit.extract.deciding.questions import Asked
from graphkit.extract.deciding.targets import NAMES, TARGETS
from graphkit.extract.deciding.view import Anchor
from graphkit.extract.deciding.weights import Weights

Vector = list[float]
FrameWeights = dict[str, dict[str, dict[str, tuple[tuple[int, float], ...]]]]
_EndKey = tuple[str, int, int, int]
_VAIN = -5.0  # without its frames; no fact of the annotated articles that was lower came near to being reported
ANY = "*"  # the calibration of a relation too rare for its own


class Scorer:
    """Scores articles with one set of weights."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self._nested = _nested(weights.first)
        self._second = [_second(weights, name) for name in NAMES]

    def scores(self, asked: Asked) -> list[dict[int, float]]:
        """Return the first stage's score of every candidate, by target."""
        sums = _Sums(self.weights, self._nested, asked)
        return [sums.of(i) for i in range(len(asked.candidates))]

    def scored(self, asked: Asked) -> list[tuple[Hypothesis, float]]:
        """Return the hypotheses of an article with their probabilities."""
        found = hypotheses(
            asked.candidates, self.scores(asked), asked.fired, asked.features, lambda i, t: self.alike(asked, i, t)
        )
        return [(h, self.probability(h)) for h in found]

    def alike(self, asked: Asked, i: int, target: int) -> float:
        """Return the score of a candidate from the features that mean the same for every target."""
        weights = self.weights.alike
        return sum(weights.get(text, 0.0) for text in asked.alike(i, target))

    def probability(self, hypothesis: Hypothesis) -> float:
        """Return the calibrated probability that the article states the fact."""
        second, total = self._second[hypothesis.target]
        for name, value in hypothesis.numbers.items():
            if value:
                total += second.get(name, 0.0) * value
        relation = TARGETS[hypothesis.target].relation
        return calibrated(total, self.weights.calibration.get(relation) or self.weights.calibration[ANY])

    def reported(self, relation: str, probability: float) -> bool:
        return probability >= self.weights.thresholds[relation]


def calibrated(score: float, corners: Sequence[tuple[float, float]]) -> float:
    """Return the probability on the line through `corners`, flat outside them."""
    at = bisect_right(corners, (score, math.inf))
    if at == 0:
        return corners[0][1]
    if at == len(corners):
        return corners[-1][1]
    (x0, y0), (x1, y1) = corners[at - 1], corners[at]
    return y1 if x1 == x0 else y0 + (y1 - y0) * (score - x0) / (x1 - x0)


class _Sums:
    """First-stage scores of one article; what candidates share is added up once."""

    def __init__(self, weights: Weights, nested: FrameWeights, asked: Asked) -> None:
        self.first = weights.first
        self.nested = nested
        self.bias = weights.bias
        self.asked = asked
        self._sentences: dict[int, Vector] = {}
        self._ends: dict[_EndKey, Vector] = {}

    def of(self, i: int) -> dict[int, float]:
        candidate = self.asked.candidates[i]
        features = self.asked.features
        number = candidate.sentence
        sentence = self._sentences.get(number)
        if sentence is None:
            sentence = self._sentences[number] = self._add(list(self.bias), features.of_sentence(number))
        a = self._end("a", number, candidate.subject, candidate.a)
        b = self._end("b", number, candidate.object, candidate.b)
        total = list(map(_sum, sentence, a, b))
        self._add(total, features.of_link(candidate))
        fired = self.asked.fired[i]
        if not fired and max(total[target] for target in candidate.targets) < _VAIN:
            return dict.fromkeys(candidate.targets, _VAIN)
        if candidate.a is not None and candidate.b is not None:
            frames = features.frames(number)
            self._add(total, frames.of_place(candidate.a, candidate.b))
            self._add_frames(total, frames.frames(candidate.a, candidate.b))
        if fired:
            self._add(total, self.asked.rules(i))
        return {target: total[target] for target in candidate.targets}

    def _end(self, end: str, number: int, party: int, anchor: Anchor | None) -> Vector:
        key = (end, number, party, -1 if anchor is None else anchor.index)
        found = self._ends.get(key)
        if found is None:
            texts = self.asked.features.of_end(end, number, party, anchor)
            found = self._ends[key] = self._add([0.0] * len(self.bias), texts)
        return found

    def _add(self, total: Vector, texts: Sequence[str]) -> Vector:
        first = self.first
        for text in texts:
            pairs = first.get(text)
            if pairs is not None:
                for target, weight in pairs:
                    total[target] += weight
        return total

    def _add_frames(self, total: Vector, frames: Iterable[Frame]) -> None:
        nested = self.nested
        for name, x, y in frames:
            by_subject = nested.get(name)
            if by_subject is not None:
                by_object = by_subject.get(x)
                if by_object is not None:
                    for target, weight in by_object.get(y, ()):
                        total[target] += weight


def _sum(x: float, y: float, z: float) -> float:
    return x + y + z


def _second(weights: Weights, target: str) -> tuple[dict[str, float], float]:
    """The second stage's weights for one target, those for all and its own added up, and its constant."""
    second = weights.second
    own = f"{target}:"
    names = {name.removeprefix(own) for name in second if name.startswith(own)}
    names |= {name for name in second if ":" not in name or name.split(":")[0] not in NAMES}
    sums = {name: second.get(name, 0.0) + second.get(own + name, 0.0) for name in sorted(names)}
    return sums, weights.second_bias + second.get(target, 0.0)


def _nested(first: Mapping[str, tuple[tuple[int, float], ...]]) -> FrameWeights:
    """The weights of frames by trigger class, role of the subject and role of the object: no text is made to find one."""
    out: FrameWeights = {}
    for text, pairs in first.items():
        kind, _, rest = text.partition(":")
        if kind == "frame":
            name, x, y = rest.split(":")
            out.setdefault(name, {}).setdefault(x, {})[y] = pairs
    return out
