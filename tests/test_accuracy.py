"""The accuracy gate: figures on the annotated articles do not fall under the floors that were reached."""

import hashlib
import json
import subprocess
import sys
import tomllib
from pathlib import Path

from tests.conftest import ROOT

GATE = tomllib.loads((ROOT / "tests/gate.toml").read_text(encoding="utf-8"))


def _fingerprint(folder: Path) -> str:
    total = hashlib.sha256()
    for path in sorted(folder.glob("*.json")):
        total.update(path.read_bytes())
    return total.hexdigest()


def test_figures_hold(shared: Path) -> None:
    assert _fingerprint(shared / "gold/dev/annotations") == GATE["annotations"], (
        "other annotations: measure anew, set the floors anew"
    )
    done = subprocess.run([sys.executable, "tools/accuracy.py", "--json"], capture_output=True, cwd=ROOT, check=True)
    figures = json.loads(done.stdout)
    assert figures["missing"] == 0
    fallen = {k: (figures[k], floor) for k, floor in GATE["floors"].items() if figures[k] < floor}
    assert fallen == {}


def test_the_first_article_is_all_right(shared: Path) -> None:
    """The article that the project was born from: every statement, speaker, addressee and letter."""
    seed = shared / "gold/dev/texts/seed.txt"
    reports = subprocess.run(
        [sys.executable, "-m", "dipcli", "report", str(seed)], capture_output=True, cwd=ROOT, check=True
    )
    scorer = [sys.executable, str(shared / "gold/score.py"), str(shared / "gold/dev"), "--only", "seed", "--json"]
    figures = json.loads(subprocess.run(scorer, input=reports.stdout, capture_output=True, check=True).stdout)
    for figure in ("statement@.8", "who-said", "who-whom", "message", "leader", "office accuracy", "country accuracy"):
        assert figures[figure] == 1.0, figure
    assert json.loads(reports.stdout)["notes"][0]["reason"] == "caption_skipped"
