"""Themes of an article and of its statements: a linear classifier over words, its weights shipped as data."""

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dipcli.rules.match import SortedLines
from dipcli.text.stem import light_stem

MOST_MAIN = 5
_STATEMENT_MARGIN = 1.2
_MOST_OF_A_STATEMENT = 2


class Theme(NamedTuple):
    """A theme as data: bias and threshold of the classifier in logits, labels and IPTC code."""

    id: str
    bias: float
    threshold: float
    ar: str
    en: str
    medtop: str | None


class ThemeModel:
    """Weights of words, looked up by stem."""

    __slots__ = ("_known", "_lines", "themes")

    def __init__(self, themes: Sequence[Theme], lines: SortedLines) -> None:
        self.themes = tuple(themes)
        self._lines = lines
        self._known: dict[str, tuple[tuple[int, float], ...] | None] = {}

    def weights(self, feature: str) -> tuple[tuple[int, float], ...] | None:
        """(theme number, weight) pairs of a feature; None when it is none."""
        if feature in self._known:
            return self._known[feature]
        found = None
        for line in self._lines.starting(feature):
            cells = line.split("\t")[1]
            found = (
                ()
                if cells == "-"
                else tuple((int(a), int(b) / 100) for a, b in (c.split(":") for c in cells.split(",")))
            )
            break
        self._known[feature] = found
        return found


def features_of(body: Iterable[str], title: Iterable[str]) -> list[str]:
    """Features of an article: stems of its words once each, those of the title once more."""
    words = dict.fromkeys(light_stem(w) for w in body)
    titled = dict.fromkeys("T:" + light_stem(w) for w in title)
    return [*words, *titled]


def score(features: Iterable[str], model: ThemeModel) -> list[float]:
    """A logit for each theme of the model."""
    totals = [0.0] * len(model.themes)
    count = 0
    for f in features:
        row = model.weights(f)
        if row is None:
            continue
        count += 1
        for theme, weight in row:
            totals[theme] += weight
    scale = 1 / math.sqrt(count) if count else 0.0
    return [t.bias + total * scale for t, total in zip(model.themes, totals, strict=True)]


def probability(logit: float) -> float:
    """0 to 1, rounded for the report."""
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, logit)))), 3)


def main_themes(logits: Sequence[float], model: ThemeModel) -> list[int]:
    """Numbers of the themes that a good index would list: over their threshold, best first, at most five."""
    over = [
        (logit - t.threshold, n)
        for n, (logit, t) in enumerate(zip(logits, model.themes, strict=True))
        if logit >= t.threshold
    ]
    return [n for _, n in sorted(over, key=lambda x: (-x[0], x[1]))[:MOST_MAIN]]


def statement_themes(words: Iterable[str], article: Sequence[float], model: ThemeModel) -> list[int]:
    """At most two themes of one statement: its own words, with the article's leaning as prior."""
    totals = [0.0] * len(model.themes)
    count = 0
    for f in dict.fromkeys(light_stem(w) for w in words):
        row = model.weights(f)
        if row is not None:
            count += 1
            for theme, weight in row:
                totals[theme] += weight
    if not count:
        return []
    scale = 1 / math.sqrt(count)
    ranked = []
    for n, t in enumerate(model.themes):
        own = totals[n] * scale
        margin = own + t.bias + (article[n] - t.threshold) - t.threshold
        if own > _STATEMENT_MARGIN and margin > 0:
            ranked.append((margin, n))
    ranked.sort(key=lambda x: (-x[0], x[1]))
    return [n for _, n in ranked[:_MOST_OF_A_STATEMENT]]
