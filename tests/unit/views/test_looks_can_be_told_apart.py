"""Colours and shapes: 3:1 on white and on dark paper, no kind with the shape of another, no status with another's line."""

from __future__ import annotations

import re

import pytest

from graphkit.model.claims import Status
from graphkit.ontology.nodes import NODE_TYPES
from graphkit.ontology.relations import RELATIONS
from graphkit.views.network.bundle import asset
from graphkit.views.styles import GREY, LINE_STYLES, MIXED, PAPER, contrast
from graphkit.views.texts import sheet as static_sheet

MARKS = [n.colour for n in NODE_TYPES] + [r.colour for r in RELATIONS] + [GREY, MIXED]


@pytest.mark.parametrize("paper", PAPER.values())
@pytest.mark.parametrize("colour", MARKS)
def test_every_mark_can_be_seen(colour: str, paper: str) -> None:
    assert contrast(colour, paper) >= 3


def test_kinds_differ_in_shape_and_colour() -> None:
    assert len({n.shape for n in NODE_TYPES}) == len({n.colour for n in NODE_TYPES}) == len(NODE_TYPES)
    assert len({r.colour for r in RELATIONS}) == len(RELATIONS)


def test_every_status_has_its_own_line() -> None:
    assert set(LINE_STYLES) == set(Status)
    assert len({(style.dashes, style.ending) for style in LINE_STYLES.values()}) == len(Status)
    assert LINE_STYLES[Status.DONE].dashes == ()


@pytest.mark.parametrize("css", [asset("style.css"), static_sheet("static.css")], ids=["page", "static"])
@pytest.mark.parametrize("name", ["--ink", "--soft", "--accent", "--done", "--planned", "--proposed", "--denied"])
def test_text_can_be_read_by_day_and_by_night(css: str, name: str) -> None:
    values = re.findall(rf"{name}:(#[0-9a-f]{{3,6}})", css)
    papers = re.findall(r"--paper:(#[0-9a-f]{3,6})", css)[:2]
    panels = re.findall(r"--panel:(#[0-9a-f]{3,6})", css)[:2]
    for value, paper, panel in zip(values[:2], papers, panels, strict=True):
        assert contrast(full(value), full(paper)) >= 4.5
        assert contrast(full(value), full(panel)) >= 4.5


def full(colour: str) -> str:
    return colour if len(colour) == 7 else "#" + "".join(2 * digit for digit in colour[1:])
