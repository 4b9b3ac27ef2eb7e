"""The clock: the one place that asks it what time it is. Libraries are handed the answer."""

from datetime import UTC, datetime


def now() -> str:
    """ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
