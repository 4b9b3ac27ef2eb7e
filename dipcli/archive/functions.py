"""What other programs need to read the texts of an archive, which are compressed: functions for their SQL."""

import sqlite3
from functools import lru_cache

from dipcli.archive.packed import unpack_alone, unpack_text


def add_functions(connection: sqlite3.Connection) -> None:
    """Give a connection ``dip_text(body)`` and ``dip_said(body, report, statement)``, over columns of ``content``.

    The first is an article's text, the second what is said in its statement of this number (from 1), stretches joined by
    a line break; null where there is none.
    """
    connection.create_function("dip_text", 1, unpack_text, deterministic=True)
    connection.create_function("dip_said", 3, _said, deterministic=True)


def _said(body: bytes, report: bytes, statement: int) -> str | None:
    contents = _contents(body, report)
    return contents[statement - 1] if 0 < statement <= len(contents) else None


@lru_cache(maxsize=8)
def _contents(body: bytes, report: bytes) -> tuple[str, ...]:
    unpacked = unpack_alone(body, report)
    text = unpacked.article.text
    return tuple("\n".join(text[c.start : c.end] for c in s.content) for s in unpacked.statements)
