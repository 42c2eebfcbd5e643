"""The only place with a database: one store in Cypher, two connections."""
