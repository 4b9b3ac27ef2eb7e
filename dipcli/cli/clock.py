"""The clock: the one place that asks it what time it is. Libraries are handed the answer."""

from datetime import UTC, datetime, timedelta


def now() -> str:
    """ISO 8601 in UTC, to the microsecond."""
    return in_utc(datetime.now(UTC))


def ago(seconds: float) -> str:
    """The time so many seconds before now."""
    return in_utc(datetime.now(UTC) - timedelta(seconds=seconds))


def midnight(days: int) -> str:
    """When the day began here that is so many days from today."""
    today = datetime.now().date() + timedelta(days=days)
    return in_utc(datetime(today.year, today.month, today.day))


def here(time: str) -> str:
    """A moment as people read it here, to the minute."""
    return datetime.fromisoformat(time).astimezone().strftime("%Y-%m-%d %H:%M")


def in_utc(time: datetime) -> str:
    """ISO 8601 in UTC, to the microsecond; a time without a zone is of this machine's."""
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
