"""What the store costs beside its engine: `python -m tests.bench.stores [ARTICLES [CLAIMS]]`.

The same nouns are written twice into an empty graph: by the store, and by the engine alone, doing the same UNWIND
batches with rows that were prepared before, in the same transactions. The ratio of the two is what counts; seconds
depend on the machine. With CLAIMS, the embedded store's memory while it takes in as many.
"""

from __future__ import annotations

import re
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import neo4j

from graphkit.model.claims import Claim, Evidence, Kind, Role
from graphkit.model.graph import Edge, Entity
from graphkit.model.spans import Span
from graphkit.model.text import Article, Outlet
from graphkit.model.time import When
from graphkit.stores.arcadedb import engine
from graphkit.stores.base import Filed, Link, Meta, Store, Writer
from graphkit.stores.connection import Run
from graphkit.stores.cypher import CypherStore
from graphkit.stores.opening import Credentials, open_store
from graphkit.stores.schema import VERSION
from tests.conftest import Place, held
from tests.neo4j import server
from tests.neo4j.wiping import wipe

CLAIMS = 20  # of an article
PERSONS = 400
OUTLET = Outlet(key="outlet:bench", name="Bench")
Batch = list[tuple[str, dict[str, Any]]]
_WRITES = re.compile(r"\b(?:MERGE|CREATE|SET|DELETE)\b")


@dataclass(frozen=True)
class Prepared:
    """One article and all that is written with it."""

    filed: Filed
    shingles: tuple[str, ...]
    claims: tuple[Claim, ...]
    entities: tuple[Entity, ...]
    links: tuple[Link, ...]
    edges: tuple[Edge, ...]

    def put(self, w: Writer) -> None:
        w.put_outlet(OUTLET)
        w.put_article(self.filed, self.shingles)
        w.put_claims(self.claims)
        w.put_entities(self.entities)
        w.put_links(self.links)
        w.put_edges(self.edges)


def prepare(number: int) -> Prepared:
    names = [f"Person {(number * 7 + step * 13) % PERSONS}" for step in range(2 * CLAIMS)]
    sentences = [f"{names[2 * i]} met {names[2 * i + 1]} in room {number}-{i}." for i in range(CLAIMS)]
    text = "\n".join(sentences)
    day = date(2000, 1, 1) + timedelta(days=number % 9000)
    article = Article(
        text=text, outlet=OUTLET.key, url=f"https://bench.example/{number}", published=When.parse(str(day))
    )
    claims, start = [], 0
    for i, sentence in enumerate(sentences):
        span = Span(start, start + len(sentence))
        at = text.index(names[2 * i + 1], start + len(names[2 * i]))
        claims.append(
            Claim(
                type="MET",
                subject=Role(span=Span(start, start + len(names[2 * i])), words=names[2 * i], kind=Kind.PERSON),
                object=Role(span=Span(at, at + len(names[2 * i + 1])), words=names[2 * i + 1], kind=Kind.PERSON),
                evidence=Evidence(article=article.key, span=span, quote=sentence),
                origin="bench",
                confidence=0.9,
            )
        )
        start = span.end + 1
    return _with_graph(article, number, claims, names)


def _with_graph(article: Article, number: int, claims: list[Claim], names: list[str]) -> Prepared:
    keys = [f"person:{name.lower().replace(' ', '-')}" for name in names]
    entities = {
        key: Entity(key=key, kind=Kind.PERSON, name=name, block=name) for key, name in zip(keys, names, strict=True)
    }
    links, edges = [], []
    for i, claim in enumerate(claims):
        ends = keys[2 * i], keys[2 * i + 1]
        links += [Link(claim.key, "subject", ends[0]), Link(claim.key, "object", ends[1])]
        edges.append(
            Edge(
                key=f"edge:{number}-{i}", type="MET", subject=ends[0], object=ends[1], status=claim.status,
                caption="MET · done", claims=(claim.key,), quote=claim.evidence.quote, said=date(2020, 1, 1),
            )
        )  # fmt: skip
    shingles = tuple(f"{number}-{step}" for step in range(20))
    filed = Filed(article=article, group=article.key)
    return Prepared(filed, shingles, tuple(claims), tuple(entities.values()), tuple(links), tuple(edges))


@dataclass
class Recorder:
    """A connection that remembers the writing statements of each transaction on their way to the engine."""

    inner: Any
    transactions: list[Batch] = field(default_factory=list)

    def write(self, work: Callable[[Run], Any]) -> Any:
        def noting(run: Run) -> Any:
            batch: Batch = []
            self.transactions.append(batch)

            def noted(cypher: str, params: Any) -> Any:
                if _WRITES.search(cypher):
                    batch.append((cypher, dict(params)))
                return run(cypher, params)

            return work(noted)

        return self.inner.write(noting)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.inner, name)


def fill(store: Store, prepared: list[Prepared]) -> float:
    start = time.perf_counter()
    for one in prepared:
        store.write(one.put)
    return time.perf_counter() - start


def begin(store: Store) -> None:
    store.write(lambda w: w.put_meta(Meta(schema=VERSION, ontology=1, min_confidence=0.5)))


def recorded(store: Store, prepared: list[Prepared]) -> list[Batch]:
    """The writing statements by which the store puts these into an empty graph, less those that change nothing there."""
    assert isinstance(store, CypherStore)
    recorder = Recorder(store._connection)
    with_recorder = object.__new__(CypherStore)
    with_recorder.__dict__.update(store.__dict__, _connection=recorder)
    fill(with_recorder, prepared)
    return [[(text, params) for text, params in batch if _fills(text)] for batch in recorder.transactions]


def _fills(text: str) -> bool:
    return "UNWIND $rows" in text


def neo4j_ratio(prepared: list[Prepared]) -> str:
    try:
        known = server.start()
    except server.NoServer as error:
        return f"neo4j     not measured: {error}"
    who = Credentials(password=known["password"])
    with held(Place("neo4j", f"neo4j://localhost:{known['bolt']}", who)) as place:

        def emptied() -> Store:
            wipe(place.address, who)
            store = place.open()
            begin(store)
            return store

        with emptied() as store:
            batches = recorded(store, prepared)
        ours, bare = [], []
        for _ in range(5):
            with emptied() as store:
                ours.append(fill(store, prepared))
            emptied().close()
            with neo4j.GraphDatabase.driver(place.address, auth=("neo4j", who.password)) as driver:
                bare.append(bare_neo4j(driver, batches))
    return said("neo4j", len(prepared), min(ours), min(bare))


def bare_neo4j(driver: neo4j.Driver, batches: list[Batch]) -> float:
    def work(tx: neo4j.ManagedTransaction, batch: Batch) -> None:
        for text, params in batch:
            tx.run(text, params).consume()

    start = time.perf_counter()
    for batch in batches:
        with driver.session(database="neo4j") as session:
            session.execute_write(work, batch)
    return time.perf_counter() - start


def arcadedb_ratio(prepared: list[Prepared]) -> str:
    ours, bare = [], []
    with tempfile.TemporaryDirectory() as folder:
        with open_store(f"{folder}/recorded.db") as store:
            begin(store)
            batches = recorded(store, prepared)
        for number in range(5):
            with open_store(f"{folder}/ours-{number}.db") as store:
                begin(store)
                ours.append(fill(store, prepared))
            with open_store(f"{folder}/bare-{number}.db") as store:
                begin(store)
            bare.append(bare_arcadedb(Path(folder, f"bare-{number}.db"), batches))
    return said("arcadedb", len(prepared), min(ours), min(bare))


def bare_arcadedb(folder: Path, batches: list[Batch]) -> float:
    database = engine().open_database(str(folder))
    database.set_wal_flush("yes_nometadata")
    start = time.perf_counter()
    for batch in batches:
        with database.transaction():
            for text, params in batch:
                database.command("opencypher", text, params)
    seconds = time.perf_counter() - start
    database.close()
    return seconds


def said(name: str, articles: int, ours: float, bare: float) -> str:
    return (
        f"{name:9} {articles / ours:7.1f} articles/s ({CLAIMS} claims each), the bare engine {articles / bare:7.1f}: "
        f"{ours / bare:.2f} times its time"
    )


def memory(store: Store, claims: int, *, at_once: int = 50) -> Iterator[str]:
    """Peak memory of this process while it writes ever more claims, `at_once` articles in a transaction."""
    peaks = []
    for number in range(0, claims // CLAIMS, at_once):
        batch = [prepare(n) for n in range(number, number + at_once)]
        store.write(lambda w, batch=batch: [one.put(w) for one in batch])  # type: ignore[misc]
        peaks.append(peak_mb())
    marks = [peaks[len(peaks) * tenth // 10 - 1] for tenth in range(1, 11)]
    yield f"{store.address}: peak MB after each tenth of {claims:,} claims: {' '.join(f'{mark:.0f}' for mark in marks)}"
    seen = sum(1 for _ in store.claims())
    yield f"    {peak_mb():.0f} MB after reading all {seen:,} back"


def peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(articles: int = 100, claims: int = 0) -> None:
    prepared = [prepare(number) for number in range(articles)]
    for measure in (arcadedb_ratio, neo4j_ratio):
        sys.stdout.write(f"{measure(prepared)}\n")
    if claims:
        with tempfile.TemporaryDirectory() as folder, open_store(f"{folder}/memory.db") as store:
            begin(store)
            sys.stdout.writelines(f"{line}\n" for line in memory(store, claims))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
