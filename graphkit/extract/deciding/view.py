"""One sentence prepared for deciding: trigger classes by word, lists, clauses, what governs every mention."""

from __future__ import annotations

from dataclasses import dataclass, field

from graphkit.extract.deciding.targets import LETTERS
from graphkit.extract.deciding.triggers import Triggers
from graphkit.extract.reading import How, Occurrence, Reading, Sentence

PREPOSITIONS = frozenset(
    [
        "of",
        "to",
        "with",
        "from",
        "for",
        "by",
        "at",
        "on",
        "in",
        "between",
        "against",
        "into",
        "under",
        "after",
        "during",
        "including",
        "amid",
        "alongside",
        "over",
        "through",
        "about",
        "among",
        "toward",
        "towards",
        "near",
        "as",
        "before",
        "than",
        "upon",
        "via",
        "within",
        "without",
        "across",
        "inside",
    ]
)
_BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "get", "gets", "got"])
_AUX = (
    frozenset(
        [
            "has",
            "have",
            "had",
            "will",
            "would",
            "shall",
            "should",
            "can",
            "could",
            "may",
            "might",
            "must",
            "do",
            "does",
            "did",
            "to",
        ]
    )
    | _BE
)
_BREAKS = frozenset(
    [
        "while",
        "but",
        "which",
        "who",
        "whom",
        "whose",
        "where",
        "when",
        "after",
        "before",
        "because",
        "although",
        "though",
        "if",
        "that",
    ]
)
_STOPS = frozenset([";", ":", "—", "–", '"', "“", "”"])
_JOIN = frozenset([",", "and", "&", "or", "as", "well", "along", "plus", "together", "both"])
_DETERMINERS = frozenset(
    [
        "the",
        "a",
        "an",
        "his",
        "her",
        "their",
        "its",
        "our",
        "my",
        "this",
        "that",
        "these",
        "those",
        "both",
        "new",
        "then",
        "former",
    ]
)
_FAR = 10  # words to the left among which a governing preposition is looked for


@dataclass(frozen=True, slots=True)
class Anchor:
    """A mention in its sentence: `number` of its party, kind `letter`, first and last token, how it is named."""

    index: int
    party: int
    letter: str
    first: int
    last: int
    occurrence: Occurrence


@dataclass(slots=True)
class View:
    """What features read of one sentence. `governors[i]` and `lists[i]` belong to `anchors[i]`."""

    sentence: Sentence
    words: list[str]
    classes: list[tuple[str, ...]]
    anchors: list[Anchor]
    at: list[int]  # token -> index of the anchor that covers it, or -1
    clauses: list[int]
    passive: list[bool]
    verbal: list[bool]
    signals: frozenset[str]
    lists: list[int] = field(default_factory=list)
    governors: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)  # token of the governing preposition, or -1


def view_of(reading: Reading, number: int, triggers: Triggers) -> View:
    """Prepare sentence `number`."""
    sentence = reading.sentences[number]
    words = [token.lower for token in sentence.tokens]
    classes = triggers.of_words(words)
    anchors: list[Anchor] = []
    at = [-1] * len(words)
    for occurrence in reading.occurrences[number]:
        letter = LETTERS.get(reading.parties[occurrence.party].kind.value)
        if letter is None or occurrence.how is How.IMPLIED:
            continue
        index = len(anchors)
        anchors.append(Anchor(index, occurrence.party, letter, occurrence.first, occurrence.last, occurrence))
        for i in range(occurrence.first, occurrence.last + 1):
            if at[i] < 0:
                at[i] = index
    view = View(
        sentence=sentence,
        words=words,
        classes=classes,
        anchors=anchors,
        at=at,
        clauses=_clauses(words, at),
        passive=_passives(words),
        verbal=[_verbal(words, i) for i in range(len(words))],
        signals=frozenset(name for names in classes for name in names),
    )
    view.lists = _lists(view)
    for anchor in anchors:
        preposition, head = _governor(view, anchor)
        view.governors.append(preposition)
        view.heads.append(head)
    return view


def _clauses(words: list[str], at: list[int]) -> list[int]:
    """Number the clauses: a conjunction, relative word, semicolon, dash or participle after a comma begins one."""
    out = []
    clause = 0
    for i, word in enumerate(words):
        if i and at[i] < 0:
            participle = word.endswith("ing") and len(word) > 5 and words[i - 1] == ","
            if word in _BREAKS or word in _STOPS or participle:
                clause += 1
        out.append(clause)
    return out


def _passives(words: list[str]) -> list[bool]:
    out = []
    for i, word in enumerate(words):
        form = word.endswith(("ed", "en", "ld", "nt", "pt", "de", "ght"))
        out.append(form and any(words[j] in _BE for j in range(max(0, i - 3), i)))
    return out


def _verbal(words: list[str], i: int) -> bool:
    word = words[i]
    if word.endswith(("ed", "ing")) and len(word) > 4:
        return True
    return (i > 0 and words[i - 1] in _AUX) or word in (
        "met",
        "held",
        "sold",
        "bought",
        "sent",
        "gave",
        "took",
        "led",
        "said",
    )


def _lists(view: View) -> list[int]:
    """Return for each anchor the index of the first anchor of its list ("A, B and C"), itself if alone."""
    out: list[int] = []
    for anchor in view.anchors:
        home = anchor.index
        for other in reversed(view.anchors[: anchor.index]):
            if other.last >= anchor.first or other.letter != anchor.letter:
                continue
            gap = view.words[other.last + 1 : anchor.first]
            if len(gap) > 6:
                break
            if _joins(gap, view, other):
                home = out[other.index]
            break
        out.append(home)
    return out


def _joins(gap: list[str], view: View, other: Anchor) -> bool:
    if not gap:
        return False
    if not any(word in _JOIN or word in ("-", "/", "–") for word in gap):
        return False
    for offset, word in enumerate(gap):
        covered = view.at[other.last + 1 + offset] >= 0
        office = "office" in view.classes[other.last + 1 + offset]
        if not (word in _JOIN or word in _DETERMINERS or word in ("-", "/", "–", "'s", "’s") or covered or office):
            return False
    return True


def _governor(view: View, anchor: Anchor) -> tuple[str, int]:
    """Return the preposition that governs the mention (or "") and its token; members of a list share it."""
    first = view.anchors[view.lists[anchor.index]].first
    j = first - 1
    for _ in range(_FAR):
        if j < 0:
            return "", -1
        word = view.words[j]
        if word in PREPOSITIONS:
            return word, j
        index = view.at[j]
        if index >= 0:
            inside = view.anchors[index]
            if inside.letter == anchor.letter and inside.occurrence.how is not How.ADJECTIVE:
                return "", -1
            j = inside.first - 1
            continue
        if word in _AUX or word in (
            ",",
            ";",
            ":",
            "-",
            "—",
            "–",
            "that",
            "which",
            "who",
            "said",
            '"',
            "“",
            "and",
            "or",
        ):
            return "", -1
        if view.verbal[j] and len(word) > 5 and "office" not in view.classes[j]:
            return "", -1
        j -= 1
    return "", -1
