"""The rule tables as they are written, for people: with gloss, evidence, examples and counters."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dipcli.model import DipError
from dipcli.rules.compile import cue_tables
from dipcli.rules.own.read import read_folder
from dipcli.rules.own.table import Table

__all__ = ["BUILT_IN", "cue_tables", "cues", "own_tables"]

BUILT_IN = "dip"
"""The origin of what comes with the program; that of a user's table is its file."""


def own_tables(paths: Sequence[str | Path]) -> list[Table]:
    """Tables of a user's folders, the later one where two have one id. Raises DipError for what cannot be read."""
    tables: dict[tuple[str, str], Table] = {}
    for path in paths:
        folder = read_folder(path)
        for problem in folder.problems:
            raise DipError(str(problem))
        tables |= {(t.kind, t.id): t for t in folder.tables}
    return list(tables.values())


def cues(own: Sequence[str | Path] = ()) -> list[tuple[dict[str, Any], str]]:
    """Cue tables with their origin: the built-in ones in the order of their files, a user's in place of them or behind."""
    tables: dict[str, tuple[dict[str, Any], str]] = {t["id"]: (t, BUILT_IN) for t in cue_tables()}
    return list((tables | {t.id: (t.values, t.file) for t in own_tables(own) if t.kind == "cue"}).values())
