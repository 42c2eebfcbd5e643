"""State organs: whose ministry, navy or government it is, and what it is called with its country."""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.extract.entities.board import Board, Hit, Proposal
from graphkit.extract.entities.cast import Cast, Figure
from graphkit.extract.entities.listed import Lists
from graphkit.extract.reading import How
from graphkit.extract.tokens import squash, word_set
from graphkit.model.claims import Kind

STATE = frozenset({"ministry", "armed_service"})
_NAMED = {
    "army": "Army",
    "navy": "Navy",
    "air force": "Air Force",
    "coast guard": "Coast Guard",
    "armed forces": "Armed Forces",
    "navies": "Navy",
    "armies": "Army",
    "air forces": "Air Force",
    "marines": "Marines",
    "marine corps": "Marine Corps",
}
_PLURAL = word_set("navies armies militaries forces troops soldiers governments contingents warships") | {
    "air forces",
    "armed forces",
    "coast guards",
    "defence ministries",
    "foreign ministries",
    "defense ministries",
}
_BETWEEN = word_set(", and & the both")
_SPELLINGS = (("Defence", "Defense"), ("Defense", "Defence"))


class Organs:
    """Names organs of states and lets them stand for their country as well."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._heads = lists.words["office_heads"] - {"head", "heads"}
        self._office_words = frozenset({"minister", "cabinet", "deputy", "press", "state"})
        self._organs = lists.words["state_organs"]

    def settle(self, board: Board, proposal: Proposal, cast: Cast) -> Figure:
        """Return the figure of an unlisted ministry or service: its country is part of what it is."""
        inside = [
            hit
            for hit in board.hits
            if hit.figure.kind is Kind.COUNTRY and proposal.first <= hit.first and hit.last <= proposal.last
        ]
        beside = inside[0] if inside else country_beside(board, proposal.first, proposal.last)
        country = beside.figure.country if beside else None
        if country is None:
            figure = cast.figure(proposal.kind, proposal.name, proposal.identity)
        elif proposal.category == "ministry":
            figure = self._ministry(proposal, country, cast)
        else:
            figure = self._service(proposal, country, cast, bool(inside))
        figure.country = figure.country or country
        figure.category = proposal.category
        return figure

    def _ministry(self, proposal: Proposal, country: str, cast: Cast) -> Figure:
        name, adjective = self._lists.countries[country].name, self._lists.adjective(country)
        core = _ministry_core(proposal.name)
        full = f"{core} of {name}"
        figure = cast.figure(proposal.kind, full, f"m:{squash(core)}:{country}")
        short = core.partition(" of ")[2].partition(" for ")[0] or core
        self._spell(
            figure,
            f"{adjective} {core}",
            f"{name} {core}",
            full,
            core,
            f"{adjective} {short} {core.split()[0]}",
            f"{short} {core.split()[0]} of {name}",
        )
        return figure

    def _service(self, proposal: Proposal, country: str, cast: Cast, inside: bool) -> Figure:
        adjective = self._lists.adjective(country)
        whole = proposal.name if inside else f"{adjective} {proposal.name}"
        figure = cast.figure(proposal.kind, whole, "o:" + squash(whole))
        if inside:
            figure.also.append(proposal.name)
        else:
            self._spell(figure, proposal.name, f"{proposal.name} of {self._lists.countries[country].name}")
        return figure

    def _spell(self, figure: Figure, *names: str) -> None:
        for name in names:
            for one, other in ((("", "")), *_SPELLINGS):
                variant = name.replace(one, other) if one else name
                if variant != figure.name and variant not in figure.also:
                    figure.also.append(variant)

    def stand_for_states(self, board: Board, cast: Cast) -> None:
        """Let a service, ministry or ship whose name has no country in it stand for its country as well."""
        for host in list(board.hits):
            code, category = host.figure.country, host.figure.category
            if (
                host.figure.kind is Kind.COUNTRY
                or code not in self._lists.countries
                or category not in (*STATE, "ship")
                or code is None
            ):
                continue
            if not any(
                h.figure.country == code
                and h.figure.kind is Kind.COUNTRY
                and h.first >= host.first
                and h.last <= host.last
                for h in board.hits
            ):
                figure = cast.figure(Kind.COUNTRY, self._lists.countries[code].name, code)
                figure.key, figure.country = f"country:{code}", code
                board.put(host.first, host.last, figure, How.IMPLIED if category == "ship" else How.ORGAN)

    def at_home(self, boards: Sequence[Board], country: str | None, cast: Cast) -> None:
        """Take ministries without a country for those of `country`: the publisher's, or the one that it is all about."""
        if country is None or country not in self._lists.countries:
            return
        for board in boards:
            for host in [hit for hit in board.hits if hit.figure.category == "ministry" and hit.figure.country is None]:
                core = _ministry_core(host.figure.name)
                self._spell(host.figure, f"{core} of {self._lists.countries[country].name}")
                host.figure.country = country
            self.stand_for_states(board, cast)

    def lower_case(self, board: Board, cast: Cast) -> None:
        """Let "the Polish army" stand for the country, and be the "Polish Army"."""
        countries = [hit for hit in board.hits if hit.figure.kind is Kind.COUNTRY and not hit.inside]
        for number, hit in enumerate(countries):
            last = hit.last
            while (
                last + 1 < len(board.tokens)
                and last - hit.last < 3
                and board.words[last + 1] in self._organs
                and not board.taken[last + 1]
            ):
                last += 1
                if board.possessive(last):
                    break
            if last == hit.last or hit.how in (How.TOWN, How.CAPITAL):
                continue
            if board.at(last + 1) in self._heads or board.at(last + 1) in self._office_words:
                continue
            organ = " ".join(board.words[hit.last + 1 : last + 1])
            if organ in ("defence", "defense", "foreign", "air", "armed", "coast", "military", "embassy"):
                continue
            first = hit.last + 1
            self._organ(board, hit, last, organ, cast)
            if organ in _PLURAL:
                self._others(board, countries[:number], hit.first, (first, last), organ, cast)

    def _others(
        self, board: Board, countries: list[Hit], place: int, organ_at: tuple[int, int], organ: str, cast: Cast
    ) -> None:
        """ "The A, B and C navies": the organ is that of A and B as well."""
        for hit in reversed(countries):
            if hit.last >= place or any(board.words[k] not in _BETWEEN for k in range(hit.last + 1, place)):
                return
            place = hit.first
            if organ in _NAMED and hit.figure.country:
                figure = self._named(hit.figure.country, _NAMED[organ], cast)
                board.put(hit.first, hit.last, figure, How.ORGAN, take=False)
            hit.how = How.ORGAN

    def _named(self, country: str, organ: str, cast: Cast) -> Figure:
        full = f"{self._lists.adjective(country)} {organ}"
        entry = self._lists.entry_named(full)
        figure = cast.figure(
            Kind.ORGANISATION, entry.name if entry else full, entry.key if entry else "o:" + squash(full)
        )
        figure.key, figure.country, figure.category = (
            figure.key or (entry.key if entry else None),
            country,
            "armed_service",
        )
        return figure

    def _organ(self, board: Board, hit: Hit, last: int, organ: str, cast: Cast) -> None:
        if organ in _NAMED and hit.figure.country:
            figure = self._named(hit.figure.country, _NAMED[organ], cast)
            figure.called(board.text(hit.first, last))
            board.put(hit.first, last, figure, How.NAME)
        hit.how = How.ORGAN if not board.possessive(hit.last) else hit.how
        hit.end = board.chars(hit.first, last)[1]
        hit.last = last
        board.take(hit.first, last)


def country_beside(board: Board, first: int, last: int) -> Hit | None:
    """Return the country whose organ stands at `first` to `last`: right before it, or after "of"."""
    for hit in board.hits:
        if (
            hit.figure.kind is Kind.COUNTRY
            and hit.last == first - 1
            and hit.how in (How.ADJECTIVE, How.NAME, How.METONYM, How.CAPITAL)
        ):
            return hit
    place = last + 1
    if board.at(place) in ("of", "in") and not board.possessive(last):
        place += 1
        while board.at(place) in ("the", "republic", "of", "federal", "kingdom"):
            place += 1
        return next((hit for hit in board.hits if hit.figure.kind is Kind.COUNTRY and hit.first == place), None)
    return None


def country_before(board: Board, first: int) -> str | None:
    """Return the state whose adjective or possessive stands right before token `first`: "Utopia's Heron Works"."""
    for hit in board.hits:
        if hit.figure.kind is Kind.COUNTRY and hit.last == first - 1:
            return hit.figure.country if hit.how is How.ADJECTIVE or board.possessive(hit.last) else None
    return None


def _ministry_core(name: str) -> str:
    words = name.split()
    if words[-1].lower() in ("ministry", "department", "ministries", "departments"):
        matter = " ".join(words[:-1])
        matter = "Foreign Affairs" if matter == "Foreign" else matter
        head = "Department" if words[-1].lower().startswith("dep") else "Ministry"
        return f"{head} of {matter}"
    return name
