"""The scripts and styles that go into the page: vis-network as pyvis ships it, and our own files."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files

from graphkit.errors import SettingsError

VIS_NETWORK = "templates/lib/vis-9.1.2/vis-network.min.js"
VIS_SHA256 = "1f20f0736f32cb9bedf8f6383b25cfea2f839e1abe80d6e8040b4d5bea378c69"
SCRIPTS = (
    "dom.js", "data.js", "state.js", "filter.js", "places.js", "picture.js", "labels.js", "legend.js", "dates.js",
    "panel.js", "search.js", "paths.js", "table.js", "export.js", "keys.js", "start.js",
)  # fmt: skip
"""Our script in the order in which it is joined; one scope around all of it."""


@cache
def vis_network() -> str:
    """Return the text of vis-network 9.1.2 from the installed pyvis.

    Raises:
        SettingsError: it is missing or not the file that the page was tested with.
    """
    hint = "install pyvis 0.3.2: pip install 'pyvis>=0.3.2,<0.4'"
    try:
        content = files("pyvis").joinpath(VIS_NETWORK).read_bytes()
    except (ModuleNotFoundError, FileNotFoundError) as error:
        raise SettingsError("vis-network is not where pyvis 0.3.2 has it", where=VIS_NETWORK, hint=hint) from error
    return checked(content, hint)


def checked(content: bytes, hint: str = "") -> str:
    """Return the bundle as text if it is the known one, and cannot end the script element around it."""
    found = hashlib.sha256(content).hexdigest()
    if found != VIS_SHA256:
        raise SettingsError(
            f"vis-network has the checksum {found[:12]}…, not {VIS_SHA256[:12]}…", where=VIS_NETWORK, hint=hint
        )
    text = content.decode("utf-8")
    # The map names a file that is not in the page; a browser's tools would ask for it.
    text = "\n".join(line for line in text.split("\n") if not line.startswith("//# sourceMappingURL="))
    if "</script" in text.lower():
        raise SettingsError("vis-network would end the script element it stands in", where=VIS_NETWORK)
    # What a browser makes of a carriage return, in a script too: the hash is of the text as it runs.
    return text.replace("\r\n", "\n").replace("\r", "\n")


@cache
def asset(name: str) -> str:
    """Return the text of one of our files beside this module."""
    return files("graphkit.views.network").joinpath("assets").joinpath(name).read_text(encoding="utf-8")


@cache
def script() -> str:
    """Return our script: all parts in one function, so that nothing of it is global."""
    return "(()=>{'use strict';\n" + "\n".join(asset(name) for name in SCRIPTS) + "})();"
