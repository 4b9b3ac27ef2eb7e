"""Dates as containers write them: ISO 8601 with or without a time, RFC 822, English words."""

import re

_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?!\d)")
_YEAR_FIRST = re.compile(r"(\d{4})([/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_DAY_AND_MONTH = re.compile(r"(?<!\d)(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = rf"({'|'.join(_MONTHS)})[a-z]*\.?"
_DAY_FIRST = re.compile(rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?[ -]{_NAME},?[ -](\d{{4}})(?!\d)", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"\b{_NAME} (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})(?!\d)", re.IGNORECASE)
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


def date_of(value: object) -> str | None:
    """The ISO 8601 date that ``value`` begins with or holds, as far as it goes (2021, 2021-03, 2021-03-04).

    None where it is no date, where day and month cannot be told apart (03/04/2021), and where it is in words that are
    not English: what those mean, the rules know.
    """
    if not isinstance(value, str):
        return None
    text = " ".join(value.translate(_DIGITS).split())[:100]
    if found := _YEAR_FIRST.match(text):
        return _made(found[1], found[3], found[4])
    if (iso := _ISO.match(text)) and _is_date(*iso.group().split("-")):
        return iso.group()
    if found := _DAY_FIRST.search(text):
        return _made(found[3], _number(found[2]), found[1])
    if found := _MONTH_FIRST.search(text):
        return _made(found[3], _number(found[1]), found[2])
    found = _DAY_AND_MONTH.search(text)
    return _slashed(int(found[1]), int(found[3]), found[4]) if found else None


def _number(month: str) -> str:
    return str(_MONTHS.index(month.lower()) + 1)


def _slashed(first: int, second: int, year: str) -> str | None:
    """Day first, as most of the world writes; month first where there is no other way to read it."""
    if first <= 12 and second <= 12 and first != second:
        return None
    day, month = (first, second) if second <= 12 else (second, first)
    return _made(year, str(month), str(day))


def _made(year: str, month: str, day: str) -> str | None:
    return f"{int(year):04}-{int(month):02}-{int(day):02}" if _is_date(year, month, day) else None


def _is_date(year: str, month: str = "1", day: str = "1") -> bool:
    import datetime

    try:
        datetime.date(int(year), int(month), int(day))
    except ValueError:
        return False
    return int(year) >= 1000
