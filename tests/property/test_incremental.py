"""After any sequence of ingest, forget and judge the graph is the one that a single pass over the record gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.model.graph import Edge, Entity
from graphkit.model.identity import Judgement, Verdict
from graphkit.resolve.fold import fold
from graphkit.resolve.identity import resolve
from graphkit.stores.base import Meta
from graphkit.workflows.graphs.change import Change, Filing, apply
from graphkit.workflows.graphs.refold import tell
from tests.memory_store import MemoryStore
from tests.worlds import LISTING, judgement, pools, sides

META = Meta(schema=1, ontology=1, min_confidence=0.5)


@dataclass(frozen=True)
class Graph:
    entities: tuple[Entity, ...]
    links: tuple[tuple[str, str], ...]
    edges: tuple[Edge, ...]


def stored(store: MemoryStore) -> Graph:
    links = [(f"{link.claim}#{link.role}", link.entity) for link in store.links(store.state.claims)]
    return Graph(tuple(store.entities()), tuple(links), tuple(store.edges()))


def in_one_pass(store: MemoryStore) -> Graph:
    """The graph of the store's record, computed by the pure functions alone."""
    claims = list(store.claims())
    found = resolve(claims, LISTING, store.judgements())
    edges = fold(claims, found.keys, found.entities, tell(store, claims), LISTING, min_confidence=0.5)
    entities = tuple(found.entities[key] for key in sorted(set(found.keys.values())))
    return Graph(entities, tuple(sorted(found.keys.items())), tuple(edges))


def fresh() -> MemoryStore:
    store = MemoryStore()
    store.state.meta = META
    return store


@st.composite
def histories(draw: st.DrawFn) -> list[Change]:
    """A few articles, and steps that file, remove and judge them in any order."""
    pool = draw(pools())
    about = sides(pool)
    step = st.one_of(
        st.lists(st.sampled_from(pool), min_size=1, max_size=3).map(lambda added: Change(added=added)),
        st.sampled_from(pool).map(lambda filing: Change(removed=[filing.article.key])),
        _judgements(about).map(lambda decided: Change(judgements=decided)),
    )
    return [Change(added=pool[:2]), *draw(st.lists(step, min_size=1, max_size=8))]


def _judgements(about: Sequence[tuple[str, str]]) -> st.SearchStrategy[list[Judgement]]:
    by_family: dict[str, list[str]] = {}
    for side, prefix in about:
        by_family.setdefault(prefix, []).append(side)
    alike = [sides for _, sides in sorted(by_family.items()) if len(sides) > 1]
    pair = st.sampled_from(alike).flatmap(
        lambda sides: st.lists(st.sampled_from(sides), min_size=2, max_size=2, unique=True)
    )
    one = st.builds(
        lambda two, verdict, second: judgement(two[0], two[1], verdict, second),
        pair,
        st.sampled_from((Verdict.SAME, Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE)),
        st.integers(0, 9),
    )
    return st.lists(one, min_size=1, max_size=2)


@settings(max_examples=120, deadline=None)
@given(histories())
def test_the_graph_is_that_of_its_record(history: list[Change]) -> None:
    store = fresh()
    for change in history:
        store.write(lambda writer, change=change: apply(writer, change, LISTING))  # type: ignore[misc]
        assert stored(store) == in_one_pass(store)


@settings(max_examples=50, deadline=None)
@given(pools(least=0, most=4), st.data())
def test_the_order_of_articles_changes_nothing(pool: list[Filing], data: st.DataObject) -> None:
    one, other = fresh(), fresh()
    for filing in pool:
        one.write(lambda writer, filing=filing: apply(writer, Change(added=[filing]), LISTING))  # type: ignore[misc]
    for filing in data.draw(st.permutations(pool)):
        other.write(lambda writer, filing=filing: apply(writer, Change(added=[filing]), LISTING))  # type: ignore[misc]
    assert one.state == other.state


@settings(max_examples=50, deadline=None)
@given(pools(most=4))
def test_forgetting_leaves_nothing_behind(pool: list[Filing]) -> None:
    """Ingest all, forget the last: the graph is that of the others alone."""
    one, other = fresh(), fresh()
    one.write(lambda writer: apply(writer, Change(added=pool), LISTING))
    one.write(lambda writer: apply(writer, Change(removed=[pool[-1].article.key]), LISTING))
    other.write(lambda writer: apply(writer, Change(added=pool[:-1]), LISTING))
    assert one.state == other.state


@settings(max_examples=50, deadline=None)
@given(pools(most=3))
def test_filing_twice_changes_nothing(pool: list[Filing]) -> None:
    once = fresh()
    once.write(lambda writer: apply(writer, Change(added=pool), LISTING))
    before = replace(once.state)
    once.write(lambda writer: apply(writer, Change(added=pool), LISTING))
    assert once.state == before
