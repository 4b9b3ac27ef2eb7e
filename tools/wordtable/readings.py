"""How likely each reading of a spelling is, from nothing but word frequencies and a dictionary's paradigms.

A spelling such as ``كتب`` may be a verb or a noun. Its relatives tell which it mostly is: ``يكتب`` and
``كتبت`` are only verbs, ``الكتب`` and ``بكتب`` only nouns. Expectation maximisation shares the frequency
of each spelling out between its readings; a reading's weight is the share of its lemma times the share of
its shape (proclitic and suffix) among the shapes of its class. Names and function words take part with one
lemma a word, so that a name does not count as the rare noun that it happens to be.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from wordtable.ayaspell import forms
from wordtable.folding import SIGNS, fold

ROUNDS = 12
SHAPE_FLOOR = 1e-7

# Proclitics that a class takes after an optional wa- or fa-.
_NOUN = ("", "ب", "ك", "ل", "ال", "بال", "كال", "لل")
_NAME = ("", "ب", "ك", "ل")
_PRESENT = ("", "س", "ل")
_TAKES = {
    "noun": _NOUN, "past": ("", "ل"), "present": _PRESENT, "imperative": ("",), "particle": ("",),
    "name": _NAME, "function": ("",),
}  # fmt: skip
_ALL = sorted({p for ps in _TAKES.values() for p in ps}, key=len)


class Stem(NamedTuple):
    """A spelling without proclitics in one reading: class, lemma, suffix."""

    kind: str
    lemma: str
    suffix: str


class Reading(NamedTuple):
    """One analysis of a whole spelling; ``before`` is all that precedes the stem."""

    before: str
    stem: Stem
    share: float


def divisions(word: str) -> Iterator[tuple[str, str, str]]:
    """(conjunction, proclitic, rest) for every way to take proclitics off; the rest keeps two letters."""
    for conjunction in ("", "و", "ف"):
        if not word.startswith(conjunction):
            continue
        body = word[len(conjunction) :]
        for proclitic in _ALL:
            if body.startswith(proclitic) and len(body) - len(proclitic) >= 2:
                yield conjunction, proclitic, body[len(proclitic) :]


def stems(directory: Path, wanted: set[str]) -> dict[str, set[Stem]]:
    """The dictionary's stems by folded spelling, for the spellings that are wanted."""
    found: dict[str, set[Stem]] = defaultdict(set)
    for form in forms(directory):
        spelling = fold(form.spelling)
        if spelling in wanted:
            lemma = SIGNS.sub("", form.lemma)
            found[spelling].add(Stem(form.kind, lemma, fold(form.suffix)))
    return found


def _readings_of(word: str, known: dict[str, set[Stem]]) -> list[tuple[str, Stem, tuple[str, ...]]]:
    found: list[tuple[str, Stem, tuple[str, ...]]] = []
    for conjunction, proclitic, rest in divisions(word):
        for stem in sorted(known.get(rest, ())):
            if proclitic in _TAKES[stem.kind]:
                letter = rest[0] if stem.kind == "present" else ""
                shape = (stem.kind, conjunction, proclitic, letter, stem.suffix)
                found.append((conjunction + proclitic, stem, shape))
    return found


def _lemma_key(stem: Stem) -> tuple[str, str]:
    return ("verb" if stem.kind in ("past", "present", "imperative") else stem.kind, stem.lemma)


def share_out(frequency: dict[str, float], known: dict[str, set[Stem]]) -> dict[str, list[Reading]]:
    """The readings of every spelling with their shares of it (they sum to 1), by expectation maximisation."""
    lemmas: dict[tuple[str, str], int] = {}
    shapes: dict[tuple[str, ...], int] = {}
    table: list[tuple[str, float, list[tuple[int, int]], list[tuple[str, Stem]]]] = []
    for word, weight in frequency.items():
        readings = _readings_of(word, known)
        if readings:
            ids = [
                (lemmas.setdefault(_lemma_key(stem), len(lemmas)), shapes.setdefault(shape, len(shapes)))
                for _, stem, shape in readings
            ]
            table.append((word, weight, ids, [(before, stem) for before, stem, _ in readings]))
    class_of = [shape[0] for shape in shapes]
    p_lemma, p_shape = [1.0] * len(lemmas), [1.0] * len(shapes)
    for _ in range(ROUNDS):
        p_lemma, p_shape = _one_round(table, p_lemma, p_shape, class_of)
    return {word: _final(ids, what, p_lemma, p_shape) for word, _, ids, what in table}


def _one_round(
    table: Iterable[tuple[str, float, list[tuple[int, int]], list[tuple[str, Stem]]]],
    p_lemma: list[float],
    p_shape: list[float],
    class_of: list[str],
) -> tuple[list[float], list[float]]:
    lemma_mass, shape_mass = [0.0] * len(p_lemma), [0.0] * len(p_shape)
    for _, weight, ids, _ in table:
        scores = [p_lemma[a] * p_shape[b] for a, b in ids]
        total = sum(scores)
        if total <= 0.0:
            continue
        for (a, b), score in zip(ids, scores, strict=True):
            part = weight * score / total
            lemma_mass[a] += part
            shape_mass[b] += part
    class_mass: dict[str, float] = defaultdict(float)
    for kind, mass in zip(class_of, shape_mass, strict=True):
        class_mass["verb" if kind in ("past", "present", "imperative") else kind] += mass
    shares = [
        mass / (class_mass["verb" if kind in ("past", "present", "imperative") else kind] or 1.0) + SHAPE_FLOOR
        for kind, mass in zip(class_of, shape_mass, strict=True)
    ]
    return lemma_mass, shares


def _final(
    ids: list[tuple[int, int]], what: list[tuple[str, Stem]], p_lemma: list[float], p_shape: list[float]
) -> list[Reading]:
    scores = [p_lemma[a] * p_shape[b] for a, b in ids]
    total = sum(scores) or 1.0
    return [Reading(before, stem, score / total) for (before, stem), score in zip(what, scores, strict=True)]
