"""The manual page, as the programs that show it read it."""

import os
import re
import subprocess

import pytest

from dipcli.cli.manual import manual
from dipcli.cli.tree import trees
from tests.cli.shells import needs_program
from tests.conftest import ROOT

pytestmark = pytest.mark.typer

PAGE = ROOT / "man/dip.1"
ENV = {**os.environ, "LC_ALL": "C.UTF-8", "MANWIDTH": "80", "TERM": "dumb", "MANPAGER": "cat"}


def shown() -> tuple[str, bytes]:
    """The page as ``man`` sets it, and what it complains of."""
    done = subprocess.run(["man", "--warnings", "-l", str(PAGE)], capture_output=True, env=ENV, check=False)
    assert done.returncode == 0, done.stderr
    return re.sub(".\b", "", done.stdout.decode()), done.stderr


@needs_program("man")
def test_man_shows_every_command_and_option_without_a_warning() -> None:
    text, warnings = shown()
    assert warnings == b""
    assert max(map(len, text.splitlines())) <= 92  # examples are not broken
    flat = " ".join(text.replace("‐\n", "").split())
    for tree in trees():
        assert f"dip {tree.name}" in flat
        assert all(example in flat for example in map(" ".join, (e.split() for e in tree.examples)))
        for option in tree.options:
            assert ", ".join(option.names) in flat, option.names
    for section in ("NAME", "SYNOPSIS", "EXAMPLES", "COMMANDS", "EXIT STATUS", "ENVIRONMENT"):
        assert f"\n{section}\n" in text
    assert "الحدود" in text


@needs_program("mandoc")
def test_mandoc_finds_nothing_to_warn_of() -> None:
    done = subprocess.run(["mandoc", "-Tlint", "-Wwarning", str(PAGE)], capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_the_page_is_ascii_and_no_text_is_a_request() -> None:
    page = manual(trees())
    assert page.isascii()
    known = {"TH", "SH", "SS", "TP", "PP", "B", "I", "BR", "RS", "RE", "nf", "fi", "br", "sp"}
    requests = {line[1:].split(" ")[0] for line in page.splitlines() if line.startswith((".", "'"))}
    assert requests <= known


@pytest.mark.parametrize("variable", ["DIP_FORMAT", "DIP_LANG", "DIP_BIDI", "COLUMNS", "NO_COLOR"])
def test_the_environment_is_told(variable: str) -> None:
    assert variable.replace("-", "\\-") in manual(trees())
