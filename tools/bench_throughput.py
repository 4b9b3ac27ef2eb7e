"""Articles a second on one core: whole process, cold, output written. ``python tools/bench_throughput.py [RUNS]``.

Measures the dip that is installed for this Python: as it is, or compiled (DIP_COMPILE=1 pip install .).
"""

import gzip
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Median of the runs; 1 under 500 articles a second."""
    shared = Path(os.environ.get("DIP_SHARED") or ROOT.parent / "shared")
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    with tempfile.TemporaryDirectory() as folder:
        names = []
        with gzip.open(shared / "corpus/news.jsonl.gz", "rt", encoding="utf-8") as f:
            for line in f:
                record = json.loads(line)
                path = Path(folder) / f"{record['id']}.txt"
                path.write_text(f"{record.get('title', '')}\n\n{record['text']}", encoding="utf-8")
                names.append(str(path))
        listing = Path(folder) / "list"
        listing.write_text("\n".join(names))
        rates = []
        for _ in range(runs):
            out = Path(folder) / "out.ndjson"
            begin = time.perf_counter()
            with out.open("wb") as f:
                subprocess.run(
                    [sys.executable, "-m", "dipcli", "report", "--files-from", str(listing)],
                    stdout=f,
                    cwd=folder,
                    check=False,
                )
            rates.append(len(names) / (time.perf_counter() - begin))
    rate = statistics.median(rates)
    print(f"{len(names)} articles, {rate:.0f} a second (median of {runs}: {', '.join(f'{r:.0f}' for r in rates)})")
    return 0 if rate >= 500 else 1


if __name__ == "__main__":
    sys.exit(main())
