"""The folder stands alone: under another name, with nothing but the standard library."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

CODE = """
import json, sys
sys.path.insert(0, sys.argv[1])
before = set(sys.modules)
import rtl
line = rtl.set_line("\\u0642\\u0627\\u0644 (5)")
print(json.dumps([line.text, sorted(m for m in {n.split(".")[0] for n in set(sys.modules) - before} - sys.stdlib_module_names)]))
"""


def test_folder_stands_alone(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "dipcli/bidi", tmp_path / "rtl", ignore=shutil.ignore_patterns("__pycache__"))
    done = subprocess.run([sys.executable, "-I", "-S", "-c", CODE, str(tmp_path)], capture_output=True, check=True)
    assert json.loads(done.stdout) == ["(5) \ufedd\ufe8e\ufed7", ["rtl"]]
