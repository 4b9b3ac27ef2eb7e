"""What the commands that answer with rows share: sorting, limits, counting, files with matches."""

import sys
from collections.abc import Iterable, Iterator
from typing import Any

from dipcli.cli.session import Output, Session
from dipcli.model import DipError

_SORTS = {
    "date": lambda r: (r.published is None, r.published or ""),
    "place": lambda r: (r.file, r.line),
    "confidence": lambda r: -r.confidence,
}


def arranged(session: Session, rows: Iterable[Any]) -> Iterator[Any]:
    """Rows sorted and cut as the command line says; without --sort they stream."""
    s = session.settings
    if s.sort is not None:
        if s.sort not in _SORTS:
            raise DipError(f"--sort is date, place or confidence, not {s.sort}")
        rows = sorted(rows, key=_SORTS[s.sort])
    for n, row in enumerate(rows):
        if s.limit is not None and n >= s.limit:
            return
        yield row


def answered_shortly(session: Session, rows: Iterable[Any]) -> int | None:
    """--count and --files-with-matches: the exit status, or None when neither was asked for."""
    s = session.settings
    if s.count_only:
        n = sum(1 for _ in rows)
        with Output(s.output) as out:
            out.write(b"%d\n" % n)
        return session.status(n > 0)
    if s.files_with_matches:
        seen: dict[str, None] = {}
        with Output(s.output) as out:
            for row in rows:
                if row.file not in seen:
                    seen[row.file] = None
                    out.write(row.file.encode("utf-8", "surrogateescape") + b"\n")
        return session.status(bool(seen))
    return None


def undated_left_out(session: Session, count: int) -> None:
    """Say how many undated articles --since and --until left out."""
    if count and (session.settings.since or session.settings.until) and not session.settings.undated:
        session.warn(f"{count} undated articles left out (--undated keeps them)")
    sys.stderr.flush()
