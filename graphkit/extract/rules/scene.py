"""A sentence as the rules match it: a line of words and marked noun phrases, and the way back to who they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from graphkit.extract.reading import Occurrence, Reading, Sentence
from graphkit.extract.rules.mentions import country_of
from graphkit.extract.rules.phrases import Unit, units_of
from graphkit.extract.rules.words import DETERMINERS, OPENERS, PREPOSITIONS, REPORTING, is_verb

ACTORS, STATES, PERSONS = "PCOF", "COF", "P"
_SOFT = DETERMINERS | frozenset(
    [
        "new",
        "former",
        "senior",
        "top",
        "visiting",
        "then",
        "outgoing",
        "current",
        "late",
        "deputy",
        "vice",
        "acting",
        "state",
        "fellow",
        "nearby",
        "neighbouring",
    ]
)


_SHIP = re.compile(
    r"(?:INS|ICGS|HMS|HMAS|HMNZS|HMCS|USS|USNS|JS|RSS|KD|KRI|BRP|FS|BNS|SLNS|PNS|ROKS|RFS|HTMS|FGS|HNLMS|ITS)\b"
)


@dataclass
class Scene:
    """Sentence `number` of a reading. `line` is the sentence with every noun phrase as `<P3>`: its kind and its place
    among the units; country adjectives are `<c3>`, owners `<C3>'s`."""

    reading: Reading
    number: int
    units: list[Unit]
    line: str = ""
    _at: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, reading: Reading, number: int) -> Scene:
        scene = cls(reading, number, units_of(reading, number))
        parts, position = [], 0
        for index, unit in enumerate(scene.units):
            text = _rendered(unit, index)
            scene._at.append(position)
            parts.append(text)
            position += len(text) + 1
        scene.line = " ".join(parts)
        return scene

    @cached_property
    def letters(self) -> frozenset[str]:
        """The kinds of noun phrases that the sentence has."""
        return frozenset(unit.letter for unit in self.units if unit.letter)

    @property
    def sentence(self) -> Sentence:
        return self.reading.sentences[self.number]

    @property
    def title(self) -> bool:
        return self.sentence.section == "title"

    def index(self, position: int) -> int:
        """The unit at a character of the line."""
        low, high = 0, len(self._at)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self._at[middle] <= position else (low, middle)
        return low

    def start(self, index: int) -> int:
        """The character of the line at which a unit begins."""
        return self._at[index]

    def unit(self, match: re.Match[str], group: str) -> Unit | None:
        """The unit that group `group` of a match on `line` captured."""
        text = match.groupdict().get(group)
        return self.units[int(re.sub(r"\D", "", text))] if text else None

    def token(self, match: re.Match[str], group: str = "t") -> int:
        """The token at which group `group` begins."""
        return self.units[self.index(match.start(group))].first

    def members(self, unit: Unit | None) -> list[Occurrence]:
        """Every party of a unit, in order."""
        return [occurrence for mention in unit.mentions for occurrence in mention.members] if unit else []

    def countries(self, unit: Unit | None) -> list[Occurrence]:
        """The countries of a unit: themselves, the ones that organisations and persons belong to, the ones that
        weapons are said to be of ("Utopian bombers")."""
        found: list[Occurrence | None] = []
        for mention in unit.mentions if unit else ():
            owners = mention.origin if mention.letter in "WX" else (mention,)
            if mention.letter == "W" and not owners and _SHIP.match(mention.members[0].words):
                owners = (mention,)  # a ship by name is of the state whose prefix it bears
            found += [country_of(self.reading, o) for owner in owners for o in owner.members]
        return [occurrence for occurrence in found if occurrence]

    def preposition(self, index: int) -> str:
        """The preposition that governs the unit at `index`, or ""."""
        word = self.word_before(index)
        return word if word in PREPOSITIONS else ""

    def word_before(self, index: int) -> str:
        """The word before a noun phrase, its determiners and adjectives skipped; "|" at the beginning."""
        for at in range(index - 1, -1, -1):
            unit = self.units[at]
            if unit.letter == "c" or (unit.letter and unit.mentions[-1].owns):
                continue
            if unit.letter:
                return "<"
            if unit.word not in _SOFT and not unit.word.isdigit() and not ("-" in unit.word and len(unit.word) > 1):
                return unit.word
        return "|"

    def free(self, index: int) -> bool:
        """Whether the noun phrase at `index` may be a subject: nothing governs it."""
        word = self.word_before(index)
        return word in OPENERS or word in REPORTING

    def subject(self, position: int, letters: str = ACTORS) -> Unit | None:
        """The subject of the verb at a character of the line: the nearest free noun phrase on the left; the antecedent
        of "who", "which" and "that"; None if the sentence has none of `letters`."""
        index = self.index(position)
        verb = comma = False
        for at in range(index - 1, -1, -1):
            unit = self.units[at]
            if unit.letter and not unit.mentions[-1].owns and unit.letter != "c":
                if (
                    self.free(at)
                    or self._leads(at)
                    or (not verb and at == index - 1 and self.preposition(at) in {"after", "before", "as", "since"})
                ):
                    return unit if unit.letter in letters else None
            elif unit.word in {"who", "which"} or (unit.word == "that" and at and self.units[at - 1].letter):
                if not (verb and comma):
                    antecedent = self._antecedent(at)
                    if antecedent:
                        return antecedent if antecedent.letter in letters else None
            elif unit.word in {";", ":"}:
                return None
            verb = verb or is_verb(unit.word)
            comma = comma or unit.word == ","
        return None

    def _leads(self, at: int) -> bool:
        """ "A delegation led by Roe called on": who leads it acts."""
        words = [unit.word for unit in self.units[max(0, at - 4) : at]]
        return self.units[at].letter == "P" and "by" in words and bool({"led", "headed"} & set(words))

    def _antecedent(self, at: int) -> Unit | None:
        for index in range(at - 1, max(-1, at - 3), -1):
            if self.units[index].letter:
                return self.units[index]
            if self.units[index].word not in {",", "—", "–", "-"}:
                return None
        return None

    def following(self, position: int, prepositions: frozenset[str], letters: str, reach: int = 14) -> Unit | None:
        """The first noun phrase of `letters` after a character of the line that one of `prepositions` governs, in the
        same clause."""
        start = self.index(position)
        for at in range(start + 1, min(start + 1 + reach, len(self.units))):
            unit = self.units[at]
            if not unit.letter:
                if unit.word in {";", ":", "which", "who", "while", "whereas", "but", "that"}:
                    return None
                continue
            if unit.letter in letters and self.preposition(at) in prepositions:
                return unit
        return None

    def all_after(self, position: int, letters: str, reach: int = 30) -> Iterator[Unit]:
        """The noun phrases of `letters` after a character of the line, to the end of the clause."""
        start = self.index(position)
        for at in range(start + 1, min(start + 1 + reach, len(self.units))):
            unit = self.units[at]
            if unit.word in {";", "which", "who", "while", "whereas", "but"}:
                return
            if unit.letter in letters and unit.letter:
                yield unit


def _rendered(unit: Unit, index: int) -> str:
    if not unit.letter:
        return unit.word
    return f"<{unit.letter}{index}>" + ("'s" if unit.mentions[-1].owns else "")
