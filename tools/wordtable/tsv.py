"""Tab-separated tables with a header line."""

from pathlib import Path

Row = dict[str, str]


def read_tsv(path: Path) -> list[Row]:
    """Rows by column; missing trailing cells are empty."""
    lines = path.read_text(encoding="utf-8").splitlines()
    head = lines[0].split("\t")
    return [dict(zip(head, [*line.split("\t"), *[""] * len(head)], strict=False)) for line in lines[1:] if line]


def cell(row: Row, column: str) -> list[str]:
    """The values of a cell that holds a list."""
    return [x.strip() for x in row.get(column, "").split(";") if x.strip()]
