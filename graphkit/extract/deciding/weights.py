"""What was learnt, as one sorted JSON file: weights of both stages, calibration, thresholds, the figures of training."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import Any

from graphkit.errors import SettingsError
from graphkit.extract.deciding.targets import INDEX, NAMES
from graphkit.ontology.relations import RELATIONS

FORMAT = 1
PACKAGED = "weights.json"


@dataclass(frozen=True, slots=True)
class Weights:
    """`first[feature]` are (target, weight) pairs, `bias[target]` their constants; `alike` weighs features
    that mean the same for every target, `second` the numbers of a hypothesis. `calibration[relation]` are (score, probability) corners, both rising. A fact is reported from
    `thresholds[relation]` on and is high tier from `min_confidence` on, for every relation (probabilities). `report` says what the
    weights were learnt from and how they did on articles that nothing was fitted on."""

    bias: tuple[float, ...]
    first: Mapping[str, tuple[tuple[int, float], ...]]
    alike: Mapping[str, float]
    second_bias: float
    second: Mapping[str, float]
    calibration: Mapping[str, tuple[tuple[float, float], ...]]
    thresholds: Mapping[str, float]
    min_confidence: float
    report: Mapping[str, Any] = field(default_factory=dict)


def dump(weights: Weights) -> str:
    """Return the file's text: sorted keys, one feature a line."""
    record = {
        "format": FORMAT,
        "targets": list(NAMES),
        "bias": list(weights.bias),
        "first": {name: [n for pair in pairs for n in pair] for name, pairs in weights.first.items()},
        "alike": dict(weights.alike),
        "second_bias": weights.second_bias,
        "second": dict(weights.second),
        "calibration": {name: [list(corner) for corner in corners] for name, corners in weights.calibration.items()},
        "thresholds": dict(weights.thresholds),
        "min_confidence": weights.min_confidence,
        "report": dict(weights.report),
    }
    return json.dumps(record, indent=0, sort_keys=True, ensure_ascii=False, separators=(",", ":")) + "\n"


def parse(text: str, where: str) -> Weights:
    """Return the weights that `dump` wrote; SettingsError for anything else."""
    try:
        record = json.loads(text)
        if record["format"] != FORMAT or record["targets"] != list(NAMES):
            raise ValueError("written for another version of the relations")
        return Weights(
            bias=tuple(map(float, record["bias"])),
            first={name: _pairs(flat) for name, flat in record["first"].items()},
            alike={name: float(weight) for name, weight in record["alike"].items()},
            second_bias=float(record["second_bias"]),
            second={name: float(weight) for name, weight in record["second"].items()},
            calibration={
                name: tuple((float(a), float(b)) for a, b in corners) for name, corners in record["calibration"].items()
            },
            thresholds={r.name: float(record["thresholds"][r.name]) for r in RELATIONS},
            min_confidence=float(record["min_confidence"]),
            report=record["report"],
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        hint = "make it anew with `graphkit train`"
        raise SettingsError(f"these are no weights: {error}", where=where, hint=hint) from error


def _pairs(flat: Sequence[float]) -> tuple[tuple[int, float], ...]:
    pairs = tuple((int(flat[i]), float(flat[i + 1])) for i in range(0, len(flat), 2))
    if any(not 0 <= target < len(INDEX) for target, _ in pairs):
        raise ValueError("a weight for an unknown target")
    return pairs


@lru_cache(maxsize=1)
def packaged() -> Weights:
    """Return the weights that travel with the package."""
    text = files("graphkit.extract.deciding").joinpath(PACKAGED).read_text(encoding="utf-8")
    return parse(text, PACKAGED)
