"""The graph as the page's script reads it: plain JSON values, every list in a fixed order, short names to save room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from graphkit.ontology.nodes import NODE_TYPES
from graphkit.ontology.relations import DERIVED, SYMMETRIC
from graphkit.views.facts import Fact, Graph, Line
from graphkit.views.network.layout import Position
from graphkit.views.network.ranking import weights
from graphkit.views.otherwise import otherwise
from graphkit.views.safe import clean, web_link
from graphkit.views.styles import LINE_STYLES, LOW, TYPES, colour, phrase

Json = dict[str, Any]

_KINDS = {node.label: place for place, node in enumerate(NODE_TYPES)}
_TYPES = {name: place for place, name in enumerate(TYPES)}
_STATUSES = {status: place for place, status in enumerate(LINE_STYLES)}


def payload(graph: Graph, positions: Mapping[str, Position], first: Sequence[str]) -> Json:
    """Return everything the page shows. `first` are the keys of the entities drawn when it opens."""
    lines = drawn_lines(graph)
    order = sorted(positions)
    place = {key: i for i, key in enumerate(order)}
    facts = {fact.key: fact for line in lines for fact in line.facts}
    articles = _articles(facts)
    number = {key: i for i, key in enumerate(sorted(facts))}
    shared = _Shared(articles)
    return {
        "kinds": [
            {"label": n.label, "plural": n.plural, "colour": n.colour, "shape": n.shape} for n in NODE_TYPES
        ],
        "types": [_type(name) for name in TYPES],
        "statuses": [
            {"name": status.value, "words": style.words, "dashes": list(style.dashes), "ending": style.ending}
            for status, style in LINE_STYLES.items()
        ],
        "low": LOW,
        "nodes": _nodes(graph, positions, order),
        "lines": _lines(graph, lines, place, number),
        "facts": [_fact(facts[key], shared, graph) for key in sorted(facts)],
        "articles": shared.rows,
        "outlets": [{"n": clean(name), "o": int(official)} for name, official in shared.outlets],
        "origins": shared.origins,
        "first": sorted(place[key] for key in first),
        "places": {code: [p.name, p.latitude, p.longitude] for code, p in sorted(graph.places.items())},
        "threshold": graph.threshold,
    }  # fmt: skip


def drawn_lines(graph: Graph) -> list[Line]:
    """The lines that a network shows, by key: every stated one, and the derived ones but country ties."""
    return [
        line
        for line in graph.lines
        if line.edge.type in _TYPES and line.edge.subject in graph.entities and line.edge.object in graph.entities
    ]


def _type(name: str) -> Json:
    verb = phrase(name, next(iter(LINE_STYLES)))
    return {
        "name": name, "phrase": verb, "colour": colour(name), "symmetric": name in SYMMETRIC, "derived": name in DERIVED,
    }  # fmt: skip


def _lean(**fields: object) -> Json:
    return {name: value for name, value in fields.items() if value not in (None, "", (), [], 0, False)}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _nodes(graph: Graph, positions: Mapping[str, Position], order: list[str]) -> list[Json]:
    total = weights(graph)
    rows = []
    for key in order:
        entity = graph.entities[key]
        x, y = positions[key]
        rows.append(
            _lean(
                a=[clean(alias) for alias in entity.aliases], c=graph.country(key), w=total[key],
                g=int(entity.generic), p=int(entity.placeholder), s=_day(entity.starts), e=_day(entity.ends),
            ) | {"k": key, "n": clean(entity.name) or key, "t": _KINDS[entity.kind.value], "x": x, "y": y}
        )  # fmt: skip
    return rows


def _lines(graph: Graph, lines: list[Line], place: Mapping[str, int], number: Mapping[str, int]) -> list[Json]:
    others = otherwise(lines)
    row_of = {line.edge.key: i for i, line in enumerate(lines)}
    rows = []
    for line in lines:
        edge = line.edge
        rows.append(
            _lean(
                a=_day(edge.since), b=_day(edge.until), p=_day(edge.said), l=int(line.low), h=edge.times - 1,
                x=[row_of[key] for key in others.get(edge.key, ())], i=_matter(graph, line),
                d=_line_details(graph, line),
            )
            | {
                "k": edge.key, "s": place[edge.subject], "o": place[edge.object], "r": _TYPES[edge.type],
                "t": _STATUSES[edge.status], "w": edge.witnesses, "c": round(edge.confidence, 3),
                "f": [number[fact.key] for fact in line.facts],
            }
        )  # fmt: skip
    return rows


def _matter(graph: Graph, line: Line) -> str | None:
    """What it is about: the item, the words for it, or the office."""
    edge = line.edge
    if edge.item:
        return clean(graph.name(edge.item))
    return clean(edge.items[0]) if edge.items else clean((edge.office or "").replace("-", " ")) or None


def _line_details(graph: Graph, line: Line) -> list[list[str]]:
    edge = line.edge
    pairs = [("role", edge.role)]
    pairs += [("seller", ", ".join(graph.name(seller) for seller in line.sellers))]
    pairs += [(name, ", ".join(words)) for name, words in _plural(line)]
    return [[name, clean(words)] for name, words in pairs if words]


def _plural(line: Line) -> list[tuple[str, tuple[str, ...]]]:
    edge = line.edge
    return [
        ("stage", edge.stages), ("quantity", edge.quantities), ("amount", edge.amounts), ("phase", edge.phases),
        ("place", edge.places), ("forum", edge.forums), ("edition", edge.editions),
    ]  # fmt: skip


class _Shared:
    """Articles, outlets and rules, written once and pointed at by number."""

    def __init__(self, articles: Mapping[str, Fact]) -> None:
        groups = {group: i for i, group in enumerate(sorted({fact.group for fact in articles.values()}))}
        self.outlets = sorted({(fact.outlet, fact.official) for fact in articles.values()})
        outlet = {known: i for i, known in enumerate(self.outlets)}
        self.article = {key: i for i, key in enumerate(articles)}
        self.origins: list[str] = []
        self.rows = [
            _lean(u=web_link(fact.url), p=_day(fact.published), n=clean(fact.title))
            | {"o": outlet[fact.outlet, fact.official], "g": groups[fact.group]}
            for fact in articles.values()
        ]

    def origin(self, name: str) -> int:
        if name not in self.origins:
            self.origins.append(name)
        return self.origins.index(name)


def _articles(facts: Mapping[str, Fact]) -> dict[str, Fact]:
    by_article: dict[str, Fact] = {}
    for key in sorted(facts):
        by_article.setdefault(facts[key].article, facts[key])
    return dict(sorted(by_article.items()))


def _fact(fact: Fact, shared: _Shared, graph: Graph) -> Json:
    details = [[name, clean(words)] for name, words in fact.details if words]
    if fact.seller:
        details.insert(0, ["seller", clean(graph.name(fact.seller))])
    return _lean(
        a=_day(fact.since), b=_day(fact.until) if fact.until != fact.since else None, w=clean(fact.when), d=details
    ) | {
        "k": fact.key.removeprefix("claim:"), "q": clean(fact.quote), "c": round(fact.confidence, 3),
        "r": shared.article[fact.article], "n": shared.origin(fact.origin), "t": _STATUSES[fact.status],
    }  # fmt: skip
