"""The fast scorer and the features in words say the same."""

from __future__ import annotations

import pytest

from graphkit.extract.deciding.reasons import in_words, reasons
from graphkit.extract.deciding.scorer import Scorer, calibrated
from graphkit.extract.deciding.targets import INDEX
from tests.unit.extract.deciding.making import TEXT, asked, extractor


def test_a_score_is_the_sum_of_the_weights_of_the_features() -> None:
    one, weights = asked(TEXT), extractor().weights
    scores = Scorer(weights).scores(one)
    compared = 0
    for i, candidate in enumerate(one.candidates):
        for target in candidate.targets:
            own = sum(w for text in one.shared(i) for t, w in weights.first.get(text, ()) if t == target)
            if scores[i][target] > -4.9:  # what has no chance is not added up to the end
                assert scores[i][target] == pytest.approx(weights.bias[target] + own)
                compared += 1
    assert compared > 20


def test_every_feature_of_the_packaged_weights_can_be_said_in_words() -> None:
    for name in extractor().weights.first:
        words = in_words(name)
        assert words
        assert "|" not in words
        assert words != name or name.isalpha()


def test_the_strongest_reason_comes_first() -> None:
    one = asked(TEXT)
    met = INDEX["MET"]
    i = next(i for i, c in enumerate(one.candidates) if met in c.targets and not c.link)
    given = reasons(one, i, met, extractor().weights)
    numbers = [abs(float(reason.rsplit("(", 1)[1].rstrip(")"))) for reason in given]
    assert numbers
    assert numbers == sorted(numbers, reverse=True)


@pytest.mark.parametrize(("score", "probability"), [(-9.0, 0.1), (0.0, 0.1), (1.0, 0.3), (2.0, 0.5), (9.0, 0.5)])
def test_probabilities_lie_on_lines_between_corners(score: float, probability: float) -> None:
    assert calibrated(score, ((0.0, 0.1), (2.0, 0.5))) == pytest.approx(probability)
