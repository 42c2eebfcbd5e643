"""When a reported fact is a gold fact: the scoring key of the annotation guidelines.

Facts are JSON values: `{"type", "subject", "object", "item", "status", "date", "evidence"}` with entities
`{"kind", "name", "aliases"}`. Two entities are the same if their kinds are compatible and one shares a
name with the other once case, accents, punctuation and titles are taken off.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from graphkit.gazetteers.entries import Country
from graphkit.ontology.relations import SYMMETRIC

Fact = Mapping[str, Any]
Entity = Mapping[str, Any]

_TITLES = frozenset(
    [
        "the",
        "mr",
        "mrs",
        "ms",
        "dr",
        "shri",
        "smt",
        "sir",
        "dame",
        "lord",
        "hon",
        "gen",
        "general",
        "lt",
        "ltgen",
        "maj",
        "major",
        "col",
        "colonel",
        "brig",
        "brigadier",
        "adm",
        "admiral",
        "vice",
        "rear",
        "air",
        "chief",
        "marshal",
        "capt",
        "captain",
        "cmdr",
        "commander",
        "sgt",
        "president",
        "prime",
        "minister",
        "pm",
        "premier",
        "chancellor",
        "defence",
        "defense",
        "foreign",
        "external",
        "affairs",
        "secretary",
        "chairman",
        "his",
        "her",
        "excellency",
        "he",
        "king",
        "sheikh",
        "crown",
        "prince",
        "state",
    ]
)
_NOT_WORD = re.compile(r"[^0-9a-z]+")
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_LONG_WORD = re.compile(r"[a-z0-9]{3,}")
_OFFICE_OF = re.compile(r"^.*? of (.*)$")
_ENOUGH_WORDS = 0.5  # share of the shorter item's words that both items must have


@lru_cache(maxsize=1 << 16)
def squash(text: str) -> str:
    """Return the letters and digits of `text` without case and accents, or the stripped text if it has none."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()
    return _NOT_WORD.sub("", bare) or bare.strip()


def country_forms(countries: Mapping[str, Country]) -> dict[str, str]:
    """Return ISO alpha-3 by every squashed name, adjective, capital and metonym; names win over capitals."""
    table: dict[str, str] = {}
    for iso in sorted(countries):
        known = countries[iso]
        for form in (iso, known.iso2, known.name, *known.aliases, *known.adjectives):
            if form:
                table.setdefault(squash(form), iso)
    for iso in sorted(countries):
        for form in (*countries[iso].capitals, *(words for words, _ in countries[iso].metonyms)):
            table.setdefault(squash(form), iso)
    return table


class Matcher:
    """Compares entities and facts; `countries` is what `country_forms` returns."""

    def __init__(self, countries: Mapping[str, str]) -> None:
        self.countries = countries
        self._forms = lru_cache(maxsize=1 << 16)(self._forms_of)

    def forms(self, entity: Entity) -> frozenset[str]:
        """Return every squashed name under which the entity may be met."""
        return self._forms(entity["kind"], (entity["name"], *entity.get("aliases", ())))

    def _forms_of(self, kind: str, names: tuple[str, ...]) -> frozenset[str]:
        out = set()
        for name in names:
            plain = squash(name)
            out.add(plain)
            if kind == "Country":
                out.add(self.countries.get(plain, plain))
            elif kind == "Person":
                out.add(squash(_without_titles(name)))
            else:
                out.add(squash(_ARTICLE.sub("", name)))
        return frozenset(form for form in out if form)

    def same(self, a: Entity | None, b: Entity | None) -> bool:
        if a is None or b is None:
            return a is b
        return _kind_class(a["kind"]) == _kind_class(b["kind"]) and not self.forms(a).isdisjoint(self.forms(b))

    def items_match(self, gold: Entity | None, found: Entity | None) -> bool:
        """Whether the item found is the gold item: a name in common, or half of the shorter one's words."""
        if gold is None:
            return True
        if found is None:
            return False
        if not self.forms({**gold, "kind": ""}).isdisjoint(self.forms({**found, "kind": ""})):
            return True
        a, b = _words(gold), _words(found)
        return bool(a and b) and len(a & b) / min(len(a), len(b)) >= _ENOUGH_WORDS

    def match(self, gold: Fact, found: Fact) -> bool:
        """Whether the fact found has the key of the gold fact; status, date and most items do not enter it."""
        if gold["type"] != found["type"]:
            return False
        if gold["type"] == "PROCURES":
            return self._same_deal(gold, found)
        a, b, x, y = gold["subject"], gold.get("object"), found["subject"], found.get("object")
        if self.same(a, x) and self.same(b, y):
            return True
        if gold["type"] in SYMMETRIC and b and y:
            return self.same(a, y) and self.same(b, x)
        return False

    def _same_deal(self, gold: Fact, found: Fact) -> bool:
        if not self.same(gold["subject"], found["subject"]):
            return False
        if gold.get("item") and found.get("item") and not generic(gold["item"]):
            return self.items_match(gold["item"], found["item"])
        if gold.get("object") or found.get("object"):
            return self.same(gold.get("object"), found.get("object"))
        return self.items_match(gold.get("item"), found.get("item"))

    def country(self, entity: Entity | None, holders: Mapping[str, str]) -> str | None:
        """Return the country that the entity is or belongs to; `holders` as `office_countries` returns them."""
        if entity is None:
            return None
        forms = sorted(self.forms(entity))
        if entity["kind"] == "Country":
            return next((self.countries[form] for form in forms if form in self.countries), squash(entity["name"]))
        held = next((holders[form] for form in forms if form in holders), None)
        unnamed = _OFFICE_OF.match(entity["name"])
        return held or (self.countries.get(squash(unnamed.group(1))) if unnamed else None)

    def office_countries(self, facts: Sequence[Fact]) -> dict[str, str]:
        """Return the country by every name of a person who is said to hold a state office."""
        table: dict[str, str] = {}
        for fact in facts:
            if fact["type"] == "HOLDS_OFFICE" and fact.get("object") and fact["object"]["kind"] == "Country":
                code = self.country(fact["object"], {})
                if code in self.countries.values():
                    for form in sorted(self.forms(fact["subject"])):
                        table.setdefault(form, code or "")
        return table

    def dyads(self, facts: Sequence[Fact], holders: Mapping[str, str]) -> set[tuple[str, str, str]]:
        """Return (type, country, country) of the facts whose ends can be rolled up to two countries."""
        out = set()
        for fact in facts:
            a, b = self.country(fact["subject"], holders), self.country(fact.get("object"), holders)
            if fact["type"] == "HOLDS_OFFICE" or not a or not b or a == b:
                continue
            first, second = sorted((a, b)) if fact["type"] in SYMMETRIC else (a, b)
            out.add((fact["type"], first, second))
        return out


def generic(item: Entity | None) -> bool:
    """Whether an item has no proper name: "spare parts", "tanks"; not "S-400", "BrahMos", "AK-203 rifle"."""
    if item is None:
        return True
    name = item["name"]
    first, *rest = name.split()
    named = any(c.isdigit() for c in name) or any(w[:1].isupper() for w in rest) or any(c.isupper() for c in first[1:])
    return not (named or (not rest and first[:1].isupper()))


def same_day(gold: str | None, found: str | None) -> bool:
    """Whether two ISO dates begin alike, as far as the coarser one goes."""
    if not gold or not found:
        return gold is None and found is None
    a, b = gold.split("/")[0], found.split("/")[0]
    length = min(len(a), len(b))
    return a[:length] == b[:length]


def grouped(facts: Sequence[Fact], same: Callable[[Fact, Fact], bool]) -> list[list[Fact]]:
    """Return facts of one key together, in order of first appearance."""
    groups: list[list[Fact]] = []
    for fact in facts:
        home = next((group for group in groups if same(group[0], fact)), None)
        if home is None:
            groups.append([fact])
        else:
            home.append(fact)
    return groups


def pair_up(edges: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """Return a largest one-to-one matching, `edges[i]` being what i may be paired with (augmenting paths)."""
    owner: dict[int, int] = {}

    def augment(i: int, seen: set[int]) -> bool:
        for j in edges[i]:
            if j not in seen:
                seen.add(j)
                if j not in owner or augment(owner[j], seen):
                    owner[j] = i
                    return True
        return False

    for i in range(len(edges)):
        augment(i, set())
    return sorted((i, j) for j, i in owner.items())


def _kind_class(kind: str) -> str:
    return "Organisation" if kind == "Forum" else kind


def _without_titles(name: str) -> str:
    words = [word for word in re.split(r"[\s.]+", name) if word]
    while len(words) > 1 and words[0].casefold().strip(",.") in _TITLES:
        words = words[1:]
    return " ".join(words)


def _words(entity: Entity) -> set[str]:
    names = (entity["name"], *entity.get("aliases", ()))
    return {word for name in names for word in _LONG_WORD.findall(name.casefold())}
