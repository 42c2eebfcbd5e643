"""Weights: written sorted, read back equal, refused if they are something else."""

from __future__ import annotations

import json

import pytest

from graphkit.errors import SettingsError
from graphkit.extract.deciding.targets import NAMES
from graphkit.extract.deciding.triggers import Triggers
from graphkit.extract.deciding.weights import dump, packaged, parse
from tests.unit.extract.deciding.making import gazetteers


def test_what_is_written_is_read_back() -> None:
    text = dump(packaged())
    assert dump(parse(text, "again")) == text


def test_the_file_is_sorted_and_small() -> None:
    record = json.loads(dump(packaged()))
    assert list(record["first"]) == sorted(record["first"])
    assert len(dump(packaged())) < 1_000_000


def test_the_figures_of_training_stand_beside_the_weights() -> None:
    report = packaged().report
    assert report["articles"] >= 150
    assert 0.3 < report["nested"]["all"]["f1"] < 1


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": 0}', "no JSON"])
def test_anything_else_is_refused_with_a_hint(text: str) -> None:
    with pytest.raises(SettingsError, match="no weights") as caught:
        parse(text, "mine.json")
    assert caught.value.hint


def test_features_name_no_country_and_no_listed_name() -> None:
    """Parts of features are trigger classes, prepositions, kinds and common lower-case words."""
    names = {
        form.lower() for country in gazetteers().countries.values() for form in (country.name, *country.adjectives)
    }
    names |= {entry.name.lower() for entry in gazetteers().entries.values() if not entry.generic}
    names -= set(Triggers(gazetteers().lexicons["triggers"]).classes)
    for feature in packaged().first:
        kind, _, rest = feature.partition(":")
        if kind in ("a-before", "a-after", "b-before", "b-after"):
            assert rest.lower() not in names, feature


def test_thresholds_are_probabilities_for_every_relation() -> None:
    weights = packaged()
    assert set(weights.thresholds) == {name.partition(".")[0] for name in NAMES}
    assert all(0 < value < 1 for value in weights.thresholds.values())
    assert max(weights.thresholds.values()) < weights.min_confidence < 1
