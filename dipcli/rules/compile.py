"""Turns the rule tables (TOML, TSV) into the one file that the program loads at start.

``tomllib`` and seven thousand rows of people would be felt at every start; the compiled file is read by sections, each
only when it is needed. Format: one line of JSON (version, SHA-256 of the sections, where each section lies), then the
sections. Sections of names are sorted lines, looked up by bisection in the bytes as they are.
"""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import orjson

from dipcli.rules import particles as P
from dipcli.rules.compile_cues import compile_contacts, compile_cues
from dipcli.rules.compile_facts import facts_of, people_section, sorted_lines
from dipcli.rules.compile_media import compile_media
from dipcli.rules.compile_names import all_names, name_lines
from dipcli.rules.lines import MARKS
from dipcli.rules.match import FACTS
from dipcli.rules.source import DATA, read_toml, read_tsv
from dipcli.text.fold import fold_word

FORMAT = 2
VERSION = "2026.11"
_BETWEEN_MARKS = 64  # lines


def compile_rules(data: Path = DATA, without: tuple[str, ...] = ()) -> bytes:
    """The compiled rules as bytes; ``without`` names tables to leave out (``people``)."""
    themes, theme_words = _themes(data)
    cues = compile_cues(cue_tables(data))
    facts = facts_of(data / "world", read_toml(data / "word_classes.toml")["media_heads"])
    sections = {
        **cue_sections(cues),
        "contacts": orjson.dumps(compile_contacts(read_toml(data / "contacts.toml")), option=orjson.OPT_SORT_KEYS),
        "media": orjson.dumps(compile_media(read_toml(data / "media.toml")), option=orjson.OPT_SORT_KEYS),
        "lists": orjson.dumps(_lists(data), option=orjson.OPT_SORT_KEYS),
        "names": sorted_lines(set(name_lines(all_names(data / "world", without)))),
        "people": b"" if "people" in without else people_section(data / "world"),
        **{name: sorted_lines(row_lines(facts.pop(name))) for name in FACTS},
        "facts": orjson.dumps(facts, option=orjson.OPT_SORT_KEYS),
        "words": _words(data / "words.tsv", data / "given_names.txt"),
        "themes": themes,
        "theme_words": theme_words,
        "confidence": orjson.dumps(_confidence(data / "confidence.tsv"), option=orjson.OPT_SORT_KEYS),
    }
    body = b"".join(sections.values())
    head = {"format": FORMAT, "version": VERSION, "sha256": hashlib.sha256(body).hexdigest()}
    return pack(head, sections)


def pack(head: dict[str, Any], sections: dict[str, bytes]) -> bytes:
    """The file: ``head`` with where each section lies on one line, then the sections, those of lines with their marks."""
    marks = {name + MARKS: _marks(section) for name, section in sections.items() if section.startswith(b"\n")}
    sections = {**sections, **marks}
    places, at = {}, 0
    for name, section in sections.items():
        places[name] = [at, len(section)]
        at += len(section)
    line = orjson.dumps({**head, "sections": places}, option=orjson.OPT_SORT_KEYS)
    return line + b"\n" + b"".join(sections.values())


def _marks(section: bytes) -> bytes:
    """For lookups in sorted lines: the keys of some of them, and where these begin."""
    keys, places, at = [], [], 1
    for n, line in enumerate(section[1:-1].split(b"\n")):
        if n % _BETWEEN_MARKS == 0:
            keys.append(line.partition(b"\t")[0].decode())
            places.append(at)
        at += len(line) + 1
    return orjson.dumps((keys, places))


def row_lines(rows: Mapping[str, Any]) -> set[str]:
    """Lines ``id TAB JSON``."""
    return {f"{key}\t{orjson.dumps(row, option=orjson.OPT_SORT_KEYS).decode()}" for key, row in rows.items()}


def cue_sections(cues: dict[str, Any]) -> dict[str, bytes]:
    """Forms and phrases, which every article asks for, and the rules, a line each."""
    rules = cues.pop("rules")
    rows = b"\n".join(orjson.dumps(rule, option=orjson.OPT_SORT_KEYS) for rule in rules)
    return {"cues": orjson.dumps(cues, option=orjson.OPT_SORT_KEYS), "cue_rules": rows}


def cue_tables(data: Path = DATA) -> list[dict[str, Any]]:
    """All cue tables in the order of their files."""
    return [t for path in sorted((data / "cues").glob("*.toml")) for t in read_toml(path).get("cue", [])]


def _lists(data: Path) -> dict[str, Any]:
    """The small tables, their words folded here and not at every start."""
    particles: dict[str, int] = {}
    for name, forms in read_toml(data / "particles.toml").items():
        for form in forms:
            particles[fold_word(form)] = particles.get(fold_word(form), 0) | getattr(P, name, 0)
    classes = {name: [fold_word(w) for w in words] for name, words in read_toml(data / "word_classes.toml").items()}
    occasions = read_toml(data / "occasions.toml")
    kinds = {fold_word(w): kind for kind, words in occasions["kinds"].items() for w in words}
    boilerplate = read_toml(data / "boilerplate.toml")
    dates = read_toml(data / "dates.toml")
    around = {name: [fold_word(w) for w in words] for name, words in dates["words"].items()}
    numbered = {name: _numbered(dates[name]) for name in ("months", "hijri_months", "weekdays")}
    hijri = {row["year"]: [row["begins"], row["months"]] for row in read_tsv(data / "hijri.tsv")}
    return {
        "dates": {**numbered, **around, "hijri_years": hijri},
        "particles": particles,
        "classes": classes,
        "occasions": {"links": [fold_word(w) for w in occasions["links"]], "kinds": kinds},
        "boilerplate": boilerplate,
    }


def _numbered(names: dict[str, list[str]]) -> dict[str, int]:
    """Names, folded, to the number of what they name."""
    return {" ".join(map(fold_word, name.split())): int(n) for n, all_names in names.items() for name in all_names}


def _words(path: Path, given_names: Path) -> bytes:
    """Words with their letters; those of ``given_names`` have the letter g too."""
    if not path.exists():
        return b"\n"
    rows = {line.split("\t", 1)[0]: line for line in _without_notes(path)}
    for name in (fold_word(n) for line in _without_notes(given_names) for n in line.split()):
        letters, frequency = rows.get(name, f"{name}\t\t0").split("\t")[1:]
        rows[name] = f"{name}\tg{letters.replace('x', '').replace('g', '')}\t{frequency}"
    return sorted_lines(set(rows.values()))


def _without_notes(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


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
    return orjson.dumps(themes), sorted_lines(lines)


def _confidence(path: Path) -> dict[str, Any]:
    """Bias and weights of how sure a statement is."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    weights = {term: float(weight) for term, weight, *_ in rows}
    return {"bias": weights.pop("bias"), "weights": weights}
