"""Days that exist: of the Gregorian calendar, and of the Umm al-Qura calendar by the table of its months."""

import datetime
from collections.abc import Mapping, Sequence

HijriYears = Mapping[str, Sequence[str]]
"""A year to the ISO date of its first day and a figure each month: the days that it has beyond 28."""


def gregorian(year: int, month: int, day: int) -> datetime.date | None:
    """The day, where there is such a one between 1900 and 2099."""
    if not 1900 <= year < 2100:
        return None
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def from_hijri(years: HijriYears, year: int, month: int, day: int, weekday: int | None = None) -> datetime.date | None:
    """The Gregorian day of a day of the Islamic calendar; None where there is no such day.

    Countries that go by the sight of the moon may be a day before or behind the table: ``weekday`` (1 is Monday)
    decides where it is known. None where no day so near is that of the week.
    """
    row = years.get(str(year))
    if row is None or not 1 <= month <= 12:
        return None
    begins, months = row
    if not 1 <= day <= 28 + int(months[month - 1]):
        return None
    before = sum(28 + int(more) for more in months[: month - 1])
    found = datetime.date.fromisoformat(begins) + datetime.timedelta(days=before + day - 1)
    if weekday is None:
        return found
    near = (found + datetime.timedelta(days=n) for n in (0, 1, -1))
    return next((d for d in near if d.isoweekday() == weekday), None)
