"""Computing the graph again from the record: after a change of gazetteers or threshold, or of the extractor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from dataclasses import replace as with_fields

from graphkit.documents.articles import with_lines
from graphkit.documents.outlets import Outlets
from graphkit.gazetteers.entries import Gazetteers
from graphkit.ontology.nodes import VERSION as ONTOLOGY
from graphkit.progress import Listener, silent, track
from graphkit.resolve.listing import Listing
from graphkit.stores.base import Meta, Store, Writer
from graphkit.stores.schema import VERSION as SCHEMA
from graphkit.workflows.graphs.change import Change, apply, check_filing, settle
from graphkit.workflows.ingest import MIN_CONFIDENCE, Extracts, IngestReport, listing_of, read_article

_BATCH = 100  # articles whose claims are in memory at once
_NO_OUTLETS = Outlets()


@dataclass(frozen=True, slots=True, kw_only=True)
class RebuildReport:
    """How much there is now. `read` tells what reading again gave; empty if the claims were only folded again."""

    articles: int
    claims: int
    min_confidence: float
    read: IngestReport = field(default_factory=IngestReport)


def rebuild(
    store: Store,
    gazetteers: Gazetteers | Listing,
    *,
    min_confidence: float | None = None,
    reread: Extracts | None = None,
    outlets: Outlets = _NO_OUTLETS,
    listen: Listener = silent,
) -> RebuildReport:
    """Resolve and fold every claim again, in one transaction; with `reread` extract from the stored texts first.

    Reading again replaces the claims of a few articles at a time; an interruption leaves a whole graph of old and new
    claims. The result is that of a fresh ingest.
    """
    listing = listing_of(gazetteers)
    keys = [filed.article.key for filed in store.articles()]
    read = _reread(store, keys, reread, listing, outlets, listen) if reread else IngestReport()

    def work(writer: Writer) -> RebuildReport:
        least = _threshold(writer, min_confidence)
        writer.clear_graph()
        writer.put_meta(Meta(schema=SCHEMA, ontology=ONTOLOGY, min_confidence=least))
        present = [filed.article.key for filed in writer.articles()]
        claims = 0
        for batch in track(_batches(present), "claims folded again", listen):
            fresh = {claim.key: claim for claim in writer.claims(articles=batch)}
            settle(writer, fresh, listing)
            claims += len(fresh)
        return RebuildReport(articles=len(present), claims=claims, min_confidence=least, read=read)

    return store.write(work)


def _batches(keys: Sequence[str]) -> list[Sequence[str]]:
    return [keys[start : start + _BATCH] for start in range(0, len(keys), _BATCH)]


def _threshold(writer: Writer, wanted: float | None) -> float:
    meta = writer.meta()
    if wanted is not None:
        return wanted
    return meta.min_confidence if meta else MIN_CONFIDENCE


def _reread(
    store: Store, keys: Sequence[str], extractor: Extracts, listing: Listing, outlets: Outlets, listen: Listener
) -> IngestReport:
    report = IngestReport()
    for batch in track(list(_small(keys)), "articles read again", listen):
        filings = []
        for filed in list(store.articles(batch)):
            bare = with_fields(filed.article, year=None)
            filing = read_article(with_lines(bare, outlets), extractor, outlets, report)
            check_filing(filing)
            filings.append(filing)
        change = Change(added=filings, removed=list(batch))
        done = store.write(lambda writer, change=change: apply(writer, change, listing))  # type: ignore[misc]
        report.read += done.articles
        report.claims += done.claims
    return report


def _small(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(keys), 16):
        yield keys[start : start + 16]
