"""Emptying a server that belongs to the tests."""

from __future__ import annotations

import neo4j

from graphkit.stores.opening import Credentials

# In batches: all at once can exceed the memory that the server gives one transaction.
EVERYTHING = "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 2000 ROWS"


def wipe(address: str, credentials: Credentials | None, *, schema: bool = False) -> None:
    """Delete every node and relationship; with `schema` every constraint and index too."""
    who = credentials or Credentials()
    driver = neo4j.GraphDatabase.driver(address, auth=(who.username, who.password))
    with driver, driver.session(database=who.database) as session:
        session.run(EVERYTHING).consume()
        for text, drop in (
            ("SHOW CONSTRAINTS YIELD name", "CONSTRAINT"),
            ("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'", "INDEX"),
        ):
            for name in [row["name"] for row in session.run(text)] if schema else ():
                session.run(f"DROP {drop} `{name}`").consume()
