"""Text from articles, made harmless for the place it is put. Nothing else in the views escapes by hand."""

from __future__ import annotations

import json
import re
from html import escape

from markupsafe import Markup

# Controls, and the marks that turn the reading direction: an article could use them to make a label read backwards.
_INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_WEB = re.compile(r"https?://[^\s\x00-\x20\"'<>\\`]+", re.IGNORECASE)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def clean(text: str) -> str:
    """Return `text` without control and direction characters, surrogates and doubled spaces.

    >>> clean("a\\u202eb  c")
    'ab c'
    """
    visible = _INVISIBLE.sub("", text.encode("utf-8", "replace").decode())
    return " ".join(visible.split())


def short(text: str, length: int = 32) -> str:
    """Return the cleaned text, cut with an ellipsis to at most `length` characters."""
    text = clean(text)
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def web_link(url: str | None) -> str | None:
    """Return `url` if it is a plain web address; None for everything else, `javascript:` and `data:` included."""
    return url.strip() if url and _WEB.fullmatch(url.strip()) else None


def json_block(value: object) -> Markup:
    """Return `value` as JSON that cannot leave the script element it stands in.

    Raises:
        ValueError: a number in it is not finite.
    """
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)  # noqa: S704 - every sign that means something to HTML is escaped above


def csv_cell(value: object) -> str:
    """Return a quoted cell that no spreadsheet takes for a formula."""
    text = "" if value is None else str(value)
    if text.startswith(_FORMULA):
        text = "'" + text
    return '"' + text.replace('"', '""') + '"'


def csv_text(head: tuple[str, ...], rows: list[tuple[object, ...]]) -> str:
    """Return a table as CSV for spreadsheets: byte order mark, CRLF, every cell quoted."""
    lines = (",".join(csv_cell(cell) for cell in row) for row in [head, *rows])
    return "\ufeff" + "".join(line + "\r\n" for line in lines)


def xml(text: object) -> str:
    """Return text for the inside of an XML element or attribute."""
    return escape(clean(str(text)), quote=True)
