"""Which nouns are masdars: of the derived verb forms by their shape, of the first form by a list."""

import re
from pathlib import Path

from wordtable.ayaspell import forms
from wordtable.folding import SIGNS

_R = "[\u0621-\u064a]"
# (shape of the verb, how its masdar is made). Root letters are groups; alif seats are those of the
# dictionary.
_SHAPES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(f"^است({_R})({_R})({_R})$"), r"است\1\2ا\3"),
    (re.compile(f"^است({_R})ا({_R})$"), r"است\1ا\2ة"),
    (re.compile(f"^ان({_R})({_R})({_R})$"), r"ان\1\2ا\3"),
    (re.compile(f"^ا({_R})([تطدذ])({_R})({_R})$"), r"ا\1\2\3ا\4"),
    (re.compile(f"^ا({_R})({_R})({_R})$"), r"ا\1\2ا\3"),
    (re.compile(f"^أ({_R})({_R})({_R})$"), r"إ\1\2ا\3"),
    (re.compile(f"^أ({_R})ا({_R})$"), r"إ\1ا\2ة"),
    (re.compile(f"^ت({_R})ا({_R})({_R})$"), r"ت\1ا\2\3"),
    (re.compile(f"^ت({_R})({_R})({_R})$"), r"ت\1\2\3"),
    (re.compile(f"^({_R})ا({_R})({_R})$"), r"م\1ا\2\3ة"),
    (re.compile(f"^({_R})ا({_R})ى$"), r"م\1ا\2اة"),
    (re.compile(f"^({_R})({_R})({_R})$"), r"ت\1\2ي\3"),
    (re.compile(f"^({_R})({_R})[ىا]$"), r"ت\1\2ية"),
    (re.compile(f"^({_R})({_R})أ$"), r"ت\1\2ئة"),
    (re.compile(f"^آ({_R})({_R})$"), r"إي\1ا\2"),
    (re.compile(f"^أ({_R})({_R})ى$"), r"إ\1\2اء"),
    (re.compile(f"^ا({_R})({_R})({_R})ى$"), r"ا\1\2\3اء"),
    (re.compile(f"^است({_R})({_R})ى$"), r"است\1\2اء"),
)


def masdar_lemmas(directory: Path, listed: Path) -> set[str]:
    """Noun lemmas of the dictionary that are masdars (signs removed)."""
    verbs: set[str] = set()
    nouns: set[str] = set()
    for form in forms(directory):
        if form.kind == "noun" and not form.suffix:
            nouns.add(SIGNS.sub("", form.lemma))
        elif form.kind == "past" and not form.suffix:
            verbs.add(SIGNS.sub("", form.lemma))
    made = {m.expand(template) for verb in verbs for shape, template in _SHAPES if (m := shape.match(verb))}
    lines = [x for x in listed.read_text(encoding="utf-8").splitlines() if not x.startswith("#")]
    return (made & nouns) | set(" ".join(lines).split())
