"""Adding a name to one's own gazetteer, checked before it is written."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from graphkit.errors import SettingsError
from graphkit.gazetteers.listed import COLUMNS, KINDS
from graphkit.gazetteers.load import load_gazetteers
from graphkit.model.claims import Kind
from graphkit.model.keys import slug
from graphkit.ontology.nodes import node_type

OWN = "own.tsv"


def add(
    packaged: Path,
    overlay: Path,
    name: str,
    kind: Kind,
    *,
    aliases: Sequence[str] = (),
    countries: Sequence[str] = (),
    category: str = "",
) -> tuple[str, Path]:
    """Write one entry into `<overlay>/own.tsv` (made if missing) and return its key and the file.

    The gazetteers are loaded with it first: an entry that clashes with what is listed is not written.

    Raises:
        SettingsError: a kind that no table holds, a name that is listed, an unknown country, an unwritable folder.
    """
    if kind not in KINDS:
        hint = f"known: {', '.join(k.value for k in KINDS)}; persons need no listing"
        raise SettingsError(f"no table of one's own holds a {kind.value}", hint=hint)
    cells = (name, *aliases, *countries, category)
    if bad := next(
        (cell for cell in cells if "\t" in cell or "\n" in cell or ";" in cell or (not cell.strip() and cell)), None
    ):
        raise SettingsError(f"{bad!r} cannot stand in a table", hint="no tabs, line ends or semicolons")
    key = f"{node_type(kind).prefix}:{slug(name)}"
    known = load_gazetteers([packaged, overlay] if overlay.is_dir() else [packaged]).entries
    if key in known:
        raise SettingsError(f"{name!r} is listed already", where=key, hint="add an alias to it in a file of your own")
    values = {
        "key": key, "kind": kind.value, "name": name.strip(), "aliases": ";".join(aliases),
        "countries": ";".join(country.upper() for country in countries), "category": category,
    }  # fmt: skip
    file = overlay / OWN
    before = file.read_text(encoding="utf-8") if file.is_file() else "\t".join(COLUMNS) + "\n"
    header = next(line for line in before.splitlines() if not line.startswith("#")).split("\t")
    row = "\t".join(values.get(column, "") for column in header)
    _write_checked(file, before, f"{before.rstrip()}\n{row}\n", packaged)
    return key, file


def _write_checked(file: Path, before: str, after: str, packaged: Path) -> None:
    existed = file.is_file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part = file.with_name(f"{file.name}.part")
        part.write_text(after, encoding="utf-8", newline="\n")
        os.replace(part, file)
    except OSError as error:
        raise SettingsError(f"cannot write: {error.strerror or error}", where=str(file)) from error
    try:
        load_gazetteers([packaged, file.parent])
    except SettingsError:
        if existed:
            file.write_text(before, encoding="utf-8", newline="\n")
        else:
            file.unlink()
        raise
