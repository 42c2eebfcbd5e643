"""The gate compares with the floors and raises them; it never lowers one."""

from __future__ import annotations

import json

from tests.eval.gate import FLOORS, TOLERANCE, missed, raised


def test_a_figure_below_its_floor_is_named() -> None:
    assert missed("set", {"f1": 0.5}, {"f1": 0.5 + 2 * TOLERANCE}) == ["set: f1 is 0.500, its floor 0.520"]


def test_a_point_is_tolerated() -> None:
    assert not missed("set", {"f1": 0.5}, {"f1": 0.5 + TOLERANCE / 2})


def test_a_floor_for_something_no_longer_measured_is_missed() -> None:
    assert missed("set", {}, {"MET": 0.4})


def test_pinning_raises_and_never_lowers() -> None:
    assert raised({"f1": 0.7, "item": 0.2}, {"f1": 0.6, "item": 0.3}) == {"f1": 0.7, "item": 0.3}


def test_floors_are_pinned_for_the_projects_own_gold() -> None:
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    assert floors["own samples"]["f1"] > 0.5
