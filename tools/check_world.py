#!/usr/bin/env python3
"""Checks the fact tables: are they well formed, and does any name, term or office contradict another?

Every check is a pure function from rows to a list of sentences; an empty list means that all is well. What
is ambiguous in the language itself is declared in ``ambiguous.tsv`` (a form that names two things), rival
governments and presidents in ``rivals.tsv``.
Usage: check_world.py [DIR]; prints the conflicts, exit status 1 when there are any.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from wordtable.names import split_name  # noqa: E402

from dipcli.rules.source import Row, cell, read_tsv  # noqa: E402

WORLD = HERE.parent / "dipcli" / "rules" / "data" / "world"
ISO = frozenset(
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS"
    " BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE"
    " EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM"
    " HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC"
    " LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA"
    " NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW"
    " SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO"
    " TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW".split()
)
NOT_ISO = frozenset(("EU", "UN", "XK"))  # used beside ISO 3166-1: the Union, the United Nations, Kosovo
COUNTRY_FORMS = ("name_ar", "variants_ar", "capital_ar", "capital_variants_ar", "other_cities_that_speak_ar")
DEMONYMS = ("demonym_m", "demonym_f", "demonym_m_pl", "demonym_variants")
OFFICE_FORMS = ("form_ar", "variants_ar", "feminine_ar", "dual_ar", "plural_ar")
REQUIRED = {
    "people": ("id", "name_ar", "name_en", "gender", "office_ar", "office"),
    "countries": ("iso2", "name_en", "name_ar"),
    "cities": ("iso2", "name_ar", "name_en"),
    "provinces": ("iso2", "name_ar", "name_en"),
    "offices": ("office", "kind", "form_ar", "construct", "english", "leader"),
    "organisations": ("id", "kind", "name_ar", "name_en", "gender", "number"),
    "media": ("id", "kind", "name_ar", "name_en", "gender"),
    "regions": ("id", "name_ar", "name_en"),
}
_SIGNS = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u00a0\u064b-\u0652\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
_DATE = re.compile(r"(19|20)\d\d(-(0[1-9]|1[0-2]))?")
_LATIN = re.compile("[A-Za-z]")

Forms = dict[str, set[str]]


def key(form: str) -> str:
    """A form as it is compared: folded words."""
    return " ".join(split_name(form))


def names_of(row: Row) -> list[str]:
    """Folded names and spellings of a row."""
    return [key(x) for x in [row["name_ar"], *cell(row, "variants_ar")]]


# -- shape
# -----------------------------------------------------------------------------------------------------------


def malformed(table: str, text: str) -> list[str]:
    """Cells and lines that are not as the format wants them."""
    lines = text.split("\n")
    head = lines[0].split("\t")
    out = [] if lines[-1] == "" else [f"{table}: the last line has no line end"]
    for number, line in enumerate(lines[1:-1], 2):
        cells = line.split("\t")
        if len(cells) != len(head):
            out.append(f"{table}:{number}: {len(cells)} cells, the header has {len(head)}")
            continue
        for column, value in zip(head, cells, strict=True):
            out += [f"{table}:{number}: {column}: {why}" for why in _cell_faults(column, value)]
            if not value and column in REQUIRED.get(table, ()):
                out.append(f"{table}:{number}: {column} is empty")
    return out


def _cell_faults(column: str, value: str) -> Iterator[str]:
    if value != value.strip() or "  " in value:
        yield "stray blanks"
    if _SIGNS.search(value) and column.endswith("_ar"):
        yield "a vowel sign or an invisible character"
    if ";" in value and not all(part.strip() for part in value.split(";")):
        yield "an empty item in a list"
    if column == "name_ar" and (_LATIN.search(value) or not key(value)):
        yield "no Arabic name"


def repeated(rows: Iterable[Row], *columns: str) -> list[str]:
    """Rows that have the same values in the given columns."""
    seen: set[tuple[str, ...]] = set()
    out = []
    for row in rows:
        value = tuple(row[c] for c in columns)
        if value in seen:
            out.append(f"{', '.join(columns)} stands twice: {' '.join(value)}")
        seen.add(value)
    return out


def repeated_forms(rows: Iterable[Row], id_column: str, columns: tuple[str, ...]) -> list[str]:
    """Forms that stand twice in one list after folding: the second says nothing."""
    out = []
    for row in rows:
        for column in columns:
            forms = [key(x) for x in cell(row, column)]
            out += [f"{row[id_column]}: {column}: {f} twice" for f in sorted({f for f in forms if forms.count(f) > 1})]
    return out


def unknown_references(people: list[Row], offices: list[Row], countries: list[Row], others: Iterable[Row]) -> list[str]:
    """Offices that ``offices.tsv`` does not have and countries that ``countries.tsv`` does not have."""
    known = {r["office"] for r in offices}
    codes = {r["iso2"] for r in countries} | NOT_ISO | {""}
    out = [f"{r.get('id', 'a class')}: unknown office {r['office']}" for r in people if r["office"] not in known]
    for row in [*people, *others]:
        wanted = [row.get("country", ""), *cell(row, "members")]
        out += [f"{row.get('id')}: unknown country {c}" for c in wanted if c not in codes]
    return out


def bad_codes(countries: list[Row]) -> list[str]:
    """Codes that ISO 3166-1 does not have and that are not declared here."""
    return [f"no country code: {r['iso2']}" for r in countries if r["iso2"] not in ISO | NOT_ISO]


# -- people
# ----------------------------------------------------------------------------------------------------------


def uneven_people(people: list[Row]) -> list[str]:
    """Persons whose rows disagree on what belongs to the person and not to the office."""
    first: dict[str, Row] = {}
    out = []
    for row in people:
        other = first.setdefault(row["id"], row)
        for column in ("name_ar", "variants_ar", "short_ar", "name_en", "short_en", "gender"):
            if row[column] != other[column]:
                out.append(f"{row['id']}: {column} differs between rows")
    return out + [f"{r['id']}: gender {r['gender']}" for r in first.values() if r["gender"] not in ("m", "f")]


def bad_terms(people: list[Row]) -> list[str]:
    """Dates that are no year or year and month, or end before they begin."""
    out = []
    for row in people:
        start, end = row["from"], row["to"]
        if any(x and not _DATE.fullmatch(x) for x in (start, end)):
            out.append(f"{row['id']}: not a date: {start} {end}")
        elif start and end and end[: len(start)] < start[: len(end)]:
            out.append(f"{row['id']}: ends before it begins: {start} {end}")
    return out


def full_names(people: list[Row]) -> Forms:
    """Names of two words or more, with the persons that bear them. A short form is no full name."""
    out: Forms = defaultdict(set)
    for row in people:
        short = key(row["short_ar"])
        for name in names_of(row):
            if " " in name and name != short:
                out[name].add(row["id"])
    return out


def shared_names(people: list[Row], declared: set[str]) -> list[str]:
    """Full names of two persons, unless they are declared namesakes."""
    found = sorted(full_names(people).items())
    return [f"{n}: {' and '.join(sorted(ids))}" for n, ids in found if len(ids) > 1 and n not in declared]


def names_of_something_else(people: list[Row], other: Forms, declared: set[str]) -> list[str]:
    """Names and short forms of persons that are a country, a capital, a seat, a demonym, an office or a body.

    ``other`` maps a form to what it names. One-word forms of bodies and offices do not count: they name the
    person only after the full name stood.
    """
    out = set()
    for row in people:
        for name in [*names_of(row), key(row["short_ar"])]:
            what = other.get(name, set())
            if " " not in name:
                what = {x for x in what if x.startswith("country ")}
            if what and name not in declared:
                out.add(f"{row['id']}: {name} is {', '.join(sorted(what))}")
    return sorted(out)


def ordinary_names(people: list[Row], words: dict[str, tuple[str, int]]) -> list[str]:
    """One-word spellings (but for the short form itself) that are function words or other frequent words."""
    out = set()
    for row in people:
        for name in [key(x) for x in cell(row, "variants_ar")]:
            letters, zipf = words.get(name, ("", 0))
            if " " not in name and name != key(row["short_ar"]) and "f" in letters:
                out.add(f"{row['id']}: {name} is a function word")
            elif " " not in name and name != key(row["short_ar"]) and zipf >= 48 and letters[:1] in ("n", "v"):
                out.add(f"{row['id']}: {name} is a frequent word")
    return sorted(out)


def overlapping_terms(
    people: list[Row], offices: list[Row], one_holder: set[str], rivals: set[frozenset[str]]
) -> list[str]:
    """Two holders of an office that has one, in one country, for more than the month of the change.

    Only rows whose title is the plain title count (no acting, deputy, rival or regional holders); a year
    without a month covers only what is certain.
    """
    plain = {
        (r["office"], key(x)) for r in offices for c in ("form_ar", "variants_ar", "feminine_ar") for x in cell(r, c)
    }
    by_office: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in people:
        counts = row["office"] in one_holder and row["country"] not in ("", "UN") and row["from"]
        if counts and (row["office"], key(row["office_ar"])) in plain:
            by_office[row["office"], row["country"]].append(row)
    out = []
    for (office, country), rows in sorted(by_office.items()):
        for a, b in combinations(sorted(rows, key=lambda r: (r["from"], r["id"])), 2):
            if _overlap(a, b) and frozenset((a["id"], b["id"])) not in rivals:
                out.append(f"{office} {country}: {a['id']} {a['from']}–{a['to']}, {b['id']} {b['from']}–{b['to']}")
    return out


def _overlap(a: Row, b: Row) -> bool:
    start = max(_months(a["from"], 12), _months(b["from"], 12))
    end = min(_months(a["to"] or "9999", 1), _months(b["to"] or "9999", 1))
    return end - start > 1


def _months(date: str, month: int) -> int:
    year, _, rest = date.partition("-")
    return int(year) * 12 + int(rest or month)


# -- forms that name two things
# --------------------------------------------------------------------------------------


def colliding(rows: Iterable[Row], id_column: str, columns: tuple[str, ...], declared: set[str]) -> list[str]:
    """Forms that two rows with different ids share."""
    owners: Forms = defaultdict(set)
    for row in rows:
        for column in columns:
            for form in cell(row, column):
                owners[key(form)].add(row[id_column])
    return [f"{f}: {', '.join(sorted(o))}" for f, o in sorted(owners.items()) if len(o) > 1 and f not in declared]


def colliding_bodies(rows: Iterable[Row], declared: set[str]) -> list[str]:
    """Names shared by two bodies of one country, or of none. Between countries the article decides."""
    owners: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in rows:
        for name in names_of(row):
            owners[name].add((row.get("country", ""), row["id"]))
    out = []
    for name, pairs in sorted(owners.items()):
        countries = [country for country, _ in pairs]
        if len(set(countries)) < len(countries) and name not in declared:
            out.append(f"{name}: {', '.join(sorted(i for _, i in pairs))}")
    return out


def function_words(
    rows: Iterable[Row],
    id_column: str,
    columns: tuple[str, ...],
    words: dict[str, tuple[str, int]],
    declared: set[str],
) -> list[str]:
    """One-word forms that are function words: a text is full of them, and they name nothing."""
    out = []
    for row in rows:
        for column in columns:
            for form in cell(row, column):
                if "f" in words.get(key(form), ("", 0))[0] and key(form) not in declared:
                    out.append(f"{row[id_column]}: {column}: {form} is a function word")
    return out


def things(countries: list[Row], offices: list[Row], bodies: Iterable[Row]) -> Forms:
    """Everything that is no person, by folded form, for ``names_of_something_else``."""
    out: Forms = defaultdict(set)
    for row in countries:
        for column in (*COUNTRY_FORMS, "seats_ar", *DEMONYMS):
            for form in cell(row, column):
                out[key(form)].add(f"country {row['iso2']}")
                if column in DEMONYMS:
                    out["ال" + key(form)].add(f"country {row['iso2']}")
    for row in offices:
        for column in OFFICE_FORMS:
            for form in cell(row, column):
                out[key(form)].add(f"office {row['office']}")
    for row in bodies:
        for name in names_of(row):
            out[name].add(f"body {row['id']}")
    return out


# -- all ---------------------------------------------------------------------------------------------------
# --------


def read_words(path: Path) -> dict[str, tuple[str, int]]:
    """The word table: letters and ten times the Zipf value by word."""
    lines = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return {word: (letters, int(zipf)) for word, letters, zipf in lines}


def conflicts(world: Path = WORLD) -> list[str]:
    """All conflicts of the tables in a directory."""
    t = {p.stem: read_tsv(p) for p in sorted(world.glob("*.tsv"))}
    words = read_words(world.parent / "words.tsv")
    people, offices, countries = t["people"], t["offices"], t["countries"]
    bodies = [*t["organisations"], *t["media"]]
    declared = {key(r["form_ar"]) for r in t["ambiguous"]}
    rivals = {frozenset(cell(r, "ids")) for r in t["rivals"]}
    one_holder = {r["office"] for r in t["office_classes"] if r["one_holder"] == "yes"}
    out = [x for p in sorted(world.glob("*.tsv")) for x in malformed(p.stem, p.read_text(encoding="utf-8"))]
    for table, columns in (
        ("countries", ("iso2",)), ("organisations", ("id",)), ("media", ("id",)), ("regions", ("id",)),
        ("offices", ("office",)), ("people", ("id", "office", "country", "from", "office_ar")),
        ("cities", ("iso2", "name_en")), ("provinces", ("iso2", "name_en")), ("office_classes", ("office",)), ("honorifics", ("form_ar", "kind")),
    ):  # fmt: skip
        out += repeated(t[table], *columns)
    for table, id_column in (("people", "id"), ("organisations", "id"), ("media", "id"), ("regions", "id")):
        out += repeated_forms(t[table], id_column, ("variants_ar",))
    out += unknown_references(people, offices, countries, [*bodies, *t["regions"]]) + bad_codes(
        [*countries, *t["cities"], *t["provinces"]]
    )
    out += unknown_references(t["office_classes"], offices, countries, ())
    out += uneven_people(people) + bad_terms(people) + shared_names(people, declared)
    out += names_of_something_else(people, things(countries, offices, [*bodies, *t["regions"]]), declared)
    out += ordinary_names(people, words) + overlapping_terms(people, offices, one_holder, rivals)
    out += colliding(offices, "office", OFFICE_FORMS, declared)
    out += colliding(countries, "iso2", (*COUNTRY_FORMS, *DEMONYMS), declared)
    out += colliding(
        [*countries, *t["cities"], *t["provinces"]],
        "iso2",
        ("name_ar", "variants_ar", "capital_ar", "capital_variants_ar"),
        declared,
    )
    out += colliding_bodies([*bodies, *t["regions"]], declared)
    out += function_words(bodies, "id", ("name_ar", "variants_ar"), words, declared)
    out += function_words(offices, "office", OFFICE_FORMS, words, declared)
    return out


def main() -> None:
    """Command line."""
    found = conflicts(Path(sys.argv[1]) if len(sys.argv) > 1 else WORLD)
    print("\n".join([*found, f"{len(found)} conflicts"]))
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
