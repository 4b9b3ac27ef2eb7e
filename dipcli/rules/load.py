"""Loads the compiled rules."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import orjson

from dipcli.model import DipError, RulesId
from dipcli.rules.match import Lexicon, Sections
from dipcli.text.segment import Boilerplate

if TYPE_CHECKING:
    from mmap import mmap

COMPILED = Path(__file__).parent / "compiled.bin"


class Rules:
    """The loaded rules: their identity and the lexicon that the stages ask."""

    __slots__ = ("boilerplate", "cache", "id", "lexicon", "sections", "sha256", "themes", "version")

    def __init__(self, data: "bytes | mmap") -> None:
        end = data.find(b"\n")
        info = orjson.loads(data[:end])
        if info.get("format") != 1:
            raise DipError("the compiled rules are of another version: install dipcli again")
        self.cache: dict[str, object] = {}  # what stages make once from the sections
        self.version: str = info["version"]
        self.sha256: str = info["sha256"]
        self.sections = Sections(data, {name: (end + 1 + a, n) for name, (a, n) in info["sections"].items()})
        self.id = RulesId(version=self.version, sha256=self.sha256)
        self.lexicon = Lexicon(self.sections)
        self.themes = orjson.loads(self.sections["themes"])
        lines = self.lexicon.lists["boilerplate"]
        self.boilerplate = Boilerplate(
            caption=re.compile("|".join(lines["caption"])), tail=re.compile("|".join(lines["tail"]))
        )


def load_rules(without: tuple[str, ...] = ()) -> Rules:
    """The rules that the package ships; ``without`` names tables to leave out.

    Raises DipError when a table cannot be read. Without ``without`` the compiled file is loaded; in a source tree where it
    was not made yet, the tables are compiled in memory (a second or so).
    """
    if not without and COMPILED.exists():
        from mmap import ACCESS_READ, mmap

        with COMPILED.open("rb") as f:
            return Rules(mmap(f.fileno(), 0, access=ACCESS_READ))
    from dipcli.rules.compile import compile_rules

    return Rules(compile_rules(without=without))
