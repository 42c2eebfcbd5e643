"""Reading a tab-separated table strictly: every cell belongs to a known column, every fault names its line."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import NoReturn

from graphkit.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: its cells by column, and where it stands for messages."""

    cells: dict[str, str]
    file: str
    line: int

    @property
    def where(self) -> str:
        """`file:line`."""
        return f"{self.file}:{self.line}"

    def text(self, column: str) -> str:
        """Return the cell, empty if the row has none."""
        return self.cells.get(column, "")

    def need(self, column: str) -> str:
        """Return the cell; SettingsError if it is empty."""
        if not self.cells.get(column):
            self.refuse(f"no {column}", f"fill the column {column!r}")
        return self.cells[column]

    def list(self, column: str) -> tuple[str, ...]:
        """Return the parts between semicolons, without blanks around them; empty parts and repeats are refused."""
        cell = self.cells.get(column)
        if not cell:
            return ()
        if ";" not in cell:
            return (cell,)
        parts = tuple(part.strip() for part in cell.split(";"))
        if "" in parts or len(set(parts)) < len(parts):
            self.refuse(f"{column} has an empty or a repeated part: {cell}", "separate parts by one semicolon")
        return parts

    def pairs(self, column: str) -> tuple[tuple[str, str], ...]:
        """Return `a=b;c=d` as pairs."""
        return tuple(self._pair(part, column) for part in self.list(column))

    def codes(self, column: str, known: Collection[str]) -> tuple[str, ...]:
        """Return the cell's list of states' codes; SettingsError for one that is not `known`."""
        return self._known(self.list(column), known)

    def code(self, column: str, known: Collection[str]) -> str:
        """Return the cell, a state's code; SettingsError if it is empty or not `known`."""
        return self._known((self.need(column),), known)[0]

    def _known(self, codes: tuple[str, ...], known: Collection[str]) -> tuple[str, ...]:
        unknown = [code for code in codes if code not in known]
        if unknown:
            self.refuse(f"unknown countries {', '.join(unknown)}", "codes are those of countries.tsv (ISO alpha-3)")
        return codes

    def yes(self, column: str) -> bool:
        """Return whether the cell says `yes`; anything but `yes` and nothing is refused."""
        cell = self.text(column)
        if cell not in ("", "yes"):
            self.refuse(f"{column} is {cell!r}", "write yes or nothing")
        return cell == "yes"

    def number(self, column: str) -> float | None:
        """Return the cell as a number, None if it is empty."""
        try:
            return float(self.text(column)) if self.text(column) else None
        except ValueError:
            self.refuse(f"{column} is {self.text(column)!r}, no number", "write 51.5, for example")

    def day(self, column: str, *, last: bool = False) -> date | None:
        """Return the first (or `last`) day of a cell `2024`, `2024-05` or `2024-05-14`; None if it is empty."""
        cell = self.text(column)
        if not cell:
            return None
        try:
            return _day(cell, last=last)
        except ValueError:
            self.refuse(f"{column} is {cell!r}, no date", "write 2024, 2024-05 or 2024-05-14")

    def _pair(self, part: str, column: str) -> tuple[str, str]:
        name, equals, value = part.partition("=")
        if not (name.strip() and equals and value.strip()):
            self.refuse(f"{column} has {part!r}", "write name=value")
        return name.strip(), value.strip()

    def refuse(self, message: str, hint: str) -> NoReturn:
        """Raise a SettingsError that names this line."""
        raise SettingsError(message, where=self.where, hint=hint)


def _day(cell: str, *, last: bool) -> date:
    if len(cell) == 10:
        return date.fromisoformat(cell)
    first = date.fromisoformat(f"{cell}-01-01" if len(cell) == 4 else f"{cell}-01")
    if not last:
        return first
    following = date(first.year + 1, 1, 1) if len(cell) == 4 else (first + timedelta(days=31)).replace(day=1)
    return following - timedelta(days=1)


def read_table(path: Path, columns: Collection[str]) -> Iterator[Row]:
    """Yield the rows of `path`, whose first line names its columns, all of them out of `columns`.

    Lines that are empty or begin with `#` are comments; cells are not quoted; cells missing at the
    end of a line are empty. SettingsError for an unknown or repeated column or a cell too many.
    """
    header: list[str] | None = None
    for number, line in enumerate(_lines(path), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if header is None:
            header = _checked(cells, columns, f"{path.name}:{number}")
        elif len(cells) > len(header):
            message = f"{len(cells)} cells, but {len(header)} columns"
            raise SettingsError(message, where=f"{path.name}:{number}", hint="cells are separated by one tab")
        else:
            yield Row(dict(zip(header, cells, strict=False)), path.name, number)
    if header is None:
        raise SettingsError("no header line", where=path.name, hint=f"columns: {', '.join(columns)}")


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"cannot be read: {error}", where=path.name, hint="it must be a UTF-8 text file") from error


def _checked(header: list[str], columns: Collection[str], where: str) -> list[str]:
    unknown = [name for name in header if name not in columns]
    if unknown or len(set(header)) < len(header):
        message = f"unknown columns {', '.join(unknown)}" if unknown else "a column is named twice"
        raise SettingsError(message, where=where, hint=f"known: {', '.join(columns)}")
    return header
