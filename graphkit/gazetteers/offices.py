"""`offices.tsv` and `tenures.tsv`: what posts are called, and who held them when."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from graphkit.gazetteers.entries import Office, Tenure
from graphkit.gazetteers.tables import Row

OFFICE_COLUMNS = ("key", "title", "aliases", "owner", "rank", "only")
TENURE_COLUMNS = (
    "country", "office", "title", "person", "since", "until", "as_of", "shared", "aliases", "identifiers",
)  # fmt: skip
OWNERS = ("country", "organisation")


def parse_offices(rows: Iterable[Row], countries: Collection[str]) -> dict[str, Office]:
    """Return the offices by key, in the file's order; SettingsError for a repeated key or an unknown country."""
    offices: dict[str, Office] = {}
    for row in rows:
        key = row.need("key")
        if key in offices:
            row.refuse(f"{key} is listed twice", "merge the two lines")
        offices[key] = _office(row, key, countries)
    return offices


def _office(row: Row, key: str, countries: Collection[str]) -> Office:
    owner, rank = row.need("owner"), row.number("rank")
    if owner not in OWNERS:
        row.refuse(f"owner is {owner!r}", f"known: {', '.join(OWNERS)}")
    if rank is None or not 0.0 < rank <= 1.0:
        row.refuse(f"rank is {row.text('rank')!r}", "a number above 0, at most 1")
    for words, code in row.pairs("only"):
        if code not in countries:
            row.refuse(f"{words} belongs to the unknown country {code}", "write title=CODE")
    return Office(
        key=key, title=row.need("title"), aliases=row.list("aliases"), owner=owner, rank=rank, only=row.list("only")
    )


def parse_tenures(rows: Iterable[Row], offices: Mapping[str, Office], owners: Collection[str]) -> tuple[Tenure, ...]:
    """Return the tenures by country, office and first day.

    A term counts from the last day that its `since` may mean and to the first that its `until` may
    mean, so that a month or a year never claims a day too many. SettingsError for an unknown
    office or owner (`owners`: codes of states and keys of organisations), a term that ends before it begins, and
    two terms that overlap unless both are `shared`.
    """
    read = sorted(((_tenure(row, offices, owners), row) for row in rows), key=lambda pair: _order(pair[0]))
    open_terms: list[tuple[Tenure, Row]] = []
    for tenure, row in read:
        same = ((other, line) for other, line in open_terms if _post(other) == _post(tenure))
        open_terms = [(other, line) for other, line in same if _end(other) > tenure.since]
        for other, line in open_terms:
            if not (row.yes("shared") and line.yes("shared")):
                message = f"{tenure.person} and {other.person} ({line.where}) hold {tenure.office} at once"
                row.refuse(message, "mend the days, or write yes under shared in both lines")
        open_terms.append((tenure, row))
    return tuple(tenure for tenure, _ in read)


def _tenure(row: Row, offices: Mapping[str, Office], owners: Collection[str]) -> Tenure:
    office = offices.get(row.need("office"))
    if office is None:
        row.refuse(f"unknown office {row.text('office')}", "its key must stand in offices.tsv")
    since, as_of = row.day("since", last=True), row.day("as_of", last=True)
    if since is None or as_of is None:
        row.refuse("no since or no as_of", "a term has a first day, and a day on which it was checked")
    row.yes("shared")  # refused here, though only overlaps need it
    tenure = Tenure(
        person=row.need("person"),
        country=_owner(row, owners),
        office=office.key,
        title=row.text("title") or office.title,
        since=since,
        until=row.day("until"),
        as_of=as_of,
        aliases=row.list("aliases"),
        identifiers=row.pairs("identifiers"),
    )
    if _end(tenure) < since:
        row.refuse(f"ends ({_end(tenure)}) before it begins ({since})", "mend the days; a lone year claims no day")
    return tenure


def _owner(row: Row, owners: Collection[str]) -> str:
    owner = row.need("country")
    if owner not in owners:
        row.refuse(f"unknown country {owner}", "a code of countries.tsv, or the key of an organisation (org:nato)")
    return owner


def _post(tenure: Tenure) -> tuple[str, str]:
    return (tenure.country, tenure.office)


def _end(tenure: Tenure) -> date:
    return tenure.until or tenure.as_of


def _order(tenure: Tenure) -> tuple[str, str, date, date, str]:
    return (tenure.country, tenure.office, tenure.since, _end(tenure), tenure.person)
