"""The kinds of nodes: label, key prefix, colour and shape in every picture."""

from __future__ import annotations

from dataclasses import dataclass

from graphkit.model.claims import Kind

VERSION = 1  # of the whole ontology: written into every graph; raise it when a type, kind or status changes


@dataclass(frozen=True, slots=True)
class NodeType:
    """`colour` is a hex RGB with a contrast of 3:1 or more on white and on dark paper; told by `shape` as well."""

    label: str
    prefix: str
    plural: str
    colour: str
    shape: str  # one of vis-network's shapes


NODE_TYPES = (
    NodeType("Country", "country", "countries", "#3D74B8", "dot"),
    NodeType("Person", "person", "persons", "#CF5B45", "diamond"),
    NodeType("Organisation", "org", "organisations", "#2F8A5B", "square"),
    NodeType("Forum", "org", "forums", "#1C93A8", "hexagon"),
    NodeType("WeaponSystem", "weapon", "weapon systems", "#A5801A", "triangle"),
    NodeType("Agreement", "agreement", "agreements", "#A851A0", "star"),
    NodeType("Exercise", "exercise", "exercises", "#78828E", "triangleDown"),
)
RECORD_LABELS = ("Article", "Outlet", "Claim", "Judgement", "Meta", "Shingle")

_BY_LABEL = {node.label: node for node in NODE_TYPES}


def node_type(kind: Kind) -> NodeType:
    """Return how entities of `kind` stand in the graph; KeyError for Office and Topic, which never do."""
    return _BY_LABEL[kind.value]
