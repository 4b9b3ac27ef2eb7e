"""Reads a user's folder: every ``*.toml`` and the tab-separated tables in it, whatever they are called inside."""

import hashlib
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dipcli.model import DipError
from dipcli.rules.own.fields import ID_KEY, KINDS
from dipcli.rules.own.table import Folder, Problem, Table
from dipcli.rules.own.tsv import FILES, read_rows

_HEAD = re.compile(r"^[ \t]*\[\[[ \t]*([\w-]+)[ \t]*\]\]", re.MULTILINE)
_MOST_BYTES = 20_000_000


def read_folder(path: str | Path) -> Folder:
    """The folder's tables and what could not be read in it. Raises DipError when it is no folder or holds no table."""
    root = Path(path)
    if not root.is_dir():
        raise DipError(f"{path}: {'not a folder' if root.exists() else 'no such folder'} (of your own rules)")
    tables: list[Table] = []
    problems: list[Problem] = []
    digest = hashlib.sha256()
    files = sorted(p for p in root.rglob("*") if p.suffix in (".toml", ".tsv") and p.is_file())
    for file in files:
        shown = str(Path(path) / file.relative_to(root))
        try:
            data = _bytes(file)
            text = data.decode("utf-8-sig")
        except (OSError, UnicodeDecodeError) as e:
            problems.append(Problem(shown, 0, "", getattr(e, "strerror", None) or f"not UTF-8: {e}"))
            continue
        name = file.relative_to(root).as_posix().encode("utf-8", "surrogateescape")
        digest.update(b"%d %s %d " % (len(name), name, len(data)) + data)
        found, wrong = _tables(file.name, shown, text)
        tables += found
        problems += wrong
    if not files:
        raise DipError(f"{path}: no table of rules in it (*.toml, {', '.join(FILES)})")
    return Folder(root.resolve().name, digest.hexdigest(), tuple(tables), tuple(problems))


def _bytes(file: Path) -> bytes:
    if file.stat().st_size > _MOST_BYTES:
        raise OSError(0, "too large for a table of rules")
    return file.read_bytes()


def _tables(name: str, shown: str, text: str) -> tuple[list[Table], list[Problem]]:
    if name.endswith(".tsv"):
        if name not in FILES:
            return [], [Problem(shown, 0, "", f"no such table: a .tsv file is one of {', '.join(FILES)}")]
        return read_rows(name, shown, text)
    try:
        whole = tomllib.loads(text)
    except tomllib.TOMLDecodeError as e:
        return [], [Problem(shown, 0, "", f"not TOML: {e}")]
    except RecursionError:
        return [], [Problem(shown, 0, "", "not TOML: nested too deeply")]
    tables: list[Table] = []
    problems: list[Problem] = []
    for kind, value in whole.items():
        if kind not in KINDS or not (isinstance(value, list) and all(isinstance(v, dict) for v in value)):
            kinds = ", ".join(f"[[{k}]]" for k in KINDS)
            problems.append(Problem(shown, 0, "", f'"{kind}" is no table of rules: they begin with one of {kinds}'))
            continue
        tables += _of_kind(shown, kind, value, text)
    return tables, problems


def _of_kind(shown: str, kind: str, values: list[dict[str, Any]], text: str) -> Iterator[Table]:
    lines = [text.count("\n", 0, m.start(1)) + 1 for m in _HEAD.finditer(text) if m.group(1) == kind]
    for n, value in enumerate(values):
        own = value.get(ID_KEY.get(kind, "id"))
        yield Table(shown, lines[n] if n < len(lines) else 0, kind, own if isinstance(own, str) else "", value)
