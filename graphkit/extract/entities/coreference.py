"""What pronouns and bare nouns stand for. Antecedents are sought a few sentences back, never further."""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.extract.entities.anaphora import Anaphora
from graphkit.extract.entities.board import Board
from graphkit.extract.entities.cast import Cast
from graphkit.extract.entities.groups import Groups
from graphkit.extract.entities.listed import Lists
from graphkit.extract.entities.memory import WINDOW, Memory, Seen
from graphkit.extract.reading import How
from graphkit.extract.tokens import word_set
from graphkit.model.claims import Kind

_PERSONAL = word_set("he she him his her himself herself")
_FIRST = word_set("i my me myself")
_OURS = word_set("we our us ours")
_IT = word_set("it its")
_ACTS = word_set("has had will would also plans wants hopes fired")
_NEAR_IT = 2  # sentences
_THEY = word_set("they them their themselves")
_NOT_ALONE = word_set("state government side military")
_HALVES = {"north": "PRK", "south": "KOR"}
_POSSESSED = word_set("the his her that this its")


class Coreference:
    """Resolves one article, sentence by sentence in reading order; in a `joint` statement "we" are two states."""

    def __init__(
        self, lists: Lists, cast: Cast, main: Sequence[str], publisher: str | None, *, joint: bool = False
    ) -> None:
        self._publisher = publisher
        self._joint = joint
        self._memory = Memory(lists, cast, main)
        self._groups = Groups(lists, self._memory)
        self._anaphora = Anaphora(lists, self._memory)
        self._nations = lists.words["nation_words"]
        self._speech = lists.words["speech"]

    def resolve(self, board: Board) -> None:
        """Put what the words of one sentence stand for on its board."""
        named = sorted(board.hits, key=lambda hit: (hit.start, -hit.end))
        following = 0
        for index, word in enumerate(board.words):
            while following < len(named) and named[following].first <= index:
                self._memory.see(board, named[following])
                following += 1
            if not board.taken[index]:
                self._word(board, index, word)
            self._anaphora.word(board, index)
        self._memory.close(board, named)
        self._memory.remember()

    def _word(self, board: Board, index: int, word: str) -> None:
        if word in _PERSONAL:
            self._pronoun(board, index)
        elif word in _FIRST and (word != "i" or (board.tokens[index].text == "I" and not board.is_cap(index - 1))):
            self._speaker(board, index)
        elif word in _OURS and board.tokens[index].text != "US":
            self._ours(board, index)
        elif word in _THEY:
            self._groups.they(board, index)
        elif word in _IT:
            self._it(board, index)
        elif word in self._nations and not board.caps[index]:
            self._nation(board, index)
        elif word in _HALVES and board.caps[index]:
            self._half(board, index, _HALVES[word])
        elif word in ("latter", "former") and board.at(index - 1) == "the":
            self._latter(board, index, last=word == "latter")
        else:
            self._groups.word(board, index)

    def _put(self, board: Board, first: int, last: int, seen: Seen) -> None:
        board.put(first, last, seen.figure, How.PRONOUN).antecedent = seen.span

    def _pronoun(self, board: Board, index: int) -> None:
        here = [s for s in self._memory.persons if s.board == board.number]
        found = min(here, key=lambda s: s.first) if here else self._memory.subject
        if found is None or board.number - found.board > WINDOW:
            near = self._memory.near(board, self._memory.persons)
            found = near[-1] if near else None
        if found:
            self._put(board, index, index, found)

    def _speaking(self, board: Board) -> Seen | None:
        for hit in board.hits:
            named = hit.figure.kind is Kind.PERSON and hit.antecedent is None
            if named and (board.at(hit.last + 1) in self._speech or board.at(hit.first - 1) in self._speech):
                return Seen(board.number, hit.first, hit.figure, hit.span)
        return None

    def _speaker(self, board: Board, index: int) -> None:
        found = self._speaking(board) or self._memory.subject
        if found:
            self._put(board, index, index, found)

    def _ours(self, board: Board, index: int) -> None:
        """ "We" is the state of the speaker, or of the government that publishes."""
        both = [figure for code in self._memory.main[:2] if (figure := self._memory.country(code))]
        if self._joint and len(both) == 2:
            for number, figure in enumerate(both):
                board.put(index, index, figure, How.GROUP).member = number
            return
        speaker = self._speaking(board)
        spoken = self._memory.countries_of([speaker]) if speaker else []
        if spoken:
            self._put(board, index, index, spoken[0])
        elif self._publisher and (figure := self._memory.country(self._publisher)):
            board.put(index, index, figure, How.PRONOUN)

    def _it(self, board: Board, index: int) -> None:
        """ "It said" and "its" are the state or organisation that the last sentence began with, if this one has none."""
        actor = self._memory.actor
        acts = board.words[index] == "its" or board.at(index + 1) in self._speech or board.at(index + 1) in _ACTS
        if acts and actor and 0 < board.number - actor.board <= _NEAR_IT:
            self._put(board, index, index, actor)

    def _nation(self, board: Board, index: int) -> None:
        """ "His country" is the person's; "the island nation" the state named last."""
        first = index - 1
        while first > 0 and index - first < 3 and board.words[first] not in _POSSESSED:
            first -= 1
        word = board.at(first)
        found: Seen | None = None
        if word in ("his", "her"):
            persons = [s for s in self._memory.persons if s.figure.country]
            found = next(iter(self._memory.countries_of(persons[-1:])), None)
        elif word in ("the", "that", "this") and board.words[index] not in _NOT_ALONE:
            here = next((s for s in self._memory.persons if s.board == board.number), self._memory.subject)
            own = here.figure.country if here else None
            near = self._memory.near(board, self._memory.countries)
            if index - first > 1:  # "the island nation" is somebody else's, "the country" may be one's own
                near = [s for s in near if s.figure.country != own]
            found = near[-1] if near else None
        if found:
            self._put(board, first, index, found)

    def _half(self, board: Board, index: int, code: str) -> None:
        """ "The North" and "the South" are the Koreas where the article is about one of them."""
        alone = board.at(index - 1) == "the" and not board.is_cap(index + 1) and board.at(index + 1) != "of"
        if alone and {"PRK", "KOR"} & set(self._memory.main[:2]):
            near = [s for s in self._memory.countries if s.figure.country == code]
            if near:
                self._put(board, index - 1, index, near[-1])

    def _latter(self, board: Board, index: int, *, last: bool) -> None:
        memory = self._memory
        persons, countries = memory.near(board, memory.persons), memory.near(board, memory.countries)
        later = countries if countries and (not persons or countries[-1].span > persons[-1].span) else persons
        if len(later) >= 2:
            self._put(board, index - 1, index, later[-1] if last else later[-2])
