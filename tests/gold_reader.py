"""A reader that finds in each sample article what a person annotated there: for tests that need a graph whose content is
known and does not change with the real reader's skill."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graphkit.config import packaged
from graphkit.documents.outlets import load_outlets
from graphkit.gazetteers.entries import Gazetteers
from graphkit.model.claims import Claim, Evidence, Kind, Qualifiers, Role, Status
from graphkit.model.problems import Problem
from graphkit.model.spans import Span
from graphkit.model.text import Article, Outlet
from graphkit.model.time import When
from graphkit.workflows.scoring import article_of

GOLD = Path(__file__).parent / "gold" / "samples.jsonl"


@dataclass(frozen=True)
class Read:
    """What the gold says of one article."""

    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...] = ()


class GoldReader:
    """Knows the facts of the sample articles by their texts."""

    def __init__(self, gazetteers: Gazetteers) -> None:
        self._states = gazetteers.countries
        self._codes = {state.name: iso for iso, state in gazetteers.countries.items()}
        self.outlets = load_outlets([packaged("sources") / "outlets"])
        self._facts: dict[str, list[dict[str, Any]]] = {}
        self.articles: list[Article] = []
        for row in map(json.loads, GOLD.read_text(encoding="utf-8").splitlines()):
            article, _ = article_of(row, self.outlets)
            self.articles.append(article)
            self._facts[article.key] = row["facts"]

    def extract(self, article: Article, outlet: Outlet | None = None) -> Read:
        """Return a claim for each annotated fact; every one is certain."""
        return Read(tuple(self._claims(article)))

    def _claims(self, article: Article) -> Iterator[Claim]:
        for fact in self._facts[article.key]:
            quote = _place(article.text, [fact["evidence"]], Span(0, len(article.text)))
            assert quote is not None, fact["evidence"]
            roles = {name: self._role(fact[name], article.text, quote) for name in ("subject", "object", "item")}
            item, subject = roles["item"], roles["subject"]
            if subject is None or (fact["object"] and roles["object"] is None):
                continue  # named by nothing but a group word: left to the real reader
            office = item if item and item.kind is Kind.OFFICE else None
            if item and item.kind is Kind.TOPIC and fact["type"] in ("PROCURES", "AGREED_WITH"):
                continue
            yield Claim(
                type=fact["type"], subject=subject, object=roles["object"], item=None if office else item, office=office,
                status=Status(fact["status"]), when=When.parse(fact["date"]) if fact["date"] else None,
                qualifiers=Qualifiers(role="participant" if fact["type"] == "PARTICIPATES_IN" else None),
                evidence=Evidence(article=article.key, span=quote, quote=quote.of(article.text)), origin="gold", confidence=1.0,
            )  # fmt: skip

    def _role(self, entity: dict[str, Any] | None, text: str, quote: Span) -> Role | None:
        if entity is None:
            return None
        kind = Kind(entity["kind"])
        names = [entity["name"], *entity["aliases"]]
        code = self._codes.get(entity["name"]) if kind is Kind.COUNTRY else None
        if code:
            state = self._states[code]
            names += [*state.aliases, *state.adjectives, *state.capitals]
        span = _place(text, names, quote) or _place(text, names, Span(0, len(text)))
        if span is None:
            return None
        return Role(
            span=span, words=span.of(text), kind=kind, name=entity["name"], also=tuple(entity["aliases"]), country=code
        )


def _place(text: str, names: Iterable[str], inside: Span) -> Span | None:
    for name in sorted(names, key=len, reverse=True):
        match = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", inside.of(text), re.IGNORECASE)
        if match:
            return Span(inside.start + match.start(), inside.start + match.end())
    return None
