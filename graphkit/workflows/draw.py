"""From a store and a selection to one file: a page, a picture, a table or data, as the suffix says."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

from graphkit.errors import QuestionError, SettingsError
from graphkit.gazetteers.entries import Gazetteers
from graphkit.model.claims import Status
from graphkit.model.keys import slug
from graphkit.ontology.relations import relation
from graphkit.stores.base import Reader
from graphkit.views.chart import Chart, chart_page
from graphkit.views.charts.ego import draw_ego
from graphkit.views.charts.heatmap import draw_heatmap
from graphkit.views.charts.paths import draw_path
from graphkit.views.charts.pipeline import draw_pipeline
from graphkit.views.charts.timeline import draw_timeline
from graphkit.views.charts.worldmap import draw_map
from graphkit.views.facts import Graph
from graphkit.views.network.layout import Position
from graphkit.views.network.page import draw_graph
from graphkit.views.network.picture import draw_still, graph_json
from graphkit.views.notebook import InlinePage
from graphkit.views.report.page import draw_report, report_csv
from graphkit.views.selection import Selection, select
from graphkit.workflows.picture import collect

VIEWS = ("graph", "ego", "path", "timeline", "heatmap", "pipeline", "map", "report")
EVERYTHING = Selection()
SUFFIXES = (".html", ".svg", ".csv", ".json")
_POSITION = re.compile(r'"k":"((?:[^"\\]|\\.)*)"[^{}]*?"x":(-?\d+),"y":(-?\d+)')


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawReport:
    """What was drawn and written. `notes` are sentences on what the selection left out."""

    view: str
    output: Path
    entities: int
    relationships: int
    sentences: int
    size: int  # bytes
    doubtful: int = 0  # drawn and marked, but no relationships
    notes: tuple[str, ...] = ()


def draw(
    store: Reader,
    view: str,
    selection: Selection,
    output: Path,
    *,
    subject: str | None = None,
    other: str | None = None,
    title: str = "",
    gazetteers: Gazetteers | None = None,
    keep: Path | None = None,
    most: int = 150,
) -> DrawReport:
    """Draw one of VIEWS of the selected part of `store` into `output`, whose suffix is one of SUFFIXES.

    Args:
        selection: names in it may be keys, names or aliases, in any case.
        subject: whom `ego`, `path`, `heatmap`, `report` are about (and whom `graph` opens on): key, name or alias.
        other: the other end of a `path`.
        title: a heading of one's own.
        gazetteers: where capitals lie; without it there is no map.
        keep: a page drawn earlier: whoever stands in it keeps its place.
        most: how many nodes are drawn at first.

    Raises:
        QuestionError: an unknown view, name, type or a missing subject.
        SettingsError: a suffix that the view does not have, or a file that cannot be written.
    """
    suffix = output.suffix.lower()
    _check(view, suffix)
    graph = collect(store, gazetteers, min_confidence=selection.min_confidence)
    text, chosen = render(
        graph, view, selection, suffix, subject=subject, other=other, title=title, kept=_kept(keep), most=most
    )
    write_atomically(output, text)
    stated = chosen.stated()
    return DrawReport(
        view=view, output=output, entities=len(chosen.entities), relationships=len(stated),
        sentences=len({fact.key for line in stated for fact in line.facts}), size=len(text.encode()), doubtful=sum(line.low for line in chosen.lines), notes=chosen.notes,
    )  # fmt: skip


def show(
    store: Reader,
    selection: Selection = EVERYTHING,
    *,
    subject: str | None = None,
    gazetteers: Gazetteers | None = None,
) -> InlinePage:
    """Return the graph page as a value that a notebook displays inline."""
    graph = collect(store, gazetteers, min_confidence=selection.min_confidence)
    return InlinePage(render(graph, "graph", selection, ".html", subject=subject)[0])


def render(
    graph: Graph,
    view: str,
    selection: Selection,
    suffix: str,
    *,
    subject: str | None = None,
    other: str | None = None,
    title: str = "",
    kept: Mapping[str, Position] | None = None,
    most: int = 150,
) -> tuple[str, Graph]:
    """Return the text of a view as `suffix` wants it, and the part of `graph` that it shows."""
    _check(view, suffix)
    selection = resolved(selection, graph)
    who = find_key(subject, graph) if subject else None
    whom = find_key(other, graph) if other else None
    chosen = select(graph, selection)
    words = selection.words(graph.name)
    if view == "graph":
        return _graph_text(chosen, suffix, title or "Defence relations", words, who, kept, most), chosen
    if view == "report":
        about = who or selection.country
        if suffix == ".csv":
            return report_csv(chosen), chosen
        return draw_report(chosen, subject=about, title=title, subtitle=words, as_of=selection.as_of), chosen
    chart = _chart(chosen, view, selection, who, whom)
    if title:
        chart = replace(chart, title=title)
    return _chart_text(chart, chosen, suffix, words), chosen


def _check(view: str, suffix: str) -> None:
    if view not in VIEWS:
        raise QuestionError(f"there is no view {view!r}", hint=f"known: {', '.join(VIEWS)}")
    known = (".html", ".csv") if view == "report" else SUFFIXES
    if suffix not in known:
        raise SettingsError(
            f"{view} cannot be written as {suffix or 'a file without suffix'!r}", hint=f"use {', '.join(known)}"
        )


def _graph_text(
    graph: Graph, suffix: str, title: str, words: str, focus: str | None, kept: Mapping[str, Position] | None, most: int
) -> str:
    if suffix == ".html":
        return draw_graph(graph, title=title, subtitle=words, most=most, focus=focus, kept=kept)
    if suffix == ".json":
        return graph_json(graph)
    still = draw_still(graph, title, most)
    return still.svg if suffix == ".svg" else still.csv()


def _chart(graph: Graph, view: str, selection: Selection, who: str | None, whom: str | None) -> Chart:
    if view == "timeline":
        return draw_timeline(graph)
    if view == "pipeline":
        return draw_pipeline(graph, selection.as_of)
    if view == "map":
        return draw_map(graph)
    if view == "heatmap":
        about = who or selection.country
        status = selection.statuses[0] if len(selection.statuses) == 1 else Status.DONE
        return draw_heatmap(graph, graph.country(about) if about else None, status=status)
    if who is None or (view == "path" and whom is None):
        raise QuestionError(f"{view} needs " + ("two names" if view == "path" else "a name"))
    return draw_path(graph, who, whom or "") if view == "path" else draw_ego(graph, who)


def _chart_text(chart: Chart, graph: Graph, suffix: str, words: str) -> str:
    if suffix == ".html":
        return chart_page(chart, graph, words)
    return {".svg": chart.svg, ".csv": chart.csv(), ".json": chart.json()}[suffix]


def resolved(selection: Selection, graph: Graph) -> Selection:
    """Return the selection with names turned into keys, types checked, sources as the outlets call themselves."""
    for type_ in selection.types:
        try:
            relation(type_)
        except ValueError as error:
            raise QuestionError(str(error)) from error
    return replace(
        selection,
        country=find_key(selection.country, graph) if selection.country else None,
        with_=find_key(selection.with_, graph) if selection.with_ else None,
        sources=tuple(_source(source, graph) for source in selection.sources),
    )


def find_key(words: str, graph: Graph) -> str:
    """Return the key of the entity that `words` name: a key, a name, an alias or an ISO code; case does not matter.

    Raises:
        QuestionError: nobody is called so, or several are.
    """
    if words in graph.entities:
        return words
    code = f"country:{words.upper()}"
    if code in graph.entities:
        return code
    wanted = slug(words)
    by_name = [e.key for e in graph.entities.values() if slug(e.name) == wanted]
    found = by_name or [e.key for e in graph.entities.values() if any(slug(alias) == wanted for alias in e.aliases)]
    if len(found) == 1:
        return found[0]
    if found:
        raise QuestionError(f"{words!r} names several", hint="use one of the keys " + ", ".join(sorted(found)[:8]))
    names = {e.name for e in graph.entities.values()} | {alias for e in graph.entities.values() for alias in e.aliases}
    near = get_close_matches(words, sorted(names), n=3, cutoff=0.6)
    raise QuestionError(
        f"nobody in the graph is called {words!r}",
        hint=f"did you mean {', '.join(near)}?" if near else "names and keys are those of `graphkit show`",
    )


def _source(words: str, graph: Graph) -> str:
    facts = [fact for line in graph.lines for fact in line.facts]
    names = sorted({fact.outlet for fact in facts if fact.outlet})
    wanted = slug(words.removeprefix("outlet:"))
    for name in names:
        if slug(name) == wanted:
            return name
    if any(fact.article == words for fact in facts):
        return words
    near = get_close_matches(words, names, n=3, cutoff=0.5) or names[:5]
    raise QuestionError(
        f"no outlet in the graph is called {words!r}", hint=f"known: {', '.join(near)}" if near else None
    )


def _kept(path: Path | None) -> dict[str, Position]:
    """Read positions out of a page that was drawn earlier."""
    if path is None:
        return {}
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError("the earlier page cannot be read", where=str(path), hint=str(error)) from error
    return {key: (int(x), int(y)) for key, x, y in _POSITION.findall(text)}


def write_atomically(path: Path, text: str) -> None:
    """Write UTF-8 with LF line ends; whoever reads finds the old file or the new one, never a half.

    Raises:
        SettingsError: the folder is missing or cannot be written.
    """
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    except OSError as error:
        raise SettingsError(f"cannot write: {error.strerror}", where=str(path)) from error
    try:
        with open(handle, "w", encoding="utf-8", newline="\n", errors="replace") as file:
            file.write(text)
        os.chmod(name, 0o644)
        os.replace(name, path)
    except OSError as error:
        raise SettingsError(f"cannot write: {error.strerror}", where=str(path)) from error
    finally:
        with suppress(OSError):
            os.unlink(name)
