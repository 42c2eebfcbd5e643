"""From an article to claims: read, ask, decide, write. Pure, and the same bytes in every run."""

from __future__ import annotations

from dataclasses import dataclass

from graphkit.extract.deciding.claims import ClaimWriter
from graphkit.extract.deciding.decisions import Decision, decisions
from graphkit.extract.deciding.hypotheses import Hypothesis
from graphkit.extract.deciding.questions import Asked, ask
from graphkit.extract.deciding.scorer import Scorer
from graphkit.extract.deciding.triggers import Triggers
from graphkit.extract.deciding.weights import Weights, packaged
from graphkit.extract.read import Reader
from graphkit.extract.reading import Reading
from graphkit.extract.rules.all import find_all
from graphkit.gazetteers.entries import Gazetteers
from graphkit.model.claims import Claim
from graphkit.model.problems import Problem
from graphkit.model.text import Article, Outlet


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one article says: `claims` in text order, and what could not be read."""

    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...] = ()


class Front:
    """What comes before weights: who is named where, which pairs are candidates, which rules fire."""

    def __init__(self, gazetteers: Gazetteers) -> None:
        self.gazetteers = gazetteers
        self._reader = Reader(gazetteers)
        self._triggers = Triggers(gazetteers.lexicons["triggers"])
        self._categories = {key: entry.category or "listed" for key, entry in gazetteers.entries.items()}
        self._categories |= {f"office:{key}": office.owner for key, office in gazetteers.offices.items()}

    def read(self, article: Article, outlet: Outlet | None = None) -> Reading:
        """Stage 1: the sentences and who is named in them."""
        return self._reader.read(article, outlet)

    def ask(self, reading: Reading) -> Asked:
        """Stages 2 and 3: the candidates and the rules that fired for them."""
        return ask(reading, self._triggers, self.gazetteers.countries, self._categories, find_all)


class Back:
    """What weights decide: which candidates are facts, and their claims."""

    def __init__(self, gazetteers: Gazetteers, weights: Weights) -> None:
        self.weights = weights
        self._scorer = Scorer(weights)
        self._writer = ClaimWriter(gazetteers, weights)

    def decide(self, asked: Asked) -> list[Decision]:
        """Stage 4: every fact with its probability, the unlikely ones included."""
        sentences = {i: candidate.sentence for i, candidate in enumerate(asked.candidates)}
        classes = {party.number for party in asked.scene.reading.parties if party.generic}

        def stated(hypothesis: Hypothesis) -> bool:
            return any(asked.fired[i].get(hypothesis.target) for _, i in hypothesis.support)

        return decisions(self._scorer.scored(asked), sentences, classes, stated)

    def claims(self, asked: Asked) -> list[Claim]:
        """Return the claims of what is at least as likely as its relation asks for."""
        thresholds = self.weights.thresholds
        return self._writer.claims(asked, [d for d in self.decide(asked) if d.confidence >= thresholds[d.relation]])


class Extractor:
    """Reads articles with the gazetteers and decides with the weights (those of the package if none are given)."""

    def __init__(self, gazetteers: Gazetteers, weights: Weights | None = None) -> None:
        self.gazetteers = gazetteers
        self.weights = weights or packaged()
        self.front = Front(gazetteers)
        self.back = Back(gazetteers, self.weights)

    @property
    def min_confidence(self) -> float:
        """From which confidence on a claim is of the high tier: one value, since confidences are calibrated."""
        return self.weights.min_confidence

    def extract(self, article: Article, outlet: Outlet | None = None) -> Extraction:
        """Return the claims of the article, low tier included, and the problems met."""
        asked = self.front.ask(self.front.read(article, outlet))
        return Extraction(tuple(self.back.claims(asked)))
