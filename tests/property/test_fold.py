"""What the fold does for every input: order, repetition, nothing lost, tiers, periods, one direction."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.model.claims import Claim
from graphkit.model.graph import Edge
from graphkit.ontology.relations import SYMMETRIC
from graphkit.resolve.edges import slots
from graphkit.resolve.fold import Told, fold, roles_at
from graphkit.resolve.identity import Resolution, resolve
from graphkit.workflows.graphs.change import Filing
from tests.worlds import LISTING, pools

LEAST = 0.5


def told(filings: Sequence[Filing]) -> dict[str, Told]:
    return {
        filing.article.key: Told(
            key=filing.article.key, group=filing.article.key, published=filing.article.published, outlet="a paper"
        )
        for filing in filings
    }


def folded(filings: Sequence[Filing], claims: Sequence[Claim], least: float = LEAST) -> tuple[list[Edge], Resolution]:
    found = resolve(claims, LISTING)
    return fold(claims, found.keys, found.entities, told(filings), LISTING, min_confidence=least), found


def all_claims(filings: Sequence[Filing]) -> list[Claim]:
    return [claim for filing in filings for claim in filing.claims]


@settings(max_examples=50, deadline=None)
@given(pools(), st.randoms(use_true_random=False))
def test_the_order_and_number_of_times_that_claims_come_in_do_not_matter(pool: list[Filing], random: object) -> None:
    claims = all_claims(pool)
    shuffled = list(claims)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert folded(pool, claims)[0] == folded(pool, shuffled)[0]
    assert {edge.key for edge in folded(pool, [*claims, *claims])[0]} == {edge.key for edge in folded(pool, claims)[0]}


@settings(max_examples=80, deadline=None)
@given(pools())
def test_no_claim_is_lost_and_none_is_added(pool: list[Filing]) -> None:
    """Every high-tier claim whose ends are two is in exactly one relationship that is not derived; no low one is in any."""
    claims = {claim.key: claim for claim in all_claims(pool)}
    edges, found = folded(pool, list(claims.values()))
    main = [claim for edge in edges if not edge.derived for claim in edge.claims]
    expected = set()
    for claim in claims.values():
        at = roles_at(claim, found.keys)
        end = at.get("item" if claim.type == "PROCURES" else "object")
        if claim.confidence >= LEAST and end is not None and end != at["subject"]:
            expected.add(claim.key)
    assert sorted(main) == sorted(expected)
    assert {key for edge in edges for key in edge.claims} <= {k for k, c in claims.items() if c.confidence >= LEAST}


@settings(max_examples=80, deadline=None)
@given(pools())
def test_a_relationship_says_what_its_claims_say(pool: list[Filing]) -> None:
    claims = {claim.key: claim for claim in all_claims(pool)}
    edges, found = folded(pool, list(claims.values()))
    assert len({edge.key for edge in edges}) == len(edges)
    for edge in edges:
        own = [claims[key] for key in edge.claims]
        assert list(edge.claims) == sorted(edge.claims)
        assert {claim.status for claim in own} == {edge.status}
        assert edge.caption == f"{edge.type} · {edge.status}"
        assert edge.confidence == max(claim.confidence for claim in own)
        assert edge.quote in {claim.evidence.quote for claim in own if claim.confidence == edge.confidence}
        assert edge.articles == len({claim.evidence.article for claim in own}) >= edge.witnesses >= 1
        assert edge.times >= max(claim.qualifiers.times for claim in own)
        assert edge.subject != edge.object
        assert {edge.subject, edge.object} <= set(found.entities)
        if edge.since:
            assert edge.until
            assert edge.since <= edge.until


@settings(max_examples=80, deadline=None)
@given(pools())
def test_undated_never_joins_dated_and_years_stay_apart(pool: list[Filing]) -> None:
    """For types with periods: the dated claims of one relationship begin in one year, or all of them are undated."""
    claims = {claim.key: claim for claim in all_claims(pool)}
    edges, found = folded(pool, list(claims.values()))
    for edge in edges:
        periods = set()
        for key in edge.claims:
            fits = [
                slot
                for slot in slots(claims[key], roles_at(claims[key], found.keys), LISTING)
                if slot.type == edge.type
            ]
            periods |= {slot.period for slot in fits}
        if edge.type != "HOLDS_OFFICE":
            assert len(periods) == 1


@settings(max_examples=50, deadline=None)
@given(pools())
def test_a_symmetric_relation_is_one_relationship(pool: list[Filing]) -> None:
    """Swapping the ends of every symmetric claim changes no key, only perhaps the direction."""
    claims = all_claims(pool)
    edges, _ = folded(pool, claims)
    pairs = [
        (edge.type, *sorted((edge.subject, edge.object)), edge.item, edge.status, edge.since, edge.claims)
        for edge in edges
        if edge.type in SYMMETRIC
    ]
    assert len(set(pairs)) == len(pairs)


@settings(max_examples=50, deadline=None)
@given(pools())
def test_a_lower_threshold_only_adds(pool: list[Filing]) -> None:
    claims = all_claims(pool)
    high = {edge.key: set(edge.claims) for edge in folded(pool, claims, 0.7)[0] if edge.type != "HOLDS_OFFICE"}
    low = {edge.key: set(edge.claims) for edge in folded(pool, claims, 0.0)[0]}
    for key, own in high.items():
        assert own <= low[key]
