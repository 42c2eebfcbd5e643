"""Annotated articles as training instances: candidates with features and, per target, right, wrong or unclear."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graphkit.extract.deciding.candidates import Candidate
from graphkit.extract.deciding.hypotheses import Key
from graphkit.extract.deciding.questions import Asked
from graphkit.extract.deciding.scene import Scene
from graphkit.extract.deciding.targets import NAMES, TARGETS
from graphkit.workflows.matching import Fact, Matcher, grouped

_ENOUGH_WORDS = 0.75  # share of the shorter of sentence and evidence that both must have
_WORD = re.compile(r"\w+")

Row = Mapping[str, Any]
EntityOf = Callable[[Any], dict[str, Any]]


@dataclass(slots=True)
class Lesson:
    """One article to learn from. `labels[i]` says by target of candidate i: 1 stated, 0 not, -1 unclear (the
    fact is in the gold, but another sentence is its evidence)."""

    id: str
    row: Row
    asked: Asked
    texts: list[list[str]]
    alike: list[dict[int, list[str]]]
    labels: list[dict[int, int]]
    right: frozenset[Key]
    gold: list[list[Fact]]  # the gold facts, those of one key together


def lesson(row: Row, asked: Asked, matcher: Matcher, entity_of: EntityOf) -> Lesson:
    marks = Marks(row["facts"], asked.scene, matcher, entity_of)
    labels = [
        {target: marks.label(target, candidate) for target in candidate.targets} for candidate in asked.candidates
    ]
    right = {
        (target, candidate.subject, candidate.object)
        for candidate, row_ in zip(asked.candidates, labels, strict=True)
        for target, label in row_.items()
        if label
    }
    both = right | {(t, b, a) for t, a, b in right if TARGETS[t].symmetric}
    alike = [{t: asked.alike(i, t) for t in candidate.targets} for i, candidate in enumerate(asked.candidates)]
    gold = grouped(row["facts"], matcher.match)
    return Lesson(row["id"], row, asked, asked.texts(), alike, labels, frozenset(both), gold)


class Marks:
    """Says which candidates are gold facts."""

    def __init__(self, facts: Sequence[Fact], scene: Scene, matcher: Matcher, entity_of: EntityOf) -> None:
        self.facts = facts
        entities = [entity_of(party) for party in scene.parties]
        self.ends: list[tuple[set[int], set[int], set[int]]] = []
        for fact in facts:
            subject = {n for n, e in enumerate(entities) if matcher.same(fact["subject"], e)}
            object_ = {n for n, e in enumerate(entities) if fact.get("object") and matcher.same(fact["object"], e)}
            item = {
                n
                for n, e in enumerate(entities)
                if e["kind"] == "WeaponSystem" and fact.get("item") and matcher.items_match(fact["item"], e)
            }
            self.ends.append((subject, object_, item))
        self.evidence = [evidence(fact, scene) for fact in facts]

    def label(self, target: int, candidate: Candidate) -> int:
        unclear = 0
        for number, fact in enumerate(self.facts):
            if fact["type"] == TARGETS[target].relation and self._is(number, target, candidate):
                places = self.evidence[number]
                if not places or candidate.sentence in places:
                    return 1
                unclear = -1
        return unclear

    def _is(self, number: int, target: int, candidate: Candidate) -> bool:
        subject, object_, item = self.ends[number]
        a, b = candidate.subject, candidate.object
        if NAMES[target] == "PROCURES.item":
            return a in subject and b in item
        if a in subject and b in object_:
            return True
        return TARGETS[target].symmetric and a in object_ and b in subject


def evidence(fact: Fact, scene: Scene) -> frozenset[int]:
    """Return the sentences that the fact's evidence covers, mostly."""
    wanted = set(_WORD.findall((fact.get("evidence") or "").lower()))
    out = set()
    for number, sentence in enumerate(scene.reading.sentences):
        words = set(_WORD.findall(sentence.span.of(scene.reading.article.text).lower()))
        if len(words) >= 3 and wanted and len(words & wanted) / min(len(words), len(wanted)) >= _ENOUGH_WORDS:
            out.add(number)
    return frozenset(out)
