"""Files that lie beside the modules, and what lets exactly their text run or style a page."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files


@cache
def sheet(name: str) -> str:
    """Return the text of a file under `sheets/`: what every static page is made of."""
    return files("graphkit.views").joinpath("sheets").joinpath(name).read_text(encoding="utf-8")


def csp_hash(text: str) -> str:
    """Return the source expression that lets exactly this inline script or style run."""
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode() + "'"
