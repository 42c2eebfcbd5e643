"""Finds thousands of phrases in one pass: a tree of word pieces.

Time does not grow with the number of phrases. Spellings that mean the same are one path (`S400`, `S-400`,
`S 400`; `Defense`, `Defence`; `Türkiye`, `Turkiye`), a plural or possessive ending is looked through.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

from graphkit.extract.reading import Token
from graphkit.extract.tokens import POSSESSIVE, pieces, tokenise

T = TypeVar("T")
_ACRONYM = 5  # letters: longer names in capitals (NORINCO) are also written like names (Norinco)
_OWN = "'s"
_HYPHENS = "-‐‑–/"


class _Node(Generic[T]):
    __slots__ = ("ends", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node[T]] = {}
        self.ends: list[tuple[str, T]] = []


class Trie(Generic[T]):
    """Phrases with what each stands for; a phrase may stand for several things, in the order added."""

    def __init__(self) -> None:
        self._root: _Node[T] = _Node()

    def add(self, phrase: str, value: T, *, loose: bool = False) -> None:
        """Make `phrase` stand for `value` as well.

        Its capitals say how it must be written in the text; `loose`: a phrase in capitals throughout need not be.
        """
        written = phrase.capitalize() if loose and phrase.isupper() and len(phrase) > 4 else phrase
        path = [piece for token in tokenise(phrase, 0, len(phrase)) for piece in _cut(token.text)]
        if not path:
            return
        node = self._root
        for piece in path:
            node = node.next.setdefault(piece, _Node())
        if (written, value) not in node.ends:
            node.ends.append((written, value))

    def find(self, tokens: Sequence[Token]) -> Iterator[tuple[int, int, T]]:
        """Yield (first token, last token, value) of every phrase in `tokens`, nested and overlapping ones too."""
        cut = [_cut(token.text) for token in tokens]
        first_steps = self._root.next
        for first, own in enumerate(cut):
            if not own:
                continue
            word = own[0]
            if word in first_steps or (word[-1] == "s" and word[:-1] in first_steps):
                yield from self._from(tokens, cut, first)

    def _from(
        self, tokens: Sequence[Token], cut: Sequence[tuple[str, ...]], first: int
    ) -> Iterator[tuple[int, int, T]]:
        node = self._root
        for last in range(first, min(first + 14, len(cut))):
            own = cut[last]
            if not own:
                return
            for place, piece in enumerate(own):
                step = node.next.get(piece)
                if step is None and piece[-1] == "s":
                    step = node.next.get(piece[:-1])
                if step is None:
                    return
                node = step
                if node.ends and (place == len(own) - 1 or _may_end_inside(tokens[last].text, own, place)):
                    for phrase, value in node.ends:
                        if written_like(tokens[first].text, phrase):
                            yield first, last, value


def _cut(word: str) -> tuple[str, ...]:
    """Return the pieces of a word, with one more for a possessive: a name goes on after it only if the list says so."""
    return (*pieces(word), _OWN) if word.endswith(POSSESSIVE) else pieces(word)


def _may_end_inside(word: str, own: tuple[str, ...], place: int) -> bool:
    """Whether a phrase may end within a word: before a plural ending (F-16s) or a lower-case tail (S-400-armed)."""
    rest = own[place + 1 :]
    if rest in (("s",), (_OWN,)):
        return True
    return len(rest[-1]) > 2 and any(f"{mark}{rest[0]}" in word for mark in _HYPHENS)


def written_like(word: str, phrase: str) -> bool:
    """Whether `word` has the capitals that `phrase` asks for at its beginning.

    >>> written_like("us", "US"), written_like("TURKEY", "Turkey"), written_like("Sadat", "SADAT")
    (False, True, False)
    """
    if phrase[0].islower() or phrase[0].isdigit():
        return True
    head = phrase.split(None, 1)[0]
    if head.isalpha() and head.isupper() and 2 <= len(head) <= _ACRONYM:
        return word[: len(head)].isupper()
    return word[0].isupper()
