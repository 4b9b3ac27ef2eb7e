"""Measures on the annotated articles: the tables of docs/accuracy.md and the floors of tests/gate.toml.

``python tools/accuracy.py`` prints the tables. ``--write`` puts them between their marks in docs/accuracy.md and lifts
the floors to just under what was reached; a floor goes down by hand only, and the commit says why. Needs the shared
annotated articles: DIP_SHARED, else ../shared.
"""

import math
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]
from annotated import compared, shared_articles  # noqa: E402
from train_confidence import SURE, Sample, halves, held_out, outlets_of, samples_of, sure_ones  # noqa: E402

from dipcli.evaluation.annotations import annotated_names  # noqa: E402
from dipcli.evaluation.comparison import Comparison  # noqa: E402
from dipcli.evaluation.figures import Figure, figures  # noqa: E402
from dipcli.evaluation.mistakes import Mistake  # noqa: E402
from dipcli.rules.load import Rules, load_rules  # noqa: E402
from dipcli.views.score import figure_words, percent  # noqa: E402

DOCS, GATE, OWN = ROOT / "docs/accuracy.md", ROOT / "tests/gate.toml", ROOT / "tests/gold/dev"

GATE_HEAD = """# Floors of the accuracy gate (tests/test_accuracy.py), just under what was reached: half a point to a point.
# "python tools/accuracy.py --write" lifts them. A floor goes down by hand only, and the commit says why.
# sha256: of the texts and annotations, so that a figure always says on what it was measured.
"""


class Measured(NamedTuple):
    """One set of annotated articles, read with one set of rules."""

    comparisons: list[Comparison]
    figures: list[Figure]


def measure(folder: Path, rules: Rules, *, intervals: bool = True) -> Measured:
    """Read every annotated article and lay its report beside the annotation."""
    made = list(compared(folder, rules))
    return Measured(made, figures([c.tally for c in made], intervals=intervals))


# -- tables ------------------------------------------------------------------------------------------------------------


def figure_table(rules: Rules, whole: Measured, without: Measured, own: Measured) -> str:
    """Every figure on the three measurements."""
    head = f"{len(whole.comparisons)} articles"
    lines = [
        f"Rules {rules.version}, SHA-256 `{rules.sha256[:12]}…`.",
        "",
        f"| figure | name in rows | {head} | 95 % | {head} `--without people` | {len(own.comparisons)} articles of the project | 95 % |",
        "|---|---|--:|--:|--:|--:|--:|",
    ]
    for a, b, c in zip(whole.figures, without.figures, own.figures, strict=True):
        words = figure_words(a.name, "en").strip()
        cells = (words, f"`{a.name}`", percent(a.value), between(a), percent(b.value), percent(c.value), between(c))
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def between(f: Figure) -> str:
    """The interval of a figure."""
    return f"{percent(f.low)}–{percent(f.high)}"


def mistake_table(whole: Measured) -> str:
    """The mistakes that remain, by their kind."""
    mistakes = [m for c in whole.comparisons for m in c.mistakes]
    statements = next(f for f in whole.figures if f.name == "recall@.5")
    lines = [
        f"In {len(whole.comparisons)} articles, {statements.annotated:,} annotated statements, of which "
        f"{statements.right:,} are found:",
        "",
        "| what is wrong | how often | of which |",
        "|---|--:|---|",
    ]
    lines += [_line(words, [m for m in mistakes if m.kind in kinds], parts) for words, kinds, parts in CLASSES]
    return "\n".join(lines)


Split = Callable[[Mistake], str]


def _frame(m: Mistake) -> str:
    return "noun phrase" if m.frame == "np" else "clause"


def _form(m: Mistake) -> str:
    return f"{m.form} speech"


def _cue(m: Mistake) -> str:
    return "with a cue" if m.cue else "quotation without a cue"


def _subject(m: Mistake) -> str:
    return "source is written" if m.subject else "source is not written"


def _source(m: Mistake) -> str:
    if not m.reported:
        return "none named"
    causes = {"entity_split": "the right one under two ids", "entity_missed": "the right one not in the report"}
    return causes.get(m.cause or "", "another one")


def _addressee(m: Mistake) -> str:
    if not m.reported:
        return "missing, its message too" if m.cause else "missing"
    return "another" if m.annotated else "nobody is addressed"


def _message(m: Mistake) -> str:
    return (m.annotated or m.reported)[0]


def _side(m: Mistake) -> str:
    return "a side not in the report" if m.cause else "both sides there"


def _country(m: Mistake) -> str:
    return "none named" if not m.reported else "another"


CLASSES: tuple[tuple[str, tuple[str, ...], tuple[Split, ...]], ...] = (
    ("statement missed", ("statement_missed",), (_frame, _form, _cue)),
    ("reported, and no statement", ("statement_extra",), (_frame, _form)),
    ("found, wrong source", ("source",), (_subject, _source)),
    ("found, wrong status", ("status",), ()),
    ("found and right source, wrong addressee", ("addressee",), (_addressee,)),
    ("message missed", ("message_missed",), (_message, _side)),
    ("reported, and no message", ("message_extra",), (_message,)),
    ("person with an office missed", ("leader_missed",), ()),
    ("reported, and no person with an office", ("leader_extra",), ()),
    ("wrong office", ("office",), ()),
    ("wrong country", ("country",), (_country,)),
    ("main theme missed", ("theme_missed",), ()),
    ("reported, and no main theme", ("theme_extra",), ()),
)


def _line(words: str, mistakes: list[Mistake], splits: Iterable[Split]) -> str:
    parts = (", ".join(f"{part} {n:,}" for part, n in Counter(map(s, mistakes)).most_common()) for s in splits)
    return f"| {words} | {len(mistakes):,} | {'; '.join(parts)} |"


LEAST_SURE = (0.95, SURE, 0.8, 0.7, 0.5, 0.0)


def reliability_table(samples: list[Sample], half: dict[str, int]) -> str:
    """How many statements are at least so sure, and how many of them are right, weights made without their outlet."""
    by_outlet = held_out(samples, lambda s: s.outlet)
    by_half = held_out(samples, lambda s: half[s.outlet])
    outlets = len(half)
    lines = [
        f"{len(samples):,} statements of {outlets} outlets, each judged with weights that were made without its outlet:",
        "",
        "| confidence | statements | of all, % | right, % | 95 % | right between this row and the one above, % |",
        "|---|--:|--:|--:|--:|--:|",
    ]
    above, right_above = 0, 0
    for least in LEAST_SURE:
        n, right = sure_ones(samples, by_outlet, least)
        within = percent((right - right_above) / (n - above)) if n > above else "—"
        low, high = wilson(right, n)
        cells = (f"{n:,}", percent(n / len(samples)), percent(right / n if n else None))
        lines.append(f"| ≥ {least:.2f} | {' | '.join(cells)} | {percent(low)}–{percent(high)} | {within} |")
        above, right_above = n, right
    lines += ["", "Weights made on one half of the outlets, looked at on the other:", ""]
    lines += ["| looked at | statements | ≥ 0.90, % of all | of which right, % |", "|---|--:|--:|--:|"]
    for number in (0, 1):
        own = [(s, p) for s, p in zip(samples, by_half, strict=True) if half[s.outlet] == number]
        n, right = sure_ones([s for s, _ in own], [p for _, p in own])
        name = f"half {number + 1} ({sum(h == number for h in half.values())} outlets)"
        lines.append(f"| {name} | {len(own):,} | {percent(n / len(own))} | {percent(right / n if n else None)} |")
    return "\n".join(lines)


HALVED = ("statement@.5", "statement@.8", "who-said", "who-whom", "addressee", "message", "entity", "leader", "theme")


def halves_table(outlets: list[str], whole: Measured, half: dict[str, int]) -> str:
    """Figures on either half of the outlets; ``outlets`` are those of the articles, in their order."""
    made = []
    for number in (0, 1):
        own = [c.tally for c, outlet in zip(whole.comparisons, outlets, strict=True) if half.get(outlet, 0) == number]
        made.append((len(own), {f.name: f.value for f in figures(own, intervals=False)}))
    heads = (f"half {n} ({size} articles)" for n, (size, _) in enumerate(made, 1))
    lines = [f"| figure | {' | '.join(heads)} |", "|---|--:|--:|"]
    for name in HALVED:
        cells = (figure_words(name, "en").strip(), *(percent(values[name]) for _, values in made))
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def wilson(right: int, n: int) -> tuple[float | None, float | None]:
    """95 % interval of a share (Wilson 1927)."""
    if not n:
        return None, None
    z, p = 1.96, right / n
    middle, spread = p + z * z / (2 * n), z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return (middle - spread) / (1 + z * z / n), (middle + spread) / (1 + z * z / n)


# -- writing -----------------------------------------------------------------------------------------------------------


def between_marks(text: str, name: str, body: str) -> str:
    """The text with what stands between the marks ``<!-- NAME -->`` and ``<!-- end -->`` replaced; once."""
    pattern = re.compile(rf"(<!-- {name} -->\n).*?(<!-- end -->)", re.DOTALL)
    made, times = pattern.subn(lambda m: f"{m[1]}{body}\n{m[2]}", text)
    if times != 1:
        raise SystemExit(f"the marks of {name} stand {times} times in {DOCS.name}, not once")
    return made


def lifted(floors: dict[str, float], reached: list[Figure]) -> dict[str, float]:
    """Floors half a point to a point under what was reached, none lower than before."""
    return {f.name: max(floors.get(f.name, 0.0), floor_under(f.value or 0.0)) for f in reached}


def floor_under(value: float) -> float:
    """The nearest half point that lies half a point or more under the value."""
    return max(0.0, math.floor(value * 200 - 1 + 1e-9) / 200)


def gate_text(gate: dict[str, dict[str, object]]) -> str:
    """tests/gate.toml."""
    parts = [GATE_HEAD]
    for name, one in gate.items():
        floors: dict[str, float] = one["floors"]  # type: ignore[assignment]
        lines = [f'"{figure}" = {floor:.3f}' for figure, floor in floors.items()]
        parts.append("\n".join([f"[{name}]", f'sha256 = "{one["sha256"]}"', f"[{name}.floors]", *lines]) + "\n")
    return "\n".join(parts)


def main() -> int:
    """Measure, then print or write."""
    shared = shared_articles(f" (dip score {OWN} works without)")
    rules = load_rules()
    whole, own = measure(shared, rules), measure(OWN, rules)
    samples = samples_of(shared, rules)
    half = halves({s.outlet for s in samples}, Counter(s.outlet for s in samples))
    tables = {
        "figures": figure_table(rules, whole, measure(shared, load_rules(without=("people",))), own),
        "mistakes": mistake_table(whole),
        "reliability": reliability_table(samples, half),
        "halves": halves_table(outlets_of(shared, annotated_names(shared)), whole, half),
    }
    if "--write" not in sys.argv:
        sys.stdout.write("\n\n".join(tables.values()) + "\n")
        return 0
    text = DOCS.read_text(encoding="utf-8")
    for name, body in tables.items():
        text = between_marks(text, name, body)
    DOCS.write_text(text, encoding="utf-8")
    gate = tomllib.loads(GATE.read_text(encoding="utf-8"))
    for name, one in (("own", own), ("whole", whole)):
        gate[name]["floors"] = lifted(gate[name]["floors"], one.figures)
    GATE.write_text(gate_text(gate), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
