"""The record of a graph as one canonical text, and back: backup, exchange format and way from one engine to the other.

JSON lines: `meta`, the outlets, each article followed by its claims, the judgements; each by key. Equal graphs give equal
bytes. What is computed (entities, relationships, witness groups) is left out and computed again.
"""

from __future__ import annotations

import json
import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from graphkit.errors import DocumentError, SettingsError
from graphkit.gazetteers.entries import Gazetteers
from graphkit.model.claims import Claim
from graphkit.model.identity import Judgement
from graphkit.model.records import (
    Record,
    article_from_record,
    article_to_record,
    canonical,
    claim_from_record,
    claim_to_record,
    judgement_from_record,
    judgement_to_record,
    outlet_from_record,
    outlet_to_record,
)
from graphkit.model.text import Article, Outlet
from graphkit.ontology.nodes import VERSION as ONTOLOGY
from graphkit.progress import Listener, silent, track
from graphkit.resolve.listing import Listing
from graphkit.stores.base import Reader, Store, Writer
from graphkit.stores.schema import VERSION as SCHEMA
from graphkit.workflows.graphs.change import Applied, Change, Filing, Refused, apply, check_filing
from graphkit.workflows.ingest import MIN_CONFIDENCE, ensure_meta, listing_of

FORMAT = 1
"""Of the file; raised when an older graphkit could not read it any more."""

_BATCH = 100  # articles whose claims are in memory at once when exporting
_WRITTEN = 16  # articles that are imported in one transaction
T = TypeVar("T", Article, Claim, Judgement)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeReport:
    """How many articles, claims and judgements were written; on import only those that were missing."""

    articles: int = 0
    claims: int = 0
    judgements: int = 0


def export_lines(reader: Reader) -> Iterator[str]:
    """Yield the lines of the canonical text, without line ends."""
    meta = reader.meta()
    yield _line(
        "meta",
        {
            "format": FORMAT,
            "schema": meta.schema if meta else SCHEMA,
            "ontology": meta.ontology if meta else ONTOLOGY,
            "min_confidence": meta.min_confidence if meta else MIN_CONFIDENCE,
        },
    )
    for outlet in reader.outlets():
        yield _line("outlet", outlet_to_record(outlet))
    keys = [filed.article.key for filed in reader.articles()]
    for start in range(0, len(keys), _BATCH):
        batch = keys[start : start + _BATCH]
        claims: dict[str, list[Claim]] = defaultdict(list)
        for claim in reader.claims(articles=batch):
            claims[claim.evidence.article].append(claim)
        for filed in reader.articles(batch):
            yield _line("article", article_to_record(filed.article))
            for claim in sorted(claims[filed.article.key], key=lambda claim: claim.key):
                yield _line("claim", claim_to_record(claim))
    for judgement in sorted(reader.judgements(), key=lambda judgement: judgement.key):
        yield _line("judgement", judgement_to_record(judgement))


def export(store: Store, path: Path) -> ExchangeReport:
    """Write the record of the graph to `path`; the file is whole or not there.

    Raises:
        SettingsError: the file cannot be written.
    """
    counts: dict[str, int] = defaultdict(int)
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as file:
            for line in export_lines(store):
                counts[json.loads(line)["record"]] += 1
                file.write(f"{line}\n")
        os.replace(part, path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise SettingsError(f"cannot write: {error.strerror or error}", where=str(path)) from error
    return ExchangeReport(articles=counts["article"], claims=counts["claim"], judgements=counts["judgement"])


def import_(path: Path, store: Store, gazetteers: Gazetteers | Listing, *, listen: Listener = silent) -> ExchangeReport:
    """Add what the file has and the graph has not; return how much that was.

    The graph is then as if the articles had been ingested. An empty graph takes over the file's threshold.

    Raises:
        DocumentError: the file cannot be read, or a line is not what `export` writes; the batch that it is in is not written.
    """
    try:
        with path.open(encoding="utf-8", newline="\n") as file:
            return import_lines(file, store, listing_of(gazetteers), where=str(path), listen=listen)
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DocumentError(
            f"cannot read: {reason}", where=str(path), hint="graphkit export writes such files"
        ) from error


def import_lines(
    lines: Iterable[str], store: Store, listing: Listing, *, where: str, listen: Listener = silent
) -> ExchangeReport:
    """Import the lines of an export; see `import_`."""
    work = _Import(store, listing, where)
    for number, line in enumerate(track(lines, "lines", listen), start=1):
        work.take(number, line)
    return work.finish()


class _Import:
    """Reads lines in the order in which `export_lines` gives them, and writes a few articles at a time."""

    def __init__(self, store: Store, listing: Listing, where: str) -> None:
        self._store = store
        self._listing = listing
        self._where = where
        self._line = 0
        self._least: float | None = None
        self._outlets: dict[str, Outlet] = {}
        self._article: Article | None = None
        self._claims: list[Claim] = []
        self._waiting: list[Filing] = []
        self._judgements: list[Judgement] = []
        self._done = Applied()

    def take(self, number: int, line: str) -> None:
        self._line = number
        record = self._parse(line)
        kind = record.pop("record", None)
        if (kind == "meta") is not (number == 1):
            self._refuse("an export begins with one line of meta")
        match kind:
            case "meta":
                self._meta(record)
            case "outlet":
                outlet = self._noun(outlet_from_record, record)
                self._outlets[outlet.key] = outlet
            case "article":
                self._close_article()
                self._article = self._keyed(article_from_record, record)
            case "claim":
                claim = self._keyed(claim_from_record, record)
                if self._article is None or claim.evidence.article != self._article.key:
                    self._refuse("a claim must follow its article")
                self._claims.append(claim)
            case "judgement":
                self._judgements.append(self._keyed(judgement_from_record, record))
            case _:
                self._refuse(f"no kind of record: {kind!r}")

    def finish(self) -> ExchangeReport:
        self._close_article()
        had = {judgement.key for judgement in self._store.judgements()}
        new = [judgement for judgement in self._judgements if judgement.key not in had]
        self._write(new)
        return ExchangeReport(articles=self._done.articles, claims=self._done.claims, judgements=len(new))

    def _meta(self, record: Mapping[str, Any]) -> None:
        if record.get("format") != FORMAT or record.get("ontology") != ONTOLOGY:
            self._refuse(
                f"format {record.get('format')}, ontology {record.get('ontology')}; this graphkit reads {FORMAT}, {ONTOLOGY}"
            )
        least = record.get("min_confidence")
        if not isinstance(least, (int, float)) or not 0 <= least <= 1:
            self._refuse(f"min_confidence is {least!r}")
        self._least = float(least)

    def _close_article(self) -> None:
        if self._article is not None:
            filing = Filing(
                article=self._article, claims=tuple(self._claims), outlet=self._outlet(self._article.outlet)
            )
            try:
                check_filing(filing)
            except Refused as error:
                self._refuse(str(error))
            self._waiting.append(filing)
        self._article, self._claims = None, []
        if len(self._waiting) >= _WRITTEN:
            self._write(())

    def _outlet(self, key: str | None) -> Outlet | None:
        if key is not None and key not in self._outlets:
            self._refuse(f"no line above says who {key} is")
        return self._outlets[key] if key is not None else None

    def _write(self, judgements: Sequence[Judgement]) -> None:
        if self._least is None:
            self._refuse("the file is empty")
        change = Change(added=tuple(self._waiting), judgements=judgements)
        least = self._least

        def work(writer: Writer) -> Applied:
            ensure_meta(writer, least)
            return apply(writer, change, self._listing)

        done = self._store.write(work)
        self._done = Applied(articles=self._done.articles + done.articles, claims=self._done.claims + done.claims)
        self._waiting = []

    def _parse(self, line: str) -> Record:
        try:
            record = json.loads(line)
        except ValueError as error:
            self._refuse(f"not JSON: {error}")
        if not isinstance(record, dict):
            self._refuse("no JSON object")
        return record

    def _noun(self, make: Callable[[Record], Outlet], record: Record) -> Outlet:
        try:
            return make(record)
        except (KeyError, TypeError, ValueError, AttributeError, ArithmeticError) as error:
            self._refuse(f"not as export writes it: {type(error).__name__}: {error}")

    def _keyed(self, make: Callable[[Record], T], record: Record) -> T:
        try:
            noun = make(record)
        except (KeyError, TypeError, ValueError, AttributeError, ArithmeticError) as error:
            self._refuse(f"not as export writes it: {type(error).__name__}: {error}")
        if noun.key != record.get("key"):
            self._refuse(f"the line was changed: its key is {record.get('key')}, its content has {noun.key}")
        return noun

    def _refuse(self, message: str) -> NoReturn:
        raise DocumentError(message, where=f"{self._where}:{self._line}", hint="graphkit export writes such files")


def _line(kind: str, record: Mapping[str, Any]) -> str:
    return canonical({"record": kind, **record})
