"""What is decided about a pair of parties: the relations, with PROCURES as two questions (item and seller).

A target is asked only for the kinds of ends that careful readers annotated, and only in a sentence with at
least one word of its `signals`: without one the relation is practically never stated.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graphkit.ontology.relations import SYMMETRIC

LETTERS = {
    "Country": "C", "Person": "P", "Organisation": "O", "Forum": "F", "WeaponSystem": "W", "Exercise": "X",
}  # fmt: skip
"""Kinds that can stand at the ends of a candidate, by their letter."""


@dataclass(frozen=True, slots=True)
class Target:
    """`pairs` are the kind letters of subject and object, `signals` trigger classes. `core` are the classes that name
    the relation itself and who acts in them: "+" the subject, "-" the object, "=" both alike."""

    name: str
    relation: str
    pairs: tuple[str, ...]
    signals: frozenset[str]
    core: Mapping[str, str]
    symmetric: bool


def _target(name: str, pairs: str, core: str, further: str) -> Target:
    relation = name.partition(".")[0]
    roles = {word[:-1]: word[-1] for word in core.split()}
    signals = frozenset(roles) | frozenset(further.split())
    return Target(name, relation, tuple(pairs.split()), signals, roles, relation in SYMMETRIC)


TARGETS = (
    _target("MET", "PP CC OO CO OC PO OP PC CP",
            "meet= talk= phone= host= counterpart= negotiate=", "call sideline delegation visit forum say"),
    _target("VISITED", "PC", "visit+ travel+", "delegation host meet talk attend forum sign"),
    _target("HOLDS_OFFICE", "PC PO PF", "office+ appoint+", "counterpart"),
    _target("PROCURES.item", "CW OW FW",
            "buy+ order+ induct+ interest+ deal+ sell- supply- offer- approve- give-",
            "agree cancel sign deploy donate transfer"),
    _target("PROCURES.seller", "CC CO OC OO",
            "buy+ order+ interest+ deal= sell- supply- offer- approve- give-",
            "induct agree cancel sign deploy transfer"),
    _target("CO_PRODUCES", "CC OO CO OC", "venture= coproduce= produce= develop=", "technology joint"),
    _target("TRANSFERS_TECHNOLOGY", "CC OC CO OO", "technology+ transfer+", "coproduce share"),
    _target("AGREED_WITH", "CC OO CO OC CF FC OF FO FF", "sign= pact= deal= agree= negotiate=", "affirm approve cancel"),
    _target("EXERCISES_WITH", "CC", "exercise= train=", "joint sail"),
    _target("PARTICIPATES_IN", "PF CF OF PO CO OO CX OX PX FF",
            "member+ join+ attend+ chair+ host+ forum+ exercise+", "sideline visit meet talk say train travel"),
    _target("AIDS", "CC OC FC OO CO", "give+ donate+ fund+ aid+ support+ train+",
            "supply transfer deploy approve affirm share"),
    _target("DEPLOYS_TO", "CC OC FC", "deploy+ sail+ forces+ base+", "visit give exercise travel"),
    _target("SANCTIONS", "CC OC FC CO CF PC CP OP OO", "sanction+ ban+ impose+", "threaten"),
    _target("OPPOSES", "CC PC OC FC CO CF PP CP PO PF FP OP OO",
            "condemn+ accuse+ threaten+ attack+ against+ expel+ counter+ war= dispute=", "ban sanction impose"),
    _target("COOPERATES_WITH", "CC OC FC CO CF OO",
            "cooperate= ties= deepen= support= share= logistics=", "affirm joint agree train"),
)  # fmt: skip

NAMES = tuple(target.name for target in TARGETS)
INDEX = {name: number for number, name in enumerate(NAMES)}


def _by_pair() -> dict[str, tuple[int, ...]]:
    pairs = sorted({pair for target in TARGETS for pair in target.pairs})
    return {pair: tuple(n for n, target in enumerate(TARGETS) if pair in target.pairs) for pair in pairs}


BY_PAIR = _by_pair()
"""Numbers of the targets that may be asked of two kinds."""
