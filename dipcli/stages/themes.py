"""Themes of an article and of its statements: a linear classifier over words, its weights shipped as data.

A feature is a stem (``سلام``), a pair of neighbouring stems (``اتفاق_نووي``), a stem of the headline (``T:``) or of the
opening words (``L:``). Its value is (1 + ln count) times its rarity; the vector of an article has length one. What one
line of the data says of a stem is read when the stem is first met and kept in the model, so that only words that
are features cost time. The weights of all themes of a feature stand side by side in one integer: adding up an
article is one multiplication and one addition of integers a feature.
"""

import itertools
import math
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from dipcli.rules.match import SortedLines
from dipcli.text.stem import light_stem

MOST_MAIN = 5
LEAD_WORDS = 40  # how many words after the headline count once more as opening words; chosen on held-out outlets
MOST_OF_A_STATEMENT = 2

# A statement has some 26 words, too few for the classifier alone. These were set by reading the themes of 300 statements
# of the unannotated articles, not by a figure.
_EVIDENCE = 2.0  # logits that one word of the theme's own word list is worth
_OWN_SHARE, _ARTICLE_SHARE = 0.5, 0.5
_LEAST_OF_A_STATEMENT = 0.0

_ENDINGS = ("ها", "ان", "ات", "ون", "ين", "يه", "يا", "ه", "ي")

# A lane of the packed integer holds one theme: wide enough for 2 ** 13 features of weight 2 ** 15 and count factor 2 ** 7.
_LANE = 40
_LANE_MASK = (1 << _LANE) - 1
_OFFSET = 1 << 14  # makes every weight positive
_STEP = 16  # count factors are sixteenths
_COUNT_FACTOR = [0, *(round(_STEP * (1 + math.log(n))) for n in range(1, 65))]
_MOST_COUNTED = len(_COUNT_FACTOR) - 1


class Theme(NamedTuple):
    """A theme as data: bias and threshold of the classifier in logits, labels and IPTC code."""

    id: str
    bias: float
    threshold: float
    ar: str
    en: str
    medtop: str | None


class Stem(NamedTuple):
    """What the data says of one stem. Numbers are rows of the model, -1 for none; ``evidence`` are themes."""

    stem: str
    body: int
    title: int
    lead: int
    following: dict[str, int | str]  # a string is a row that nobody has asked for yet
    evidence: tuple[int, ...]
    evidence_following: dict[str, tuple[int, ...]]


class ThemeModel:
    """The themes, and what the data says of words, looked up by stem and kept by word."""

    __slots__ = ("_lines", "_packed", "_squares", "_stems", "_zero", "known", "themes")

    def __init__(self, themes: Sequence[Theme], lines: SortedLines) -> None:
        self.themes = tuple(themes)
        self.known = _Known(self)
        self._lines = lines
        self._stems: dict[str, Stem | None] = {}
        self._packed: list[int] = []
        self._squares: list[float] = []
        self._zero = sum(_OFFSET << _LANE * n for n in range(len(self.themes)))

    def row_behind(self, stem: Stem, following: str) -> int:
        """Number of the row of the pair ``stem following``; -1 when it is no feature."""
        row = stem.following.get(following, -1)
        if isinstance(row, str):
            row = stem.following[following] = self._row(row)
        return row

    def stem(self, stem: str) -> Stem | None:
        """What is known of a stem; None when no feature has it."""
        if stem not in self._stems:
            lines = self._lines.starting(stem)
            self._stems[stem] = self._read(lines[0]) if lines else None
        return self._stems[stem]

    def totals(self, counts: dict[int, int]) -> list[float]:
        """Per theme the weighted sum of the rows, divided by the length of the vector; all zero without rows."""
        packed, squares = self._packed, self._squares
        total, factors, square = 0, 0, 0.0
        for row, count in counts.items():
            factor = _COUNT_FACTOR[count if count < _MOST_COUNTED else _MOST_COUNTED]
            total += packed[row] * factor
            factors += factor
            square += squares[row] * factor * factor
        if not square:
            return [0.0] * len(self.themes)
        shift = _OFFSET * factors
        scale = 1 / (100 * math.sqrt(square))
        return [(((total >> _LANE * n) & _LANE_MASK) - shift) * scale for n in range(len(self.themes))]

    def _read(self, line: str) -> Stem:
        stem, body, title, lead, following, evidence, evidence_following = (line.split("\t") + [""] * 6)[:7]
        return Stem(
            stem=stem,
            body=self._row(body),
            title=self._row(title),
            lead=self._row(lead),
            following=dict(_pairs(following)) if following else {},
            evidence=_numbers(evidence),
            evidence_following={k: _numbers(v) for k, v in _pairs(evidence_following)},
        )

    def _row(self, cells: str) -> int:
        """Number of a new row read from ``rarity theme:weight theme:weight`` (hundredths), -1 for an empty cell."""
        if not cells:
            return -1
        rarity, *weights = cells.split(" ")
        packed = self._zero
        for weight in weights:
            theme, _, value = weight.partition(":")
            packed += int(value) << _LANE * int(theme)
        self._packed.append(packed)
        self._squares.append((int(rarity) / 100) ** 2)
        return len(self._packed) - 1


class _Known(dict[str, Stem | None]):
    """Folded words with what is known of their stems, filled as they are met."""

    __slots__ = ("_model",)

    def __init__(self, model: ThemeModel) -> None:
        super().__init__()
        self._model = model

    def __missing__(self, word: str) -> Stem | None:
        found = self[word] = self._model.stem(theme_stem(word))
        return found


def _pairs(cell: str) -> Iterator[tuple[str, str]]:
    for item in cell.split(";") if cell else ():
        key, _, value = item.partition("=")
        yield key, value


def _numbers(cell: str) -> tuple[int, ...]:
    return tuple(int(x) for x in cell.split(",")) if cell else ()


def theme_stem(word: str) -> str:
    """A folded word without proclitics and endings where three letters are left; coarser than any stem of names."""
    stem = light_stem(word)
    for ending in _ENDINGS:
        if stem.endswith(ending) and len(stem) - len(ending) >= 3:
            stem = stem[: -len(ending)]
    return stem


def features_of(body: Sequence[str], title: Sequence[str]) -> Iterator[str]:
    """Names of all features of an article, as often as they occur: what the trainer counts.

    ``body`` holds all words, those of the headline first. ``score`` counts the same features that the model has.
    """
    stems = [theme_stem(w) for w in body]
    yield from stems
    yield from (f"{a}_{b}" for a, b in itertools.pairwise(stems))
    yield from (f"T:{theme_stem(w)}" for w in title)
    yield from (f"L:{s}" for s in stems[len(title) : len(title) + LEAD_WORDS])


def score(body: Sequence[str], title: Sequence[str], model: ThemeModel) -> list[float]:
    """A calibrated logit for each theme of the model.

    ``body`` holds all folded words of the article, those of the headline first; ``title`` the headline's once more.
    """
    counts: dict[int, int] = {}
    stems = _count(body, counts, model)
    for word in title:
        stem = model.known[word]
        if stem is not None and stem.title >= 0:
            counts[stem.title] = counts.get(stem.title, 0) + 1
    for stem in stems[len(title) : len(title) + LEAD_WORDS]:
        if stem is not None and stem.lead >= 0:
            counts[stem.lead] = counts.get(stem.lead, 0) + 1
    return [t.bias + total for t, total in zip(model.themes, model.totals(counts), strict=True)]


def _count(words: Iterable[str], counts: dict[int, int], model: ThemeModel) -> list[Stem | None]:
    """Add the words and pairs of words to ``counts``; the words as stems."""
    get = counts.get
    stems = list(map(model.known.__getitem__, words))
    before: Stem | None = None
    for stem in stems:
        if stem is not None:
            row = stem.body
            if row >= 0:
                counts[row] = get(row, 0) + 1
            if before is not None and stem.stem in before.following:
                row = model.row_behind(before, stem.stem)
                counts[row] = get(row, 0) + 1
        before = stem
    return stems


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


def statement_themes(words: Sequence[str], article: Sequence[float], model: ThemeModel) -> list[int]:
    """Numbers of at most two themes of one statement, best first.

    Words of a theme's own list speak for it; the classifier on the statement's words and the article's logits weigh
    in. A theme without such a word is given only where it is a main theme of the article and the classifier agrees.
    """
    counts: dict[int, int] = {}
    stems = _count(words, counts, model)
    hits = _evidence(stems)
    own = model.totals(counts)
    ranked = []
    for n, t in enumerate(model.themes):
        if n not in hits and (article[n] < t.threshold or own[n] + t.bias < t.threshold):
            continue
        value = (
            _EVIDENCE * min(hits.get(n, 0), 2)
            + _OWN_SHARE * (own[n] + t.bias - t.threshold)
            + _ARTICLE_SHARE * (article[n] - t.threshold)
        )
        if value > _LEAST_OF_A_STATEMENT:
            ranked.append((-value, n))
    return [n for _, n in sorted(ranked)[:MOST_OF_A_STATEMENT]]


def _evidence(stems: Sequence[Stem | None]) -> dict[int, int]:
    """How many words or pairs of the themes' own lists the stems hold, by theme; each counts once."""
    found: dict[tuple[str, str], tuple[int, ...]] = {}
    before: Stem | None = None
    for stem in stems:
        if stem is not None:
            if stem.evidence:
                found[stem.stem, ""] = stem.evidence
            if before is not None and stem.stem in before.evidence_following:
                found[before.stem, stem.stem] = before.evidence_following[stem.stem]
        before = stem
    hits: dict[int, int] = {}
    for themes in found.values():
        for n in themes:
            hits[n] = hits.get(n, 0) + 1
    return hits
