"""When an article says that it was published: a date in its dateline or at the head of its first paragraph.

Only a whole date counts (day, month, year); a day of the week or a month alone is not completed from anything.
"""

from typing import NamedTuple

from dipcli.model import PublishedFrom
from dipcli.stages.document import Document

_MOST_WORDS_BEFORE = 6  # of a place and an agency before the date of a dateline within a paragraph
_OPENING_WORDS = 40  # of the first paragraph, where "today" and its date stand
_LONGEST_MONTH = 2
_DASHES = frozenset("-–—/.:(")


class Day(NamedTuple):
    """A date that begins at a token and ends before ``last``; ``iso`` as in ISO 8601."""

    iso: str
    last: int


def published(doc: Document) -> tuple[str, PublishedFrom] | None:
    """(ISO date, where it stands) of the article; None where it does not say."""
    for line in doc.segments.lines:
        if line.kind == "dateline":
            day = next((d for i in range(line.first, line.last) if (d := date_at(doc, i, line.last))), None)
            if day is not None:
                return day.iso, "dateline"
        elif line.kind == "body":
            iso = _inline_dateline(doc, line.first, line.last) or _today(doc, line.first, line.last)
            return (iso, "body") if iso else None
    return None


def date_at(doc: Document, i: int, last: int) -> Day | None:
    """The date that starts at token ``i``: 12 مارس 2021, 5 آب / أغسطس 2018, 14/06/2020 or 2020-06-14."""
    if not doc.words[i].isdigit() or (i and doc.glued(i) and doc.words[i - 1] in "./-"):
        return None
    return _numeric(doc, i, last) or _with_month(doc, i, last)


def _numeric(doc: Document, i: int, last: int) -> Day | None:
    if i + 4 >= last or doc.words[i + 1] not in ("/", "-", ".") or doc.words[i + 3] != doc.words[i + 1]:
        return None
    first, month, third = doc.words[i], doc.words[i + 2], doc.words[i + 4]
    year, day = (first, third) if len(first) == 4 else (third, first)
    return _made(year, month, day, i + 5)


def _with_month(doc: Document, i: int, last: int) -> Day | None:
    words, between = doc.words, doc.lexicon.lists["dates"]["between"]
    j = i + 1
    if j < last and words[j] in between:
        j += 1
    month, j = _month(doc, j, last)
    if not month:
        return None
    k = j + 1 if j < last and words[j] in ("/", "-", "(") else j
    second, after = _month(doc, k, last)
    if second == month:
        # Both names of one month: 5 آب / أغسطس, 5 آب (أغسطس).
        j = after + 1 if after < last and words[after] == ")" else after
    while j < last and (words[j] in between or words[j] in ("/", "-", "،", ",")):
        j += 1
    return _made(words[j], str(month), words[i], j + 1) if j < last else None


def _month(doc: Document, j: int, last: int) -> tuple[int, int]:
    """(number of the month named at ``j``, token after it); number 0 when none is."""
    months = doc.lexicon.lists["dates"]["months"]
    for length in range(_LONGEST_MONTH, 0, -1):
        number = months.get(" ".join(doc.words[j : j + length])) if j + length <= last else None
        if number:
            return number, j + length
    return 0, j


def _made(year: str, month: str, day: str, last: int) -> Day | None:
    if not (len(year) == 4 and year.isdigit() and month.isdigit() and day.isdigit()):
        return None
    y, m, d = int(year), int(month), int(day)
    if not (1900 <= y < 2100 and 1 <= m <= 12 and 1 <= d <= _days(y, m)):
        return None
    return Day(f"{y:04}-{m:02}-{d:02}", last)


def _inline_dateline(doc: Document, first: int, last: int) -> str | None:
    """الكويت في 9 فبراير 2017 (كونا) -- …: place, date, then a mark, before any sentence."""
    if doc.words[first] in doc.lexicon.lists["dates"]["before_place"]:
        return None
    for i in range(first + 1, min(first + _MOST_WORDS_BEFORE, last)):
        if doc.infos[i - 1].cues or doc.infos[i - 1].contacts:
            return None
        day = date_at(doc, i, last)
        if day is not None:
            after = day.last + 1 if day.last < last and doc.words[day.last] == "م" else day.last
            return day.iso if after < last and doc.words[after] in _DASHES else None
    return None


def _today(doc: Document, first: int, last: int) -> str | None:
    """… اليوم (الخميس) 9 فبراير 2017 …"""
    words, table = doc.words, doc.lexicon.lists["dates"]
    for i in range(first, min(first + _OPENING_WORDS, last)):
        if words[i] not in table["today"]:
            continue
        j = i + 1
        while j < last and (words[j] in table["days"] or words[j] in ("(", ")", "،", ",")):
            j += 1
        day = date_at(doc, j, last) if j < last else None
        if day is not None:
            return day.iso
    return None


def _days(year: int, month: int) -> int:
    """Days of a month; from 1900 to 2099 every fourth year but 1900 is a leap year."""
    if month == 2:
        return 29 if year % 4 == 0 and year != 1900 else 28
    return 30 if month in (4, 6, 9, 11) else 31
