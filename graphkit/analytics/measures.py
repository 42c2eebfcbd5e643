"""The measures by name, for `graphkit measure`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from graphkit.analytics.brokers import brokerage
from graphkit.analytics.communities import communities
from graphkit.analytics.dependence import supplier_dependence
from graphkit.analytics.meetings import meeting_frequency
from graphkit.analytics.partners import main_partners
from graphkit.analytics.tables import Table


@dataclass(frozen=True, slots=True)
class Measure:
    """`takes` are the names of its keyword arguments; `needs` those without which it has no answer."""

    function: Callable[..., Table]
    asks: str
    takes: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()


MEASURES: Mapping[str, Measure] = {
    "partners": Measure(main_partners, "Who are a country's main defence partners?", ("country",), ("country",)),
    "dependence": Measure(supplier_dependence, "How much does a buyer depend on one supplier?", ("country",)),
    "meetings": Measure(meeting_frequency, "Who meets whom, how often?", ("country",)),
    "brokers": Measure(brokerage, "Who stands between countries that are not linked?", ("status",)),
    "communities": Measure(communities, "Which countries hang together?", ("status",)),
}
