"""Visual order: rules L2 to L4 of UAX #9."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from .columns import clusters, has_clusters
from .ucd import table

_SAME = re.compile(rb"(.)\1*", re.DOTALL)


class LevelRun(NamedTuple):
    """BD7: characters of one level, half-open."""

    start: int
    end: int
    level: int


def level_runs(levels: bytes) -> list[LevelRun]:
    """The runs of equal levels, in logical order."""
    return [LevelRun(m.start(), m.end(), m[1][0]) for m in _SAME.finditer(levels)]


def visual_runs(levels: bytes) -> list[LevelRun]:
    """L2 by runs: from left to right; the characters of a run of an odd level go from its end to its start."""
    runs = level_runs(levels)
    if len(runs) < 2:
        return runs
    odd = [r.level for r in runs if r.level & 1]
    for level in range(max(r.level for r in runs), min(odd, default=1) - 1, -1):
        at = 0
        while at < len(runs):
            end = at
            while end < len(runs) and runs[end].level >= level:
                end += 1
            runs[at:end] = runs[at:end][::-1]
            at = end + 1
    return runs


def visual_order(levels: bytes) -> list[int]:
    """L2: from left to right, the index of each character of a line."""
    order: list[int] = []
    for run in visual_runs(levels):
        own = range(run.start, run.end)
        order.extend(reversed(own) if run.level & 1 else own)
    return order


def mirrored(text: str) -> str:
    """L4: each character that has a mirror replaced by it."""
    return text.translate(table().mirrors) if _any_mirrored().search(text) else text


@cache
def _any_mirrored() -> re.Pattern[str]:
    return re.compile("[" + re.escape("".join(map(chr, table().mirrors))) + "]")


def reversed_clusters(text: str, sources: Sequence[int], kinds: str) -> tuple[str, Sequence[int]]:
    """Grapheme clusters from the last to the first; within one, marks stay after their base (L3).

    :param sources: anything that goes with the characters, one each.
    :param kinds: their kinds (see ``columns``).
    """
    if not has_clusters(kinds):
        return text[::-1], sources[::-1]
    spans = list(clusters(kinds))[::-1]
    return "".join([text[a:z] for a, z in spans]), [at for a, z in spans for at in sources[a:z]]
