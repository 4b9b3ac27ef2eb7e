#!/usr/bin/env python3
"""Builds ``dipcli/rules/data/words.tsv``: which words are verbs, nouns, names, places or function words.

Needs wordfreq, Faker and Debian's hunspell-ar; the program itself needs none of them. Same sources, same
bytes.
Usage: build_words.py [--hunspell DIR] [--out FILE]
"""

import argparse
import math
import sys
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from wordtable.folding import fold, is_arabic  # noqa: E402
from wordtable.masdars import masdar_lemmas  # noqa: E402
from wordtable.names import (  # noqa: E402
    PARTICLES,
    demonyms,
    faker_names,
    nisba_names,
    people_names,
    places,
    split_name,
    words_of,
)
from wordtable.readings import Reading, Stem, divisions, share_out, stems  # noqa: E402

DATA = HERE.parent / "dipcli" / "rules" / "data"
SIZE = 80_000  # most frequent folded spellings that are looked at
KEEP = 0.02  # a reading under this share of its spelling is left out
WIDE = 150_000  # beyond SIZE and up to here, only finite verbs and participles in -an are taken
ORDINARY, FREQUENT, BEARERS = 0.85, 38, 3
# Function words that are common names too, and worth the doubt.
NAMES_ALL_THE_SAME = frozenset(("علي", "لي"))


def frequencies() -> dict[str, float]:
    """Frequency of each folded spelling, most frequent first."""
    import wordfreq

    total: dict[str, float] = defaultdict(float)
    for word, frequency in wordfreq.get_frequency_dict("ar", "large").items():
        if is_arabic(folded := fold(word)):
            total[folded] += frequency
    return dict(sorted(total.items(), key=lambda item: (-item[1], item[0])))


def read_words(path: Path) -> set[str]:
    """Folded words of a hand-written list; # begins a note, _ joins words that are no single word."""
    lines = [x for x in path.read_text(encoding="utf-8").splitlines() if not x.startswith("#")]
    return {fold(w) for w in " ".join(lines).split() if "_" not in w}


class Names:
    """Name words and places by folded word. ``bearers`` counts the known persons who bear a word."""

    def __init__(self, world: Path) -> None:
        self.given: set[str] = set()
        self.other: set[str] = set(PARTICLES)
        for flag, name in faker_names():
            words = split_name(name)
            if flag == "g":
                self.given |= set(words[:1])
            self.other |= set(words[1:] if flag == "g" else words)
        self.nisba = nisba_names(self.given)
        self.common = self.given | self.other
        bearers: dict[str, set[str]] = defaultdict(set)
        for flag, word, person in people_names(world):
            bearers[word].add(person)
            (self.given if flag == "g" else self.other).add(word)
        self.bearers = {word: len(persons) for word, persons in bearers.items()}
        self.places: set[str] = set()
        self.place_words: set[str] = set()
        for place in places(world):
            words = split_name(place)
            (self.places if len(words) == 1 else self.place_words).update(w for w in words if len(w) > 1)
        self.demonyms = set(words_of(demonyms(world)))
        self.given = {w for w in self.given if is_arabic(w) and len(w) > 1}
        self.other = {w for w in self.other if is_arabic(w) and len(w) > 1}

    def all(self) -> set[str]:
        """Every word of a person's name or a place."""
        return self.given | self.other | self.places | self.place_words


def known_stems(hunspell: Path, frequency: dict[str, float], names: Names, function: set[str]) -> dict[str, set[Stem]]:
    """Stems of the dictionary, and one stem of its own for every name, place and function word."""
    wanted = {rest for word in frequency for _, _, rest in divisions(word)} | names.all()
    known = stems(hunspell, wanted)
    for word in sorted(names.all()):
        known.setdefault(word, set()).add(Stem("name", word, ""))
    for word in sorted(names.demonyms):
        known.setdefault(word, set()).add(Stem("noun", word, ""))
    for word in sorted(function):
        known.setdefault(word, set()).add(Stem("function", word, ""))
    return known


_BARE = ("", "ال", "س")


class Shares:
    """How much of a spelling is verb, noun, particle, name or function word."""

    def __init__(self, readings: list[Reading]) -> None:
        self._of: dict[str, float] = defaultdict(float)
        bare = [r for r in readings if r.before in _BARE]
        # A word of its own (وزير) is not also و and a verb; only where it mostly is, those readings count.
        counted = bare if sum(r.share for r in bare) >= 0.5 else readings
        for reading in counted:
            self._of[reading.stem.kind] += reading.share
        self.verb = self._of["past"] + self._of["present"]
        self.noun = self._of["noun"]
        self.name = self._of["name"]
        self.particle = self._of["particle"]
        self.dictionary = self.verb + self.noun + self._of["imperative"] + self._of["particle"]


def _is_name(word: str, shares: Shares, names: Names, function: set[str], frequency: float) -> bool:
    """Whether a word found in names may be taken for one: ordinary words of one or two people are not."""
    if word in function:
        return word in NAMES_ALL_THE_SAME
    if word in names.nisba:
        return True
    ordinary = shares.dictionary >= ORDINARY and zipf10(frequency) >= FREQUENT
    return not ordinary or word in names.common or names.bearers.get(word, 0) >= BEARERS


def flags_of(
    word: str, readings: list[Reading], names: Names, function: set[str], masdars: set[str], freq: float
) -> str:
    """The letters of a word: f first, then v, n and those of names by likelihood; m, c, x, p last."""
    shares = Shares(readings)
    groups = [(letter, share) for letter, share in (("v", shares.verb), ("n", shares.noun)) if share >= KEEP]
    personal = ""
    if _is_name(word, shares, names, function, freq):
        personal = ("g" if word in names.given else "") + ("s" if word in names.other or word in names.nisba else "")
    if personal:
        groups.append((personal, shares.name))
    flags = ("f" if word in function else "") + "".join(x for x, _ in sorted(groups, key=lambda x: (-x[1], x[0])))
    if any(_is_masdar(r, masdars) for r in readings):
        flags += "m"
    if word in names.places or (word in names.place_words and not set(flags) & set("fvngs")):
        flags += "c"
    if shares.dictionary < KEEP and word not in function:
        flags += "x"
    if personal and word not in names.common and word not in names.nisba:
        flags += "p"
    if not flags:
        # Inflected function words; the five nouns (اخوه, ابيه) are among the dictionary's particles.
        flags = "x" if shares.particle < 0.5 else "n" if word.removeprefix("و").startswith(("اب", "اخ", "حم")) else "f"
    return flags


# Without ya: it is the nisba far more often than "my".
_MASDAR_ENDINGS = frozenset(
    ("", "ه", "ها", "هم", "هما", "هن", "ك", "كم", "نا", "ات", "اته", "اتها", "اتهم", "ا", "ته", "تها", "تهم")
)


def _is_masdar(reading: Reading, masdars: set[str]) -> bool:
    stem = reading.stem
    if stem.kind != "noun" or stem.lemma not in masdars or reading.share < KEEP:
        return False
    return stem.suffix in _MASDAR_ENDINGS


def is_prefixed(word: str, readings: list[Reading], table: set[str], frequency: dict[str, float]) -> bool:
    """Whether the spelling is nothing but a proclitic before another word of the table."""
    if not readings:
        # A foreign name after wa-: the name alone must be in the table and at least as frequent.
        rest = word[1:]
        return word[0] in "وف" and len(rest) > 3 and rest in table and frequency.get(rest, 0.0) >= frequency[word]
    if sum(r.share for r in readings if r.before in _BARE) >= KEEP:
        return False
    return any(word[len(c + (p if p != "ال" else "")) :] in table for c, p, _ in divisions(word) if c or p)


def build(hunspell: Path) -> list[str]:
    """The lines of the table, sorted."""
    frequency = frequencies()
    names = Names(DATA / "world")
    function = read_words(HERE / "wordtable" / "function_words.txt")
    known = known_stems(hunspell, frequency, names, function)
    shares = share_out(frequency, known)
    masdars = masdar_lemmas(hunspell, HERE / "wordtable" / "masdars.txt")
    protected = names.all() | function
    ranked = list(frequency)
    top = set(ranked[:SIZE]) | protected
    wide = {w for w in ranked[SIZE:WIDE] if w not in protected and _worth_it(w, shares.get(w, []))}
    lines = []
    for word in sorted(top | wide):
        readings = shares.get(word) or [Reading("", stem, 0.5) for stem in sorted(known.get(word, ()))]
        if word not in protected and is_prefixed(word, readings, top, frequency):
            continue
        flags = flags_of(word, readings, names, function, masdars, frequency.get(word, 0.0))
        lines.append(f"{word}\t{flags}\t{zipf10(frequency.get(word, 0.0))}")
    return lines


def _worth_it(word: str, readings: list[Reading]) -> bool:
    """A rarer word that is a verb in the third person or a participle in -an, and could pass for a name."""
    verb = sum(r.share for r in readings if _third_person(r))
    participle = word[0] == "م" and word[-1] == "ا" and sum(r.share for r in readings if r.stem.kind == "noun") > 0.5
    return verb > 0.5 or participle


def _third_person(reading: Reading) -> bool:
    stem, clitic = reading.stem, reading.stem.suffix
    if stem.kind == "past":
        return reading.before == "" and clitic in ("", "ت", "وا", "ا", "تا", "ه", "ها", "هم", "ته", "تها")
    return stem.kind == "present" and reading.before in ("", "س") and clitic in ("", "ون", "ان", "وا", "ه", "ها")


def zipf10(frequency: float) -> int:
    """Ten times the Zipf value (logarithm of the occurrences in a thousand million words); 0 if unknown."""
    return max(0, round(10 * (math.log10(frequency) + 9))) if frequency > 0 else 0


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--hunspell", type=Path, default=Path("/usr/share/hunspell"), help="directory of ar.aff, ar.dic"
    )
    parser.add_argument("--out", type=Path, default=DATA / "words.tsv")
    args = parser.parse_args()
    args.out.write_text("\n".join(build(args.hunspell)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
