"""Trains how sure a statement is, and writes the weights as data.

    python tools/train_confidence.py            (reads DIP_SHARED, else ../shared)
    python tools/train_confidence.py --measure  (figures only)

Logistic regression over the terms of ``dipcli/stages/confidence.py``, with a penalty on the square of the weights. A
sample is a statement of a report on an annotated article; it is right where it counts in who-said: content paired at
half of its words, source and status right. A term has a weight when at least 8 statements of at least 3 outlets have
it. The penalty was chosen on folds that hold whole outlets out. Plain Python, the same bytes at every run.
"""

import json
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]
from annotated import compared, shared_articles  # noqa: E402

from dipcli.evaluation.annotations import annotated_names  # noqa: E402
from dipcli.rules.load import Rules, load_rules  # noqa: E402
from dipcli.stages.confidence import RULE, ConfidenceModel  # noqa: E402
from dipcli.stages.statements import Sure  # noqa: E402

DATA = ROOT / "dipcli/rules/data/confidence.tsv"
MIN_STATEMENTS, MIN_OUTLETS = 8, 3
PENALTY = 3.0
SURE = 0.9
ALWAYS = ("sieve", "opener", "act", "persons", "length")  # groups of which every statement has a term
_SWEEPS, _STILL = 400, 1e-5
HEAD = """\
# Confidence: a logistic function of these terms (dipcli/stages/confidence.py), trained by tools/train_confidence.py on
# {statements:,} statements that dip reports in {articles} annotated articles of {outlets} outlets, November 2026. The annotators are
# language models under one guideline (docs/accuracy.md). A term has a weight when at least {least} statements of at least
# {few} outlets have it. Columns: term, weight in logits, statements that have it, of which right in who-said (%).
"""


class Sample(NamedTuple):
    """A statement of a report: its terms, whether it is right, the article and the outlet that it is of."""

    terms: tuple[str, ...]
    right: bool
    article: str
    outlet: str


class Weights(NamedTuple):
    """Bias and weights in logits."""

    bias: float
    terms: dict[str, float]


class Recorder(ConfidenceModel):
    """Notes the terms of every statement and is sure of none."""

    __slots__ = ("seen",)

    def __init__(self) -> None:
        super().__init__(0.0, {})
        self.seen: list[tuple[str, ...]] = []

    def sure(self, terms: Sequence[str]) -> Sure:
        self.seen.append(tuple(terms))
        return Sure(0.5)


def samples_of(folder: Path, rules: Rules) -> list[Sample]:
    """All statements of the reports on the annotated articles."""
    names = annotated_names(folder)
    kept, recorder = rules.cache.get(RULE), Recorder()
    rules.cache[RULE] = recorder
    made = []
    for name, outlet, comparison in zip(names, outlets_of(folder, names), compared(folder, rules), strict=True):
        made += [Sample(t, r, name, outlet) for t, r in zip(recorder.seen, comparison.right, strict=True)]
        recorder.seen = []
    if kept is None:
        del rules.cache[RULE]
    else:
        rules.cache[RULE] = kept
    return made


def outlets_of(folder: Path, names: Iterable[str]) -> list[str]:
    """The outlet of each annotated article, by the folder's manifest; ``own`` for those that it does not have."""
    manifest = [json.loads(x) for x in (folder / "manifest.jsonl").read_text(encoding="utf-8").splitlines()]
    outlets = {r["id"]: r["outlet"] for r in manifest}
    return [outlets.get(name, "own") for name in names]


def known_terms(samples: Sequence[Sample]) -> list[str]:
    """The terms that are frequent enough, sorted."""
    count: Counter[str] = Counter()
    outlets: dict[str, set[str]] = defaultdict(set)
    for s in samples:
        count.update(s.terms)
        for term in s.terms:
            outlets[term].add(s.outlet)
    return sorted(t for t, n in count.items() if n >= MIN_STATEMENTS and len(outlets[t]) >= MIN_OUTLETS)


def fit(samples: Sequence[Sample], start: Weights | None = None) -> Weights:
    """The weights that make the samples likeliest, less the penalty; Newton steps one weight at a time."""
    rows: dict[str, list[int]] = {t: [] for t in known_terms(samples)}
    for n, s in enumerate(samples):
        for t in s.terms:
            if t in rows:
                rows[t].append(n)
    begin = start or Weights(0.0, {})
    bias, weights = begin.bias, {t: begin.terms.get(t, 0.0) for t in rows}
    logits = [bias] * len(samples)
    for t, those in rows.items():
        for n in those:
            logits[n] += weights[t]
    right = [float(s.right) for s in samples]
    everything = list(range(len(samples)))
    for _ in range(_SWEEPS):
        step = _newton(logits, right, everything, 0.0, 0.0)
        bias += step
        most = abs(step)
        for t, those in rows.items():
            step = _newton(logits, right, those, weights[t], PENALTY)
            weights[t] += step
            most = max(most, abs(step))
        if most < _STILL:
            break
    return _centred(bias, weights, rows, len(samples))


def _newton(logits: list[float], right: list[float], rows: list[int], weight: float, penalty: float) -> float:
    """One Newton step of one weight, taken over into the logits of its rows."""
    exp = math.exp
    slope, bend = penalty * weight, penalty + 1e-9
    for n in rows:
        p = 1 / (1 + exp(-logits[n]))
        slope += p - right[n]
        bend += p * (1 - p)
    step = -slope / bend
    for n in rows:
        logits[n] += step
    return step


def _centred(bias: float, weights: dict[str, float], rows: dict[str, list[int]], samples: int) -> Weights:
    """Of a group that every statement has a term of, the mean goes into the bias: a weight says more or less than others."""
    for group in ALWAYS:
        own = [t for t in weights if t.startswith(f"{group}.")]
        mean = sum(weights[t] * len(rows[t]) for t in own) / samples
        bias += mean
        for t in own:
            weights[t] -= mean
    return Weights(bias, weights)


def held_out(samples: Sequence[Sample], fold_of: Callable[[Sample], str | int]) -> list[float]:
    """For each sample the confidence from weights that were made without its fold."""
    whole = fit(samples)
    made: dict[str | int, ConfidenceModel] = {}
    for fold in sorted({fold_of(s) for s in samples}, key=str):
        made[fold] = ConfidenceModel(*fit([s for s in samples if fold_of(s) != fold], whole))
    return [made[fold_of(s)].sure(s.terms).value for s in samples]


def halves(outlets: Collection[str], sizes: Counter[str]) -> dict[str, int]:
    """Outlets in two halves of about one size: the largest first, each to the smaller half."""
    load, half = [0, 0], {}
    for outlet in sorted(outlets, key=lambda o: (-sizes[o], o)):
        half[outlet] = load.index(min(load))
        load[half[outlet]] += sizes[outlet]
    return half


def sure_ones(samples: Sequence[Sample], confidence: Sequence[float], least: float = SURE) -> tuple[int, int]:
    """How many statements are at least so sure, and how many of them are right."""
    those = [s.right for s, p in zip(samples, confidence, strict=True) if p >= least]
    return len(those), sum(those)


def text_of(samples: Sequence[Sample], weights: Weights) -> str:
    """The file of the weights."""
    lines = [
        HEAD.format(
            statements=len(samples), articles=len({s.article for s in samples}),
            outlets=len({s.outlet for s in samples}), least=MIN_STATEMENTS, few=MIN_OUTLETS,
        )
        + f"bias\t{weights.bias:.2f}\t{len(samples)}\t{_percent(samples)}"
    ]  # fmt: skip
    for term, weight in weights.terms.items():
        those = [s for s in samples if term in s.terms]
        lines.append(f"{term}\t{weight:.2f}\t{len(those)}\t{_percent(those)}")
    return "\n".join(lines) + "\n"


def _percent(samples: Sequence[Sample]) -> str:
    return f"{100 * sum(s.right for s in samples) / len(samples):.0f}"


def main() -> int:
    """Measure on held-out outlets, then write."""
    folder = shared_articles()
    samples = samples_of(folder, load_rules())
    confidence = held_out(samples, lambda s: s.outlet)
    n, right = sure_ones(samples, confidence)
    print(
        f"{len(samples)} statements; held out by outlet {n} are at least {SURE} sure, {100 * right / n:.1f} % of them right"
    )
    if "--measure" not in sys.argv:
        DATA.write_text(text_of(samples, fit(samples)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
