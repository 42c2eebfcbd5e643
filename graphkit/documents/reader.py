"""Every article under the files and folders that somebody names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from graphkit.documents.articles import article_from_fields, bad_date
from graphkit.documents.formats import FORMATS, Fields
from graphkit.documents.outlets import Outlets
from graphkit.errors import DocumentError
from graphkit.model.problems import Problem
from graphkit.model.text import Article, Mark

LONGEST = 2_000_000  # characters; a book has one million, an article a few thousand
_SHORTEST = 40  # characters of body below which nothing can be stated


def article_files(paths: Iterable[Path]) -> list[Path]:
    """Return the readable files that `paths` name: files as given, folders searched downwards, each in name order.

    Raises:
        DocumentError: a path that does not exist, a file whose suffix no format has, a folder without any article.
    """
    found: list[Path] = []
    for path in paths:
        found.extend(_files(path))
    return list(dict.fromkeys(found))


def read_articles(paths: Iterable[Path], outlets: Outlets) -> Iterator[Article | Problem]:
    """Yield each article, and a Problem for each one that cannot be read or is doubtful, in the files' order.

    A Problem whose `article` is None stands for an article that was not read.
    """
    for path in paths:
        yield from _read_file(path, outlets)


def _files(path: Path) -> list[Path]:
    known = ", ".join(sorted(FORMATS))
    if path.is_dir():
        files = sorted(
            p for p in path.rglob("*") if p.suffix.lower() in FORMATS and p.is_file() and not _hidden(p, path)
        )
        files = [p for p in files if p.name.lower() != "readme.md"]
        if not files:
            raise DocumentError("no article in this folder", where=str(path), hint=f"articles end in {known}")
        return files
    if not path.exists():
        raise DocumentError(
            "no such file or folder", where=str(path), hint="check the spelling; paths are relative to where you are"
        )
    if path.suffix.lower() not in FORMATS:
        raise DocumentError(
            f"cannot read a {path.suffix or 'suffixless'} file", where=str(path), hint=f"articles end in {known}"
        )
    return [path]


def _hidden(path: Path, root: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(root).parts)


def _read_file(path: Path, outlets: Outlets) -> Iterator[Article | Problem]:
    try:
        data = path.read_bytes()
        if not data.strip():
            yield Problem("empty-file", f"{path.name}: the file is empty")
            return
        for found in FORMATS[path.suffix.lower()](data, path.name):
            yield from [found] if isinstance(found, Problem) else _article(found, outlets)
    except OSError as error:
        yield Problem("unreadable-file", f"{path.name}: {error.strerror or error}")
    except DocumentError as error:
        hint = f" ({error.hint})" if error.hint else ""
        yield Problem("unreadable-file", f"{path.name}: {error.message}{hint}")


def _article(fields: Fields, outlets: Outlets) -> Iterator[Article | Problem]:
    if len(fields.text) > LONGEST:
        hint = f"split it: an article has at most {LONGEST:,} characters"
        yield Problem("too-long", f"{fields.where}: {len(fields.text):,} characters ({hint})")
        return
    article = article_from_fields(
        text=fields.text, title=fields.title, url=fields.url, outlet=fields.outlet, published=fields.published,
        file=fields.where, outlets=outlets,
    )  # fmt: skip
    body = sum(line.span.end - line.span.start for line in article.lines if line.mark is Mark.BODY)
    if not article.text:
        yield Problem("empty-article", f"{fields.where}: no text")
        return
    yield article
    if body < _SHORTEST:
        yield Problem("only-furniture", f"{fields.where}: no running text, only headlines or layout", article.key)
    if bad_date(fields.published):
        yield Problem("bad-date", f"{fields.where}: {fields.published!r} is no date; write 2024-12-10", article.key)
    if article.published is None:
        yield Problem("no-date", f"{fields.where}: no date of publication; relative days cannot be told", article.key)
    if article.language != "en":
        yield Problem("not-english", f"{fields.where}: not English running text; nothing is read from it", article.key)
