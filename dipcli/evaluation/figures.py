"""The figures: what was counted in the articles, added up, as one number each with its interval."""

import random
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from dipcli.records import Record

Measure = Literal["f1", "precision", "recall", "accuracy"]


class Count(Record):
    """How many are right, of how many that a report has and of how many that the annotation has.

    ``reported`` is 0 for what is asked of the annotation alone (recall, accuracy).
    """

    right: float = 0
    reported: float = 0
    annotated: float = 0


Tally = Mapping[str, Count]
"""What was counted in one article, by the name of the figure."""


class Figure(Record):
    """A figure over articles: ``value`` is 0 to 1, None where there was nothing to judge.

    ``low`` and ``high`` enclose 95 % of the values over resampled articles; None where that was not asked for.
    ``right``, ``reported`` and ``annotated`` are None where the figure is no ratio of counts.
    """

    name: str
    measure: Measure
    value: float | None
    low: float | None
    high: float | None
    right: int | None
    reported: int | None
    annotated: int | None


MEASURES: dict[str, Measure] = {
    "statement@.5": "f1", "statement@.8": "f1", "precision@.5": "precision", "recall@.5": "recall",
    "who-said": "f1", "who-whom": "f1",
    "recall direct+mixed": "recall", "recall indirect": "recall", "recall noun-phrase frame": "recall",
    "source accuracy": "accuracy", "source accuracy, explicit subject": "accuracy",
    "source accuracy, no explicit subject": "recall",
    "cue accuracy": "accuracy", "form accuracy": "accuracy", "frame accuracy": "accuracy",
    "message link accuracy": "accuracy", "addressee": "f1", "message": "f1", "entity": "f1", "leader": "f1",
    "office accuracy": "accuracy", "country accuracy": "accuracy", "theme": "f1",
}  # fmt: skip
"""Every figure and how it is made of its count."""

ENTITY = "entity"
ENTITY_PRECISION, ENTITY_RECALL = "entity precision", "entity recall"
"""B-cubed is the harmonic mean of two averages, which are counted apart."""

COUNTED = (*(name for name in MEASURES if name != ENTITY), ENTITY_PRECISION, ENTITY_RECALL)
"""What is counted in an article."""

_SAMPLES, _SEED, _PART = 400, 1, 40


def figures(tallies: Sequence[Tally], *, intervals: bool = True) -> list[Figure]:
    """All figures over some articles (one or more), micro-averaged: counts are added up before they are divided.

    The intervals are of the percentile bootstrap over articles (Efron 1979), 400 samples, the same at every call.
    """
    table = _Table(tallies)
    everything = range(len(tallies))
    values = table.values(everything)
    sampled = list(_samples(table, len(tallies))) if intervals else []
    made = []
    for name, measure in MEASURES.items():
        low, high = _interval([s[name] for s in sampled])
        right, reported, annotated = (None, None, None) if name == ENTITY else map(int, table.count(name, everything))
        made.append(Figure(name, measure, values[name], low, high, right, reported, annotated))
    return made


class _Table:
    """Counts by column, so that a sample of articles is added up quickly."""

    def __init__(self, tallies: Sequence[Tally]) -> None:
        self._columns = {name: [list(c) for c in zip(*(t[name] for t in tallies), strict=True)] for name in COUNTED}

    def count(self, name: str, articles: Iterable[int]) -> Count:
        """One count over some articles, by their places."""
        articles = list(articles)
        return Count(*(sum(map(column.__getitem__, articles)) for column in self._columns[name]))

    def values(self, articles: Iterable[int]) -> dict[str, float | None]:
        """Every figure's value over some articles."""
        articles = list(articles)
        counts = {name: self.count(name, articles) for name in COUNTED}
        return {
            name: _harmonic(counts[ENTITY_PRECISION], counts[ENTITY_RECALL])
            if name == ENTITY
            else value(measure, counts[name])
            for name, measure in MEASURES.items()
        }


def value(measure: Measure, count: Count) -> float | None:
    """A measure of a count. Nothing found where there is nothing to find is right: F1 1; other measures have no value."""
    if measure == "f1":
        both = count.reported + count.annotated
        return 2 * count.right / both if both else 1.0
    of = count.reported if measure == "precision" else count.annotated
    return count.right / of if of else None


def _harmonic(precision: Count, recall: Count) -> float:
    both = precision.right + recall.right
    return 2 * precision.right * recall.right / (precision.annotated * both) if both else 0.0


def _samples(table: _Table, articles: int) -> Iterable[dict[str, float | None]]:
    chance = random.Random(_SEED)
    places = range(articles)
    for _ in range(_SAMPLES):
        yield table.values([chance.choice(places) for _ in places])


def _interval(values: list[float | None]) -> tuple[float | None, float | None]:
    """The values between which 95 % lie, those of samples without a value left out."""
    known = sorted(v for v in values if v is not None)
    outside = len(known) // _PART
    # Rounded up at the upper end, where the samples are fewer than a round number.
    beyond = -(-len(known) // _PART)
    return (known[outside], known[-beyond - 1]) if known else (None, None)
