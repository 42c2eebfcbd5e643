"""Pictures and the report in a browser: no request, no violation, no sideways scrolling, open to screen readers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graphkit.views.chart import chart_page
from graphkit.views.charts.ego import draw_ego
from graphkit.views.charts.heatmap import draw_heatmap
from graphkit.views.charts.paths import draw_path
from graphkit.views.charts.pipeline import draw_pipeline
from graphkit.views.charts.timeline import draw_timeline
from graphkit.views.charts.worldmap import draw_map
from graphkit.views.report.page import draw_report
from tests.browser.reader import Reader
from tests.browser.story import story
from tests.browser.test_a_page_is_safe_and_the_same_every_time import axe_script, faults

pytestmark = pytest.mark.browser


def pages() -> dict[str, str]:
    graph = story()
    charts = {
        "ego": draw_ego(graph, "country:IND"), "path": draw_path(graph, "person:elise-mueller", "weapon:falcon"),
        "timeline": draw_timeline(graph), "heatmap": draw_heatmap(graph), "pipeline": draw_pipeline(graph), "map": draw_map(graph),
    }  # fmt: skip
    return {name: chart_page(chart, graph) for name, chart in charts.items()} | {
        "report": draw_report(graph, subject="country:IND")
    }


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_still_page_asks_for_nothing_and_can_be_read(browser: Any, tmp_path: Path, scheme: str) -> None:
    axe = axe_script()
    for name, html in pages().items():
        path = tmp_path / f"{name}.html"
        path.write_text(html, encoding="utf-8", newline="\n")
        reader = Reader(browser, path, scheme=scheme)  # type: ignore[arg-type]
        assert set(reader.requests) == {path.as_uri()}
        if name in ("report", "path"):  # the report has every other picture in it
            reader.page.evaluate(axe)
            assert (name, faults(reader)) == (name, [])
        reader.page.set_viewport_size({"width": 360, "height": 800})
        assert reader.page.evaluate("() => document.documentElement.scrollWidth") <= 360, name
        assert reader.refused == []
        assert reader.errors == []
        reader.close()


def test_words_of_a_picture_stay_inside_it(browser: Any, tmp_path: Path) -> None:
    outside = """() => [...document.querySelectorAll('figure svg text')].filter(t => {
        const box = t.getBoundingClientRect(), frame = t.ownerSVGElement.getBoundingClientRect();
        return box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1;
    }).map(t => t.textContent)"""
    for name, html in pages().items():
        path = tmp_path / f"{name}.html"
        path.write_text(html, encoding="utf-8", newline="\n")
        reader = Reader(browser, path)
        assert (name, reader.page.evaluate(outside)) == (name, [])
        reader.close()
