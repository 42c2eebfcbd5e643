"""The second stage: everything that the sentences of one article say for one fact, as named numbers.

A hypothesis is a target with its two parties. Its numbers are the first-stage scores of all its candidates, its
rank among rivals in the article and the scores of other relations for the same pair.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from graphkit.extract.deciding.candidates import Candidate
from graphkit.extract.deciding.features import Features
from graphkit.extract.deciding.frames import bucket
from graphkit.extract.deciding.targets import LETTERS, TARGETS
from graphkit.extract.reading import How

LOW = -6.0  # a score for "never asked"; scores are cut to LOW..HIGH
HIGH = 8.0
HOPELESS = -3.5  # a hypothesis whose best score is lower is dropped

_CROSSED = frozenset(
    ["best", "any", "rank", "subject-rank", "rival", "rules", "list", "level", "alike", "named-after", "behind", "sum"]
)
Key = tuple[int, int, int]  # target, subject, object


@dataclass(slots=True)
class Hypothesis:
    """`support` are (score, index of the candidate), best first; `numbers` the second stage's features."""

    target: int
    subject: int
    object: int
    support: list[tuple[float, int]]
    numbers: dict[str, float] = field(default_factory=dict)

    @property
    def key(self) -> Key:
        return (self.target, self.subject, self.object)


def crossed(name: str) -> bool:
    """Whether a number has a weight of its own for each target, beside the one for all."""
    return name in _CROSSED or name.startswith("kinds:")


def clip(score: float) -> float:
    return max(LOW, min(HIGH, score))


def hypotheses(
    asked: Sequence[Candidate],
    scores: Sequence[Mapping[int, float]],
    fired: Sequence[Mapping[int, tuple[str, ...]]],
    features: Features,
    alike: Callable[[int, int], float],
) -> list[Hypothesis]:
    """Return the hypotheses of an article in a fixed order; `scores[i]` and `fired[i]` are by target of candidate i.

    `alike(i, target)` is the score of candidate i from the features that mean the same for every target.
    """
    found: dict[Key, list[tuple[float, int]]] = {}
    for i, candidate in enumerate(asked):
        for target in candidate.targets:
            key = _key(target, candidate.subject, candidate.object)
            found.setdefault(key, []).append((scores[i][target], i))
    out = []
    for (target, subject, object_), support in sorted(found.items()):
        if len(support) > 1:
            support.sort(key=lambda pair: (-pair[0], pair[1]))
        out.append(Hypothesis(target, subject, object_, support))
    numbers = _Numbers(out, asked, fired, features, alike)
    kept = [h for h in out if h.support[0][0] > HOPELESS or any(fired[i].get(h.target) for _, i in h.support)]
    for hypothesis in kept:
        hypothesis.numbers = numbers.of(hypothesis)
    return kept


def _key(target: int, subject: int, object_: int) -> Key:
    if TARGETS[target].symmetric and subject > object_:
        return (target, object_, subject)
    return (target, subject, object_)


class _Numbers:
    """Makes the numbers of one article's hypotheses."""

    def __init__(
        self,
        all_: Sequence[Hypothesis],
        asked: Sequence[Candidate],
        fired: Sequence[Mapping[int, tuple[str, ...]]],
        features: Features,
        alike: Callable[[int, int], float],
    ) -> None:
        self.asked, self.fired, self.features, self.alike = asked, fired, features, alike
        self.states = [party.country or f"party {party.number}" for party in features.scene.parties]
        self.by_target: dict[int, list[float]] = defaultdict(list)
        self.by_subject: dict[tuple[int, int], list[float]] = defaultdict(list)
        self.by_object: dict[tuple[int, int], list[float]] = defaultdict(list)
        self.by_pair: dict[tuple[int, int], dict[int, float]] = defaultdict(dict)
        self.best: dict[Key, float] = {}
        self.by_family: dict[tuple[int, str, str], list[tuple[float, Key]]] = defaultdict(list)
        for h in all_:
            best = h.support[0][0]
            self.best[h.key] = best
            self.by_family[self._family(h)].append((best, h.key))
            self.by_target[h.target].append(best)
            self.by_subject[h.target, h.subject].append(best)
            self.by_object[h.target, h.object].append(best)
            self.by_pair[h.subject, h.object][h.target] = best
            if TARGETS[h.target].symmetric:
                self.by_subject[h.target, h.object].append(best)
                self.by_object[h.target, h.subject].append(best)
                self.by_pair[h.object, h.subject][h.target] = best

    def _family(self, h: Hypothesis) -> tuple[int, str, str]:
        """The target between the states that the ends are or belong to."""
        a, b = self.states[h.subject], self.states[h.object]
        return (h.target, b, a) if b < a and TARGETS[h.target].symmetric else (h.target, a, b)

    def of(self, h: Hypothesis) -> dict[str, float]:
        numbers = self._scores(h)
        numbers.update(self._rivals(h))
        numbers.update(self._ends(h))
        return numbers

    def _scores(self, h: Hypothesis) -> dict[str, float]:
        scores = [clip(score) for score, _ in h.support]
        chances = [1 / (1 + math.exp(-score)) for score in scores]
        best = self.asked[h.support[0][1]]
        rules = sum(bool(self.fired[i].get(h.target)) for _, i in h.support)
        return {
            "best": scores[0],
            "second": scores[1] if len(scores) > 1 else LOW,
            "third": scores[2] if len(scores) > 2 else LOW,
            "any": 1 - math.prod(1 - chance for chance in chances),
            "sum": min(sum(chances), 3.0),
            "sentences": math.log1p(len(scores)),
            "rules": float(min(rules, 2)),
            "best-rules": float(bool(self.fired[h.support[0][1]].get(h.target))),
            "sentence": min(best.sentence, 12) / 4,
            "carried": float(best.link in ("subject", "object")),
            "main": float(best.link == "main"),
            "bilateral": float(self.features.scene.bilateral),
            "owner": float(best.link.startswith("owner")),
            "owner-known": float("known" in best.link),
            "list": self._siblings(h, best),
            "alike": clip(self.alike(h.support[0][1], h.target)),
        }

    def _siblings(self, h: Hypothesis, best: Candidate) -> float:
        """Return the best score of a hypothesis in which another member of a list stands for one end."""
        view = self.features.scene.views[best.sentence]
        top = LOW
        for anchor, other, subject in ((best.a, best.object, True), (best.b, best.subject, False)):
            if anchor is None:
                continue
            home = view.lists[anchor.index]
            for x in view.anchors:
                if view.lists[x.index] == home and x.party not in (anchor.party, other):
                    pair = (x.party, other) if subject else (other, x.party)
                    top = max(top, self.best.get(_key(h.target, *pair), LOW))
        return clip(top)

    def _rivals(self, h: Hypothesis) -> dict[str, float]:
        best = h.support[0][0]
        same = self.by_pair[h.subject, h.object]
        turned = self.by_pair[h.object, h.subject]
        symmetric = TARGETS[h.target].symmetric
        above = self.by_target[h.target]
        return {
            "rank": math.log1p(sum(score > best for score in above)),
            "subject-rank": math.log1p(sum(score > best for score in self.by_subject[h.target, h.subject])),
            "object-rank": math.log1p(sum(score > best for score in self.by_object[h.target, h.object])),
            "behind": min(max(above) - best, 8.0),
            "likely": math.log1p(sum(score > -1 for score in above)),
            "rival": max((clip(s) for t, s in same.items() if t != h.target), default=LOW),
            "level": max((clip(s) for s, key in self.by_family[self._family(h)] if key != h.key), default=LOW),
            "turned": max((clip(s) for t, s in turned.items() if t != h.target or not symmetric), default=LOW),
        }

    def _ends(self, h: Hypothesis) -> dict[str, float]:
        scene = self.features.scene
        best = self.asked[h.support[0][1]]
        out: dict[str, float] = {}
        letters = ""
        for end, number, anchor in (("a", h.subject, best.a), ("b", h.object, best.b)):
            party = scene.parties[number]
            letters += LETTERS[party.kind.value]
            out[end + "-count"] = min(bucket(scene.counts[number]), 5)
            out[end + "-title"] = float(number in scene.titled)
            out[end + "-unnamed"] = float(party.unnamed)
            out[end + "-generic"] = float(party.generic)
            out[end + "-publisher"] = float(party.country is not None and party.country == scene.reading.publisher)
            if party.country:
                out[end + "-main"] = float(scene.rank.get(party.country, 9) < 2)
            if anchor is not None:
                out[f"{end}-how:{anchor.occurrence.how.value}"] = 1.0
                out[end + "-weak"] = float(anchor.occurrence.how in (How.PRONOUN, How.GROUP, How.COUNTERPART))
        out["kinds:" + letters] = 1.0
        out["named-after"] = float((h.object, h.subject) in scene.named_after)
        if best.a is not None and best.b is not None:
            view = scene.views[best.sentence]
            out["one-list"] = float(view.lists[best.a.index] == view.lists[best.b.index])
        out["article"] = math.log1p(len(scene.views))
        return out
