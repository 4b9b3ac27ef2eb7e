"""A batch of recombined articles by one process, by two, by Spark: ``python tools/bench_batch.py [ARTICLES] [RUNS]``.

Articles are paragraphs of the corpus in DIP_SHARED, put together anew, so that none is there twice. Printed are rates,
their ratios, seconds of all cores, the memory of a worker, bytes. Ratios are of one run each and their median: on a machine
that does other things rates say little, seconds of cores more.
"""

import gzip
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from multiprocessing import Process
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from tests.batch.running import descendants  # noqa: E402

WAYS = {
    "one process": ["--jobs", "1"],
    "two processes": ["--jobs", "2"],
    "spark local[2]": ["--engine", "spark", "--jobs", "2"],
}


class Figures(NamedTuple):
    """Of one batch: seconds until its end and of all cores; kilobytes that a worker held, in the first and last third."""

    seconds: float
    cores: float
    early: int
    late: int


def recombined(path: Path, count: int) -> None:
    """Write so many articles as JSON lines."""
    shared = Path(os.environ.get("DIP_SHARED") or ROOT.parent / "shared")
    draw = random.Random(1)
    with gzip.open(shared / "corpus/news.jsonl.gz", "rt", encoding="utf-8") as f:
        articles = [json.loads(line) for line in f]
    pool = [p for a in articles for p in a["text"].split("\n") if p.strip()]
    lengths = [sum(1 for p in a["text"].split("\n") if p.strip()) for a in articles]
    with path.open("w", encoding="utf-8") as out:
        for n in range(count):
            text = "\n".join(draw.sample(pool, draw.choice(lengths)))
            title = draw.choice(articles).get("title") or ""
            out.write(json.dumps({"title": f"{title} {n}", "text": text}, ensure_ascii=False) + "\n")


def batch(news: Path, out: Path, size: int, args: list[str]) -> Figures:
    """Run one."""
    begin = time.perf_counter()
    command = [sys.executable, "-m", "dipcli", "batch", str(news), "--out", str(out), "--part-size", str(size), "-q"]
    process = subprocess.Popen([*command, *args], cwd=ROOT)
    held: list[int] = []
    used: dict[int, float] = {}
    watching = threading.Thread(target=_watch, args=(process, held, used))
    watching.start()
    status = process.wait()
    seconds = time.perf_counter() - begin
    watching.join()
    if status != 0:
        raise SystemExit(f"status {status}")
    third = max(len(held) // 3, 1)
    return Figures(seconds, sum(used.values()), max(held[third : 2 * third], default=0), max(held[-third:], default=0))


def _watch(process: subprocess.Popen[bytes], held: list[int], used: dict[int, float]) -> None:
    """What the largest process of Python holds, again and again; seconds of a core that each process has used."""
    while process.poll() is None:
        pids = (process.pid, *descendants(process.pid))
        held.append(max(map(_resident, pids), default=0))
        used.update((pid, seconds) for pid in pids if (seconds := _used(pid)))
        time.sleep(0.5)


def _resident(pid: int) -> int:
    try:
        if "java" in os.readlink(f"/proc/{pid}/exe"):
            return 0
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
        return next((int(x.split()[1]) for x in lines if x.startswith("RssAnon")), 0)
    except OSError:
        return 0


def _used(pid: int) -> float:
    try:
        cells = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return 0.0
    return (int(cells[11]) + int(cells[12])) / os.sysconf("SC_CLK_TCK")


def bare(count: int) -> float:
    """Seconds of so many processes that only count."""
    begin = time.perf_counter()
    running = [Process(target=_count) for _ in range(count)]
    for p in running:
        p.start()
    for p in running:
        p.join()
    return time.perf_counter() - begin


def _count() -> None:
    n = 0
    while n < 30_000_000:
        n += 1


def main() -> int:
    """1 where a ratio misses its goal."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    ratios: dict[str, list[float]] = {"two : one": [], "spark : two": []}
    with tempfile.TemporaryDirectory() as name:
        news = Path(name) / "news.jsonl"
        recombined(news, count)
        size = min(8 << 20, news.stat().st_size // 40)
        print(f"{count:,} articles, {news.stat().st_size:,} bytes, parts of {size:,}", flush=True)
        for run in range(runs):
            print(f"two bare processes : one = {2 * bare(1) / bare(2):.2f}", flush=True)
            figures = {}
            for way, args in WAYS.items():
                out = Path(name) / f"{way[:3]}-{run}"
                figures[way] = f = batch(news, out, size, args)
                written = sum(p.stat().st_size for p in out.iterdir())
                print(
                    f"{way}: {count / f.seconds:,.0f} articles/s, {f.cores * 1e6 / count:,.0f} core-seconds and "
                    f"{written / count / 1e3:,.2f} GB a million, a worker holds {f.early / 1024:,.0f} then {f.late / 1024:,.0f} MB",
                    flush=True,
                )
            one, two, spark = (figures[w].seconds for w in WAYS)
            ratios["two : one"].append(one / two)
            ratios["spark : two"].append(two / spark)
        whole = [sorted(p.read_bytes() for p in out.iterdir()) for out in Path(name).glob("*-0")]
        print("the same bytes" if all(w == whole[0] for w in whole) else "DIFFERENT BYTES")
    for what, found in ratios.items():
        print(f"{what} = {statistics.median(found):.2f} ({', '.join(f'{r:.2f}' for r in found)})")
    good = statistics.median(ratios["two : one"]) >= 1.8 and statistics.median(ratios["spark : two"]) >= 0.85
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
