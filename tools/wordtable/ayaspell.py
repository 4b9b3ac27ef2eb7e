"""Reads Ayaspell's dictionary (Debian: hunspell-ar) and lists every form it knows, with what the form is.

Only what the word table needs is read: the suffix rules (two levels), the aliases of flags and of
morphology, and the sections of the word list. Prefixes are left out: they are the article and the
proclitics, which ``build_words`` takes off by itself.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple

Class = Literal["noun", "past", "present", "imperative", "particle"]

SIGNS = re.compile("[\u064b-\u0652\u0670\u0640]")
_SECTION = re.compile(r"(\w+)(?:\.\w+)*\.dic$|(\w+)\.huns\.dic$")


class Form(NamedTuple):
    """One spelling: its class, its lemma (of verbs the third person of the past) and its suffixes."""

    spelling: str
    kind: Class
    lemma: str
    suffix: str


class Rule(NamedTuple):
    """A suffix rule: what falls off, what is added, before what, and the flags of the result."""

    strip: str
    add: str
    condition: re.Pattern[str]
    flags: str


@dataclass
class Affixes:
    """The part of ``ar.aff`` that is used."""

    flag_alias: list[str] = field(default_factory=lambda: [""])
    morph_alias: list[str] = field(default_factory=lambda: [""])
    suffixes: dict[str, list[Rule]] = field(default_factory=dict)

    def flags(self, code: str) -> list[str]:
        """The two-letter flags behind an alias number (or a literal string of flags)."""
        text = self.flag_alias[int(code)] if code.isdigit() else code
        return [text[i : i + 2] for i in range(0, len(text), 2)]

    def apply(self, word: str, code: str) -> Iterator[tuple[str, str, str]]:
        """(form, what was added, flags of the form) for each suffix rule that the word can take."""
        for flag in self.flags(code) if code else ():
            for rule in self.suffixes.get(flag, ()):
                if word.endswith(rule.strip) and rule.condition.search(word):
                    yield word[: len(word) - len(rule.strip)] + rule.add, rule.add, rule.flags


def read_affixes(path: Path) -> Affixes:
    """Parse ``ar.aff``; the first AF and AM lines hold counts and are skipped."""
    affixes = Affixes()
    counted: set[str] = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        kind, _, rest = line.partition(" ")
        if kind in ("AF", "AM"):
            target = affixes.flag_alias if kind == "AF" else affixes.morph_alias
            if kind in counted:
                target.append(rest.split("#")[0].strip() if kind == "AF" else rest)
            counted.add(kind)
        elif kind == "SFX" and len(parts := rest.split()) >= 4:
            strip, (add, _, flags) = parts[1], parts[2].partition("/")
            condition = re.compile(("" if parts[3] == "." else parts[3]) + "$")
            rule = Rule("" if strip == "0" else strip, SIGNS.sub("", "" if add == "0" else add), condition, flags)
            affixes.suffixes.setdefault(parts[0], []).append(rule)
    return affixes


def _sections(path: Path) -> Iterator[tuple[str, str]]:
    """(section, entry) for each entry of ``ar.dic``; the sections are the files it was made of."""
    section = ""
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        if line.endswith(".dic"):
            section = line.split(".")[0]
        elif line and line[0] not in ":#" and not line[0].isdigit():
            yield section, line


def _verb_classes(morphology: str) -> list[Class]:
    names: dict[str, Class] = {"is:pst": "past", "is:prst": "present", "is:imp": "imperative"}
    return [names[x] for x in morphology.split() if x in names]


def forms(directory: Path) -> Iterator[Form]:
    """Every form of the dictionary without prefixes; the same spelling comes once for each reading."""
    affixes = read_affixes(directory / "ar.aff")
    for section, line in _sections(directory / "ar.dic"):
        entry, _, morph = line.partition("\t")
        word, _, code = entry.partition("/")
        kinds: list[Class] = ["noun"] if section == "names" else ["particle"]
        lemma = word
        if section == "verb":
            morphology = affixes.morph_alias[int(morph)] if morph.isdigit() else morph
            kinds = _verb_classes(morphology)
            lemma = next((x[3:] for x in morphology.split() if x.startswith("st:")), word)
        for spelling, suffix in _spellings(affixes, word, code):
            for kind in kinds:
                yield Form(spelling, kind, lemma, suffix)


def _spellings(affixes: Affixes, word: str, code: str) -> Iterator[tuple[str, str]]:
    yield word, ""
    for form, added, flags in affixes.apply(word, code):
        yield form, added
        for longer, more, _ in affixes.apply(form, flags):
            yield longer, more
