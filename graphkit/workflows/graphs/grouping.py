"""Witness groups in a store: which articles are near copies of each other, kept exact as articles come and go."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from graphkit.documents.lines import mark_lines
from graphkit.model.text import Article
from graphkit.resolve.components import Components
from graphkit.resolve.witnesses import near, sample, shingles
from graphkit.stores.base import Filed, Writer


def body_shingles(article: Article) -> frozenset[int]:
    """Return the shingles of the article's body, which follow from its text and title alone.

    The lines that it came with may leave out more, as its outlet's definition said that day; nearness must not depend on it.
    """
    return shingles(replace(article, lines=mark_lines(article.text, title=article.title)))


class Grouping:
    """Files and removes articles in one transaction; `changed` are the articles left whose group is another now."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._shingles: dict[str, frozenset[int]] = {}
        self.changed: set[str] = set()

    def add(self, article: Article) -> None:
        """Put the article into the store, in the group of the texts it is near to."""
        own = self._shingles[article.key] = body_shingles(article)
        self._writer.put_article(Filed(article=article, group=article.key), sample(own))
        groups = self._groups_of(self._near(article.key))
        if not groups:
            return
        name = min((article.key, *groups))
        members = {article.key} if groups == {name} else self._component(article.key)
        self._set(dict.fromkeys(members, name))

    def remove(self, keys: Iterable[str]) -> None:
        """Drop the articles with all that hangs on them; the groups they held together fall apart."""
        gone = sorted(set(keys))
        members = {other for key in gone for other in self._component(key)} - set(gone)
        self._writer.drop_articles(gone)
        self.changed -= set(gone)
        left: Components[str] = Components(sorted(members))
        for key in sorted(members):
            for other in self._near(key):
                left.join(key, other)
        self._set({key: min(group) for group in left.groups() for key in group})

    def _set(self, groups: dict[str, str]) -> None:
        stored = {filed.article.key: filed.group for filed in self._writer.articles(sorted(groups))}
        moved = {key: group for key, group in sorted(groups.items()) if stored[key] != group}
        if moved:
            self._writer.set_groups(moved)
            self.changed |= set(moved)

    def _groups_of(self, keys: Iterable[str]) -> set[str]:
        return {filed.group for filed in self._writer.articles(list(keys))}

    def _component(self, start: str) -> set[str]:
        seen, waiting = {start}, [start]
        while waiting:
            fresh = set(self._near(waiting.pop())) - seen
            seen |= fresh
            waiting.extend(sorted(fresh))
        return seen

    def _near(self, key: str) -> list[str]:
        """Keys of the stored articles that are near copies of this one."""
        own = self._of([key]).get(key, frozenset())
        candidates = [other for other in self._writer.articles_sharing(sample(own)) if other != key] if own else []
        return [other for other, found in sorted(self._of(candidates).items()) if near(own, found)]

    def _of(self, keys: Iterable[str]) -> dict[str, frozenset[int]]:
        wanted = list(keys)
        unknown = [key for key in wanted if key not in self._shingles]
        if unknown:
            for filed in self._writer.articles(unknown):
                self._shingles[filed.article.key] = body_shingles(filed.article)
        return {key: self._shingles[key] for key in wanted if key in self._shingles}
