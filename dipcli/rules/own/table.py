"""What the other modules say to each other: a table of a user's folder, and what is wrong with one."""

from typing import Any

from dipcli.records import Record


class Table(Record):
    """One table: where it stands (line counted from 1), its kind (cue, theme, leader …), its id, its keys and values."""

    file: str
    line: int
    kind: str
    id: str
    values: dict[str, Any]


class Problem(Record):
    """What is wrong: file, line (0 for the file as a whole), the table's id (empty where it has none), the reason."""

    file: str
    line: int
    table: str
    reason: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.table}: {self.reason}" if self.table else f"{place}: {self.reason}"


class Folder(Record):
    """A user's folder as it was read. ``sha256`` is over the names and bytes of its files."""

    name: str
    sha256: str
    tables: tuple[Table, ...]
    problems: tuple[Problem, ...]


def problem(table: Table, reason: str) -> Problem:
    """Something wrong with this table."""
    return Problem(table.file, table.line, table.id, reason)
