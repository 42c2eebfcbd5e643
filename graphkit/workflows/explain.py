"""Why the graph has a claim: the sentence, the rule, and how each of its roles was resolved."""

from __future__ import annotations

from dataclasses import dataclass

from graphkit.errors import QuestionError
from graphkit.gazetteers.entries import Gazetteers
from graphkit.model.claims import Claim, Role
from graphkit.model.graph import Edge
from graphkit.model.text import Article
from graphkit.resolve.edges import office_part
from graphkit.resolve.groups import member
from graphkit.resolve.identity import Resolution, resolve
from graphkit.resolve.listing import Listing
from graphkit.stores.base import Reader, Store
from graphkit.workflows.graphs.refold import edge_keys, linked
from graphkit.workflows.graphs.scope import find_scope
from graphkit.workflows.ingest import listing_of
from graphkit.workflows.show import names_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainedRole:
    """What the article calls it (`words`, and `antecedent` where a pronoun or group word points), and what it stands for.

    `key` is None for what is no node (a place, an office, a topic).
    """

    role: str
    words: str
    antecedent: str | None
    key: str | None
    name: str | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A claim with its article, its roles, the relationships that it is part of, and its tier."""

    claim: Claim
    article: Article
    outlet: str | None
    high: bool
    roles: tuple[ExplainedRole, ...]
    relationships: tuple[Edge, ...]


def explain(store: Store, key: str, gazetteers: Gazetteers | Listing) -> Explanation:
    """Return why the claim with this key is there and what became of it.

    Raises:
        QuestionError: there is no such claim.
    """
    listing = listing_of(gazetteers)
    claim = next(iter(store.claims([key.partition("#")[0]])), None)
    if claim is None:
        raise QuestionError("no such claim", where=key, hint="graphkit show ENTITY prints the keys of claims")
    article = next(iter(store.articles([claim.evidence.article]))).article
    stored = linked(store, [claim.key])
    names = names_of(store, stored.values())
    resolution = _resolution(store, claim, listing)
    meta = store.meta()
    return Explanation(
        claim=claim,
        article=article,
        outlet=next((outlet.name for outlet in store.outlets() if outlet.key == article.outlet), None),
        high=claim.confidence >= (meta.min_confidence if meta else 0.0),
        roles=tuple(
            _explained(claim, name, role, article, stored.get(member(claim.key, name)), names, resolution, listing)
            for name, role in claim.roles()
        ),
        relationships=tuple(
            edge for edge in store.edges(sorted(edge_keys([claim], stored, listing))) if claim.key in edge.claims
        ),
    )


def _resolution(reader: Reader, claim: Claim, listing: Listing) -> Resolution:
    judgements = reader.judgements()
    scope = find_scope(reader, listing, touched={claim.key: claim}, judgements=judgements, fresh=())
    claims = dict(scope.claims) | {claim.key: claim}
    return resolve(claims.values(), listing, judgements, nodes=scope.nodes)


def _explained(
    claim: Claim,
    name: str,
    role: Role,
    article: Article,
    key: str | None,
    names: dict[str, str],
    resolution: Resolution,
    listing: Listing,
) -> ExplainedRole:
    why = resolution.why.get(member(claim.key, name)) or _otherwise(claim, name, role, listing)
    return ExplainedRole(
        role=name,
        words=role.words,
        antecedent=role.antecedent.of(article.text) if role.antecedent else None,
        key=key,
        name=names.get(key) if key else None,
        why=_pointed(role, article) + why,
    )


def _pointed(role: Role, article: Article) -> str:
    if role.antecedent is None:
        return f"{role.words!r} stands for {role.name!r} here; " if role.name and role.name not in role.words else ""
    which = f" (number {role.member + 1} of the group)" if role.member is not None else ""
    return f"{role.words!r} points to {role.antecedent.of(article.text)!r}{which}; "


def _otherwise(claim: Claim, name: str, role: Role, listing: Listing) -> str:
    if name == "office":
        key = office_part(role, listing)
        known = listing.gazetteers.offices.get(key)
        return (
            f"the lexicon of offices has it as {known.title}"
            if known
            else "no lexicon has this office; its words count"
        )
    if name == "item" and (topic := listing.topic(role.name or role.words)):
        return f"a topic, {topic}; topics are no nodes"
    return "kept as the article's words; no node"
