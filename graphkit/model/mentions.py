"""Somebody or something is named here; not yet who."""

from __future__ import annotations

from dataclasses import dataclass

from graphkit.model.claims import Kind
from graphkit.model.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A span of an article that names an entity of `kind`; `candidates` are listed keys, best first."""

    span: Span
    words: str
    kind: Kind
    candidates: tuple[str, ...] = ()
