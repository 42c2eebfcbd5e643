"""Connected components of small graphs, in an order that does not depend on hashing."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Components(Generic[T]):
    """Disjoint sets of whatever was added or joined.

    >>> c = Components("abc")
    >>> c.join("a", "c")
    >>> c.groups()
    [['a', 'c'], ['b']]
    """

    def __init__(self, items: Iterable[T] = ()) -> None:
        self._parent: dict[T, T] = {item: item for item in items}

    def find(self, item: T) -> T:
        """Return the representative of the item's set; the item is added if it is new."""
        root = self._parent.setdefault(item, item)
        while root != self._parent[root]:
            root = self._parent[root]
        while item != root:
            self._parent[item], item = root, self._parent[item]
        return root

    def join(self, one: T, other: T) -> None:
        self._parent[self.find(other)] = self.find(one)

    def groups(self) -> list[list[T]]:
        """Return the sets; items, and sets by their first item, in the order in which they were added."""
        found: dict[T, list[T]] = {}
        for item in self._parent:
            found.setdefault(self.find(item), []).append(item)
        return list(found.values())
