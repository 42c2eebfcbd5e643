"""Static pictures: the same bytes, valid SVG, statuses apart, what is not drawn said, nothing hostile let through."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest

from graphkit.model.claims import Kind, Status
from graphkit.views.chart import Chart, chart_page
from graphkit.views.charts.deals import deals
from graphkit.views.charts.ego import draw_ego
from graphkit.views.charts.heatmap import draw_heatmap
from graphkit.views.charts.paths import draw_path, shortest_paths
from graphkit.views.charts.pipeline import draw_pipeline
from graphkit.views.charts.register import register_rows
from graphkit.views.charts.timeline import draw_timeline
from graphkit.views.charts.worldmap import draw_map
from graphkit.views.facts import Graph, make_graph
from graphkit.views.network.picture import draw_still
from graphkit.views.report.page import draw_report
from tests.unit.views.hostile import PAYLOADS, Skeleton, hostile_graph
from tests.unit.views.invented import entity, fact, invented, line

Draw = Callable[[Graph], Chart]


def two_of(graph: Graph) -> tuple[str, str]:
    one, other = [*graph.entities, "a", "b"][:2]
    return one, other


PICTURES: dict[str, Draw] = {
    "ego": lambda graph: draw_ego(graph, next(iter(graph.entities), "country:IND")),
    "path": lambda graph: draw_path(graph, *two_of(graph)),
    "timeline": draw_timeline,
    "partners": lambda graph: draw_heatmap(graph, "IND"),
    "matrix": draw_heatmap,
    "pipeline": draw_pipeline,
    "map": draw_map,
    "still": draw_still,
}
INDIA, RUSSIA = (
    entity("country:IND", Kind.COUNTRY, "India", country="IND"),
    entity("country:RUS", Kind.COUNTRY, "Russia", country="RUS"),
)
SYSTEM = entity("weapon:falcon", Kind.WEAPON_SYSTEM, "Falcon")
ALL = {e.key: e for e in (INDIA, RUSSIA, SYSTEM)}


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_valid_and_the_same_twice(name: str) -> None:
    chart = PICTURES[name](invented(65))
    assert chart == PICTURES[name](invented(65))
    root = ElementTree.fromstring(chart.svg)
    assert root.tag.endswith("svg")
    assert chart_page(chart, invented(65)) == chart_page(chart, invented(65))


@pytest.mark.parametrize("name", PICTURES)
def test_an_empty_graph_makes_a_picture_that_says_so(name: str) -> None:
    chart = PICTURES[name](make_graph({}, []))
    ElementTree.fromstring(chart.svg)
    assert chart.rows == ()
    assert "no report was found" in chart_page(chart, make_graph({}, []))


@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_text_stays_text_in_svg_and_html(name: str, payload: str) -> None:
    graph = hostile_graph(payload)
    chart = PICTURES[name](graph)
    tags = {each.tag.rpartition("}")[2] for each in ElementTree.fromstring(chart.svg).iter()}
    assert tags <= {"svg", "title", "rect", "text", "line", "path", "circle", "polygon", "clipPath"}
    html = chart_page(chart, graph, payload)
    assert "<script" not in html.lower()
    assert not any(name.startswith("on") for _, *names in Skeleton(html).found for name in names)
    assert not re.search(r'href="(?!https?://|#)', html)


@pytest.mark.parametrize("name", PICTURES)
def test_rows_go_to_csv_and_json_whole(name: str) -> None:
    chart = PICTURES[name](invented(65))
    rows = list(csv.reader(io.StringIO(chart.csv().removeprefix("\ufeff"))))
    assert len(rows) == len(chart.rows) + 1
    assert tuple(rows[0]) == chart.head
    assert len(json.loads(chart.json())["rows"]) == len(chart.rows)


def test_no_cell_is_a_formula() -> None:
    graph = hostile_graph("=1+1")
    for row in csv.reader(io.StringIO(draw_still(graph).csv().removeprefix("\ufeff"))):
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)


@pytest.mark.parametrize("status", Status)
def test_a_status_that_is_not_done_never_looks_done(status: Status) -> None:
    told = fact(
        1, "Words.", status=status, seller=RUSSIA.key, since=date(2020, 1, 1), details=(("stage", "contracted"),)
    )
    graph = make_graph(ALL, [line(1, INDIA, "PROCURES", SYSTEM, (told,), stages=("contracted",))])
    drawn = draw_ego(graph, INDIA.key).svg
    verbs = "procures" if status is Status.DONE else f"procures ({status.value})"
    assert f">{verbs}<" in drawn
    [row] = register_rows(deals(graph), graph)
    assert ("contracted" if status is Status.DONE else f"contracted ({status.value})") in row
    assert ("2020" in row) is (status is Status.DONE)
    done = draw_heatmap(graph)
    assert bool(done.rows) is (status is Status.DONE)
    if status is not Status.DONE:
        assert any(f"1 {status.value}" in note for note in done.notes)


def test_what_is_not_drawn_is_said() -> None:
    graph = invented(200)
    hub = max(graph.entities, key=lambda key: sum(key in (e.edge.subject, e.edge.object) for e in graph.lines))
    assert any("more neighbours are not drawn" in note for note in draw_ego(graph, hub, 5).notes)
    assert any("pairs of countries are drawn" in note for note in draw_timeline(graph).notes)
    assert any("ranked by independent texts" in note for note in draw_still(graph).notes)


def test_every_relationship_of_two_countries_is_in_the_timelines_rows() -> None:
    lines = [line(i, INDIA, "MET", RUSSIA, (fact(i, "Met.", since=date(2015 + i, 1, 1)),)) for i in range(5)]
    lines.append(line(9, INDIA, "AIDS", RUSSIA, (fact(90, "Undated.", published=None),)))
    chart = draw_timeline(make_graph(ALL, lines))
    assert len(chart.rows) == 6
    assert any("1 relationships of these pairs have no day" in note for note in chart.notes)


def test_two_orders_of_one_system_are_two_deals() -> None:
    steps = [("contracted", 2012), ("delivered", 2015), ("contracted", 2021)]
    lines = [
        line(i, INDIA, "PROCURES", SYSTEM, (fact(i, stage, since=date(year, 1, 1), seller=RUSSIA.key, details=(("stage", stage), ("quantity", str(year)))),))
        for i, (stage, year) in enumerate(steps)
    ]  # fmt: skip
    rows = register_rows(deals(make_graph(ALL, lines)), make_graph(ALL, lines))
    assert [(row[4], row[5]) for row in rows] == [("2012", "2015"), ("2021", None)]
    assert [row[2] for row in rows] == ["2012", "2021"]


def test_a_deal_that_falls_back_is_shown_as_such() -> None:
    steps = [("contracted", 2012), ("negotiated", 2014)]
    lines = [
        line(i, INDIA, "PROCURES", SYSTEM, (fact(i, stage, since=date(year, 1, 1), details=(("stage", stage),)),))
        for i, (stage, year) in enumerate(steps)
    ]
    [deal] = deals(make_graph(ALL, lines))
    assert deal.stage == "negotiated"
    assert deal.backward() is not None
    assert "↩" in draw_pipeline(make_graph(ALL, lines)).svg


def test_doubtful_values_stand_in_brackets() -> None:
    told = fact(
        1,
        "Words.",
        confidence=0.6,
        seller=RUSSIA.key,
        since=date(2020, 1, 1),
        details=(("stage", "contracted"), ("quantity", "five")),
    )
    graph = make_graph(ALL, [line(1, INDIA, "PROCURES", SYSTEM, (told,))])
    [row] = register_rows(deals(graph), graph)
    assert row[:5] == ("(Russia)", "India", "(five)", "Falcon", "(2020)")


def test_paths_are_the_shortest_and_of_sentences() -> None:
    graph = invented(65)
    keys = list(graph.entities)
    for end in keys[1:6]:
        paths = shortest_paths(graph, keys[0], end)
        assert paths == shortest_paths(graph, keys[0], end)
        assert all(path[0] == keys[0] and path[-1] == end for path in paths)
    assert draw_path(graph, keys[0], keys[0]).rows == ()


def test_a_report_has_every_part_and_no_script() -> None:
    html = draw_report(invented(65), subject="country:IND")
    assert html == draw_report(invented(65), subject="country:IND")
    for anchor in (
        "latest",
        "neighbours",
        "timeline",
        "partners",
        "pipeline",
        "map",
        "register",
        "method",
        "sentences",
    ):
        assert f'id="{anchor}"' in html
    assert "<script" not in html
    notes = {int(n) for n in re.findall(r'href="#note-(\d+)"', html)}
    assert notes
    assert notes <= {int(n) for n in re.findall(r'id="note-(\d+)"', html)}
    assert "no report was found" in html


def test_an_empty_report_can_be_sent() -> None:
    assert "No purchase was found" in draw_report(make_graph({}, []))


def test_ages_count_to_the_day_asked_for() -> None:
    told = fact(1, "Words.", since=date(2020, 1, 1), details=(("stage", "sought"),))
    graph = make_graph(ALL, [line(1, INDIA, "PROCURES", SYSTEM, (told,))])
    assert "2020-01, 5 y" in draw_pipeline(graph, date(2025, 6, 1)).svg
    assert "2020-01<" in draw_pipeline(replace(graph)).svg
