"""The house's rules, read from the code: who may import whom, and what library code never does."""

import ast
import tomllib
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "dipcli"
TABLE = tomllib.loads((ROOT / "tests/arrows.toml").read_text(encoding="utf-8"))
MODULES = sorted(
    p
    for p in PACKAGE.rglob("*.py")
    if (p.name not in ("__main__.py",) and p.parent != PACKAGE) or (p.name != "__init__.py" and p.name != "__main__.py")
)


def _name(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__")


def _imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
        elif isinstance(node, ast.Import):
            found.update(a.name for a in node.names)
    return found


def _under(name: str, allowed: list[str]) -> bool:
    return any(name == a or name.startswith(a + ".") for a in allowed)


def test_there_are_modules() -> None:
    assert len(MODULES) > 40


@pytest.mark.parametrize("path", MODULES, ids=[_name(p) for p in MODULES])
def test_arrows(path: Path) -> None:
    name = _name(path)
    own = name.split(".")[0]
    allowed = TABLE["arrows"].get(own)
    assert allowed is not None, f"{own} has no line in tests/arrows.toml"
    for module in _imports(path):
        if module.startswith("dipcli."):
            target = module.removeprefix("dipcli.")
            assert target.split(".")[0] == own or _under(target, allowed), f"{name} may not import {target}"
        library = module.split(".")[0]
        if library in TABLE["libraries"]:
            assert _under(name, TABLE["libraries"][library]), f"{name} may not import {library}"


LIBRARY = [p for p in MODULES if _name(p).split(".")[0] != "cli"]


@pytest.mark.parametrize("path", LIBRARY, ids=[_name(p) for p in LIBRARY])
def test_library_code_is_silent(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in ("print", "exit", "quit", "input"), f"{path.name}:{node.lineno}"
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            assert (node.value.id, node.attr) not in {
                ("os", "environ"),
                ("os", "getenv"),
                ("sys", "exit"),
                ("time", "time"),
                ("datetime", "now"),
            }, f"{path.name}:{node.lineno}"


def _records() -> set[str]:
    tree = ast.parse((PACKAGE / "model.py").read_text(encoding="utf-8"))
    return {n.name for n in tree.body if isinstance(n, ast.ClassDef)} - {"DipError", "Span"}


@pytest.mark.parametrize("path", MODULES, ids=[_name(p) for p in MODULES])
def test_records_are_built_with_keywords(path: Path) -> None:
    records = _records()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in records:
            assert not node.args, f"{path.name}:{node.lineno}: {node.func.id} takes keywords"
