"""Our scorer gives the figures of the scorer that the annotators use, on their articles, where those are at hand."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from graphkit.config import roots
from graphkit.documents.outlets import load_outlets
from graphkit.extract.pipeline import Extractor
from graphkit.gazetteers.load import load_gazetteers
from graphkit.workflows.evaluate import load_gold, report, score
from graphkit.workflows.facts import FactWriter
from graphkit.workflows.matching import Matcher
from graphkit.workflows.scoring import article_of
from tests.eval.gate import shared

ARTICLES = 40


def outside(folder: Path) -> Any:
    spec = importlib.util.spec_from_file_location("outside_score", folder / "gold" / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_same_figures_on_annotated_articles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = shared()
    if folder is None:
        pytest.skip("the annotated articles beside the repository are not there")
    scorer = outside(folder)
    gazetteers = load_gazetteers(roots("gazetteers", tmp_path))
    outlets = load_outlets(roots("outlets", tmp_path))
    extractor, writer = Extractor(gazetteers), FactWriter(gazetteers)
    rows = dict(list(load_gold(folder / "gold" / "dev.jsonl").items())[:ARTICLES])
    found = {id_: writer.facts(extractor.extract(*article_of(row, outlets)).claims) for id_, row in rows.items()}
    gold, predicted = tmp_path / "gold.jsonl", tmp_path / "found.jsonl"
    gold.write_text("".join(json.dumps(row) + "\n" for row in rows.values()), encoding="utf-8")
    predicted.write_text("".join(json.dumps({"id": i, "facts": f}) + "\n" for i, f in found.items()), encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["score", str(gold), str(predicted), "--json"])
    scorer.main()
    theirs = json.loads(capsys.readouterr().out)

    matcher = Matcher(scorer.COUNTRIES)
    ours = report([score(row, found[id_], matcher) for id_, row in rows.items()])
    assert (ours.total.gold, ours.total.found) == (theirs["gold"], theirs["predicted"])
    assert ours.total.f1 == pytest.approx(theirs["f1"])
    assert {name: counts.f1 for name, counts in ours.types.items()} == pytest.approx(
        {name: figures["f1"] for name, figures in theirs["types"].items()}
    )
    for name in ("status", "date", "item"):
        assert ours.shares[name] == pytest.approx(theirs[name])
    assert ours.dyads.f1 == pytest.approx(theirs["dyad"]["f1"])
    assert ours.interval == pytest.approx(tuple(theirs["f1_95"]))
