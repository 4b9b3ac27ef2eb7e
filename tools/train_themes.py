"""Trains the theme classifier and writes its weights as data.

    python tools/train_themes.py ../shared            (needs scikit-learn, at training time only)

One-vs-rest logistic regression over word presence (folded, light stems; title words once more with ``T:``), rows
scaled to unit length. Word features occur in at least 20 articles of at least 3 outlets. Thresholds are set for the
best F1 of each theme on folds held out by outlet; the figures go into the head of the file.
"""

import collections
import gzip
import json
import pathlib
import sys

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from dipcli.stages.themes import features_of  # noqa: E402
from dipcli.text.fold import fold  # noqa: E402
from dipcli.text.tokens import Tokens  # noqa: E402

MIN_ARTICLES, MIN_OUTLETS = 20, 3
SMALLEST = 40  # weights of less than 0.4 are dropped


def articles(shared: pathlib.Path):
    labels = {}
    for line in (shared / "gold/themes.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        key, _, themes = line.partition("\t")
        labels[key] = {t for t in themes.strip().split(",") if t and t != "none"}
    for path in sorted((shared / "corpus").glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as f:
            for line in f:
                r = json.loads(line)
                if r["id"] in labels:
                    yield r, labels[r["id"]]


def main() -> None:
    shared = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "../shared")
    rows, owners, outlets = [], [], []
    for r, themes in articles(shared):
        body = [w for w in Tokens(fold(r["text"]).text).words if w[0].isalpha()]
        title = [w for w in Tokens(fold(r.get("title") or "").text).words if w[0].isalpha()]
        rows.append(features_of(body, title))
        owners.append(themes)
        outlets.append(r.get("outlet") or r.get("source", "").split("@")[0] + r.get("source_path", "").split("/")[0])
    where, count = collections.defaultdict(set), collections.Counter()
    for row, outlet in zip(rows, outlets, strict=False):
        for f in row:
            where[f].add(outlet)
            count[f] += 1
    vocabulary = sorted(f for f in count if count[f] >= MIN_ARTICLES and len(where[f]) >= MIN_OUTLETS)
    index = {f: i for i, f in enumerate(vocabulary)}
    themes = sorted({t for o in owners for t in o})
    print(len(rows), "articles", len(vocabulary), "features", len(set(outlets)), "outlets", flush=True)
    X = matrix(rows, index)
    Y = np.array([[t in o for t in themes] for o in owners])
    groups = np.array([sorted(set(outlets)).index(o) for o in outlets])
    scores = np.zeros(Y.shape)
    for train, test in GroupKFold(5).split(X, groups=groups):
        for j in range(len(themes)):
            scores[test, j] = model(X[train], Y[train, j]).decision_function(X[test])
    thresholds = [best_threshold(scores[:, j], Y[:, j]) for j in range(len(themes))]
    predicted = scores >= np.array(thresholds)
    tp, n = (predicted & Y).sum(), predicted.sum() + Y.sum()
    print("F1 held out by outlet", 2 * tp / n)
    write(themes, vocabulary, thresholds, X, Y, 2 * tp / n, len(rows), len(set(outlets)))


def matrix(rows, index):
    data, cols, ptr = [], [], [0]
    for row in rows:
        known = [index[f] for f in row if f in index]
        scale = 1 / max(len(known), 1) ** 0.5
        cols += known
        data += [scale] * len(known)
        ptr.append(len(cols))
    return csr_matrix((data, cols, ptr), shape=(len(rows), len(index)))


def model(X, y):
    return LogisticRegression(C=30, class_weight={0: 1, 1: 1.5}, solver="liblinear", max_iter=300).fit(X, y)


def best_threshold(scores, y):
    best, at = -1, 0.0
    for t in np.arange(-2.5, 1.5, 0.1):
        p = scores >= t
        f = 2 * (p & y).sum() / max(p.sum() + y.sum(), 1)
        if f > best:
            best, at = f, float(t)
    return at


def write(themes, vocabulary, thresholds, X, Y, f1, articles_read, outlets):
    lines = [
        f"# themes: one-vs-rest logistic regression, {articles_read} articles of {outlets} outlets, labelled by one reader each",
        f"# F1 {100 * f1:.1f} on five folds held out by outlet; features in at least {MIN_ARTICLES} articles of {MIN_OUTLETS} outlets",
        "# weights are hundredths; a row is scaled by 1/sqrt(number of its features)",
    ]
    weights = []
    for j, t in enumerate(themes):
        m = model(X, Y[:, j])
        weights.append(np.round(m.coef_[0] * 100).astype(int))
        lines.append(f"!{t}\t{m.intercept_[0] * 100:.0f}\t{thresholds[j] * 100:.0f}")
    for i, f in enumerate(vocabulary):
        cells = [f"{j}:{w[i]}" for j, w in enumerate(weights) if abs(w[i]) >= SMALLEST]
        lines.append(f"{f}\t{','.join(cells) or '-'}")
    (ROOT / "dipcli/rules/data/theme_weights.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
