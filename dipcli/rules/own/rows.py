"""A checked table as the rows that the compiler of the built-in tables takes."""

from dipcli.rules.own.fields import KINDS
from dipcli.rules.own.table import Table
from dipcli.rules.source import Row


def leader_rows(table: Table) -> list[Row]:
    """A row of people.tsv for each office; one without an office where there is none."""
    v = table.values
    own = {
        "id": table.id, "name_ar": v["name"], "variants_ar": "; ".join(v.get("variants", [])), "short_ar": v.get("short", ""),
        "name_en": v.get("name_en", ""), "short_en": v.get("short_en", ""), "gender": v["gender"],
    }  # fmt: skip
    return [
        {**own, "country": t.get("country", ""), "office_ar": t.get("title", ""), "office": t.get("office", ""),
         "from": t.get("from", ""), "to": t.get("to", "")}
        for t in v.get("office", []) or [{}]
    ]  # fmt: skip


def organisation_row(table: Table) -> Row:
    """A row of organisations.tsv."""
    v = table.values
    return {
        "id": table.id, "kind": v["kind"], "name_ar": v["name"], "variants_ar": "; ".join(v.get("variants", [])),
        "name_en": v["name_en"], "country": v.get("country", ""), "gender": v["gender"],
    }  # fmt: skip


def title_row(table: Table) -> Row:
    """A row of offices.tsv."""
    v = table.values
    lists = {f"{k}_ar": "; ".join(v.get(k, [])) for k in ("variants", "feminine", "dual", "plural")}
    flags = {k: "yes" if v.get(k) else "no" for k in ("construct", "leader")}
    return {"office": table.id, "kind": v["kind"], "form_ar": v["form"], "english": v["english"], **lists, **flags}


def country_row(table: Table) -> Row:
    """A row of countries.tsv."""
    return {k: table.values.get(k, "") for k in KINDS["country"]}
