"""The first two stages of deciding, for one article: what is asked, and what the first stage reads of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from graphkit.extract.deciding.candidates import Candidate, candidates
from graphkit.extract.deciding.features import Features
from graphkit.extract.deciding.fired import by_ends, with_rules
from graphkit.extract.deciding.scene import Scene, prepare
from graphkit.extract.deciding.targets import NAMES
from graphkit.extract.deciding.triggers import Triggers
from graphkit.extract.reading import Reading
from graphkit.extract.rules.found import Found
from graphkit.gazetteers.entries import Country

Finder = Callable[[Reading], Sequence[Found]]


@dataclass(slots=True)
class Asked:
    """The candidates of an article; `fired[i]` are the rules that found candidate i, by target."""

    scene: Scene
    candidates: list[Candidate]
    fired: list[dict[int, tuple[str, ...]]]
    found: dict[tuple[int, int, int], dict[int, list[Found]]]
    features: Features

    def shared(self, i: int) -> list[str]:
        """Features of candidate i that hold for all its targets."""
        candidate = self.candidates[i]
        number = candidate.sentence
        features = self.features
        return [
            *features.of_sentence(number),
            *features.of_end("a", number, candidate.subject, candidate.a),
            *features.of_end("b", number, candidate.object, candidate.b),
            *features.of_pair(candidate),
            *self.rules(i),
        ]

    def rules(self, i: int) -> list[str]:
        """The rules that fired for the pair, whatever the relation they speak for."""
        out = set()
        for target, names in self.fired[i].items():
            out.add("rule:" + NAMES[target])
            out.update(f"rule-name:{name}" for name in names)
        return sorted(out)

    def alike(self, i: int, target: int) -> list[str]:
        """Features of candidate i that mean the same for every target."""
        names = self.fired[i].get(target, ())
        out = self.features.of_target(self.candidates[i], target)
        if names:
            out.append("core-rule")
        elif self.fired[i]:
            out.append("core-other-rule")
        return out

    def texts(self) -> list[list[str]]:
        """Return all features of every candidate."""
        return [self.shared(i) for i in range(len(self.candidates))]


def ask(
    reading: Reading, triggers: Triggers, countries: Mapping[str, Country], categories: Mapping[str, str],
    find: Finder | None = None,
) -> Asked:  # fmt: skip
    """Prepare an article: its scene, its candidates, the rules that fired."""
    scene = prepare(reading, triggers, countries)
    found = by_ends(scene, find(reading) if find else ())
    all_, fired = with_rules(scene, list(candidates(scene)), found)
    return Asked(scene, all_, fired, found, Features(scene, categories))
