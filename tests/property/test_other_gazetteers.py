"""A graph made with other gazetteers than today's still takes articles, and rebuilding it makes it today's."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.gazetteers.entries import Gazetteers
from graphkit.resolve.listing import Listing
from graphkit.stores.base import Meta
from graphkit.workflows.graphs.change import Change, apply
from graphkit.workflows.rebuild import rebuild
from tests.memory_store import MemoryStore
from tests.prepared import whole
from tests.property.test_incremental import histories
from tests.worlds import gazetteers


def _poorer(full: Gazetteers) -> list[Listing]:
    """The test world without its things, without its offices and their holders, and without half of its states."""
    countries = {code: country for code, country in full.countries.items() if code not in ("FRA", "SSD")}
    return [
        Listing(full),
        Listing(replace(full, entries={})),
        Listing(replace(full, tenures=(), offices={}, topics={})),
        Listing(replace(full, countries=countries)),
    ]


LISTINGS = _poorer(gazetteers())


def fresh() -> MemoryStore:
    store = MemoryStore(detach=True)
    store.state.meta = Meta(schema=1, ontology=1, min_confidence=0.5)
    return store


@settings(max_examples=40, deadline=None)
@given(histories(), st.data())
def test_rebuilding_makes_a_graph_todays(history: list[Change], data: st.DataObject) -> None:
    store = fresh()
    for change in history:
        listing = data.draw(st.sampled_from(LISTINGS))
        store.write(lambda writer, change=change, listing=listing: apply(writer, change, listing))  # type: ignore[misc]
    today = data.draw(st.sampled_from(LISTINGS))
    rebuild(store, today)
    other = fresh()
    for change in history:
        other.write(lambda writer, change=change: apply(writer, change, today))  # type: ignore[misc]
    assert whole(store)[1:] == whole(other)[1:]
