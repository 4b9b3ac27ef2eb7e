"""Loads the compiled rules, and a user's own tables over them."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson

from dipcli.model import DipError, OwnRules, RulesId
from dipcli.rules.lines import opened
from dipcli.rules.match import Lexicon
from dipcli.text.boilerplate import Boilerplate, LinePattern

if TYPE_CHECKING:
    from mmap import mmap

COMPILED = Path(__file__).parent / "compiled.bin"


class Rules:
    """The loaded rules: their identity and the lexicon that the stages ask."""

    __slots__ = (
        "boilerplate",
        "cache",
        "confidence",
        "id",
        "lexicon",
        "own_themes",
        "sections",
        "sha256",
        "themes",
        "version",
    )

    def __init__(self, data: "bytes | mmap") -> None:
        info, self.sections = opened(data)
        if info.get("format") != 2:
            raise DipError("the compiled rules are of another version: install dipcli again")
        self.cache: dict[str, object] = {}  # what stages make once from the sections
        self.version: str = info["version"]
        self.sha256: str = info["sha256"]
        own = tuple(OwnRules(name=o["name"], sha256=o["sha256"]) for o in info.get("own", ()))
        self.id = RulesId(version=self.version, sha256=self.sha256, own=own)
        self.lexicon = Lexicon(self.sections)
        self.themes = orjson.loads(self.sections["themes"])
        self.confidence: dict[str, Any] = orjson.loads(self.sections["confidence"])  # bias and weights
        self.own_themes: list[dict[str, Any]] = orjson.loads(self.sections["own_themes"]) if own else []
        lines = self.lexicon.lists["boilerplate"]
        self.boilerplate = Boilerplate(
            caption=[LinePattern(x["words"], x["fits"]) for x in lines["caption"]],
            tail=[LinePattern(x["words"], x["fits"]) for x in lines["tail"]],
            rest=[LinePattern(x["words"], f'[.!?؟…»”"]\\s*({x["fits"]})') for x in lines["rest"]],
        )

    def theme_labels(self) -> dict[str, tuple[str, str]]:
        """Themes by id with their labels, Arabic and English: those of the classifier, then the user's own."""
        labels = {t[0]: (t[3], t[4]) for t in self.themes}
        return labels | {t["id"]: (t["ar"], t["en"]) for t in self.own_themes}


def load_rules(without: Sequence[str] = (), own: Sequence[str | Path] = ()) -> Rules:
    """The rules that the package ships; ``without`` names tables to leave out, ``own`` folders of tables to lay over them.

    Tables lay over each other by id, those of a later folder over those of an earlier one; docs/own-rules.md says what
    may stand in such a folder. Raises DipError when a table cannot be read or is wrong. Without ``without`` the compiled
    file is loaded; in a source tree where it was not made yet, the tables are compiled in memory (a second or so).
    """
    return Rules(rules_data(without, own))


def rules_data(without: Sequence[str] = (), own: Sequence[str | Path] = ()) -> "bytes | mmap":
    """What ``load_rules`` makes rules of."""
    if not own:
        return compiled(without)
    from dipcli.rules.own.overlay import overlaid

    return overlaid(compiled(without), own)


def compiled(without: Sequence[str] = ()) -> "bytes | mmap":
    """The compiled rules as they lie in the package, or made anew where they must be."""
    if not without and COMPILED.exists():
        from mmap import ACCESS_READ, mmap

        with COMPILED.open("rb") as f:
            return mmap(f.fileno(), 0, access=ACCESS_READ)
    from dipcli.rules.compile import compile_rules

    return compile_rules(without=tuple(without))
