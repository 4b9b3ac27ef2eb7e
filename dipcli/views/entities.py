"""``dip entities``: each entity with its forms and why each belongs to it."""

from collections.abc import Iterator
from typing import NamedTuple

from dipcli.model import Entity, Report
from dipcli.views.screen import Block, Cell, Gap, Paragraph


class EntityRow(NamedTuple):
    """``dip.entity/1``."""

    file: str
    id: str
    kind: str
    known: bool
    name: str
    name_en: str | None
    office: str | None
    country: str | None
    gender: str | None
    forms: list[str]
    why: list[str]


def entity_rows(report: Report) -> Iterator[EntityRow]:
    """One row an entity, in order of appearance."""
    for e in report.entities:
        yield EntityRow(
            file=report.article.source, id=e.id, kind=e.kind, known=e.known, name=e.name, name_en=e.name_en, office=e.office,
            country=e.country, gender=e.gender, forms=forms_of(report, e), why=[f"{w.reason}: {w.rule}" for w in e.why],
        )  # fmt: skip


def forms_of(report: Report, e: Entity) -> list[str]:
    """The different spellings and titles under which the article names it."""
    text = report.article.text
    return list(dict.fromkeys(" ".join(text[m.span.start : m.span.end].split()) for m in e.mentions))


def entity_screen(report: Report) -> Iterator[Block]:
    """For people: name, facts, then its forms."""
    for e in report.entities:
        facts = " · ".join(x for x in (e.kind, e.name_en, e.office, e.country, e.id) if x)
        yield Paragraph((Cell(e.name, "strong"), Cell("  " + facts, "dim")), 1)
        for form in forms_of(report, e):
            yield Paragraph((Cell(form),), 5)
        yield Gap()
