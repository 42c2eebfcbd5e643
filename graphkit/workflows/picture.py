"""What the views draw, collected: from a store with every sentence, or from a networkx graph with what its edges carry."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from graphkit.gazetteers.entries import Gazetteers
from graphkit.model.claims import Claim, Kind, Status
from graphkit.model.graph import Edge, Entity
from graphkit.model.keys import digest
from graphkit.stores.base import Filed, Reader
from graphkit.views.facts import Coverage, Fact, Graph, Line, Place, make_graph

if TYPE_CHECKING:
    import networkx as nx

_ENTITY = {f.name for f in fields(Entity)} - {"key", "kind"}
_EDGE = {f.name for f in fields(Edge)} - {"key", "type", "subject", "object", "status", "caption", "claims"}


def collect(store: Reader, gazetteers: Gazetteers | None = None, *, min_confidence: float | None = None) -> Graph:
    """Return everything in the store as a graph to draw.

    With a `min_confidence` below the one the graph was made with, claims from there on that make no
    relationship come in as lines marked `low`.
    """
    meta = store.meta()
    threshold = meta.min_confidence if meta else 0.0
    edges = list(store.edges())
    wanted = sorted({key for edge in edges for key in edge.claims})
    claims = {claim.key: claim for claim in store.claims(wanted)}
    doubtful: dict[str, Claim] = {}
    if min_confidence is not None and min_confidence < threshold:
        doubtful = {c.key: c for c in store.claims() if c.key not in claims and c.confidence >= min_confidence}
    maker = _FactMaker(store, claims | doubtful)
    lines = [Line(edge=edge, facts=maker.facts(edge.claims)) for edge in edges]
    lines += _low_lines(doubtful, maker)
    return make_graph(
        {entity.key: entity for entity in store.entities()}, lines, coverage=_coverage(store, maker.outlets),
        places=places_of(gazetteers), threshold=threshold,
    )  # fmt: skip


def places_of(gazetteers: Gazetteers | None) -> dict[str, Place]:
    """Return where each country's capital lies, as far as the gazetteer knows."""
    states = gazetteers.countries.values() if gazetteers else ()
    return {
        state.iso3: Place(state.name, state.latitude, state.longitude)
        for state in states
        if state.latitude is not None and state.longitude is not None
    }


class _FactMaker:
    """Claims with what is known of their articles."""

    def __init__(self, store: Reader, claims: Mapping[str, Claim]) -> None:
        self.claims = claims
        self.outlets = {outlet.key: outlet for outlet in store.outlets()}
        self.filed = {
            filed.article.key: filed for filed in store.articles({c.evidence.article for c in claims.values()})
        }
        self.at: dict[str, dict[str, str]] = defaultdict(dict)
        for link in store.links(sorted(claims)):
            self.at[link.claim][link.role] = link.entity

    def facts(self, keys: Iterable[str]) -> tuple[Fact, ...]:
        return tuple(self.fact(self.claims[key]) for key in sorted(keys) if key in self.claims)

    def fact(self, claim: Claim) -> Fact:
        filed = self.filed.get(claim.evidence.article)
        seller = self.at[claim.key].get("object") if claim.type == "PROCURES" else None
        fact = Fact(
            key=claim.key, status=claim.status, quote=claim.evidence.quote, article=claim.evidence.article,
            group=filed.group if filed else claim.evidence.article, outlet="", confidence=claim.confidence,
            origin=claim.origin, seller=seller, details=_details(claim),
            since=claim.when.first if claim.when else None, until=claim.when.last if claim.when else None,
            when=claim.when.words if claim.when else "",
        )  # fmt: skip
        return self._printed(fact, filed) if filed else fact

    def _printed(self, fact: Fact, filed: Filed) -> Fact:
        article = filed.article
        outlet = self.outlets.get(article.outlet or "")
        return replace(
            fact,
            outlet=outlet.name if outlet else (article.outlet or "").removeprefix("outlet:"),
            official=outlet.official if outlet else False,
            title=article.title or "",
            url=article.url,
            published=article.published.first if article.published else None,
        )


def _details(claim: Claim) -> tuple[tuple[str, str], ...]:
    said = claim.qualifiers
    pairs = (
        ("stage", said.stage), ("phase", said.phase), ("quantity", said.quantity), ("amount", said.amount),
        ("office", claim.office.words if claim.office else None), ("item", claim.item.words if claim.item else None),
        ("place", claim.place.words if claim.place else None), ("forum", said.forum), ("edition", said.edition),
        ("role", said.role), ("times", said.times if said.times > 1 else None),
    )  # fmt: skip
    return tuple((name, str(words)) for name, words in pairs if words)


def _low_lines(claims: Mapping[str, Claim], maker: _FactMaker) -> list[Line]:
    """One line for all doubtful claims of one type, pair, item, status and year."""
    groups: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for key in sorted(claims):
        claim, at = claims[key], maker.at[key]
        object_ = at.get("item") if claim.type == "PROCURES" else at.get("object")
        subject = at.get("subject")
        if subject and object_ and subject != object_:
            item = "" if claim.type == "PROCURES" else at.get("item", "")
            year = str(claim.when.first.year) if claim.when else ""
            groups[claim.type, subject, object_, item, claim.status.value, year].append(claim)
    return [_low_line(slot, group, maker) for slot, group in sorted(groups.items(), key=lambda pair: pair[0])]


def _low_line(slot: tuple[str, ...], group: list[Claim], maker: _FactMaker) -> Line:
    type_, subject, object_, item, status, _ = slot
    facts = maker.facts(claim.key for claim in group)
    clearest = max(facts, key=lambda fact: (fact.confidence, fact.key))
    edge = Edge(
        key=f"edge:low-{digest(*slot)}", type=type_, subject=subject, object=object_, item=item or None,
        status=Status(status), caption=f"{type_} · {status}", claims=tuple(fact.key for fact in facts),
        office=next((fact.detail("office") for fact in facts if fact.detail("office")), None),
        since=min((fact.since for fact in facts if fact.since), default=None),
        until=max((fact.until for fact in facts if fact.until), default=None),
        said=min((fact.published for fact in facts if fact.published), default=None),
        witnesses=len({fact.group for fact in facts}), articles=len({fact.article for fact in facts}),
        confidence=clearest.confidence, quote=clearest.quote, url=clearest.url, published=clearest.published,
        stages=tuple(dict.fromkeys(stage for fact in facts if (stage := fact.detail("stage")))),
    )  # fmt: skip
    return Line(edge=edge, facts=facts, low=True)


def _coverage(store: Reader, outlets: Mapping[str, Any]) -> Coverage:
    articles = [filed.article for filed in store.articles()]
    days = [article.published.first for article in articles if article.published]
    names = Counter(outlets[a.outlet].name if a.outlet and a.outlet in outlets else "unknown outlet" for a in articles)
    return Coverage(
        articles=len(articles), undated_articles=len(articles) - len(days), first=min(days, default=None),
        last=max(days, default=None), outlets=tuple(sorted(names.items(), key=lambda pair: (-pair[1], pair[0]))),
    )  # fmt: skip


def from_networkx(graph: nx.MultiDiGraph[Any], gazetteers: Gazetteers | None = None) -> Graph:
    """Return a networkx graph, as `graphkit.analytics.projection.project` makes it, as a graph to draw.

    Each edge carries one sentence (`quote`) at most; `graph` is not changed. Attributes that are not ours are left out.

    Raises:
        ValueError: a node without a known `kind`, or an edge without `type` and `status`.
    """
    entities = {str(key): _entity(str(key), data) for key, data in graph.nodes(data=True)}
    lines = [_line(str(s), str(o), str(key), data) for s, o, key, data in graph.edges(keys=True, data=True)]
    days = [line.edge.published for line in lines if line.edge.published]
    texts = {fact.article for line in lines for fact in line.facts}
    coverage = Coverage(articles=len(texts), first=min(days, default=None), last=max(days, default=None))
    return make_graph(entities, lines, coverage=coverage, places=places_of(gazetteers))


def _entity(key: str, data: Mapping[str, Any]) -> Entity:
    known = {name: data[name] for name in sorted(_ENTITY & data.keys()) if data[name] is not None}
    known["aliases"] = tuple(str(alias) for alias in known.get("aliases", ()))
    return Entity(key=key, kind=Kind(str(data.get("kind"))), **(known | {"name": str(known.get("name") or key)}))


def _line(subject: str, object_: str, key: str, data: Mapping[str, Any]) -> Line:
    if "type" not in data or "status" not in data:
        raise ValueError(f"the edge {key!r} from {subject!r} to {object_!r} has no type or no status")
    known = {name: data[name] for name in sorted(_EDGE & data.keys()) if data[name] is not None}
    status = Status(data["status"])
    claims = tuple(data.get("claims", ())) or (f"claim:{digest(subject, object_, key)}",)
    edge = Edge(
        key=key if ":" in key else f"edge:{digest(subject, object_, data['type'], key)}", type=str(data["type"]),
        subject=subject, object=object_, status=status, caption=f"{data['type']} · {status}", claims=claims, **known,
    )  # fmt: skip
    return Line(edge=edge, facts=(_only_fact(edge),))


def _only_fact(edge: Edge) -> Fact:
    day: date | None = edge.published
    outlet = (edge.outlet or "").removeprefix("outlet:")
    return Fact(
        key=edge.claims[0], status=edge.status, quote=edge.quote, article=edge.url or edge.claims[0],
        group=edge.url or edge.claims[0], outlet=outlet, url=edge.url, published=day, since=edge.since,
        until=edge.until, when=edge.when or "", confidence=float(edge.confidence),
        details=(("stage", edge.stages[0]),) if edge.stages else (),
    )  # fmt: skip
