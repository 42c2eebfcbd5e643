"""Click, expand, focus, paths, hide, pin, undo, layouts: what one touches shows its sentences, and can be taken back."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path

import pytest

from graphkit.views.network.page import draw_graph
from tests.browser.reader import Reader
from tests.browser.story import story
from tests.unit.views.invented import invented

Read = Callable[..., Reader]
pytestmark = pytest.mark.browser
ARUN, ELISE, INDIA = "person:arun-sato", "person:elise-mueller", "country:IND"


@pytest.fixture(scope="module")
def crowd_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("crowd") / "crowd.html"
    path.write_text(draw_graph(invented(400), title="A crowd"), encoding="utf-8", newline="\n")
    return path


def test_a_click_on_a_name_shows_every_relationship_with_its_sentence(read: Read) -> None:
    reader = read()
    reader.click_node(ARUN)
    panel = reader.page.locator("#panel")
    assert panel.locator("h2").first.inner_text() == "Arun Sato"
    assert panel.locator("details.line").count() == 5
    for number in range(5):
        line = panel.locator("details.line").nth(number)
        if line.get_attribute("open") is None:
            line.locator("summary").click()
            line.locator(".fact").first.wait_for()
    words = panel.inner_text()
    for quote in (
        "over lunch",
        "talked for an hour",
        "again in spring",
        "set for May",
        "Defence minister",
        "minister of trade",
    ):
        assert quote in words


def test_each_fact_says_who_printed_it_when_how_sure_and_with_which_status(read: Read) -> None:
    reader = read()
    reader.click_stroke(reader.stroke("MET", "done"))
    fact = reader.page.locator(".fact", has_text="over lunch")
    assert "Harbour Gazette, 6 Nov 2019 · confidence 95 % · done" in fact.inner_text()
    link = fact.locator("a")
    assert link.get_attribute("href") == "https://news.example/0"
    assert link.get_attribute("rel") == "noopener noreferrer"
    assert reader.page.locator(".line", has_text="5 Nov 2019").locator(".chip").first.inner_text() == "done"
    assert "2 texts" in reader.page.locator(".line summary", has_text="5 Nov 2019").inner_text()


def test_all_lines_behind_one_stroke_are_told(read: Read) -> None:
    reader = read()
    reader.click_stroke(reader.stroke("MET", "done"))
    assert "2 relationships, 3 sentences" in reader.text("#panel")
    assert "again in spring" in reader.text("#panel")
    assert "set for May" not in reader.text("#panel")


def test_an_address_that_is_no_web_address_is_no_link(read: Read) -> None:
    reader = read()
    reader.click_stroke(reader.stroke("HOLDS_OFFICE"))
    fact = reader.page.locator(".fact", has_text="minister of trade")
    assert fact.locator("a").count() == 0


def test_who_says_otherwise_stands_beside_it(read: Read) -> None:
    reader = read()
    reader.click_stroke(reader.stroke("PROCURES", "proposed"))
    contra = reader.page.locator(".contra")
    assert "denied" in contra.inner_text()
    contra.get_by_role("button").click()
    assert "India has dropped the launcher." in reader.text("#panel")


def test_a_loop_can_be_read(read: Read) -> None:
    reader = read()
    reader.click_node("country:RUS")
    assert "Russia opposes Russia" in reader.text("#panel")


def test_a_click_beside_everything_lets_go(read: Read) -> None:
    reader = read()
    reader.click_node(ARUN)
    box = reader.page.locator("#network").bounding_box()
    assert box
    reader.page.mouse.click(box["x"] + 4, box["y"] + 4)
    reader.page.wait_for_timeout(400)
    assert reader.text("#panel h2") == "What this shows"


def test_at_the_start_not_everything_is_drawn_and_this_is_said(read: Read, crowd_page: Path) -> None:
    reader = read(crowd_page)
    drawn = len(reader.nodes())
    assert drawn <= 150
    assert f"{drawn} of 400 entities" in reader.text("#count")
    assert "ranked by independent texts" in reader.text("#count")
    reader.page.click("#more")
    assert drawn < len(reader.nodes()) <= 400


def test_a_double_click_expands_and_another_folds(read: Read, crowd_page: Path) -> None:
    reader = read(crowd_page)
    before = reader.nodes()
    key = reader.page.evaluate("() => graphkit.labels()[0].key")
    reader.click_node(key, twice=True)
    more = reader.nodes()
    assert before < more
    assert "Collapse" in reader.text("#panel")
    reader.page.get_by_role("button", name="Collapse").click()
    assert reader.nodes() == before


def test_leaves_fold_away_and_come_back(read: Read) -> None:
    reader = read()
    reader.click_node("org:coral-sea-dialogue", twice=True)
    folded = reader.nodes()
    assert "country:JPN" in folded  # it has others
    reader.click_node(INDIA, twice=True)
    reader.page.wait_for_timeout(50)
    assert INDIA in reader.nodes()


def test_focus_shows_neighbours_step_by_step(read: Read) -> None:
    reader = read()
    reader.click_node(ELISE)
    reader.page.get_by_role("button", name="Focus").click()
    assert reader.nodes() == {ELISE, ARUN, INDIA}
    reader.page.select_option("#hops", "2")
    two = reader.nodes()
    assert {"weapon:falcon", "country:FRA", "country:RUS"} <= two
    reader.page.select_option("#hops", "3")
    assert two <= reader.nodes()
    assert "org:coral-sea-dialogue" in reader.nodes()
    reader.page.click("#back")
    assert len(reader.nodes()) == 9


def test_paths_between_two_with_their_sentences(read: Read) -> None:
    reader = read()
    reader.page.fill("#path-from", "Élise Müller")
    reader.page.fill("#path-to", "weapon nobody knows")
    reader.page.click("#path-go")
    assert "Choose two names" in reader.text("#path-message")
    reader.page.fill("#path-to", "Falcon launcher")
    reader.page.click("#path-go")
    panel = reader.text("#panel")
    assert "Élise Müller → India → Falcon launcher" in panel
    assert "Müller landed at noon." in panel
    assert "procures (proposed)" in panel
    assert reader.nodes() >= {ELISE, INDIA, "weapon:falcon"}
    assert "country:JPN" not in reader.nodes()
    assert reader.page.get_by_role("button", name="Path 2").count() == 1
    reader.page.get_by_role("button", name="Path 1").click()
    assert reader.nodes() == {ELISE, INDIA, "weapon:falcon"}


def test_no_path_is_said(read: Read) -> None:
    reader = read()
    reader.switch("visited")
    reader.switch("holds office in")
    reader.page.fill("#path-from", "Arun Sato")
    reader.page.fill("#path-to", "Japan")
    reader.page.click("#path-go")
    assert "No path with the present filters." in reader.text("#panel")


def test_hide_and_show_again(read: Read) -> None:
    reader = read()
    reader.click_node(ARUN)
    reader.page.get_by_role("button", name="Hide").click()
    assert ARUN not in reader.nodes()
    assert not {1, 2, 3} & reader.passing()
    reader.page.get_by_role("button", name="Show Arun Sato again").click()
    assert ARUN in reader.nodes()


def test_drag_pins_and_pin_is_let_go(read: Read) -> None:
    reader = read()
    x, y = reader.at_node(ARUN)
    reader.page.mouse.move(x, y)
    reader.page.mouse.down()
    reader.page.mouse.move(x + 60, y + 40, steps=4)
    reader.page.mouse.up()
    reader.frame()
    moved = reader.at_node(ARUN)
    assert math.dist(moved, (x + 60, y + 40)) < 6
    reader.switch("planned")
    assert math.dist(reader.at_node(ARUN), moved) < 2
    reader.click_node(ARUN)
    reader.page.get_by_role("button", name="Unpin").click()
    assert math.dist(reader.at_node(ARUN), (x, y)) < 2


def test_undo_takes_back_step_by_step_and_reset_all(read: Read) -> None:
    reader = read()
    start = reader.lines()
    reader.switch("met")
    reader.switch("procures")
    reader.page.click("#undo")
    assert 4 in reader.lines()
    assert 1 not in reader.lines()
    reader.page.click("#undo")
    assert reader.lines() == start
    assert reader.page.is_disabled("#undo")
    reader.switch("met")
    reader.slide("texts", 2)
    reader.page.click("#reset")
    assert reader.lines() == start
    assert reader.page.input_value("#texts") == "1"


def test_a_slider_that_moves_is_one_step_to_undo(read: Read) -> None:
    reader = read()
    for value in (0.2, 0.4, 0.95):
        reader.slide("conf", value)
    reader.page.click("#undo")
    assert reader.page.input_value("#conf") == "0"


def test_layouts_by_country_and_on_the_map(read: Read) -> None:
    reader = read()
    force = reader.get("positions()")
    reader.page.select_option("#layout", "country")
    country = reader.get("positions()")
    assert force != country
    assert math.dist(country[ARUN], country[INDIA]) < math.dist(country[ARUN], country["country:FRA"])
    reader.page.select_option("#layout", "geo")
    assert "weapon:falcon" in reader.nodes()  # its maker's country is known
    assert "org:coral-sea-dialogue" not in reader.nodes()
    assert "who has no place is not on the map" in reader.text("#count")
    geo = reader.get("positions()")
    assert geo["country:FRA"][0] < geo["country:IND"][0] < geo["country:JPN"][0]
    assert geo["country:RUS"][1] < geo["country:IND"][1]
    reader.page.select_option("#layout", "force")
    assert reader.get("positions()") == force


def test_the_panel_follows_the_filters(read: Read) -> None:
    reader = read()
    reader.click_node(ARUN)
    assert "visited" not in reader.text("#panel")
    assert reader.page.locator("#panel details.line").count() == 5
    reader.switch("met")
    assert reader.page.locator("#panel details.line").count() == 2


def test_what_is_drawn_at_first_is_what_the_file_says(read: Read) -> None:
    reader = read()
    assert reader.nodes() == set(story().entities)
    assert reader.lines() == set(range(1, 17))
    assert len(reader.get("shown().strokes")) == 14
