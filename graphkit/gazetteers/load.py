"""From the files under `sources/gazetteers/` to one `Gazetteers` value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from graphkit.errors import SettingsError
from graphkit.gazetteers.countries import COLUMNS as COUNTRY_COLUMNS
from graphkit.gazetteers.countries import parse_countries
from graphkit.gazetteers.entries import Gazetteers
from graphkit.gazetteers.lexicons import read_lexicon
from graphkit.gazetteers.listed import COLUMNS, FILES, TOPIC_COLUMNS, parse_entries, parse_topics
from graphkit.gazetteers.offices import OFFICE_COLUMNS, TENURE_COLUMNS, parse_offices, parse_tenures
from graphkit.gazetteers.tables import Row, read_table

_TABLES = {
    "countries.tsv": COUNTRY_COLUMNS,
    "offices.tsv": OFFICE_COLUMNS,
    "tenures.tsv": TENURE_COLUMNS,
    "topics.tsv": TOPIC_COLUMNS,
    **dict.fromkeys(FILES, COLUMNS),
}


def load_gazetteers(roots: Sequence[Path]) -> Gazetteers:
    """Return what the folders `roots` list; a file of a later root replaces that of the same name.

    A table that no root has is empty. SettingsError, with file and line, for anything that is not
    understood: an unknown file, column, kind, country, office or parent, a repeated key.
    """
    files = gazetteer_files(roots)
    rows = {name: _rows(files, name) for name in _TABLES}
    countries = parse_countries(rows["countries.tsv"], [row.text("key") for row in rows["offices.tsv"]])
    offices = parse_offices(rows["offices.tsv"], countries)
    entries = parse_entries([row for name in FILES for row in rows[name]], countries)
    return Gazetteers(
        countries=countries,
        offices=offices,
        tenures=parse_tenures(rows["tenures.tsv"], offices, {*countries, *entries}),
        entries=entries,
        topics=parse_topics(rows["topics.tsv"]),
        lexicons={Path(name).stem: read_lexicon(path) for name, path in files.items() if name.endswith(".yaml")},
    )


def gazetteer_files(roots: Sequence[Path]) -> dict[str, Path]:
    """Return the file that holds for each relative name ("offices.tsv", "lexicons/persons.yaml"), sorted by name.

    SettingsError for a file that no table is called.
    """
    found: dict[str, Path] = {}
    for root in roots:
        for path in (*root.glob("*.tsv"), *root.glob("lexicons/*.yaml")):
            name = path.relative_to(root).as_posix()
            if name not in _TABLES and not name.startswith("lexicons/"):
                raise SettingsError("unknown table", where=name, hint=f"known: {', '.join(_TABLES)}")
            found[name] = path
    return dict(sorted(found.items()))


def _rows(files: Mapping[str, Path], name: str) -> list[Row]:
    return list(read_table(files[name], _TABLES[name])) if name in files else []
