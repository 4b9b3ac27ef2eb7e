"""The page of 500 articles against its targets: time to build, size, time until it can be used, time of each filter.

python tools/bench_page.py [RUNS]    (needs dipcli[page], selenium, chromium, chromium-driver and DIP_SHARED or ../shared)

Parsing and building are timed in one process each, the page in a headless Chromium that is new for each run. The figure of a
filter is the time from the change of the field until what it shows is drawn. Medians of the runs.
"""

import gzip
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.page.browser import Browser, programs  # noqa: E402

ARTICLES, STATEMENTS = 500, 5_000
# A word that stands in many statements, words that stand in few, a name that is nowhere.
WORDS = ("الرئيس", "وزير الخارجية", "قرطاجنة")
CHOSEN = ("by", "to", "theme", "medium", "status")


def main() -> int:
    """Print the figures; 1 where one misses its target."""
    shared = Path(os.environ.get("DIP_SHARED") or ROOT.parent / "shared")
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    where = programs()
    if where is None:
        print("chromium and chromium-driver are needed")
        return 2
    with tempfile.TemporaryDirectory() as folder:
        articles, reports, page = (Path(folder) / name for name in ("articles.jsonl", "reports.ndjson", "page.html"))
        _write_articles(shared, articles)
        parsed, built = [], []
        for _ in range(runs):
            parsed.append(_timed("report", articles, reports))
            built.append(_timed("page", articles, page))
        said = sum(len(json.loads(line)["statements"]) for line in reports.open(encoding="utf-8"))
        print(f"{ARTICLES} articles, {said} statements")
        good = [
            said >= STATEMENTS,
            _told("parsed and built", statistics.median(built) / statistics.median(parsed), 2.0, "times parsing"),
            _told("size", page.stat().st_size / 1e6, 1.3 * reports.stat().st_size / 1e6 + 1, "MB"),
        ]
        ready: list[float] = []
        filters: dict[str, list[float]] = {}
        for n in range(runs):
            browser = Browser(where, Path(folder) / f"profile{n}")
            try:
                _measure(browser, page, ready, filters)
            finally:
                browser.close()
        good.append(_told("can be used after", statistics.median(ready), 1_500, "ms"))
        good += [_told(f"filter {name}", statistics.median(ms), 100, "ms") for name, ms in filters.items()]
    return 0 if all(good) else 1


def _write_articles(shared: Path, out: Path) -> None:
    """The first articles of the corpus, each with a date of its own making: the page draws its pictures over time."""
    first = date(2024, 1, 1)
    with gzip.open(shared / "corpus/diplomacy.jsonl.gz", "rt", encoding="utf-8") as lines, out.open("w") as f:
        for n, line in zip(range(ARTICLES), lines, strict=False):
            record = json.loads(line)
            text = f"{record.get('title', '')}\n\n{record['text']}"
            f.write(json.dumps({"text": text, "date": str(first + timedelta(days=n % 300))}) + "\n")


def _timed(command: str, articles: Path, out: Path) -> float:
    begin = time.perf_counter()
    dip = [sys.executable, "-m", "dipcli", command, str(articles), "-o", str(out)]
    subprocess.run(dip, cwd=ROOT, check=True)
    return time.perf_counter() - begin


def _measure(browser: Browser, page: Path, ready: list[float], filters: dict[str, list[float]]) -> None:
    """Load once; each filter once, the first search at once after the load."""
    browser.size(1440)
    browser.open(page)
    ready.append(browser.ready())

    def note(name: str, measure: Callable[[], float]) -> None:
        filters.setdefault(name, []).append(measure())
        browser.run("document.getElementById('filter').reset()")
        time.sleep(0.5)

    for word in WORDS:
        note(f"text {word}", lambda word=word: browser.filtered("f-text", word))  # type: ignore[misc]
    for name in CHOSEN:
        value = browser.run(f"return document.getElementById('f-{name}').options[1].value")
        note(name, lambda name=name, value=value: browser.filtered(f"f-{name}", value))  # type: ignore[misc]
    note("since", lambda: browser.filtered("f-since", "2024-06"))


def _told(what: str, value: float, target: float, unit: str) -> bool:
    """Print a figure beside its target; True where it is met."""
    digits = 0 if unit == "ms" else 2
    print(f"{what:<28}{value:9.{digits}f} {unit:<14} target {target:.{digits}f}{'' if value < target else '  MISSED'}")
    return value < target


if __name__ == "__main__":
    sys.exit(main())
