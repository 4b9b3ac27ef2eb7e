"""Statements of two sides paired one to one, the most alike first."""

from dipcli.evaluation.words import overlap
from dipcli.records import Record

HALF, MOST = 0.5, 0.8
"""From which overlap of their words on two statements are one, and are one with much the same extent."""


class Pair(Record):
    """The reported statement that is paired with an annotated one (its place in the report) and their overlap."""

    reported: int
    overlap: float


def paired(annotated: list[frozenset[int]], reported: list[frozenset[int]]) -> dict[int, Pair]:
    """For the place of each annotated statement that has one its partner; both sides are given as sets of words."""
    alike = [
        (-overlap(own, other), n, m)
        for n, own in enumerate(annotated)
        for m, other in enumerate(reported)
        if overlap(own, other) >= HALF
    ]
    pairs: dict[int, Pair] = {}
    taken: set[int] = set()
    for against, n, m in sorted(alike):
        if n not in pairs and m not in taken:
            pairs[n] = Pair(m, -against)
            taken.add(m)
    return pairs
