"""The fourteen types of relations: who may stand at either end, symmetry, and the field's codes.

What each means is written in `ontology/README.md`. The table accepts every pair that careful readers found in
real articles; Organisation and Forum are interchangeable everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import product

from graphkit.model.claims import Claim, Kind, Status

C, P, ORG, F = Kind.COUNTRY, Kind.PERSON, Kind.ORGANISATION, Kind.FORUM
W, X, A = Kind.WEAPON_SYSTEM, Kind.EXERCISE, Kind.AGREEMENT
_STATES = (C, ORG, F)
_ANYBODY = (P, C, ORG, F)
_MATTER = (W, Kind.TOPIC, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Codes:
    """Event codes for one status: CAMEO (text, leading zeros) and PLOVER event type, empty where none fits."""

    cameo: str = ""
    plover: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """`phrase` reads subject–phrase–object. `period`: two events in different years are two facts.

    `colour` is a hex RGB with a contrast of 3:1 or more on white and on dark paper; kin have kindred colours.
    """

    name: str
    phrase: str
    subjects: tuple[Kind, ...]
    objects: tuple[Kind | None, ...]
    items: tuple[Kind | None, ...]
    colour: str
    symmetric: bool = False
    period: bool = True
    codes: dict[Status, Codes] = field(default_factory=dict)

    @property
    def pairs(self) -> frozenset[tuple[Kind, Kind | None, Kind | None]]:
        """Every legal (subject kind, object kind or none, item or office kind or none)."""
        return frozenset(product(self.subjects, self.objects, self.items))


def _codes(done: str, planned: str, denied: str, plover: str) -> dict[Status, Codes]:
    return {
        Status.DONE: Codes(cameo=done, plover=plover),
        Status.PLANNED: Codes(cameo=planned, plover="AGREE" if planned else ""),
        Status.PROPOSED: Codes(cameo=planned, plover="AGREE" if planned else ""),
        Status.DENIED: Codes(cameo=denied, plover="REJECT" if denied else ""),
    }


RELATIONS = (
    Relation(
        name="MET", phrase="met", symmetric=True, subjects=_ANYBODY, objects=_ANYBODY, items=(None,),
        colour="#3F7FC4", codes=_codes("040", "036", "125", "CONSULT"),
    ),
    Relation(
        name="VISITED", phrase="visited", subjects=(P,), objects=(C,), items=(None,),
        colour="#2B93B5", codes=_codes("042", "036", "125", "CONSULT"),
    ),
    Relation(
        name="HOLDS_OFFICE", phrase="holds office in", subjects=(P,), objects=_STATES, items=(Kind.OFFICE,), period=False,
        colour="#7D8793", codes=_codes("", "", "", ""),
    ),
    Relation(
        name="PROCURES", phrase="procures", subjects=_STATES, objects=(*_STATES, None), items=(W, None),
        colour="#D2563A", codes=_codes("061", "0312", "1212", "COOPERATE"),
    ),
    Relation(
        name="CO_PRODUCES", phrase="co-produces with", symmetric=True, subjects=_STATES, objects=(*_STATES, None),
        items=_MATTER, colour="#C2457A", codes=_codes("062", "0312", "1212", "COOPERATE"),
    ),
    Relation(
        name="TRANSFERS_TECHNOLOGY", phrase="transfers technology to", subjects=_STATES, objects=_STATES,
        items=_MATTER, colour="#B25FB0", codes=_codes("062", "0312", "1212", "COOPERATE"),
    ),
    Relation(
        name="AGREED_WITH", phrase="agreed with", symmetric=True, subjects=_STATES, objects=_STATES,
        items=(A, None), colour="#2E8B57", codes=_codes("057", "0312", "1212", "SUPPORT"),
    ),
    Relation(
        name="EXERCISES_WITH", phrase="exercises with", symmetric=True, subjects=(C,), objects=(C,), items=(X, None),
        colour="#1F9482", codes=_codes("062", "0312", "1212", "COOPERATE"),
    ),
    Relation(
        name="PARTICIPATES_IN", phrase="participates in", subjects=_ANYBODY, objects=(F, ORG, X), items=(None,),
        colour="#6A7FC9", codes=_codes("040", "036", "125", "CONSULT"),
    ),
    Relation(
        name="AIDS", phrase="aids", subjects=_STATES, objects=_STATES, items=_MATTER,
        colour="#B9791A", codes=_codes("072", "0332", "1222", "AID"),
    ),
    Relation(
        name="DEPLOYS_TO", phrase="deploys to", subjects=_STATES, objects=(C,), items=_MATTER,
        colour="#8C7A1F", codes=_codes("074", "0334", "1224", "MOBILIZE"),
    ),
    Relation(
        name="SANCTIONS", phrase="sanctions", subjects=_ANYBODY, objects=_ANYBODY, items=_MATTER,
        colour="#8F5BC9", codes=_codes("163", "1312", "085", "SANCTION"),
    ),
    Relation(
        name="OPPOSES", phrase="opposes", subjects=_ANYBODY, objects=_ANYBODY, items=_MATTER,
        colour="#D23F5A", codes=_codes("111", "130", "", "ACCUSE"),
    ),
    Relation(
        name="COOPERATES_WITH", phrase="cooperates with", symmetric=True, subjects=_STATES, objects=_STATES,
        items=_MATTER, period=False, colour="#6B8F2A", codes=_codes("062", "0312", "1212", "COOPERATE"),
    ),
)  # fmt: skip

DERIVED = ("SUPPLIES", "PARTY_TO", "JOINED", "CONCERNS", "TIE")
"""Relationships computed from claims for convenience, `derived: true`, never counted beside what they come from."""

_BY_NAME = {relation.name: relation for relation in RELATIONS}
SYMMETRIC = frozenset(relation.name for relation in RELATIONS if relation.symmetric)


def relation(name: str) -> Relation:
    """Return the relation called `name`; ValueError with the known names if there is none."""
    if name not in _BY_NAME:
        raise ValueError(f"{name!r} is no relation of the ontology; known: {', '.join(_BY_NAME)}")
    return _BY_NAME[name]


def legal(type_: str, subject: Kind, object_: Kind | None, item: Kind | None) -> bool:
    """Whether the ontology has this combination; `item` is the office's kind for HOLDS_OFFICE."""
    return (subject, object_, item) in _BY_NAME[type_].pairs if type_ in _BY_NAME else False


def check(claim: Claim) -> None:
    """Raise ValueError, saying what may stand there, if the claim is outside the ontology."""
    table = relation(claim.type)
    item = claim.office or claim.item
    kinds = (claim.subject.kind, claim.object.kind if claim.object else None, item.kind if item else None)
    for part, kind, allowed in zip(
        ("subject", "object", "item"), kinds, (table.subjects, table.objects, table.items), strict=True
    ):
        if kind not in allowed:
            names = ", ".join(k.value if k else "none" for k in allowed)
            raise ValueError(f"{claim.type} cannot have {part} {kind.value if kind else 'none'}; it may be: {names}")
    if claim.type == "PROCURES" and claim.object is None and claim.item is None:
        raise ValueError("PROCURES needs a seller or an item")
