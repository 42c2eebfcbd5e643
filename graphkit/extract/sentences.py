"""An article's body and headline lines cut into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graphkit.extract.reading import Sentence, Token
from graphkit.extract.tokens import tokenise, word_set
from graphkit.model.spans import Span
from graphkit.model.text import Article, Mark

LONGEST = 300  # tokens; a longer stretch without an end mark is no prose and is cut, so that reading stays linear
_END = re.compile(r"(?<![.!?…])[.!?…]++[\"”’')\]]*+(?=\s++[\"“‘'(\[]?[^\W_a-z])")
_ABBREVIATIONS = word_set(
    "mr mrs ms dr prof gen lt lieut cmde radm vadm col maj capt adm brig sgt st sr jr no nos vs etc e.g i.e u.s u.k u.n u.a.e rs approx dept"
    " inc ltd co corp feb jan mar apr jun jul aug sept sep oct nov dec hon rev gov sen rep pres cmdr cdr cpl pvt ret"
    " retd res fig vol al a.m p.m shri smt amb"
)
_MAY_END = word_set("u.s u.k u.n u.a.e a.m p.m inc ltd co corp etc jr retd ret")
_OPENERS = word_set(
    "The A An In On At He She It They We But And This That These Those While Meanwhile However According For"
    " Both After Before As"
)
_WRAPPED = range(50, 201)  # characters of a line that was broken by width and not by sense
_DOTTED = re.compile(r"(?:[a-z]\.)+[a-z]")
_LINE = re.compile(r"[^\n]+")
_ENDED = re.compile(r"[.!?:…][\"”’')\]]*\s*\Z")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Characters `start` to `end` that belong together; `title`: of the headline."""

    start: int
    end: int
    title: bool


def split(article: Article) -> tuple[Sentence, ...]:
    """Return the sentences of the lines that are read, numbered in order."""
    found: list[Sentence] = []
    open_quote = False
    lead = next((i for i, paragraph in enumerate(paragraphs(article)) if not paragraph.title), 0)
    for number, paragraph in enumerate(paragraphs(article)):
        section = "title" if paragraph.title else "lead" if number == lead else "body"
        open_quote = False if paragraph.title else open_quote
        for tokens in _sentences(article.text, paragraph):
            span = Span(tokens[0].start, tokens[-1].end)
            found.append(Sentence(len(found), span, tokens, section, number, open_quote))
            open_quote = _still_open(tokens, open_quote)
        open_quote = open_quote and _ends_open(article.text, paragraph)
    return tuple(found)


def paragraphs(article: Article) -> list[Paragraph]:
    """Return the headline and the body lines, lines broken by width joined."""
    title_end = _title_end(article)
    found: list[Paragraph] = []
    for start, end in _lines(article):
        title = start < title_end
        last = found[-1] if found else None
        if last and last.title == title and _continues(article.text, last, start, end):
            found[-1] = Paragraph(last.start, end, title)
        else:
            found.append(Paragraph(start, end, title))
    return found


def _title_end(article: Article) -> int:
    title = (article.title or "").strip()
    return len(title) if title and article.text.startswith(title) else 0


def _lines(article: Article) -> Iterator[tuple[int, int]]:
    if article.lines:
        spans = [(line.span.start, line.span.end) for line in article.lines if line.mark is Mark.BODY]
    else:
        spans = [match.span() for match in _LINE.finditer(article.text)]
    return (span for span in spans if article.text[span[0] : span[1]].strip())


def _continues(text: str, last: Paragraph, start: int, end: int) -> bool:
    between = text[last.end : start]
    first = text[start:end].lstrip()[:1]
    if between.strip() or _ENDED.search(text, max(last.start, last.end - 8), last.end):
        return False
    if first.islower():
        return len(between) <= 3
    line_start = text.rfind("\n", last.start, last.end) + 1 or last.start
    return between.count("\n") == 1 and last.end - line_start in _WRAPPED and first.isalnum()


def _sentences(text: str, paragraph: Paragraph) -> Iterator[tuple[Token, ...]]:
    start = paragraph.start
    for match in _END.finditer(text, paragraph.start, paragraph.end):
        if _is_end(text, start, match):
            yield from _cut(tokenise(text, start, match.end()))
            start = match.end()
    yield from _cut(tokenise(text, start, paragraph.end))


def _cut(tokens: tuple[Token, ...]) -> Iterator[tuple[Token, ...]]:
    for first in range(0, len(tokens), LONGEST):
        yield tokens[first : first + LONGEST]


def _is_end(text: str, start: int, match: re.Match[str]) -> bool:
    if not match.group().startswith(".") or match.group().startswith(".."):
        return True
    before = max(start, match.start() - 30)
    words = text[before : match.start()].split()
    core = words[-1].lower().lstrip("(\"“‘'[") if words else ""
    following = text[match.end() : match.end() + 30].lstrip().lstrip("\"“‘'([")
    opener = re.split(r"\W", following, maxsplit=1)[0] in _OPENERS
    if core in _ABBREVIATIONS:
        return core in _MAY_END and opener
    if len(core) == 1 and core.isalpha():
        return opener
    return not (_DOTTED.fullmatch(core) and not opener)


def _still_open(tokens: tuple[Token, ...], was_open: bool) -> bool:
    now = was_open
    for token in tokens:
        if token.text == "“":
            now = True
        elif token.text == "”":
            now = False
        elif token.text == '"':
            now = not now
    return now


def _ends_open(text: str, paragraph: Paragraph) -> bool:
    """Whether a quotation may run into the next paragraph: it does if that one opens with a mark, and we ask for none."""
    return "“" in text[paragraph.start : paragraph.end]
