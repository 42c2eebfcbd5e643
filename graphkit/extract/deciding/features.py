"""What the first stage reads of a candidate: features of its sentence, of either end and of the pair.

A feature is a short text; the parts after its first colon are trigger classes, prepositions, kinds, sides, counts
and stems of common lower-case words, never names. `reasons.py` says them in words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from graphkit.extract.deciding.candidates import Candidate
from graphkit.extract.deciding.frames import Frames, bucket
from graphkit.extract.deciding.scene import Scene
from graphkit.extract.deciding.targets import LETTERS, TARGETS
from graphkit.extract.deciding.view import Anchor, View
from graphkit.extract.deciding.words import stem

_NEGATIVE = frozenset(
    ["not", "n't", "never", "no", "without", "denied", "denies", "deny", "refused", "refuses", "rejected"]
)
_FUTURE = frozenset(
    ["will", "would", "shall", "plan", "plans", "planned", "expected", "scheduled", "upcoming", "next", "slated"]
)
_POSSIBLE = frozenset(
    ["may", "might", "could", "if", "potential", "possible", "possibly", "likely", "proposed", "considering"]
)
_QUOTES = frozenset(['"', "“", "”"])
_MANY = 4

_KINDS = {x + y: f"kinds:{x}{y}" for x in LETTERS.values() for y in LETTERS.values()}

Category = Callable[[int], str]
"""The category of a party that a gazetteer lists ("company"), or ""."""


class Features:
    """Makes the features of one article's candidates; parts that candidates share are made once."""

    def __init__(self, scene: Scene, categories: Mapping[str, str]) -> None:
        self.scene = scene
        self.categories = categories
        self._frames: dict[int, Frames] = {}
        self._here: dict[int, dict[str, str]] = {}

    def frames(self, number: int) -> Frames:
        frames = self._frames.get(number)
        if frames is None:
            frames = self._frames[number] = Frames(self.scene.views[number])
        return frames

    def of_sentence(self, number: int) -> list[str]:
        view = self.scene.views[number]
        words = view.words
        out = [f"section:{view.sentence.section}", f"place:{min(number, _MANY)}", f"length:{bucket(len(words) // 3)}"]
        out.append(f"bilateral:{self.scene.bilateral}")
        held = set(words)
        out += [
            name
            for name, cues in (
                ("negative", _NEGATIVE),
                ("future", _FUTURE),
                ("possible", _POSSIBLE),
                ("quotes", _QUOTES),
            )
            if not cues.isdisjoint(held)
        ]
        if view.sentence.quoted:
            out.append("inside-quote")
        out += ["signal:" + name for name in sorted(view.signals)]
        return out

    def of_end(self, end: str, number: int, party: int, anchor: Anchor | None) -> list[str]:
        """Features of one end; `end` is "a" (subject) or "b" (object)."""
        scene = self.scene
        who = scene.parties[party]
        out = [f"{end}-count:{min(bucket(scene.counts[party]), 5)}", f"{end}-first:{min(scene.first[party], _MANY)}"]
        if party in scene.titled:
            out.append(end + "-in-title")
        if who.unnamed:
            out.append(end + "-unnamed")
        if who.generic:
            out.append(end + "-generic")
        if who.key:
            out.append(f"{end}-category:{self.categories.get(who.key, 'listed')}")
        if who.country:
            place = scene.rank.get(who.country)
            if place is not None and place < _MANY:
                out.append(f"{end}-main:{place}")
            if who.country == scene.reading.publisher:
                out.append(end + "-publisher")
            here = self._present(number).get(who.country, "")
            out += [f"{end}-beside:{letter}" for letter in here if letter != LETTERS[who.kind.value]]
        if anchor is not None:
            out += self._of_mention(end, scene.views[number], anchor)
        return out

    def _present(self, number: int) -> dict[str, str]:
        """The kinds of parties that the sentence names, by the country that they are or belong to."""
        found = self._here.get(number)
        if found is None:
            found = self._here[number] = {}
            for anchor in self.scene.views[number].anchors:
                country = self.scene.parties[anchor.party].country
                if country and anchor.letter not in found.get(country, ""):
                    found[country] = found.get(country, "") + anchor.letter
        return found

    def _of_mention(self, end: str, view: View, anchor: Anchor) -> list[str]:
        words = view.words
        out = [f"{end}-how:{anchor.occurrence.how.value}", f"{end}-governor:{view.governors[anchor.index]}"]
        if anchor.occurrence.place:
            out.append(end + "-place")
        before = words[anchor.first - 1] if anchor.first else "^"
        after = words[anchor.last + 1] if anchor.last + 1 < len(words) else "$"
        out.append(f"{end}-before:{self._token(view, anchor.first - 1, before)}")
        out.append(f"{end}-after:{self._token(view, anchor.last + 1, after)}")
        rank = sum(1 for x in view.anchors if x.letter == anchor.letter and x.first < anchor.first)
        out.append(f"{end}-rank:{min(rank, 3)}")
        size = view.lists.count(view.lists[anchor.index])
        out.append(f"{end}-list:{min(size, _MANY)}")
        return out + self.frames(view.sentence.number).of_end(end, anchor)

    def of_pair(self, candidate: Candidate) -> list[str]:
        """Features that need both ends."""
        out = self.of_link(candidate)
        if candidate.a is not None and candidate.b is not None:
            out += self.frames(candidate.sentence).of_pair(candidate.a, candidate.b)
        return out

    def of_link(self, candidate: Candidate) -> list[str]:
        """The kinds of the two, what joins them in the article, and what stands for an end that is not named."""
        letters = self.letter(candidate.subject) + self.letter(candidate.object)
        out = [_KINDS[letters]]
        if letters[0] == "P" and letters[1] in "COF":
            out += self._office(candidate)
        after = (candidate.object, candidate.subject) in self.scene.named_after
        if candidate.a is not None and candidate.b is not None:
            return [*out, "named-after"] if after else out
        link = candidate.link
        out += ["link:" + link, f"link:{link}:{self.scene.bilateral}"]
        if after:
            out.append("link-named-after")
        return out + [f"link-signal:{link}:{name}" for name in sorted(self.scene.views[candidate.sentence].signals)]

    def _office(self, candidate: Candidate) -> list[str]:
        """How the office phrases of the sentence link a person with what may own the office."""
        person, owner = (self.scene.parties[n] for n in (candidate.subject, candidate.object))
        belongs = "unknown" if not person.country else "yes" if person.country == owner.country else "no"
        out = ["belongs:" + belongs]
        own = [phrase for phrase in self.scene.offices[candidate.sentence] if phrase.holder == candidate.subject]
        if not own:
            return [*out, "office-phrase:none"]
        phrase = own[0]
        whose = "none" if phrase.owner is None else "object" if phrase.owner == candidate.object else "other"
        kind = self.categories.get(f"office:{phrase.office}", "unlisted")
        out += ["office-owner:" + whose, f"office-of:{kind}", f"office-owner:{whose}:{kind}:{belongs}"]
        return [*out, "office-former"] if phrase.former else out

    def of_target(self, candidate: Candidate, target: int) -> list[str]:
        """Features that mean the same for every target, in its own words."""
        a, b = candidate.a, candidate.b
        if a is None or b is None:
            return ["apart:" + candidate.link]
        frames = self.frames(candidate.sentence)
        return frames.of_target(a, b, TARGETS[target]) + frames.of_place(a, b)

    def letter(self, party: int) -> str:
        return self.scene.letters[party]

    def _token(self, view: View, i: int, word: str) -> str:
        if 0 <= i < len(view.at) and view.at[i] >= 0:
            return "#" + view.anchors[view.at[i]].letter
        if 0 <= i < len(view.classes) and view.classes[i]:
            return "@" + view.classes[i][0]
        return word if not word.isalpha() or len(word) < 5 else stem(word)
