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


Row = tuple[tuple[int, float], ...]


class ThemeModel:
    """Weights of words, looked up by stem."""

    __slots__ = ("_by_word", "_lines", "themes")

    def __init__(self, themes: Sequence[Theme], lines: SortedLines) -> None:
        self.themes = tuple(themes)
        self._lines = lines
        self._by_word: dict[str, dict[str, tuple[str, Row | None]]] = {"": {}, "T:": {}}

    def of_word(self, word: str, prefix: str) -> tuple[str, Row | None]:
        """(feature, its weights or None) of a word; ``prefix`` is ``T:`` for words of the title."""
        known = self._by_word[prefix].get(word)
        if known is None:
            feature = prefix + light_stem(word)
            known = self._by_word[prefix][word] = (feature, self._weights(feature))
        return known

    def _weights(self, feature: str) -> "Row | None":
        for line in self._lines.starting(feature):
            cells = line.split("\t")[1]
            if cells == "-":
                return ()
            return tuple((int(a), int(b) / 100) for a, b in (c.split(":") for c in cells.split(",")))
        return None


def features_of(body: Iterable[str], title: Iterable[str]) -> list[str]:
    """Features of an article: stems of its words once each, those of the title once more."""
    words = dict.fromkeys(light_stem(w) for w in body)
    titled = dict.fromkeys("T:" + light_stem(w) for w in title)
    return [*words, *titled]


def score(body: Iterable[str], title: Iterable[str], model: ThemeModel) -> list[float]:
    """A logit for each theme of the model, from the words of the article and of its title."""
    rows = {**_rows(body, "", model), **_rows(title, "T:", model)}
    totals, scale = _totals(rows, model)
    return [t.bias + total * scale for t, total in zip(model.themes, totals, strict=True)]


def _rows(words: Iterable[str], prefix: str, model: ThemeModel) -> dict[str, Row]:
    """Weights of the features that the model knows, by feature, each once."""
    out: dict[str, Row] = {}
    for word in dict.fromkeys(words):
        feature, row = model.of_word(word, prefix)
        if row is not None:
            out[feature] = row
    return out


def _totals(rows: dict[str, Row], model: ThemeModel) -> tuple[list[float], float]:
    totals = [0.0] * len(model.themes)
    for row in rows.values():
        for theme, weight in row:
            totals[theme] += weight
    return totals, 1 / math.sqrt(len(rows)) if rows else 0.0


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
    totals, scale = _totals(_rows(words, "", model), model)
    ranked = []
    for n, t in enumerate(model.themes):
        own = totals[n] * scale
        if own <= _STATEMENT_MARGIN:
            continue
        margin = own + t.bias + (article[n] - t.threshold) - t.threshold
        if margin > 0:
            ranked.append((margin, n))
    ranked.sort(key=lambda x: (-x[0], x[1]))
    return [n for _, n in ranked[:_MOST_OF_A_STATEMENT]]
