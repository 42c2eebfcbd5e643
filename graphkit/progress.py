"""Telling somebody how far we are, without knowing who they are.

Library code yields from `track()` and never prints. The command line passes a listener
that draws a bar, a script passes nothing, a test passes `seen.append`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sized
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Started:
    """A task begins."""

    task: str
    total: int | None  # None: not known, and asking would mean reading everything


@dataclass(frozen=True, slots=True)
class Advanced:
    """`done` items are handled so far."""

    task: str
    done: int


@dataclass(frozen=True, slots=True)
class Finished:
    """A task ends, well or not."""

    task: str
    done: int
    complete: bool  # False: the consumer stopped early, or an error is on its way up


Event = Started | Advanced | Finished
Listener = Callable[[Event], None]


def silent(event: Event) -> None:
    """The listener that hears nothing."""


def track(items: Iterable[T], task: str, listen: Listener = silent) -> Iterator[T]:
    """Yield `items` unchanged and in order, reporting each one once it has been *handled*.

    Never looks ahead: an item is read from `items` only when the consumer asks for it, so a
    generator stays lazy. `Finished` is sent exactly once, also after an error.

    >>> seen = []
    >>> list(track("ab", "letters", seen.append))
    ['a', 'b']
    >>> [type(e).__name__ for e in seen]
    ['Started', 'Advanced', 'Advanced', 'Finished']
    """
    done = 0
    complete = False
    listen(Started(task, len(items) if isinstance(items, Sized) else None))
    try:
        for item in items:
            yield item
            done += 1
            listen(Advanced(task, done))
        complete = True
    finally:
        listen(Finished(task, done, complete))
