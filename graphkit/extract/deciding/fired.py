"""Which rules fired for which candidate: rules add candidates and stand as features of those they name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graphkit.extract.deciding.candidates import Candidate
from graphkit.extract.deciding.scene import Scene
from graphkit.extract.deciding.targets import BY_PAIR, INDEX, LETTERS, TARGETS
from graphkit.extract.deciding.view import Anchor
from graphkit.extract.reading import Occurrence
from graphkit.extract.rules.found import Found

Ends = tuple[int, int, int]  # sentence, subject, object


def questions(found: Found) -> list[tuple[int, Occurrence, Occurrence]]:
    """Return (target, subject, object) that a finding answers: a purchase has an item and perhaps a seller."""
    if found.type == "PROCURES":
        pairs = [("PROCURES.item", found.item), ("PROCURES.seller", found.object)]
        return [(INDEX[name], found.subject, end) for name, end in pairs if end is not None]
    return [(INDEX[found.type], found.subject, found.object)] if found.object is not None else []


def by_ends(scene: Scene, findings: Iterable[Found]) -> dict[Ends, dict[int, list[Found]]]:
    """Return the findings by sentence and parties, then by target; a symmetric one in the order of mention."""
    out: dict[Ends, dict[int, list[Found]]] = {}
    for found in findings:
        for target, subject, object_ in questions(found):
            a, b = subject.party, object_.party
            letters = LETTERS.get(scene.parties[a].kind.value, "?") + LETTERS.get(scene.parties[b].kind.value, "?")
            if a == b or target not in BY_PAIR.get(letters, ()):
                continue
            out.setdefault((found.sentence, a, b), {}).setdefault(target, []).append(found)
    return out


def with_rules(
    scene: Scene, asked: Sequence[Candidate], fired: dict[Ends, dict[int, list[Found]]]
) -> tuple[list[Candidate], list[dict[int, tuple[str, ...]]]]:
    """Return the candidates, with those that only a rule has found, and the names of the rules by target."""
    open_ = {ends: dict(targets) for ends, targets in fired.items()}
    out: list[Candidate] = []
    names: list[dict[int, tuple[str, ...]]] = []
    for candidate in asked:
        held: dict[int, tuple[str, ...]] = {}
        turned = (candidate.sentence, candidate.object, candidate.subject)
        for ends in ((candidate.sentence, candidate.subject, candidate.object), turned):
            for target in list(open_.get(ends, ())):
                if target in candidate.targets and (ends is not turned or TARGETS[target].symmetric):
                    held[target] = tuple(sorted({found.rule for found in open_[ends].pop(target)}))
        out.append(candidate)
        names.append(held)
    for (sentence, a, b), targets in sorted(open_.items()):
        if targets:
            out.append(_from_rule(scene, sentence, a, b, targets))
            names.append({t: tuple(sorted({f.rule for f in found})) for t, found in sorted(targets.items())})
    return out, names


def _from_rule(scene: Scene, sentence: int, a: int, b: int, targets: dict[int, list[Found]]) -> Candidate:
    subject, object_ = (_anchor(scene, sentence, party) for party in (a, b))
    return Candidate(sentence, a, b, tuple(sorted(targets)), "" if subject and object_ else "rule", subject, object_)


def _anchor(scene: Scene, sentence: int, party: int) -> Anchor | None:
    return next((anchor for anchor in scene.views[sentence].anchors if anchor.party == party), None)
