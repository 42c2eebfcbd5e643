"""Compute a measure on a graph, with the names of its arguments completed."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from graphkit.analytics.measures import MEASURES
from graphkit.analytics.projection import project
from graphkit.analytics.tables import Table
from graphkit.errors import QuestionError
from graphkit.gazetteers.entries import Gazetteers
from graphkit.stores.base import Reader

if TYPE_CHECKING:
    from graphkit.analytics.projection import Graph


def to_networkx(store: Reader) -> Graph:
    """Return the whole graph as a networkx MultiDiGraph with our keys as ids."""
    return project(store.entities(), store.edges())


def measure(
    store: Reader, name: str, gazetteers: Gazetteers, *, country: str | None = None, status: str | None = None
) -> Table:
    """Return the table of the measure `name`.

    Raises:
        QuestionError: no such measure, an argument that it does not take or lacks, a country that nobody knows.
    """
    if name not in MEASURES:
        near = get_close_matches(name, MEASURES, n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(MEASURES)}"
        raise QuestionError(f"no measure is called {name!r}", hint=hint)
    chosen = MEASURES[name]
    given = {"country": _country(country, gazetteers) if country else None, "status": status}
    arguments = {key: value for key, value in given.items() if value is not None}
    for argument in arguments:
        if argument not in chosen.takes:
            raise QuestionError(f"the measure {name} takes no {argument}", hint=f"it takes: {', '.join(chosen.takes)}")
    for argument in chosen.needs:
        if argument not in arguments:
            raise QuestionError(f"the measure {name} needs a {argument}", hint=f"--{argument} India")
    graph = to_networkx(store)
    if "country" in arguments and arguments["country"] not in graph:
        raise QuestionError(f"{country} is not in the graph", hint="no article that was read names it in a fact")
    return chosen.function(graph, **arguments)


def _country(name: str, gazetteers: Gazetteers) -> str:
    wanted = name.strip().casefold()
    for iso3, state in gazetteers.countries.items():
        names = (f"country:{iso3}", iso3, state.iso2, state.name, *state.aliases, *state.adjectives)
        if wanted in {text.casefold() for text in names if text}:
            return f"country:{iso3}"
    near = get_close_matches(name, [state.name for state in gazetteers.countries.values()], n=3)
    hint = f"did you mean {', '.join(near)}?" if near else "give a country's usual English name or its ISO code"
    raise QuestionError(f"no country is called {name!r}", hint=hint)
