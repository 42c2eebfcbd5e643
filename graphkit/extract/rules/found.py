"""What a rule hands on: one relation that one sentence states, with the words that made the rule fire."""

from __future__ import annotations

from dataclasses import dataclass

from graphkit.extract.reading import Occurrence


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """`subject` `type` `object` about `item` in sentence `sentence`; `rule` names what fired ("met.talks_with").

    The ends are occurrences of the reading, so spans and antecedents are at hand. An end that no words of the sentence
    name has `how` IMPLIED. `trigger` is the index of the token that carries the event: status and date belong to it.
    `office` is the number of an `OfficePhrase` in `reading.offices`; `topic` the token range (last included) of a
    matter that is no party ("logistics support"). `role` is PARTICIPATES_IN's. `negated`: the construction itself says
    that it is not so, whatever the clause around it.
    """

    sentence: int
    type: str
    rule: str
    trigger: int
    subject: Occurrence
    object: Occurrence | None = None
    item: Occurrence | None = None
    place: Occurrence | None = None
    office: int | None = None
    topic: tuple[int, int] | None = None
    role: str | None = None
    negated: bool = False

    def ends(self) -> tuple[int, int | None, int | None]:
        """Party numbers of subject, object and item."""
        return (
            self.subject.party,
            self.object.party if self.object else None,
            self.item.party if self.item else None,
        )
