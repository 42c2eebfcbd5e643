"""From what a model proposes to a claim, or to the reason why it is none: the same rules as for our own reading."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from graphkit.model.claims import Claim, Evidence, Kind, Role, Status
from graphkit.model.spans import Span
from graphkit.model.text import Article, Mark
from graphkit.ontology.relations import check

CONFIDENCE = 0.5  # of a fact that only a model saw: below every default graph, found with --low


class Rejected(ValueError):
    """Why a proposed fact is no claim."""


def to_claim(fact: Any, article: Article, origin: str) -> Claim:
    """Return the claim that a proposed fact makes.

    Raises:
        Rejected: a field is missing or of an unknown value, the quote or a name is not in the article, the ontology has no
            such combination.
    """
    if not isinstance(fact, Mapping):
        raise Rejected("it is no object")
    quote = _find(article.text, fact.get("quote"), Span(0, len(article.text)), "the quote")
    _check_body(article, quote)
    roles = {name: _role(fact.get(name), article.text, quote, name) for name in ("subject", "object", "item")}
    subject, item = roles["subject"], roles["item"]
    if subject is None:
        raise Rejected("it has no subject")
    office = item if item and item.kind is Kind.OFFICE else None
    try:
        claim = Claim(
            type=str(fact.get("type")),
            subject=subject,
            object=roles["object"],
            item=None if office else item,
            office=office,
            status=Status(str(fact.get("status"))),
            evidence=Evidence(article=article.key, span=quote, quote=quote.of(article.text)),
            origin=origin,
            reasons=("proposed by a language model, quote and names checked against the article",),
            confidence=CONFIDENCE,
        )
        check(claim)
    except ValueError as error:
        raise Rejected(str(error)) from error
    if claim.object and claim.object.span == subject.span:
        raise Rejected("subject and object are the same words")
    return claim


def _role(value: Any, text: str, quote: Span, name: str) -> Role | None:
    if value is None:
        return None
    if not isinstance(value, Mapping):
        raise Rejected(f"{name} is no object")
    try:
        kind = Kind(str(value.get("kind")))
    except ValueError as error:
        raise Rejected(f"{name} has the unknown kind {value.get('kind')!r}") from error
    span = _find(text, value.get("words"), quote, f"the {name}")
    words = span.of(text)
    return Role(span=span, words=words, kind=kind, name=" ".join(words.split()))


def _find(text: str, wanted: Any, inside: Span, what: str) -> Span:
    """Where `wanted` stands inside a span: letter by letter, else with other blanks or quotation marks."""
    if not isinstance(wanted, str) or not wanted.strip():
        raise Rejected(f"{what} is missing")
    passage = inside.of(text)
    at = passage.find(wanted.strip())
    if at >= 0:
        return Span(inside.start + at, inside.start + at + len(wanted.strip()))
    pattern = r"\s+".join(_loosely(word) for word in wanted.split())
    match = re.search(pattern, passage)
    if match is None:
        raise Rejected(f"{what} is not in the {'article' if inside.end == len(text) else 'quote'}: {wanted[:60]!r}")
    return Span(inside.start + match.start(), inside.start + match.end())


def _loosely(word: str) -> str:
    return re.sub(r"\\?[\"“”'‘’]", "[\"“”'‘’]", re.escape(word))


def _check_body(article: Article, quote: Span) -> None:
    for line in article.lines:
        overlaps = line.span.start < quote.end and quote.start < line.span.end
        if overlaps and line.mark is not Mark.BODY:
            raise Rejected("the quote stands in a headline of another story or in layout")
