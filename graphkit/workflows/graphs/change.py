"""A change of the record, and the graph after it: as if everything had been computed anew, by touching only what it touches."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from graphkit.errors import GraphkitError
from graphkit.model.claims import Claim
from graphkit.model.identity import Judgement
from graphkit.model.text import Article, Outlet
from graphkit.ontology.relations import check
from graphkit.resolve.groups import Member, member
from graphkit.resolve.identity import Resolution, resolve
from graphkit.resolve.listing import Listing
from graphkit.resolve.local import all_local
from graphkit.resolve.witnesses import sample
from graphkit.stores.base import Filed, Writer
from graphkit.workflows.graphs.grouping import Grouping, body_shingles
from graphkit.workflows.graphs.refold import Shift, linked, refold
from graphkit.workflows.graphs.scope import Scope, find_scope


class Refused(GraphkitError):
    """A claim does not say what its article says, or says what the ontology does not know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """An article as it goes into the store, with everything that was read in it."""

    article: Article
    claims: Sequence[Claim] = ()
    outlet: Outlet | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Articles that come and go, and judgements that are new. What is known already is passed over."""

    added: Sequence[Filing] = ()
    removed: Sequence[str] = ()
    judgements: Sequence[Judgement] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """What a change did."""

    articles: int = 0
    claims: int = 0
    removed: int = 0
    relationships: int = 0


def check_filing(filing: Filing) -> None:
    """Raise Refused, naming the claim, unless every claim quotes its article to the letter and is in the ontology."""
    text = filing.article.text
    for claim in filing.claims:
        evidence = claim.evidence
        if evidence.article != filing.article.key:
            raise Refused(
                f"{claim.key} is of {evidence.article}, not of {filing.article.key}", where=filing.article.key
            )
        if evidence.span.of(text) != evidence.quote:
            raise Refused(f"the article does not say {evidence.quote!r} at {evidence.span}", where=claim.key)
        for name, role in claim.roles():
            if role.span.of(text).split() != role.words.split():
                raise Refused(f"the article does not say {role.words!r} ({name}) at {role.span}", where=claim.key)
            if role.antecedent is not None and role.antecedent.end > len(text):
                raise Refused(f"the antecedent of {name} is outside the article", where=claim.key)
        try:
            check(claim)
        except ValueError as error:
            raise Refused(str(error), where=claim.key) from error


def apply(writer: Writer, change: Change, listing: Listing) -> Applied:
    """Make the change in the writer's transaction. Articles that are known by key, and unknown ones to remove, do nothing."""
    known = {filed.article.key: filed for filed in writer.articles(_keys(change))}
    removed = sorted(set(known) & set(change.removed))
    new = {f.article.key: f for f in change.added if f.article.key not in known or f.article.key in removed}
    for filing in new.values():
        check_filing(filing)
    for filing in change.added:
        if filing.article.key not in new:
            _name_file(writer, known[filing.article.key], filing.article)
    gone = {claim.key: claim for claim in writer.claims(articles=removed)} if removed else {}
    come = {claim.key: claim for filing in new.values() for claim in filing.claims}
    had = {judgement.key for judgement in writer.judgements()}
    fresh = [judgement for judgement in change.judgements if judgement.key not in had]
    for judgement in fresh:
        writer.put_judgement(judgement)
    scope = find_scope(
        writer, listing, touched=gone | come, judgements=writer.judgements(), fresh=[j.key for j in fresh]
    )  # fmt: skip
    before = linked(writer, {*scope.claims, *gone})
    regrouped = _file(writer, new.values(), removed)
    made = _settle(writer, listing, scope, gone=gone, come=come, before=before, regrouped=regrouped)
    return Applied(articles=len(new), claims=len(come), removed=len(removed), relationships=made)


def settle(writer: Writer, claims: Mapping[str, Claim], listing: Listing) -> int:
    """Link and fold claims of the record that are not linked yet; return how many relationships were made."""
    scope = find_scope(writer, listing, touched=claims, judgements=writer.judgements(), fresh=())
    before = linked(writer, scope.claims)
    return _settle(writer, listing, scope, gone={}, come=claims, before=before, regrouped=frozenset())


def comes_first(one: str | None, other: str | None) -> bool:
    """Whether an article that two files hold goes by the name `one`: the first in code-point order, in any order of reading."""
    return one is not None and (other is None or one < other)


def _name_file(writer: Writer, filed: Filed, again: Article) -> None:
    if comes_first(again.file, filed.article.file):
        named = replace(filed.article, file=again.file)
        writer.put_article(replace(filed, article=named), sample(body_shingles(named)))


def _keys(change: Change) -> list[str]:
    return sorted({*change.removed, *(filing.article.key for filing in change.added)})


def _file(writer: Writer, added: Iterable[Filing], removed: Sequence[str]) -> frozenset[str]:
    """Change articles and claims in the store; return the other articles whose witness group is another now."""
    grouping = Grouping(writer)
    if removed:
        grouping.remove(removed)
    filings = list(added)
    outlets = {filing.outlet.key: filing.outlet for filing in filings if filing.outlet is not None}
    for key in sorted(outlets):
        writer.put_outlet(outlets[key])
    for filing in filings:
        grouping.add(filing.article)
    writer.put_claims([claim for filing in filings for claim in filing.claims])
    return frozenset(grouping.changed)


def _settle(
    writer: Writer,
    listing: Listing,
    scope: Scope,
    *,
    gone: Mapping[str, Claim],
    come: Mapping[str, Claim],
    before: Mapping[Member, str],
    regrouped: frozenset[str],
) -> int:
    claims = {key: claim for key, claim in (dict(scope.claims) | dict(come)).items() if key not in gone or key in come}
    resolution = resolve(claims.values(), listing, writer.judgements(), nodes=scope.nodes)
    after = _after(claims, before, resolution, listing, scope, come)
    moved = _moved(writer, claims, before, after, resolution) | dict(come)
    if regrouped:
        others = {claim.key: claim for claim in writer.claims(articles=sorted(regrouped))}
        stored = linked(writer, others.keys() - claims.keys())
        moved |= others
        after |= stored
        before = dict(before) | stored
    shift = Shift(
        gone=dict(gone), moved=moved, before=dict(before), after=after, entities=dict(resolution.entities)
    )  # fmt: skip
    return refold(writer, shift, listing)


def _after(
    claims: Mapping[str, Claim],
    before: Mapping[Member, str],
    resolution: Resolution,
    listing: Listing,
    scope: Scope,
    come: Mapping[str, Claim],
) -> dict[Member, str]:
    """What every role stands for now: as resolved where the scope is whole, else as stored."""
    after: dict[Member, str] = {}
    for claim in claims.values():
        for role, local in all_local(claim, listing).items():
            name = member(claim.key, role)
            decided = claim.key in come or scope.holds(local) or name not in before
            key = resolution.keys.get(name) if decided else None
            if (key := key or before.get(name)) is not None:
                after[name] = key
    return after


def _moved(
    writer: Writer,
    claims: Mapping[str, Claim],
    before: Mapping[Member, str],
    after: Mapping[Member, str],
    resolution: Resolution,
) -> dict[str, Claim]:
    """The claims of which a role stands for something else, or for something with another name."""
    stored = {entity.key: entity for entity in writer.entities(sorted(set(after.values())))}
    renamed = {key for key, entity in resolution.entities.items() if key in stored and stored[key] != entity}
    names = (name for name, key in after.items() if before.get(name) != key or key in renamed)
    return {key: claims[key] for key in sorted({name.partition("#")[0] for name in names})}
