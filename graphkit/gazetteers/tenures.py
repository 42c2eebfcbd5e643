"""Who held which office on which day, out of the dated table."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from graphkit.gazetteers.entries import Gazetteers, Tenure
from graphkit.gazetteers.names import variant_key


def holder(gazetteers: Gazetteers, country: str, office: str, day: date) -> Tenure | None:
    """Return the term in which somebody held `office` of `country` (a code, or an organisation's key) on `day`.

    None if nobody is listed for that day or more than one: an open term holds to the day on which it
    was checked (`as_of`) and no longer. On the day of a handover it is the new holder's.
    """
    terms = holders(gazetteers.tenures, country, office, day)
    new = [term for term in terms if term.until != day] if len(terms) > 1 else terms
    return new[0] if len(new) == 1 else None


def holders(tenures: Iterable[Tenure], country: str, office: str, day: date) -> tuple[Tenure, ...]:
    """Return all terms of that office and country that cover `day`, first and last day included."""
    return tuple(term for term in tenures if term.office == office and term.country == country and covers(term, day))


def covers(term: Tenure, day: date) -> bool:
    """Return whether the term surely holds on `day`."""
    return term.since <= day <= (term.until or term.as_of)


def tenures_of(gazetteers: Gazetteers, person: str, country: str | None = None) -> tuple[Tenure, ...]:
    """Return the terms of everybody who goes by the name `person` in any spelling, in the table's order.

    With `country` only the terms in that country.
    """
    key = variant_key(person)
    terms = (term for term in gazetteers.tenures if country in (None, term.country))
    return tuple(term for term in terms if any(variant_key(name) == key for name in (term.person, *term.aliases)))
