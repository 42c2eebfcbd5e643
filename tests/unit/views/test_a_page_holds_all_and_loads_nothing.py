"""The page is one file: nothing is loaded, nothing is lost, nothing of an article becomes markup."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from graphkit.errors import SettingsError
from graphkit.model.claims import Kind, Status
from graphkit.views.facts import Graph, make_graph
from graphkit.views.network.bundle import asset, checked, script, vis_network
from graphkit.views.network.page import arrange, draw_graph
from graphkit.views.texts import csp_hash
from tests.unit.views.hostile import PAYLOADS, Skeleton, hostile_graph
from tests.unit.views.invented import entity, fact, invented, line

ROOT = Path(__file__).parents[3]


def block(html: str, name: str) -> object:
    match = re.search(rf'<script type="application/json" id="{name}">(.*?)</script>', html, re.DOTALL)
    assert match
    return json.loads(match[1])


@pytest.fixture(scope="module")
def graph() -> Graph:
    return invented(65)


@pytest.fixture(scope="module")
def page(graph: Graph) -> str:
    return draw_graph(graph, title="Invented relations")


def test_nothing_is_loaded_from_anywhere(page: str) -> None:
    markup = re.sub(r"<script[^>]*>.*?</script>", "", page, flags=re.DOTALL)
    assert not re.findall(r'\b(?:src|href)\s*=\s*["\']?(?!#|data:)[^"\'> ]', markup)
    assert "@import" not in markup
    assert not re.findall(r"url\((?!['\"]?(?:data:|#))", markup)
    assert "sourceMappingURL" not in page


def test_only_the_scripts_and_the_style_in_it_may_run(page: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    assert "default-src 'none'" in policy[1]
    assert "unsafe" not in policy[1]
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    assert len(scripts) == 2
    assert all(csp_hash(each) in policy[1] for each in scripts)
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style
    assert csp_hash(style[1]) in policy[1]
    assert "\r" not in page


def test_our_script_makes_no_markup_and_no_code_from_text() -> None:
    for word in (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "new Function",
        "localStorage",
        "fetch(",
        "XMLHttpRequest",
        "setAttribute('style'",
    ):
        assert word not in script()


def test_every_fact_and_every_line_is_in_it_once(graph: Graph, page: str) -> None:
    data = block(page, "data")
    assert isinstance(data, dict)
    wanted = sorted(f.key.removeprefix("claim:") for each in graph.lines for f in each.facts)
    assert sorted(f["k"] for f in data["facts"]) == wanted
    assert sorted(each["k"] for each in data["lines"]) == sorted(each.edge.key for each in graph.lines)
    assert {n["k"] for n in data["nodes"]} == set(graph.entities)
    assert sorted(f for each in data["lines"] for f in each["f"]) == list(range(len(wanted)))


def test_parallel_lines_and_loops_stay() -> None:
    one, other = entity("country:IND", Kind.COUNTRY, "India"), entity("country:FRA", Kind.COUNTRY, "France")
    lines = [line(i, one, "MET", other, (fact(i, "They met."),)) for i in range(5)]
    lines += [
        line(9, one, "OPPOSES", one, (fact(90, "It opposed itself."),)),
        line(10, other, "AIDS", one, (fact(100, "Aid came."),)),
    ]
    html = draw_graph(make_graph({one.key: one, other.key: other}, lines))
    data, strokes = block(html, "data"), block(html, "first-edges")
    assert isinstance(data, dict)
    assert isinstance(strokes, list)
    assert len(data["lines"]) == 7
    assert sorted(stroke["count"] for stroke in strokes) == [1, 1, 5]


def test_each_fact_has_sentence_date_source_link_confidence_and_status(page: str) -> None:
    data = block(page, "data")
    assert isinstance(data, dict)
    for told in data["facts"]:
        article = data["articles"][told["r"]]
        assert told["q"]
        assert 0 < told["c"] <= 1
        assert data["statuses"][told["t"]]["name"] in set(Status)
        assert article["u"].startswith("https://")
        assert article["p"]
        assert data["outlets"][article["o"]]["n"]


def test_the_same_graph_in_another_order_is_the_same_page(graph: Graph, page: str) -> None:
    turned = make_graph(
        dict(reversed(list(graph.entities.items()))), list(reversed(graph.lines)), coverage=graph.coverage, places=graph.places,
        threshold=graph.threshold,
    )  # fmt: skip
    assert draw_graph(turned, title="Invented relations") == page


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_the_same_bytes_whatever_the_hash_seed_and_folder(seed: str, page: str, tmp_path: Path) -> None:
    code = (
        "import sys,hashlib;from tests.unit.views.invented import invented;from graphkit.views.network.page import draw_graph;"
        "print(hashlib.sha256(draw_graph(invented(65),title='Invented relations').encode()).hexdigest())"
    )
    environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), "LC_ALL": "C"}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == hashlib.sha256(page.encode()).hexdigest()


def test_no_place_or_time_of_making_is_in_it(page: str) -> None:
    own = page.replace(vis_network(), "")
    assert str(ROOT) not in own
    assert str(date.today()) not in own


def test_the_file_is_small() -> None:
    empty = draw_graph(make_graph({}, []))
    assert len(empty.encode()) <= 620_000
    graph = invented(65)
    count = sum(len(each.facts) for each in graph.lines)
    assert (len(draw_graph(graph).encode()) - len(empty.encode())) / count <= 500


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_text_stays_text(payload: str) -> None:
    html = draw_graph(hostile_graph(payload), title=payload, subtitle=payload)
    plain = draw_graph(hostile_graph("plain words"), title="plain words", subtitle="plain words")
    assert Skeleton(html).found == Skeleton(plain).found
    data = block(html, "data")
    assert isinstance(data, dict)
    assert all("u" not in article or article["u"].startswith("http") for article in data["articles"])


def test_a_bundle_with_another_checksum_is_refused() -> None:
    with pytest.raises(SettingsError, match="checksum"):
        checked(b"console.log(1)")


def test_at_most_150_nodes_are_drawn_first_and_the_best_attested_ones() -> None:
    graph = invented(1000)
    positions, first = arrange(graph)
    assert len(first) <= 150
    assert set(positions) == set(graph.entities)
    html = draw_graph(graph)
    drawn, data = block(html, "first-nodes"), block(html, "data")
    assert isinstance(drawn, list)
    assert isinstance(data, dict)
    assert len(drawn) == len(data["first"]) == len(first)


def test_an_empty_graph_one_node_and_no_dates_make_a_page() -> None:
    lonely = entity("country:IND", Kind.COUNTRY, "")
    undated = fact(1, "Words.", published=None, url=None)
    loop = line(1, lonely, "OPPOSES", lonely, (undated,))
    for graph in (make_graph({}, []), make_graph({lonely.key: lonely}, [loop])):
        assert "<!DOCTYPE html>" in draw_graph(graph)


@pytest.mark.parametrize(
    "name", ["राजनाथ सिंह", "Сергей Шойгу", "عبد الفتاح", "习近平", "a\u202eb", "x" * 200, "\ud800"]
)
def test_any_script_and_any_length_can_be_drawn(name: str) -> None:
    graph = invented(20)
    key = next(iter(graph.entities))
    renamed = replace(graph.entities[key], name=name)
    html = draw_graph(replace(graph, entities=dict(graph.entities) | {key: renamed}))
    html.encode("utf-8")
    assert "\u202e" not in html


def test_a_long_sentence_is_kept_whole() -> None:
    graph = invented(20)
    long = replace(graph.lines[0], facts=(replace(graph.lines[0].facts[0], quote="word " * 2000),))
    data = block(draw_graph(replace(graph, lines=(long, *graph.lines[1:]))), "data")
    assert isinstance(data, dict)
    assert max(len(f["q"]) for f in data["facts"]) == 9999


def test_a_number_that_is_none_is_refused_and_not_written() -> None:
    graph = invented(20)
    first = graph.lines[0]
    broken = replace(first, facts=(replace(first.facts[0], confidence=float("nan")),))
    with pytest.raises(ValueError, match="not JSON compliant"):
        draw_graph(replace(graph, lines=(broken, *graph.lines[1:])))


def test_every_part_of_the_script_is_a_file_and_every_file_is_a_part() -> None:
    from importlib.resources import files

    from graphkit.views.network.bundle import SCRIPTS

    found = {
        each.name for each in files("graphkit.views.network").joinpath("assets").iterdir() if each.name.endswith(".js")
    }
    assert found == set(SCRIPTS)
    assert all(len(asset(name).splitlines()) < 300 for name in SCRIPTS)
