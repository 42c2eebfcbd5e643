"""From annotated articles to the weights of the scorer, with the figures of their training beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from graphkit.extract.deciding.weights import Weights, dump
from graphkit.extract.pipeline import Back, Front
from graphkit.extract.reading import Party
from graphkit.gazetteers.entries import Gazetteers
from graphkit.model.claims import Role
from graphkit.model.spans import Span
from graphkit.model.text import Article, Outlet
from graphkit.progress import Listener, silent, track
from graphkit.workflows.evaluate import Report, Row, load_gold, report, score
from graphkit.workflows.facts import FactWriter
from graphkit.workflows.learning.fit import Table, tabulate
from graphkit.workflows.learning.folds import split
from graphkit.workflows.learning.instances import Lesson, lesson
from graphkit.workflows.learning.learn import learn
from graphkit.workflows.matching import Matcher, country_forms

OUTER = 5  # folds of the figures that are reported
_SEED = 7
ArticleOf = Callable[[Row], tuple[Article, Outlet | None]]


class School:
    """Annotated articles, read once, ready to learn from."""

    def __init__(self, gazetteers: Gazetteers, article_of: ArticleOf, matcher: Matcher | None = None) -> None:
        self.gazetteers = gazetteers
        self.front = Front(gazetteers)
        self.matcher = matcher or Matcher(country_forms(gazetteers.countries))
        self._article_of = article_of
        self._writer = FactWriter(gazetteers)

    def lesson(self, row: Row) -> Lesson:
        article, outlet = self._article_of(row)
        asked = self.front.ask(self.front.read(article, outlet))
        return lesson(row, asked, self.matcher, self._entity)

    def _entity(self, party: Party) -> dict[str, Any]:
        return self._writer.entity(
            Role(
                span=Span(0, 1),
                words=party.name,
                kind=party.kind,
                name="" if party.unnamed else party.name,
                also=party.also,
                country=party.country,
                office=party.office,
                day=party.day,
            )
        )

    def facts(self, lesson: Lesson, weights: Weights) -> list[dict[str, Any]]:
        """Return the facts that `weights` find in an article."""
        return self._writer.facts(Back(self.gazetteers, weights).claims(lesson.asked))


def train(
    paths: Sequence[Path],
    gazetteers: Gazetteers,
    article_of: ArticleOf,
    *,
    nested: bool = True,
    listen: Listener = silent,
) -> tuple[Weights, Report | None]:
    """Learn weights from the annotated articles of JSON Lines files.

    Returns the weights and, if `nested`, their report: each of five parts scored with weights (thresholds and
    calibration included) learnt from the other four. The report's figures are also in `weights.report`.
    """
    rows: dict[str, Row] = {}
    for path in paths:
        rows.update(load_gold(path))
    school = School(gazetteers, article_of)
    lessons = [school.lesson(row) for row in track(rows.values(), "reading", listen)]
    table = tabulate(lessons)
    figures = nested_report(school, table, listen) if nested else None
    weights = learn(table, sorted(rows))
    return replace(weights, report=_figures(table, figures)), figures


def nested_report(school: School, table: Table, listen: Listener = silent) -> Report:
    """Score every article with weights that were learnt without it."""
    scores = []
    articles = sorted(table.lessons)
    for part in track(split(articles, min(OUTER, len(articles)), _SEED), "scoring folds", listen):
        held = set(part)
        weights = learn(table, [a for a in articles if a not in held])
        for article in part:
            one = table.lessons[article]
            scores.append(score(one.row, school.facts(one, weights), school.matcher))
    return report(scores)


def _figures(table: Table, figures: Report | None) -> Mapping[str, Any]:
    record: dict[str, Any] = {
        "articles": len(table.lessons),
        "facts": sum(len(one.row["facts"]) for one in table.lessons.values()),
        "features": len(table.names),
        "outer folds": OUTER,
    }
    if figures:
        counts = figures.types | {"all": figures.total, "dyads": figures.dyads, "strict": figures.strict}
        record["nested"] = {
            name: {
                "precision": round(c.precision, 3),
                "recall": round(c.recall, 3),
                "f1": round(c.f1, 3),
                "gold": c.gold,
            }
            for name, c in counts.items()
        }
        record["shares"] = {name: round(share, 3) for name, share in figures.shares.items()}
    return record


def save(weights: Weights, path: Path) -> None:
    path.write_text(dump(weights), encoding="utf-8")
