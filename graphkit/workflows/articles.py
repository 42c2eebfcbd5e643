"""Which articles are in a graph, found by what people call them: key, url or file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from graphkit.errors import QuestionError
from graphkit.model.text import Article
from graphkit.model.time import When
from graphkit.stores.base import Reader, Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """An article without its text. `group` is its witness group; `characters` the length of the text."""

    key: str
    title: str | None
    outlet: str | None
    published: When | None
    url: str | None
    file: str | None
    group: str
    characters: int


def articles(store: Store) -> Iterator[Listed]:
    """Yield the articles of the graph by key."""
    names = {outlet.key: outlet.name for outlet in store.outlets()}
    for filed in store.articles():
        article = filed.article
        yield Listed(
            key=article.key,
            title=article.title or article.text.partition("\n")[0][:100],
            outlet=names.get(article.outlet or "", article.outlet),
            published=article.published,
            url=article.url,
            file=article.file,
            group=filed.group,
            characters=len(article.text),
        )


def find_articles(reader: Reader, name: str) -> list[str]:
    """Return the keys of the articles that `name` means: a key, a url (all its versions), or a file.

    A file of several articles means all of them; "file.jsonl:3" one of them.

    Raises:
        QuestionError: there is none.
    """
    if name.startswith("article:"):
        found = [filed.article.key for filed in reader.articles([name])]
    else:
        found = [filed.article.key for filed in reader.articles() if _is_called(filed.article, name)]
    if not found:
        raise QuestionError(
            "no article with this key, url or file", where=name, hint="graphkit articles lists what is in the graph"
        )
    return found


def _is_called(article: Article, name: str) -> bool:
    if article.url == name:
        return True
    if article.file is None:
        return False
    file = PurePath(name).name
    return article.file in (name, file) or article.file.startswith(f"{file}:")
