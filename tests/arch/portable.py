"""A linter for Cypher that Neo4j and the embedded engine answer alike.

Each rule takes a text whose comments are blanked and whose strings are emptied, and yields what is wrong with it.
The rules are the differences that were met when thousands of queries ran on both engines; `graphkit/stores/README.md`
lists them with their reasons.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from graphkit.ontology.nodes import NODE_TYPES, RECORD_LABELS
from graphkit.ontology.relations import DERIVED, RELATIONS, SYMMETRIC
from graphkit.stores.questions import code_only
from graphkit.stores.statements import RECORD_TYPES

Rule = Callable[[str], Iterator[str]]
LABELS = {*(node.label for node in NODE_TYPES), *RECORD_LABELS}
TYPES = {*(relation.name for relation in RELATIONS), *DERIVED, *RECORD_TYPES}
AGGREGATES = r"\b(?:count|sum|avg|min|max|collect|stdev|percentileCont|percentileDisc)\s*\("
CLAUSES = r"\b(?:OPTIONAL\s+MATCH|MATCH|WHERE|WITH|RETURN|UNWIND|ORDER\s+BY|SKIP|LIMIT|MERGE|CREATE|SET|REMOVE|DETACH|DELETE|CALL|UNION)\b"


def lint(text: str, *, ours: bool = False) -> list[str]:
    """What is wrong with `text`. `ours`: a statement of the store, whose rows Python sorts and which may write."""
    code = code_only(text)
    rules = RULES if ours else (*RULES, *SAVED)
    return [f"rule {number}: {said}" for number, rule in rules for said in rule(code)]


def _found(pattern: str, code: str, said: str) -> Iterator[str]:
    for match in re.finditer(pattern, code, re.IGNORECASE | re.DOTALL):
        yield f"{said}: {' '.join(match.group().split())}"


def keys(code: str) -> Iterator[str]:
    yield from _found(r"\.id\b|\bid\s*:|\bid\s*\(|\belementId\s*\(", code, "`key` names things, never an id")
    yield from _found(r"IS\s+(?:NODE|RELATIONSHIP)?\s*KEY\b|IS\s+NOT\s+NULL\s*$|IS\s+::|IS\s+TYPED", code
                      if re.search(r"\bCONSTRAINT\b", code, re.IGNORECASE) else "", "a constraint of the Enterprise edition")  # fmt: skip
    yield from _found(r"REQUIRE\s*\([^)]*,[^)]*\)\s*IS\s+UNIQUE", code, "a constraint over several properties")
    for pattern in re.findall(r"\bMERGE\s*(\(.*?\)(?:-\[.*?\]->?\(.*?\))?)", code, re.IGNORECASE | re.DOTALL):
        named = re.search(r"\[(.*?)\]", pattern) or re.search(r"\((.*?)\)", pattern)
        if named and not re.search(r"\{\s*key\s*:", named.group(1)):
            yield f"MERGE finds by key and nothing else: {pattern}"


def writes(code: str) -> Iterator[str]:
    makes = re.findall(r"\b(?:MERGE|CREATE)\s*(?=[(])", code, re.IGNORECASE)
    if len(makes) > 1:
        yield "one label or type is written per statement"
    for pattern in re.findall(r"\b(?:MERGE|CREATE)\s*\(([^)]*)\)(?!\s*-)", code, re.IGNORECASE):
        if pattern.count(":") - pattern.count("{") > 1 or not re.search(r"\w*\s*:\s*\w+", pattern):
            yield f"a written node has one label: ({pattern})"
    yield from _found(r"\[[^\]|]*\bnull\b[^\]|]*\]", code, "a list with null cannot be stored")


def subqueries(code: str) -> Iterator[str]:
    for condition in _conditions(code):
        if not re.search(r"\b(?:EXISTS|COUNT)\s*\{", condition, re.IGNORECASE):
            continue
        if re.search(r"\bX?OR\b", _outside_braces(condition), re.IGNORECASE):
            yield f"EXISTS or COUNT {{}} beside OR loses rows: {condition.strip()[:60]}"
        yield from _found(
            r"\bNOT\s*\([^)]*\b(?:EXISTS|COUNT)\s*\{", condition, "EXISTS or COUNT {} under NOT loses rows"
        )


def order(code: str) -> Iterator[str]:
    yield from _found(r"\bRETURN\s+(?:DISTINCT\s+)?\*|\bYIELD\s+\*", code, "name the columns")
    yield from _found(r"\blabels\s*\([^)]*\)\s*\[", code, "the order of labels differs; test with n:Label")
    yield from _found(r"\bkeys\s*\(", code, "the order of keys differs")
    for match in re.finditer(r"\bcollect\s*\([^)]*\)(?:\s*\[[^\]]*\])?(?:\s+AS\s+(\w+))?", code, re.IGNORECASE):
        before = re.split(r"\b(?:WITH|RETURN)\b", code[: match.start()], flags=re.IGNORECASE)
        sorted_before = re.search(r"\bORDER\s+BY\b", before[-2] if len(before) > 1 else "", re.IGNORECASE)
        if not sorted_before and not _as_a_set(match.group(1), code[match.end() :]):
            yield f"the order of this list differs, sort before it: {match.group()}"


def _as_a_set(name: str | None, after: str) -> bool:
    """Whether the list `name` is only counted, searched, summed up or unwound, so that its order does not matter."""
    if name is None:
        return False
    after = re.split(rf"\bAS\s+{name}\b", after, flags=re.IGNORECASE)[0]  # another list of that name
    used = rf"UNWIND\s+{name}\b|\bIN\s+{name}\b|\bsize\s*\(\s*{name}\s*\)|\+\s*{name}\b"
    carried = rf"(?:WITH|,)\s*{name}\s*(?=,|MATCH|OPTIONAL|UNWIND|WHERE|WITH|CALL|$)"
    rest = re.sub(carried, "", re.sub(used, "", after, flags=re.IGNORECASE), flags=re.IGNORECASE)
    returned = "".join(re.split(r"\bRETURN\b", after, flags=re.IGNORECASE)[1:])
    return not re.search(rf"\b{name}\b", rest) and not re.search(rf"(?:^|,)\s*{name}\b", returned)


def names(code: str) -> Iterator[str]:
    for match in re.finditer(r"([^\s,]+)\s+AS\s+(\w+)", code, re.IGNORECASE):
        expression, alias = match.groups()
        if expression != alias and re.search(rf"[(\[]\s*{alias}\s*(?:[:{{)\]]|\s)", _patterns(code[: match.start()])):
            yield f"the column {alias} has the name of a bound variable"
    for inner in re.findall(r"\{(\s*\w+\s*:[^{}]*)\}", code):
        yield from _found(AGGREGATES, inner, "an aggregate inside a map")
    yield from (f"{name} is a label and a type" for name in sorted(LABELS & TYPES))


def time(code: str) -> Iterator[str]:
    yield from _found(r"\b(?:local)?(?:datetime|time)\s*\(|\btimestamp\s*\(", code, "only days are the same on both")
    yield from _found(r"\bdate\s*\(\s*\)|\bdate\.\w+\s*\(", code, "what today is comes in as a parameter")
    yield from _found(r"\.(?:epoch\w+|timezone|offset\w*)\b", code, "not the same on both")
    yield from _found(r"\btoString\s*\(\s*(?:duration|date)", code, "printed differently")


def paths(code: str) -> Iterator[str]:
    bound = re.findall(r"\b(\w+)\s*=\s*(?:(?:all)?shortestPaths?\s*\(|\()", code, re.IGNORECASE)
    returned = re.split(r"\bRETURN\b", code, flags=re.IGNORECASE)[1:]
    for name in sorted(set(bound)):
        if any(re.search(rf"(?:^|,)\s*(?:DISTINCT\s+)?{name}\s*(?:,|AS\b|ORDER\b|$)", part) for part in returned):
            yield f"return the keys on the path, not the path {name}"


def shortest(code: str) -> Iterator[str]:
    yield from _found(
        r"\bSHORTEST\s+(?:\d|GROUPS)|\bALL\s+SHORTEST\b|\bANY\s+(?:SHORTEST|\d)", code, "not in both engines"
    )
    for match in re.finditer(r"\b(\w+)\s*=\s*(all)?shortestPaths?\s*\((.*?)\)\s*\)", code, re.IGNORECASE | re.DOTALL):
        name, every, pattern = match.groups()
        rest = re.split(r"\b(?:WITH|RETURN|MATCH)\b", code[match.end() :], maxsplit=1, flags=re.IGNORECASE)[0]
        if re.search(r"\bWHERE\b", rest, re.IGNORECASE):
            yield "WHERE on a shortest path is tested before the search by one engine, after it by the other"
        if "<>" not in code[: match.start()]:
            yield "the ends of a shortest path must be told to differ (a.key <> b.key) before"
        if re.search(r"\*\s*(?:[2-9]|\d\d+)", pattern.replace(" ", "").split("]")[0].partition("..")[0]):
            yield "a shortest path begins with 0 or 1 steps"
        after = code[match.end() :]
        if not every and re.search(rf"\b(?:nodes|relationships)\s*\(\s*{name}\s*\)", after, re.IGNORECASE):
            yield "which of several shortest paths comes back differs: its length only, or allShortestPaths in order"
        if every and not re.search(r"\bORDER\s+BY\b", after, re.IGNORECASE):
            yield "the order of allShortestPaths differs: sort them"


def dialect(code: str) -> Iterator[str]:
    yield from _found(
        r"^\s*(?:CYPHER|USE)\b|\bLOAD\s+CSV\b|\bSHOW\s+PROCEDURES\b|\bIN\s+TRANSACTIONS\b", code, "one engine only"
    )
    yield from _found(r"!=|\bexists\s*\(|\bcoll\.|\bformat\s*\(|\blabel\s*\(|\blist_\w+\s*\(", code, "not Neo4j's")
    yield from _found(
        r"\b\d+_\d[\d_]*\b|\bapoc\.|\bgds\.|\bdbms\.|\bdb\.(?:awaitIndex|schema|propertyKeys)\w*", code, "not in both"
    )
    yield from _found(r"\b(?:LIMIT|SKIP)\s+\d+\.\d", code, "a number of rows is whole")


def calls(code: str) -> Iterator[str]:
    yield from _found(r"\bCALL\s*\{\s*WITH\b", code, "write CALL (x) { ... }")


def ontology(code: str) -> Iterator[str]:
    for inner in re.findall(r"\(\s*\w*\s*:\s*([\w|&!\s:]+?)\s*[{)]", _patterns(code)):
        yield from (f"{label} is no label of ours" for label in re.findall(r"\w+", inner) if label not in LABELS)
    for inner in re.findall(r"\[\s*\w*\s*:\s*([\w|!\s:]+?)\s*[\]{*]", code):
        yield from (f"{type_} is no type of ours" for type_ in re.findall(r"\w+", inner) if type_ not in TYPES)


def last_order(code: str) -> Iterator[str]:
    after = re.split(r"\bRETURN\b", _outside_braces(code), flags=re.IGNORECASE)[-1]
    if not re.search(r"\bORDER\s+BY\b", after, re.IGNORECASE):
        yield "the answer has no order"


def only_reads(code: str) -> Iterator[str]:
    yield from _found(r"\b(?:CREATE|MERGE|SET|REMOVE|DELETE|DROP|FOREACH)\b", code, "a question reads")


def symmetric(code: str) -> Iterator[str]:
    """The texts' order gives a symmetric relation its direction: asked from one end, it is asked without an arrow.

    With an arrow, and both ends open, each relation comes once; that is well.
    """
    drawn = re.compile(r"\((\w*)([^()]*)\)\s*(<?)-\s*\[\s*\w*\s*:\s*([\w|]+)[^\]]*\]\s*-(>?)\s*\((\w*)([^()]*)\)")
    for match in drawn.finditer(code):
        start, of_start, back, types, forth, end, of_end = match.groups()
        if not (back or forth) or not SYMMETRIC & set(types.split("|")):
            continue
        elsewhere = code[: match.start()] + " ".join(_conditions(code))
        open_ended = "{" not in of_start + of_end and not any(
            name and re.search(rf"\b{name}\b", elsewhere) for name in (start, end)
        )
        if not open_ended:
            yield f"a symmetric relation is matched without an arrow: {types}"


RULES: tuple[tuple[str, Rule], ...] = (
    ("1", keys), ("2", writes), ("3", subqueries), ("4", order), ("5", names), ("6", time), ("7", paths),
    ("8", shortest), ("9", dialect), ("10", calls), ("ontology", ontology),
)  # fmt: skip
SAVED: tuple[tuple[str, Rule], ...] = (("4", last_order), ("reads", only_reads), ("symmetric", symmetric))


def _conditions(code: str) -> Iterator[str]:
    """What stands after each WHERE outside braces, up to the next clause outside braces."""
    outside = _outside_braces(code)
    for match in re.finditer(r"\bWHERE\b", outside, re.IGNORECASE):
        end = re.search(CLAUSES, outside[match.end() :], re.IGNORECASE)
        yield code[match.end() : match.end() + (end.start() if end else len(code))]


def _outside_braces(code: str) -> str:
    """The same text with everything inside braces blanked."""
    depth, kept = 0, []
    for letter in code:
        depth -= letter == "}"
        kept.append(" " if depth > 0 else letter)
        depth += letter == "{"
    return "".join(kept)


def _patterns(code: str) -> str:
    """Only what stands after MATCH, MERGE and CREATE."""
    parts = re.split(f"({CLAUSES})", code, flags=re.IGNORECASE)
    keep = re.compile(r"(?:OPTIONAL\s+)?MATCH|MERGE|CREATE", re.IGNORECASE)
    return " ".join(text for word, text in zip(parts[1::2], parts[2::2], strict=True) if keep.fullmatch(word.strip()))
