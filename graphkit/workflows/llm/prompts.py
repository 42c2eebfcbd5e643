"""What the model is asked, and the form of its answers. CHANGING A WORD MAKES EVERY CACHED ANSWER STALE."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from graphkit.model.claims import Claim, Kind, Status
from graphkit.ontology.relations import RELATIONS
from graphkit.workflows.llm.chat import Message

_TASK = """You check statements about defence relations against one news article.
Use only what the article itself says. Headlines of other stories are not part of it."""
_MEANING = "\n".join(
    f"- {r.name}: subject {'/'.join(k.value for k in r.subjects)} {r.phrase} "
    f"{'/'.join(k.value if k else 'nothing' for k in r.objects)}"
    for r in RELATIONS
)
_STATUS = """Status: done (happened, in force), planned (decided, scheduled), proposed (offered, sought, considered),
denied (refused, cancelled, ended)."""

VERDICTS: dict[str, Any] = {
    "type": "object",
    "properties": {"wrong": {"type": "array", "items": {"type": "integer"}}},
    "required": ["wrong"],
    "additionalProperties": False,
}
_ENTITY = {
    "type": ["object", "null"],
    "properties": {"kind": {"enum": [k.value for k in Kind]}, "words": {"type": "string"}},
    "required": ["kind", "words"],
    "additionalProperties": False,
}
FACTS: dict[str, Any] = {
    "type": "object",
    "properties": {
        "facts": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "type": {"enum": [r.name for r in RELATIONS]},
                    "subject": _ENTITY, "object": _ENTITY, "item": _ENTITY,
                    "status": {"enum": [s.value for s in Status]},
                    "quote": {"type": "string"},
                },
                "required": ["type", "subject", "object", "item", "status", "quote"],
                "additionalProperties": False,
            },
        }
    },
    "required": ["facts"],
    "additionalProperties": False,
}  # fmt: skip


def verify(text: str, claims: Sequence[Claim]) -> list[Message]:
    """Return the messages that ask which of the numbered statements the article does not make."""
    rows = "\n".join(f"{number}. {in_words(claim)}" for number, claim in enumerate(claims, start=1))
    ask = 'Answer with a JSON object {"wrong": [numbers of the statements that the article does not make]}.'
    return [
        {"role": "system", "content": f"{_TASK}\n{_STATUS}"},
        {"role": "user", "content": f"ARTICLE\n{text}\n\nSTATEMENTS\n{rows}\n\n{ask}"},
    ]


def propose(text: str) -> list[Message]:
    """Return the messages that ask for the article's facts, each with a verbatim quote."""
    ask = (
        'Answer with a JSON object {"facts": [{"type", "subject": {"kind", "words"}, "object", "item", "status", "quote"}]}. '
        "words and quote are copied from the article letter by letter; object and item may be null."
    )
    return [
        {"role": "system", "content": f"{_TASK}\nRelations:\n{_MEANING}\n{_STATUS}"},
        {"role": "user", "content": f"ARTICLE\n{text}\n\n{ask}"},
    ]


def in_words(claim: Claim) -> str:
    """Return the claim as one line: subject TYPE object (item) · status: quote."""
    object_ = f" {_name(claim.object.name, claim.object.words)}" if claim.object else ""
    item = claim.office or claim.item
    about = f" ({item.words})" if item else ""
    subject = _name(claim.subject.name, claim.subject.words)
    return f"{subject} {claim.type}{object_}{about} · {claim.status.value}: “{' '.join(claim.evidence.quote.split())}”"


def _name(name: str, words: str) -> str:
    return name or words
