"""From decisions to claims: one for each passage that states the fact, with its status, date and qualifiers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graphkit.extract.attributes.editions import edition_of
from graphkit.extract.attributes.event_days import EventDays
from graphkit.extract.attributes.money import MoneyReader
from graphkit.extract.attributes.place import place_of
from graphkit.extract.attributes.quantity import quantity_of
from graphkit.extract.attributes.stage import StageReader
from graphkit.extract.attributes.status import StatusReader
from graphkit.extract.attributes.times import times_of
from graphkit.extract.deciding.anchoring import trigger_of
from graphkit.extract.deciding.candidates import Candidate
from graphkit.extract.deciding.decisions import Decision
from graphkit.extract.deciding.matter import named_item, topic
from graphkit.extract.deciding.questions import Asked
from graphkit.extract.deciding.reasons import reasons
from graphkit.extract.deciding.roles import last_mention, office_of, office_role, role_at, role_of
from graphkit.extract.deciding.targets import NAMES
from graphkit.extract.deciding.view import Anchor
from graphkit.extract.deciding.weights import Weights
from graphkit.extract.reading import Occurrence
from graphkit.extract.rules.found import Found
from graphkit.gazetteers.entries import Gazetteers
from graphkit.model.claims import Claim, Evidence, Kind, Qualifiers, Role, Status
from graphkit.model.spans import Span
from graphkit.model.time import When
from graphkit.ontology.relations import check

_STATES_IT = -0.5  # first-stage score from which a further sentence is a passage of its own
_BEHIND = 2.5  # and at most so far below the clearest passage
_DEALS = frozenset({"PROCURES", "AIDS", "AGREED_WITH", "CO_PRODUCES"})


@dataclass(slots=True)
class _Passage:
    """A candidate that states a decided fact."""

    decision: Decision
    index: int
    candidate: Candidate
    target: int
    trigger: int
    found: Found | None
    confidence: float


class ClaimWriter:
    """Writes claims of decisions; made once of the gazetteers' lexicons."""

    def __init__(self, gazetteers: Gazetteers, weights: Weights) -> None:
        lexicons = gazetteers.lexicons
        self.weights = weights
        self.status = StatusReader(lexicons["status"])
        self.stage = StageReader(lexicons["stages"])
        self.money = MoneyReader(lexicons["currencies"])

    def claims(self, asked: Asked, decisions: list[Decision]) -> list[Claim]:
        """Return the claims of an article in text order."""
        article = _Writing(self, asked)
        best: dict[str, Claim] = {}
        for claim in article.all(decisions):
            held = best.get(claim.key)
            if held is None or (-claim.confidence, claim.origin) < (-held.confidence, held.origin):
                best[claim.key] = claim
        return sorted(best.values(), key=lambda c: (c.evidence.span, c.type, c.subject.span, c.key))


class _Writing:
    """The claims of one article."""

    def __init__(self, writer: ClaimWriter, asked: Asked) -> None:
        self.writer, self.asked = writer, asked
        self.reading = asked.scene.reading
        self.text = self.reading.article.text
        self.days = EventDays(self.reading)

    def all(self, decisions: Sequence[Decision]) -> Iterator[Claim]:
        for passage in (one for decision in decisions for one in self._passages(decision)):
            claim = self._claim(passage)
            if claim is not None:
                check(claim)
                yield claim

    def _passages(self, decision: Decision) -> Iterator[_Passage]:
        support = decision.basis.support
        top = support[0][0]
        for place, (score, index) in enumerate(support):
            if place and (score < _STATES_IT or score < top - _BEHIND):
                break
            candidate = self.asked.candidates[index]
            target = decision.basis.target
            found = self._rule(candidate, target)
            trigger = found.trigger if found else trigger_of(self.asked, candidate, target, self.writer.weights)
            confidence = decision.confidence * (1.0 if found or not place else 0.97)
            yield _Passage(decision, index, candidate, target, trigger, found, round(confidence, 4))

    def _rule(self, candidate: Candidate, target: int) -> Found | None:
        ends = ((candidate.subject, candidate.object), (candidate.object, candidate.subject))
        for a, b in ends:
            found = self.asked.found.get((candidate.sentence, a, b), {}).get(target)
            if found:
                return found[0]
        return None

    def _claim(self, p: _Passage) -> Claim | None:
        relation = p.decision.relation
        sentence = self.reading.sentences[p.candidate.sentence]
        subject = self._end(p.candidate, p.candidate.subject, p.candidate.a)
        object_ = self._end(p.candidate, p.candidate.object, p.candidate.b)
        if subject is None or object_ is None:
            return None
        item: Role | None = None
        office: Role | None = None
        if relation == "PROCURES":
            object_, item = self._deal(p, object_)
        elif relation == "HOLDS_OFFICE":
            office = self._office(p, subject)
            if office is None:
                return None
        else:
            item = self._item(p)
        status, phase = self.writer.status.status_of(sentence, p.trigger, relation)
        if p.found and p.found.negated:
            status, phase = Status.DENIED, phase
        when = self._when(p, status, subject)
        span = self._span(p.candidate, subject, object_)
        return Claim(
            type=relation, subject=subject, object=object_, item=item, office=office, place=self._place(p), status=status,
            when=when, qualifiers=self._qualifiers(p, status, phase, item, object_),
            evidence=Evidence(article=self.reading.article.key, span=span, quote=span.of(self.text)),
            origin=p.found.rule if p.found else "scorer", confidence=p.confidence,
            reasons=reasons(self.asked, p.index, p.target, self.writer.weights),
        )  # fmt: skip

    def _end(self, candidate: Candidate, party: int, anchor: Anchor | None) -> Role | None:
        """The role of one end; of one that the sentence does not name, its last mention before, or the office's words."""
        who = self.asked.scene.parties[party]
        if anchor is not None:
            return role_of(who, anchor.occurrence)
        if candidate.link.startswith("owner"):
            phrases = self.asked.scene.offices[candidate.sentence]
            assert candidate.a is not None
            phrase = office_of(self.reading, list(phrases), candidate.subject, candidate.a.occurrence.span)
            return role_at(who, phrase.span, self.text) if phrase else None
        before = last_mention(self.reading, party, candidate.sentence)
        return replace(role_of(who, before), antecedent=before.span) if before else None

    def _deal(self, p: _Passage, end: Role) -> tuple[Role | None, Role | None]:
        """Object and item of a purchase, from whichever of its two questions this passage answers."""
        if NAMES[p.target] == "PROCURES.seller":
            return end, None
        seller = p.decision.seller
        if seller is None:
            return None, end
        here = [self.asked.candidates[i] for _, i in seller.support]
        same = next((c for c in here if c.sentence == p.candidate.sentence), here[0])
        return self._end(same, same.object, same.b), end

    def _office(self, p: _Passage, subject: Role) -> Role | None:
        phrases = self.asked.scene.offices[p.candidate.sentence]
        phrase = office_of(self.reading, list(phrases), p.candidate.subject, subject.span)
        return office_role(phrase) if phrase else None

    def _item(self, p: _Passage) -> Role | None:
        view = self.asked.scene.views[p.candidate.sentence]
        found = p.found
        occurrence = (
            found.item if found and found.item else named_item(self.reading, view, p.decision.relation, p.trigger)
        )
        if occurrence is not None:
            return role_of(self.reading.parties[occurrence.party], occurrence)
        if found and found.topic:
            tokens = view.sentence.tokens
            span = Span(tokens[found.topic[0]].start, tokens[found.topic[1]].end)
            chosen = topic(view, p.decision.relation, p.trigger)
            return self._words(chosen[0], span) if chosen else None
        chosen = topic(view, p.decision.relation, p.trigger)
        return self._words(*chosen) if chosen else None

    def _words(self, kind: Kind, span: Span) -> Role:
        words = span.of(self.text)
        return Role(span=span, words=words, kind=kind, name=" ".join(words.split()))

    def _when(self, p: _Passage, status: Status, subject: Role) -> When | None:
        relation, number = p.decision.relation, p.candidate.sentence
        if relation == "HOLDS_OFFICE":
            return None
        return self.days.when(number, p.trigger, relation, status, subject.kind)

    def _place(self, p: _Passage) -> Role | None:
        if p.decision.relation not in ("MET", "VISITED", "EXERCISES_WITH"):
            return None
        sentence = self.reading.sentences[p.candidate.sentence]
        where = place_of(sentence, p.trigger, self.reading.occurrences[p.candidate.sentence])
        party = self.reading.parties[where.party] if where else None
        return role_of(party, where) if party and where and party.kind is Kind.COUNTRY else None

    def _qualifiers(
        self, p: _Passage, status: Status, phase: str | None, item: Role | None, object_: Role | None
    ) -> Qualifiers:
        relation = p.decision.relation
        sentence = self.reading.sentences[p.candidate.sentence]
        deal = relation in _DEALS
        amounts = self.writer.money.find(self.text, sentence.span.start, sentence.span.end) if deal else ()
        named = item if relation == "EXERCISES_WITH" else object_ if relation == "PARTICIPATES_IN" else None
        return Qualifiers(
            stage=self.writer.stage.stage_of(sentence, p.trigger, status) if relation == "PROCURES" else None,
            phase=phase,
            quantity=self._quantity(p, item) if deal else None,
            amount=amounts[0].money if len(amounts) == 1 else None,
            edition=edition_of(named.words).edition if named else None,
            role=(p.found.role if p.found else None) if relation == "PARTICIPATES_IN" else None,
            times=times_of(sentence, p.trigger),
        )

    def _quantity(self, p: _Passage, item: Role | None) -> str | None:
        sentence = self.reading.sentences[p.candidate.sentence]
        here: list[Occurrence] = [
            o for o in self.reading.occurrences[p.candidate.sentence] if item and o.span == item.span
        ]
        return quantity_of(self.text, sentence, here[0]) if here else None

    def _span(self, candidate: Candidate, *ends: Role | None) -> Span:
        """The sentence; with the one before it back to an end that is carried over."""
        span = self.reading.sentences[candidate.sentence].span
        if candidate.link not in ("subject", "object", "rule"):
            return span
        start = min([span.start, *(end.span.start for end in ends if end)])
        first = next((s.span.start for s in self.reading.sentences if s.span.start <= start < s.span.end), start)
        return Span(first, span.end)
