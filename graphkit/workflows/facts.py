"""The claims of one article as a list of facts: the form in which annotators write and outside scorers read.

A fact is `{"type", "subject", "object", "item", "status", "date", "evidence", "qualifiers", "confidence"}`, an
entity `{"kind", "name", "aliases"}`; there is one fact per (type, subject, object, item, status).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from graphkit.extract.pipeline import Extractor
from graphkit.gazetteers.entries import Entry, Gazetteers, Tenure
from graphkit.model.claims import Claim, Kind, Role
from graphkit.model.records import qualifiers_to_record
from graphkit.model.spans import Span
from graphkit.model.text import Article, Outlet
from graphkit.ontology.relations import SYMMETRIC
from graphkit.workflows.matching import Fact, squash

_DEFENCE = (("Defence", "Defense"), ("Organisation", "Organization"))


class FactWriter:
    """Names roles by the gazetteers and writes claims as facts."""

    def __init__(self, gazetteers: Gazetteers) -> None:
        self.gazetteers = gazetteers
        self._entries = _entries_by_name(gazetteers.entries)
        self._persons = _persons_by_name(gazetteers.tenures)
        self._holders: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
        for tenure in gazetteers.tenures:
            self._holders[tenure.country, tenure.office].append(tenure)

    def facts(self, claims: Iterable[Claim]) -> list[dict[str, Any]]:
        """Return the facts of one article's claims in text order.

        Of the claims of one fact the one with the highest confidence gives evidence and, if it can, the date. A fact that only
        says less than another of the same ends and type (no item, no seller) is left out.
        """
        best: dict[tuple[Any, ...], tuple[Claim, dict[str, Any]]] = {}
        for claim in claims:
            fact = self.fact(claim)
            key = _key(fact)
            held = best.get(key)
            if held is None:
                best[key] = (claim, fact)
                continue
            first, second = (fact, held[1]) if _clearer(claim, held[0]) else (held[1], fact)
            first["date"] = first["date"] or second["date"]
            best[key] = (claim if first is fact else held[0], first)
        return _specific([fact for _, fact in best.values()])

    def fact(self, claim: Claim) -> dict[str, Any]:
        """Return one claim as a fact."""
        item = claim.office or claim.item
        return {
            "type": claim.type,
            "subject": self.entity(claim.subject),
            "object": self.entity(claim.object) if claim.object else None,
            "item": self.entity(item) if item else None,
            "status": claim.status.value,
            "date": claim.when.iso if claim.when else None,
            "evidence": claim.evidence.quote,
            "qualifiers": qualifiers_to_record(claim.qualifiers),
            "confidence": claim.confidence,
        }

    def entity(self, role: Role) -> dict[str, Any]:
        """Return what a role stands for under its fullest usual name, with every other name that it may go by."""
        name, also = self._names(role)
        aliases = sorted({*also, *role.also} - {name, ""})
        return {"kind": role.kind.value, "name": name, "aliases": aliases}

    def _names(self, role: Role) -> tuple[str, Sequence[str]]:
        if role.kind is Kind.COUNTRY:
            known = self.gazetteers.countries.get(role.country or "")
            return (known.name, known.aliases) if known else (role.name or role.words, ())
        if role.kind is Kind.PERSON:
            return self._person(role)
        if role.kind in (Kind.OFFICE, Kind.TOPIC):
            return role.name or role.words, ()
        entry = self._entries.get((_shelf(role.kind), squash(role.name or role.words)))
        own = (role.name, role.words) if len(role.words) <= len(role.name) + 20 else (role.name,)
        return (entry.name, (*entry.aliases, *own)) if entry else (role.name or role.words, own)

    def _person(self, role: Role) -> tuple[str, Sequence[str]]:
        if role.name:
            return role.name, self._persons.get(squash(role.name), ())
        return self._holder(role)

    def _holder(self, role: Role) -> tuple[str, Sequence[str]]:
        """An office-holder whom the article does not name: "Defence Minister of Russia", with the table's holder."""
        office = self.gazetteers.offices.get(role.office or "")
        country = self.gazetteers.countries.get(role.country or "")
        title = office.title if office else role.words
        if country is None:
            return title, ()
        titles = [title, *(office.aliases if office else ())]
        titles += [t.replace(a, b) for t in titles for a, b in _DEFENCE]
        also = [f"{t} of {country.name}" for t in titles]
        also += [f"{a} {t}" for a in country.adjectives[:1] for t in titles[:2]]
        for tenure in self._holders.get((role.country or "", role.office or ""), ()):
            if role.day and tenure.since <= role.day <= (tenure.until or tenure.as_of):
                also += [tenure.person, *tenure.aliases, *self._persons.get(squash(tenure.person), ())]
        return f"{title} of {country.name}", tuple(dict.fromkeys(also))


def _entries_by_name(entries: Mapping[str, Entry]) -> dict[tuple[str, str], Entry]:
    out: dict[tuple[str, str], Entry] = {}
    for key in sorted(entries):
        out.setdefault((_shelf(entries[key].kind), squash(entries[key].name)), entries[key])
    for key in sorted(entries):
        for alias in entries[key].aliases:
            out.setdefault((_shelf(entries[key].kind), squash(alias)), entries[key])
    return out


def _persons_by_name(tenures: Sequence[Tenure]) -> dict[str, tuple[str, ...]]:
    """All spellings of a person by every one of them."""
    out: dict[str, tuple[str, ...]] = {}
    for tenure in tenures:
        names = (tenure.person, *tenure.aliases)
        for name in names:
            out[squash(name)] = tuple(sorted({*out.get(squash(name), ()), *names}))
    return out


def _shelf(kind: Kind) -> str:
    return "Organisation" if kind is Kind.FORUM else kind.value


def _key(fact: Fact) -> tuple[Any, ...]:
    subject, object_, item = (_identity(fact[part]) for part in ("subject", "object", "item"))
    if fact["type"] in SYMMETRIC and object_ is not None and subject is not None:
        subject, object_ = sorted((subject, object_))
    return (fact["type"], subject, object_, item, fact["status"])


def _identity(entity: Mapping[str, Any] | None) -> tuple[str, str] | None:
    return (entity["kind"], squash(entity["name"])) if entity else None


def _clearer(claim: Claim, held: Claim) -> bool:
    """Whether `claim` says the fact better: surer, then with a date, then earlier."""
    return _rank(claim) < _rank(held)


def _rank(claim: Claim) -> tuple[float, bool, Span, str]:
    return (-claim.confidence, claim.when is None, claim.evidence.span, claim.key)


def _specific(facts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Leave out facts without an item or object where another fact of the same ends, type and status has one."""
    keys = [_key(fact) for fact in facts]
    fuller = {(t, a, b, s) for t, a, b, item, s in keys if item}
    with_object = {(t, a, item, s) for t, a, b, item, s in keys if b}
    return [
        fact
        for fact, (t, a, b, item, s) in zip(facts, keys, strict=True)
        if not (item is None and (t, a, b, s) in fuller) and not (b is None and (t, a, item, s) in with_object)
    ]


def read_facts(
    extractor: Extractor, article: Article, outlet: Outlet | None, *, high: bool = False
) -> list[dict[str, Any]]:
    """Return the facts that an article states; `high` leaves out all but the high tier."""
    claims = extractor.extract(article, outlet).claims
    kept = [c for c in claims if c.confidence >= extractor.weights.min_confidence] if high else claims
    return FactWriter(extractor.gazetteers).facts(kept)
