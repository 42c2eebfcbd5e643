"""Every Cypher text of the store, in the subset that both engines answer alike (see README.md).

Labels and types come from the ontology and nowhere else; every value is a parameter. Nodes are found by label
and key, so that foreign nodes under one of our labels are never met.
"""

from __future__ import annotations

from graphkit.ontology.nodes import NODE_TYPES
from graphkit.ontology.relations import DERIVED, RELATIONS

PREFIXES = {node.label: f"{node.prefix}:" for node in NODE_TYPES}
ENTITY_LABELS = tuple(PREFIXES)
RECORD_PREFIXES = {
    "Article": "article:",
    "Outlet": "outlet:",
    "Claim": "claim:",
    "Judgement": "judgement:",
    "Shingle": "shingle:",
}
EDGE_TYPES = (*(relation.name for relation in RELATIONS), *DERIVED)
ROLES = ("SUBJECT", "OBJECT", "ITEM")
RECORD_TYPES = (*ROLES, "STATED_IN", "PUBLISHED_BY", "HAS")
META = "meta:graphkit"

# Neo4j gives the turn to one writer at a time: setting a property locks the node until the transaction ends.
TAKE_TURN = "MERGE (m:Meta {key: $key}) SET m.turn = true REMOVE m.turn RETURN properties(m) AS props"
READ_META = "MATCH (m:Meta {key: $key}) RETURN properties(m) AS props"
PUT_META = "MERGE (m:Meta {key: $key}) SET m += $props"
RAISE_TIERS = "MATCH (c:Claim) WHERE c.tier = 'low' AND c.confidence >= $least SET c.tier = 'high'"
LOWER_TIERS = "MATCH (c:Claim) WHERE c.tier = 'high' AND c.confidence < $least SET c.tier = 'low'"


def put_nodes(label: str) -> str:
    """Rows: key, props (key included)."""
    return f"UNWIND $rows AS row MERGE (n:{label} {{key: row.key}}) SET n = row.props"


def create_relationships(type_: str, start: str, end: str) -> str:
    """Rows: start, end (keys), props; says how many found both ends."""
    return (
        f"UNWIND $rows AS row MATCH (a:{start} {{key: row.start}}) MATCH (b:{end} {{key: row.end}}) "
        f"CREATE (a)-[r:{type_}]->(b) SET r = row.props RETURN count(r) AS made"
    )


def merge_relationships(type_: str, start: str, end: str) -> str:
    """As `create_relationships`, but a relationship that is there stays."""
    return (
        f"UNWIND $rows AS row MATCH (a:{start} {{key: row.start}}) MATCH (b:{end} {{key: row.end}}) "
        f"MERGE (a)-[r:{type_} {{key: row.props.key}}]->(b) RETURN count(r) AS made"
    )


def all_keys(label: str) -> str:
    return f"MATCH (n:{label}) WHERE n.key STARTS WITH $prefix RETURN n.key AS key"


def read_nodes(label: str) -> str:
    return f"UNWIND $keys AS wanted MATCH (n:{label} {{key: wanted}}) RETURN n.key AS key, properties(n) AS props"


def read_keys(label: str) -> str:
    return f"UNWIND $keys AS wanted MATCH (n:{label} {{key: wanted}}) RETURN n.key AS key"


def read_records(label: str) -> str:
    return f"UNWIND $keys AS wanted MATCH (n:{label} {{key: wanted}}) RETURN n.key AS key, n.record AS record"


def delete_nodes(label: str) -> str:
    return f"UNWIND $keys AS wanted MATCH (n:{label} {{key: wanted}}) DETACH DELETE n"


READ_ARTICLES = (
    "UNWIND $keys AS wanted MATCH (a:Article {key: wanted}) "
    "RETURN a.key AS key, a.record AS record, a.text AS text, a.group AS group"
)
ARTICLES_SHARING = (
    "UNWIND $shingles AS wanted MATCH (s:Shingle {key: wanted})<-[:HAS]-(a:Article) RETURN DISTINCT a.key AS key"
)
SET_GROUPS = "UNWIND $rows AS row MATCH (a:Article {key: row.key}) SET a.group = row.group"
OUTLETS_OF = (
    "UNWIND $keys AS wanted MATCH (a:Article {key: wanted})-[:PUBLISHED_BY]->(o:Outlet) RETURN DISTINCT o.key AS key"
)
SHINGLES_OF = "UNWIND $keys AS wanted MATCH (a:Article {key: wanted})-[:HAS]->(s:Shingle) RETURN DISTINCT s.key AS key"
DROP_SILENT_OUTLETS = (
    "UNWIND $keys AS wanted MATCH (o:Outlet {key: wanted}) WHERE NOT (o)<-[:PUBLISHED_BY]-() DETACH DELETE o"
)
DROP_LONE_SHINGLES = "UNWIND $keys AS wanted MATCH (s:Shingle {key: wanted}) WHERE NOT (s)<-[:HAS]-() DETACH DELETE s"
UNPUBLISH = "UNWIND $keys AS wanted MATCH (a:Article {key: wanted})-[r:PUBLISHED_BY|HAS]->() DELETE r"

CLAIMS_OF_ARTICLES = (
    "UNWIND $keys AS wanted MATCH (a:Article {key: wanted})<-[:STATED_IN]-(c:Claim) RETURN DISTINCT c.key AS key"
)
READ_LINKS = (
    "UNWIND $keys AS wanted MATCH (c:Claim {key: wanted})-[r:SUBJECT|OBJECT|ITEM]->(e) "
    "RETURN c.key AS claim, type(r) AS role, e.key AS entity"
)
DROP_LINKS = "UNWIND $keys AS wanted MATCH (c:Claim {key: wanted})-[r:SUBJECT|OBJECT|ITEM]->() DELETE r"


def _for_each_label(text: str) -> str:
    return " UNION ALL ".join(text.replace("LABEL", label) for label in ENTITY_LABELS)


CLAIMS_OF_ENTITIES = _for_each_label(
    "UNWIND $keys AS wanted MATCH (e:LABEL {key: wanted})<-[:SUBJECT|OBJECT|ITEM]-(c:Claim) RETURN c.key AS key"
)
CLAIMS_OF_BLOCKS = _for_each_label(
    "UNWIND $blocks AS wanted MATCH (e:LABEL {block: wanted})<-[:SUBJECT|OBJECT|ITEM]-(c:Claim) RETURN c.key AS key"
)
LABELS_OF = _for_each_label(
    "UNWIND $keys AS wanted MATCH (e:LABEL {key: wanted}) RETURN e.key AS key, 'LABEL' AS label"
)
UNLINKED = _for_each_label(
    "UNWIND $keys AS wanted MATCH (e:LABEL {key: wanted}) WHERE NOT (e)<-[:SUBJECT|OBJECT|ITEM]-() "
    "RETURN e.key AS key, 'LABEL' AS label"
)


def links_to(label: str) -> str:
    return (
        f"UNWIND $keys AS wanted MATCH (e:{label} {{key: wanted}})<-[r:SUBJECT|OBJECT|ITEM]-(c:Claim) "
        "RETURN c.key AS claim, type(r) AS role, e.key AS entity"
    )


def edges_at(label: str) -> str:
    """Keys of the relationships that begin or end at these entities."""
    return (
        f"UNWIND $keys AS wanted MATCH (e:{label} {{key: wanted}})-[r]-() WHERE r.claims IS NOT NULL "
        "RETURN DISTINCT r.key AS key"
    )


# Both engines look relationships up by `r.key IN $keys` in the index of one type, but scan for several at once.
FIND_EDGES = " UNION ALL ".join(
    f"MATCH ()-[r:{type_}]->() WHERE r.key IN $keys AND r.claims IS NOT NULL RETURN r.key AS key, '{type_}' AS type"
    for type_ in EDGE_TYPES
)


def read_edges(type_: str) -> str:
    return (
        f"MATCH (a)-[r:{type_}]->(b) WHERE r.key IN $keys "
        "RETURN r.key AS key, a.key AS subject, b.key AS object, properties(r) AS props"
    )


def all_edge_keys(type_: str) -> str:
    return f"MATCH ()-[r:{type_}]->() WHERE r.key IS NOT NULL AND r.claims IS NOT NULL RETURN r.key AS key"


def delete_edges(type_: str) -> str:
    return f"MATCH ()-[r:{type_}]->() WHERE r.key IN $keys AND r.claims IS NOT NULL DELETE r"


def delete_all(label: str) -> str:
    return f"MATCH (n:{label}) WHERE n.key STARTS WITH $prefix DETACH DELETE n"


def count_nodes(label: str) -> str:
    return f"MATCH (n:{label}) WHERE n.key STARTS WITH $prefix RETURN count(n) AS many"


def count_edges(type_: str) -> str:
    return f"MATCH ()-[r:{type_}]->() WHERE r.claims IS NOT NULL RETURN r.status AS status, count(r) AS many"


CONSTRAINT_NAMES = "SHOW CONSTRAINTS YIELD name RETURN name"
INDEX_NAMES = "SHOW INDEXES YIELD name RETURN name"
FOREIGN_NODES = (
    "MATCH (n) WHERE none(label IN labels(n) WHERE label IN $ours) UNWIND labels(n) AS name "
    "RETURN name, count(*) AS many"
)
FOREIGN_TYPES = "MATCH ()-[r]->() WHERE NOT type(r) IN $ours RETURN type(r) AS name, count(r) AS many"


def count_strangers(label: str) -> str:
    """Nodes under one of our labels that have no key of ours."""
    return f"MATCH (n:{label}) WHERE NOT coalesce(n.key STARTS WITH $prefix, false) RETURN count(n) AS many"


def count_strange_edges(type_: str) -> str:
    return f"MATCH ()-[r:{type_}]->() WHERE r.claims IS NULL RETURN count(r) AS many"


def repeated_keys(label: str) -> str:
    return (
        f"MATCH (n:{label}) WHERE n.key IS NOT NULL WITH n.key AS key, count(n) AS times WHERE times > 1 "
        "RETURN count(key) AS many"
    )


def repeated_edge_keys(type_: str) -> str:
    return (
        f"MATCH ()-[r:{type_}]->() WHERE r.key IS NOT NULL WITH r.key AS key, count(r) AS times WHERE times > 1 "
        "RETURN count(key) AS many"
    )
