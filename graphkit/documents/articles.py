"""From what a file says about an article to the Article itself, fixed from then on."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from graphkit.documents.language import language_of
from graphkit.documents.lines import mark_lines
from graphkit.documents.outlets import Outlets
from graphkit.documents.published import published_in, reference_year, stated
from graphkit.model.text import Article, Line, Mark
from graphkit.model.time import When

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029\ufeff]")
_NO_OUTLETS = Outlets()


def normal(text: str) -> str:
    """Return `text` in Unicode NFC with LF line ends, without control characters or blanks at its ends."""
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROLS.sub(lambda m: "\n" if m.group() in "\x0b\x0c\x85\u2028\u2029" else "", text).strip()


def article_from_fields(
    *,
    text: str,
    title: str | None = None,
    url: str | None = None,
    outlet: str | None = None,
    published: str | When | None = None,
    file: str | None = None,
    outlets: Outlets = _NO_OUTLETS,
) -> Article:
    """Return the article with everything that its own text adds: date or reference year, language, marked lines.

    A separate title is put before the text with a blank line unless the text starts with it. An `outlet` is a
    name, domain or key; without one the address tells it. A `published` that is no date is as if absent:
    `bad_date()` tells.
    """
    body, head = normal(text), normal(title or "") or None
    if head and not body.startswith(head):
        body = f"{head}\n\n{body}"
    head = head or _headline(body)
    publisher = outlets.outlet(outlet, url)
    article = Article(
        text=body,
        outlet=publisher.key if publisher else None,
        url=(url or "").strip() or None,
        title=head,
        published=_published(published) or published_in(body),
        language=language_of(body),
        file=file,
    )
    return with_lines(article, outlets)


def _headline(text: str) -> str | None:
    """Return the first line if it stands alone and is short and unfinished, as headlines are."""
    line, _, rest = text.partition("\n")
    alone = rest.lstrip(" \t\xa0").startswith("\n")
    unfinished = not line.rstrip().endswith((".", "!", ";", ":", ","))
    return line.strip() if rest.strip() and alone and unfinished and 3 <= len(line.split()) <= 25 else None


def with_lines(article: Article, outlets: Outlets = _NO_OUTLETS) -> Article:
    """Return the article with its lines marked and, if it has no date, its reference year: both follow from the text."""
    definition = outlets.find(article.outlet)
    own = definition.furniture if definition else ()
    lines = tuple(
        Line(line.span, Mark.FURNITURE) if any(pattern.search(line.span.of(article.text)) for pattern in own) else line
        for line in mark_lines(article.text, title=article.title)
    )
    year = article.year
    if article.published is None and year is None:
        year = reference_year(article.text, _body(article.text, lines))
    return replace(article, lines=lines, year=year)


def bad_date(published: str | When | None) -> bool:
    """Whether `published` says something that is no date."""
    return isinstance(published, str) and bool(published.strip()) and _published(published) is None


def _published(published: str | When | None) -> When | None:
    return next(stated(published), None) if isinstance(published, str) else published


def _body(text: str, lines: tuple[Line, ...]) -> str:
    return "\n".join(line.span.of(text) for line in lines if line.mark is Mark.BODY)
