"""Turns the rule tables (TOML, TSV) into the one file that the program loads at start.

``tomllib`` and seven thousand rows of people would be felt at every start; the compiled file is read by sections, each
only when it is needed. Format: one line of JSON (version, SHA-256 of the sections, where each section lies), then the
sections. Sections of names are sorted lines, looked up by bisection in the bytes as they are.
"""

import hashlib
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson

from dipcli.model import DipError
from dipcli.rules.conjugate import Form, finite_forms, masdar_forms, participle_forms
from dipcli.rules.match import P
from dipcli.rules.media import compile_media
from dipcli.text.fold import fold_word
from dipcli.text.tokens import Tokens

FORMAT = 1
VERSION = "2026.11"
DATA = Path(__file__).parent / "data"

Row = dict[str, str]


def key_of(form: str) -> str:
    """A form as the matcher sees it: folded tokens joined by single spaces."""
    return " ".join(Tokens(fold_word(form)).words)


def read_tsv(path: Path) -> list[Row]:
    """Rows of a tab-separated table with a header line; missing trailing cells are empty."""
    lines = path.read_text(encoding="utf-8").splitlines()
    head = lines[0].split("\t")
    return [dict(zip(head, [*line.split("\t"), *[""] * len(head)], strict=False)) for line in lines[1:] if line]


def cell(row: Row, column: str) -> list[str]:
    """The values of a cell that holds a list."""
    return [x.strip() for x in row.get(column, "").split(";") if x.strip()]


def read_toml(path: Path) -> dict[str, Any]:
    """A rule file; a syntax error names the file, the line and the column."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as e:
        raise DipError(f"{path}: {e}") from e


def compile_rules(data: Path = DATA, without: tuple[str, ...] = ()) -> bytes:
    """The compiled rules as bytes; ``without`` names tables to leave out (``people``)."""
    themes, theme_words = _themes(data)
    sections = {
        "cues": orjson.dumps(_cues(data), option=orjson.OPT_SORT_KEYS),
        "contacts": orjson.dumps(_contacts(data), option=orjson.OPT_SORT_KEYS),
        "media": orjson.dumps(compile_media(read_toml(data / "media.toml"), key_of), option=orjson.OPT_SORT_KEYS),
        "lists": orjson.dumps(_lists(data), option=orjson.OPT_SORT_KEYS),
        "names": _sorted_lines(set(_names(data / "world", without))),
        "people": b"" if "people" in without else _people(data / "world"),
        "facts": orjson.dumps(_facts(data / "world"), option=orjson.OPT_SORT_KEYS),
        "words": _words(data / "words.tsv"),
        "themes": themes,
        "theme_words": theme_words,
    }
    body = b"".join(sections.values())
    places, at = {}, 0
    for name, section in sections.items():
        places[name] = [at, len(section)]
        at += len(section)
    head = {"format": FORMAT, "version": VERSION, "sha256": hashlib.sha256(body).hexdigest(), "sections": places}
    return orjson.dumps(head, option=orjson.OPT_SORT_KEYS) + b"\n" + body


def _sorted_lines(lines: set[str]) -> bytes:
    return b"\n" + b"\n".join(sorted(x.encode() for x in lines)) + b"\n"


# -- cues ------------------------------------------------------------------------------------------------------------


def _cues(data: Path) -> dict[str, Any]:
    rules: list[dict[str, Any]] = []
    forms: dict[str, list[str]] = {}
    for path in sorted((data / "cues").glob("*.toml")):
        for table in read_toml(path).get("cue", []):
            rules.append(_cue_rule(table))
            for form, code in _cue_forms(table):
                entry = f"{len(rules) - 1}:{code}"
                known = forms.setdefault(key_of(form), [])
                if entry not in known:
                    known.append(entry)
    joined = {k: " ".join(v) for k, v in forms.items()}
    return {
        "rules": rules,
        "forms": {k: v for k, v in joined.items() if " " not in k},
        "phrases": {k: v for k, v in joined.items() if " " in k},
    }


def _cue_rule(table: dict[str, Any]) -> dict[str, Any]:
    keep = (
        "id",
        "lemma",
        "kind",
        "quote",
        "target",
        "strict",
        "transitive",
        "nominal",
        "speech_act",
        "cameo",
        "plover",
        "status",
        "source",
        "heads",
    )
    rule = {k: table[k] for k in keep if k in table}
    rule["clause"] = [key_of(x) for x in table.get("clause", [])]
    rule["object"] = [key_of(x) for x in table.get("object", [])]
    rule["addressee"] = [x if x == "object" else key_of(x) for x in table.get("addressee", [])]
    rule["needs"] = [key_of(x) for x in table.get("needs", [])]
    rule["not_before"] = [key_of(x) for x in table.get("not_before", [])]
    return rule


def _cue_forms(table: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """(form, code): the code is kind letter, tense letter and agreement, joined by a comma."""
    excluded = {key_of(x) for x in table.get("not_forms", [])}
    for form, code in _all_cue_forms(table):
        if key_of(form) not in excluded:
            yield form, code


def _all_cue_forms(table: dict[str, Any]) -> Iterator[tuple[str, str]]:
    kind = table.get("kind", "verb")
    for form in table.get("forms", []):
        yield form, {"preposition": "s", "formula": "f", "masdar": "m", "participle": "p", "verb": "v"}[kind] + ",,"
    only = table.get("only", ["past", "present"])
    if table.get("past"):
        present = table.get("present") if "present" in only else None
        for f in finite_forms(table["past"], present, table.get("past_short")):
            if f.tense == "past" and "past" not in only:
                continue
            yield f.spelling, f"v,{f.tense[0:2]},{f.agreement[1:]}"
    if table.get("participle"):
        for form, agreement in participle_forms(table["participle"]):
            yield form, f"p,,{agreement}"
    for masdar in table.get("masdar", []):
        for form, agreement in masdar_forms(masdar):
            yield form, f"m,,{agreement}"


def _contacts(data: Path) -> dict[str, Any]:
    """Rules of contacts with their folded forms: ``v,agreement`` of verbs, ``m,agreement`` of nouns."""
    tables = read_toml(data / "contacts.toml")
    rules: list[dict[str, Any]] = []
    forms: dict[str, list[str]] = {}

    def add(form: str, code: str) -> None:
        known = forms.setdefault(key_of(form), [])
        entry = f"{len(rules) - 1}:{code}"
        if entry not in known:
            known.append(entry)

    for t in [*tables.get("contact", []), *({"id": f"medium.{m['kind']}", **m} for m in tables.get("medium", []))]:
        rules.append({
            "id": t["id"], "kind": t["kind"], "noun": [key_of(x) for x in t.get("noun", [""])],
            "other": [x if x == "object" else key_of(x) for x in t["other"]],
            **{k: bool(t.get(k)) for k in ("inverted", "mutual", "reciprocal", "talk")},
        })  # fmt: skip
        if t.get("past"):
            for f in finite_forms(t["past"], t.get("present"), t.get("past_short")):
                add(f.spelling, f"v,{f.agreement[1:]}")
                for spelling in _with_object(f) if "" not in rules[-1]["noun"] else ():
                    add(spelling, f"v,{f.agreement[1:]}")
        for noun in [*t.get("masdar", []), *t.get("nouns", [])]:
            for form, agreement in masdar_forms(noun):
                add(form, f"m,{agreement}")
    words = {name: [key_of(x) for x in t["words"]] for name, t in tables.items() if isinstance(t, dict)}
    joined = {k: " ".join(v) for k, v in forms.items()}
    return {"rules": rules, "forms": joined, "words": words}


def _with_object(form: Form) -> Iterator[str]:
    """الاتصال الذي أجراه, المباحثات التي عقدتها: past forms with a pronoun for the noun before."""
    if form.tense == "past" and form.agreement in ("3ms", "3fs"):
        stem = form.spelling[:-1] + "ا" if form.spelling.endswith("ى") else form.spelling
        yield from (stem + clitic for clitic in ("ه", "ها", "هما"))


def _lists(data: Path) -> dict[str, Any]:
    """The small tables, their words folded here and not at every start."""
    particles: dict[str, int] = {}
    for name, forms in read_toml(data / "particles.toml").items():
        for form in forms:
            particles[fold_word(form)] = particles.get(fold_word(form), 0) | P.get(name, 0)
    classes = {name: [fold_word(w) for w in words] for name, words in read_toml(data / "word_classes.toml").items()}
    occasions = read_toml(data / "occasions.toml")
    kinds = {fold_word(w): kind for kind, words in occasions["kinds"].items() for w in words}
    boilerplate = read_toml(data / "boilerplate.toml")
    dates = read_toml(data / "dates.toml")
    months = {" ".join(map(fold_word, name.split())): int(n) for n, names in dates["months"].items() for name in names}
    around = {name: [fold_word(w) for w in words] for name, words in dates["words"].items()}
    return {
        "dates": {"months": months, **around},
        "particles": particles,
        "classes": classes,
        "occasions": {"links": [fold_word(w) for w in occasions["links"]], "kinds": kinds},
        "boilerplate": boilerplate,
    }


# -- names -----------------------------------------------------------------------------------------------------------


def _names(world: Path, without: tuple[str, ...]) -> Iterator[str]:
    """Lines ``folded form TAB code TAB id``; the codes are listed in ``match.py``."""
    for line in _all_names(world, without):
        form, rest = line
        k = key_of(form)
        if k:
            yield f"{k}\t{rest}"


def _all_names(world: Path, without: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    if "people" not in without:
        for row in read_tsv(world / "people.tsv"):
            yield from _person_names(row)
    for row in read_tsv(world / "countries.tsv"):
        yield from _country_names(row)
    if (world / "cities.tsv").exists():
        for row in read_tsv(world / "cities.tsv"):
            for form in [row["name_ar"], *cell(row, "variants_ar")]:
                yield form, f"c\t{row['iso2']}"
    for table, code in (("organisations", "o"), ("media", "m"), ("regions", "r")):
        for row in read_tsv(world / f"{table}.tsv"):
            for form in [row["name_ar"], *cell(row, "variants_ar")]:
                yield form, f"{code}\t{row['id']}"
    for row in read_tsv(world / "offices.tsv"):
        yield from _office_names(row)
    yield from _phrase_names(world)


def _person_names(row: Row) -> Iterator[tuple[str, str]]:
    for form in [row["name_ar"], *cell(row, "variants_ar")]:
        yield form, f"{'p' if len(key_of(form).split()) > 1 else 'q'}\t{row['id']}"
    if row["short_ar"]:
        yield row["short_ar"], f"q\t{row['id']}"


def _country_names(row: Row) -> Iterator[tuple[str, str]]:
    iso = row["iso2"]
    for form in [row["name_ar"], *cell(row, "variants_ar")]:
        yield form, f"C\t{iso}"
    for column in ("demonym_m", "demonym_f", "demonym_m_pl", "demonym_variants"):
        for form in cell(row, column):
            number = "pl" if column == "demonym_m_pl" else "sg"
            gender = "f" if form.endswith(("ة", "ه")) else "m"
            yield form, f"D\t{iso} {gender} {number}"
            yield _definite(form), f"D\t{iso} {gender} {number}"
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


def _office_names(row: Row) -> Iterator[tuple[str, str]]:
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


def _phrase_names(world: Path) -> Iterator[tuple[str, str]]:
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


# -- facts -----------------------------------------------------------------------------------------------------------


def _people(world: Path) -> bytes:
    """Lines ``id TAB name TAB short TAB name_en TAB short_en TAB gender TAB office rows``, sorted by id."""
    by_id: dict[str, list[Row]] = {}
    for row in read_tsv(world / "people.tsv"):
        by_id.setdefault(row["id"], []).append(row)
    lines = set()
    for who, rows in by_id.items():
        r = rows[0]
        terms = "|".join(f"{x['office']}~{x['country']}~{x['from']}~{x['to']}~{x['office_ar']}" for x in rows)
        lines.add("\t".join([who, r["name_ar"], r["short_ar"], r["name_en"], r["short_en"], r["gender"], terms]))
    return _sorted_lines(lines)


def _facts(world: Path) -> dict[str, Any]:
    countries = {
        r["iso2"]: {
            "en": r["name_en"], "ar": r["name_ar"], "hos": [key_of(x) for x in cell(r, "head_of_state_title_ar")],
            "hog": [key_of(x) for x in cell(r, "head_of_government_title_ar")],
        }
        for r in read_tsv(world / "countries.tsv")
    }  # fmt: skip
    bodies = {
        r["id"]: [r["name_ar"], r["name_en"], r["country"], r["gender"], r["kind"]]
        for table in ("organisations", "media")
        for r in read_tsv(world / f"{table}.tsv")
    }
    regions = {r["id"]: [r["name_ar"], r["name_en"]] for r in read_tsv(world / "regions.tsv")}
    offices: dict[str, list[str]] = {}
    for r in read_tsv(world / "offices.tsv"):
        offices.setdefault(
            r["office"], [_without_brackets(r["english"]).split(";")[0].strip(), r["kind"], r["leader"], r["form_ar"]]
        )
    serves = {key_of(r["phrase_ar"]): r["country"] for r in read_tsv(world / "serves.tsv")}
    genders = {f"{r['id']}|{key_of(r['variant_ar'])}": r["gender"] for r in read_tsv(world / "variant_gender.tsv")}
    classes = {r["office"]: r["class"] for r in read_tsv(world / "office_classes.tsv")}
    return {
        "office_classes": classes,
        "countries": countries,
        "bodies": bodies,
        "regions": regions,
        "offices": offices,
        "serves": serves,
        "genders": genders,
    }


def _words(path: Path) -> bytes:
    if not path.exists():
        return b"\n"
    lines = {line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")}
    return _sorted_lines(lines)


def _without_brackets(text: str) -> str:
    return re.sub(r"\s*\([^)]*\)", "", text)


def _themes(data: Path) -> tuple[bytes, bytes]:
    """Themes in the order of the classifier as JSON, and its words as sorted lines."""
    labels = read_toml(data / "themes.toml")["themes"]
    themes: list[list[Any]] = []
    lines: set[str] = set()
    for line in (data / "theme_weights.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("!"):
            name, bias, threshold = line[1:].split("\t")
            own = labels[name]
            themes.append([name, int(bias) / 100, int(threshold) / 100, own["ar"], own["en"], own.get("medtop")])
        elif not line.startswith("#"):
            lines.add(line)
    return orjson.dumps(themes), _sorted_lines(lines)
