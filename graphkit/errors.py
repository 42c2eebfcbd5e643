"""Errors this package raises on purpose.

GraphkitError
├── SettingsError       our own settings or a definition under sources/ are wrong   exit 2
├── QuestionError       a file under cypher/ or a question asked is wrong           exit 2
├── DocumentError       an article cannot be read                                   exit 3
└── StoreError          the store refused or lost an operation                      exit 4
    └── StoreUnavailable    not reachable: trying again may help

Not in this tree, by design: a caller's bug (`TypeError`, `ValueError`), and doubtful
*data*, which is never raised: see `graphkit.model.problems`.
"""

from __future__ import annotations

from typing import ClassVar


class GraphkitError(Exception):
    """Base class: `message` says what is wrong, `where` in which file or record, `hint` what to do about it.

    The command line prints all three and leaves with `exit_code`.
    """

    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, *, where: str | None = None, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        head = f"{self.where}: {self.message}" if self.where else self.message
        return f"{head}\n  {self.hint}" if self.hint else head


class SettingsError(GraphkitError):
    """A setting, an option or a definition under `sources/` is wrong."""

    exit_code = 2


class QuestionError(GraphkitError):
    """A file under `cypher/` is malformed, or a question was asked that cannot be answered as asked."""

    exit_code = 2


class DocumentError(GraphkitError):
    """An article cannot be read."""

    exit_code = 3


class StoreError(GraphkitError):
    """The store refused or lost an operation; nothing of that operation is in it."""

    exit_code = 4


class StoreUnavailable(StoreError):
    """The store cannot be reached; trying again may help."""
