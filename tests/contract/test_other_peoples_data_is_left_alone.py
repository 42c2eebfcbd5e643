"""A Neo4j database that holds other people's data: looked at before, and never touched beyond what is ours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import neo4j
import pytest

from graphkit.errors import StoreError
from graphkit.stores.inspection import inspect
from graphkit.stores.schema import MIGRATIONS
from tests.conftest import Place
from tests.contract import making as m
from tests.contract.harbour import reports
from tests.neo4j.wiping import wipe
from tests.prepared import put, text_of, whole

pytestmark = pytest.mark.neo4j
NAMES = [made.name for step in MIGRATIONS for made in step.makes]
THEIRS = (
    "CREATE (a:Ship {name: 'Aurora', id: 7})-[:DOCKS_AT {since: 1999}]->(:Port {name: 'Tallinn'})",
    "CREATE (:Person {name: 'A stranger', age: 41})-[:MET {where: 'a pub'}]->(:Person {name: 'Another', key: 42})",
    "CREATE (:Country {name: 'Estonia', iso: 'EE', key: 'EE'})<-[:VISITED]-(:Person {key: 'p1'})",
    "CREATE (:Article {title: 'A thesis', key: 'thesis-1'}), (:Claim {text: 'priority'}), (:Meta {a: 1}), (:Outlet)",
)
EVERYTHING = (
    "MATCH (n) WHERE NOT coalesce(n.key CONTAINS ':', false) OPTIONAL MATCH (n)-[r]->(o) "
    "RETURN labels(n) AS labels, properties(n) AS props, type(r) AS type, properties(r) AS more ORDER BY elementId(n), type"
)


class Theirs:
    """Somebody else at the same database."""

    def __init__(self, place: Place) -> None:
        assert place.credentials
        self._driver = neo4j.GraphDatabase.driver(place.address, auth=("neo4j", place.credentials.password))

    def run(self, text: str) -> list[dict[str, Any]]:
        return [dict(record) for record in self._driver.execute_query(text, database_="neo4j").records]

    def close(self) -> None:
        self._driver.close()


@pytest.fixture
def theirs(neo4j_place: Place) -> Iterator[Theirs]:
    wipe(neo4j_place.address, neo4j_place.credentials, schema=True)
    other = Theirs(neo4j_place)
    for text in THEIRS:
        other.run(text)
    yield other
    other.close()


def test_their_data_are_as_they_were_after_everything(theirs: Theirs, neo4j_place: Place) -> None:
    before = theirs.run(EVERYTHING)
    with neo4j_place.open() as store:
        assert dict(store.counts()) == {}
        for read in (store.entities, store.edges, store.articles, store.claims, store.outlets):
            assert list(read()) == []
        put(store, *reports(4))
        text_of(store)
        whole(store)
        store.write(m.put_sample)
        store.write(lambda w: w.clear_graph())
        store.write(lambda w: w.drop_entities(["p1", "EE", "person:x"]))
        store.write(lambda w: w.drop_articles(["thesis-1", *(filed.article.key for filed in store.articles())]))
        assert dict(store.counts()) == {}
    assert theirs.run(EVERYTHING) == before


def test_a_look_says_what_is_there_and_what_would_be_made(theirs: Theirs, neo4j_place: Place) -> None:
    look = inspect(neo4j_place.address, neo4j_place.credentials)
    assert look.schema is None
    assert look.usable
    assert list(look.missing) == NAMES
    assert look.ours == {}
    assert look.foreign == {"Port": 1, "Ship": 1}
    assert look.foreign_types == {"DOCKS_AT": 1}
    assert look.mixed == {
        "Article": 1, "Claim": 1, "Country": 1, "MET": 1, "Meta": 1, "Outlet": 1, "Person": 3, "VISITED": 1,
    }  # fmt: skip
    assert look.clashing == ()
    assert not set(NAMES) & {row["name"] for row in theirs.run("SHOW CONSTRAINTS YIELD name")}
    assert len(theirs.run("MATCH (m:Meta) RETURN m")) == 1


def test_a_look_at_a_graph(neo4j_place: Place) -> None:
    with neo4j_place.open() as store:
        store.write(m.put_sample)
    look = inspect(neo4j_place.address, neo4j_place.credentials)
    assert (look.schema, look.missing, look.foreign, look.mixed) == (MIGRATIONS[-1].number, (), {}, {})
    assert look.ours["Claim"] == 2


def test_keys_that_clash_are_told_before_and_when_opening(theirs: Theirs, neo4j_place: Place) -> None:
    theirs.run("UNWIND [1, 2] AS x CREATE (:Person {key: 'person:twin'})")
    look = inspect(neo4j_place.address, neo4j_place.credentials)
    assert look.clashing == ("Person",)
    assert not look.usable
    with pytest.raises(StoreError, match="same `key`") as caught:
        neo4j_place.open()
    assert "graphkit neo4j check" in str(caught.value)
    assert len(theirs.run("MATCH (p:Person {key: 'person:twin'}) RETURN p")) == 2


def test_a_look_into_a_folder(arcadedb_place: Place) -> None:
    with arcadedb_place.open() as store:
        store.write(m.put_sample)
    look = inspect(arcadedb_place.address)
    assert look.schema == MIGRATIONS[-1].number
    assert look.ours["Claim"] == 2
    assert look.foreign == look.mixed == {}
