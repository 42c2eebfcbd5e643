"""The word classes of `lexicons/reading.yaml`, as sets."""

from __future__ import annotations

from collections.abc import Mapping

from graphkit.errors import SettingsError


class Words:
    """Word classes by name: `words["speech"]` is a frozen set; SettingsError for a class that the lexicon lacks."""

    __slots__ = ("_classes", "_lists")

    def __init__(self, lexicon: Mapping[str, tuple[str, ...]]) -> None:
        self._lists = dict(lexicon)
        self._classes = {name: frozenset(words) for name, words in lexicon.items()}

    def __getitem__(self, name: str) -> frozenset[str]:
        self._check(name)
        return self._classes[name]

    def listed(self, name: str) -> tuple[str, ...]:
        """Return the class in the file's order."""
        self._check(name)
        return self._lists[name]

    def pairs(self, name: str) -> dict[str, str]:
        """Return a class of `word=value` lines as a mapping."""
        return dict(line.split("=", 1) for line in self.listed(name))

    def _check(self, name: str) -> None:
        if name not in self._classes:
            raise SettingsError(f"no class {name!r}", where="lexicons/reading.yaml", hint="the reading rules need it")
