"""The modules that may be compiled: mypyc takes them as they are, and they use nothing that only works uncompiled."""

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.inputs.reading import has_extra

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PATTERNS: list[str] = PROJECT["tool"]["hatch"]["build"]["hooks"]["custom"]["compile"]
MODULES = sorted(p for pattern in PATTERNS for p in ROOT.glob(pattern) if p.name != "__init__.py")
# In a compiled class these run again at each use, or not at all.
_NOT_KEPT = {"cached_property", "lru_cache", "singledispatchmethod"}


def test_every_pattern_finds_modules() -> None:
    assert all(list(ROOT.glob(pattern)) for pattern in PATTERNS)
    assert len(MODULES) > 50


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.stem)
def test_methods_keep_nothing_by_decorators(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ClassDef):
            names = {n.id for f in node.body if isinstance(f, ast.FunctionDef) for n in f.decorator_list if isinstance(n, ast.Name)}  # fmt: skip
            assert not names & _NOT_KEPT


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.stem)
def test_constants_are_final(path: Path) -> None:
    """Compiled, any other name of a module is looked up in a dictionary each time that it is used."""
    targets = [t for node in ast.parse(path.read_text(encoding="utf-8")).body if isinstance(node, ast.Assign) for t in node.targets]  # fmt: skip
    assert not [n.id for t in targets for n in ast.walk(t) if isinstance(n, ast.Name) and n.id.isupper()]


@pytest.mark.skipif(not has_extra("mypyc") or not has_extra("setuptools"), reason="needs mypy and setuptools")
def test_the_compiler_takes_them(tmp_path: Path) -> None:
    program = (
        "import sys; from mypyc.build import mypycify; mypycify(sys.argv[2:], target_dir=sys.argv[1], multi_file=True)"
    )
    names = [str(p.relative_to(ROOT)) for p in MODULES]
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path), *names], cwd=ROOT, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
