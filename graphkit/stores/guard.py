"""What must hold before anything is written: the closed ontology, and no edge without a sentence."""

from __future__ import annotations

from collections.abc import Iterable

from graphkit.errors import StoreError
from graphkit.model.claims import Claim
from graphkit.model.graph import Edge
from graphkit.ontology.relations import check
from graphkit.stores import statements as s

LONGEST = 2_000  # characters of an indexed text: Neo4j refuses more than 8,167 bytes, and one character has up to 4


def check_claim(claim: Claim, text: str) -> None:
    """Refuse a claim outside the ontology, or one whose quote is not what its article says at that place."""
    try:
        check(claim)
    except ValueError as error:
        raise StoreError(f"this claim cannot be kept: {error}", where=claim.key) from error
    evidence = claim.evidence
    if evidence.span.of(text) != evidence.quote:
        raise StoreError(
            f"the article does not say {_short(evidence.quote)} at characters {evidence.span}",
            where=claim.key,
            hint="the article or the claim was changed after reading; read the article again",
        )


def check_edge(edge: Edge) -> None:
    """Refuse a type that the ontology does not have, and an edge that no claim stands behind."""
    if edge.type not in s.EDGE_TYPES:
        raise StoreError(f"{edge.type!r} is no relation of the ontology", where=edge.key)
    if not edge.claims:
        raise StoreError("an edge needs a claim that says so", where=edge.key)


def check_found(wanted: Iterable[str], found: Iterable[str], what: str) -> None:
    """ValueError if something that is written refers to what is not there."""
    missing = sorted(set(wanted) - set(found))
    if missing:
        more = f" and {len(missing) - 3} more" if len(missing) > 3 else ""
        raise ValueError(f"put {what} first: {', '.join(missing[:3])}{more} not in the store")


def check_key(key: str, label: str, prefix: str) -> None:
    """ValueError if `key` is no key of a `label`; StoreError if it is too long for an index."""
    if not key.startswith(prefix):
        raise ValueError(f"{_short(key)} is no key of a {label}; it begins with {prefix!r}")
    check_length("key", key)


def check_length(what: str, text: str | None) -> None:
    """Refuse a key or name that is none: no index can hold it."""
    if text and len(text) > LONGEST:
        raise StoreError(
            f"this {what} has {len(text):,} characters; at most {LONGEST:,} can be kept", where=_short(text)
        )


def _short(quote: str) -> str:
    return repr(quote if len(quote) <= 60 else f"{quote[:57]}...")
