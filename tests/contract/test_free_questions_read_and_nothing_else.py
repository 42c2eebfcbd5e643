"""`run`: somebody's own Cypher, which reads, within a time and a number of rows."""

from __future__ import annotations

from datetime import date

import pytest

from graphkit.errors import QuestionError
from graphkit.stores.base import Store
from tests.contract import making as m

WRITES = (
    "CREATE (n:Country {key: 'country:NEW'})",
    "MATCH (n) DETACH DELETE n",
    "MATCH (n:Country) SET n.name = 'x' RETURN n.name AS name",
    "MATCH (n:Country) REMOVE n.name",
    "MERGE (n:Country {key: 'country:EST'}) RETURN n.key AS key",
    "MATCH (n:Country) FOREACH (x IN [1] | SET n.x = x)",
    "CREATE CONSTRAINT other IF NOT EXISTS FOR (n:Other) REQUIRE n.key IS UNIQUE",
    "CREATE INDEX other IF NOT EXISTS FOR (n:Other) ON (n.key)",
    "DROP CONSTRAINT graphkit_country_key",
    "CALL { MATCH (n:Country) DETACH DELETE n } IN TRANSACTIONS OF 1 ROWS",
    "MATCH (n:Country) CALL (n) { SET n.x = 1 } RETURN n.key AS key",
    "RETURN 1 AS x; MATCH (n) DETACH DELETE n",
    "// harmless\nMATCH (n) /* really */ DETACH DELETE n",
    "LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line",
    "load /* */ csv FROM 'https://example.org/x' AS line RETURN line",
    "CALL dbms.listConfig() YIELD name RETURN name",
    "CALL `dbms`.`listConfig`() YIELD name RETURN name",
    "CALL db.createLabel('Other')",
    "CALL apoc.cypher.doIt('MATCH (n) DETACH DELETE n', {})",
    "SHOW USERS",
    "SHOW TRANSACTIONS",
    "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
    "CREATE USER eve SET PASSWORD 'abcdefgh'",
    "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'",
    "USE system SHOW DATABASES",
    "CYPHER runtime=slotted MATCH (n) DELETE n",
    "PROFILE MATCH (n) DETACH DELETE n",
)
WRONG = (
    "",
    "   ",
    ";",
    "// nothing",
    "RETURN",
    "MATCH (n RETURN n",
    "RETURN $missing AS x",
    "RETURN 'open",
    "hello",
    "\x00",
)


@pytest.fixture
def filled(store: Store) -> Store:
    store.write(m.put_sample)
    return store


def test_nothing_writes_through_a_question(filled: Store) -> None:
    before = m.everything(filled)
    for text in WRITES:
        with pytest.raises(QuestionError):
            filled.run(text, {})
    assert m.everything(filled) == before


def test_what_is_no_cypher_is_said_to_be_none(filled: Store) -> None:
    for text in WRONG:
        with pytest.raises(QuestionError) as caught:
            filled.run(text, {})
        assert "Exception" not in str(caught.value)
        assert "EXPLAIN" not in str(caught.value)


def test_words_in_texts_names_and_comments_are_no_verbs(filled: Store) -> None:
    text = (
        "MATCH (c:Country) /* TERMINATE; LOAD CSV */ WHERE c.name <> 'CALL dbms.x(); IN TRANSACTIONS' // ; DELETE\n"
        "RETURN c.name AS `load csv; now` ORDER BY `load csv; now`;  "
    )
    assert filled.run(text, {}) == (("load csv; now",), [{"load csv; now": "Estonia"}, {"load csv; now": "Norway"}])


def test_columns_have_their_names_and_order_even_without_rows(filled: Store) -> None:
    text = "MATCH (c:Country) WHERE c.name = $name RETURN c.name AS name, c.key AS a, count(*) AS many ORDER BY name"
    assert filled.run(text, {"name": "Estonia"}) == (
        ("name", "a", "many"),
        [{"name": "Estonia", "a": "country:EST", "many": 1}],
    )
    assert filled.run(text, {"name": "Nowhere"}) == (("name", "a", "many"), [])


def test_no_more_rows_than_asked_for(filled: Store) -> None:
    text = "UNWIND range(1, 5000) AS x RETURN x ORDER BY x"
    assert [row["x"] for row in filled.run(text, {}, limit=3)[1]] == [1, 2, 3]
    assert filled.run(text, {}, limit=0) == (("x",), [])
    assert len(filled.run(text, {})[1]) == 5_000
    assert len(filled.run("UNWIND range(1, 20000) AS x RETURN x ORDER BY x", {})[1]) == 10_000


def test_an_answer_that_takes_too_long_is_stopped(filled: Store) -> None:
    text = (
        "UNWIND range(1, 5000) AS a UNWIND range(1, 5000) AS b UNWIND range(1, 100) AS c RETURN sum(a * b * c) AS sum"
    )
    with pytest.raises(QuestionError, match="too long"):
        filled.run(text, {}, timeout_s=0.5)
    assert filled.run("RETURN 1 AS x", {}) == (("x",), [{"x": 1}])
    filled.write(m.put_sample)


def test_values_are_plain_python(filled: Store) -> None:
    text = (
        "RETURN 1 AS i, 1.5 AS f, 'x' AS s, true AS b, null AS n, [1, 2] AS l, {a: 1, b: {c: 'x'}} AS m, "
        "date('2020-02-29') AS d, [date('2020-02-29')] AS ld, {d: date('2020-02-29')} AS md, '2020-02-30' AS bad"
    )
    day = date(2020, 2, 29)
    assert filled.run(text, {})[1] == [
        {
            "i": 1, "f": 1.5, "s": "x", "b": True, "n": None, "l": [1, 2], "m": {"a": 1, "b": {"c": "x"}},
            "d": day, "ld": [day], "md": {"d": day}, "bad": "2020-02-30",
        }
    ]  # fmt: skip


def test_parameters_are_plain_python(filled: Store) -> None:
    params = {"i": 1, "f": 0.5, "s": "x", "l": ["a"], "d": date(2021, 5, 5), "n": None, "m": {"a": [1]}}
    text = "RETURN $i + 1 AS i, $f AS f, $s AS s, $l AS l, $d.year AS y, $n AS n, $m.a[0] AS m"
    assert filled.run(text, params)[1] == [{"i": 2, "f": 0.5, "s": "x", "l": ["a"], "y": 2021, "n": None, "m": 1}]


def test_nodes_relationships_and_paths_come_as_dicts(filled: Store) -> None:
    text = (
        "MATCH p = (a:Person)-[r:MET]->(b) RETURN a, r, p, [n IN nodes(p) | n.key] AS keys, {x: a} AS m ORDER BY a.key"
    )
    row = filled.run(text, {})[1][0]
    assert (row["a"]["_label"], row["a"]["key"], row["a"]["aliases"]) == ("Person", m.AYLA.key, list(m.AYLA.aliases))
    assert (row["r"]["_type"], row["r"]["key"], row["r"]["since"]) == ("MET", m.MET.key, m.MET.since)
    assert row["keys"] == [m.AYLA.key, m.JOONAS.key]
    assert row["p"] == [row["a"], row["r"], row["p"][2]]
    assert row["p"][2]["key"] == m.JOONAS.key
    assert row["m"] == {"x": row["a"]}
    listed = filled.run("MATCH p = (a:Person)-[:MET]->(b) WITH a, collect(p) AS all RETURN all ORDER BY a.key", {})[1]
    assert listed == [{"all": [row["p"]]}]


def test_the_two_questions_of_the_design_answer(filled: Store) -> None:
    met = "MATCH (:Person {name: 'Ayla Demir'})-[:MET]->(p) RETURN p.name"
    assert filled.run(met, {}) == (("p.name",), [{"p.name": "Joonas Laine"}])
    buys = (
        "MATCH (:Country {name: 'Estonia'})-[r:PROCURES]->(w:WeaponSystem {name: 'Kestrel'}) RETURN r.status, r.quote"
    )
    assert filled.run(buys, {})[1] == [{"r.status": "planned", "r.quote": m.BUYS.quote}]
