"""Tables of cues and of contacts, with every form of their words."""

from collections.abc import Iterable, Iterator
from typing import Any

from dipcli.rules.conjugate import Form, finite_forms, masdar_forms, participle_forms
from dipcli.rules.source import key_of


def compile_cues(tables: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Rules in the order of their tables, and their folded forms: those of one word apart from phrases."""
    rules: list[dict[str, Any]] = []
    forms: dict[str, list[str]] = {}
    for table in tables:
        rules.append(cue_rule(table))
        for form, code in cue_forms(table):
            add_form(forms, form, f"{len(rules) - 1}:{code}")
    return cues_section(rules, forms)


def add_form(forms: dict[str, list[str]], form: str, reading: str) -> None:
    """One more reading of a form, once."""
    known = forms.setdefault(key_of(form), [])
    if reading not in known:
        known.append(reading)


def cues_section(rules: list[dict[str, Any]], forms: dict[str, list[str]]) -> dict[str, Any]:
    """The section of cues: forms of one word apart from phrases, those without a reading left out."""
    joined = {k: " ".join(v) for k, v in forms.items() if v}
    return {
        "rules": rules,
        "forms": {k: v for k, v in joined.items() if " " not in k},
        "phrases": {k: v for k, v in joined.items() if " " in k},
    }


def cue_rule(table: dict[str, Any]) -> dict[str, Any]:
    """What the stages need of a table, its words folded."""
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


def cue_forms(table: dict[str, Any]) -> Iterator[tuple[str, str]]:
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


def compile_contacts(tables: dict[str, Any]) -> dict[str, Any]:
    """Rules of contacts with their folded forms: ``v,agreement`` of verbs, ``m,agreement`` of nouns."""
    rules: list[dict[str, Any]] = []
    forms: dict[str, list[str]] = {}

    def add(form: str, code: str) -> None:
        add_form(forms, form, f"{len(rules) - 1}:{code}")

    media = {f"@{m['kind']}": m["nouns"] for m in tables.get("medium", [])}
    for t in [*tables.get("contact", []), *({"id": f"medium.{m['kind']}", **m} for m in tables.get("medium", []))]:
        nouns = [noun for x in t.get("noun", [""]) for noun in media.get(x, [x])]
        other, masdar_other = (
            [x if x in ("object", "genitive") else key_of(x) for x in t.get(k, [])] for k in ("other", "masdar_other")
        )
        rules.append({
            "id": t["id"], "kind": t["kind"], "noun": [key_of(x) for x in nouns],
            "other": other, "noun_other": [*other, *masdar_other],
            "never": [key_of(x) for x in t.get("never", [])],
            **{k: bool(t.get(k)) for k in ("inverted", "mutual", "reciprocal", "joins", "talk", "summons")},
        })  # fmt: skip
        if t.get("past"):
            for f in finite_forms(t["past"], t.get("present"), t.get("past_short")):
                add(f.spelling, f"v,{f.agreement[1:]}")
                for spelling in _with_object(f) if "" not in rules[-1]["noun"] else ():
                    add(spelling, f"v,{f.agreement[1:]}")
        for form in t.get("first", []):
            add(form, "v,1p" if form.endswith("نا") else "v,1s")
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
