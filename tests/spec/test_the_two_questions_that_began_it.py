"""What the product was asked for: two Cypher questions about the sample articles, read by the packaged reader, on either store."""

from __future__ import annotations

from graphkit.config import packaged
from graphkit.documents.outlets import load_outlets
from graphkit.documents.reader import article_files, read_articles
from graphkit.extract.pipeline import Extractor
from graphkit.gazetteers.load import load_gazetteers
from graphkit.stores.base import Store
from graphkit.workflows.ingest import ingest

MET = "MATCH (:Person {name:'Rajnath Singh'})-[:MET]->(p) RETURN p.name"
BUYS = "MATCH (:Country {name:'India'})-[r:PROCURES]->(w:WeaponSystem {name:'S-400'}) RETURN r.status, r.quote"


def test_they_answer_after_reading_the_samples(store: Store) -> None:
    outlets = load_outlets([packaged("sources") / "outlets"])
    gazetteers = load_gazetteers([packaged("sources") / "gazetteers"])
    extractor = Extractor(gazetteers)
    found = read_articles(article_files([packaged("sources") / "samples"]), outlets)
    ingest(found, extractor, store, gazetteers, outlets, min_confidence=extractor.min_confidence)

    met = {row["p.name"] for row in store.run(MET, {})[1]}
    buys = store.run(BUYS, {})[1]

    assert met == {"Sergei Shoigu", "Andrei Belousov"}
    assert buys
    assert {row["r.status"] for row in buys} <= {"done", "planned", "proposed"}
    assert all("S-400" in row["r.quote"] for row in buys)
