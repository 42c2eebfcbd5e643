"""A graph database of bilateral defence relations.

    import graphkit

    with graphkit.open("graphkit.db") as graph:
        graph.ingest("articles/")
        network = graph.to_networkx()

Importing graphkit is light: engines and libraries are loaded when they are used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graphkit.errors import GraphkitError
    from graphkit.extract.pipeline import Extractor
    from graphkit.model.claims import Claim, Status
    from graphkit.model.graph import Edge, Entity
    from graphkit.model.text import Article
    from graphkit.workflows.opened import OpenGraph
    from graphkit.workflows.opened import open_graph as open  # noqa: A004

_HOMES = {
    "Article": "graphkit.model.text",
    "Claim": "graphkit.model.claims",
    "Edge": "graphkit.model.graph",
    "Entity": "graphkit.model.graph",
    "Extractor": "graphkit.extract.pipeline",
    "GraphkitError": "graphkit.errors",
    "OpenGraph": "graphkit.workflows.opened",
    "Status": "graphkit.model.claims",
    "open": "graphkit.workflows.opened",
}
__all__ = ["Article", "Claim", "Edge", "Entity", "Extractor", "GraphkitError", "OpenGraph", "Status", "open"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'graphkit' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), "open_graph" if name == "open" else name)
