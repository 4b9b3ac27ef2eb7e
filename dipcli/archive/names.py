"""Names of the people of an archive, for completion: it must be quick, and it may leave some out."""

from dipcli.archive.connection import opened
from dipcli.archive.schema import LIST, listed
from dipcli.text.fold import fold_word
from dipcli.text.letters import ONE_FOR_ONE

_MOST = 2000


def people_beginning(path: str, typed: str) -> list[str]:
    """Names, Arabic and English, whose first letter may be that of ``typed``; those of most articles first.

    Raises ArchiveError.
    """
    starts = _spellings(fold_word(typed)[:1])
    where, values = (f"WHERE substr(form, 1, 1) IN {LIST}", (listed(starts),)) if starts else ("", ())
    with opened(path) as db:
        forms = " UNION ALL ".join(
            f"SELECT id, {column} AS form FROM profile WHERE kind = 'person' AND {column} IS NOT NULL"
            for column in ("name", "name_en", "short", "short_en")
        )
        rows = db.execute(
            f"SELECT form, count(*) AS articles FROM ({forms}) JOIN named ON profile = id {where}"
            f" GROUP BY form ORDER BY articles DESC, form LIMIT {_MOST}",
            values,
        ).fetchall()
    return [" ".join(form.split()) for form, _ in rows]


def _spellings(letter: str) -> list[str]:
    """A folded letter as it may be written."""
    return sorted({letter, letter.upper(), *(old for old, new in ONE_FOR_ONE if new == letter)}) if letter else []
