"""How far an act has come: done, planned, proposed or denied, by the words that govern it in its clause."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graphkit.extract.attributes.clauses import clauses
from graphkit.extract.attributes.numerals import words
from graphkit.extract.attributes.phrases import Hit, Phrases
from graphkit.extract.reading import Sentence, Token
from graphkit.model.claims import PHASES, Status

BEFORE, AFTER = (
    14,
    9,
)  # tokens; beyond them the words of a clause rarely govern the act (measured on annotated articles)
_GOVERNORS = frozenset(words("that whether if to which who , and but"))
_DETERMINERS = frozenset(
    words("the a an its their his her our this that these those any each all both some more further")
)


@dataclass(frozen=True, slots=True)
class _Act:
    tokens: Sequence[Token]
    trigger: int
    first: int
    last: int
    type: str
    title: bool


class StatusReader:
    """Reads the status of acts by the classes of `lexicons/status.yaml`."""

    def __init__(self, lexicon: Mapping[str, Sequence[str]]) -> None:
        self._phrases = Phrases(lexicon)

    def status_of(self, sentence: Sentence, trigger: int, type_: str = "") -> tuple[Status, str | None]:
        """Return the status of the act that token `trigger` names, and for a denial its phase (of PHASES) or None.

        Denied outweighs proposed, proposed planned, planned done. `type_` is the relation: what counts as done
        differs (an announced aid package is planned, an office is held, an accusation has been made).
        """
        act = self._act(sentence, trigger, type_)
        return self._judge(act, list(self._phrases.find(act.tokens, act.first, act.last)))

    def _act(self, sentence: Sentence, trigger: int, type_: str) -> _Act:
        numbers = clauses(sentence.tokens)
        own = numbers[trigger]
        first = last = trigger
        while first > 0 and trigger - first < BEFORE and numbers[first - 1] == own:
            first -= 1
        while last + 1 < len(numbers) and last - trigger < AFTER and numbers[last + 1] == own:
            last += 1
        return _Act(sentence.tokens, trigger, first, last, type_, sentence.section == "title")

    def _judge(self, act: _Act, hits: list[Hit]) -> tuple[Status, str | None]:
        names = {hit.name for hit in hits}
        for phase in PHASES:
            if phase in names:
                return Status.DENIED, phase
        if "negation" in names and "not_negation" not in names:
            return Status.DENIED, None
        if "proposed" in names:
            return Status.PROPOSED, None
        if "planned" in names:
            return Status.PLANNED, None
        return Status.DONE, None
