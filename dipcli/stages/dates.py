"""When an article says that it was published: a date in its dateline or at the head of its first paragraph.

Only a whole date counts (day, month, year); a day of the week or a month alone is not completed from anything. Dates of
the Islamic calendar give way to the Gregorian one beside them; alone they go by the Umm al-Qura calendar.
"""

import datetime
from typing import Any, Final

from dipcli.model import PublishedFrom
from dipcli.records import Record
from dipcli.stages.calendar import from_hijri, gregorian
from dipcli.stages.document import Document

_MOST_WORDS_BEFORE: Final = 6  # of a place and an agency before the date of a dateline within a paragraph
_OPENING_WORDS: Final = 40  # of the first paragraph, where "today" and its date stand
_BESIDE: Final = 4  # words between a date and the same day in the other calendar
_LONGEST_MONTH: Final = 2
_DASHES: Final = frozenset("-–—/.:(")
_MARKS: Final = frozenset("()[]،,:|-–—/")


class Day(Record):
    """A date that begins at a token and ends before ``last``; ``iso`` as in ISO 8601."""

    iso: str
    last: int


def published(doc: Document) -> tuple[str, PublishedFrom] | None:
    """(ISO date, where it stands) of the article; None where it does not say."""
    for line in doc.segments.lines:
        if line.kind == "dateline" or (line.kind == "headline" and _is_only_date(doc, line.first, line.last)):
            day = next((d for i in range(line.first, line.last) if (d := date_at(doc, i, line.last))), None)
            if day is not None:
                return day.iso, "dateline"
        elif line.kind == "body":
            iso = _inline_dateline(doc, line.first, line.last) or _today(doc, line.first, line.last)
            return (iso, "body") if iso else None
    return None


def in_words(doc: Document) -> str | None:
    """The ISO date of a few words that are a date, from wherever they come."""
    last = len(doc.words)
    return next((d.iso for i in range(last) if (d := date_at(doc, i, last))), None)


def date_at(doc: Document, i: int, last: int) -> Day | None:
    """The date that starts at token ``i``: 12 مارس 2021, 5 آب / أغسطس 2018, 14/06/2020, 2020-06-14, 1 محرم 1443هـ."""
    if not doc.words[i].isdigit() or (i and doc.glued(i) and doc.words[i - 1] in "./-"):
        return None
    return _numeric(doc, i, last) or _with_month(doc, i, last) or _hijri(doc, i, last)


def _numeric(doc: Document, i: int, last: int) -> Day | None:
    if i + 4 >= last or doc.words[i + 1] not in ("/", "-", ".") or doc.words[i + 3] != doc.words[i + 1]:
        return None
    first, month, third = doc.words[i], doc.words[i + 2], doc.words[i + 4]
    year, day = (first, third) if len(first) == 4 else (third, first)
    return _made(_year(year), _number(month), _number(day), i + 5)


def _with_month(doc: Document, i: int, last: int) -> Day | None:
    words, between = doc.words, _table(doc)["between"]
    j = i + 1
    if j < last and words[j] in between:
        j += 1
    month, j = _month(doc, j, last, "months")
    if not month:
        return None
    k = j + 1 if j < last and words[j] in ("/", "-", "(") else j
    second, after = _month(doc, k, last, "months")
    if second == month:
        # Both names of one month: 5 آب / أغسطس, 5 آب (أغسطس).
        j = after + 1 if after < last and words[after] == ")" else after
    j = _behind_marks(doc, j, last)
    return _made(_year(words[j]), month, _number(words[i]), j + 1) if j < last else None


def _hijri(doc: Document, i: int, last: int) -> Day | None:
    j = i + 1
    if j < last and doc.words[j] in _table(doc)["between"]:
        j += 1
    month, j = _month(doc, j, last, "hijri_months")
    j = _behind_marks(doc, j, last)
    if not month or j >= last:
        return None
    beside = _same_day(doc, j + 1, last)
    if beside is not None:
        return beside
    day = from_hijri(
        _table(doc)["hijri_years"], _year(doc.words[j]), month, _number(doc.words[i]), _weekday_before(doc, i)
    )
    return Day(day.isoformat(), j + 1) if day else None


def _same_day(doc: Document, first: int, last: int) -> Day | None:
    """The Gregorian date that stands beside one of the Islamic calendar."""
    for i in range(first, min(first + _BESIDE, last)):
        if doc.words[i].isdigit() and (day := _numeric(doc, i, last) or _with_month(doc, i, last)):
            return day
    return None


def _weekday_before(doc: Document, i: int) -> int | None:
    j = i - 1
    while j >= 0 and doc.words[j] in _MARKS:
        j -= 1
    number: int | None = _table(doc)["weekdays"].get(doc.words[j]) if j >= 0 else None
    return number


def _behind_marks(doc: Document, j: int, last: int) -> int:
    """The token behind what may stand between a month and its year."""
    between = _table(doc)["between"]
    while j < last and (doc.words[j] in between or doc.words[j] in ("/", "-", "،", ",")):
        j += 1
    return j


def _month(doc: Document, j: int, last: int, names: str) -> tuple[int, int]:
    """(number of the month named at ``j``, token after it); number 0 when none is."""
    months = _table(doc)[names]
    for length in range(_LONGEST_MONTH, 0, -1):
        number = months.get(" ".join(doc.words[j : j + length])) if j + length <= last else None
        if number:
            return number, j + length
    return 0, j


def _year(word: str) -> int:
    """2021, 2021م, 1443ه; 0 for another word."""
    digits = word[:4]
    return int(digits) if len(digits) == 4 and digits.isdecimal() and word[4:] in ("", "م", "ه") else 0


def _number(word: str) -> int:
    """A day or a month, 1 to 99; 0 for another word. Digits that stand above the line are none."""
    return int(word) if len(word) <= 2 and word.isdecimal() else 0


def _made(year: int, month: int, day: int, last: int) -> Day | None:
    found: datetime.date | None = gregorian(year, month, day)
    return Day(found.isoformat(), last) if found else None


def _table(doc: Document) -> dict[str, Any]:
    table: dict[str, Any] = doc.lexicon.lists["dates"]
    return table


def _is_only_date(doc: Document, first: int, last: int) -> bool:
    """Is there nothing in the line but a date, with its day of the week?"""
    table = _table(doc)
    i = first
    while i < last and (doc.words[i] in table["weekdays"] or doc.words[i] in table["day"] or doc.words[i] in _MARKS):
        i += 1
    day = date_at(doc, i, last) if i < last else None
    return day is not None and all(w in table["era"] or w in _MARKS for w in doc.words[day.last : last])


def _inline_dateline(doc: Document, first: int, last: int) -> str | None:
    """الكويت في 9 فبراير 2017 (كونا) -- …: place, date, then a mark, before any sentence."""
    if doc.words[first] in _table(doc)["before_place"]:
        return None
    for i in range(first + 1, min(first + _MOST_WORDS_BEFORE, last)):
        if doc.infos[i - 1].cues or doc.infos[i - 1].contacts:
            return None
        day = date_at(doc, i, last)
        if day is not None:
            after = day.last + 1 if day.last < last and doc.words[day.last] in _table(doc)["era"] else day.last
            return day.iso if after < last and doc.words[after] in _DASHES else None
    return None


def _today(doc: Document, first: int, last: int) -> str | None:
    """… اليوم (الخميس) 9 فبراير 2017 …"""
    words, table = doc.words, _table(doc)
    for i in range(first, min(first + _OPENING_WORDS, last)):
        if words[i] not in table["today"]:
            continue
        j = i + 1
        while j < last and (
            words[j] in table["weekdays"] or words[j] in table["day"] or words[j] in ("(", ")", "،", ",")
        ):
            j += 1
        day = date_at(doc, j, last) if j < last else None
        if day is not None:
            return day.iso
    return None
