"""Start-up in multiples of ``python -c pass``: medians of interleaved runs, byte-compiled. ``python tools/bench_startup.py [RUNS]``."""

import compileall
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Prints a line a case; 1 when a target is missed."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 21
    compileall.compile_dir(str(ROOT / "dipcli"), quiet=2)
    dip = Path(sys.executable).parent / "dip"
    start = [str(dip)] if dip.exists() else [sys.executable, "-m", "dipcli"]
    with tempfile.TemporaryDirectory() as folder:
        article = Path(folder) / "a.txt"
        article.write_text("قال الوزير حازم العمري إن الجسر جاهز. وأضاف أن الافتتاح قريب.\n", encoding="utf-8")
        cases = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "dip --version": [*start, "--version"],
            "dip leaders FILE": [*start, "leaders", str(article)],
        }
        times: dict[str, list[float]] = {name: [] for name in cases}
        for n in range(runs + 2):
            for name, command in cases.items():
                begin = time.perf_counter()
                subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
                if n >= 2:
                    times[name].append(time.perf_counter() - begin)
    base = statistics.median(times["python -c pass"])
    targets = {"dip --version": 1.3, "dip leaders FILE": 9.0}
    missed = 0
    for name, values in times.items():
        ratio = statistics.median(values) / base
        missed += ratio > targets.get(name, 99)
        print(
            f"{name:20s} {1000 * statistics.median(values):7.1f} ms   {ratio:5.2f} ×   (target {targets.get(name, '-')})"
        )
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
