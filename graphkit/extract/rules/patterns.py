"""How a rule is written: a pattern over a scene's line, and which of its noun phrases fill which role.

In a pattern `{s:P}` captures a noun phrase of kind P as `s` (kinds: P person, C country, O organisation, F forum,
W weapon system, X exercise, A agreement, c adjective of a country; `ANY` actors, `ST` states and organisations),
`{s:P's}` an owner, `{s:P*}` an owner or not, `~4` up to four words, `=4` up to four words without a preposition or conjunction among them, and
`(?P<t>...)` the word that carries the event.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, product

from graphkit.extract.reading import Occurrence
from graphkit.extract.rules.found import Found
from graphkit.extract.rules.phrases import Unit
from graphkit.extract.rules.scene import ACTORS, Scene

_KINDS = {"ANY": "PCOF", "ST": "COF"}
_PHRASE = re.compile(r"\{(\w+):(\w+)('s|\*)?\}")
_FILLER = re.compile(r"~(\d+)")
_PLAIN = re.compile(r"(?<!\(\?)(?<!\(\?<)=(\d+)")
_LINKS = "of|in|at|on|for|by|from|to|with|and|or|but|after|before|during|between|about|against|as|than|that|who|which|over|into|via"
SUBJECT = "^"  # the subject of the trigger, wherever it stands


@dataclass(frozen=True)
class Pattern:
    """`name` of the rule; `subject`, `object`, `item`, `place` are groups of `regex`, or SUBJECT with its `letters`.

    `pairs` is a group whose members stand to one another ("talks between A, B and C"); `swap` exchanges subject and
    object. `country`: the ends are countries ("the navies of A and B").
    """

    name: str
    regex: str
    subject: str = "s"
    object: str = "o"
    item: str = "i"
    pairs: str = ""
    letters: str = ACTORS
    country: bool = False
    swap: bool = False
    role: str = ""

    @cached_property
    def needs(self) -> tuple[frozenset[str], ...]:
        """For each noun phrase of the pattern the letters that may stand there."""
        needed = {frozenset(_KINDS.get(match[2], match[2])) for match in _PHRASE.finditer(self.regex)}
        return tuple(sorted(needed, key=sorted))

    def possible(self, scene: Scene) -> bool:
        """Whether the scene has noun phrases of the kinds that the pattern needs."""
        return not any(scene.letters.isdisjoint(need) for need in self.needs)

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return expand(self.regex)


def expand(pattern: str) -> re.Pattern[str]:
    """Return the regular expression for a pattern."""
    text = _FILLER.sub(lambda m: rf"(?:(?![,;.:] )[^<>\s]+ ){{0,{m[1]}}}?", pattern)
    text = _PLAIN.sub(lambda m: rf"(?:(?!(?:{_LINKS}|[,;.:]) )[^<>\s]+ ){{0,{m[1]}}}?", text)

    def phrase(match: re.Match[str]) -> str:
        owner = {"'s": "'s", "*": "(?:'s)?"}.get(match[3], "(?!'s)")
        return rf"<(?P<{match[1]}>[{_KINDS.get(match[2], match[2])}]\d+)>{owner}"

    return re.compile(r"(?<![\w<])(?:" + _PHRASE.sub(phrase, text) + r")(?![\w])")


_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being|get|gets|got) (?:\w+ly |also |already |now |not )?$")


def run(scene: Scene, type_: str, patterns: Iterable[Pattern], *, passive: bool = False) -> Iterator[Found]:
    """Yield what the patterns find in a scene, every pair of a list by itself.

    A verb in the passive has no SUBJECT, unless `passive` says that its subject acts all the same ("troops were
    deployed to").
    """
    for pattern in patterns:
        if not pattern.possible(scene):
            continue
        for match in pattern.compiled.finditer(scene.line):
            if pattern.subject == SUBJECT and not passive and _is_passive(scene.line, match):
                continue
            yield from _made(scene, type_, pattern, match)


def _is_passive(line: str, match: re.Match[str]) -> bool:
    verb = match["t"].split()[0]
    return (
        not verb.endswith("ing") and _PASSIVE.search(line, max(0, match.start("t") - 20), match.start("t")) is not None
    )


def _made(scene: Scene, type_: str, pattern: Pattern, match: re.Match[str]) -> Iterator[Found]:
    trigger = scene.token(match) if "t" in match.groupdict() else scene.units[scene.index(match.start())].first
    rule = f"{type_.lower()}.{pattern.name}"
    items: list[Occurrence | None] = [*scene.members(scene.unit(match, pattern.item))] or [None]
    for subject, object_ in _ends(scene, pattern, match):
        if subject.party == object_.party:
            continue
        for item in items:
            yield Found(
                sentence=scene.number, type=type_, rule=rule, trigger=trigger, subject=subject, object=object_,
                item=item, role=pattern.role or None,
            )  # fmt: skip


def _ends(scene: Scene, pattern: Pattern, match: re.Match[str]) -> Iterator[tuple[Occurrence, Occurrence]]:
    members = scene.countries if pattern.country else scene.members
    if pattern.pairs:
        unit = _subject(scene, pattern, match) if pattern.pairs == SUBJECT else scene.unit(match, pattern.pairs)
        yield from combinations(_distinct(members(unit)), 2)
        return
    subjects = members(_subject(scene, pattern, match))
    objects = members(scene.unit(match, pattern.object))
    for subject, object_ in product(_distinct(subjects), _distinct(objects)):
        yield (object_, subject) if pattern.swap else (subject, object_)


def _subject(scene: Scene, pattern: Pattern, match: re.Match[str]) -> Unit | None:
    if SUBJECT in (pattern.subject, pattern.pairs):
        return scene.subject(match.start("t"), pattern.letters)
    return scene.unit(match, pattern.subject)


def _distinct(occurrences: Iterable[Occurrence]) -> list[Occurrence]:
    """The first occurrence of every party."""
    found: dict[int, Occurrence] = {}
    for occurrence in occurrences:
        found.setdefault(occurrence.party, occurrence)
    return list(found.values())
