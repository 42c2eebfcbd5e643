"""How fast the page is, beside plain pyvis with the same graph in the same run: `python -m tests.bench.views [SIZES]`.

Ratios are what to read; seconds belong to the machine. Plain pyvis gets two tries: its default, which lets physics run
in the browser, and a fair one with our positions and physics off. Whatever has not drawn after LIMIT_S is reported so.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from graphkit.views.facts import Graph
from graphkit.views.network.page import arrange, draw_graph
from tests.browser.conftest import chromium
from tests.browser.reader import Reader
from tests.unit.views.invented import invented

SIZES = (50, 200, 1000, 5000)
LIMIT_S = 90.0
DRAWN = """() => { const c = document.querySelector('canvas'); if (!c || !c.width) return false;
  const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;
  for (let i = 3; i < d.length; i += 4) if (d[i]) return true; return false; }"""
REDRAW = "() => { const n = window.network || null; const t = performance.now(); for (let i = 0; i < 10; i++) n.redraw(); return (performance.now() - t) / 10; }"


def plain_pyvis(graph: Graph, path: Path, positions: dict[str, tuple[int, int]] | None) -> float:
    """Write the graph as somebody new to pyvis would; return the seconds that took."""
    from pyvis.network import Network

    start = time.perf_counter()
    network = Network(directed=True, cdn_resources="in_line", height="900px")
    for key, entity in graph.entities.items():
        at = {"x": positions[key][0], "y": positions[key][1]} if positions else {}
        network.add_node(key, label=entity.name, title=entity.kind.value, **at)
    for line in graph.lines:
        network.add_edge(line.edge.subject, line.edge.object, title=line.edge.quote, label=line.edge.type)
    if positions:
        network.options = {
            "physics": {"enabled": False},
            "layout": {"improvedLayout": False},
            "edges": {"smooth": False},
        }
    path.write_text(network.generate_html(), encoding="utf-8")
    return time.perf_counter() - start


def first_frame(browser: Any, path: Path) -> tuple[float | None, Reader]:
    """Seconds from the request to the first pixels; None if there are none within LIMIT_S."""
    reader = Reader(browser, path, wait="commit")
    try:
        reader.page.wait_for_function(DRAWN, polling=20, timeout=LIMIT_S * 1000)
    except Exception as error:  # a page that hangs is a result, not a fault of the bench
        if "Timeout" not in type(error).__name__:
            raise
        return None, reader
    return time.perf_counter() - reader.asked, reader


def timed(reader: Reader, action: str) -> float:
    """Milliseconds that the page is busy with an action, the median of five."""
    code = f"() => {{ const t = performance.now(); {action}; return performance.now() - t; }}"
    return float(statistics.median(reader.page.evaluate(code) for _ in range(5)))


ACTIONS = {
    "redraw": "graphkit.redraw()",
    "filter": "document.querySelectorAll('#filters .legend input')[12].click()",
    "search key": "const s = document.querySelector('#search'); s.value = s.value ? '' : 'arun'; s.dispatchEvent(new Event('input'))",
    "select": "document.querySelector('.top button, .close').click()",
}


def ours(browser: Any, graph: Graph, folder: Path) -> dict[str, float | None]:
    start = time.perf_counter()
    html = draw_graph(graph, title="Bench")
    built = time.perf_counter() - start
    path = folder / "ours.html"
    path.write_text(html, encoding="utf-8", newline="\n")
    seconds, reader = first_frame(browser, path)
    reader.ready()
    found: dict[str, float | None] = {"build s": built, "MB": len(html.encode()) / 1e6, "first frame s": seconds}
    found["drawn"] = len(reader.nodes())
    found |= {f"{name} ms": timed(reader, action) for name, action in ACTIONS.items()}
    reader.close()
    return found


def theirs(browser: Any, graph: Graph, folder: Path, *, placed: bool) -> dict[str, float | None]:
    path = folder / "plain.html"
    built = plain_pyvis(graph, path, arrange(graph)[0] if placed else None)
    seconds, reader = first_frame(browser, path)
    found: dict[str, float | None] = {"build s": built, "MB": path.stat().st_size / 1e6, "first frame s": seconds}
    found["redraw ms"] = reader.page.evaluate(REDRAW) if seconds else None
    if seconds is not None:
        reader.close()  # a page that hangs cannot be asked to close: it goes with its browser
    return found


def show(name: str, found: dict[str, float | None]) -> str:
    cells = (f"{key} {'none' if value is None else format(value, '.3g')}" for key, value in found.items())
    return f"  {name:22} " + "  ".join(cells)


def ratio(one: float | None, other: float | None) -> str:
    if one is None:
        return "we drew nothing"
    return f"< {one / LIMIT_S:.3f}" if other is None else f"{one / other:.3f}"


def bench(start: Callable[[], Any], sizes: tuple[int, ...], say: Callable[[str], object]) -> None:
    ours_at: dict[int, float | None] = {}
    for size in sizes:
        graph = invented(size)
        say(f"{size} nodes, {len(graph.lines)} relationships, {sum(len(line.facts) for line in graph.lines)} sentences")
        with tempfile.TemporaryDirectory() as name:
            browser = start()
            mine = ours(browser, graph, Path(name))
            say(show("this page", mine))
            placed = theirs(browser, graph, Path(name), placed=True)
            say(show("plain pyvis, placed", placed))
            default = theirs(browser, graph, Path(name), placed=False)
            say(show("plain pyvis, default", default))
        ours_at[size] = mine["first frame s"]
        say(
            f"  first frame, ours to default {ratio(mine['first frame s'], default['first frame s'])}, to placed {ratio(mine['first frame s'], placed['first frame s'])}; redraw, ours to placed {ratio(mine['redraw ms'], placed['redraw ms'])}"
        )
    first = ours_at.get(sizes[0])
    for size in sizes[1:]:
        say(f"{size} nodes: {ratio(ours_at[size], first)} times our own first frame at {sizes[0]}")


def main() -> None:
    from playwright.sync_api import sync_playwright

    sizes = tuple(map(int, sys.argv[1:])) or SIZES
    with sync_playwright() as playwright:

        def start() -> Any:
            return playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])

        bench(start, sizes, lambda text: print(text, flush=True))


if __name__ == "__main__":
    main()
