"""How keys are made: `kind:slug` for what people name, a short digest for what they do not."""

from __future__ import annotations

import hashlib
import re

from anyascii import anyascii

_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def digest(*parts: object) -> str:
    """Return 16 hex digits that depend on the parts, their order and nothing else; None and "" differ.

    CHANGING THIS ORPHANS EVERY STORED CLAIM.

    >>> digest("a", None) == digest("a", "")
    False
    """
    text = "\x1f".join("\x00" if part is None else str(part) for part in parts)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def slug(name: str) -> str:
    """Return `name` in lower-case ASCII words joined by hyphens, or its digest if no letter is left.

    >>> slug("S-400 Triumf"), slug("Łukasz  Müller")
    ('s-400-triumf', 'lukasz-muller')
    """
    return _NOT_SLUG.sub("-", anyascii(name).casefold()).strip("-") or digest(name)
