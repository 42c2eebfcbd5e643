"""Which words signal which class of relation words: the compiled trigger lexicon."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

NONE: tuple[str, ...] = ()


class Triggers:
    """Finds the trigger classes of words; `lexicon` is class -> words, "stem*" or "two words", lower case."""

    def __init__(self, lexicon: Mapping[str, Sequence[str]]) -> None:
        self.classes = tuple(sorted(lexicon))
        self._words: dict[str, list[str]] = {}
        self._stems: dict[str, list[tuple[str, str]]] = {}
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for name in self.classes:
            for entry in lexicon[name]:
                self._add(entry, name)
        self._known: dict[str, tuple[str, ...]] = {}

    def _add(self, entry: str, name: str) -> None:
        first, *rest = entry.split()
        if rest:
            self._phrases.setdefault(first, []).append((tuple(rest), name))
        elif first.endswith("*"):
            self._stems.setdefault(first[:2], []).append((first[:-1], name))
        else:
            self._words.setdefault(first, []).append(name)

    def of_word(self, word: str) -> tuple[str, ...]:
        """Return the classes of one lower-case word, sorted."""
        found = self._known.get(word)
        if found is None:
            names = set(self._words.get(word, ()))
            names.update(name for stem, name in self._stems.get(word[:2], ()) if word.startswith(stem))
            found = self._known[word] = tuple(sorted(names))
        return found

    def of_words(self, words: Sequence[str]) -> list[tuple[str, ...]]:
        """Return the classes of every word of a sentence; those of a phrase stand at each of its words."""
        out = [self.of_word(word) for word in words]
        for i, word in enumerate(words):
            for rest, name in self._phrases.get(word, ()):
                if _follows(words, i, rest):
                    for j in range(i, i + len(rest) + 1):
                        if name not in out[j]:
                            out[j] = (*out[j], name)
        return out


def _follows(words: Sequence[str], at: int, rest: tuple[str, ...]) -> bool:
    if at + len(rest) >= len(words):
        return False
    return all(
        words[at + k].startswith(part[:-1]) if part.endswith("*") else words[at + k] == part
        for k, part in enumerate(rest, 1)
    )
