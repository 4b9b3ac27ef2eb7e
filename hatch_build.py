"""What happens when the package is built: the rule tables become one file; on request the stages become machine code.

``DIP_COMPILE=1 pip install .`` compiles the modules that ``compile`` lists in pyproject.toml with mypyc. That takes a C
compiler and minutes, and reads about twice as fast; the reports are the same bytes. An editable install stays Python.
"""

import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# The version that the compiled modules were tested with.
COMPILER = ["mypy[mypyc]==2.4.*", "setuptools"]
GROUP = "dipcli"


def compiled() -> bool:
    """Was machine code asked for?"""
    return os.environ.get("DIP_COMPILE", "0") not in ("", "0")


class Build(BuildHookInterface):  # type: ignore[type-arg]
    """Writes ``dipcli/rules/compiled.bin``, and compiles modules into wheels where that was asked for."""

    _compiled: tempfile.TemporaryDirectory[str] | None = None  # what the wheel takes compiled modules from

    def dependencies(self) -> list[str]:
        """What the build needs beyond the project's own requirements for it."""
        return [*COMPILER, *self.build_config.builder.metadata.core.dependencies] if compiled() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by the builder before files are collected."""
        self._rules()
        build_data["artifacts"].append("dipcli/rules/compiled.bin")
        if compiled() and version == "standard" and self.target_name == "wheel":
            self._compiled = tempfile.TemporaryDirectory(prefix="dip-compiled-")
            build_data["force_include"] |= self._modules(Path(self._compiled.name))
            build_data |= {"pure_python": False, "infer_tag": True}

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Called by the builder when the package is written."""
        if self._compiled is not None:
            self._compiled.cleanup()

    def _rules(self) -> None:
        sys.path.insert(0, self.root)
        try:
            from dipcli.rules.compile import DATA, compile_rules

            (Path(self.root) / "dipcli/rules/compiled.bin").write_bytes(compile_rules(DATA))
        finally:
            sys.path.remove(self.root)

    def _modules(self, out: Path) -> dict[str, str]:
        """Compiled modules in ``out``, with the place where each belongs in the wheel."""
        from mypyc.build import mypycify
        from setuptools import Distribution
        from setuptools.command.build_ext import build_ext

        root = Path(self.root)
        names = sorted(str(p.relative_to(root)) for pattern in self.config["compile"] for p in root.glob(pattern))
        here = Path.cwd()
        os.chdir(root)
        try:
            extensions = mypycify(
                [n for n in names if not n.endswith("__init__.py")], opt_level="2", debug_level="0", group_name=GROUP,
                multi_file=True, target_dir=str(out / "c"),
            )  # fmt: skip
            command = build_ext(Distribution({"name": GROUP, "ext_modules": extensions}))
            command.build_lib, command.build_temp = str(out / "lib"), str(out / "o")
            command.ensure_finalized()
            command.run()
        finally:
            os.chdir(here)
        return {str(p): str(p.relative_to(out / "lib")) for p in sorted((out / "lib").rglob("*")) if p.is_file()}
