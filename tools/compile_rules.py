"""Compiles the rule tables in a source tree: ``python tools/compile_rules.py`` (``--check`` only compares)."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from dipcli.rules.compile import compile_rules
from dipcli.rules.load import COMPILED


def main() -> int:
    """0 when the compiled file is in step (or was made so)."""
    made = compile_rules()
    if "--check" in sys.argv:
        same = COMPILED.exists() and COMPILED.read_bytes() == made
        if not same:
            sys.stderr.write("compiled rules are out of step: run python tools/compile_rules.py\n")
        return 0 if same else 1
    beside = COMPILED.with_suffix(".new")
    beside.write_bytes(made)
    beside.replace(COMPILED)  # a program that runs goes on with the bytes that it has mapped
    return 0


if __name__ == "__main__":
    sys.exit(main())
