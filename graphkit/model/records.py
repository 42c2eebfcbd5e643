"""Nouns as plain JSON values and back: the one form in which stores keep them and exports write them.

A field that holds its default is left out; days are ISO text; every `to_record` has a `from_record`
that gives an equal noun.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from graphkit.model.claims import Claim, Evidence, Kind, Qualifiers, Role, Status
from graphkit.model.identity import Judgement, Verdict
from graphkit.model.money import Money
from graphkit.model.spans import Span
from graphkit.model.text import Article, Outlet, OutletKind
from graphkit.model.time import When

Record = dict[str, Any]


def canonical(record: Mapping[str, Any]) -> str:
    """Return the one JSON text of a record: sorted keys, no spaces, no escapes but JSON's own."""
    return json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def _lean(**fields: object) -> Record:
    return {name: value for name, value in fields.items() if value not in (None, "", (), [], False)}


def _span(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def _to_span(value: list[int] | None) -> Span | None:
    return Span(*value) if value else None


def when_to_record(when: When | None) -> Record | None:
    if when is None:
        return None
    days = {"first": when.first.isoformat(), "last": when.last.isoformat()}
    return days | _lean(words=when.words, span=_span(when.span), inferred=when.inferred)


def when_from_record(record: Record | None) -> When | None:
    if record is None:
        return None
    return When(
        first=date.fromisoformat(record["first"]),
        last=date.fromisoformat(record["last"]),
        words=record.get("words", ""),
        span=_to_span(record.get("span")),
        inferred=record.get("inferred", False),
    )


def outlet_to_record(outlet: Outlet) -> Record:
    return _lean(
        key=outlet.key, name=outlet.name, kind=outlet.kind, country=outlet.country,
        official=outlet.official, domains=list(outlet.domains),
    )  # fmt: skip


def outlet_from_record(record: Record) -> Outlet:
    kind = record.get("kind")
    return Outlet(
        key=record["key"],
        name=record["name"],
        kind=OutletKind(kind) if kind else None,
        country=record.get("country"),
        official=record.get("official", False),
        domains=tuple(record.get("domains", ())),
    )


def article_to_record(article: Article) -> Record:
    """Without `lines`: they follow from the text."""
    return _lean(
        key=article.key, text=article.text, outlet=article.outlet, url=article.url, title=article.title,
        published=when_to_record(article.published), year=article.year, language=article.language, file=article.file,
    )  # fmt: skip


def article_from_record(record: Record) -> Article:
    return Article(
        text=record.get("text", ""),
        outlet=record.get("outlet"),
        url=record.get("url"),
        title=record.get("title"),
        published=when_from_record(record.get("published")),
        year=record.get("year"),
        language=record.get("language", "en"),
        file=record.get("file"),
    )


def role_to_record(role: Role | None) -> Record | None:
    if role is None:
        return None
    return _lean(
        span=_span(role.span), words=role.words, kind=role.kind.value, name=role.name, also=list(role.also),
        antecedent=_span(role.antecedent), country=role.country, office=role.office,
        day=role.day.isoformat() if role.day else None,
    ) | ({} if role.member is None else {"member": role.member})  # fmt: skip


def role_from_record(record: Record | None) -> Role | None:
    if record is None:
        return None
    day = record.get("day")
    return Role(
        span=Span(*record["span"]),
        words=record["words"],
        kind=Kind(record["kind"]),
        name=record.get("name", ""),
        also=tuple(record.get("also", ())),
        antecedent=_to_span(record.get("antecedent")),
        member=record.get("member"),
        country=record.get("country"),
        office=record.get("office"),
        day=date.fromisoformat(day) if day else None,
    )


def qualifiers_to_record(qualifiers: Qualifiers) -> Record:
    amount = qualifiers.amount
    money = {"amount": str(amount.amount), "currency": amount.currency} if amount else None
    return _lean(
        stage=qualifiers.stage, phase=qualifiers.phase, quantity=qualifiers.quantity, amount=money,
        forum=qualifiers.forum, edition=qualifiers.edition, role=qualifiers.role,
        times=None if qualifiers.times == 1 else qualifiers.times,
    )  # fmt: skip


def qualifiers_from_record(record: Record) -> Qualifiers:
    money = record.get("amount")
    return Qualifiers(
        stage=record.get("stage"),
        phase=record.get("phase"),
        quantity=record.get("quantity"),
        amount=Money(Decimal(money["amount"]), money["currency"]) if money else None,
        forum=record.get("forum"),
        edition=record.get("edition"),
        role=record.get("role"),
        times=record.get("times", 1),
    )


def claim_to_record(claim: Claim) -> Record:
    roles = {name: role_to_record(role) for name, role in claim.roles()}
    evidence = {"article": claim.evidence.article, "span": _span(claim.evidence.span), "quote": claim.evidence.quote}
    return roles | _lean(
        key=claim.key, type=claim.type, status=claim.status.value, when=when_to_record(claim.when),
        qualifiers=qualifiers_to_record(claim.qualifiers) or None, evidence=evidence, origin=claim.origin,
        reasons=list(claim.reasons),
    ) | {"confidence": claim.confidence}  # fmt: skip


def claim_from_record(record: Record) -> Claim:
    subject = role_from_record(record["subject"])
    assert subject is not None
    evidence = record["evidence"]
    return Claim(
        type=record["type"],
        subject=subject,
        object=role_from_record(record.get("object")),
        item=role_from_record(record.get("item")),
        office=role_from_record(record.get("office")),
        place=role_from_record(record.get("place")),
        status=Status(record["status"]),
        when=when_from_record(record.get("when")),
        qualifiers=qualifiers_from_record(record.get("qualifiers", {})),
        evidence=Evidence(article=evidence["article"], span=Span(*evidence["span"]), quote=evidence["quote"]),
        origin=record["origin"],
        reasons=tuple(record.get("reasons", ())),
        confidence=record["confidence"],
    )


def judgement_to_record(judgement: Judgement) -> Record:
    return _lean(
        key=judgement.key, left=judgement.left, right=judgement.right, verdict=judgement.verdict.value,
        reason=judgement.reason, by=judgement.by, at=judgement.at.isoformat(timespec="seconds"),
    )  # fmt: skip


def judgement_from_record(record: Record) -> Judgement:
    return Judgement(
        left=record["left"],
        right=record["right"],
        verdict=Verdict(record["verdict"]),
        reason=record.get("reason", ""),
        by=record["by"],
        at=datetime.fromisoformat(record["at"]),
    )
