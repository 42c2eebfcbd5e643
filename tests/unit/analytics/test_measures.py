"""Measures on a graph small enough to count by hand.

India and Russia: two ministers met twice (one meeting done, one planned), India bought two systems from Russia and one
from France, plans a third from France; India and Japan exercise; Japan and the United States agreed.
"""

import pytest

from graphkit.analytics.brokers import brokerage
from graphkit.analytics.communities import communities
from graphkit.analytics.dependence import supplier_concentration, supplier_dependence
from graphkit.analytics.measures import MEASURES
from graphkit.analytics.meetings import meeting_frequency
from graphkit.analytics.partners import main_partners
from graphkit.analytics.projection import country_facts, home_countries, project
from graphkit.model.claims import Kind, Status
from graphkit.model.graph import Edge, Entity


def node(key: str, kind: Kind, name: str, country: str | None = None, placeholder: bool = False) -> Entity:
    return Entity(key=key, kind=kind, name=name, country=country, placeholder=placeholder)


def edge(
    key: str,
    subject: str,
    type_: str,
    object_: str,
    status: Status = Status.DONE,
    *,
    item: str | None = None,
    times: int = 1,
) -> Edge:
    return Edge(
        key=key, type=type_, subject=subject, object=object_, status=status, caption=f"{type_} · {status}", claims=("claim:1",),
        derived=type_ == "SUPPLIES", item=item, times=times,
    )  # fmt: skip


ENTITIES = [
    *(node(f"country:{iso}", Kind.COUNTRY, name) for iso, name in
      (("IND", "India"), ("RUS", "Russia"), ("FRA", "France"), ("JPN", "Japan"), ("USA", "United States"))),
    node("person:a", Kind.PERSON, "Asha Rao"),
    node("person:b", Kind.PERSON, "Boris Orlov"),
    node("person:office-fra-defence-minister-2024", Kind.PERSON, "Defence Minister of France", placeholder=True),
    node("weapon:x-1", Kind.WEAPON_SYSTEM, "X-1"),
]  # fmt: skip
EDGES = [
    edge("1", "person:a", "HOLDS_OFFICE", "country:IND"),
    edge("2", "person:b", "HOLDS_OFFICE", "country:RUS"),
    edge("3", "person:a", "MET", "person:b", times=2),
    edge("4", "person:a", "MET", "person:b", Status.PLANNED),
    edge("5", "person:a", "MET", "person:office-fra-defence-minister-2024"),
    edge("6", "country:RUS", "SUPPLIES", "country:IND", item="weapon:x-1"),
    edge("7", "country:RUS", "SUPPLIES", "country:IND", item="weapon:x-2"),
    edge("8", "country:FRA", "SUPPLIES", "country:IND", item="weapon:x-3"),
    edge("9", "country:FRA", "SUPPLIES", "country:IND", Status.PLANNED, item="weapon:x-4"),
    edge("a", "country:IND", "PROCURES", "weapon:x-1"),
    edge("b", "country:IND", "EXERCISES_WITH", "country:JPN"),
    edge("c", "country:JPN", "AGREED_WITH", "country:USA"),
]
GRAPH = project(ENTITIES + [node(f"weapon:x-{n}", Kind.WEAPON_SYSTEM, f"X-{n}") for n in (2, 3, 4)], EDGES)


def test_the_projection_keeps_every_edge_under_its_key() -> None:
    assert {key for _, _, key in GRAPH.edges(keys=True)} == {e.key for e in EDGES}
    assert GRAPH.nodes["country:IND"] == {"kind": "Country", "name": "India"}
    assert GRAPH.edges["person:a", "person:b", "3"]["times"] == 2


def test_the_order_of_entities_and_edges_changes_nothing() -> None:
    other = project(reversed(ENTITIES), reversed(EDGES[:4]))

    assert list(other.nodes(data=True)) == list(project(ENTITIES, EDGES[:4]).nodes(data=True))


def test_persons_act_for_the_country_of_their_office() -> None:
    assert home_countries(GRAPH)["person:b"] == ("country:RUS",)
    assert ("country:IND", "country:RUS") in [(a, b) for a, b, data in country_facts(GRAPH) if data["type"] == "MET"]


def test_partners_are_ranked_by_facts_done_and_plans_stand_apart() -> None:
    table = main_partners(GRAPH, country="country:IND")

    assert table.rows == (
        ("Russia", 3, 1, 0, 0, 2),
        ("France", 1, 1, 0, 0, 1),
        ("Japan", 1, 0, 0, 0, 1),
    )


def test_dependence_counts_systems_by_status() -> None:
    table = supplier_dependence(GRAPH, country="country:IND")

    done, planned = table.rows
    assert list(done) == ["India", "done", 2, 3, "Russia", pytest.approx(2 / 3), pytest.approx(5 / 9)]
    assert planned == ("India", "planned", 1, 1, "France", 1.0, 1.0)


@pytest.mark.parametrize("values", [{}, {"a": 0.0}, {"a": -1.0}, {"a": float("nan")}])
def test_concentration_is_undefined_without_purchases(values: dict[str, float]) -> None:
    with pytest.raises(ValueError):
        supplier_concentration(values)


def test_meetings_count_times_and_leave_placeholders_out() -> None:
    assert meeting_frequency(GRAPH).rows == (("Asha Rao", "Boris Orlov", 2, 1, None, None),)
    assert meeting_frequency(GRAPH, country="country:FRA").rows == ()


def test_brokers_stand_between() -> None:
    # Paths between five countries in a tree RUS-IND-FRA, IND-JPN-USA: India lies on 5 of 6, Japan on 3 of 6.
    rows = {row[0]: row for row in brokerage(GRAPH).rows}

    assert rows["India"][3] == pytest.approx(5 / 6)
    assert rows["Japan"][3] == pytest.approx(3 / 6)
    assert rows["Russia"][3] == 0


def test_communities_are_the_same_every_time() -> None:
    assert communities(GRAPH) == communities(GRAPH)
    assert sum(int(row[1] or 0) for row in communities(GRAPH).rows) == 5
    assert communities(GRAPH, status="denied").rows == ()


def test_every_measure_says_what_it_asks_and_where_it_comes_from() -> None:
    for measure in MEASURES.values():
        assert measure.asks.endswith("?")
        assert "Source:" in (measure.function.__doc__ or "")
        assert set(measure.needs) <= set(measure.takes)
