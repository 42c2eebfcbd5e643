"""Settings: read once, at the edge, into a value that is passed on; and where the data of the package lies.

Lowest first: the defaults below, `graphkit.toml`, environment variables (GRAPHKIT_STORE), command-line
options. No other module reads the environment.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from graphkit.errors import SettingsError

PREFIX = "GRAPHKIT_"
FILE = "graphkit.toml"
_OTHERS = frozenset({"needs", "shared", "java", "llm_key"})  # GRAPHKIT_NEEDS and the like steer the tests


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """All settings. `store` is a folder or an address, `sources` a folder that overlays the packaged one,
    `engine` the reader of articles, `weights` a file of `graphkit train` instead of the packaged weights; `llm_url` and `llm_model` are of the engine `llm` only."""

    store: str = "graphkit.db"
    sources: str = "sources"
    engine: str = "rules"
    weights: str = ""
    llm_url: str = "http://127.0.0.1:11434/v1"
    llm_model: str = ""
    llm_cache: str = ".graphkit-llm-cache"


def load_config(toml: str = "", environ: Mapping[str, str] | None = None, *, where: str = FILE) -> Config:
    """Return the settings that `toml` (a file's text) and `environ` add to the defaults.

    Raises:
        SettingsError: not valid TOML, an unknown key (a misspelt one would be silent otherwise), a wrong type.
    """
    try:
        layers: list[tuple[str, Mapping[str, object]]] = [(where, tomllib.loads(toml))]
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"not valid TOML: {error}", where=where) from error
    own = {key.removeprefix(PREFIX).lower(): value for key, value in (environ or {}).items() if key.startswith(PREFIX)}
    layers.append(("environment", {key: value for key, value in own.items() if key not in _OTHERS}))
    settings: dict[str, Any] = {}
    for origin, values in layers:
        for key, value in values.items():
            settings[key] = _checked(key, value, origin)
    return Config(**settings)


def packaged(name: str) -> Path:
    """Return the folder `sources` or `cypher` that came with the package: in the wheel, or in the checkout."""
    here = Path(__file__).parent
    inside = here / "_data" / name
    return inside if inside.is_dir() else here.parent / name


def roots(kind: str, overlay: Path) -> tuple[Path, ...]:
    """Return the folders to read `sources/<kind>` from, the packaged one first; a later one overlays file by file."""
    own, other = packaged("sources") / kind, overlay / kind
    if not other.is_dir() or other.resolve() == own.resolve():
        return (own,)
    return (own, other)


def overlaid(overlay: Path) -> tuple[str, ...]:
    """Return which files of `overlay` replace or add to the packaged ones, relative to it, in order."""
    if not overlay.is_dir() or overlay.resolve() == packaged("sources").resolve():
        return ()
    kinds = ("gazetteers", "outlets")
    return tuple(
        sorted(p.relative_to(overlay).as_posix() for kind in kinds for p in (overlay / kind).rglob("*") if p.is_file())
    )


def _checked(key: str, value: object, origin: str) -> object:
    known = [field.name for field in fields(Config)]
    if key not in known:
        near = get_close_matches(key, known, n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(known)}"
        raise SettingsError(f"unknown setting {key!r}", where=origin, hint=hint)
    if not isinstance(value, str):
        raise SettingsError(f"{key} is {value!r}", where=origin, hint="expected a text in quotes")
    return value
