"""The project as a whole: versions and docs in step, compiled rules in step, nothing that does not belong."""

import os
import re
import subprocess
import sys
import tomllib

import dipcli
from dipcli.rules.compile import compile_rules
from dipcli.rules.load import COMPILED
from tests.conftest import ROOT


def _tracked() -> list[str]:
    done = subprocess.run(["git", "ls-files"], capture_output=True, cwd=ROOT, check=False)
    return done.stdout.decode().splitlines()


def test_version_is_one() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == dipcli.__version__
    assert f"version: {dipcli.__version__}" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert dipcli.__version__ in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_compiled_rules_are_in_step() -> None:
    if COMPILED.exists():
        assert COMPILED.read_bytes() == compile_rules(), "run python tools/compile_rules.py"


def test_compiling_gives_the_same_bytes_for_any_hash_seed() -> None:
    code = "import hashlib;from dipcli.rules.compile import compile_rules;print(hashlib.sha256(compile_rules()).hexdigest())"
    sums = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": s},
            check=True,
        ).stdout
        for s in ("0", "9")
    }
    assert len(sums) == 1


def test_generated_docs_are_in_step() -> None:
    done = subprocess.run([sys.executable, "tools/sync_docs.py", "--check"], capture_output=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stdout.decode()[-3000:] + done.stderr.decode()


def test_public_names_are_there() -> None:
    for name in dipcli.__all__:
        assert getattr(dipcli, name)


def test_no_path_of_a_machine() -> None:
    pattern = re.compile(r"(?:^|[\s\"'(=])/(?:work|home|root|Users)/|https?://[^\s]*(?:pypi|pythonhosted)")
    for name in _tracked():
        path = ROOT / name
        if path.suffix in (".py", ".md", ".toml", ".txt", ".cff", "") and path.is_file() and name != "LICENSE":
            text = path.read_text(encoding="utf-8", errors="replace")
            assert not pattern.search(text) or name == "tests/test_project.py", name
