"""What a free-form question may be: one statement that reads, on either engine.

The engines refuse writing themselves (read access); this refuses what they would let through or answer
differently: files and addresses read by the server, its other transactions, its settings.
"""

from __future__ import annotations

import re

from graphkit.errors import QuestionError

_APART = re.compile(r"/\*.*?\*/|//[^\n]*|'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"|`(?:``|[^`])*`", re.DOTALL)
_FORBIDDEN = (
    (re.compile(r"\bload\s+csv\b", re.IGNORECASE), "LOAD CSV reads files and addresses"),
    (re.compile(r"\bterminate\b", re.IGNORECASE), "TERMINATE ends other people's work"),
    (re.compile(r"\bin\s+(?:\d+\s+)?(?:concurrent\s+)?transactions\b", re.IGNORECASE), "IN TRANSACTIONS writes"),
    (re.compile(r"^\s*(?:show\s+(?:users?|roles?|transactions?|settings?|privileges?|servers?)|use|cypher)\b", re.IGNORECASE),
     "that is about the server, not about the graph"),
)  # fmt: skip
_CALL = re.compile(r"\bcall\s+([a-z_`][\w.`]*)\s*(?:\(|$|\s)", re.IGNORECASE)
_PROCEDURES = re.compile(r"db\.(?:labels|relationshipTypes|propertyKeys|schema\.\w+|index\.fulltext\.query\w+)")


def code_only(cypher: str) -> str:
    """The text with comments blanked and strings and quoted names emptied, at the same positions."""
    return _APART.sub(lambda match: _blank(match.group()), cypher)


def _blank(text: str) -> str:
    if text.startswith("/"):
        return " " * len(text)
    return text[0] + "_" * (len(text) - 2) + text[-1]


def check_question(cypher: str) -> str:
    """Return the statement without a closing semicolon; QuestionError if it does anything but read the graph."""
    code = code_only(cypher)
    end = len(code.rstrip().rstrip(";").rstrip())
    code = code[:end]
    if not code.strip():
        raise QuestionError(
            "there is no statement", hint="for example: MATCH (c:Country) RETURN c.name ORDER BY c.name"
        )
    if ";" in code:
        raise QuestionError("that is more than one statement", hint="ask them one by one")
    for pattern, why in _FORBIDDEN:
        if pattern.search(code):
            raise QuestionError(f"only reading the graph is allowed: {why}")
    for called in _CALL.findall(code):
        if not _PROCEDURES.fullmatch(called):
            raise QuestionError(f"only reading the graph is allowed: it calls {called}")
    return cypher[:end]
