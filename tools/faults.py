"""Gives the real command five hundred bad inputs: ``faults.py [WORD]`` runs those whose name holds WORD.

No traceback, the right status, errors of one line each, no partial output file, at most 300 MB, at most a minute. Takes
some minutes and 300 MB of a temporary folder. Status 1 when one fails, with its name and what was wrong.
"""

import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from tests.inputs.faults import TEXT, Fault, hostile, mutated, nested, one_line, random_bytes  # noqa: E402

MOST_KB, MOST_SECONDS = 300_000, 60
READ = (0, 3, 4)


class Outcome(NamedTuple):
    """How one run ended."""

    status: int
    errors: str
    kilobytes: int
    seconds: float
    output: Path


class Case(NamedTuple):
    """A run: arguments, allowed statuses, and what is done around it."""

    name: str
    arguments: list[str]
    statuses: tuple[int, ...]
    stdin: Path | None = None
    before: Callable[[], None] | None = None  # in the child
    gone_after: int | None = None  # bytes after which the reader goes away
    to_file: bool = True


def run(case: Case, work: Path) -> Outcome:
    """Run the command once, with the memory that it took."""
    out = work / "out.ndjson"
    out.unlink(missing_ok=True)
    arguments = [*case.arguments, *(["-o", str(out)] if case.to_file else [])]
    with (work / "errors").open("wb") as errors:
        begin = time.monotonic()
        process = subprocess.Popen(
            [sys.executable, "-m", "dipcli", *arguments],
            stdin=case.stdin.open("rb") if case.stdin else subprocess.DEVNULL,
            stdout=subprocess.PIPE if case.gone_after is not None else subprocess.DEVNULL,
            stderr=subprocess.PIPE if case.before else errors,  # a disk that is full is full for errors too
            cwd=ROOT,
            env={k: v for k, v in os.environ.items() if not k.startswith("DIP_")},
            preexec_fn=case.before,
        )
        if process.stdout is not None:
            process.stdout.read(case.gone_after or 0)
            process.stdout.close()
        status, most = _wait(process, begin)
        text = process.stderr.read().decode(errors="replace") if process.stderr else ""
    text += (work / "errors").read_text(encoding="utf-8", errors="replace")
    return Outcome(status, text, most, time.monotonic() - begin, out)


def _wait(process: subprocess.Popen[bytes], begin: float) -> tuple[int, int]:
    """(exit status, most memory in kB). What getrusage tells counts this process too, from which it was forked."""
    most = 0
    while time.monotonic() - begin < MOST_SECONDS:
        if process.poll() is not None:
            return process.returncode, most
        most = max(most, _peak(process.pid))
        time.sleep(0.002)
    process.kill()
    process.wait()
    return -9, most


def _peak(pid: int) -> int:
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0
    is_ours = "Name:\tpython" in status
    line = next((x for x in status.splitlines() if x.startswith("VmHWM:")), None)
    return int(line.split()[1]) if line and is_ours else 0


def wrong(case: Case, outcome: Outcome, work: Path) -> Iterator[str]:
    """What is not as it has to be."""
    if outcome.seconds >= MOST_SECONDS:
        yield f"not done after {MOST_SECONDS} s"
    if outcome.status not in case.statuses:
        yield f"status {outcome.status}, not {' or '.join(map(str, case.statuses))}"
    if outcome.kilobytes > MOST_KB:
        yield f"{outcome.kilobytes / 1000:.0f} MB"
    lines = outcome.errors.splitlines()
    if any(not line.startswith("dip: ") for line in lines):
        yield f"errors: {next(x for x in lines if not x.startswith('dip: '))[:200]}"
    if "internal error" in outcome.errors:
        yield next(line for line in lines if "internal error" in line)[:300]
    if outcome.output.exists():
        data = outcome.output.read_bytes()
        if data and not data.endswith(b"\n"):
            yield "the output file is not whole"
        if outcome.status not in READ:
            yield "there is an output file"
    if left := list(work.glob(".dip-*")):
        yield f"left behind: {left}"


def byte_cases(faults: Iterable[Fault], folder: Path) -> Iterator[Case]:
    """Each fault as a file, every seventh on standard input; gone when it was run."""
    for n, fault in enumerate(faults):
        path = folder / fault.name
        path.write_bytes(fault.data)
        on_stdin = n % 7 == 0
        yield Case(fault.name, ["report", "-" if on_stdin else str(path)], READ, stdin=path if on_stdin else None)
        path.unlink()


def system_cases(work: Path) -> Iterator[Case]:
    """What the system does: loops, pipes, rights, full disks, readers that go."""
    good = work / "good.txt"
    good.write_text(TEXT, encoding="utf-8")
    folder = work / "folder"
    (folder / "inner").mkdir(parents=True)
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "inner" / "up").symlink_to(folder)
    (folder / "self.txt").symlink_to(folder / "self.txt")
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    os.mkfifo(folder / "pipe.txt")
    (folder / "dir.txt").mkdir()
    yield Case("loops and pipes in a folder", ["report", str(folder)], (3,))
    yield Case("a loop of links", ["report", str(folder / "self.txt")], (4,))
    yield Case("a link to nothing", ["report", str(folder / "gone.txt"), str(good)], (3,))
    empty = work / "empty"
    empty.mkdir()
    yield Case("an empty folder", ["report", str(empty)], (4,))
    for name, data in (
        ("empty.txt", b""),
        ("white.txt", b" \n\t\n"),
        ("mark.txt", b"\xef\xbb\xbf"),
        ("marks.txt", b"***\n***\n"),
    ):
        (work / name).write_bytes(data)
        yield Case(name, ["report", str(work / name)], (4,))
        yield Case(f"{name} and another", ["report", str(work / name), str(good)], (3,))
    for name in ("/dev/null", "/dev/zero", "/proc/self/mem", "/dev/fd/99", "no\nsuch", "x" * 5000):
        yield Case(f"the input {name[:20]!r}", ["report", name, str(good)], (3,))
    closed = work / "closed.txt"
    closed.write_text(TEXT, encoding="utf-8")
    closed.chmod(0)
    if os.getuid():
        yield Case("an unreadable file", ["report", str(closed), str(good)], (3,))
    listing = work / "list"
    listing.write_bytes(f"{good}\ngone.txt\n\n{good}\r\n".encode())
    yield Case("a list with a file that is gone", ["report", "--files-from", str(listing)], (3,))
    listing0 = work / "list0"
    listing0.write_bytes(f"{good}\0{good}\n\0".encode())
    yield Case("a list of NULs", ["report", "--files-from", str(listing0), "-0"], (3,))
    for codec in (
        "utf-16",
        "ascii",
        "utf-32",
        "cp864",
        "utf-7",
        "punycode",
        "idna",
        "unicode_escape",
        "hex",
        "zlib",
        "nonsense",
    ):
        yield Case(f"forced {codec}", ["report", "--encoding", codec, str(good)], (0, 2, 4))
    for size in (0, 1, 100, 4096, 10_000, 100_000):
        yield Case(f"a disk full after {size} bytes", ["report", *[str(good)] * 30], (2,), before=_limit(size))
    yield Case("/dev/full", ["report", str(good), "-o", "/dev/full"], (2,), to_file=False)
    for after in (0, 1, 1000, 70_000):
        arguments = ["report", *[str(good)] * 60]
        yield Case(f"a reader gone after {after} bytes", arguments, (141,), gone_after=after, to_file=False)
    for command in ("summarise", "read", "leaders", "statements", "messages", "themes", "entities"):
        yield Case(f"{command} of a broken file", [command, str(work / "empty.txt")], (4,))


def _limit(size: int) -> Callable[[], None]:
    """No file may grow beyond ``size``: what a full disk does, without one."""

    def before() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return before


def cases(work: Path) -> Iterator[Case]:
    """All of them."""
    yield from system_cases(work)
    yield from byte_cases(nested(), work)
    yield from byte_cases(hostile(), work)
    yield from byte_cases(one_line(), work)
    yield from byte_cases(mutated(350, 7), work)
    yield from byte_cases(random_bytes(85, 7), work)


def main(word: str = "") -> int:
    """Run them, print what is wrong and the figures."""
    work = Path(tempfile.mkdtemp(prefix="dip-faults-"))
    done = failed = most = 0
    longest = 0.0
    try:
        for case in cases(work):
            if word not in case.name:
                continue
            outcome = run(case, work)
            done += 1
            most, longest = max(most, outcome.kilobytes), max(longest, outcome.seconds)
            faults = list(wrong(case, outcome, work))
            failed += bool(faults)
            for fault in faults:
                print(f"{case.name}: {fault}", flush=True)
    finally:
        shutil.rmtree(work)
    print(f"{done} bad inputs, {failed} not as they should be; at most {most / 1000:.0f} MB, {longest:.1f} s")
    return 1 if failed or not done else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
