"""Themes of an article and of its statements: a linear classifier over words, its weights shipped as data.

A feature is a stem (``سلام``), a pair of neighbouring stems (``اتفاق_نووي``), a stem of the headline (``T:``) or of the
opening words (``L:``). Its value is (1 + ln count) times its rarity; the vector of an article has length one. What one
line of the data says of a stem is read when the stem is first met and kept in the model, so that only words that
are features cost time. The weights of all themes of a feature stand side by side in one integer: adding up an
article is one multiplication and one addition of integers a feature.
"""

import itertools
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from dipcli.records import Record
from dipcli.rules.lines import SortedLines
from dipcli.rules.match import WordInfo
from dipcli.rules.stems import NO_ROW, Stem
from dipcli.text.stem import light_stem

MOST_MAIN: Final = 5
LEAD_WORDS: Final = 40  # how many words after the headline count once more as opening words; chosen on held-out outlets
MOST_OF_A_STATEMENT: Final = 2

# A statement has some 26 words, too few for the classifier alone. These were set by reading the themes of 300 statements
# of the unannotated articles, not by a figure.
_EVIDENCE: Final = 2.0  # logits that one word of the theme's own word list is worth
_OWN_SHARE: Final = 0.5
_ARTICLE_SHARE: Final = 0.5
_LEAST_OF_A_STATEMENT: Final = 0.0

_ENDINGS: Final = ("ها", "ان", "ات", "ون", "ين", "يه", "يا", "ه", "ي")

# A lane of the packed integer holds one theme: wide enough for 2 ** 13 features of weight 2 ** 15 and count factor 2 ** 7.
# Behind the last theme's lane stands the square of the rarity: what is added up of a row is fetched once.
_LANE: Final = 40
_LANE_MASK: Final = (1 << _LANE) - 1
_OFFSET: Final = 1 << 14  # makes every weight positive
_STEP: Final = 16  # count factors are sixteenths
_COUNT_FACTOR: Final = [0, *(round(_STEP * (1 + math.log(n))) for n in range(1, 65))]
_MOST_COUNTED: Final = len(_COUNT_FACTOR) - 1


class Theme(Record):
    """A theme as data: bias and threshold of the classifier in logits, labels and IPTC code."""

    id: str
    bias: float
    threshold: float
    ar: str
    en: str
    medtop: str | None


# Stems that are no feature, and tokens that are no words: they take part in no pair.
_NO_FEATURE: Final = Stem("")
_NO_WORD: Final = Stem("")


class ThemeModel:
    """The themes, and what the data says of words, looked up by stem and kept with the word."""

    __slots__ = ("_lines", "_packed", "_square_at", "_stems", "_zero", "biases", "themes", "thresholds")

    def __init__(self, themes: Sequence[Theme], lines: SortedLines) -> None:
        self.themes = tuple(themes)
        self.biases = [t.bias for t in themes]
        self.thresholds = [t.threshold for t in themes]
        self._lines = lines
        self._stems: dict[str, Stem] = {}
        self._packed: list[int] = []
        self._square_at = _LANE * len(self.themes)
        self._zero = sum(_OFFSET << _LANE * n for n in range(len(self.themes)))

    def stems(self, words: Iterable[WordInfo]) -> list[Stem]:
        """What is known of each token, punctuation marks included."""
        return [info.theme or self._stem_of(info) for info in words]

    def title_row(self, stem: Stem) -> int:
        """Number of the row of the stem in a headline."""
        if isinstance(stem.title, str):
            stem.title = self._row(stem.title)
        return stem.title

    def lead_row(self, stem: Stem) -> int:
        """Number of the row of the stem among the opening words."""
        if isinstance(stem.lead, str):
            stem.lead = self._row(stem.lead)
        return stem.lead

    def row_behind(self, stem: Stem, following: str) -> int:
        """Number of the row of the pair ``stem following``, which must be one of ``stem.following``."""
        row = stem.following[following]
        if isinstance(row, str):
            row = stem.following[following] = self._row(row)
        return row

    def stem(self, stem: str) -> Stem:
        """What is known of a stem."""
        found = self._stems.get(stem)
        if found is None and (lines := self._lines.starting(stem)):
            found = self._stems[stem] = self._read(lines[0])
        return _NO_FEATURE if found is None else found

    def _stem_of(self, info: WordInfo) -> Stem:
        if not info.word[0].isalpha():
            info.theme = _NO_WORD
            return _NO_WORD
        info.theme = stem = self.stem(_without_endings(info.term or light_stem(info.word)))
        return stem

    def totals(self, rows: Sequence[int], numbers: Sequence[int]) -> list[float]:
        """For each of these themes the weighted sum of the rows by the length of the vector; zeros without rows."""
        packed, square_at = self._packed, self._square_at
        # Most rows occur once: those are added up without a step of their own. In a statement all do.
        counts: dict[int, int] = {} if len(set(rows)) == len(rows) else Counter(rows)
        once = [row for row, count in counts.items() if count == 1] if counts else rows
        factor = _COUNT_FACTOR[1]
        total, factors = sum(map(packed.__getitem__, once)) * factor, len(once) * factor
        square = (total >> square_at) * factor
        for row, count in counts.items():
            if count > 1:
                factor = _COUNT_FACTOR[count if count < _MOST_COUNTED else _MOST_COUNTED]
                total += packed[row] * factor
                factors += factor
                square += (packed[row] >> square_at) * factor * factor
        if not square:
            return [0.0] * len(numbers)
        shift = _OFFSET * factors
        scale = 1 / math.sqrt(square)
        return [(((total >> _LANE * n) & _LANE_MASK) - shift) * scale for n in numbers]

    def _read(self, line: str) -> Stem:
        name, body, title, lead, following, evidence, evidence_following = (line.split("\t") + [""] * 6)[:7]
        stem = Stem(name)
        stem.body = self._row(body)
        stem.title, stem.lead = title, lead
        if following:
            stem.following = dict(_pairs(following))
        stem.evidence = _numbers(evidence)
        if evidence_following:
            stem.evidence_following = {k: _numbers(v) for k, v in _pairs(evidence_following)}
        return stem

    def _row(self, cells: str) -> int:
        """Number of a new row read from ``rarity theme:weight theme:weight`` (hundredths), -1 for an empty cell."""
        if not cells:
            return -1
        rarity, *weights = cells.split(" ")
        packed = self._zero + (int(rarity) ** 2 << self._square_at)
        for weight in weights:
            theme, _, value = weight.partition(":")
            packed += int(value) << _LANE * int(theme)
        self._packed.append(packed)
        return len(self._packed) - 1


def _pairs(cell: str) -> Iterator[tuple[str, str]]:
    for item in cell.split(";") if cell else ():
        key, _, value = item.partition("=")
        yield key, value


def _numbers(cell: str) -> tuple[int, ...]:
    return tuple(int(x) for x in cell.split(",")) if cell else ()


def theme_stem(word: str) -> str:
    """A folded word without proclitics and endings where three letters are left; coarser than any stem of names."""
    return _without_endings(light_stem(word))


def _without_endings(stem: str) -> str:
    if not stem.endswith(_ENDINGS):
        return stem
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


def words_of(stems: Iterable[Stem]) -> list[Stem]:
    """The stems without those of punctuation marks and figures."""
    return [s for s in stems if s is not _NO_WORD]


def score(body: Sequence[Stem], title: Sequence[Stem], model: ThemeModel) -> list[float]:
    """A calibrated logit for each theme of the model.

    ``body`` holds all words of the article, those of the headline first; ``title`` the headline's once more.
    """
    lead = body[len(title) : len(title) + LEAD_WORDS]
    more = [*map(model.title_row, title), *map(model.lead_row, lead)]
    rows = _rows(body, model) + [row for row in more if row != NO_ROW]
    totals = model.totals(rows, range(len(model.themes)))
    return [bias + total for bias, total in zip(model.biases, totals, strict=True)]


def _rows(stems: Sequence[Stem], model: ThemeModel) -> list[int]:
    """Numbers of the rows of the words and of the pairs of words, as often as they occur."""
    rows = [row for stem in stems if (row := stem.body) != NO_ROW]
    for before, stem in itertools.pairwise(stems):
        if before.following and stem.stem in before.following:
            row = model.row_behind(before, stem.stem)
            if row != NO_ROW:
                rows.append(row)
    return rows


def probability(logit: float) -> float:
    """0 to 1, rounded for the report."""
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, logit)))), 3)


def likely_themes(logits: Sequence[float], model: ThemeModel) -> list[int]:
    """Numbers of the themes over their threshold."""
    return [n for n, (logit, least) in enumerate(zip(logits, model.thresholds, strict=True)) if logit >= least]


def main_themes(logits: Sequence[float], likely: Sequence[int], model: ThemeModel) -> list[int]:
    """Numbers of the themes that a good index would list: the likely ones, best first, at most five."""
    return sorted(likely, key=lambda n: (model.thresholds[n] - logits[n], n))[:MOST_MAIN]


def statement_themes(
    stems: Sequence[Stem], article: Sequence[float], likely: Sequence[int], model: ThemeModel
) -> list[int]:
    """Numbers of at most two themes of one statement, best first.

    Words of a theme's own list speak for it; the classifier on the statement's words and the article's logits weigh
    in. A theme without such a word is given only where it is likely for the article and the classifier agrees.
    """
    hits = _evidence(stems)
    possible = sorted({*likely, *hits})
    if not possible:
        return []
    ranked = []
    for n, own in zip(possible, model.totals(_rows(stems, model), possible), strict=True):
        bias, least = model.biases[n], model.thresholds[n]
        if n not in hits and own + bias < least:
            continue
        value = (
            _EVIDENCE * min(hits.get(n, 0), 2)
            + _OWN_SHARE * (own + bias - least)
            + _ARTICLE_SHARE * (article[n] - least)
        )
        if value > _LEAST_OF_A_STATEMENT:
            ranked.append((-value, n))
    return [n for _, n in sorted(ranked)[:MOST_OF_A_STATEMENT]]


def _evidence(stems: Sequence[Stem]) -> dict[int, int]:
    """How many words or pairs of the themes' own lists the stems hold, by theme; each counts once."""
    found: dict[tuple[str, str], tuple[int, ...]] = {}
    before = _NO_FEATURE
    for stem in stems:
        if stem.evidence:
            found[stem.stem, ""] = stem.evidence
        if before.evidence_following and stem.stem in before.evidence_following:
            found[before.stem, stem.stem] = before.evidence_following[stem.stem]
        before = stem
    hits: dict[int, int] = {}
    for themes in found.values():
        for n in themes:
            hits[n] = hits.get(n, 0) + 1
    return hits
