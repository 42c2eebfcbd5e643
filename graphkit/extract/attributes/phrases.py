"""Classes of words from a lexicon, looked for among the tokens of a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graphkit.extract.reading import Token


@dataclass(frozen=True, slots=True)
class Hit:
    """Words of class `name` at tokens `first` to `last`, last included."""

    name: str
    first: int
    last: int


class Phrases:
    """Finds the words of a lexicon: "word", "stem*" and "several words"; the longest of a class at a place."""

    def __init__(self, classes: Mapping[str, Sequence[str]]) -> None:
        self._words: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        self._stems: dict[str, list[tuple[str, str]]] = {}
        for name, entries in classes.items():
            for entry in entries:
                first, *rest = entry.split()
                if entry.endswith("*") and not rest:
                    self._stems.setdefault(entry[:3], []).append((entry[:-1], name))
                else:
                    self._words.setdefault(first, []).append((name, tuple(rest)))

    def find(self, tokens: Sequence[Token], first: int = 0, last: int | None = None) -> Iterator[Hit]:
        """Yield the hits that begin at tokens `first` to `last` (included), in text order."""
        stop = len(tokens) - 1 if last is None else min(last, len(tokens) - 1)
        for index in range(first, stop + 1):
            lower = tokens[index].lower
            for name, rest in self._words.get(lower, ()):
                following = tokens[index + 1 : index + 1 + len(rest)]
                if len(following) == len(rest) and all(t.lower == w for t, w in zip(following, rest, strict=True)):
                    yield Hit(name, index, index + len(rest))
            for stem, name in self._stems.get(lower[:3], ()):
                if lower.startswith(stem):
                    yield Hit(name, index, index)
