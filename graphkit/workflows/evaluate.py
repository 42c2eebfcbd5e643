"""How well the extractor reads: its facts against those of careful readers.

The figures are those of the annotation guidelines (precision, recall and F1 per type, status, date and item on
matched facts, country pairs), and beside them the strict ones: item and status must match, no date where the gold has
none.
"""

from __future__ import annotations

import itertools
import json
import random
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graphkit.errors import DocumentError
from graphkit.ontology.relations import RELATIONS
from graphkit.workflows.matching import Fact, Matcher, grouped, pair_up, same_day

Row = Mapping[str, Any]
Facts = Sequence[Fact]
_DRAWS = 500  # bootstrap samples of articles
_BINS = (0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)


@dataclass(slots=True)
class Counts:
    """Facts in the gold, facts reported, facts in both."""

    gold: int = 0
    found: int = 0
    both: int = 0

    @property
    def precision(self) -> float:
        return self.both / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.both / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def add(self, other: Counts) -> None:
        self.gold += other.gold
        self.found += other.found
        self.both += other.both


@dataclass(slots=True)
class Score:
    """One article: counts by type, right and asked by attribute, pairs of countries, and (confidence, right) pairs."""

    types: dict[str, Counts]
    attributes: Counter[str]
    dyads: Counts
    strict: Counts
    surety: list[tuple[float, bool]] = field(default_factory=list)


@dataclass(slots=True)
class Report:
    """All articles together. `shares` are rates between 0 and 1 by name; `interval` is that of F1, 95 %."""

    articles: int
    total: Counts
    types: dict[str, Counts]
    interval: tuple[float, float]
    dyads: Counts
    strict: Counts
    shares: dict[str, float]
    asked: dict[str, int]
    surety: list[tuple[float, bool]]
    stages: dict[str, dict[str, tuple[int, int]]] = field(default_factory=dict)


def load_gold(path: Path) -> dict[str, Row]:
    """Return the annotated articles of a JSON Lines file by id."""
    rows: dict[str, Row] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            try:
                row = json.loads(line)
                rows[row["id"]] = row
            except (ValueError, TypeError, KeyError) as error:
                hint = 'each line is one article with "id" and "facts"'
                raise DocumentError(
                    f"no annotated article: {error}", where=f"{path.name}:{number}", hint=hint
                ) from error
    return rows


def score(row: Row, found: Facts, matcher: Matcher) -> Score:
    """Compare the facts found in one article with its gold facts; those marked optional are not counted."""
    gold, reported = grouped(row["facts"], matcher.match), grouped(found, matcher.match)
    edges = [[j for j, p in enumerate(reported) if any(matcher.match(a, b) for a in g for b in p)] for g in gold]
    pairs = pair_up(edges)
    hit = {j for _, j in pairs}
    optional = row.get("optional", ())
    kept = [
        j
        for j, group in enumerate(reported)
        if j in hit or not any(matcher.match(o, fact) for o in optional for fact in group)
    ]
    types: dict[str, Counts] = {}
    for group in gold:
        types.setdefault(group[0]["type"], Counts()).gold += 1
    for j in kept:
        types.setdefault(reported[j][0]["type"], Counts()).found += 1
    attributes: Counter[str] = Counter()
    for i, j in pairs:
        types[gold[i][0]["type"]].both += 1
        _attributes(attributes, gold[i], reported[j], matcher)
    surety = [(max(f.get("confidence", 1.0) for f in reported[j]), j in hit) for j in kept]
    return Score(types, attributes, _dyads(row, found, matcher), _strict(row["facts"], found, matcher), surety)


def _attributes(count: Counter[str], gold: Facts, found: Facts, matcher: Matcher) -> None:
    count["matched"] += 1
    count["status"] += not {f["status"] for f in gold}.isdisjoint(f["status"] for f in found)
    dated = [fact for fact in gold if fact.get("date")]
    if dated:
        count["dated"] += 1
        count["date"] += any(same_day(a["date"], b.get("date")) for a in dated for b in found)
    else:
        count["undated"] += 1
        count["invented"] += any(fact.get("date") for fact in found)
    with_item = [fact for fact in gold if fact.get("item")]
    if with_item:
        count["items"] += 1
        count["item"] += any(matcher.items_match(a["item"], b.get("item")) for a in with_item for b in found)
    wanted = {k: v for fact in gold for k, v in fact.get("qualifiers", {}).items()}
    given = {(k, str(v)) for fact in found for k, v in fact.get("qualifiers", {}).items()}
    count["qualifiers"] += len(wanted)
    count["qualifier"] += sum((k, str(v)) in given for k, v in wanted.items())


def _strict(gold: Facts, found: Facts, matcher: Matcher) -> Counts:
    """Single facts; status must be the same and the item must match."""
    edges = [
        [
            j
            for j, f in enumerate(found)
            if g["status"] == f["status"] and matcher.match(g, f) and matcher.items_match(g.get("item"), f.get("item"))
        ]
        for g in gold
    ]
    return Counts(len(gold), len(found), len(pair_up(edges)))


def _dyads(row: Row, found: Facts, matcher: Matcher) -> Counts:
    table = matcher.office_countries(row["facts"])
    gold = matcher.dyads(row["facts"], table)
    reported = matcher.dyads(found, {**matcher.office_countries(found), **table})
    optional = row.get("optional", ())
    reported -= matcher.dyads(optional, {**matcher.office_countries(optional), **table}) - gold
    return Counts(len(gold), len(reported), len(gold & reported))


def report(scores: Sequence[Score]) -> Report:
    """Add up the scores of articles."""
    types: dict[str, Counts] = {}
    dyads, strict = Counts(), Counts()
    attributes: Counter[str] = Counter()
    for one in scores:
        for name, counts in one.types.items():
            types.setdefault(name, Counts()).add(counts)
        dyads.add(one.dyads)
        strict.add(one.strict)
        attributes.update(one.attributes)
    asked = {"status": "matched", "date": "dated", "item": "items", "invented": "undated", "qualifier": "qualifiers"}
    return Report(
        articles=len(scores),
        total=_total(scores),
        types={r.name: types[r.name] for r in RELATIONS if r.name in types},
        interval=_interval(scores),
        dyads=dyads,
        strict=strict,
        shares={name: attributes[name] / attributes[base] if attributes[base] else 0.0 for name, base in asked.items()},
        asked={name: attributes[base] for name, base in asked.items()},
        surety=sorted((pair for one in scores for pair in one.surety), key=lambda p: (-p[0], p[1])),
    )


def _total(scores: Iterable[Score]) -> Counts:
    total = Counts()
    for one in scores:
        for counts in one.types.values():
            total.add(counts)
    return total


def _interval(scores: Sequence[Score]) -> tuple[float, float]:
    if not scores:
        return 0.0, 0.0
    rng = random.Random(1)  # noqa: S311 - a fixed draw, no secret
    drawn = sorted(_total(rng.choices(scores, k=len(scores))).f1 for _ in range(_DRAWS))
    return drawn[int(0.025 * _DRAWS)], drawn[int(0.975 * _DRAWS) - 1]


def evaluate(gold: Mapping[str, Row], read: Callable[[Row], Facts], matcher: Matcher) -> Report:
    """Read every article of `gold` with `read` and score what it finds."""
    return report([score(row, read(row), matcher) for row in gold.values()])


def recall_at(surety: Sequence[tuple[float, bool]], gold: int, precision: float) -> tuple[float, float]:
    """Return (recall, confidence) of the longest prefix by falling confidence that has at least `precision`."""
    right, best = 0, (0.0, 1.0)
    for place, (confidence, hit) in enumerate(surety, 1):
        right += hit
        last = place == len(surety) or surety[place][0] < confidence
        if last and right / place >= precision:
            best = (right / gold if gold else 0.0, confidence)
    return best


def reliability(surety: Sequence[tuple[float, bool]]) -> list[tuple[float, float, int, float, float]]:
    """Return (from, to, number, mean confidence, share right) of each filled band of confidence."""
    out = []
    for low, high in itertools.pairwise(_BINS):
        band = [(c, hit) for c, hit in surety if low <= c < high]
        if band:
            mean = sum(c for c, _ in band) / len(band)
            out.append((low, min(high, 1.0), len(band), mean, sum(hit for _, hit in band) / len(band)))
    return out


def render(report: Report) -> str:
    """Return the report as a text table."""
    lines = [f"{'type':22}{'P':>6}{'R':>6}{'F1':>6}{'gold':>6}{'found':>6}"]
    lines += [_line(name, counts) for name, counts in report.types.items()]
    low, high = report.interval
    lines.append(f"{_line('all facts', report.total)}   F1 95% [{low:.2f}, {high:.2f}] over {report.articles} articles")
    lines += [_line("country dyads", report.dyads), _line("strict", report.strict)]
    shares, asked = report.shares, report.asked
    lines.append("on matched facts: " + ", ".join(f"{n} {shares[n]:.2f} (of {asked[n]})" for n in shares))
    recall, confidence = recall_at(report.surety, report.total.gold, 0.92)
    lines.append(f"recall at precision .92: {recall:.2f} (confidence {confidence:.2f})")
    lines.append(f"{'confidence':>12}{'facts':>7}{'stated':>8}{'right':>7}")
    for a, b, number, mean, right in reliability(report.surety):
        lines.append(f"{a:6.2f}-{b:4.2f} {number:7}{mean:8.2f}{right:7.2f}")
    for stage, by_name in report.stages.items():
        rows = ", ".join(f"{name} {hit / of:.2f} (of {of})" for name, (hit, of) in by_name.items() if of)
        lines.append(f"{stage}: {rows}")
    return "\n".join(lines) + "\n"


def _line(name: str, counts: Counts) -> str:
    return f"{name:22}{counts.precision:6.2f}{counts.recall:6.2f}{counts.f1:6.2f}{counts.gold:6}{counts.found:6}"
