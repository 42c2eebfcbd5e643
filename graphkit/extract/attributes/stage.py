"""How far a procurement has come, by the words around what names it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphkit.extract.attributes.clauses import clauses
from graphkit.extract.attributes.phrases import Phrases
from graphkit.extract.reading import Sentence
from graphkit.model.claims import STAGES, Status

_OF_STATUS = {
    Status.DONE: ("inducted", "delivered", "contracted"),
    Status.PLANNED: ("delayed", "contracted", "approved", "delivered", "inducted", "negotiated"),
    Status.PROPOSED: ("negotiated", "approved", "offered", "sought"),
    Status.DENIED: ("cancelled", "delayed"),
}
"""What a status allows, the most telling first: the sum of a procurement in progress is its furthest sure step."""


class StageReader:
    """Reads stages by the classes of `lexicons/stages.yaml` (those of `model.claims.STAGES`)."""

    def __init__(self, lexicon: Mapping[str, Sequence[str]]) -> None:
        unknown = sorted(set(lexicon) - set(STAGES))
        if unknown:
            raise ValueError(f"no stages of a procurement: {', '.join(unknown)}; known: {', '.join(STAGES)}")
        self._phrases = Phrases(lexicon)

    def stage_of(self, sentence: Sentence, trigger: int, status: Status) -> str | None:
        """Return the stage that the clause of token `trigger` names and `status` allows, or None.

        The trigger's own word says most, then the nearest word of an allowed stage.
        """
        numbers = clauses(sentence.tokens)
        allowed = _OF_STATUS[status]
        found = [
            (abs(hit.first - trigger), allowed.index(hit.name), hit.name)
            for hit in self._phrases.find(sentence.tokens)
            if hit.name in allowed and numbers[hit.first] == numbers[trigger]
        ]
        return min(found)[2] if found else None
