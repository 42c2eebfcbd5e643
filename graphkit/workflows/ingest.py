"""Articles in, claims into the graph: safe to repeat, and nothing of an article is there unless all of it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from dataclasses import replace as with_fields
from typing import Protocol

from graphkit.documents.articles import with_lines
from graphkit.documents.outlets import Outlets
from graphkit.errors import StoreError
from graphkit.gazetteers.entries import Gazetteers
from graphkit.model.claims import Claim
from graphkit.model.problems import Problem
from graphkit.model.text import Article, Outlet
from graphkit.ontology.nodes import VERSION as ONTOLOGY
from graphkit.progress import Listener, silent, track
from graphkit.resolve.listing import Listing
from graphkit.stores.base import Meta, Store, Writer
from graphkit.stores.schema import VERSION as SCHEMA
from graphkit.workflows.graphs.change import Change, Filing, Refused, apply, check_filing, comes_first
from graphkit.workflows.graphs.one import one_per_key

MIN_CONFIDENCE = 0.5
"""Claims from here on make relationships, unless a graph was made with another threshold."""

_KEPT = 1000  # problems that a report keeps one by one; the rest are only counted
_NO_OUTLETS = Outlets()


class Extraction(Protocol):
    """What an extractor gives for one article."""

    @property
    def claims(self) -> Sequence[Claim]: ...
    @property
    def problems(self) -> Sequence[Problem]: ...


class Extracts(Protocol):
    """Whatever reads claims out of an article: `graphkit.extract.pipeline.Extractor`."""

    def extract(self, article: Article, outlet: Outlet | None = None) -> Extraction: ...


@dataclass(slots=True)
class IngestReport:
    """What an ingest did. `read` articles are new in the graph, `known` ones were there, `failed` ones are not in it.

    `claims` counts the new claims, `replaced` older versions that were dropped, `codes` all problems by code; of them
    `problems` keeps the first thousand.
    """

    read: int = 0
    known: int = 0
    failed: int = 0
    replaced: int = 0
    claims: int = 0
    codes: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)

    def note(self, problem: Problem) -> None:
        self.codes[problem.code] += 1
        if len(self.problems) < _KEPT:
            self.problems.append(problem)


def listing_of(gazetteers: Gazetteers | Listing) -> Listing:
    """Return the gazetteers as the resolver looks them up; made already, it is used as it is."""
    return gazetteers if isinstance(gazetteers, Listing) else Listing(gazetteers)


def ingest(
    articles: Iterable[Article | Problem],
    extractor: Extracts,
    store: Store,
    gazetteers: Gazetteers | Listing,
    outlets: Outlets = _NO_OUTLETS,
    *,
    listen: Listener = silent,
    replace: bool = False,
    min_confidence: float | None = None,
    batch: int = 16,
) -> IngestReport:
    """Read the claims of the articles and put both into the store; return what happened.

    Articles are read outside the store's lock and written `batch` at a time: an interruption leaves whole articles, and
    the same call goes on from there. A known article does nothing. With `replace`, other texts with an article's url go.
    A Problem among the articles is only counted.

    Claims from `min_confidence` on make relationships in a new graph; a graph that has articles keeps its own threshold.

    Raises:
        StoreError: the store refused or was lost; what was written before stays.
    """
    work = _Ingest(extractor, store, listing_of(gazetteers), outlets, min_confidence, replace)
    try:
        for item in track(articles, "articles", listen):
            work.take(item)
            if len(work.waiting) + len(work.renamed) >= batch:
                work.flush()
    except StoreError:
        raise
    except Exception:
        work.flush()  # what was read before a broken article is kept
        raise
    work.flush()
    return work.report


class _Ingest:
    """Articles that were read and wait to be written together."""

    def __init__(
        self,
        extractor: Extracts,
        store: Store,
        listing: Listing,
        outlets: Outlets,
        min_confidence: float | None,
        replace: bool,
    ) -> None:
        self._extractor = extractor
        self._store = store
        self._listing = listing
        self._outlets = outlets
        self._least = MIN_CONFIDENCE if min_confidence is None else min_confidence
        self._versions = _versions(store) if replace else None
        self.waiting: dict[str, Filing] = {}
        self.renamed: dict[str, Filing] = {}  # known articles, read from a file whose name comes first
        self.report = IngestReport()

    def take(self, item: Article | Problem) -> None:
        """Count a problem; read an article, unless it is known, and let it wait."""
        if isinstance(item, Problem):
            self.report.note(item)
            self.report.failed += item.article is None
        elif not self._is_known(item):
            self._read(item)

    def _is_known(self, article: Article) -> bool:
        if article.key in self.waiting:
            self.report.known += 1
            self._name_file(self.waiting[article.key], article)
            return True
        for filed in self._store.articles([article.key]):
            self.report.known += 1
            if comes_first(article.file, filed.article.file):
                self.renamed[article.key] = Filing(article=article)
            return True
        return False

    def _read(self, article: Article) -> None:
        filing = read_article(article, self._extractor, self._outlets, self.report)
        try:
            check_filing(filing)
        except Refused as error:
            self.report.failed += 1
            self.report.note(Problem("refused", str(error), article.key))
            return
        if self._versions is not None and article.url:
            for key in [key for key, other in self.waiting.items() if other.article.url == article.url]:
                del self.waiting[key]
        self.waiting[article.key] = filing

    def _name_file(self, filing: Filing, again: Article) -> None:
        if comes_first(again.file, filing.article.file):
            named = with_fields(filing.article, file=again.file)
            self.waiting[again.key] = with_fields(filing, article=named)

    def flush(self) -> None:
        """Write what waits, in one transaction."""
        if not self.waiting and not self.renamed:
            return
        filings = tuple(self.waiting[key] for key in sorted(self.waiting))
        renamed = tuple(self.renamed[key] for key in sorted(self.renamed))
        old = self._older(filings)

        def work(writer: Writer) -> tuple[int, int, int]:
            ensure_meta(writer, self._least)
            done = apply(writer, Change(added=(*filings, *renamed), removed=old), self._listing)
            return done.articles, done.claims, done.removed

        read, claims, replaced = self._store.write(work)
        self.report.read += read
        self.report.known += len(filings) - read
        self.report.claims += claims
        self.report.replaced += replaced
        self.waiting.clear()
        self.renamed.clear()

    def _older(self, filings: Sequence[Filing]) -> list[str]:
        """Keys of the stored versions that these replace."""
        if self._versions is None:
            return []
        old: set[str] = set()
        for filing in filings:
            if url := filing.article.url:
                old |= self._versions.get(url, set()) - {filing.article.key}
                self._versions[url] = {filing.article.key}
        return sorted(old)


def read_article(article: Article, extractor: Extracts, outlets: Outlets, report: IngestReport) -> Filing:
    """Return the article with its claims and its outlet; problems go into the report."""
    outlet = outlet_of(article, outlets)
    found = extractor.extract(article if article.lines else with_lines(article, outlets), outlet)
    for problem in found.problems:
        report.note(problem if problem.article else with_fields(problem, article=article.key))
    return Filing(article=article, claims=one_per_key(found.claims), outlet=outlet)


def outlet_of(article: Article, outlets: Outlets) -> Outlet | None:
    """Return the definition of who published the article, or the bare name that its key keeps."""
    if article.outlet is None:
        return None
    known = outlets.find(article.outlet)
    return known.outlet if known else Outlet(key=article.outlet, name=article.outlet.removeprefix("outlet:"))


def ensure_meta(writer: Writer, min_confidence: float) -> None:
    """Write down what a new graph is made with; an older graph keeps what it has."""
    if writer.meta() is None:
        writer.put_meta(Meta(schema=SCHEMA, ontology=ONTOLOGY, min_confidence=min_confidence))


def _versions(store: Store) -> dict[str, set[str]]:
    """Url -> keys of the articles with it."""
    found: dict[str, set[str]] = {}
    for filed in store.articles():
        if filed.article.url:
            found.setdefault(filed.article.url, set()).add(filed.article.key)
    return found


def by_code(report: IngestReport) -> Mapping[str, int]:
    """Return how many problems of each code there were, most first."""
    return dict(sorted(report.codes.items(), key=lambda pair: (-pair[1], pair[0])))
