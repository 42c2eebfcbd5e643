"""The kinds of nodes: label, key prefix, colour and shape in every picture."""

from __future__ import annotations

from dataclasses import dataclass

from graphkit.model.claims import Kind

VERSION = 1  # of the whole ontology: written into every graph; raise it when a type, kind or status changes


@dataclass(frozen=True, slots=True)
class NodeType:
    """`colour` is a hex RGB (Paul Tol's "bright" scheme, safe for colour-blind eyes); told by `shape` as well."""

    label: str
    prefix: str
    plural: str
    colour: str
    shape: str  # one of vis-network's shapes


NODE_TYPES = (
    NodeType("Country", "country", "countries", "#4477AA", "dot"),
    NodeType("Person", "person", "persons", "#EE6677", "diamond"),
    NodeType("Organisation", "org", "organisations", "#228833", "square"),
    NodeType("Forum", "org", "forums", "#66CCEE", "hexagon"),
    NodeType("WeaponSystem", "weapon", "weapon systems", "#CCBB44", "triangle"),
    NodeType("Agreement", "agreement", "agreements", "#AA3377", "star"),
    NodeType("Exercise", "exercise", "exercises", "#BBBBBB", "triangleDown"),
)
RECORD_LABELS = ("Article", "Outlet", "Claim", "Judgement", "Meta", "Shingle")

_BY_LABEL = {node.label: node for node in NODE_TYPES}


def node_type(kind: Kind) -> NodeType:
    """Return how entities of `kind` stand in the graph; KeyError for Office and Topic, which never do."""
    return _BY_LABEL[kind.value]
