"""Reads an article: sentences, and everybody and everything named in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from graphkit.extract.entities.board import Board, Hit, Proposal
from graphkit.extract.entities.cast import Cast, Figure
from graphkit.extract.entities.coreference import Coreference
from graphkit.extract.entities.holders import Holders
from graphkit.extract.entities.listed import Listed, Lists, What
from graphkit.extract.entities.lists import Leftovers
from graphkit.extract.entities.naming import Names, named
from graphkit.extract.entities.offices import OfficeTitles
from graphkit.extract.entities.organs import STATE, Organs
from graphkit.extract.entities.owners import Owners
from graphkit.extract.entities.persons import PersonShapes, Sure
from graphkit.extract.entities.places import Countries, pulled_apart
from graphkit.extract.entities.shapes import Shapes
from graphkit.extract.entities.unnamed import Unnamed
from graphkit.extract.reading import How, Occurrence, OfficePhrase, Reading, Token
from graphkit.extract.sentences import split
from graphkit.extract.tokens import pieces_of, word_set
from graphkit.gazetteers.entries import Entry, Gazetteers
from graphkit.model.claims import Kind
from graphkit.model.spans import Span
from graphkit.model.text import Article, Outlet

_STATEMENTS = word_set("statement declaration communique communiqué vision")
_MARKED = (Kind.COUNTRY, Kind.PERSON, Kind.ORGANISATION, Kind.FORUM)
Matches = list[tuple[int, int, Listed]]


class Reader:
    """Makes a `Reading` of an article; made once from the gazetteers, then used for any number of articles."""

    def __init__(self, gazetteers: Gazetteers) -> None:
        self._lists = Lists(gazetteers)
        self._shapes = Shapes(self._lists.words)
        self._countries = Countries(self._lists)
        self._organs = Organs(self._lists)
        self._persons = PersonShapes(self._lists)
        self._titles = OfficeTitles(self._lists)
        self._owners = Owners(self._lists, self._titles)
        self._leftovers = Leftovers(self._lists, self._persons)
        self._holders = Holders(self._lists, self._owners)

    def read(self, article: Article, outlet: Outlet | None = None) -> Reading:
        """Return the article as read: the same for the same article, outlet and gazetteers."""
        publisher = outlet.country if outlet else None
        work = _Work(self, article, publisher)
        work.names()
        work.titles()
        work.persons()
        work.offices()
        work.references()
        work.owners()
        return work.reading()


class _Work:
    """One article being read, stage by stage."""

    def __init__(self, reader: Reader, article: Article, publisher: str | None) -> None:
        self._reader = reader
        self._lists = reader._lists
        self._article = article
        self._publisher = publisher
        self._day: date | None = article.published.first if article.published else None
        self._boards = [Board(sentence, article.text) for sentence in split(article)]
        self._cast = Cast()
        self._main: tuple[str, ...] = ()

    def names(self) -> None:
        """Put all that is listed or has the shape of a name, persons apart."""
        found = [self._matches(board) for board in self._boards]
        sure = Counter(
            listed.key
            for _, _, matches in found
            for _, _, listed in matches
            if not listed.ambiguous and not listed.dual
        )
        acronyms: dict[str, Figure] = {}
        self._listed_names: dict[str, str] = {}
        for board, (tokens, origin, matches) in zip(self._boards, found, strict=True):
            _mark(board, origin, matches)
            self._reader._countries.put(board, matches, tokens, origin, self._cast, sure)
            proposals = [*self._entries(board, origin, matches, sure), *self._reader._shapes.proposals(board)]
            named = None
            for proposal in _best(proposals, board):
                if not _describes(proposal, named):
                    self._makers(board, proposal, origin, matches)
                    self._settle(board, proposal, acronyms)
                    named = proposal
            self._cover_countries(board)
            self._reader._organs.lower_case(board, self._cast)
            self._reader._leftovers.listed_with_firms(board, self._cast)
        self._main = self._main_countries()
        about = self._publisher or (self._main[0] if self._main else None)
        self._reader._organs.at_home(self._boards, about, self._cast)
        self._short_forms(acronyms)

    def _matches(self, board: Board) -> tuple[list[Token], list[int], Matches]:
        tokens, origin = pulled_apart(board, self._lists.country_pieces)
        return tokens, origin, list(self._lists.trie.find(tokens))

    def _entries(
        self, board: Board, origin: list[int], matches: Matches, sure: Mapping[str, int]
    ) -> Iterable[Proposal]:
        for first, last, listed in matches:
            a, b = origin[first], origin[last]
            if listed.what is What.ENTRY and (
                not listed.ambiguous or listed.key in sure or self._supported(board, listed.kind, a, b)
            ):
                entry = self._lists.entries[listed.key]
                if entry.category == "ministry" and self._elsewhere(entry, board.text(a, b), sure):
                    continue
                if (entry.generic and _proper(board, a, b)) or (
                    entry.category == "armed_service" and board.at(b + 1) in ("minister", "ministers", "secretary")
                ):
                    continue
                country = entry.countries[0] if len(entry.countries) == 1 else None
                yield Proposal(
                    a, b, 0, entry.kind, entry.name, identity=entry.key, key=entry.key, country=country,
                    generic=entry.generic, category=self._category(entry),
                )  # fmt: skip
            elif listed.what is What.PERSON:
                yield Proposal(a, b, 1, Kind.PERSON, listed.key)
            elif listed.what is What.TOPIC and not _proper(board, a, b):
                yield Proposal(a, b, 11, Kind.TOPIC, listed.key, identity=listed.key, key=f"topic:{listed.key}")

    def _elsewhere(self, entry: Entry, text: str, sure: Mapping[str, int]) -> bool:
        """Whether "Department of Defence", without a country, is listed for a state that the article is not about."""
        states = [code for code in entry.countries if code in self._lists.countries]
        if len(states) != 1 or any(piece in self._lists.country_pieces for piece in pieces_of(text)):
            return False
        about = sorted((code for code in sure if code in self._lists.countries), key=lambda code: (-sure[code], code))[
            :2
        ]
        return states[0] not in about and states[0] != self._publisher

    def _category(self, entry: Entry) -> str:
        """Return the entry's category; "ship" for a single ship, known by the prefix of its navy."""
        return "ship" if entry.name.split()[0] in self._lists.words["ship_prefixes"] else entry.category

    def _supported(self, board: Board, kind: Kind, first: int, last: int) -> bool:
        """Whether the words beside an ambiguous name say what it is."""
        words = self._lists.words
        if kind is Kind.ORGANISATION:
            whole = last > first and all(board.caps[first : last + 1]) and not board.headline
            return whole or board.at(last + 1) in words["speech"] or board.at(first - 1) in words["company_cues"]
        beside = [board.at(place) for place in (first - 1, last + 1, last + 2)]
        return any(
            w in words["weapon_heads"] or w in words["weapon_modifiers"] or w in words["exercise_heads"] for w in beside
        )

    def _settle(self, board: Board, proposal: Proposal, acronyms: dict[str, Figure]) -> None:
        if proposal.kind is Kind.PERSON:
            name = board.text(proposal.first, proposal.last)
            self._listed_names[name] = proposal.name
            return
        if proposal.key is None and proposal.category in STATE:
            figure = self._reader._organs.settle(board, proposal, self._cast)
        else:
            figure = self._cast.figure(proposal.kind, proposal.name, proposal.identity)
        figure.key, figure.generic = figure.key or proposal.key, figure.generic or proposal.generic
        figure.country, figure.category = figure.country or proposal.country, figure.category or proposal.category
        figure.called(board.text(proposal.first, proposal.last))
        figure.also += [name for name in proposal.also if name not in figure.also]
        board.put(proposal.first, proposal.last, figure, How.NAME, take=proposal.kind is not Kind.TOPIC)
        if proposal.acronym:
            acronyms.setdefault(proposal.acronym, figure)

    def _makers(self, board: Board, proposal: Proposal, origin: list[int], matches: Matches) -> None:
        """Put the listed company that a system is called after: "the Dassault Rafale"."""
        if proposal.kind is not Kind.WEAPON_SYSTEM:
            return
        for first, last, listed in matches:
            inside = proposal.first <= origin[first] and origin[last] < proposal.last
            if inside and listed.kind is Kind.ORGANISATION and not listed.ambiguous:
                entry = self._lists.entries[listed.key]
                figure = self._cast.figure(entry.kind, entry.name, entry.key)
                figure.key, figure.category = entry.key, entry.category
                board.put(origin[first], origin[last], figure, How.NAME, take=False)

    def _cover_countries(self, board: Board) -> None:
        drop: list[Hit] = []
        for hit in board.hits:
            if hit.figure.kind is not Kind.COUNTRY:
                continue
            hit.inside = not board.free(hit.first, hit.last)
            host = self._host(board, hit) if hit.inside else None
            if host and hit.how in (How.TOWN, How.CAPITAL):
                drop.append(hit)
            if host and host.figure.category in STATE and host.figure.country == hit.figure.country:
                hit.how, hit.first, hit.last, hit.start, hit.end = (
                    How.ORGAN,
                    host.first,
                    host.last,
                    host.start,
                    host.end,
                )
            board.take(hit.first, hit.last)
        board.hits = [hit for hit in board.hits if hit not in drop]
        self._reader._organs.stand_for_states(board, self._cast)

    def _host(self, board: Board, hit: Hit) -> Hit | None:
        return next(
            (
                other
                for other in board.hits
                if other.figure.kind is not Kind.COUNTRY and other.first <= hit.first and hit.last <= other.last
            ),
            None,
        )

    def _main_countries(self) -> tuple[str, ...]:
        count: Counter[str] = Counter()
        for board in self._boards:
            weight = 3 if board.sentence.section == "title" else 1
            for hit in board.hits:
                if hit.figure.kind is Kind.COUNTRY and hit.figure.country and hit.how is not How.TOWN:
                    count[hit.figure.country] += weight
        return tuple(code for code, _ in sorted(count.items(), key=lambda item: (-item[1], item[0]))[:4])

    def _short_forms(self, acronyms: dict[str, Figure]) -> None:
        for board in self._boards:
            for index, token in enumerate(board.tokens):
                if board.caps[index] and not board.taken[index]:
                    figure = acronyms.get(token.text) or acronyms.get(board.text(index, index))
                    if figure:
                        figure.called(board.text(index, index))
                        board.put(index, index, figure, How.SHORT)

    def titles(self) -> None:
        """Find office phrases and whose offices they are; names of persons are sought beside them."""
        for board in self._boards:
            board.titles.extend(self._reader._titles.find(board))
            self._reader._holders.own(board)

    def persons(self) -> None:
        """Find the names of persons in the whole article, then put them."""
        names: Counter[str] = Counter()
        for name in self._listed_names:
            names[name] += 1
        headlines: list[str] = []
        for board in self._boards:
            headline = board.headline
            for run in self._reader._persons.runs(board):
                if headline and run.sure is Sure.TITLE:
                    headlines.append(board.text(run.first, run.last))
                elif not headline and run.sure is not Sure.NO:
                    names[board.text(run.first, run.last)] += 1
        names.update(name for name in headlines if not _begins_known(name, names))
        self._names = Names(self._lists, self._day)
        self._names.settle(self._cast, names, self._listed_names)
        self._put_names()

    def _put_names(self) -> None:
        last_seen: dict[str, int] = {}
        for board in self._boards:
            shapes = None if board.headline else self._reader._persons
            for first, last, figure, short in named(board, self._names, last_seen, shapes):
                figure.called(board.text(first, last))
                board.put(first, last, figure, How.SHORT if short else How.NAME)
                last_seen[figure.identity] = board.number
            self._reader._leftovers.named_givers(board, self._cast)

    def offices(self) -> None:
        """Link office phrases with the persons named beside them."""
        for board in self._boards:
            self._reader._owners.nationalities(board)
            self._reader._holders.link(board)
            for title in board.titles:
                self._reader._owners.keyed(board, title, (self._publisher, *self._main[:2]))
                if title.holder:
                    self._inform(title.holder, title.key, title.country, former=title.former)

    def _inform(self, person: Figure, key: str | None, country: Figure | None, *, former: bool) -> None:
        code = country.country if country else None
        if code and person.country is None:
            person.country = code
        if key and not former:
            person.titles.append((key, code or person.country))
            person.office = person.office or key

    def references(self) -> None:
        """Put office-holders whom nobody names, and what pronouns and group words stand for."""
        unnamed = Unnamed(self._lists, self._reader._titles, self._cast, self._day)
        joint = any(_joint(board) for board in self._boards[:3])
        coreference = Coreference(self._lists, self._cast, self._main, self._publisher, joint=joint)
        for board in self._boards:
            given = self._reader._holders.stated(board)
            unnamed.put(board, given)
            coreference.resolve(board)
            self._reader._holders.give(board, given)
            unnamed.put_groups(board)
            unnamed.note(board)

    def owners(self) -> None:
        """Settle whose offices they are, now that the states of their holders are known."""
        company: Figure | None = None
        for board in self._boards:
            firms = [hit.figure for hit in board.hits if hit.figure.category == "company"]
            company = firms[0] if firms else company
            for title in board.titles:
                title.owner = self._reader._owners.final(board, title, self._cast, self._publisher, company)
                if title.holder and title.owner and not title.holder.country:
                    title.holder.country = title.owner.country

    def reading(self) -> Reading:
        """Number the figures by first appearance and hand everything over."""
        figures: list[Figure] = []
        occurrences = []
        for board in self._boards:
            hits = sorted(
                board.hits, key=lambda h: (h.start, -h.end, -1 if h.member is None else h.member, h.figure.kind.value)
            )
            for hit in hits:
                if hit.figure.number < 0:
                    hit.figure.number = len(figures)
                    figures.append(hit.figure)
            occurrences.append(tuple(_occurrence(board, hit) for hit in hits))
        for title in (title for board in self._boards for title in board.titles):
            if title.owner and title.owner.number < 0:
                title.owner.number = len(figures)
                figures.append(title.owner)
        offices = [phrase for board in self._boards for phrase in self._phrases(board)]
        return Reading(
            self._article, tuple(board.sentence for board in self._boards), tuple(figure.party() for figure in figures),
            tuple(occurrences), tuple(offices), self._main, self._publisher,
        )  # fmt: skip

    def _phrases(self, board: Board) -> Iterable[OfficePhrase]:
        for title in board.titles:
            start, end = board.chars(title.core_first, title.core_last)
            yield OfficePhrase(
                board.number, Span(start, end), board.sentence_text(start, end), title.key, _number(title.holder),
                _number(title.owner), title.former,
            )  # fmt: skip


def _number(figure: Figure | None) -> int | None:
    return figure.number if figure and figure.number >= 0 else None


def _mark(board: Board, origin: list[int], matches: Matches) -> None:
    """Note on the board which tokens are listed names, so that no shape runs over them."""
    for first, last, listed in matches:
        if listed.ambiguous or listed.dual or listed.kind not in _MARKED:
            continue
        for place in range(origin[first], origin[last] + 1):
            if board.marks.get(place) != What.PERSON.name:
                board.marks[place] = listed.what.name


def _best(proposals: Iterable[Proposal], board: Board) -> list[Proposal]:
    """Return proposals that do not overlap: the longest first, then by rank, then from the left."""
    kept = []
    used = bytearray(len(board.tokens))
    for p in sorted(proposals, key=lambda p: (p.first - p.last, p.rank, p.first, p.kind.value, p.name)):
        if 1 not in used[p.first : p.last + 1]:
            used[p.first : p.last + 1] = b"\x01" * (p.last + 1 - p.first)
            kept.append(p)
    return sorted(kept, key=lambda p: p.first)


def _begins_known(name: str, names: Mapping[str, int]) -> bool:
    """Whether a run of capitals in a headline begins with a name known from the text, and goes on with other words."""
    parts = name.split()
    known = {part for other in names for part in (other, other.split()[-1])}
    return any(" ".join(parts[:size]) in known for size in range(1, len(parts)))


def _proper(board: Board, first: int, last: int) -> bool:
    """Whether one common word has a capital that says it is a name: "Heidi Grant"."""
    return first == last and first > 0 and board.caps[first] and not board.headline


def _joint(board: Board) -> bool:
    """Whether the sentence announces a joint statement, in which "we" are both states."""
    return any(word == "joint" and board.at(place + 1) in _STATEMENTS for place, word in enumerate(board.words))


def _describes(proposal: Proposal, named: Proposal | None) -> bool:
    """Whether a class of things only says what the system named just before it is: "Kestrel attack helicopters"."""
    return (
        proposal.generic
        and named is not None
        and named.kind is Kind.WEAPON_SYSTEM is proposal.kind
        and not named.generic
        and named.last + 1 == proposal.first
    )


def _occurrence(board: Board, hit: Hit) -> Occurrence:
    return Occurrence(
        hit.figure.number, board.number, hit.first, hit.last, hit.span, board.sentence_text(hit.start, hit.end), hit.how,
        hit.antecedent, hit.member, hit.place,
    )  # fmt: skip
