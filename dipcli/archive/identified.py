"""Articles of an archive by their ids, or how those begin."""

from dipcli.archive.reading import Reader
from dipcli.records import Record

_LENGTH = 64  # hexadecimal digits of an id


class Print(Record):
    """One place that an article came in from: its number, source, outlet."""

    id: int
    source: str
    outlet: str | None


class Identified(Record):
    """An article by its id: its title, its ``prints`` (this very text), and ``others`` of the same story."""

    article: str
    title: str | None
    prints: tuple[Print, ...]
    others: tuple[Print, ...]


def identified(reader: Reader, digits: str) -> list[Identified]:
    """Articles whose ids begin with these hexadecimal digits, in the order of the ids. Raises sqlite3.Error."""
    first, last = (bytes.fromhex(digits.ljust(_LENGTH, fill)) for fill in "0f")
    rows = reader.db.execute(
        "SELECT digest, id, source, outlet, title, story FROM article WHERE digest BETWEEN ? AND ? ORDER BY digest, id",
        (first, last),
    ).fetchall()
    found: dict[bytes, list[tuple[int, str, str | None, str | None, int]]] = {}
    for digest, *cells in rows:
        found.setdefault(digest, []).append(tuple(cells))
    return [_made(reader, digest, prints) for digest, prints in found.items()]


def _made(reader: Reader, digest: bytes, rows: list[tuple[int, str, str | None, str | None, int]]) -> Identified:
    own = {row[0] for row in rows}
    stories = dict.fromkeys(row[4] for row in rows)
    others = [Print(*p) for story in stories for p in reader.reprints(story) if p[0] not in own]
    return Identified(
        article=f"sha256:{digest.hex()}", title=rows[0][3], prints=tuple(Print(*row[:3]) for row in rows),
        others=tuple(others),
    )  # fmt: skip
