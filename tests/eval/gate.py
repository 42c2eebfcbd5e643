"""Scores the packaged weights and fails if a pinned floor is not reached: `python -m tests.eval.gate [--pin]`."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from graphkit.config import roots
from graphkit.documents.outlets import load_outlets
from graphkit.extract.pipeline import Extractor
from graphkit.gazetteers.load import load_gazetteers
from graphkit.workflows.evaluate import Report, load_gold, render
from graphkit.workflows.scoring import score_engine

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "floors.json"
OWN = HERE.parent / "gold"
TOLERANCE = 0.01
FEWEST = 50  # gold facts of a type that has a floor of its own

NESTED = "nested, of the packaged weights"

Figures = dict[str, float]


def shared() -> Path | None:
    """Return the folder with the annotated sets that are not part of the project, if it is there."""
    folder = Path(os.environ.get("GRAPHKIT_SHARED", HERE.parents[1].parent / "shared"))
    return folder if (folder / "gold" / "dev.jsonl").is_file() else None


def sets() -> Iterator[tuple[str, Path]]:
    """Yield the gold sets that are there, by name."""
    for path in sorted(OWN.glob("*.jsonl")):
        yield f"own {path.stem}", path
    folder = shared()
    if folder:
        yield "shared dev", folder / "gold" / "dev.jsonl"


def figures(report: Report) -> Figures:
    """Return what floors are set for, between 0 and 1."""
    out = {
        "precision": report.total.precision,
        "recall": report.total.recall,
        "f1": report.total.f1,
        "dyads": report.dyads.f1,
    }
    out |= {name: report.shares[name] for name in ("status", "date", "item")}
    return out | {name: counts.f1 for name, counts in report.types.items() if counts.gold >= FEWEST}


def nested_figures(report: Mapping[str, Any]) -> Figures:
    """Return the figures of articles that nothing was fitted on, as training left them beside the weights."""
    nested = report["nested"]
    large = {name: row["f1"] for name, row in nested.items() if row["gold"] >= FEWEST and name not in ("all", "strict")}
    return {
        "f1": nested["all"]["f1"],
        "precision": nested["all"]["precision"],
        "recall": nested["all"]["recall"],
        **large,
    }


def missed(name: str, measured: Figures, floors: Figures) -> list[str]:
    """Return a line for every floor that is not reached."""
    return [
        f"{name}: {figure} is {measured.get(figure, 0.0):.3f}, its floor {floor:.3f}"
        for figure, floor in sorted(floors.items())
        if measured.get(figure, 0.0) < floor - TOLERANCE
    ]


def raised(measured: Figures, floors: Figures) -> Figures:
    """Return the floors, none lower than before."""
    return {name: max(round(value, 3), floors.get(name, 0.0)) for name, value in sorted({**floors, **measured}.items())}


def main(arguments: list[str]) -> int:
    nowhere = HERE / "no-overlay"
    gazetteers = load_gazetteers(roots("gazetteers", nowhere))
    outlets = load_outlets(roots("outlets", nowhere))
    extractor = Extractor(gazetteers)
    floors: dict[str, Figures] = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.is_file() else {}
    failures: list[str] = []
    for name, path in sets():
        report = score_engine(load_gold(path), extractor, gazetteers, outlets)
        sys.stdout.write(f"== {name}\n{render(report)}\n")
        measured = figures(report)
        failures += missed(name, measured, floors.get(name, {}))
        floors[name] = raised(measured, floors.get(name, {}))
    nested = nested_figures(extractor.weights.report)
    failures += missed(NESTED, nested, floors.get(NESTED, {}))
    floors[NESTED] = raised(nested, floors.get(NESTED, {}))
    if "--pin" in arguments:
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        return 0
    sys.stdout.write("".join(f"BELOW THE FLOOR {line}\n" for line in failures) or "all floors are reached\n")
    return 1 if failures else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
