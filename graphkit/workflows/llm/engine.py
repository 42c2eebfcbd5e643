"""The rules' reader with a language model beside it: doubts its claims, adds its own, replaces nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace

from graphkit.extract.pipeline import Extraction, Extractor
from graphkit.model.claims import Claim
from graphkit.model.problems import Problem
from graphkit.model.text import Article, Outlet
from graphkit.workflows.llm.chat import Chat, ModelError
from graphkit.workflows.llm.prompts import FACTS, VERDICTS, propose, verify
from graphkit.workflows.llm.proposals import Rejected, to_claim

_SHARE = 0.5  # of the remaining doubt or belief that a verdict takes away; a judgement, not a calibration
_AT_ONCE = 40  # claims in one question


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelReader:
    """Reads as `rules` does, then asks the model about every claim and for facts that are missing.

    A confirmed claim is believed more, a doubted one less, and says so in its reasons; a proposed fact must pass the
    same checks as any claim, and is a Problem with its reason otherwise. Where the model cannot be asked the rules'
    claims stand and the Problem says why.
    """

    rules: Extractor
    chat: Chat

    @property
    def min_confidence(self) -> float:
        """The high tier's threshold: the rules' own."""
        return self.rules.min_confidence

    def extract(self, article: Article, outlet: Outlet | None = None) -> Extraction:
        """Return the claims of the article and what went wrong."""
        found = self.rules.extract(article, outlet)
        problems = list(found.problems)
        claims = list(found.claims)
        try:
            claims = self._verified(article, claims)
            claims += self._proposed(article, claims, problems)
        except ModelError as error:
            problems.append(Problem("model-failed", str(error), article.key))
        return Extraction(tuple(sorted(claims, key=lambda c: (c.evidence.span, c.key))), tuple(problems))

    def _verified(self, article: Article, claims: list[Claim]) -> list[Claim]:
        checked: list[Claim] = []
        for start in range(0, len(claims), _AT_ONCE):
            part = claims[start : start + _AT_ONCE]
            answer = self.chat.ask(verify(article.text, part), VERDICTS).get("wrong")
            if not isinstance(answer, list):
                raise ModelError("the answer has no list of wrong statements")
            wrong = {number for number in answer if isinstance(number, int)}
            checked += [self._weighed(claim, number not in wrong) for number, claim in enumerate(part, start=1)]
        return checked

    def _weighed(self, claim: Claim, holds: bool) -> Claim:
        belief = claim.confidence
        belief = belief + (1 - belief) * _SHARE if holds else belief * _SHARE
        said = f"{self.chat.model} {'confirms' if holds else 'doubts'} it"
        return replace(claim, confidence=round(belief, 4), reasons=(*claim.reasons, said))

    def _proposed(self, article: Article, known: list[Claim], problems: list[Problem]) -> list[Claim]:
        answer = self.chat.ask(propose(article.text), FACTS).get("facts")
        if not isinstance(answer, list):
            raise ModelError("the answer has no list of facts")
        have = {_shape(claim) for claim in known}
        added: list[Claim] = []
        for fact in answer:
            try:
                claim = to_claim(fact, article, f"model:{self.chat.model}")
            except Rejected as reason:
                problems.append(Problem("proposal-rejected", str(reason), article.key))
                continue
            if _shape(claim) not in have:
                have.add(_shape(claim))
                added.append(claim)
        return added


def _shape(claim: Claim) -> tuple[str, str, str, str]:
    """Type, ends and status by name: what makes two claims of one article the same fact."""
    subject = claim.subject.name or claim.subject.words
    object_ = (claim.object.name or claim.object.words) if claim.object else ""
    return (claim.type, subject.casefold(), object_.casefold(), claim.status.value)
