"""What is known of people, countries, bodies and offices, by id."""

import re
import unicodedata
from pathlib import Path
from typing import Any

from dipcli.rules.source import Row, cell, key_of, read_tsv


def sorted_lines(lines: set[str]) -> bytes:
    """A section of lines for lookups by bisection."""
    return b"\n" + b"\n".join(sorted(x.encode() for x in lines)) + b"\n"


def people_section(world: Path) -> bytes:
    """Lines ``id TAB name TAB short TAB name_en TAB short_en TAB gender TAB office rows``, sorted by id."""
    by_id: dict[str, list[Row]] = {}
    for row in read_tsv(world / "people.tsv"):
        by_id.setdefault(row["id"], []).append(row)
    return sorted_lines({person_line(rows) for rows in by_id.values()})


def person_line(rows: list[Row]) -> str:
    """One person, of whom there is a row for each time in an office."""
    r = rows[0]
    terms = "|".join(f"{x['office']}~{x['country']}~{x['from']}~{x['to']}~{x['office_ar']}" for x in rows)
    return "\t".join([r["id"], r["name_ar"], r["short_ar"], r["name_en"], r["short_en"], r["gender"], terms])


def facts_of(world: Path, media_heads: list[str]) -> dict[str, Any]:
    """Countries, bodies, regions and offices by id, media by what stands behind their head noun, of ``media_heads``."""
    countries = {r["iso2"]: country_fact(r) for r in read_tsv(world / "countries.tsv")}
    bodies = {r["id"]: body_fact(r) for table in ("organisations", "media") for r in read_tsv(world / f"{table}.tsv")}
    regions = {r["id"]: [r["name_ar"], r["name_en"]] for r in read_tsv(world / "regions.tsv")}
    offices: dict[str, list[str]] = {}
    for r in read_tsv(world / "offices.tsv"):
        offices.setdefault(r["office"], office_fact(r))
    serves = {key_of(r["phrase_ar"]): r["country"] for r in read_tsv(world / "serves.tsv")}
    genders = {f"{r['id']}|{key_of(r['variant_ar'])}": r["gender"] for r in read_tsv(world / "variant_gender.tsv")}
    speakers = {_form_or_id(r["form_or_id"]): r["speaker"] for r in read_tsv(world / "one_speaker.tsv")}
    classes = {r["office"]: r["class"] for r in read_tsv(world / "office_classes.tsv")}
    return {
        "office_classes": classes,
        "countries": countries,
        "bodies": bodies,
        "regions": regions,
        "papers": papers_of(world, frozenset(map(key_of, media_heads))),
        "offices": offices,
        "serves": serves,
        "genders": genders,
        "one_speaker": speakers,
        "shared_bodies": {key_of(r["form_ar"]): "" for r in read_tsv(world / "shared_bodies.tsv")},
    }


def papers_of(world: Path, heads: frozenset[str]) -> dict[str, list[str]]:
    """Ids of media by the name without its head noun (عكاظ, of صحيفة عكاظ), which is how it stands in quotation marks."""
    out: dict[str, set[str]] = {}
    for r in read_tsv(world / "media.tsv"):
        for form in [r["name_ar"], *cell(r, "variants_ar")]:
            head, _, name = key_of(form).partition(" ")
            if head in heads and name:
                out.setdefault(name, set()).add(r["id"])
    return {name: sorted(ids) for name, ids in out.items()}


def _form_or_id(cell: str) -> str:
    return cell if cell.isascii() else key_of(cell)


def country_fact(r: Row) -> dict[str, Any]:
    """What the stages ask of a country."""
    return {
        "id": _country_id(r["name_en"]), "en": r["name_en"], "ar": r["name_ar"], "hos": [key_of(x) for x in cell(r, "head_of_state_title_ar")],
        "hog": [key_of(x) for x in cell(r, "head_of_government_title_ar")],
    }  # fmt: skip


def _country_id(name: str) -> str:
    """A country's English name in ASCII (cote-d-ivoire): its id in reports."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall("[a-z]+", plain))


def body_fact(r: Row) -> list[str]:
    """Names, country, gender and kind of an organisation or a medium."""
    return [r["name_ar"], r["name_en"], r["country"], r["gender"], r["kind"]]


def office_fact(r: Row) -> list[str]:
    """English name, kind, whether it makes a leader, and first form of an office."""
    return [_without_brackets(r["english"]).split(";")[0].strip(), r["kind"], r["leader"], r["form_ar"]]


def _without_brackets(text: str) -> str:
    return re.sub(r"\s*\([^)]*\)", "", text)
