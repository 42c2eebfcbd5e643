"""Everybody and everything that an article names, while it is being read."""

from __future__ import annotations

from datetime import date

from graphkit.extract.reading import Party
from graphkit.extract.tokens import squash
from graphkit.model.claims import Kind


class Figure:
    """A party in the making. `names` are its names in the article in the order met, `titles` the (office key,
    country) pairs that the article gives a person, `full` the listed full name if the article has a short one only."""

    __slots__ = (
        "also", "category", "country", "day", "female", "generic", "identity", "key", "kind", "name", "names", "number", "office", "titles",
        "unnamed",
    )  # fmt: skip

    def __init__(self, kind: Kind, identity: str, name: str) -> None:
        self.kind = kind
        self.identity = identity
        self.name = name
        self.names: dict[str, int] = {}
        self.also: list[str] = []
        self.key: str | None = None
        self.country: str | None = None
        self.office: str | None = None
        self.category = ""
        self.day: date | None = None
        self.unnamed = False
        self.generic = False
        self.female = False
        self.titles: list[tuple[str | None, str | None]] = []
        self.number = -1

    def called(self, name: str) -> None:
        """Note that the article uses `name` for it."""
        self.names[name] = self.names.get(name, 0) + 1

    def party(self) -> Party:
        """Return what is known of it, once numbered."""
        others = dict.fromkeys([*self.names, *self.also])
        others.pop(self.name, None)
        return Party(
            self.number, self.kind, self.name, tuple(others), self.key, self.country, self.office, self.day, self.unnamed,
            self.generic,
        )  # fmt: skip


class Cast:
    """The figures of one article by what identifies them."""

    def __init__(self) -> None:
        self._figures: dict[tuple[str, str], Figure] = {}
        self._holders: dict[tuple[str, str | None], list[Figure]] = {}

    def get(self, kind: Kind, identity: str) -> Figure | None:
        return self._figures.get((_family(kind), identity))

    def figure(self, kind: Kind, name: str, identity: str | None = None) -> Figure:
        """Return the figure of that identity (by default its name's letters), new if there is none."""
        own = identity or squash(name)
        found = self._figures.get((_family(kind), own))
        if found is None:
            found = self._figures[(_family(kind), own)] = Figure(kind, own, name)
        return found

    def give(self, person: Figure, office: str, country: str | None) -> None:
        """Note that the article gives `person` an office of a country (None: it does not say which)."""
        if (office, country) not in person.titles:
            person.titles.append((office, country))
        self.index(person, office, country)

    def index(self, person: Figure, office: str, country: str | None) -> None:
        """Note that `person` is listed as holding an office, whatever the article says."""
        for key in dict.fromkeys(((office, country), (office, None))):
            held = self._holders.setdefault(key, [])
            if person not in held:
                held.append(person)

    def holders(self, office: str, country: str | None = None) -> list[Figure]:
        """Return the persons with that office of that country, of any without one, in the order noted."""
        return self._holders.get((office, country), [])


def _family(kind: Kind) -> str:
    return "org" if kind in (Kind.ORGANISATION, Kind.FORUM) else kind.value
