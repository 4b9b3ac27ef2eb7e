"""Compiled by mypyc, is dip the same and how much faster? ``python tools/check_compiled.py [FILES_OR_FOLDERS]``.

Installs the project twice into new virtual environments, once with DIP_COMPILE=1 (minutes), reads the same inputs with
both, in turns, and compares the reports. 1 when a byte differs or the compiled one is not 1.5 times as fast. Without
inputs: the project's articles, eight times over.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LEAST = 1.5
RUNS = 3


def installed(folder: Path, compiled: bool) -> Path:
    """The command in a new environment."""
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    environment = {**os.environ, "DIP_COMPILE": "1" if compiled else "0"}
    for what in (["-U", "pip"], [str(ROOT)]):
        subprocess.run([python, "-m", "pip", "install", "-q", *what], env=environment, check=True)
    return folder / "bin" / "dip"


def read(command: Path, inputs: list[str], out: Path) -> float:
    """Seconds to write the reports of the inputs."""
    begin = time.perf_counter()
    with out.open("wb") as f:
        subprocess.run([command, "report", "-q", "--format", "ndjson", *inputs], stdout=f, cwd=out.parent, check=False)
    return time.perf_counter() - begin


def main() -> int:
    """Print the ratio of medians."""
    given = [str(Path(x).resolve()) for x in sys.argv[1:]]
    inputs = given or [str(ROOT / "tests/gold/dev/texts"), str(ROOT / "samples")] * 8
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        commands = {kind: installed(folder / kind, kind == "compiled") for kind in ("python", "compiled")}
        if not list((folder / "compiled").rglob("dipcli/**/*.so")):
            print("nothing was compiled")
            return 1
        times: dict[str, list[float]] = {kind: [] for kind in commands}
        for _ in range(RUNS):
            for kind, command in commands.items():
                times[kind].append(read(command, inputs, folder / f"{kind}.ndjson"))
        reports = [(folder / f"{kind}.ndjson").read_bytes() for kind in commands]
    median = {kind: statistics.median(t) for kind, t in times.items()}
    ratio = median["python"] / median["compiled"]
    articles = reports[0].count(b"\n")
    same = reports[0] == reports[1] and articles > 0
    rates = ", ".join(f"{kind} {articles / seconds:.0f} articles/s" for kind, seconds in median.items())
    print(f"{articles} articles: {rates} ({ratio:.2f} times as fast); {'the same bytes' if same else 'OTHER BYTES'}")
    return 0 if same and ratio >= LEAST else 1


if __name__ == "__main__":
    sys.exit(main())
