"""Does to an archive what machines do: ``break_archive.py [ROUNDS] [SEED]``, 20 rounds where none is said.

Each round: an indexing run that is killed (SIGKILL) at a random moment and gone on with; nonsense over random bytes of a
copy, which is checked and salvaged; a disk that is full after random bytes. At the end the archive must be the same,
but for when its articles came in, as that of one run that nothing befell. Takes some ten seconds a round. Status 1 with
a line for each thing that went wrong.
"""

import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from dipcli.archive.checking import check  # noqa: E402
from dipcli.archive.errors import ArchiveError  # noqa: E402
from tests.archive.making import dump  # noqa: E402

_ARTICLES = 1_200
_ADDED = 9  # column of ``article``


def write_news(folder: Path) -> None:
    """Articles of the project's own, each another, some to a file and some alone."""
    texts = [p.read_text(encoding="utf-8") for p in sorted((ROOT / "samples").glob("*.txt"))]
    folder.mkdir()
    for n in range(_ARTICLES):
        text = texts[n % len(texts)].replace("الرئيس", f"الرئيس رقم {n}")
        if n % 3:
            with (folder / f"{n % 5}.jsonl").open("a", encoding="utf-8") as f:
                f.write(json.dumps({"text": text, "title": f"عنوان {n}"}, ensure_ascii=False) + "\n")
        else:
            (folder / f"{n}.txt").write_text(text, encoding="utf-8")


def dip(*arguments: str, limit: int | None = None) -> subprocess.CompletedProcess[bytes]:
    """Run the command; no file of it may grow beyond ``limit`` bytes."""
    return subprocess.run(
        [sys.executable, "-m", "dipcli", *arguments],
        cwd=ROOT,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        check=False,
        preexec_fn=None if limit is None else lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )


def contents(db: Path) -> dict[str, object]:
    """All that the archive holds, but for when it came in."""
    tables = dump(str(db))
    tables["article"] = [(*row[:_ADDED], *row[_ADDED + 1 :]) for row in tables["article"]]
    return dict(tables)


def killed(news: Path, db: Path, random_: random.Random) -> Iterator[str]:
    """A run that is killed; what it leaves must be whole."""
    command = [sys.executable, "-m", "dipcli", "index", str(news), "--db", str(db), "-q", "-j", random_.choice("12")]
    process = subprocess.Popen(command, cwd=ROOT, start_new_session=True)
    time.sleep(random_.uniform(0.2, 6))
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    if not db.exists():
        return
    try:
        yield from (f"after a kill: {f.part}: {f.reason}" for f in check(str(db)))
    except ArchiveError as e:
        if "no archive" not in e.reason:  # killed before its first table
            yield f"after a kill: {e}"


def full(news: Path, db: Path, random_: random.Random) -> Iterator[str]:
    """A run on a disk without room."""
    size = max(p.stat().st_size for p in (db, db.with_name(f"{db.name}-wal"), news) if p.exists())
    done = dip("index", str(news), "--db", str(db), "-q", limit=size + random_.randrange(10_000, 400_000))
    if done.returncode not in (0, 2) or done.stderr.count(b"\n") > 1:
        yield f"a full disk: status {done.returncode}: {done.stderr.decode()[:300]}"
    yield from (f"after a full disk: {f.part}: {f.reason}" for f in check(str(db)))


def broken(db: Path, work: Path, random_: random.Random) -> Iterator[str]:
    """Nonsense over some bytes: every command says so in a line or answers, and what can be read is saved."""
    copy, new = work / "broken.db", work / "new.db"
    for path in (copy, new):
        path.unlink(missing_ok=True)
    shutil.copyfile(db, copy)
    data = bytearray(copy.read_bytes())
    for _ in range(random_.randrange(1, 4)):
        at, length = random_.randrange(len(data)), random_.choice((1, 16, 512, 16_384))
        data[at : at + length] = random_.randbytes(len(data[at : at + length]))
    copy.write_bytes(data)
    for question in (("statements", "--count"), ("leaders",), ("who-said", "الحدود"), ("archive", "check")):
        done = dip(*question, "--db", str(copy))
        lines = done.stderr.decode().splitlines()
        if done.returncode not in (0, 1, 2, 3) or "internal error" in done.stderr.decode() or len(lines) > 1:
            yield f"{' '.join(question)}: status {done.returncode}: {done.stderr.decode()[:300]}"
    done = dip("archive", "salvage", "--db", str(copy), "-o", str(new))
    if done.returncode not in (0, 3):
        yield f"salvage: status {done.returncode}: {done.stderr.decode()[:300]}"
    else:
        yield from (f"salvaged: {f.part}: {f.reason}" for f in check(str(new)))


def rounds(count: int, seed: int, work: Path) -> Iterator[str]:
    """All that went wrong."""
    news, db, whole = work / "news", work / "a.db", work / "whole.db"
    write_news(news)
    dip("index", str(news), "--db", str(whole))
    random_ = random.Random(seed)
    for n in range(count):
        found = [*killed(news, db, random_)]
        if n % 3 == 1 and db.exists():
            found += full(news, db, random_)
        found += broken(whole, work, random_)
        print(f"round {n + 1}: {'; '.join(found) or 'well'}", flush=True)
        yield from found
    dip("index", str(news), "--db", str(db))
    if contents(db) != contents(whole):
        yield "the archive of many runs is another than that of one"


def main() -> int:
    """Prints a line a round; 1 when something went wrong."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    with tempfile.TemporaryDirectory() as folder:
        wrong = list(rounds(count, seed, Path(folder)))
    print(f"{len(wrong)} things went wrong" if wrong else "all well")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
