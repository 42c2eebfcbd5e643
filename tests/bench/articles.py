"""As many different articles as a bench wants, made from our samples by moving their days and numbers."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache, partial
from itertools import cycle, islice
from pathlib import Path

from graphkit.config import packaged
from graphkit.documents.articles import article_from_fields
from graphkit.documents.outlets import Outlets, load_outlets
from graphkit.documents.reader import article_files, read_articles
from graphkit.model.text import Article


@lru_cache(maxsize=1)
def samples() -> tuple[Article, ...]:
    """The sample articles."""
    found = read_articles(article_files([packaged("sources") / "samples"]), outlets())
    return tuple(item for item in found if isinstance(item, Article))


@lru_cache(maxsize=1)
def outlets() -> Outlets:
    """The packaged outlets."""
    return load_outlets([packaged("sources") / "outlets"])


def articles(number: int) -> list[Article]:
    """Return `number` articles, each another text: numbers of two digits are moved, and so is the day of publication."""
    made = []
    for at, sample in enumerate(islice(cycle(samples()), number)):
        round_ = at // len(samples())
        text = re.sub(r"(?<![\d-])\d\d(?![\d-])", partial(_moved, round_), sample.text)
        day = (sample.published.first if sample.published else date(2024, 1, 1)) + timedelta(days=round_)
        body = f"{text}\n\nStatement number {at} of the series was released by the press office of the ministry on that day."
        made.append(article_from_fields(text=body, outlet=sample.outlet, published=day.isoformat(), outlets=outlets()))
    return made


def _moved(by: int, match: re.Match[str]) -> str:
    return str(10 + (int(match.group()) + by) % 90)


def folder_of(number: int, folder: Path) -> Path:
    """Write them as files and return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for at, article in enumerate(articles(number)):
        published = article.published.iso if article.published else ""
        (folder / f"{at:05}.txt").write_text(f"published: {published}\n\n{article.text}\n", encoding="utf-8")
    return folder
