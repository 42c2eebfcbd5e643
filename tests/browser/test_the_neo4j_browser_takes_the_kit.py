"""The Neo4j Browser as an analyst meets it: connect, drop the kit, run favourites, see the graph in our colours."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graphkit.config import packaged
from graphkit.ontology.nodes import NODE_TYPES
from graphkit.queries import load_questions
from graphkit.workflows.browser_kit import write_kit
from tests.conftest import Place
from tests.contract.test_questions_are_answered_alike import fill
from tests.neo4j import server

pytestmark = [pytest.mark.browser, pytest.mark.neo4j]
SHOTS = Path(__file__).resolve().parents[2] / "screenshots" / "neo4j-browser"
DROP = """([name, type, content]) => {
  const bytes = Uint8Array.from(atob(content), c => c.charCodeAt(0));
  const carried = new DataTransfer();
  carried.items.add(new File([bytes], name, {type}));
  const zone = document.querySelector('.filedrop') || document.body;
  for (const event of ['dragenter', 'dragover', 'drop'])
    zone.dispatchEvent(new DragEvent(event, {bubbles: true, cancelable: true, dataTransfer: carried}));
}"""


@pytest.fixture(scope="module")
def window(browser: Any, neo4j_module_place: Place) -> Iterator[Any]:
    """The Browser, connected to a server that holds the sample graph."""
    known = server.state()
    with neo4j_module_place.open() as store:
        fill(store)
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    page.goto(f"http://127.0.0.1:{known['http']}/browser/")
    page.wait_for_selector("[data-testid=password]", timeout=60_000)
    page.wait_for_timeout(5_000)  # the form is drawn anew once after discovery, and loses what was typed
    page.fill("[data-testid=username]", "neo4j")
    page.fill("[data-testid=password]", known["password"])
    page.click("[data-testid=connect]")
    page.wait_for_selector("#monaco-main-editor", timeout=30_000)
    yield page
    page.close()


def drop(page: Any, file: Path, kind: str) -> None:
    page.evaluate(DROP, [file.name, kind, base64.b64encode(file.read_bytes()).decode()])
    page.wait_for_timeout(1_500)


def run(page: Any, folder: str, title: str) -> Any:
    """Take a favourite from the drawer and run it; return its frame."""
    if not page.locator(f"text={folder}").count():
        page.click("[data-testid=navigationFavorites]")
    if not page.locator(f"text={title}").first.is_visible():
        page.locator(f"text={folder}").first.click()
    page.locator(f"text={title}").first.click()
    page.wait_for_timeout(800)
    page.click("[data-testid=editor-Run]")
    page.wait_for_timeout(3_000)
    return page.locator("[data-testid=frame]").first


def test_an_analyst_drops_the_kit_and_sees_the_graph_in_our_colours(window: Any, tmp_path: Path) -> None:
    archive, grass = write_kit(tmp_path, load_questions([packaged("cypher")]).values())
    SHOTS.mkdir(parents=True, exist_ok=True)

    drop(window, archive, "application/zip")
    drop(window, grass, "text/plain")
    picture = run(window, "graphkit pictures", "Picture: everything that touches a country")
    window.screenshot(path=SHOTS / "picture.png")
    fills = {
        fill.upper()
        for fill in picture.locator("circle").evaluate_all("all => all.map(c => c.getAttribute('fill') || '')")
    }
    colours = {node.label: node.colour.upper() for node in NODE_TYPES}
    assert {colours["Country"], colours["Person"], colours["WeaponSystem"]} <= fills

    table = run(window, "graphkit procurement", "Who supplies a country, with what")
    window.screenshot(path=SHOTS / "table.png")
    assert "S-400" in table.inner_text()

    meetings = run(window, "graphkit meetings", "Whom a person met")
    window.screenshot(path=SHOTS / "meetings.png")
    assert "Andrei Belousov" in meetings.inner_text()
