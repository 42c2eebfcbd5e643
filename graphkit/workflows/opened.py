"""An open graph for scripts and notebooks: what the command line does, as methods."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from graphkit.config import packaged, roots
from graphkit.documents.outlets import Outlets, load_outlets
from graphkit.gazetteers.entries import Gazetteers
from graphkit.gazetteers.load import load_gazetteers
from graphkit.model.claims import Claim
from graphkit.model.graph import Edge, Entity
from graphkit.queries import load_questions
from graphkit.stores.base import Row, Store
from graphkit.stores.opening import Credentials, open_store

if TYPE_CHECKING:
    from graphkit.analytics.projection import Graph as NetworkxGraph
    from graphkit.analytics.tables import Table
    from graphkit.views.notebook import InlinePage
    from graphkit.workflows.ingest import IngestReport


class OpenGraph:
    """A graph on either engine. Use it as a context manager, or close it.

    Gazetteers and questions are the packaged ones with those of `sources` laid over them; they are loaded when needed.
    """

    def __init__(self, store: Store, sources: Path) -> None:
        self.store = store
        self._sources = sources
        self._gazetteers: Gazetteers | None = None

    @property
    def gazetteers(self) -> Gazetteers:
        """Every list that names are looked up in."""
        if self._gazetteers is None:
            self._gazetteers = load_gazetteers(roots("gazetteers", self._sources))
        return self._gazetteers

    @property
    def outlets(self) -> Outlets:
        """Who publishes, as defined."""
        return load_outlets(roots("outlets", self._sources))

    def ingest(self, *paths: str | Path, replace: bool = False) -> IngestReport:
        """Read the articles under these files and folders into the graph; safe to repeat."""
        from graphkit.documents.reader import article_files, read_articles
        from graphkit.extract.pipeline import Extractor
        from graphkit.workflows.ingest import ingest

        outlets, extractor = self.outlets, Extractor(self.gazetteers)
        found = read_articles(article_files(map(Path, paths)), outlets)
        least = extractor.min_confidence
        return ingest(found, extractor, self.store, self.gazetteers, outlets, replace=replace, min_confidence=least)

    def claims(self, *, low: bool = False) -> Iterator[Claim]:
        """Yield the claims by key: those that make relationships, and with `low` all."""
        meta = self.store.meta()
        least = 0.0 if low or meta is None else meta.min_confidence
        return (claim for claim in self.store.claims() if claim.confidence >= least)

    def entities(self, keys: Iterable[str] | None = None) -> Iterator[Entity]:
        """Yield the entities (with these keys, or all) by key."""
        return self.store.entities(keys)

    def edges(self, *, derived: bool = False) -> Iterator[Edge]:
        """Yield the relationships by key; derived ones only if asked for."""
        return (edge for edge in self.store.edges() if derived or not edge.derived)

    def to_networkx(self) -> NetworkxGraph:
        """Return everything as a networkx MultiDiGraph with our keys as ids."""
        from graphkit.workflows.measure import to_networkx

        return to_networkx(self.store)

    def measure(self, name: str, *, country: str | None = None, status: str | None = None) -> Table:
        """Return the table of a measure: partners, dependence, meetings, brokers, communities."""
        from graphkit.workflows.measure import measure

        return measure(self.store, name, self.gazetteers, country=country, status=status)

    def ask(self, question: str, **given: Any) -> list[Row]:
        """Return the rows of a saved question: `ask("who-supplies", country="India")`."""
        from graphkit.workflows.ask import ask, choose

        every = load_questions([packaged("cypher")])
        values = {name: str(value) for name, value in given.items()}
        return list(ask(self.store, choose(question, every), values).rows)

    def cypher(self, statement: str, params: Mapping[str, Any] | None = None) -> list[Row]:
        """Return the rows of one read-only statement."""
        return self.store.run(statement, params or {})[1]

    def show(self, subject: str | None = None) -> InlinePage:
        """Return the page, which a notebook displays inline."""
        from graphkit.workflows.draw import show

        return show(self.store, subject=subject, gazetteers=self.gazetteers)

    def close(self) -> None:
        """Close the store."""
        self.store.close()

    def __enter__(self) -> OpenGraph:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_graph(
    address: str = "graphkit.db",
    *,
    username: str = "neo4j",
    password: str = "",
    database: str = "neo4j",
    sources: str = "sources",
) -> OpenGraph:
    """Open the graph at `address` (a folder, or neo4j://HOST:7687), and make it if there is none.

    Raises:
        StoreError: it cannot be opened; the hint says what to do.
    """
    who = Credentials(username=username, password=password, database=database)
    return OpenGraph(open_store(address, who), Path(sources))
