"""Every Cypher text stays within what both engines answer alike; every rule of the linter fires where it should."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.arch.portable import RULES, SAVED, lint

ROOT = Path(__file__).parents[2]
QUESTIONS = sorted((ROOT / "cypher").rglob("*.cypher"))
STORES = sorted((ROOT / "graphkit" / "stores").glob("*.py"))
ONE_ENGINE = {"CALL db.awaitIndexes(300)", "RETURN 1"}  # of neo4j.py alone
STAND_INS = {"label": "Country", "start": "Claim", "end": "Person", "type_": "MET", "prop": "name", "name": "a_name"}
STATEMENT = re.compile(r"\s*(?:MATCH|MERGE|UNWIND|CREATE|RETURN|CALL|DROP|SHOW|OPTIONAL)\s")


def texts_in(path: Path) -> list[str]:
    """Every string of a module that is a Cypher statement, with a name of the ontology where it has a gap."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inner = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    texts = []
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            first = node.values[0]
            if isinstance(first, ast.Constant) and STATEMENT.match(str(first.value)):
                texts.append("".join(_part(value) for value in node.values))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inner:
            texts.append(node.value)
    return [text.replace("LABEL", "Country") for text in texts if STATEMENT.match(text) and text not in ONE_ENGINE]


def _part(value: ast.expr) -> str:
    if isinstance(value, ast.Constant):
        return str(value.value)
    assert isinstance(value, ast.FormattedValue)
    assert isinstance(value.value, ast.Name), f"line {value.lineno}: only a name may stand in a Cypher text"
    return STAND_INS[value.value.id]


def test_the_texts_of_the_store_are_found() -> None:
    found = {path.name: len(texts_in(path)) for path in STORES}
    assert found["statements.py"] > 30
    assert found["schema.py"] == 3


@pytest.mark.parametrize("path", STORES, ids=lambda path: path.name)
def test_the_store_speaks_what_both_engines_do(path: Path) -> None:
    assert {text: said for text in texts_in(path) if (said := lint(text, ours=True))} == {}


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.stem)
def test_the_questions_are_what_both_engines_answer_alike(path: Path) -> None:
    assert lint(path.read_text(encoding="utf-8")) == []


FIRES = [
    ("1", "MATCH (n:Country {id: 1}) RETURN n.name AS name ORDER BY name"),
    ("1", "MATCH (n:Country) RETURN id(n) AS x ORDER BY x"),
    ("1", "MERGE (n:Country {name: $name})"),
    ("1", "MATCH (a:Country) MATCH (b:Country) MERGE (a)-[r:MET]->(b)"),
    ("1", "CREATE CONSTRAINT x IF NOT EXISTS FOR (n:Country) REQUIRE n.key IS NOT NULL"),
    ("1", "CREATE CONSTRAINT x IF NOT EXISTS FOR (n:Country) REQUIRE (n.key, n.name) IS UNIQUE"),
    ("1", "CREATE CONSTRAINT x IF NOT EXISTS FOR (n:Country) REQUIRE n.key IS NODE KEY"),
    ("2", "UNWIND $rows AS row MERGE (n:Country {key: row.a}) MERGE (m:Person {key: row.b})"),
    ("2", "CREATE (n:Country:Person {key: $key})"),
    ("2", "CREATE (n {key: $key})"),
    ("2", "MATCH (n:Country) SET n.aliases = ['a', null]"),
    ("3", "MATCH (a:Country) WHERE a.name = 'x' OR EXISTS { (a)-[:PROCURES]->() } RETURN a.key AS key ORDER BY key"),
    ("3", "MATCH (a:Country) WHERE NOT (a.listed AND COUNT { (a)--() } > 1) RETURN a.key AS key ORDER BY key"),
    ("4", "MATCH (n:Country) RETURN * ORDER BY n.key"),
    ("4", "MATCH (n:Country) RETURN labels(n)[0] AS label ORDER BY label"),
    ("4", "MATCH (n:Country) RETURN keys(n) AS names ORDER BY names"),
    ("4", "MATCH (n:Country) RETURN collect(n.name) AS names ORDER BY names"),
    ("4", "MATCH (n:Country) WITH n ORDER BY n.key WITH n.name AS name WITH collect(name) AS x RETURN x AS y ORDER BY y"),
    ("4", "MATCH (n:Country) WITH collect(n.name) AS names RETURN size(names) AS many, names ORDER BY many"),
    ("4", "MATCH (n:Country) RETURN n.key AS key"),
    ("4", "MATCH (n:Country) WITH n ORDER BY n.key RETURN n.key AS key"),
    ("5", "MATCH (c:Country)-[:PROCURES]->(w) RETURN c.name AS c, count(w) AS many ORDER BY c"),
    ("5", "MATCH (c:Country) RETURN {k: c.key, n: count(*)} AS m ORDER BY m"),
    ("6", "MATCH (n:Article) WHERE n.published > date() RETURN n.key AS key ORDER BY key"),
    ("6", "RETURN datetime($x) AS x ORDER BY x"),
    ("6", "MATCH (n:Article) RETURN n.published.epochMillis AS x ORDER BY x"),
    ("7", "MATCH p = (a:Person)-[:MET]-(b) RETURN p ORDER BY a.key"),
    ("8", "MATCH (a:Person), (b:Person) WHERE a.key <> b.key MATCH p = shortestPath((a)-[*..4]-(b)) "
          "WHERE length(p) > 1 RETURN length(p) AS n ORDER BY n"),
    ("8", "MATCH (a:Person), (b:Person) MATCH p = shortestPath((a)-[*..4]-(b)) RETURN length(p) AS n ORDER BY n"),
    ("8", "MATCH (a:Person), (b:Person) WHERE a.key <> b.key MATCH p = shortestPath((a)-[*2..4]-(b)) "
          "RETURN length(p) AS n ORDER BY n"),
    ("8", "MATCH (a:Person), (b:Person) WHERE a.key <> b.key MATCH p = shortestPath((a)-[*..4]-(b)) "
          "RETURN [n IN nodes(p) | n.key] AS keys ORDER BY keys"),
    ("8", "MATCH (a:Person), (b:Person) WHERE a.key <> b.key MATCH p = allShortestPaths((a)-[*..4]-(b)) "
          "RETURN length(p) AS n"),
    ("8", "MATCH p = SHORTEST 1 (a:Person)-[:MET]-+(b) RETURN length(p) AS n ORDER BY n"),
    ("9", "CYPHER 5 MATCH (n:Country) RETURN n.key AS key ORDER BY key"),
    ("9", "MATCH (n:Country) WHERE n.key != 'x' RETURN n.key AS key ORDER BY key"),
    ("9", "MATCH (n:Country) WHERE exists(n.name) RETURN n.key AS key ORDER BY key"),
    ("9", "MATCH (n:Country) RETURN apoc.text.join([n.key], '') AS x ORDER BY x"),
    ("9", "UNWIND range(1, 1_000) AS x RETURN x ORDER BY x"),
    ("9", "MATCH (n:Country) RETURN n.key AS key ORDER BY key LIMIT 2.0"),
    ("9", "LOAD CSV FROM 'x' AS line RETURN line ORDER BY line"),
    ("10", "MATCH (c:Country) CALL { WITH c MATCH (c)--(d) RETURN count(d) AS n } RETURN n ORDER BY n"),
    ("ontology", "MATCH (n:Ship) RETURN n.key AS key ORDER BY key"),
    ("ontology", "MATCH (n:Country)-[:LIKES]->(m) RETURN n.key AS key ORDER BY key"),
    ("ontology", "MATCH (n:Country)-[r:MET|LIKES*1..2]-(m) RETURN n.key AS key ORDER BY key"),
    ("reads", "MATCH (n:Country) SET n.x = 1 RETURN n.key AS key ORDER BY key"),
    ("symmetric", "MATCH (n:Country {name: 'x'})-[:AGREED_WITH]->(m) RETURN n.key AS key ORDER BY key"),
    ("symmetric", "MATCH (n:Country)<-[r:VISITED|MET]-(m) WHERE m.name = 'x' RETURN n.key AS key ORDER BY key"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "text"), FIRES)
def test_each_rule_fires(rule: str, text: str) -> None:
    assert {said.partition(":")[0] for said in lint(text)} >= {f"rule {rule}"}, lint(text)


def test_every_rule_has_a_text_on_which_it_fires() -> None:
    assert {rule for rule, _ in FIRES} == {number for number, _ in (*RULES, *SAVED)}


FINE = [
    "MATCH (a:Country)-[r:PROCURES]->(w:WeaponSystem) RETURN a.name AS buyer, w.name AS system, count(r) AS many "
    "ORDER BY many DESC, buyer, system",
    "MATCH (n:Country) WHERE n.name <> 'SET x OR exists(n.id) != datetime()' RETURN n.key AS key ORDER BY key // apoc.x",
    "MATCH (a:Country) WHERE a.listed AND NOT EXISTS { (a)-[:PROCURES]->() } RETURN a.key AS key ORDER BY key",
    "MATCH (a:Country) WHERE EXISTS { MATCH (a)-[:MET]-(b) WHERE b.name = 'x' OR b.name = 'y' } RETURN a.key AS k ORDER BY k",
    "MATCH (a)-[r:MET]->(b) WHERE r.status = 'done' RETURN a.key AS one, b.key AS other ORDER BY one, other, r.key",
    "MATCH (c:Country) WITH collect(c) AS all UNWIND all AS one RETURN one.key AS key ORDER BY key",
    "MATCH (n:Country) WITH n ORDER BY n.key RETURN collect(n.name) AS names ORDER BY names",
    "MATCH (a:Person), (b:Person) WHERE a.key <> b.key MATCH p = shortestPath((a)-[:MET*..4]-(b)) "
    "RETURN length(p) AS steps ORDER BY steps",
    "MATCH (c:Country) CALL (c) { MATCH (c)-[:PROCURES]->(w) RETURN count(w) AS many } RETURN c.key AS key, many ORDER BY key",
    "MATCH (c:Country) WHERE c.key IN $keys AND c.starts >= date('2020-01-01') RETURN c.key AS key ORDER BY key LIMIT 5",
]  # fmt: skip


@pytest.mark.parametrize("text", FINE)
def test_nothing_fires_on_what_is_well(text: str) -> None:
    assert lint(text) == []
