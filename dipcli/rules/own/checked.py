"""A user's folders, checked as far as that goes without running anything: what is sound, and what is wrong."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import orjson

from dipcli.records import Record
from dipcli.rules.lines import opened
from dipcli.rules.match import Lexicon
from dipcli.rules.own.forms import Known
from dipcli.rules.own.read import read_folder
from dipcli.rules.own.shape import faults
from dipcli.rules.own.table import Folder, Problem, Table, problem

if TYPE_CHECKING:
    from mmap import mmap


class Checked(Record):
    """The folders, their tables without fault (of two with one id, that of the later folder), and all that is wrong."""

    folders: tuple[Folder, ...]
    tables: tuple[Table, ...]
    problems: tuple[Problem, ...]


def check_folders(paths: Sequence[str | Path], base: "bytes | mmap") -> Checked:
    """Read and check folders against the compiled rules ``base``. Raises DipError when one is no folder of rules."""
    folders = tuple(read_folder(p) for p in paths)
    problems = [p for f in folders for p in f.problems]
    sound: dict[tuple[str, str], Table] = {}
    for folder in folders:
        seen: dict[tuple[str, str], Table] = {}
        for table in folder.tables:
            wrong = [problem(table, reason) for reason in faults(table)]
            before = seen.setdefault((table.kind, table.id), table)
            if before is not table and table.id:
                wrong.append(problem(table, f"the id stands twice (before in {before.file}:{before.line})"))
            problems += wrong
            if not wrong:
                sound[table.kind, table.id] = table
    tables = list(sound.values())
    known = _known(base, tables)
    kept = []
    for table in tables:
        wrong = list(known.problems(table))
        problems += wrong
        if not wrong:
            kept.append(table)
    order = {f: n for n, f in enumerate(dict.fromkeys(p.file for p in problems))}
    problems.sort(key=lambda p: (order[p.file], p.line))
    return Checked(folders, tuple(kept), tuple(problems))


def _known(base: "bytes | mmap", tables: list[Table]) -> Known:
    _, sections = opened(base)
    cues = orjson.loads(sections["cues"])
    return Known(Lexicon(sections), {**cues["forms"], **cues["phrases"]}, tables)
