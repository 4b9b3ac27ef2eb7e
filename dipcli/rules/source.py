"""Reads the rule tables as they are written: TOML, and tab-separated rows."""

import tomllib
from pathlib import Path
from typing import Any

from dipcli.model import DipError
from dipcli.text.fold import fold_word
from dipcli.text.tokens import Tokens

DATA = Path(__file__).parent / "data"

Row = dict[str, str]


def key_of(form: str) -> str:
    """A form as the matcher sees it: folded tokens joined by single spaces."""
    return " ".join(Tokens(fold_word(form)).words)


def read_tsv(path: Path) -> list[Row]:
    """Rows of a tab-separated table with a header line; missing trailing cells are empty."""
    lines = path.read_text(encoding="utf-8").splitlines()
    head = lines[0].split("\t")
    return [dict(zip(head, [*line.split("\t"), *[""] * len(head)], strict=False)) for line in lines[1:] if line]


def cell(row: Row, column: str) -> list[str]:
    """The values of a cell that holds a list."""
    return [x.strip() for x in row.get(column, "").split(";") if x.strip()]


def read_toml(path: Path) -> dict[str, Any]:
    """A rule file; a syntax error names the file, the line and the column."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as e:
        raise DipError(f"{path}: {e}") from e
