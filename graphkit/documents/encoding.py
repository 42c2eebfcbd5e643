"""Bytes to text, whatever program wrote them."""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

from graphkit.errors import DocumentError

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SAMPLE = 50_000  # bytes: enough to tell an encoding, and detection is slow


def decode(data: bytes, *, where: str) -> str:
    """Return the text of `data`: byte order mark, then UTF-8, then what charset-normalizer makes of its beginning.

    Raises:
        DocumentError: it is no text (binary), or no encoding fits.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, errors="replace")
    if b"\x00" in data[:_SAMPLE]:
        raise DocumentError(
            "this is a binary file, not a text", where=where, hint="give .txt, .md, .html, .json or .jsonl"
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        raise DocumentError("its encoding cannot be told", where=where, hint="save the file as UTF-8")
    return data.decode(best.encoding, errors="replace")
