"""Measures an archive against its targets: ``bench_archive.py [ARTICLES] [FOLDER]``, 100,000 articles where none is said.

Rates are by the time of the processor. The articles are sentences of the shared corpus put together anew, the same for the same number, one file each. They and
the archive are left in FOLDER where one is given: a second run measures the archive that is there. A hundred thousand take some
10 minutes on a core of one's own and 1.5 GB of disk. Status 1 when a target is missed.
"""

import argparse
import compileall
import gzip
import json
import os
import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from sqlite3 import Connection
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from dipcli import load_rules  # noqa: E402
from dipcli.archive.connection import open_to_read  # noqa: E402
from dipcli.archive.finding import Wanted, article_ids  # noqa: E402
from dipcli.query import Aliases, Query, aliases_from  # noqa: E402

_FOLDER_OF = 1_000  # files in one folder
_PARTS = 10
_TIMES = 21
_END = re.compile(r"(?<=[.!?؟])\s+|\n+")


class Figure(NamedTuple):
    """What was measured, and the target that it must reach."""

    name: str
    value: float
    unit: str
    target: float
    at_least: bool = False

    @property
    def reached(self) -> bool:
        """Is it as good as it has to be?"""
        return self.value >= self.target if self.at_least else self.value <= self.target


# -- the articles ------------------------------------------------------------------------------------------------------


class Pool(NamedTuple):
    """Head lines, sentences, and how many sentences an article has, of one corpus."""

    titles: list[str]
    sentences: list[str]
    lengths: list[int]


def pools() -> list[Pool]:
    """The corpus of diplomatic news and the general one."""
    shared = Path(os.environ.get("DIP_SHARED") or ROOT.parent / "shared")
    return [_pool(shared / f"corpus/{name}.jsonl.gz") for name in ("diplomacy", "news")]


def _pool(path: Path) -> Pool:
    pool = Pool([], [], [])
    with gzip.open(path, "rt", encoding="utf-8") as f:
        for line in f:
            record = json.loads(line)
            sentences = [s.strip() for s in _END.split(record["text"]) if len(s.split()) > 3]
            if sentences:
                pool.titles.append(record["title"] or sentences[0][:80])
                pool.sentences.extend(sentences)
                pool.lengths.append(len(sentences))
    return pool


def articles(count: int) -> Iterator[dict[str, str]]:
    """As many records, half of them diplomatic: a head line, a date in ten years, an outlet, sentences of anywhere."""
    made = pools()
    random_ = random.Random(count)
    for n in range(count):
        pool = made[n % 2]
        sentences = random_.choices(pool.sentences, k=random_.choice(pool.lengths))
        month = n * 120 // count
        yield {
            "title": random_.choice(pool.titles),
            "text": "\n".join(" ".join(sentences[i : i + 2]) for i in range(0, len(sentences), 2)),
            "date": f"{2015 + month // 12}-{month % 12 + 1:02}-{random_.randrange(1, 29):02}",
            "outlet": f"outlet{random_.randrange(40)}",
        }


def write_articles(count: int, folder: Path) -> int:
    """Write the articles where they are not there yet; how many bytes their texts and head lines have."""
    size_of = folder / "bytes"
    if size_of.exists():
        return int(size_of.read_text())
    size = 0
    for n, record in enumerate(articles(count)):
        path = folder / f"news/{n // _FOLDER_OF:03}/{n % _FOLDER_OF:03}.json"
        if n % _FOLDER_OF == 0:
            path.parent.mkdir(parents=True)
        path.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
        size += len(record["text"].encode()) + len(record["title"].encode())
    size_of.write_text(str(size))
    return size


# -- the command -------------------------------------------------------------------------------------------------------


class Ran(NamedTuple):
    """Seconds by the clock and of the processor, and the most memory in MB."""

    seconds: float
    cpu: float
    megabytes: float


def dip(*arguments: str) -> Ran:
    """Run the command to its end."""
    begin = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", "dipcli", *arguments], cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"dip {' '.join(arguments)}: status {process.returncode}")
    return Ran(time.perf_counter() - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1000)


def first_line(command: list[str]) -> float:
    """Seconds of the processor that a command needs to write its first line, and end when nobody reads on."""
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert process.stdout is not None
    process.stdout.readline()
    process.stdout.close()
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    return usage.ru_utime + usage.ru_stime


# -- what is measured --------------------------------------------------------------------------------------------------


def bring_in(folder: Path, db: Path, jobs: str) -> Iterator[Figure]:
    """Index part by part. A thousand articles of each are measured, with the same parsed alone beside it: by the time of
    the processor, which a busy machine changes least. The rest of the part comes in with ``jobs`` processes.
    """
    folders = sorted((folder / "news").iterdir())
    step = max(1, len(folders) // _PARTS)
    ratios, rates, most = [], [], 0.0
    for first in range(0, len(folders), step):
        measured, *rest = map(str, folders[first : first + step])
        count = sum(1 for _ in Path(measured).iterdir())
        alone = dip("statements", "--count", measured)
        whole = dip("index", measured, "--db", str(db), "-q")
        if rest:
            dip("index", *rest, "--db", str(db), "-q", "--jobs", jobs)
        ratios.append(alone.cpu / whole.cpu)
        rates.append(count / whole.cpu)
        most = max(most, whole.megabytes)
        done = (
            f"{100 * (first + 1 + len(rest)) // len(folders):3}%  {rates[-1]:5.0f} articles a second of the processor"
        )
        print(f"  {done}, {100 * ratios[-1]:.0f} % of parsing, {whole.megabytes:.0f} MB", flush=True)
    yield Figure("ingest, of the parsing rate alone", 100 * statistics.median(ratios), "%", 60, at_least=True)
    yield Figure("ingest of the last part", 100 * ratios[-1], "%", 60, at_least=True)
    yield Figure("memory while indexing", most, "MB", 200)


def again(folder: Path, db: Path, count: int) -> Figure:
    """The same files once more."""
    ran = min(dip("index", str(folder / "news"), "--db", str(db), "-q").cpu for _ in range(3))
    return Figure("files brought in again, unchanged", count / ran, "a second", 8_000, at_least=True)


def _milliseconds(work: Callable[[], object]) -> float:
    times = []
    for _ in range(_TIMES):
        begin = time.process_time()
        work()
        times.append(1000 * (time.process_time() - begin))
    return statistics.median(times)


def _found(connection: Connection, query: Query, aliases: Aliases | None, first: int | None = None) -> list[object]:
    found = article_ids(connection, query, aliases, Wanted(order="newest", first_ones=first is not None))
    return found.fetchall() if first is None else found.fetchmany(first)


def searches(db: Path) -> Iterator[Figure]:
    """Who said something on a theme in a year, of the people who speak the most; phrases of two and three words."""
    connection = open_to_read(str(db))
    rules = load_rules()
    people = connection.execute(
        "SELECT p.name, count(*) FROM person p JOIN profile f ON f.person = p.id JOIN said s ON s.profile = f.id"
        " WHERE f.known GROUP BY p.id ORDER BY count(*) DESC LIMIT 20"
    ).fetchall()
    aliases = aliases_from(rules)
    times = []
    for n, (name, _) in enumerate(people):
        theme = ("nuclear", "mediation_peace", "sanctions", "bilateral_relations")[n % 4]
        query = Query(by=(name,), about=(theme,), since=f"{2015 + n % 9}-03", until=f"{2016 + n % 9}-03")
        times.append(_milliseconds(partial(_found, connection, query, aliases)))
    yield Figure("who-said by person, theme, dates: median", statistics.median(times), "ms", 5)
    yield Figure("who-said by person, theme, dates: slowest of 20", max(times), "ms", 5)
    phrases = ("مجلس الأمن", "العلاقات الثنائية", "وقف إطلاق النار", "وزير الخارجية", "حقوق الإنسان", "الرئيس الأمريكي")
    for first, which in ((50, "the first 50"), (None, "all")):
        times = [_milliseconds(partial(_found, connection, Query(text=phrase), None, first)) for phrase in phrases]
        yield Figure(f"{which} articles with the words of a phrase: slowest", max(times), "ms", 50)
    connection.close()


def on_screen(db: Path) -> Figure:
    """The first row of who-said, in starts of Python."""
    ask = [sys.executable, "-m", "dipcli", "who-said", "أوكرانيا", "--by", "لافروف", "--since", "2016"]
    ask += ["--limit", "1", "--db", str(db)]  # a command goes on to its second row before it sees that nobody reads
    compileall.compile_dir(str(ROOT / "dipcli"), quiet=2)
    base, asked = [], []
    for _ in range(_TIMES):
        base.append(first_line([sys.executable, "-c", "pass"]))
        asked.append(first_line(ask))
    return Figure("first row, in starts of Python", statistics.median(asked) / statistics.median(base), "×", 12)


def measured(count: int, folder: Path, jobs: str) -> Iterator[Figure]:
    """All figures, as they come; without the index runs where the archive is there already."""
    size = write_articles(count, folder)
    db = folder / "news.db"
    print(f"{count:,} articles, {size / 1e6:.0f} MB of text", flush=True)
    if not db.exists():
        yield from bring_in(folder, db, jobs)
    on_disk = sum(p.stat().st_size for p in folder.glob("news.db*"))
    yield Figure("disk, of the text's bytes", on_disk / size, "×", 1.3)
    yield again(folder, db, count)
    yield from searches(db)
    yield on_screen(db)


def main() -> int:
    """Prints a line a figure; 1 when a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=int, nargs="?", default=100_000)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--jobs", default="auto", help="processes for what is not measured")
    given = parser.parse_args()
    missed = 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        for f in measured(given.articles, folder, given.jobs):
            missed += not f.reached
            bound = "at least" if f.at_least else "at most"
            verdict = "" if f.reached else "   MISSED"
            print(f"{f.name:50s} {f.value:10,.2f} {f.unit:10s} ({bound} {f.target:,g}){verdict}", flush=True)
    print(f"memory of this measuring: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000:.0f} MB")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
