"""Positions: the same every time, nobody on top of another, and kept when the graph grows."""

from __future__ import annotations

import math

import pytest

from graphkit.views.network.layout import layout, place_rest
from graphkit.views.network.page import arrange
from graphkit.views.network.payload import drawn_lines
from graphkit.views.network.ranking import neighbours
from tests.unit.views.invented import invented


def star(size: int) -> dict[str, set[str]]:
    leaves = {f"n{i:03}" for i in range(1, size)}
    return {"n000": leaves} | {leaf: {"n000"} for leaf in leaves}


@pytest.mark.parametrize("size", [0, 1, 2, 3, 30])
def test_any_number_of_nodes_gets_places(size: int) -> None:
    keys = [f"n{i:03}" for i in range(size)]
    near = star(size) if size else {}
    places = layout(keys, near)
    assert list(places) == keys
    assert len(set(places.values())) == size
    assert places == layout(keys, near)


def test_pieces_without_a_line_between_them_are_placed_too() -> None:
    keys = [f"n{i}" for i in range(12)]
    near = {"n0": {"n1"}, "n1": {"n0"}, "n5": {"n6"}, "n6": {"n5"}}
    places = layout(keys, near)
    assert len(set(places.values())) == 12


def test_neighbours_stand_nearer_than_strangers() -> None:
    graph = invented(65)
    near = neighbours(drawn_lines(graph))
    places = layout(sorted(near), near)
    apart = [(math.dist(places[a], places[b]), b in near[a]) for a in near for b in near if a < b]
    linked = [d for d, is_near in apart if is_near]
    others = [d for d, is_near in apart if not is_near]
    assert sum(linked) / len(linked) < 0.85 * sum(others) / len(others)


def test_nobody_stands_on_another() -> None:
    positions, first = arrange(invented(200))
    assert len(set(positions.values())) == len(positions)
    apart = [math.dist(positions[a], positions[b]) for a in first for b in first if a < b]
    assert min(apart) > 30


def test_what_was_drawn_before_does_not_move() -> None:
    small = invented(100)
    before, _ = arrange(small)
    after, _ = arrange(invented(110), kept=before)
    assert all(after[key] == position for key, position in before.items() if key in after)


def test_the_rest_stands_around_its_neighbours() -> None:
    near = {"new": {"old"}, "old": {"new"}}
    [spot] = place_rest(["new"], near, {"old": (1000, 1000)}).values()
    assert math.dist(spot, (1000, 1000)) < 300
