"""Nouns as properties of nodes and relationships, and back.

Articles, claims, judgements and outlets keep their whole record as one canonical text in `record`, which is what
comes back; their other properties are for those who write Cypher. Entities and relationships are kept property
by property. Nothing is stored for None and for empty lists.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields
from datetime import date
from functools import cache
from typing import Any

from graphkit.model.claims import Claim, Kind, Status
from graphkit.model.graph import Edge, Entity
from graphkit.model.identity import Judgement
from graphkit.model.records import (
    article_from_record,
    article_to_record,
    canonical,
    claim_from_record,
    claim_to_record,
    judgement_from_record,
    judgement_to_record,
    outlet_from_record,
    outlet_to_record,
)
from graphkit.model.text import Article, Outlet
from graphkit.stores.base import Filed
from graphkit.stores.guard import LONGEST, check_length

Props = dict[str, Any]


def filled(**values: Any) -> Props:
    """The values that a store keeps: no None, no empty list; tuples as lists."""
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in values.items()
        if value is not None and value != ()
    }


def outlet_props(outlet: Outlet) -> Props:
    return filled(
        key=outlet.key, name=outlet.name, kind=outlet.kind and outlet.kind.value, country=outlet.country,
        official=outlet.official, domains=outlet.domains, record=canonical(outlet_to_record(outlet)),
    )  # fmt: skip


def outlet_from(record: str) -> Outlet:
    return outlet_from_record(json.loads(record))


def article_props(filed: Filed) -> Props:
    """The text stands beside the record, not in it: once is enough, and Cypher can search it."""
    article = filed.article
    record = article_to_record(article)
    record.pop("text", None)
    return filled(
        key=article.key, title=article.title, url=_indexed(article.url), outlet=article.outlet, published=said(article),
        year=article.year, language=article.language, file=_indexed(article.file), group=filed.group,
        text=article.text, record=canonical(record),
    )  # fmt: skip


def _indexed(text: str | None) -> str | None:
    """`text` if an index can hold it; the record has it anyway."""
    return text if text and len(text) <= LONGEST else None


def filed_from(row: Mapping[str, Any]) -> Filed:
    record = json.loads(row["record"]) | {"text": row["text"]}
    return Filed(article=article_from_record(record), group=row["group"])


def said(article: Article) -> date | None:
    """The day of publication, as far as it is known."""
    return article.published.first if article.published else None


def claim_props(claim: Claim, *, said: date | None, tier: str) -> Props:
    """`subject`, `object`, `item`, `office`, `place` and `when` are the article's words."""
    words = {name: role.words for name, role in claim.roles()}
    when, more = claim.when, claim.qualifiers
    return words | filled(
        key=claim.key, type=claim.type, status=claim.status.value, confidence=claim.confidence, tier=tier,
        article=claim.evidence.article, quote=claim.evidence.quote, start=claim.evidence.span.start,
        end=claim.evidence.span.end, origin=claim.origin, reasons=claim.reasons, said=said,
        when=when and when.words, since=when and when.first, until=when and when.last,
        stage=more.stage, phase=more.phase, quantity=more.quantity, amount=more.amount and str(more.amount),
        forum=more.forum, edition=more.edition, role=more.role, times=more.times,
        record=canonical(claim_to_record(claim)),
    )  # fmt: skip


def claim_from(record: str) -> Claim:
    return claim_from_record(json.loads(record))


def judgement_props(judgement: Judgement) -> Props:
    record = judgement_to_record(judgement)
    return record | {"record": canonical(record)}


def judgement_from(record: str) -> Judgement:
    return judgement_from_record(json.loads(record))


def entity_props(entity: Entity) -> Props:
    """Identifiers as "scheme:value"; the kind is the node's label."""
    values = {name: getattr(entity, name) for name in _names(Entity, "kind")}
    if any(":" in scheme for scheme, _ in entity.identifiers):
        raise ValueError(f"{entity.key}: a scheme of identifiers cannot have a colon in its name")
    for what, text in (("name", entity.name), ("block", entity.block)):
        check_length(what, text)
    values["identifiers"] = tuple(f"{scheme}:{value}" for scheme, value in entity.identifiers)
    return filled(**values)


def entity_from(label: str, props: Mapping[str, Any]) -> Entity:
    values = _arguments(Entity, props)
    pairs = (text.partition(":") for text in values.pop("identifiers", ()))
    return Entity(kind=Kind(label), identifiers=tuple((scheme, value) for scheme, _, value in pairs), **values)


def edge_props(edge: Edge) -> Props:
    """Type and ends are the relationship's own."""
    values = {name: getattr(edge, name) for name in _names(Edge, "type", "subject", "object")}
    return filled(**values | {"status": edge.status.value})


def edge_from(type_: str, subject: str, object_: str, props: Mapping[str, Any]) -> Edge:
    values = _arguments(Edge, props)
    return Edge(type=type_, subject=subject, object=object_, **values | {"status": Status(values["status"])})


@cache
def _names(noun: type, *but: str) -> tuple[str, ...]:
    return tuple(field.name for field in fields(noun) if field.name not in but)


@cache
def _needed_lists(noun: type) -> tuple[str, ...]:
    needed = (field for field in fields(noun) if field.default is MISSING)
    return tuple(field.name for field in needed if str(field.type).startswith("tuple"))


def _arguments(noun: type, props: Mapping[str, Any]) -> Props:
    """The properties that are fields of `noun`, lists as tuples; a required list that is absent is empty."""
    known = _names(noun)
    values: Props = dict.fromkeys(_needed_lists(noun), ())
    return values | {name: tuple(v) if isinstance(v, list) else v for name, v in props.items() if name in known}
