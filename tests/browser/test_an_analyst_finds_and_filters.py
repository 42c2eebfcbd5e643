"""Search, legend, time, confidence, sources: what one looks for is found, what is switched off is gone and counted."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.reader import Reader

Read = Callable[..., Reader]
pytestmark = pytest.mark.browser


@pytest.mark.parametrize("words", ["Élise", "elise MULLER", "lisette", "muller"])
def test_a_person_is_found_by_name_or_alias_whatever_the_accents(read: Read, words: str) -> None:
    reader = read()
    assert reader.search(words)[0].startswith("Élise Müller")
    reader.page.keyboard.press("Enter")
    assert reader.text("#panel h2") == "Élise Müller"


def test_a_sentence_is_found_and_leads_to_its_line(read: Read) -> None:
    reader = read()
    hits = reader.search("landed at noon")
    assert len(hits) == 1
    assert "landed at noon" in hits[0]
    reader.page.locator("#hits li").first.click()
    assert "Élise Müller – India" in reader.text("#panel h2")
    assert "Müller landed at noon." in reader.text("#panel")


def test_what_is_nowhere_is_said_to_be_nowhere(read: Read) -> None:
    assert read().search("zzzz") == ["Nothing found"]


def test_the_search_box_works_by_keyboard(read: Read) -> None:
    reader = read()
    reader.page.keyboard.press("/")
    reader.page.keyboard.type("sato")
    assert reader.page.get_attribute("#search", "aria-expanded") == "true"
    assert reader.page.get_attribute("#search", "aria-activedescendant") == "hit-0"
    reader.page.keyboard.press("ArrowDown")
    assert reader.page.get_attribute("#search", "aria-activedescendant") == "hit-1"
    reader.page.keyboard.press("Escape")
    assert reader.page.get_attribute("#search", "aria-expanded") == "false"


def test_a_kind_of_node_is_switched_off_with_its_lines(read: Read) -> None:
    reader = read()
    assert reader.count("persons") == "2"
    reader.switch("persons")
    assert not any(key.startswith("person:") for key in reader.nodes())
    assert not {1, 2, 3, 8, 9, 10} & reader.lines()
    assert reader.count("persons") == "2"
    reader.switch("persons")
    assert {1, 2, 3} <= reader.lines()


def test_a_relation_is_switched_off_and_counts_say_what_passes_the_rest(read: Read) -> None:
    reader = read()
    assert (reader.count("met"), reader.count("procures"), reader.count("planned")) == ("3", "2", "1")
    reader.switch("met")
    assert not {1, 2, 3} & reader.lines()
    assert reader.count("planned") == "0"
    assert reader.count("met") == "3"


@pytest.mark.parametrize(("status", "lines"), [("planned", {3}), ("proposed", {4, 14}), ("denied", {5})])
def test_a_status_is_switched_off(read: Read, status: str, lines: set[int]) -> None:
    reader = read()
    before = reader.lines()
    reader.switch(status)
    assert before - reader.lines() == lines


def test_each_status_has_its_own_stroke(read: Read) -> None:
    reader = read()
    strokes = {
        status: reader.page.evaluate(
            "id => graphkit.stroke(id)", reader.stroke("MET" if status in ("done", "planned") else "PROCURES", status)
        )
        for status in ("done", "planned", "proposed", "denied")
    }
    assert strokes["done"]["dashes"] is False
    assert len({str(stroke["dashes"]) for stroke in strokes.values()}) == 4
    assert [name for name, stroke in strokes.items() if stroke["arrows"]["middle"]["enabled"]] == ["denied"]
    assert strokes["done"]["count"] == 2


def test_only_one_relation_can_be_asked_for(read: Read) -> None:
    reader = read()
    row = reader.legend("met")
    row.hover()
    row.locator(".only").click()
    assert reader.passing() == {1, 2, 3}
    row.locator(".only").click()
    assert len(reader.passing()) == 16


def test_a_range_of_months_keeps_what_meets_it(read: Read) -> None:
    reader = read()
    months = reader.page.evaluate("() => document.querySelector('#from').max")
    assert int(months) == 88  # January 2016 to May 2023
    reader.slide("from", 12 * 5 + 3)
    reader.slide("to", 12 * 6 + 2)
    assert reader.passing() == {5, 6, 7}  # told of the year 2021 as a whole
    assert "Apr 2021 – Mar 2022" in reader.text("#time")


def test_what_has_no_day_is_counted_and_let_in_on_demand(read: Read) -> None:
    reader = read()
    assert "1 without a date" in reader.text("#count")
    reader.slide("from", 12)
    assert 9 not in reader.passing()
    reader.page.get_by_label("also 1 without a date").check()
    assert 9 in reader.passing()


def test_presets_and_play(read: Read) -> None:
    reader = read()
    reader.page.get_by_role("button", name="Last year").click()
    assert reader.passing() == {3}
    assert reader.page.get_by_role("button", name="Last year").get_attribute("aria-pressed") == "true"
    reader.page.get_by_role("button", name="All", exact=True).click()
    assert len(reader.passing()) == 16
    reader.page.click("#play")
    assert reader.passing() == {16}
    reader.page.wait_for_timeout(900)
    assert "Apr 2016" in reader.text("#time")
    reader.page.click("#play")
    assert reader.text("#play") == "Play"


def test_the_histogram_counts_what_the_other_filters_let_pass(read: Read) -> None:
    reader = read()
    bars = "() => [...document.querySelectorAll('.bars title')].map(t => t.textContent)"
    assert "Nov 2019: 2" in reader.page.evaluate(bars)
    reader.switch("met")
    assert "Nov 2019: 1" in reader.page.evaluate(bars)


def test_independent_texts_and_confidence(read: Read) -> None:
    reader = read()
    reader.slide("texts", 2)
    assert reader.passing() == {1}
    reader.slide("texts", 1)
    reader.slide("conf", 0.95)
    assert reader.passing() == {1}
    reader.click_node("person:arun-sato")
    assert "1 sentence left out by the filters" in reader.text("#panel")


def test_a_source_is_switched_off_with_what_it_alone_says(read: Read) -> None:
    reader = read()
    everything = reader.passing()
    reader.switch("Northern Wire")
    gone = everything - reader.passing()
    assert gone == {5, 10, 15}  # the facts 25, 45 and 65; the first line has another source beside it
    assert 1 in reader.passing()


def test_low_confidence_is_drawn_as_such(read: Read) -> None:
    reader = read()
    stroke = reader.page.evaluate("id => graphkit.stroke(id)", reader.stroke("COOPERATES_WITH", "done", "1"))
    assert stroke["dashes"] == [1, 7]
    reader.click_stroke(reader.stroke("COOPERATES_WITH", "done", "1"))
    assert "too doubtful to count" in reader.text("#panel")


def test_doubtful_lines_are_counted_with_no_status_and_have_their_own_switch(read: Read) -> None:
    reader = read()
    assert reader.count("done") == "10"
    assert "13 relationships shown, and 1 doubtful" in reader.text("#count")
    reader.switch("done")
    assert 15 in reader.passing()
    reader.switch("doubtful, not counted")
    assert 15 not in reader.passing()
