"""Who publishes: definitions under `sources/outlets/`, read by a parser that refuses what it does not know."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

import yaml

from graphkit.errors import SettingsError
from graphkit.model.keys import slug
from graphkit.model.text import Outlet, OutletKind

T = TypeVar("T")
_KEYS = ("name", "kind", "country", "official", "domains", "furniture", "also")
_COUNTRY = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True)
class Definition:
    """An outlet with what its texts need: patterns of its own furniture lines, other names it goes by."""

    outlet: Outlet
    furniture: tuple[re.Pattern[str], ...] = ()
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outlets:
    """All definitions, found by name, domain or address."""

    definitions: tuple[Definition, ...] = ()
    _by_name: Mapping[str, Definition] = field(init=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        names: dict[str, Definition] = {}
        for one in self.definitions:
            for name in (one.outlet.key, one.outlet.name, *one.also, *one.outlet.domains):
                names.setdefault(name.casefold(), one)
        object.__setattr__(self, "_by_name", names)

    def find(self, name: str | None, url: str | None = None) -> Definition | None:
        """Return the definition that goes by `name` (a key, name or domain) or whose domain serves `url`."""
        if name and (known := self._by_name.get(name.strip().casefold())):
            return known
        for host in filter(None, (_host(name or ""), _host(url or ""))):
            parts = host.split(".")
            for start in range(len(parts) - 1):
                if known := self._by_name.get(".".join(parts[start:])):
                    return known
        return None

    def outlet(self, name: str | None, url: str | None = None) -> Outlet | None:
        """Return the defined outlet, else one that has a name only, else None if nothing says who published."""
        if known := self.find(name, url):
            return known.outlet
        label = (name or "").strip() or _host(url or "")
        return Outlet(key=f"outlet:{slug(label)}", name=label) if label else None


def _host(address: str) -> str:
    if "://" in address:
        host = urlsplit(address).hostname or ""
    else:
        host = address.strip().split("/")[0] if re.fullmatch(r"\S+\.\w{2,}(?:/\S*)?", address.strip()) else ""
    return host.casefold().removeprefix("www.")


def load_outlets(roots: Sequence[Path]) -> Outlets:
    """Return the outlets of every `<root>/<folder>/outlet.yml`; a later root replaces a folder of the same name."""
    files: dict[str, Path] = {}
    for root in roots:
        if root.is_dir():
            files.update({path.parent.name: path for path in sorted(root.glob("*/outlet.yml"))})
    return Outlets(tuple(parse_outlet(key, files[key].read_text(encoding="utf-8")) for key in sorted(files)))


def parse_outlet(folder: str, text: str) -> Definition:
    """Turn the text of `sources/outlets/<folder>/outlet.yml` into a Definition.

    Raises:
        SettingsError: an unknown key, a value of another type than written down here, a bad pattern. Nothing is
            converted and nothing has a silent default but the optional keys.
    """
    where = f"sources/outlets/{folder}/outlet.yml"
    data = _mapping(text, where)
    if unknown := sorted(data.keys() - set(_KEYS)):
        raise SettingsError(f"unknown key {unknown[0]!r}", where=where, hint=f"known: {', '.join(_KEYS)}")
    country = data.get("country")
    if country is not None and not (isinstance(country, str) and _COUNTRY.fullmatch(country)):
        hint = 'write an ISO 3166-1 alpha-3 code in quotes: country: "NOR"'
        raise SettingsError(f"country is {country!r}", where=where, hint=hint)
    kind = _as(data, "kind", str, where)
    if kind not in set(OutletKind):
        raise SettingsError(f"kind is {kind!r}", where=where, hint=f"known: {', '.join(OutletKind)}")
    outlet = Outlet(
        key=f"outlet:{folder}",
        name=_as(data, "name", str, where),
        kind=OutletKind(kind),
        country=country,
        official=_as(data, "official", bool, where),
        domains=tuple(domain.casefold() for domain in _texts(data, "domains", where)),
    )
    return Definition(
        outlet, tuple(_pattern(p, where) for p in _texts(data, "furniture", where)), _texts(data, "also", where)
    )


def _mapping(text: str, where: str) -> dict[str, object]:
    try:
        data = yaml.safe_load(text)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise SettingsError(f"not valid YAML: {error.problem}", where=f"{where}:{line}") from error
    if not isinstance(data, dict):
        raise SettingsError("it is no mapping of keys to values", where=where, hint=f"known keys: {', '.join(_KEYS)}")
    return data


def _as(data: Mapping[str, object], key: str, kind: type[T], where: str) -> T:
    value = data.get(key)
    if not isinstance(value, kind):
        raise SettingsError(f"{key} is {value!r}", where=where, hint=f"expected {kind.__name__}")
    return value


def _texts(data: Mapping[str, object], key: str, where: str) -> tuple[str, ...]:
    value = data.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise SettingsError(f"{key} is {value!r}", where=where, hint="expected a list of texts in quotes")
    return tuple(value)


def _pattern(pattern: str, where: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern)
    except re.error as error:
        raise SettingsError(f"furniture {pattern!r} is no pattern: {error}", where=where) from error
