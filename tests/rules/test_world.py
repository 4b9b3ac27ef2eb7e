"""The fact tables agree with themselves, and each check finds a planted conflict."""

import importlib.util
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from dipcli.text.fold import fold_word

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "dipcli" / "rules" / "data"

Row = dict[str, str]


def _load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


check = _load("check_world")


def person(**cells: str) -> Row:
    row = {
        "id": "a", "name_ar": "سامي نور", "variants_ar": "", "short_ar": "نور", "name_en": "Sami Nur",
        "short_en": "Nur", "gender": "m", "country": "XX", "office_ar": "وزير الخارجية",
        "office": "foreign_minister", "from": "2010-01", "to": "2012-01",
    }  # fmt: skip
    return row | cells


def office(**cells: str) -> Row:
    row = {
        "office": "foreign_minister",
        "form_ar": "وزير الخارجية",
        "variants_ar": "",
        "feminine_ar": "وزيرة الخارجية",
    }
    return row | {"dual_ar": "", "plural_ar": ""} | cells


def country(**cells: str) -> Row:
    row = dict.fromkeys((*check.COUNTRY_FORMS, "seats_ar", *check.DEMONYMS), "")
    return row | {"iso2": "FR", "name_ar": "فرنسا", "capital_ar": "باريس", "demonym_m": "فرنسي"} | cells


def body(**cells: str) -> Row:
    return {"id": "b", "name_ar": "مجلس السلم", "variants_ar": "", "country": ""} | cells


# -- the tables themselves ---------------------------------------------------------------------------------


def test_the_tables_have_no_conflicts() -> None:
    assert check.conflicts() == []


def test_every_table_is_there_and_holds_rows() -> None:
    expected = {
        "people": 7500, "countries": 200, "cities": 900, "regions": 200, "offices": 600, "modifiers": 300,
        "honorifics": 300, "organisations": 900, "media": 500, "unnamed": 400, "variant_gender": 200,
        "office_classes": 80, "ambiguous": 10, "rivals": 5, "serves": 20,
    }  # fmt: skip
    found = {p.stem: len(check.read_tsv(p)) for p in (DATA / "world").glob("*.tsv")}
    assert {t: n for t, n in expected.items() if found.get(t, 0) < n} == {}


def test_declared_ambiguities_and_rivals_are_still_needed() -> None:
    world = DATA / "world"
    people = check.read_tsv(world / "people.tsv")
    one_holder = {r["office"] for r in check.read_tsv(world / "office_classes.tsv") if r["one_holder"] == "yes"}
    overlaps = check.overlapping_terms(people, check.read_tsv(world / "offices.tsv"), one_holder, set())
    for row in check.read_tsv(world / "rivals.tsv"):
        ids = check.cell(row, "ids")
        assert any(all(f"{i} " in line for i in ids) for line in overlaps), f"no such rivals any more: {ids}"
    ids = {r["id"] for t in ("people", "organisations", "media") for r in check.read_tsv(world / f"{t}.tsv")}
    ids |= {r["office"] for r in check.read_tsv(world / "offices.tsv")}
    codes = {r["iso2"] for r in check.read_tsv(world / "countries.tsv")}
    for row in check.read_tsv(world / "ambiguous.tsv"):
        assert set(check.cell(row, "ids")) <= ids | codes, row["form_ar"]


# -- each check on a planted conflict ----------------------------------------------------------------------

PLANTED: list[tuple[str, Callable[[], list[str]], Callable[[], list[str]]]] = [
    (
        "a full name of two persons",
        lambda: check.shared_names([person(), person(id="b", name_ar="سامى نور")], set()),
        lambda: check.shared_names([person(), person(id="b", name_ar="سامى نور")], {"سامي نور"}),
    ),
    (
        "a variant that is somebody's full name",
        lambda: check.shared_names([person(), person(id="b", name_ar="علي زيد", variants_ar="سامي نور")], set()),
        lambda: check.shared_names([person(), person(id="b", name_ar="علي زيد", short_ar="سامي نور")], set()),
    ),
    (
        "a person named like a country",
        lambda: check.names_of_something_else([person(short_ar="فرنسا")], check.things([country()], [], []), set()),
        lambda: check.names_of_something_else([person()], check.things([country()], [], []), set()),
    ),
    (
        "a person named like a nationality with the article",
        lambda: check.names_of_something_else(
            [person(variants_ar="الفرنسي")], check.things([country()], [], []), set()
        ),
        lambda: check.names_of_something_else(
            [person(variants_ar="الفرنسي")], check.things([country()], [], []), {"الفرنسي"}
        ),
    ),
    (
        "a person named like an organisation",
        lambda: check.names_of_something_else(
            [person(variants_ar="مجلس السلم")], check.things([], [], [body()]), set()
        ),
        lambda: check.names_of_something_else([person()], check.things([], [], [body()]), set()),
    ),
    (
        "a variant that is a function word",
        lambda: check.ordinary_names([person(variants_ar="بعد")], {"بعد": ("f", 60)}),
        lambda: check.ordinary_names([person(variants_ar="نور")], {"نور": ("f", 60)}),
    ),
    (
        "a variant that is a frequent word",
        lambda: check.ordinary_names([person(variants_ar="كتاب")], {"كتاب": ("n", 54)}),
        lambda: check.ordinary_names([person(variants_ar="كتاب")], {"كتاب": ("gn", 54)}),
    ),
    (
        "overlapping terms of one office",
        lambda: check.overlapping_terms(
            [person(), person(id="b", **{"from": "2011-06", "to": ""})],
            [office()],
            {"foreign_minister"},
            set(),
        ),
        lambda: check.overlapping_terms(
            [person(), person(id="b", **{"from": "2012-01", "to": ""})],
            [office()],
            {"foreign_minister"},
            set(),
        ),
    ),
    (
        "rivals that are not declared",
        lambda: (
            check.overlapping_terms(
                [person(), person(id="b", **{"from": "2011"})],
                [office()],
                {"foreign_minister"},
                {frozenset(("a", "c"))},
            )
            + check.overlapping_terms([person(), person(id="b")], [office()], {"foreign_minister"}, set())
        ),
        lambda: check.overlapping_terms(
            [person(), person(id="b")], [office()], {"foreign_minister"}, {frozenset(("a", "b"))}
        ),
    ),
    (
        "a form of two offices",
        lambda: check.colliding(
            [office(), office(office="poet", form_ar="وزيرة الخارجية")], "office", check.OFFICE_FORMS, set()
        ),
        lambda: check.colliding(
            [office(), office(office="poet", form_ar="شاعر", feminine_ar="")],
            "office",
            check.OFFICE_FORMS,
            set(),
        ),
    ),
    (
        "a demonym of two countries",
        lambda: check.colliding(
            [country(), country(iso2="BE", name_ar="بلجيكا", capital_ar="")], "iso2", check.DEMONYMS, set()
        ),
        lambda: check.colliding([country()], "iso2", check.DEMONYMS, set()),
    ),
    (
        "a capital that is another country",
        lambda: check.colliding([country(), country(iso2="BE", name_ar="باريس")], "iso2", check.COUNTRY_FORMS, set()),
        lambda: check.colliding(
            [country(), country(iso2="BE", name_ar="باريس", capital_ar="")],
            "iso2",
            check.COUNTRY_FORMS,
            {"باريس"},
        ),
    ),
    (
        "two bodies of one country with one name",
        lambda: check.colliding_bodies([body(), body(id="c", variants_ar="مجلس السلم")], set()),
        lambda: check.colliding_bodies([body(country="FR"), body(id="c", country="BE")], set()),
    ),
    (
        "a body named like a function word",
        lambda: check.function_words([body(variants_ar="كان")], "id", ("variants_ar",), {"كان": ("f", 66)}, set()),
        lambda: check.function_words([body(variants_ar="كان")], "id", ("variants_ar",), {"كان": ("n", 66)}, set()),
    ),
    (
        "an office that no table has",
        lambda: check.unknown_references([person(country="FR")], [office(office="x")], [country()], []),
        lambda: check.unknown_references([person(country="FR")], [office()], [country()], []),
    ),
    (
        "a country that no table has",
        lambda: check.unknown_references([person()], [office()], [country()], []),
        lambda: check.unknown_references([person(country="UN")], [office()], [country()], [body(country="FR")]),
    ),
    (
        "a code that ISO does not have",
        lambda: check.bad_codes([country(iso2="UK")]),
        lambda: check.bad_codes([country()]),
    ),
    (
        "a month that there is not",
        lambda: check.bad_terms([person(to="2012-13")]),
        lambda: check.bad_terms([person()]),
    ),
    (
        "an end before the beginning",
        lambda: check.bad_terms([person(to="2009")]),
        lambda: check.bad_terms([person(to="2010")]),
    ),
    (
        "rows of a person that disagree",
        lambda: check.uneven_people([person(), person(gender="f")]),
        lambda: check.uneven_people([person(), person(office="poet")]),
    ),
    (
        "a row said twice",
        lambda: check.repeated([person(), person()], "id", "office", "from"),
        lambda: check.repeated([person(), person(**{"from": "2011"})], "id", "office", "from"),
    ),
    (
        "a spelling that says nothing new",
        lambda: check.repeated_forms([person(variants_ar="سامي نورى; سامي نوري")], "id", ("variants_ar",)),
        lambda: check.repeated_forms([person(variants_ar="سامي نوره; سامي نوري")], "id", ("variants_ar",)),
    ),
]


@pytest.mark.parametrize(("planted", "sound"), [p[1:] for p in PLANTED], ids=[p[0] for p in PLANTED])
def test_the_check_finds_it_and_only_it(planted: Callable[[], list[str]], sound: Callable[[], list[str]]) -> None:
    assert planted() != []
    assert sound() == []


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("FR\tفرنسا", "2 cells"),
        ("FR\t\tFrance", "name_ar is empty"),
        ("FR\tفرنسا \tFrance", "stray blanks"),
        ("FR\tفرَنسا\tFrance", "vowel sign"),
        ("FR\tFrance\tFrance", "no Arabic name"),
        ("FR\tفرنسا; \tFrance", "empty item"),
    ],
)
def test_malformed_lines_are_named(line: str, fault: str) -> None:
    head = "iso2\tname_ar\tname_en\n"
    assert any(fault in found and ":2" in found for found in check.malformed("countries", f"{head}{line}\n"))
    assert check.malformed("countries", f"{head}FR\tفرنسا\tFrance\n") == []


def test_a_missing_line_end_is_named() -> None:
    assert check.malformed("cities", "iso2\tname_ar\tname_en\nFR\tنيس\tNice") != []


# -- the word table ----------------------------------------------------------------------------------------


def _words() -> list[list[str]]:
    return [line.split("\t") for line in (DATA / "words.tsv").read_text(encoding="utf-8").splitlines()]


def test_words_are_sorted_folded_and_listed_once() -> None:
    words = [w for w, _, _ in _words()]
    assert words == sorted(set(words))
    assert [w for w in words if fold_word(w) != w or not w.isalpha()] == []


def test_letters_are_known_and_said_once() -> None:
    allowed = set("fvnmgscxp")
    faulty = [
        line for line in _words() if not set(line[1]) <= allowed or len(set(line[1])) < len(line[1]) or not line[1]
    ]
    assert faulty == []
    assert [line for line in _words() if not line[2].isdigit() or int(line[2]) > 90] == []


def test_listed_function_words_carry_their_letter() -> None:
    table = {w: letters for w, letters, _ in _words()}
    text = (ROOT / "tools" / "wordtable" / "function_words.txt").read_text(encoding="utf-8")
    listed = {
        fold_word(w) for line in text.splitlines() if not line.startswith("#") for w in line.split() if "_" not in w
    }
    assert len(listed) > 300
    assert {w for w in listed if w.isalpha() and "f" not in table.get(w, "")} == set()


@pytest.mark.parametrize(
    ("word", "letters", "never"),
    [
        ("قال", "v", "n"), ("يقول", "v", "n"), ("وزير", "n", "v"), ("تصريح", "nm", "vf"), ("في", "f", "s"),
        ("محمد", "g", "v"), ("بوتين", "s", "nv"), ("باريس", "c", "v"), ("جنيف", "c", "v"), ("اكد", "v", "g"),
    ],
)  # fmt: skip
def test_common_words_read_as_what_they_are(word: str, letters: str, never: str) -> None:
    table = {w: found for w, found, _ in _words()}
    assert set(letters) <= set(table[word])
    assert not set(never) & set(table[word])


def test_the_likelier_class_comes_first() -> None:
    table = {w: found for w, found, _ in _words()}
    assert table["حذر"].index("v") < table["حذر"].index("n")
    assert table["كلام"][0] == "n"
    assert table["وليد"][0] == "g"


def test_the_word_table_stays_small() -> None:
    assert (DATA / "words.tsv").stat().st_size < 1_600_000
