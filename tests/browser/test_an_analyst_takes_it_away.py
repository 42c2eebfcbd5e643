"""Table, exports, links, notes, keyboard, night, print, small screens."""

from __future__ import annotations

import csv
import io
import json
import struct
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.browser.reader import Reader

Read = Callable[..., Reader]
pytestmark = pytest.mark.browser


def saved(reader: Reader, button: str) -> bytes:
    reader.page.locator("#exports summary").click()
    with reader.page.expect_download() as started:
        reader.page.click(button)
    return Path(started.value.path()).read_bytes()


def test_the_table_holds_what_passes_and_sorts(read: Read) -> None:
    reader = read()
    reader.page.click("#as-table")
    rows = reader.page.locator("#table tbody tr")
    assert rows.count() == 14  # derived lines are never counted beside what they come from
    assert "May 2023" in rows.first.inner_text()
    reader.page.locator("th button", has_text="Who").first.click()
    first = [row.split("\t")[0].strip() for row in rows.all_inner_texts()]
    assert first == sorted(first)
    assert reader.page.locator("th[aria-sort=ascending]").count() == 1
    reader.page.locator("th button", has_text="Who").first.click()
    assert reader.page.locator("th[aria-sort=descending] button").inner_text().startswith("Who")
    reader.switch("met")
    assert rows.count() == 11
    for status in ("done", "proposed", "denied"):
        assert reader.page.locator(f"#table .chip.{status}").count()


def test_a_name_in_the_table_opens_its_details(read: Read) -> None:
    reader = read()
    reader.page.click("#as-table")
    reader.page.locator("#table button", has_text="Arun Sato").first.click()
    assert reader.text("#panel h2") == "Arun Sato"


def test_png_has_twice_the_size_and_a_ground(read: Read) -> None:
    reader = read()
    before = reader.get("view()")
    picture = saved(reader, "#png")
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", picture[16:24])
    area = reader.page.locator("#network").bounding_box()
    assert area
    assert (width, height) == (round(area["width"]) * 2, round(area["height"]) * 2)
    assert reader.get("view()") == before


def test_svg_holds_names_strokes_and_statuses(read: Read) -> None:
    text = saved(read(), "#svg").decode()
    root = ElementTree.fromstring(text)
    words = [each.text for each in root.iter("{http://www.w3.org/2000/svg}text")]
    assert {"Élise Müller", "India", "planned", "denied ✕"} <= set(words)
    paths = [
        each
        for each in root.iter("{http://www.w3.org/2000/svg}path")
        if each.find("{http://www.w3.org/2000/svg}title") is not None
    ]
    assert len({path.get("stroke-dasharray") for path in paths}) == 5  # four statuses and low confidence
    assert "India procures (proposed) Falcon launcher" in text


def test_csv_has_every_sentence_that_passes(read: Read) -> None:
    reader = read()
    text = saved(reader, "#csv").decode("utf-8")
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert len(rows) == 15
    lunch = next(row for row in rows if "over lunch" in row["sentence"])
    assert (lunch["who"], lunch["status"], lunch["since"], lunch["outlet"], lunch["confidence"]) == (
        "Arun Sato",
        "done",
        "2019-11-05",
        "Harbour Gazette",
        "0.95",
    )
    reader.switch("done")
    assert (
        len(list(csv.DictReader(io.StringIO(reader.get("csv()").removeprefix("\ufeff"))))) == 4
    )  # the doubtful one has its own switch


def test_json_has_entities_relationships_and_the_view(read: Read) -> None:
    reader = read()
    value = json.loads(saved(reader, "#json"))
    assert len(value["entities"]) == 9
    assert len(value["relationships"]) == 16
    assert {r["status"] for r in value["relationships"]} == {"done", "planned", "proposed", "denied"}
    assert all(isinstance(s, dict) for r in value["relationships"] if not r["derived"] for s in r["sentences"])


def test_a_link_brings_back_the_view(read: Read) -> None:
    first = read()
    first.switch("procures")
    first.slide("from", 24)
    first.page.select_option("#layout", "country")
    first.click_node("person:arun-sato")
    hash_ = first.page.evaluate("() => location.hash")
    second = read(hash_=hash_)
    assert second.nodes() == first.nodes()
    assert second.lines() == first.lines()
    assert second.text("#panel h2") == "Arun Sato"
    assert second.page.input_value("#layout") == "country"
    assert second.get("positions()") == first.get("positions()")


@pytest.mark.parametrize(
    "hash_",
    [
        "#sel=nobody&layout=moon&hops=99&most=-5",
        '#kinds=[[1]]&pins={"x":1}&notes=[]',
        '#from=2500-01&table=1&conf="a"',
        "#%E0%A4%A",
        "#focus=__proto__&kinds=null",
    ],
)
def test_a_link_of_nonsense_opens_the_page_as_it_is(read: Read, hash_: str) -> None:
    reader = read(hash_=hash_)
    assert "country:IND" in reader.nodes()


def test_a_note_is_kept_in_link_and_export(read: Read) -> None:
    reader = read()
    reader.click_node("person:arun-sato")
    reader.page.fill("#note", "ask about <b>May</b>")
    again = read(hash_=reader.page.evaluate("() => location.hash"))
    assert again.page.input_value("#note") == "ask about <b>May</b>"
    entities = json.loads(again.get("json()"))["entities"]
    assert [e["note"] for e in entities if e["note"]] == ["ask about <b>May</b>"]


def test_everything_goes_by_keyboard(read: Read) -> None:
    reader = read()
    reader.page.focus("#network")
    reader.page.keyboard.press("ArrowRight")
    first = reader.text("#panel h2")
    reader.page.keyboard.press("ArrowDown")
    reader.page.keyboard.press("ArrowLeft")
    assert reader.text("#panel h2") != "What this shows"
    reader.page.keyboard.press("f")
    assert reader.page.is_visible("#back")
    reader.page.keyboard.press("Escape")
    reader.page.keyboard.press("Escape")
    assert not reader.page.is_visible("#back")
    assert reader.text("#panel h2") == "What this shows"
    reader.page.keyboard.press("t")
    assert reader.page.is_visible("#table")
    reader.page.keyboard.press("z")
    assert not reader.page.is_visible("#table")
    reader.page.keyboard.press("?")
    assert reader.page.is_visible("#helpbox")
    reader.page.keyboard.press("Escape")
    assert not reader.page.is_visible("#helpbox")
    assert first


def test_keys_typed_into_a_box_stay_there(read: Read) -> None:
    reader = read()
    reader.page.click("#search")
    reader.page.keyboard.type("hfptz/?")
    assert reader.page.input_value("#search") == "hfptz/?"
    assert not reader.page.is_visible("#table")


def test_whatever_has_the_focus_can_be_seen_to_have_it(read: Read) -> None:
    reader = read()
    seen = set()
    for _ in range(30):
        reader.page.keyboard.press("Tab")
        style = reader.page.evaluate(
            "() => { const e = document.activeElement, s = getComputedStyle(e); return [e.id || e.tagName, s.outlineStyle, s.outlineWidth] }"
        )
        seen.add(style[0])
        assert style[1] != "none"
    assert {"search", "layout", "as-table"} <= seen


def test_night_follows_the_system_and_the_button(read: Read) -> None:
    reader = read(scheme="dark")
    paper = "() => getComputedStyle(document.body).backgroundColor"
    assert reader.page.evaluate(paper) == "rgb(16, 21, 28)"
    reader.page.click("#theme")
    assert reader.page.evaluate(paper) == "rgb(255, 255, 255)"


def test_print_shows_picture_and_details_without_tools(read: Read) -> None:
    reader = read()
    reader.page.emulate_media(media="print")
    assert not reader.page.is_visible("#filters")
    assert not reader.page.is_visible(".tools")
    assert reader.page.is_visible("#panel")
    assert reader.page.is_visible("#picture")


@pytest.mark.parametrize("width", [360, 390, 768])
def test_small_screens_do_not_scroll_sideways_and_have_all(read: Read, width: int) -> None:
    reader = read(width=width, height=800)
    assert reader.page.evaluate("() => document.documentElement.scrollWidth") <= width
    assert reader.page.is_visible("#search")
    reader.page.click("#show-filters")
    reader.switch("met")
    assert 1 not in reader.lines()
    reader.page.click("#show-filters")
    reader.page.locator("#network").scroll_into_view_if_needed()
    reader.click_node("country:IND")
    assert reader.text("#panel h2") == "India"
    reader.page.click("#as-table")
    assert reader.page.evaluate("() => document.documentElement.scrollWidth") <= width


def test_without_a_wish_for_calm_the_view_glides_and_with_it_jumps(read: Read) -> None:
    def views(reader: Reader) -> list[float]:
        reader.page.select_option("#layout", "geo")
        first = reader.get("view().scale")
        reader.page.wait_for_timeout(600)
        return [first, reader.get("view().scale")]

    start, end = views(read(calm=True))
    assert start == end
    start, end = views(read(calm=False))
    assert start != end
