"""Trains the theme classifier and writes its weights as data.

    python tools/train_themes.py ../shared            (needs scikit-learn, at training time only)
    python tools/train_themes.py ../shared --measure  (figures only)

One-vs-rest logistic regression over stems, pairs of stems, stems of the headline and of the opening words
(``features_of`` of the stage), tf-idf, rows of length one; for each theme a feature counts as much more as it tells it
from the others (the size of its log-count ratio, after Wang and Manning 2012). Features occur in at least 20 articles of at least 3
outlets. Folds hold whole outlets out. The scores on the folds are calibrated (a logistic function a theme, articles of
the diplomatic genre weighing more) and one threshold is set for the micro F1 on the genre. Articles that stand in
the annotated development set too are left out, as is every second copy of an article.
"""

import collections
import gzip
import json
import math
import pathlib
import sys
import tomllib
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from dipcli.stages.themes import features_of, theme_stem  # noqa: E402
from dipcli.text.fold import fold  # noqa: E402
from dipcli.text.tokens import Tokens  # noqa: E402

MIN_ARTICLES, MIN_OUTLETS = 20, 3
FOLDS = 5
TITLE_WEIGHT = 1.5
COST = 10  # chosen on the folds, as is that all kinds of articles weigh the same
NEWS, GENRE, TARGET = 0, 1, 2  # every kind of news; diplomatic genre; the kind of article that the program is for
CALIBRATION_WEIGHT = (0.2, 1, 3)
FLAT = 0.005  # F1 between which thresholds are told apart by chance alone
SMALLEST = 12  # weights of less than 0.12 are dropped: no loss on the folds, a third of the size
SAME_ALIAS = {"aljazeera.net": "jazeera", "hespress.com": "hespress"}
SHINGLE, COPY = 8, 0.3


class Sample(NamedTuple):
    """One labelled article: its features, counted, its themes, outlet and kind."""

    key: str
    kind: int
    outlet: str
    counts: collections.Counter
    themes: frozenset


def words_of(text: str) -> list[str]:
    return [w for w in Tokens(fold(text).text).words if w[0].isalpha()]


def outlet_of(record: dict) -> str:
    if "outlet" in record:
        return record["outlet"]
    collection, path = record["source"].split("@")[0], record["source_path"].split("/")
    return path[1] if collection.endswith("articles-clustering") else collection


def labelled(path: pathlib.Path) -> dict[str, frozenset]:
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    return {k: frozenset(t for t in v.split(",") if t not in ("", "none")) for k, v in rows if k != "id"}


def raw_articles(shared: pathlib.Path):
    """(key, kind, outlet, title, text), the rarest kind first, so that copies are dropped from the commoner."""
    manifest = {r["id"]: r for r in map(json.loads, (shared / "corpus/manifest.jsonl").open(encoding="utf-8"))}
    for path in sorted((shared / "corpus/articles").glob("*.txt")):
        title, _, text = path.read_text(encoding="utf-8").strip().partition("\n")
        outlet = manifest[path.stem]["outlet"]
        yield path.stem, TARGET, SAME_ALIAS.get(outlet, outlet), title, text
    for name, kind in (("diplomacy", GENRE), ("news", NEWS)):
        with gzip.open(shared / f"corpus/{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for r in map(json.loads, lines):
                yield r["id"], kind, outlet_of(r), r.get("title") or "", r["text"]


def samples(shared: pathlib.Path) -> list[Sample]:
    labels = labelled(shared / "gold/themes.tsv") | labelled(ROOT / "tools/theme_labels.tsv")
    seen: set[int] = set()
    for path in sorted((shared / "gold/dev/texts").glob("*.txt")):
        seen |= shingles(words_of(path.read_text(encoding="utf-8")))
    out = []
    for key, kind, outlet, title, text in raw_articles(shared):
        head, body = words_of(title), words_of(text)
        own = shingles(head + body)
        if key not in labels or len(own & seen) > COPY * len(own):
            continue
        seen |= own
        counts = collections.Counter(features_of(head + body, head))
        out.append(Sample(key, kind, outlet, counts, labels[key]))
    return out


def shingles(words: list[str]) -> set[int]:
    return {hash(tuple(words[i : i + SHINGLE])) for i in range(max(1, len(words) - SHINGLE + 1))}


def vocabulary_of(rows: list[Sample]) -> dict[str, float]:
    """Features with their rarity, those of the headline weighted."""
    articles, outlets = collections.Counter(), collections.defaultdict(set)
    for r in rows:
        articles.update(r.counts.keys())
        for f in r.counts:
            outlets[f].add(r.outlet)
    known = sorted(f for f in articles if articles[f] >= MIN_ARTICLES and len(outlets[f]) >= MIN_OUTLETS)
    weight = {f: TITLE_WEIGHT if f.startswith("T:") else 1 for f in known}
    return {f: max(0.01, round(weight[f] * math.log(len(rows) / articles[f]), 2)) for f in known}


def matrix(rows: list[Sample], vocabulary: dict[str, float]) -> csr_matrix:
    index = {f: i for i, f in enumerate(vocabulary)}
    data, cols, ptr = [], [], [0]
    for r in rows:
        values = {index[f]: (1 + math.log(n)) * vocabulary[f] for f, n in r.counts.items() if f in vocabulary}
        scale = 1 / math.sqrt(sum(v * v for v in values.values()) or 1)
        cols += values
        data += [v * scale for v in values.values()]
        ptr.append(len(cols))
    return csr_matrix((data, cols, ptr), shape=(len(rows), len(index)))


def folds_of(rows: list[Sample]) -> np.ndarray:
    """Whole outlets into folds of about one size."""
    sizes = collections.Counter(r.outlet for r in rows)
    load, fold_of = [0] * FOLDS, {}
    for outlet, n in sorted(sizes.items(), key=lambda x: (-x[1], x[0])):
        fold_of[outlet] = load.index(min(load))
        load[fold_of[outlet]] += n
    return np.array([fold_of[r.outlet] for r in rows])


class Linear(NamedTuple):
    """What scores one theme: a weight for each feature, and a bias."""

    weights: np.ndarray
    bias: float

    def scores(self, X) -> np.ndarray:
        return X @ self.weights + self.bias


def train(X, y) -> Linear:
    telling = ratios(X, y)
    fit = LogisticRegression(C=COST, solver="liblinear", random_state=0, max_iter=200).fit(
        X.multiply(telling).tocsr(), y
    )
    return Linear(fit.coef_[0] * telling, float(fit.intercept_[0]))


def ratios(X, y) -> np.ndarray:
    """How well each feature tells articles with the theme from those without: log-count ratios without sign, one on average."""
    inside, outside = (1 + np.asarray((X[rows] > 0).sum(axis=0)).ravel() for rows in (y, ~y))
    sizes = np.abs(np.log((inside / inside.sum()) / (outside / outside.sum())))
    return sizes / sizes.mean()


def calibrate(scores, Y, weights) -> np.ndarray:
    """Per theme slope and intercept of the logistic function of a score."""
    fits = [LogisticRegression(C=1.0).fit(scores[:, [j]], Y[:, j], sample_weight=weights) for j in range(Y.shape[1])]
    return np.array([(f.coef_[0, 0], f.intercept_[0]) for f in fits])


def micro_f1(predicted, Y) -> float:
    return 2 * (predicted & Y).sum() / max(1, predicted.sum() + Y.sum())


def capped(logits, threshold, most=5) -> np.ndarray:
    """The themes over the threshold, at most five, as the program takes them."""
    rank = (-logits).argsort(axis=1).argsort(axis=1)
    return (logits >= threshold) & (rank < most)


def main() -> None:
    shared = pathlib.Path(next((a for a in sys.argv[1:] if not a.startswith("-")), "../shared"))
    rows = samples(shared)
    vocabulary = vocabulary_of(rows)
    themes = sorted({t for r in rows for t in r.themes})
    kinds = np.array([r.kind for r in rows])
    Y = np.array([[t in r.themes for t in themes] for r in rows])
    X, folds = matrix(rows, vocabulary), folds_of(rows)
    scores = np.zeros(Y.shape)
    for k in range(FOLDS):
        inside = folds != k
        for j in range(len(themes)):
            scores[~inside, j] = train(X[inside], Y[inside, j]).scores(X[~inside])
    trust = np.array(CALIBRATION_WEIGHT)[kinds]
    logits = np.zeros(Y.shape)
    for k in range(FOLDS):  # calibrated on the other folds
        a, b = calibrate(scores[folds != k], Y[folds != k], trust[folds != k]).T
        logits[folds == k] = scores[folds == k] * a + b
    genre = kinds >= GENRE
    steps = [math.log(p / (1 - p)) for p in np.arange(0.15, 0.5, 0.01)]
    reached = [micro_f1(capped(logits[genre], t), Y[genre]) for t in steps]
    # The curve is flat at its top: of the thresholds there, the one that misses the fewest themes.
    threshold = next(t for t, f1 in zip(steps, reached, strict=True) if f1 > max(reached) - FLAT)
    figures = {
        "all": micro_f1(capped(logits, threshold), Y),
        "genre": micro_f1(capped(logits[genre], threshold), Y[genre]),
        "target": micro_f1(capped(logits[kinds == TARGET], threshold), Y[kinds == TARGET]),
    }
    outlets = len({r.outlet for r in rows})
    print(f"{len(rows)} articles, {outlets} outlets, {len(vocabulary)} features; threshold {threshold:.2f}")
    print("F1 held out by outlet:", {k: round(100 * float(v), 1) for k, v in figures.items()})
    if "--measure" in sys.argv:
        return
    slopes = calibrate(scores, Y, trust)
    coefficients, biases = np.zeros((len(themes), len(vocabulary))), []
    for j, (a, b) in enumerate(slopes):
        m = train(X, Y[:, j])
        coefficients[j] = m.weights * a
        biases.append(m.bias * a + b)
    head = [
        f"# Themes: one-vs-rest linear classifiers trained by tools/train_themes.py on {len(rows)} articles of {outlets} outlets,",
        "# each labelled by one reader (a language model under the annotation guidelines), November 2026.",
        f"# Micro F1 on {FOLDS} folds that hold out whole outlets: {100 * figures['all']:.1f} on all news, "
        f"{100 * figures['genre']:.1f} on the diplomatic genre.",
        f"# A feature occurs in at least {MIN_ARTICLES} articles of at least {MIN_OUTLETS} outlets. Lines: !theme, bias, threshold; or",
        "# stem, body, headline, opening, following stems, themes whose word list has it, following stems that it has with it.",
        "# A cell is rarity and theme:weight, in hundredths; themes count from 0 in the order of the ! lines.",
    ]
    head += [f"!{t}\t{100 * b:.0f}\t{100 * threshold:.0f}" for t, b in zip(themes, biases, strict=True)]
    lines = stem_lines(cells_of(vocabulary, coefficients), evidence_of(themes))
    path = ROOT / "dipcli/rules/data/theme_weights.tsv"
    path.write_text("\n".join([*head, *lines]) + "\n", encoding="utf-8")


def cells_of(vocabulary: dict[str, float], coefficients) -> dict[str, str]:
    out = {}
    for i, (feature, rarity) in enumerate(vocabulary.items()):
        weights = np.round(coefficients[:, i] * rarity * 100).astype(int)
        kept = [f"{j}:{w}" for j, w in enumerate(weights) if abs(w) >= SMALLEST]
        out[feature] = " ".join([str(round(100 * rarity)), *kept])
    return out


def evidence_of(themes: list[str]) -> dict[tuple[str, str], list[int]]:
    """(stem, following stem or "") of the themes' word lists, with the numbers of the themes."""
    tables = tomllib.loads((ROOT / "dipcli/rules/data/themes.toml").read_text(encoding="utf-8"))["themes"]
    out: dict[tuple[str, str], list[int]] = {}
    for n, theme in enumerate(themes):
        for entry in tables[theme]["words"]:
            stems = [theme_stem(w) for w in words_of(entry)]
            known = out.setdefault((stems[0], stems[1] if len(stems) > 1 else ""), [])
            if n not in known:
                known.append(n)
    return out


def stem_lines(cells: dict[str, str], evidence: dict[tuple[str, str], list[int]]) -> list[str]:
    columns: dict[str, list[str]] = collections.defaultdict(lambda: [""] * 6)
    following = collections.defaultdict(list)
    for feature, cell in cells.items():
        if feature.startswith(("T:", "L:")):
            columns[feature[2:]][1 if feature[0] == "T" else 2] = cell
        elif "_" in feature:
            first, second = feature.split("_")
            following[first].append(f"{second}={cell}")
        else:
            columns[feature][0] = cell
    pairs = collections.defaultdict(list)
    for (stem, second), numbers in evidence.items():
        text = ",".join(map(str, numbers))
        if second:
            pairs[stem].append(f"{second}={text}")
        else:
            columns[stem][4] = text
    for stem, items in following.items():
        columns[stem][3] = ";".join(sorted(items))
    for stem, items in pairs.items():
        columns[stem][5] = ";".join(sorted(items))
    return ["\t".join([stem, *cols]).rstrip("\t") for stem, cols in sorted(columns.items())]


if __name__ == "__main__":
    main()
