"""Compiles the rule tables into the one file that the program loads, when the package is built."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileRules(BuildHookInterface):  # type: ignore[type-arg]
    """Writes ``dipcli/rules/compiled.bin`` for wheels and for editable installs."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by the builder before files are collected."""
        sys.path.insert(0, self.root)
        try:
            from dipcli.rules.compile import DATA, compile_rules

            (Path(self.root) / "dipcli/rules/compiled.bin").write_bytes(compile_rules(DATA))
        finally:
            sys.path.remove(self.root)
        build_data["artifacts"].append("dipcli/rules/compiled.bin")
