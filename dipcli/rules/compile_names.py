"""Tables of people, countries, bodies and titles, as forms and what each names."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from dipcli.rules.source import Row, cell, key_of, read_tsv

Named = tuple[str, str]
"""A form and what it names: ``code TAB value``; the codes are listed in ``match.py``."""


def name_lines(names: Iterable[Named]) -> Iterator[str]:
    """Lines ``folded form TAB code TAB value``."""
    for form, rest in names:
        k = key_of(form)
        if k:
            yield f"{k}\t{rest}"


def all_names(world: Path, without: tuple[str, ...]) -> Iterator[Named]:
    """The forms of every table of names."""
    if "people" not in without:
        for row in read_tsv(world / "people.tsv"):
            yield from person_names(row)
    for row in read_tsv(world / "countries.tsv"):
        yield from country_names(row)
    for places in ("cities", "provinces"):
        for row in read_tsv(world / f"{places}.tsv") if (world / f"{places}.tsv").exists() else ():
            for form in [row["name_ar"], *cell(row, "variants_ar")]:
                yield form, f"c\t{row['iso2']}"
    for table, code in (("organisations", "o"), ("media", "m"), ("regions", "r")):
        for row in read_tsv(world / f"{table}.tsv"):
            yield from body_names(row, code)
    for row in read_tsv(world / "offices.tsv"):
        yield from office_names(row)
    yield from _phrase_names(world)


def body_names(row: Row, code: str) -> Iterator[Named]:
    """Forms of an organisation (o), a medium (m) or a group of countries (r)."""
    for form in [row["name_ar"], *cell(row, "variants_ar")]:
        yield form, f"{code}\t{row['id']}"


def person_names(row: Row) -> Iterator[Named]:
    """Forms of a person: full names and short ones."""
    for form in [row["name_ar"], *cell(row, "variants_ar")]:
        yield form, f"{'p' if len(key_of(form).split()) > 1 else 'q'}\t{row['id']}"
    if row["short_ar"]:
        yield row["short_ar"], f"q\t{row['id']}"


def country_names(row: Row) -> Iterator[Named]:
    """Forms of a country: names, nationalities, capitals and seats that speak for it."""
    iso = row["iso2"]
    for form in [row["name_ar"], *cell(row, "variants_ar")]:
        yield form, f"C\t{iso}"
    for column in ("demonym_m", "demonym_f", "demonym_m_pl", "demonym_variants"):
        for form in cell(row, column):
            number = "pl" if column == "demonym_m_pl" else "sg"
            gender = "f" if form.endswith(("ة", "ه")) else "m"
            yield form, f"D\t{iso} {gender} {number}"
            yield _definite(form), f"D\t{iso} {gender} {number}"
            if column != "demonym_m_pl" and " " not in form and form.endswith(("ي", "ية")):
                stem = form[:-1] + "ت" if form.endswith("ة") else form
                for ending in ("ان", "ين"):
                    yield stem + ending, f"D\t{iso} {gender} du"
    for column in ("capital_ar", "capital_variants_ar", "other_cities_that_speak_ar"):
        for form in cell(row, column):
            yield form, f"K\t{iso}"
    for form in cell(row, "seats_ar"):
        yield form, f"S\t{iso}"


def _definite(demonym: str) -> str:
    """الكوري الجنوبي, with an article on both adjectives; الجنوب أفريقي, with one on the whole."""
    first, *rest = demonym.split(" ")
    both = first.endswith(("ي", "ية", "يون", "يين"))
    return " ".join(["ال" + first, *("ال" + w if both else w for w in rest)])


def office_names(row: Row) -> Iterator[Named]:
    """Forms of a title."""
    office, leader = row["office"], "1" if row["leader"] == "yes" else "0"
    for column, gender, number in (
        ("form_ar", "m", "sg"), ("variants_ar", "m", "sg"), ("feminine_ar", "f", "sg"),
        ("dual_ar", "m", "du"), ("plural_ar", "m", "pl"),
    ):  # fmt: skip
        for form in cell(row, column):
            yield form, f"t\t{office} {row['kind']} {leader} {gender} {number} {row['construct']}"
    if not row["feminine_ar"]:
        for form in [row["form_ar"], *cell(row, "variants_ar")]:
            yield _feminine(form), f"t\t{office} {row['kind']} {leader} f sg {row['construct']}"


def _feminine(form: str) -> str:
    """A title with the ending of the feminine on its head and on an adjective right behind it (المندوبة الدائمة)."""
    words = form.split()
    if words[0].endswith(("ة", "ى", "ا")):
        return form
    words[0] += "ة"
    if len(words) > 1 and words[0].startswith("ال") and words[1].startswith("ال") and not words[1].endswith(("ة", "ي")):
        words[1] += "ة"
    return " ".join(words)


def _phrase_names(world: Path) -> Iterator[Named]:
    for row in read_tsv(world / "honorifics.tsv"):
        of = row["of"].replace("; ", ",").replace(" ", "")
        yield row["form_ar"], f"h\t{row['kind']} m {of}"
        for form in cell(row, "feminine_ar"):
            if form != row["form_ar"]:
                yield form, f"h\t{row['kind']} f {of}"
    for row in read_tsv(world / "modifiers.tsv"):
        for column, gender in (("form_ar", "m"), ("feminine_ar", "f")):
            for form in cell(row, column):
                stem = form.removesuffix(" ل").removesuffix(" ب")
                meaning = row["meaning"].split(";")[0]
                yield stem, f"d\t{meaning} {row['changes_person']} {gender}"
    for row in read_tsv(world / "unnamed.tsv"):
        yield row["form_ar"], f"u\t{row['kind']} sg"
        if " " not in row["form_ar"] and not row["form_ar"].startswith("ال"):
            yield "ال" + row["form_ar"], f"u\t{row['kind']} sg"
        for form in cell(row, "plural_ar"):
            yield form, f"u\t{row['kind']} pl"
        for form in _duals(row["form_ar"]):
            yield form, f"u\t{row['kind']} du"
        for form in _accusative(row["form_ar"]) if row["kind"] != "document" else ():
            yield form, f"u\t{row['kind']} sg"


def _accusative(form: str) -> Iterator[str]:
    """مصدر دبلوماسي: مصدرا دبلوماسيا; nothing for phrases with a particle or a genitive, and where no ا is written."""
    words = form.split()
    if not _NO_DUAL.intersection(words) and not any(
        w.startswith("ال") or w.endswith(("ة", "ا", "ى", "ء")) for w in words
    ):
        yield " ".join(w + "ا" for w in words)


_NO_DUAL = frozenset({"أحد", "إحدى", "من", "في", "على", "عن"})


def _duals(form: str) -> Iterator[str]:
    """مصدر دبلوماسي: مصدران دبلوماسيان, مصدرين دبلوماسيين; nothing for phrases with a particle or a genitive."""
    words = form.split()
    genitive = any(w.startswith("ال") for w in words[1:]) or any(w.endswith(("ة", "ا", "ى")) for w in words)
    if _NO_DUAL.intersection(words) or genitive or len(words) > 2:
        return
    for ending in ("ان", "ين"):
        yield " ".join(w + ending for w in words)
        if len(words) == 1 and not form.startswith("ال"):
            yield f"ال{form}{ending}"
