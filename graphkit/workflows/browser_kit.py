"""What an analyst drops on the Neo4j Browser's window: the questions as favourites, and the graph's colours."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from pathlib import Path

from graphkit.errors import SettingsError
from graphkit.ontology.nodes import NODE_TYPES
from graphkit.ontology.relations import DERIVED, RELATIONS
from graphkit.queries import Parameter, Question

ZIP = "graphkit-favourites.zip"
STYLE = "graphkit-style.grass"
_FOLDER = "graphkit"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can hold: no clock enters the bytes
_PICTURES = {
    "neighbourhood-of-a-country": """\
// Picture: everything that touches a country
//
// Click a relationship: its properties are the footnote (quote, outlet, url, published, witnesses).
WITH 'India' AS p_country // change here
MATCH (c:Country)-[r]-(n)
WHERE (c.name = p_country OR c.key = p_country) AND r.status IS NOT NULL AND coalesce(r.derived, false) = false
RETURN c, r, n
ORDER BY r.witnesses DESC, r.key
LIMIT 100 // change here
""",
    "who-met-whom": """\
// Picture: who met whom
//
// Persons, organisations and countries that met, or are to meet: the caption says which.
MATCH (a)-[r:MET]-(b)
RETURN a, r, b
ORDER BY r.key
LIMIT 200 // change here
""",
    "deals-of-a-country": """\
// Picture: what a country buys, and who supplies it
//
// Purchases lead to systems; the derived SUPPLIES leads from the seller to the buyer.
WITH 'India' AS p_country // change here
MATCH (c:Country)-[r:PROCURES|SUPPLIES]-(n)
WHERE c.name = p_country OR c.key = p_country
RETURN c, r, n
ORDER BY r.key
LIMIT 100 // change here
""",
    "evidence-of-a-country": """\
// Picture: from a country's claims to the articles that state them
//
// The record behind the graph: claims of either tier, their articles and outlets.
WITH 'India' AS p_country // change here
MATCH (c:Country)<-[s:SUBJECT|OBJECT]-(x:Claim)-[t:STATED_IN]->(a:Article)
WHERE c.name = p_country OR c.key = p_country
RETURN c, s, x, t, a
ORDER BY x.key
LIMIT 50 // change here
""",
}
_RECORD_COLOUR = "#9A9A9A"


def favourite(question: Question) -> str:
    """Return the text of one favourite: title line first, parameters explained and set in the text.

    The Browser answers an unset parameter with an error, so each is bound by `WITH ... AS name // change here`.
    """
    head = [f"// {question.title}", "//", f"// {question.asks}"]
    head += [f"// {p.name}: {p.about}" for p in question.parameters]
    if question.caution:
        head.append(f"// Caution: {question.caution}")
    lines = [*head]
    body = _limited(question)
    bound = [parameter for parameter in question.parameters if f"${parameter.name}" in body]
    if bound:
        lines.append(f"WITH {', '.join(f'{_literal(p)} AS {_bound(p)}' for p in bound)} // change here")
        body = _carry(body, bound)
    return "\n".join([*lines, body]) + "\n"


def style() -> str:
    """Return the GraSS text with the colours, sizes and captions of our own pictures."""
    blocks = [
        _block("node", {"diameter": "50px", "color": _RECORD_COLOUR, "border-color": "#6B6B6B", "border-width": "2px",
                        "text-color-internal": "#FFFFFF", "font-size": "10px"}),
        _block("relationship", {"color": "#8A8A8A", "shaft-width": "1px", "font-size": "8px", "padding": "3px",
                                "text-color-external": "#333333", "text-color-internal": "#FFFFFF", "caption": '"<type>"'}),
    ]  # fmt: skip
    for node in NODE_TYPES:
        size = {"Country": "65px", "Person": "50px"}.get(node.label, "45px")
        blocks.append(_block(f"node.{node.label}", {
            "color": node.colour, "border-color": "#333333", "text-color-internal": "#000000", "diameter": size, "caption": '"{name}"',
        }))  # fmt: skip
    for label, caption in (
        ("Claim", "{type}"),
        ("Article", "{title}"),
        ("Outlet", "{name}"),
        ("Judgement", "{verdict}"),
    ):
        blocks.append(_block(f"node.{label}", {"color": _RECORD_COLOUR, "diameter": "40px", "caption": f'"{caption}"'}))
    for relation in RELATIONS:
        look = {"color": relation.colour, "shaft-width": "3px", "caption": '"{caption}"'}
        blocks.append(_block(f"relationship.{relation.name}", look))
    blocks.extend(_block(f"relationship.{name}", {"color": "#BBBBBB", "shaft-width": "1px"}) for name in DERIVED)
    return "\n".join(blocks)


def favourites(questions: Iterable[Question]) -> bytes:
    """Return a zip with one file a question, in a folder of its topic, and a folder of pictures.

    The same bytes for the same questions.
    """
    ordered = sorted(questions, key=lambda q: (q.topic, q.name))
    files = {f"{_FOLDER} {question.topic}/{question.name}": favourite(question) for question in ordered}
    files |= {f"{_FOLDER} pictures/{name}": text for name, text in _PICTURES.items()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            entry = zipfile.ZipInfo(f"{name}.cypher", _EPOCH)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, text)
    return buffer.getvalue()


def write_kit(folder: Path, questions: Iterable[Question]) -> tuple[Path, Path]:
    """Write both files into `folder` (made if missing) and return their paths."""
    archive, grass = folder / ZIP, folder / STYLE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        archive.write_bytes(favourites(questions))
        grass.write_text(style(), encoding="utf-8", newline="\n")
    except OSError as error:
        raise SettingsError(f"cannot write: {error.strerror or error}", where=str(folder)) from error
    return archive, grass


def _block(selector: str, properties: dict[str, str]) -> str:
    return f"{selector} {{\n" + "".join(f"  {name}: {value};\n" for name, value in properties.items()) + "}\n"


def _limited(question: Question) -> str:
    """A LIMIT takes no variable: its value stands in the text."""
    body = question.cypher
    for parameter in question.parameters:
        body = re.sub(rf"LIMIT \${parameter.name}\b", f"LIMIT {parameter.default} // change here", body)
    return body


def _bound(parameter: Parameter) -> str:
    return f"p_{parameter.name}"


def _literal(parameter: Parameter) -> str:
    value = str(parameter.default)
    match parameter.type:
        case "DATE":
            return f"date('{value}')"
        case "STRING":
            return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"
    return value


def _carry(cypher: str, parameters: Iterable[Parameter]) -> str:
    """Replace $name by a bound name and take the bindings along in every WITH that still needs them."""
    every = list(parameters)
    for parameter in every:
        cypher = re.sub(rf"\${parameter.name}\b", _bound(parameter), cypher)
    lines = cypher.split("\n")
    for at in range(len(lines) - 1, -1, -1):
        rest = "\n".join(lines[at + 1 :])
        needed = [_bound(p) for p in every if re.search(rf"\b{_bound(p)}\b", rest)]
        if needed and (match := re.match(r"WITH (DISTINCT )?", lines[at])):
            lines[at] = f"{match.group()}{', '.join(needed)}, {lines[at][match.end() :]}"
    return "\n".join(lines)
