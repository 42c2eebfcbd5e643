"""From a store to a file: names as people write them, every sentence of it, any view in any form, written whole or not at all."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graphkit.errors import QuestionError, SettingsError
from graphkit.model.claims import Qualifiers, Status
from graphkit.views.selection import Selection
from graphkit.workflows import draw as drawing
from graphkit.workflows.draw import VIEWS, DrawReport, draw, find_key, show, write_atomically
from graphkit.workflows.picture import collect, from_networkx
from tests.memory_store import MemoryStore
from tests.prepared import put
from tests.worlds import Said, Who, country, filing, gazetteers, person, weapon

SINGH, SHOIGU = person("Rajnath Singh", "IND"), person("Sergei Shoigu", "RUS")


def said(type_: str, subject: Who, object_: Who, item: Who | None = None, **more: Any) -> Said:
    return Said(type=type_, subject=subject, object=object_, item=item, **more)


@pytest.fixture
def store() -> MemoryStore:
    made = MemoryStore()
    put(
        made,
        filing(
            said("MET", SINGH, SHOIGU, when="2020-09-03"),
            said("PROCURES", country("India"), country("Russia"), weapon("S-400"), status=Status.PROPOSED, qualifiers=Qualifiers(stage="negotiated", quantity="five")),
            said("COOPERATES_WITH", country("India"), country("France"), confidence=0.05),
            outlet="outlet:gazette", url="https://news.example/a", published="2020-09-04",
        ),
        filing(
            said("MET", SINGH, SHOIGU, when="2020-09-03"), filler="Another paper altogether, with words of its own.",
            outlet="outlet:wire", url="javascript:alert(1)", published="2020-09-05",
        ),
    )  # fmt: skip
    return made


EVERYTHING = Selection()


def drawn(
    store: MemoryStore,
    path: Path,
    selection: Selection = EVERYTHING,
    view: str = "graph",
    subject: str | None = None,
    other: str | None = None,
) -> tuple[DrawReport, str]:
    report = draw(store, view, selection, path, subject=subject, other=other, gazetteers=gazetteers())
    return report, path.read_bytes().decode("utf-8")


def test_every_claim_of_the_store_is_a_fact_of_the_graph(store: MemoryStore) -> None:
    graph = collect(store)
    folded = {key for edge in store.edges() for key in edge.claims}
    assert {fact.key for line in graph.lines for fact in line.facts} == folded
    assert {line.edge.key for line in graph.lines} == {edge.key for edge in store.edges()}
    met = next(line for line in graph.lines if line.edge.type == "MET")
    assert sorted(fact.outlet for fact in met.facts) == ["gazette", "wire"]
    assert met.edge.witnesses == 2
    bought = next(line for line in graph.lines if line.edge.type == "PROCURES")
    assert bought.sellers == ("country:RUS",)
    assert bought.facts[0].detail("quantity") == "five"
    assert graph.coverage.articles == 2


def test_doubtful_claims_come_in_when_asked_for_and_are_marked(store: MemoryStore) -> None:
    assert not any(line.low for line in collect(store).lines)
    low = [line for line in collect(store, min_confidence=0.0).lines if line.low]
    assert [(line.edge.type, line.edge.object) for line in low] == [("COOPERATES_WITH", "country:FRA")]


def assert_form(suffix: str, text: str) -> None:
    if suffix == ".json":
        json.loads(text)
    elif suffix == ".csv":
        assert len({len(row) for row in csv.reader(io.StringIO(text))}) == 1
    else:
        assert ("<!DOCTYPE html>" if suffix == ".html" else "<svg") in text


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("suffix", [".html", ".svg", ".csv", ".json"])
def test_every_view_can_be_written_in_every_form_it_has(
    store: MemoryStore, tmp_path: Path, view: str, suffix: str
) -> None:
    path = tmp_path / f"out{suffix}"
    subject = "IND" if view != "graph" else None
    other = "Sergei Shoigu" if view == "path" else None
    if view == "report" and suffix not in (".html", ".csv"):
        with pytest.raises(SettingsError, match="report cannot be written"):
            drawn(store, path, view=view, subject=subject, other=other)
        return
    report, text = drawn(store, path, view=view, subject=subject, other=other)
    assert report.size == len(text.encode()) == path.stat().st_size
    assert (report.entities, report.relationships, report.sentences) == (5, 2, 3)
    assert drawn(store, path, view=view, subject=subject, other=other)[1] == text
    assert_form(suffix, text)
    assert not re.search("buys|bought|procures S-400", text)
    assert "javascript:" not in re.sub(r"<script.*?</script>", "", text, flags=re.DOTALL)


@pytest.mark.parametrize("name", ["India", "india", "IND", "country:IND"])
def test_a_country_is_named_as_one_likes(store: MemoryStore, tmp_path: Path, name: str) -> None:
    report, _ = drawn(store, tmp_path / "a.html", Selection(country=name, with_="Russia"))
    assert report.relationships == 2


def test_a_name_that_nobody_has_is_answered_with_the_nearest(store: MemoryStore) -> None:
    with pytest.raises(QuestionError) as told:
        find_key("Rajnat Singh", collect(store))
    assert "Rajnath Singh" in str(told.value)


def test_wishes_are_checked(store: MemoryStore, tmp_path: Path) -> None:
    with pytest.raises(QuestionError, match="no relation"):
        drawn(store, tmp_path / "a.html", Selection(types=("MEETS",)))
    with pytest.raises(QuestionError, match="no outlet"):
        drawn(store, tmp_path / "a.html", Selection(sources=("nobody",)))
    with pytest.raises(QuestionError, match="two names"):
        drawn(store, tmp_path / "a.html", view="path", subject="India")
    with pytest.raises(QuestionError, match="no view"):
        drawn(store, tmp_path / "a.html", view="cake")
    with pytest.raises(SettingsError, match="cannot be written as"):
        drawn(store, tmp_path / "a.pdf")
    assert list(tmp_path.iterdir()) == []


def test_sources_and_days_narrow_what_is_drawn(store: MemoryStore, tmp_path: Path) -> None:
    report, text = drawn(store, tmp_path / "a.csv", Selection(sources=("wire",)))
    assert report.sentences == 1
    assert "wire" in text
    report, _ = drawn(store, tmp_path / "a.csv", Selection(since=date(2021, 1, 1)))
    assert report.relationships == 0
    report, _ = drawn(store, tmp_path / "a.csv", Selection(as_of=date(2020, 9, 4)))
    assert report.sentences == 2


def places(path: Path) -> dict[str, tuple[str, str]]:
    return {key: (x, y) for key, x, y in drawing._POSITION.findall(path.read_text(encoding="utf-8"))}


def test_places_are_kept_from_an_earlier_page(store: MemoryStore, tmp_path: Path) -> None:
    first = tmp_path / "first.html"
    drawn(store, first)
    put(store, filing(said("VISITED", SINGH, country("France"), when="2021"), outlet="outlet:gazette"))
    draw(store, "graph", EVERYTHING, tmp_path / "second.html", keep=first)
    before, after = places(first), places(tmp_path / "second.html")
    assert before.items() < after.items()


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "page.html"
    write_atomically(path, "old\n")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    with pytest.raises(SettingsError, match="No space left"):
        write_atomically(path, "new\n")
    assert path.read_text(encoding="utf-8") == "old\n"
    assert [each.name for each in tmp_path.iterdir()] == ["page.html"]
    with pytest.raises(SettingsError, match="cannot write"):
        write_atomically(tmp_path / "no" / "such" / "folder.html", "x")


def test_a_notebook_gets_a_frame(store: MemoryStore) -> None:
    shown = show(store, subject="India")._repr_html_()
    assert shown.startswith("<iframe srcdoc=")
    assert 'sandbox="allow-scripts' in shown
    assert "<script>" not in shown


def test_a_networkx_graph_can_be_drawn_and_is_left_as_it_was(store: MemoryStore) -> None:
    from graphkit.analytics.projection import project

    network = project(store.entities(), store.edges())
    before = (list(network.nodes(data=True)), list(network.edges(keys=True, data=True)))
    graph = from_networkx(network)
    assert {line.edge.key for line in graph.lines} == {edge.key for edge in store.edges()}
    assert before == (list(network.nodes(data=True)), list(network.edges(keys=True, data=True)))
    met = next(line for line in graph.lines if line.edge.type == "MET")
    assert met.facts[0].quote
    assert met.edge.since == date(2020, 9, 3)
    network.add_edge("country:IND", "country:RUS", source="x", weight=1.0)
    with pytest.raises(ValueError, match="no type or no status"):
        from_networkx(network)
