"""Figures on annotated articles: ``python tools/accuracy.py [GOLD] [--without people] [--json]``.

GOLD is a folder with texts/, annotations/ and the scorer one level up (``score.py``); the default is DIP_SHARED's.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Runs the command over the texts and the scorer over the reports."""
    shared = Path(os.environ.get("DIP_SHARED") or ROOT.parent / "shared")
    options = [a for a in sys.argv[1:] if a.startswith("-")]
    places = [a for a in sys.argv[1:] if not a.startswith("-") and a != "people"]
    gold = Path(places[0]) if places else shared / "gold" / "dev"
    texts = sorted(str(p) for p in (gold / "texts").glob("*.txt"))
    without = ["--without", "people"] if "--without" in options else []
    reports = subprocess.run(
        [sys.executable, "-m", "dipcli", "report", *without, *texts], capture_output=True, cwd=ROOT, check=True
    )
    scorer = [sys.executable, str(gold.parent / "score.py"), str(gold), *(o for o in options if o == "--json")]
    return subprocess.run(scorer, input=reports.stdout, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
