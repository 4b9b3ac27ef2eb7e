"""Moments that people write as words, days, times or durations, in this machine's time: when something came in."""

import re
from datetime import date, datetime

from dipcli.cli.amounts import seconds_of
from dipcli.cli.clock import ago, in_utc, midnight
from dipcli.model import DipError

LAST = "last"
_DAYS = {"yesterday": -1, "today": 0}
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_TIME = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?")
_DURATION = re.compile(r"(\d+(\.\d+)?[smhd])+")


def since_moment(value: str) -> str:
    """The beginning of what is meant, as ISO 8601 in UTC. Raises DipError."""
    return _moment("--since", value, end=False)


def until_moment(value: str) -> str:
    """The first moment behind what is meant: the end of a day, month or year. Raises DipError."""
    return _moment("--until", value, end=True)


def _moment(option: str, value: str, *, end: bool) -> str:
    if value in _DAYS:
        return midnight(_DAYS[value] + end)
    if found := _DATE.fullmatch(value):
        year, month, day = (int(part) if part else None for part in found.groups())
        try:
            first = date(year or 0, month or 1, day or 1)
            if end:
                first = _next(first, whole_year=month is None, whole_month=day is None)
            return in_utc(datetime(first.year, first.month, first.day))
        except (ValueError, OverflowError):
            raise _wrong(option, value) from None
    try:
        if _TIME.fullmatch(value):
            return in_utc(datetime.fromisoformat(value))
        if _DURATION.fullmatch(value):
            return ago(seconds_of(option, value))
    except (ValueError, OverflowError):
        pass
    raise _wrong(option, value)


def _next(first: date, *, whole_year: bool, whole_month: bool) -> date:
    if whole_year:
        return date(first.year + 1, 1, 1)
    if whole_month:
        return date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return date.fromordinal(first.toordinal() + 1)


def _wrong(option: str, value: str) -> DipError:
    last = "last, " if option == "--since" else ""
    return DipError(
        f"{option} is {last}yesterday, today, a day like 2026-01-03 (or a month, a year), a time like 2026-01-03T07:00"
        f' or a duration like 36h, not "{value}"'
    )
