"""Who meets whom, how often."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from graphkit.analytics.projection import home_countries
from graphkit.analytics.tables import Table

if TYPE_CHECKING:
    from graphkit.analytics.projection import Graph


def meeting_frequency(graph: Graph, *, country: str | None = None) -> Table:
    """Return each pair that met or is to meet, with the number of meetings done and not yet done, most first.

    `first` and `last` are years of the event, or of the first report where it has no date. A placeholder for an
    unnamed office-holder is left out. With `country`, pairs of which one acts for it.

    Source:
        counts of meetings by dyad as in J. D. Moyer et al., "The Country and Organizational Leader Travel dataset",
        International Studies Quarterly 2025; here one row a pair of persons.
    """
    homes = home_countries(graph)
    done: dict[tuple[str, str], int] = defaultdict(int)
    ahead: dict[tuple[str, str], int] = defaultdict(int)
    years: dict[tuple[str, str], list[int]] = defaultdict(list)
    for a, b, data in graph.edges(data=True):
        if data["type"] != "MET" or graph.nodes[a].get("placeholder") or graph.nodes[b].get("placeholder"):
            continue
        if country and country not in (*homes.get(a, ()), *homes.get(b, ())):
            continue
        first, second = sorted((a, b))
        pair = first, second
        if data["status"] == "done":
            done[pair] += data.get("times", 1)
        elif data["status"] != "denied":
            ahead[pair] += data.get("times", 1)
        else:
            continue
        day = data.get("since") or data.get("said")
        years[pair] += [day.year] if day else []
    pairs = sorted(done.keys() | ahead.keys(), key=lambda p: (-done[p], -ahead[p], p))
    name = {node: data["name"] for node, data in graph.nodes(data=True)}
    rows = tuple(
        (name[a], name[b], done[a, b], ahead[a, b], min(years[a, b], default=None), max(years[a, b], default=None))
        for a, b in pairs
    )
    note = "planned: announced or proposed; a meeting that no article reports is not here"
    return Table(columns=("one", "other", "done", "planned", "first", "last"), rows=rows, note=note)
