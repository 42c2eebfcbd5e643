"""Which word of its sentence carries a decided relation: status and date belong to it."""

from __future__ import annotations

from graphkit.extract.deciding.candidates import Candidate
from graphkit.extract.deciding.questions import Asked
from graphkit.extract.deciding.targets import TARGETS
from graphkit.extract.deciding.weights import Weights


def trigger_of(asked: Asked, candidate: Candidate, target: int, weights: Weights) -> int:
    """Return the token whose frames weigh most for the relation; failing any, the signal nearest to the ends."""
    frames = asked.features.frames(candidate.sentence)
    view = frames.view
    anchors = [anchor for anchor in (candidate.a, candidate.b) if anchor is not None]
    signals = TARGETS[target].signals
    best: tuple[float, int, int] | None = None
    for i in frames.triggers:
        names = [name for name in view.classes[i] if name in signals]
        if not names:
            continue
        weight = sum(_weight(weights, text, target) for text in frames.of_trigger(candidate.a, candidate.b, i))
        distance = sum(min(abs(i - a.first), abs(i - a.last)) for a in anchors)
        key = (-weight, distance, i)
        if best is None or key < best:
            best = key
    if best is not None:
        return best[2]
    return anchors[0].last if anchors else 0


def _weight(weights: Weights, text: str, target: int) -> float:
    return next((weight for t, weight in weights.first.get(text, ()) if t == target), 0.0)
