"""The parts of a deal: what is bought, who buys, who sells, where the words around a verb or noun of trade leave them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graphkit.extract.reading import How, Occurrence
from graphkit.extract.rules.mentions import Mention, country_of
from graphkit.extract.rules.phrases import Unit
from graphkit.extract.rules.scene import STATES, Scene
from graphkit.extract.rules.words import PREPOSITIONS, is_verb
from graphkit.model.claims import Kind
from graphkit.model.spans import Span

REACH = 12  # units in which the object of a verb must begin
_BUYERS = frozenset(
    {"government", "cabinet", "ministry", "navy", "army", "military", "services", "forces", "council", "centre"}
)
_STOPS = frozenset(
    {
        ";",
        ":",
        "which",
        "who",
        "while",
        "whereas",
        "but",
        "to",
        "in",
        "with",
        "from",
        "by",
        "at",
        "on",
        "during",
        "because",
        "after",
    }
)
_STATE_NAMES = re.compile(
    r"\b(?:Navy|Army|Air Force|Forces?|Ministry|Corps|Guard|Marines?|MoD|Government|Council|Defence|Defense|Command|Armed|Department|Military)\b"
)


def maker_beside(scene: Scene, unit: Unit) -> Occurrence | None:
    """ "Utopian-made Falcons", "Utopia's Falcon", "the Falcon of Aero Utopia": the maker said beside the system."""
    for mention in unit.mentions:
        makers: list[Mention] = [m for m in mention.origin if m.letter in "cCO"]
        if makers:
            company = next((m for m in reversed(makers) if m.letter == "O"), makers[-1])
            return company.members[0]
    return None


def items_after(scene: Scene, position: int) -> list[Unit]:
    """The systems that a verb governs: the first noun phrase after it, with what is listed behind it."""
    index = scene.index(position)
    found: list[Unit] = []
    for at in range(index + 1, min(index + REACH, len(scene.units))):
        unit = scene.units[at]
        if unit.letter == "W":
            found.append(unit)
        elif unit.word == "with" and at and scene.units[at - 1].letter in ("C", "O"):
            continue
        elif (
            unit.word in _STOPS
            or (not found and is_verb(unit.word))
            or (found and unit.word in PREPOSITIONS - {"of"})
            or (unit.letter and unit.letter not in "cCO")
        ):
            break
    return found


def items_before(scene: Scene, position: int) -> list[Unit]:
    index = scene.index(position)
    for at in range(index - 1, max(-1, index - 14), -1):
        unit = scene.units[at]
        if unit.letter == "W":
            return [unit]
        if unit.word in {";", ":"}:
            return []
    return []


def items_of_relative(scene: Scene, position: int) -> list[Unit]:
    """ "The Falcon, which Utopia bought"."""
    index = scene.index(position)
    for at in range(index - 1, max(-1, index - 7), -1):
        if scene.units[at].word in {"which", "that"}:
            return [u for u in scene.units[max(0, at - 2) : at] if u.letter == "W"][-1:]
    return []


def dative_buyer(scene: Scene, end: int) -> Unit | None:
    """ "Sold Utopia ten Falcons": the buyer right behind the verb."""
    match = re.match(r" (?:\w+ )?<([CO])(\d+)> ", scene.line[end:])
    return scene.units[int(match[2])] if match else None


def deal_partner(scene: Scene, position: int) -> Unit | None:
    """ "Signed a deal with Aero Utopia to buy ten Falcons"."""
    match = re.search(
        r"\b(?:deal|contract|agreement|pact|order|talks|negotiations) [^<;]{0,40}?with (?:\w+ ){0,3}<([CO])(\d+)>[^;]{0,40}$",
        scene.line[:position],
    )
    return scene.units[int(match[2])] if match else None


def owner_before(scene: Scene, position: int) -> Unit | None:
    """ "Utopia's planned purchase", "the Utopian order"."""
    index = scene.index(position)
    for at in range(index - 1, max(-1, index - 5), -1):
        unit = scene.units[at]
        if unit.letter in ("C", "O", "c") and (unit.letter == "c" or unit.mentions[-1].owns):
            return unit
        if unit.letter or unit.word in {",", "of", "to", "and", "with", "from"}:
            return None
    return None


def blamed_buyer(scene: Scene, position: int) -> Unit | None:
    """ "Sanctions on Utopia for buying the Falcon": who is blamed is who bought."""
    index = scene.index(position)
    if index < 2 or scene.units[index - 1].word != "for" or not scene.units[index].word.endswith("ing"):
        return None
    unit = scene.units[index - 2]
    return unit if unit.letter in ("C", "O") else None


_APPROVES = re.compile(
    r"\b(?:approv\w+|freez\w+|froze|paus\w+|announc\w+|clear(?:s|ed)|signed off on|suspend\w+|block\w+|halt\w+|authori[sz]\w+|notified|agreed|push\w*)\b"
)


def approving_seller(scene: Scene, position: int) -> Unit | None:
    """Who approves, announces or stops a sale is the seller."""
    for match in reversed(list(_APPROVES.finditer(scene.line, 0, position))):
        return scene.subject(match.start(), STATES + "P")
    return None


def same_side(scene: Scene, a: Occurrence, b: Occurrence) -> bool:
    home = country_of(scene.reading, b)
    return a.party == b.party or (home is not None and home.party == a.party)


def as_buyer(scene: Scene, occurrence: Occurrence) -> Occurrence | None:
    """The country for its armed services and ministries; a company buys for itself."""
    party = scene.reading.parties[occurrence.party]
    if party.kind.value == "Organisation" and _STATE_NAMES.search(party.name):
        return country_of(scene.reading, occurrence) or occurrence
    if party.kind.value == "Person":
        return country_of(scene.reading, occurrence)
    return occurrence


def implied_buyer(scene: Scene, position: int) -> Unit | None:
    """ "The government has cleared a proposal to buy": of the country whose press writes so, or that the article is about."""
    index = scene.index(position)
    reading = scene.reading
    home = next((code for code in (reading.publisher, *reading.main) if code), None)
    party = next((p for p in reading.parties if p.kind is Kind.COUNTRY and p.key == f"country:{home}"), None)
    for at in range(index - 1, max(-1, index - 10), -1):
        unit = scene.units[at]
        if unit.letter or party is None:
            return None
        if unit.word in _BUYERS and scene.units[at - 1].word == "the":
            token = scene.sentence.tokens[unit.first]
            span = Span(token.start, token.end)
            here = Occurrence(party.number, scene.number, unit.first, unit.first, span, token.text, How.IMPLIED)
            return Unit(unit.first, unit.first, "", "C", (Mention(unit.first, unit.first, "C", (here,)),))
    return None


def told_apart(scene: Scene, pair: list[Occurrence], items: Sequence[Unit]) -> tuple[Occurrence, Occurrence] | None:
    """Buyer and seller of "Aero Utopia and the Iron Yard signed a contract for the Falcon": whose make it is sells."""
    makers = {scene.reading.parties[o.party].country for unit in items for o in scene.members(unit)} - {None}
    homes = [scene.reading.parties[o.party].country for o in pair]
    sides = [home in makers for home in homes]
    if sides == [True, False]:
        return pair[1], pair[0]
    return (pair[0], pair[1]) if sides == [False, True] else None
