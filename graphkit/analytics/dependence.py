"""How much a buyer depends on few suppliers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from math import fsum, isfinite
from typing import TYPE_CHECKING

from graphkit.analytics.tables import Table

if TYPE_CHECKING:
    from graphkit.analytics.projection import Graph


def supplier_concentration(values: Mapping[str, float]) -> float:
    """Return the Herfindahl-Hirschman index of one buyer's purchases: the sum of the squared shares.

    1.0 for a single supplier, 1/n for n equal ones. It depends on the shares only, so any one unit will do.

    Args:
        values: supplier -> value bought, >= 0, all in the same unit; at least one.

    Raises:
        ValueError: `values` is empty, all zero, or holds a negative or non-finite value.

    Source:
        A. O. Hirschman, "The Paternity of an Index", American Economic Review 54(5), 1964, p. 761.

    >>> round(supplier_concentration({"RUS": 60, "FRA": 30, "USA": 10}), 4)
    0.46
    """
    if not values:
        raise ValueError("supplier_concentration needs at least one supplier")
    for supplier, value in values.items():
        if not isfinite(value) or value < 0:
            raise ValueError(f"the value bought from {supplier} is {value}; it must be finite and not negative")
    total = fsum(values.values())
    if total == 0:
        raise ValueError("all values are zero, so there are no shares to square")
    return fsum((value / total) ** 2 for value in values.values())


def supplier_dependence(graph: Graph, *, country: str | None = None) -> Table:
    """Return for each buyer and status the number of suppliers and systems, the largest share and the index.

    The unit is distinct systems reported, not their number or price. One row per status: what is only planned
    makes nobody dependent yet. A system that two suppliers sell counts for each.

    Source:
        The index: `supplier_concentration`. SIPRI's fact sheets give the same shares by volume.
    """
    bought: dict[tuple[str, str], dict[str, set[object]]] = defaultdict(lambda: defaultdict(set))
    for seller, buyer, data in graph.edges(data=True):
        if data["type"] == "SUPPLIES" and (country is None or buyer == country):
            bought[buyer, data["status"]][seller].add(data.get("item"))
    rows: list[tuple[str, str, int, int, str, float, float]] = []
    for (buyer, status), suppliers in bought.items():
        systems = {seller: float(len(items)) for seller, items in suppliers.items()}
        first = min(systems, key=lambda seller: (-systems[seller], seller))
        share = systems[first] / fsum(systems.values())
        index = supplier_concentration(systems)
        names: tuple[str, str, int, int] = (
            graph.nodes[buyer]["name"],
            status,
            len(systems),
            int(fsum(systems.values())),
        )
        rows.append((*names, graph.nodes[first]["name"], share, index))
    columns = ("buyer", "status", "suppliers", "systems", "largest supplier", "share", "concentration")
    note = "shares of distinct systems reported, not of volume or value; concentration is the sum of squared shares"
    rows.sort(key=lambda row: (row[1] != "done", -row[3], row[:2]))
    return Table(columns=columns, rows=tuple(rows), note=note)
