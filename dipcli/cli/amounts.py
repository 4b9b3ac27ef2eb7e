"""Amounts that are written as text: how many processes, how long, how large."""

import os
import re

from dipcli.model import DipError

MOST_JOBS = 256
_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
# Compiled when an amount is given: most runs have none.
_DURATION = r"(?:\d+(?:\.\d+)?[smhd])+|\d+(?:\.\d+)?"
_SIZES = {"": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30}
_SIZE = r"(\d{1,12}(?:\.\d+)?)([KMGkmg]?)"
_PART = r"(\d+(?:\.\d+)?)([smhd]?)"


def jobs_of(value: str) -> int:
    """Processes: a number, or ``auto`` (also 0) for as many as this process has cores."""
    if value in ("auto", "0"):
        if hasattr(os, "sched_getaffinity"):
            return min(len(os.sched_getaffinity(0)), MOST_JOBS)
        return min(os.cpu_count() or 1, MOST_JOBS)
    if not (value.isascii() and value.isdigit() and len(value) < 6 and int(value) <= MOST_JOBS):
        raise DipError(f'--jobs is auto or a number up to {MOST_JOBS}, not "{value}"')
    return int(value)


def bytes_of(option: str, value: str) -> int:
    """A size (``500K``, ``8M``, ``1.5G``; units of 1,024) in bytes, more than none."""
    found = re.fullmatch(_SIZE, value, re.ASCII)
    size = int(float(found[1]) * _SIZES[found[2].upper()]) if found else 0
    if not size:
        raise DipError(f'{option} is a size like 500K, 8M or 1G, not "{value}"')
    return size


def seconds_of(option: str, value: str) -> float:
    """A duration (``90``, ``90s``, ``15m``, ``1h30m``, ``2d``) in seconds, more than none."""
    total = 0.0
    if value.isascii() and re.fullmatch(_DURATION, value):
        total = sum(float(number) * _UNITS[unit or "s"] for number, unit in re.findall(_PART, value))
    if not total:
        raise DipError(f'{option} is a duration like 90s, 15m or 1h30m, not "{value}"')
    return total
