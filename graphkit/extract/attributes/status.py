"""How far an act has come: done, planned, proposed or denied, by the words that govern it in its clause."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graphkit.extract.attributes.clauses import clauses
from graphkit.extract.attributes.numerals import words
from graphkit.extract.attributes.phrases import Hit, Phrases
from graphkit.extract.reading import Sentence, Token
from graphkit.model.claims import PHASES, Status

NEAR, STANDING, WISH = 5, 2, 8
BEFORE, AFTER = (
    14,
    9,
)  # tokens; beyond them the words of a clause rarely govern the act (measured on annotated articles)
_CUES = frozenset({*PHASES, "negation", "proposed", "planned", "ongoing", "completed"})
_AUXILIARIES = frozenset(words("is are was were be been being has have had to will would may might could should shall"))
_PAST = frozenset(
    words("met held took made gave sent sold bought went came flew struck led spoke had paid visited signed")
)
_ADJECTIVES = frozenset(
    words(
        "united armed combined advanced related based so-called integrated limited unprecedented detailed shared need speed"
    )
)
_NO_DENIAL = frozenset(
    {"OPPOSES", "HOLDS_OFFICE", "AGREED_WITH", "MET", "VISITED"}
)  # their words for "ended" mean other things
_ADVERBS = frozenset(words("also already just recently jointly later then first again today yesterday"))
_NEGATIONS = frozenset(words("not never n't didn't didn’t"))
_CONTRACTS = frozenset(words("deal deals contract contracts agreement agreements order orders pact treaty mou"))
_NOT_OF_A_PLAN = frozenset(words("in at following after with by and , during was were is are came comes"))
_RANKS = frozenset(words("only first second third last latest"))
_TALKS = frozenset({"MET", "OPPOSES", "COOPERATES_WITH", "VISITED", "PARTICIPATES_IN"})


@dataclass(frozen=True, slots=True)
class _Act:
    """`first` to `last` is the stretch of tokens around the trigger that may govern it."""

    tokens: Sequence[Token]
    trigger: int
    first: int
    last: int
    type: str
    title: bool

    def word(self, index: int) -> str:
        return self.tokens[index].lower if 0 <= index < len(self.tokens) else ""

    def near(self, hits: Sequence[Hit], name: str) -> bool:
        return any(hit.name == name for hit in hits)


class StatusReader:
    """Reads the status of acts by the classes of `lexicons/status.yaml`."""

    def __init__(self, lexicon: Mapping[str, Sequence[str]]) -> None:
        self._phrases = Phrases(lexicon)
        self._verbs = frozenset(lexicon.get("verbs", ()))

    def status_of(self, sentence: Sentence, trigger: int, type_: str = "") -> tuple[Status, str | None]:
        """Return the status of the act that token `trigger` names, and for a denial its phase (of PHASES) or None.

        The nearest word that governs the act decides; a negation before it outweighs it. `type_` is the relation:
        what counts as done differs (an announced aid package is planned, an office is held, an accusation is made).
        """
        act = _act(sentence, trigger, type_)
        hits = list(self._phrases.find(act.tokens, act.first, act.last))
        if type_ == "HOLDS_OFFICE":
            named = any(hit.name == "nomination" and -2 <= trigger - hit.last <= NEAR for hit in hits)
            return (Status.PLANNED if named else Status.DONE), None
        found = self._before(act, hits) or _itself(act, hits) or _after(act, hits) or (Status.DONE, None)
        return _settled(act, hits, found)

    def _before(self, act: _Act, hits: Sequence[Hit]) -> tuple[Status, str | None] | None:
        """Walk left from the trigger to the word that governs it."""
        if _is_finite(act):
            return None if _own(act, hits) else (Status.DONE, None)
        if act.word(act.trigger - 1) == "by" and act.word(act.trigger).endswith("ing"):  # "by deepening its ties"
            return Status.DONE, None
        reach = STANDING if any(hit.name == "standing" and hit.first == act.trigger for hit in hits) else BEFORE
        at = {
            h.last: h
            for h in sorted(hits, key=lambda h: (h.last, -h.first))
            if h.name in _CUES and h.last < act.trigger
        }
        infinitive = False
        for index in range(act.trigger - 1, max(act.first, act.trigger - reach) - 1, -1):
            if index in at and (found := _verdict(at[index], act, hits)):
                return found
            if act.word(index) == "to" and act.word(index + 1) in self._verbs:
                infinitive = infinitive or not _settled_infinitive(act, index)
            elif _finished(act.word(index)) and index < act.trigger - 1:  # right before a noun it is an adjective
                break
        return (Status.PLANNED, None) if infinitive and act.type not in {"OPPOSES", "PARTICIPATES_IN"} else None


def _act(sentence: Sentence, trigger: int, type_: str) -> _Act:
    numbers = clauses(sentence.tokens)
    first = last = trigger
    while first > 0 and trigger - first < BEFORE and numbers[first - 1] == numbers[trigger]:
        first -= 1
    while last + 1 < len(numbers) and last - trigger < AFTER and numbers[last + 1] == numbers[trigger]:
        last += 1
    return _Act(sentence.tokens, trigger, first, last, type_, sentence.section == "title")


def _is_finite(act: _Act) -> bool:
    """The trigger is a verb of the past with no auxiliary before it: "met", "and signed"."""
    word = act.word(act.trigger)
    if not (word in _PAST or (word.endswith("ed") and len(word) > 3 and "-" not in word)):
        return False
    index = act.trigger - 1
    while index >= act.first and (act.word(index).endswith("ly") or act.word(index) in _ADVERBS):
        index -= 1
    return act.word(index) not in _AUXILIARIES - {"has", "have", "had"} and act.word(index) not in _NEGATIONS


def _settled_infinitive(act: _Act, index: int) -> bool:
    """ "A contract to deliver" says no more than the contract; "the first to visit" has visited."""
    if act.word(index - 1) in _CONTRACTS or (act.word(index + 1) == "be" and act.word(index + 2).endswith("ing")):
        return True
    return any(act.word(i) in _RANKS for i in range(max(act.first, index - 12), index))


def _own(act: _Act, hits: Sequence[Hit]) -> list[Hit]:
    """The trigger is itself a word of status: "offered 20 jets", "was suspended"."""
    if act.type in _TALKS:
        return []
    return [h for h in hits if h.first <= act.trigger <= h.last and h.name in {"proposed", "planned", *PHASES}]


def _itself(act: _Act, hits: Sequence[Hit]) -> tuple[Status, str | None] | None:
    own = _own(act, hits)
    return _verdict(own[0], act, hits) if own else None


def _after(act: _Act, hits: Sequence[Hit]) -> tuple[Status, str | None] | None:
    """What is said of the act as a thing: "is expected", "to be held", "could follow", "was cancelled"."""
    if _is_finite(act):
        return None
    for hit in hits:
        if hit.first <= act.trigger or hit.name not in _CUES:
            continue
        led = act.word(hit.first - 1) in _AUXILIARIES or act.word(hit.first) in _AUXILIARIES
        if (led or act.word(hit.first) in {"set", "scheduled", "due", "planned", "expected"}) and (
            found := _verdict(hit, act, hits)
        ):
            return found
    if act.type in {"MET", "VISITED", "EXERCISES_WITH"} and act.near(hits, "coming"):
        return Status.PLANNED, None
    return None


def _finished(word: str) -> bool:
    """A finite verb of the past that is no cue: what it governs is done."""
    return word in _PAST or (word.endswith("ed") and len(word) > 4 and word not in _ADJECTIVES and "-" not in word)


def _verdict(hit: Hit, act: _Act, hits: Sequence[Hit]) -> tuple[Status, str | None] | None:
    if hit.name in PHASES or hit.name == "negation":
        called_off = act.type in {"MET", "VISITED"} and hit.name in PHASES and 0 < act.trigger - hit.last <= 3
        if (act.type in _NO_DENIAL and not called_off) or any(
            h.name == "not_negation" and h.first <= hit.first <= h.last for h in hits
        ):
            return None
        return Status.DENIED, hit.name if hit.name in PHASES else None
    before = [h.name for h in hits if h.name in {"negation", *PHASES} and 0 < hit.first - h.last <= 3]
    if before and act.type not in _NO_DENIAL:  # "has not decided to", "scrapped plans to"
        return Status.DENIED, None if before[-1] == "negation" else before[-1]
    if hit.name in ("ongoing", "completed"):
        return None if hit.name == "ongoing" and act.type == "AIDS" else (Status.DONE, None)
    if act.word(hit.first) == "to" and act.word(hit.last + 1).endswith("ing"):  # "appears to be growing"
        return None
    if act.word(hit.first) in {"plan", "plans"} and act.word(hit.first + 1) in _NOT_OF_A_PLAN:
        return None
    if act.word(hit.first).startswith("discuss") and act.type in _TALKS - {"COOPERATES_WITH"}:
        return None
    return (Status.PROPOSED if hit.name == "proposed" else Status.PLANNED), None


def _settled(act: _Act, hits: Sequence[Hit], found: tuple[Status, str | None]) -> tuple[Status, str | None]:
    """What the relation makes of it."""
    status = found[0]
    if act.type == "OPPOSES" and status is Status.PLANNED:
        return Status.DONE, None
    if act.type == "COOPERATES_WITH" and status is not Status.DENIED and not act.near(hits, "change"):
        return Status.DONE, None
    if act.type == "PROCURES" and status is Status.DONE and act.near(hits, "approval"):
        return (Status.PROPOSED if act.near(hits, "seller") else Status.PLANNED), None
    if act.type == "AIDS" and status is Status.DONE and act.near(hits, "announcement") and not _is_finite(act):
        return Status.PLANNED, None
    if act.type == "SANCTIONS" and any(act.word(i).startswith("threat") for i in range(act.first, act.trigger)):
        return Status.PROPOSED, None
    if act.type == "PARTICIPATES_IN" and any(h.name == "wish" and abs(h.first - act.trigger) <= WISH for h in hits):
        return Status.PROPOSED, None
    return found
