"""One claim per key."""

from __future__ import annotations

from collections.abc import Iterable

from graphkit.model.claims import Claim


def one_per_key(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return the claims by key; of two rules that found the same, the surer one, then the first by name, is kept."""
    best: dict[str, Claim] = {}
    for claim in claims:
        other = best.get(claim.key)
        if other is None or (-claim.confidence, claim.origin) < (-other.confidence, other.origin):
            best[claim.key] = claim
    return tuple(best[key] for key in sorted(best))
