"""Constraints and indexes, in numbered steps. A step that was released never changes: graphs remember its checksum."""

from __future__ import annotations

from dataclasses import dataclass

from graphkit.errors import StoreError
from graphkit.model.keys import digest
from graphkit.stores import statements as s


@dataclass(frozen=True, slots=True)
class Named:
    """A constraint or index: its name in the database and the statement that makes it if it is not there."""

    name: str
    statement: str


@dataclass(frozen=True, slots=True)
class Migration:
    """One step from schema `number - 1` to `number`."""

    number: int
    title: str
    makes: tuple[Named, ...]

    @property
    def mark(self) -> str:
        """`number:checksum`, as the Meta node remembers it."""
        return f"{self.number}:{digest(*(made.statement for made in self.makes))}"


def node_key(label: str) -> Named:
    name = f"graphkit_{label.lower()}_key"
    return Named(name, f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{label}) REQUIRE n.key IS UNIQUE")


def relationship_key(type_: str) -> Named:
    name = f"graphkit_{type_.lower()}_key"
    return Named(name, f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR ()-[r:{type_}]-() REQUIRE r.key IS UNIQUE")


def node_index(label: str, prop: str) -> Named:
    name = f"graphkit_{label.lower()}_{prop}"
    return Named(name, f"CREATE INDEX {name} IF NOT EXISTS FOR (n:{label}) ON (n.{prop})")


_FIRST = (
    *(node_key(label) for label in (*s.ENTITY_LABELS, *s.RECORD_PREFIXES, "Meta")),
    *(relationship_key(type_) for type_ in (*s.EDGE_TYPES, *s.RECORD_TYPES)),
    *(node_index(label, prop) for label in s.ENTITY_LABELS for prop in ("name", "block")),
    *(node_index("Article", prop) for prop in ("url", "file")),
)
MIGRATIONS = (Migration(1, "keys are unique; names, blocks, urls and files are indexed", _FIRST),)
VERSION = MIGRATIONS[-1].number


def pending(
    steps: tuple[Migration, ...], schema: int | None, marks: tuple[str, ...], *, where: str, migrate: bool
) -> tuple[Migration, ...]:
    """The steps that a graph with `schema` and `marks` still needs: all for a new one (None).

    Raises:
        StoreError: the graph was made by a newer graphkit, by another one of the same number, or is older and
            `migrate` is not set.
    """
    if schema is None:
        return steps
    newest = steps[-1].number
    if schema > newest:
        raise StoreError(
            f"this graph has schema {schema}, and this graphkit knows schemas up to {newest}",
            where=where,
            hint="upgrade graphkit (pip install --upgrade graphkit), or open another graph",
        )
    known = tuple(step.mark for step in steps if step.number <= schema)
    if marks != known:
        raise StoreError(
            f"this graph's schema {schema} is not the one this graphkit makes",
            where=where,
            hint="with the graphkit that made it: graphkit export claims.jsonl; then import that into a new graph",
        )
    if schema < newest and not migrate:
        raise StoreError(
            f"this graph has schema {schema}, and this graphkit writes schema {newest}",
            where=where,
            hint="bring it up to date: graphkit rebuild",
        )
    return tuple(step for step in steps if step.number > schema)
