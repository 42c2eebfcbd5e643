"""Score any reader of articles on annotated ones."""

from __future__ import annotations

from collections.abc import Mapping

from graphkit.documents.articles import article_from_fields
from graphkit.documents.outlets import Outlets
from graphkit.gazetteers.entries import Gazetteers
from graphkit.model.text import Article, Outlet
from graphkit.progress import Listener, silent, track
from graphkit.workflows.evaluate import Report, Row, report, score
from graphkit.workflows.facts import FactWriter
from graphkit.workflows.ingest import Extracts
from graphkit.workflows.matching import Matcher, country_forms


def article_of(row: Row, outlets: Outlets) -> tuple[Article, Outlet | None]:
    """Return the article of an annotated row as it is read from a file, with its outlet."""
    article = article_from_fields(
        text=row["text"], title=row.get("title"), url=row.get("url"), outlet=row.get("outlet"),
        published=row.get("published"), outlets=outlets,
    )  # fmt: skip
    return article, outlets.outlet(row.get("outlet"), row.get("url"))


def score_engine(
    rows: Mapping[str, Row],
    reader: Extracts,
    gazetteers: Gazetteers,
    outlets: Outlets,
    *,
    high: float = 0.0,
    listen: Listener = silent,
) -> Report:
    """Return the report of `reader` on these rows; claims under the confidence `high` are left out."""
    matcher = Matcher(country_forms(gazetteers.countries))
    writer = FactWriter(gazetteers)
    scores = []
    for row in track(rows.values(), "articles", listen):
        found = reader.extract(*article_of(row, outlets))
        facts = writer.facts(claim for claim in found.claims if claim.confidence >= high)
        scores.append(score(row, facts, matcher))
    return report(scores)
