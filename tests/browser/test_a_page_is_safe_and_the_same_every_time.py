"""One request, no execution, no violation; the same positions; legible at the start; open to screen readers."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from html import escape
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from graphkit.views.facts import Graph, make_graph
from graphkit.views.network.page import draw_graph
from graphkit.views.notebook import InlinePage
from tests.browser.reader import Reader
from tests.browser.story import story
from tests.conftest import skip_or_fail
from tests.unit.views.hostile import PAYLOADS, hostile_graph
from tests.unit.views.invented import PLACES, invented

Read = Callable[..., Reader]
pytestmark = pytest.mark.browser
LAYOUTS = ("country", "geo", "force")


@pytest.fixture(scope="module")
def crowd_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save(draw_graph(invented(300), title="A crowd"), tmp_path_factory.mktemp("crowd"))


def save(html: str, folder: Path) -> Path:
    path = folder / "page.html"
    path.write_text(html, encoding="utf-8", newline="\n")
    return path


def test_the_file_is_the_only_request_also_with_the_network_on(browser: Any, story_page: Path) -> None:
    reader = Reader(browser, story_page)
    reader.context.set_offline(False)
    reader.page.reload()
    reader.ready()
    reader.click_node("person:arun-sato")
    assert set(reader.requests) == {story_page.as_uri()}
    reader.close()


@pytest.mark.parametrize("sandbox", ["", 'sandbox="allow-scripts"'])
def test_it_opens_inside_another_page(browser: Any, tmp_path: Path, sandbox: str) -> None:
    html = draw_graph(story(), title="A story")
    outer = f'<!DOCTYPE html><title>Notebook</title><iframe {sandbox} srcdoc="{escape(html)}" width="1200" height="800"></iframe>'
    reader = Reader(browser, save(outer, tmp_path))
    frame = reader.page.frame_locator("iframe")
    frame.locator("html[data-ready=yes]").wait_for(state="attached")
    frame.get_by_role("button", name="Table").click()
    assert frame.locator("#table tbody tr").count() == 14
    assert reader.errors == []
    assert reader.refused == []
    reader.close()


def test_a_notebook_shows_it_in_a_frame(browser: Any, tmp_path: Path) -> None:
    shown = InlinePage(draw_graph(story()))._repr_html_()
    reader = Reader(browser, save(f"<!DOCTYPE html><title>Notebook</title>{shown}", tmp_path))
    reader.page.frame_locator("iframe").locator("html[data-ready=yes]").wait_for(state="attached")
    assert reader.errors == []
    reader.close()


def everything_hostile() -> Graph:
    graphs = [hostile_graph(payload) for payload in PAYLOADS]
    entities = {key: entity for graph in graphs for key, entity in graph.entities.items()}
    lines = [line for graph in graphs for line in graph.lines]
    places = {code: place for graph in graphs for code, place in graph.places.items()}
    return make_graph(
        entities,
        lines,
        places=PLACES | places,
        notes=PAYLOADS,
        coverage=replace(graphs[0].coverage, outlets=tuple((p, 1) for p in PAYLOADS)),
    )


def use_everything(reader: Reader) -> None:
    """Hover, click, search, filter, walk, lay out, sort, export: what could make text into something that runs."""
    keys = sorted(reader.nodes())
    for key in keys[:3] + keys[-2:]:
        reader.page.mouse.move(*reader.at_node(key))
        reader.page.wait_for_timeout(320)
        reader.click_node(key)
    reader.page.evaluate("() => { for (const d of document.querySelectorAll('details')) d.open = true; }")
    for stroke in reader.get("shown().strokes")[:3]:
        reader.click_stroke(stroke)
    for words in ("script", "href", "window"):
        reader.search(words)
        reader.page.keyboard.press("Enter")
    for layout in LAYOUTS:
        reader.page.select_option("#layout", layout)
    reader.page.evaluate("() => { for (const b of document.querySelectorAll('#panel button, .only')) b.click(); }")
    reader.page.click("#reset")
    reader.page.click("#as-table")
    for number in range(8):
        reader.page.locator("th button").nth(number).click()
    for what in ("svg()", "csv()", "json()"):
        reader.get(what)


def assert_nothing_ran(reader: Reader) -> None:
    assert reader.page.evaluate("() => window.__broken") is None
    assert reader.errors == []
    assert reader.refused == []
    assert all(url.startswith(("file:", "blob:")) for url in reader.requests)
    links = reader.page.evaluate("() => [...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href'))")
    assert all(link.startswith(("http://", "https://", "#")) for link in links)
    assert (
        reader.page.evaluate(
            "() => document.querySelectorAll('#panel img, #panel svg[onload], #panel script, iframe, object').length"
        )
        == 0
    )


def test_hostile_text_in_every_field_never_runs(browser: Any, tmp_path: Path) -> None:
    html = draw_graph(everything_hostile(), title=" ".join(PAYLOADS), subtitle=PAYLOADS[1])
    reader = Reader(browser, save(html, tmp_path)).ready()
    use_everything(reader)
    assert_nothing_ran(reader)
    svg = reader.get("svg()")
    reader.page.goto(save_svg(svg, tmp_path).as_uri())
    assert reader.page.evaluate("() => window.__broken") is None
    reader.close()


def save_svg(svg: str, folder: Path) -> Path:
    path = folder / "exported.svg"
    path.write_text(svg, encoding="utf-8")
    return path


@pytest.mark.slow
@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_hostile_text_alone_runs(browser: Any, tmp_path: Path, payload: str) -> None:
    reader = Reader(
        browser, save(draw_graph(hostile_graph(payload), title=payload, subtitle=payload), tmp_path)
    ).ready()
    use_everything(reader)
    assert_nothing_ran(reader)
    reader.close()


def test_two_loads_put_everybody_in_the_same_place(browser: Any, crowd_page: Path) -> None:
    found = []
    for _ in range(2):
        reader = Reader(browser, crowd_page).ready()
        found.append((reader.get("positions()"), reader.get("view()"), reader.get("labels()")))
        reader.close()
    assert found[0] == found[1]


def test_names_do_not_print_over_each_other(read: Read, crowd_page: Path) -> None:
    reader = read(crowd_page)
    labels = [label["box"] for label in reader.get("labels()")]
    assert len(labels) >= 30
    meeting = sum(
        a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3] for i, a in enumerate(labels) for b in labels[i + 1 :]
    )  # fmt: skip
    assert meeting == 0


def test_all_is_inside_the_view_and_fills_it(read: Read, crowd_page: Path) -> None:
    for page in (None, crowd_page):
        reader = read(page)
        box = reader.page.locator("#network").bounding_box()
        assert box
        spots = [reader.at_node(key) for key in reader.nodes()]
        assert all(box["x"] < x < box["x"] + box["width"] and box["y"] < y < box["y"] + box["height"] for x, y in spots)
        xs, ys = [x for x, _ in spots], [y for _, y in spots]
        assert max((max(xs) - min(xs)) / box["width"], (max(ys) - min(ys)) / box["height"]) >= 0.6


def test_strokes_of_one_pair_do_not_coincide(read: Read) -> None:
    reader = read()
    pair = [stroke for stroke in reader.get("shown().strokes") if "PROCURES" in stroke]
    middles = [reader.page.evaluate("id => graphkit.midOf(id)", stroke) for stroke in pair]
    assert len(middles) == 2
    assert math.dist(*[(m["x"], m["y"]) for m in middles]) > 10


def test_a_page_of_nothing_says_so(read: Read, tmp_path: Path) -> None:
    reader = read(save(draw_graph(make_graph({}, [])), tmp_path))
    assert "not that nothing happened" in reader.text("#empty")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_stands_in_the_way_of_a_screen_reader(browser: Any, story_page: Path, scheme: str) -> None:
    axe = axe_script()
    reader = Reader(browser, story_page, scheme=scheme).ready()  # type: ignore[arg-type]
    reader.page.evaluate(axe)
    assert faults(reader) == []
    reader.click_node("person:arun-sato")
    assert faults(reader) == []
    reader.page.click("#as-table")
    assert faults(reader) == []
    reader.search("sato")
    assert faults(reader) == []
    reader.page.keyboard.press("Escape")
    reader.page.locator("#exports summary").click()
    reader.page.set_viewport_size({"width": 390, "height": 800})
    reader.page.click("#show-filters")
    assert faults(reader) == []
    reader.close()


def axe_script() -> str:
    found = find_spec("axe_playwright_python")
    if found is None or not found.origin:
        skip_or_fail("browser", "axe-playwright-python is not installed")
    assert found
    return Path(str(found.origin)).with_name("axe.min.js").read_text(encoding="utf-8")


def faults(reader: Reader) -> list[str]:
    found = reader.page.evaluate(
        "() => axe.run().then(r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target + ' ' + n.failureSummary).slice(0, 3).join(' | ')))"
    )
    return [str(each) for each in found]
