"""Common nouns that stand for a thing named before: "the company", "the exercise", "these aircraft"."""

from __future__ import annotations

from graphkit.extract.entities.board import Board
from graphkit.extract.entities.listed import Lists
from graphkit.extract.entities.memory import Memory
from graphkit.extract.reading import How
from graphkit.extract.tokens import word_set
from graphkit.model.claims import Kind

_DEFINITE = word_set("the this these those that such")
_FIRMS = ("company", "shipyard")
_UNIONS = ("alliance", "union", "bloc")
_REACH = 4  # words between the article and its noun
_WINDOW = 2  # sentences


class Anaphora:
    """Puts the last thing of its kind where a definite noun stands for it."""

    def __init__(self, lists: Lists, memory: Memory) -> None:
        words = lists.words
        self._memory = memory
        self._kinds: dict[str, tuple[Kind, tuple[str, ...]]] = {}
        for name, kind, categories in (
            ("weapon_anaphors", Kind.WEAPON_SYSTEM, ()),
            ("exercise_anaphors", Kind.EXERCISE, ()),
            ("forum_anaphors", Kind.FORUM, ()),
            ("union_anaphors", Kind.ORGANISATION, _UNIONS),
            ("company_anaphors", Kind.ORGANISATION, _FIRMS),
        ):
            self._kinds.update(dict.fromkeys(sorted(words[name]), (kind, categories)))
        self._modifiers = words["weapon_modifiers"] | words["weapon_adjectives"] | words["exercise_words"]

    def word(self, board: Board, index: int) -> None:
        """Resolve the noun at `index` if an article or "these" stands before it and its modifiers.

        The only exercise, forum or firm of an article may be meant from afar.
        """
        found = self._kinds.get(board.words[index])
        if found is None or board.caps[index]:
            return
        first = self._start(board, index)
        if first is None:
            return
        kind, categories = found
        things = self._memory.things.get(kind, [])
        alone = len(things) == 1 and kind is not Kind.WEAPON_SYSTEM and not things[0].figure.generic
        seen = [
            s
            for s in things
            if not (s.board == board.number and s.first >= first)
            and (alone or board.number - s.board <= _WINDOW)
            and (not categories or s.figure.category in categories)
        ]
        if seen:
            hit = board.put(first, index, seen[-1].figure, How.PRONOUN, take=False)
            hit.antecedent = seen[-1].span

    def _start(self, board: Board, index: int) -> int | None:
        for first in range(index - 1, max(-1, index - 1 - _REACH), -1):
            if board.words[first] in _DEFINITE:
                return first
            if board.caps[first] or board.words[first] not in self._modifiers:
                return None
        return None
