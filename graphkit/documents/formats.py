"""What each file format says about its articles: text, title, url, published, outlet."""

from __future__ import annotations

import importlib
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graphkit.documents.encoding import decode
from graphkit.errors import DocumentError
from graphkit.model.problems import Problem

_HEADER = re.compile(
    r"\ufeff?(?:---\r?\n)?(?:(?:title|url|published|outlet):[^\n]*\n)+(?:---[ \t]*\r?\n|\s*\n)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """One article as its file gives it. `where` is the file's name, with a line number in .jsonl."""

    text: str
    where: str
    title: str | None = None
    url: str | None = None
    published: str | None = None
    outlet: str | None = None


def plain(data: bytes, where: str) -> Iterator[Fields | Problem]:
    """A .txt or .md file is one article; it may begin with lines such as `outlet: PTI`, ended by a blank line.

    Known are title, url, published and outlet; a pair of `---` lines around them (front matter) is allowed.
    """
    text = decode(data, where=where)
    header = _HEADER.match(text)
    if header is None:
        yield Fields(text=text, where=where)
        return
    pairs = (line.partition(":") for line in header.group().splitlines() if ":" in line)
    known = {name.strip().lower(): value.strip().strip("\"'") for name, _, value in pairs}
    yield Fields(text=text[header.end() :], where=where, **known)


def html(data: bytes, where: str) -> Iterator[Fields | Problem]:
    """An .html file is one article: its main text as trafilatura finds it, with the page's own title and date."""
    try:
        trafilatura = importlib.import_module("trafilatura")
    except ImportError as error:
        hint = "pip install 'graphkit[html]', or save the page as text"
        raise DocumentError("reading .html needs trafilatura", where=where, hint=hint) from error
    page = trafilatura.bare_extraction(decode(data, where=where), with_metadata=True, fast=True, include_comments=False)
    if page is None or not page.text:
        raise DocumentError(
            "no article text was found in this page", where=where, hint="save the article's text as .txt"
        )
    yield Fields(text=page.text, where=where, title=page.title, url=page.url, published=page.date, outlet=page.hostname)


def json_lines(data: bytes, where: str) -> Iterator[Fields | Problem]:
    """A .jsonl file has one article a line; a broken line is a Problem and the others are read."""
    for number, line in enumerate(decode(data, where=where).splitlines(), start=1):
        if line.strip():
            yield from _from_json(line, f"{where}:{number}")


def json_file(data: bytes, where: str) -> Iterator[Fields | Problem]:
    """A .json file is one article or a list of them."""
    yield from _from_json(decode(data, where=where), where)


def _from_json(text: str, where: str) -> Iterator[Fields | Problem]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield Problem("broken-json", f"{where}: not valid JSON: {error}")
        return
    rows = value if isinstance(value, list) else [value]
    for number, row in enumerate(rows, start=1):
        place = where if len(rows) == 1 else f"{where}[{number}]"
        yield _fields(row, place)


def _fields(row: Any, where: str) -> Fields | Problem:
    if not isinstance(row, Mapping) or not isinstance(row.get("text"), str):
        return Problem("no-text", f'{where}: an article is an object with a field "text"')
    optional = {}
    for name in ("title", "url", "published", "outlet"):
        value = row.get(name)
        if value is not None and not isinstance(value, str):
            return Problem("bad-field", f"{where}: {name} is {value!r}, not a text")
        optional[name] = value
    return Fields(text=row["text"], where=where, **optional)


Format = Callable[[bytes, str], Iterator[Fields | Problem]]
FORMATS: Mapping[str, Format] = {
    ".txt": plain, ".text": plain, ".md": plain, ".html": html, ".htm": html, ".json": json_file,
    ".jsonl": json_lines, ".ndjson": json_lines,
}  # fmt: skip
