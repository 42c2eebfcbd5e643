"""Whose office it is: the state or organisation that stands beside the title, or beside its holder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graphkit.extract.entities.board import Board, Hit, Title
from graphkit.extract.entities.cast import Cast, Figure
from graphkit.extract.entities.listed import Lists
from graphkit.extract.entities.offices import OfficeTitles
from graphkit.extract.reading import How
from graphkit.extract.tokens import squash, word_set
from graphkit.model.claims import Kind

_OWNERS = (Kind.COUNTRY, Kind.ORGANISATION, Kind.FORUM)
_LINKS = word_set("of for at to in")
_SKIPPED = word_set("the republic federal kingdom of state union islamic")
_OF_STATE = ("ministry", "government", "legislature", "judiciary")
_CORPORATE = word_set("ceo chairman cmd director president executive vp chairperson head cfo")
_BRANCHES = (
    ("air force", "Air Force"), ("air staff", "Air Force"), ("coast guard", "Coast Guard"), ("navy", "Navy"), ("naval", "Navy"),
    ("army", "Army"), ("marine", "Marine Corps"),
)  # fmt: skip
_ENDS = word_set(". ; : said says who was is has told and")
_DELEGATIONS = word_set("side delegation team")
_DELEGATED = 8  # words
_CLOSES = word_set(". , ; ) and")
_FAR = 9  # words
_OWN_HOUSE = ("company", "armed_service", "command", "unit", "agency", "shipyard", "ship")


class Owners:
    """Gives titles their owners."""

    def __init__(self, lists: Lists, titles: OfficeTitles) -> None:
        self._lists = lists
        self._titles = titles
        self._ranks = lists.words["ranks"] | lists.words["rank_ends"] | lists.words["honorifics"]
        self._state_bodies = frozenset(squash(body) for body in lists.words["state_bodies"])

    def beside(self, board: Board, title: Title) -> None:
        """Set country, owner and key of a title from the words beside it."""
        before, after = self._before(board, title), self._after(board, title)
        hits = [hit for hit in (before, after) if hit]
        country = next((hit.figure for hit in hits if hit.figure.kind is Kind.COUNTRY), None)
        title.owner = next((hit.figure for hit in hits if hit.figure.kind is not Kind.COUNTRY), None)
        if before and before.figure.category == "ministry":
            title.core_first = before.first
        if title.owner and country is None:
            code = title.owner.country
            same = (hit.figure for hit in board.hits if hit.figure.kind is Kind.COUNTRY and hit.figure.country == code)
            country = next(same, None)
        title.country = country or self._only(board, title)
        code = title.country.country if title.country else None
        title.key = self._titles.key(title.core, code) or self._of_branch(title)

    def _of_branch(self, title: Title) -> str | None:
        """ "Utopian Navy chief" is the navy chief."""
        name = title.owner.name.lower() if title.owner and title.owner.category == "armed_service" else ""
        branch = next((words for words in ("air force", "coast guard", "navy", "army") if words in name), None)
        return self._titles.key(f"{branch} {title.core}", None) if branch else None

    def _only(self, board: Board, title: Title) -> Figure | None:
        code = self._titles.only_country(title.core)
        hits = (hit.figure for hit in board.hits if hit.figure.kind is Kind.COUNTRY and hit.figure.country == code)
        return next(hits, None) if code and title.owner is None else None

    def _delegated(self, board: Board, title: Title) -> str | None:
        """ "The Utopian side was headed by Secretary X": the state of the delegation is that of its head."""
        for hit in board.hits:
            near = hit.figure.kind is Kind.COUNTRY and 0 < title.first - hit.last <= _DELEGATED
            if (
                near
                and hit.how in (How.ORGAN, How.ADJECTIVE)
                and _DELEGATIONS & set(board.words[hit.first : title.first])
            ):
                return hit.figure.country
        return None

    def _before(self, board: Board, title: Title) -> Hit | None:
        places = [title.first - 1]
        if board.at(title.first - 1) == ")" and board.at(title.first - 3) == "(":
            places = [title.first - 2, title.first - 4]
        hit = _longest(hit for hit in board.hits if hit.last in places and hit.figure.kind in _OWNERS)
        if hit:
            title.first = hit.first
        return hit

    def _after(self, board: Board, title: Title) -> Hit | None:
        place = title.last + 1
        if board.at(place) == "(" and board.at(place + 2) == ")":
            place += 3
        if board.possessive(title.last):
            return None
        if board.at(place) in _LINKS:
            hit = self._starting(board, place + 1)
        elif board.at(place) == "," and board.at(place + 2) in _CLOSES:
            hit = _longest(h for h in board.hits if h.first == place + 1 and h.figure.kind is Kind.COUNTRY)
        elif board.at(place) == ",":
            hit = _longest(h for h in board.hits if h.first == place + 1 and h.figure.category in _OWN_HOUSE)
        else:
            hit = _longest(h for h in board.hits if h.first == place and h.figure.category in _OWN_HOUSE)
        hit = hit or self._farther(board, title)
        if hit and hit.first <= title.last + 7:
            title.last = hit.last + (board.at(hit.last + 1) in _SKIPPED and hit.figure.kind is Kind.COUNTRY)
            self._post_abroad(board, title)
        return hit

    def _post_abroad(self, board: Board, title: Title) -> None:
        """ "Ambassador of A to B": B is no owner, but a name may follow it."""
        if board.at(title.last + 1) in ("to", "in"):
            host = self._starting(board, title.last + 2)
            title.last = host.last if host else title.last

    def _starting(self, board: Board, place: int) -> Hit | None:
        while place < len(board.tokens):
            found = _longest(
                hit
                for hit in board.hits
                if hit.first == place and (hit.figure.kind in _OWNERS or hit.figure.category == "ship")
            )
            if found or board.words[place] not in _SKIPPED:
                return found
            place += 1
        return None

    def nationalities(self, board: Board) -> None:
        """Note the state of persons named right after its adjective or possessive: "Utopian General X"."""
        for hit in board.hits:
            if hit.figure.kind is not Kind.PERSON or hit.figure.country or hit.antecedent:
                continue
            place = hit.first - 1
            while place >= 0 and board.words[place] in self._ranks and hit.first - place < 5:
                place -= 1
            state = next((h for h in board.hits if h.last == place and h.figure.kind is Kind.COUNTRY), None)
            if state and (state.how is How.ADJECTIVE or board.possessive(place)):
                hit.figure.country = state.figure.country

    def after_holder(self, board: Board, title: Title) -> None:
        """Set the country of a title from the words after its holder: "President X of Utopia"."""
        if title.country or title.owner or title.holder is None:
            return
        for hit in board.hits:
            if hit.figure is title.holder and hit.first > title.last and board.at(hit.last + 1) == "of":
                found = self._starting(board, hit.last + 2)
                if found and found.figure.kind is Kind.COUNTRY:
                    title.country = found.figure
                    title.key = self._titles.key(title.core, found.figure.country)
                return

    def final(
        self, board: Board, title: Title, cast: Cast, publisher: str | None, company: Figure | None
    ) -> Figure | None:
        """Return whose office it is once all is read: an organisation for posts in it, else the holder's state.

        `company` is the firm that the article named last: its posts often stand without it.
        """
        owner = title.owner
        state = owner is not None and (owner.category in _OF_STATE or squash(owner.name) in self._state_bodies)
        code = self._code(board, title) or (publisher if title.holder else None)
        if owner is not None and owner.category == "ship":
            return self._navy(owner, cast)
        service = self._service(title, code, cast)
        if service:
            return service
        if owner is not None and not state:
            return owner
        if owner is None and title.country is None and self._corporate(board, title):
            return company
        if code is None or code not in self._lists.countries:
            return owner
        figure = cast.figure(Kind.COUNTRY, self._lists.countries[code].name, code)
        figure.key, figure.country = f"country:{code}", code
        return figure

    def keyed(self, board: Board, title: Title, about: Sequence[str | None]) -> None:
        """Look the title up again with the state of its holder, or with those that the article is `about`."""
        if title.country is None and title.owner is None and not title.used:
            title.key = self._titles.key_among(title.core, (self._code(board, title), *about))

    def _navy(self, ship: Figure, cast: Cast) -> Figure:
        """The captain of a ship holds an office of its navy."""
        entry = self._lists.navies.get(ship.country or "")
        if entry is None:
            return ship
        figure = cast.figure(Kind.ORGANISATION, entry.name, entry.key)
        figure.key, figure.country, figure.category = entry.key, ship.country, entry.category
        return figure

    def _code(self, board: Board, title: Title) -> str | None:
        owner, holder, possessor = title.owner, title.holder, title.possessor
        return (
            (title.country.country if title.country else None)
            or (owner.country if owner else None)
            or (holder.country if holder else None)
            or (possessor.country if possessor else None)
            or self._titles.only_country(title.core)
            or self._delegated(board, title)
        )

    def _corporate(self, board: Board, title: Title) -> bool:
        office = self._lists.offices.get(title.key or "")
        return board.words[title.head] in _CORPORATE and (office is None or office.owner == "organisation")

    def _service(self, title: Title, code: str | None, cast: Cast) -> Figure | None:
        """The chief of a navy holds an office of that navy, also where it is only called "the Naval Staff"."""
        office = self._lists.offices.get(title.key or "")
        owner = title.owner
        if (
            code is None
            or code not in self._lists.countries
            or (owner and len(owner.name.split()) > 1 and "Staff" not in owner.name)
        ):
            return None
        words = f"{title.key} {title.core} {owner.name if owner else ''}".lower().replace("-", " ")
        branch = next((branch for cue, branch in _BRANCHES if cue in words), None)
        if branch is None or (office is not None and office.owner != "organisation"):
            return None
        name = f"{self._lists.adjective(code)} {branch}"
        entry = self._lists.entry_named(name)
        figure = cast.figure(
            Kind.ORGANISATION, entry.name if entry else name, entry.key if entry else "o:" + squash(name)
        )
        figure.key, figure.country, figure.category = (
            figure.key or (entry.key if entry else None),
            code,
            "armed_service",
        )
        return figure

    def _farther(self, board: Board, title: Title) -> Hit | None:
        """ "Director of business development at Y", "general manager of Y": a firm or service a few words on."""
        place, linked = title.last + 1, False
        while place < min(len(board.tokens), title.last + _FAR):
            hit = _longest(h for h in board.hits if h.first == place and h.figure.category in _OWN_HOUSE)
            if hit:
                return hit if linked else None
            linked = board.words[place] in _LINKS or board.words[place] in (",", "—", "-", "–")
            if board.words[place] in _ENDS or place in board.titled or board.taken[place]:
                return None
            place += 1
        return None


def _longest(hits: Iterable[Hit]) -> Hit | None:
    return max(hits, key=lambda hit: (hit.last - hit.first, hit.figure.kind is not Kind.COUNTRY), default=None)
