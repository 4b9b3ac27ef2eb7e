"""``dip entities``: each entity with its forms and why each belongs to it."""

from collections.abc import Iterator
from typing import Annotated

from dipcli.model import Entity, Report
from dipcli.records import Record
from dipcli.views.labels import label
from dipcli.views.names import Directory, World, line_of, office_words, one_line, place
from dipcli.views.reasons import in_words
from dipcli.views.screen import Block, Cell, Gap, Palette, Paragraph, flat, joined


class EntityRow(Record):
    """``dip.entity/1``: somebody (or a country, a body, a group) under all their names."""

    file: str
    id: str
    kind: str
    known: bool
    name: str
    name_en: str | None
    office: str | None
    country: str | None
    gender: str | None
    forms: Annotated[list[str], "spellings and titles under which the article names it"]
    why: Annotated[list[str], "form: reason, rule"]


def entity_rows(report: Report) -> Iterator[EntityRow]:
    """One row an entity, in order of appearance."""
    for e in report.entities:
        yield EntityRow(
            file=report.article.source, id=e.id, kind=e.kind, known=e.known, name=one_line(e.name), name_en=e.name_en,
            office=e.office, country=e.country, gender=e.gender, forms=forms_of(report, e), why=list(_why(report, e)),
        )  # fmt: skip


def forms_of(report: Report, e: Entity) -> list[str]:
    """The different spellings and titles under which the article names it."""
    text = report.article.text
    return list(dict.fromkeys(flat(text[m.span.start : m.span.end]) for m in e.mentions))


def _why(report: Report, e: Entity) -> Iterator[str]:
    for step in e.why:
        form = flat(report.article.text[step.at.start : step.at.end]) if step.at else "…"
        yield f"{form}: {step.reason}, {step.rule}"


def entity_blocks(report: Report, e: Entity, lang: str, palette: Palette, world: World) -> Iterator[Block]:
    """Name and facts, then each form with the reason why it is this one's."""
    facts = [
        label(e.kind, lang),
        e.name_en or "",
        office_words(e.office, e.office_en, world.country(e.country, lang), lang),
        e.id,
    ]
    name = Cell(flat(e.name), palette.of(e.id) + " strong", isolate=True)
    yield Paragraph((name, Cell("  "), *joined(filter(None, facts), " · ", "dim")), 1, hang=2, ui=True)
    yield from why_one(report, e, lang)
    yield Gap()


def why_one(report: Report, e: Entity, lang: str) -> Iterator[Block]:
    """Each form of an entity once a reason, with where it first stands."""
    names = Directory(report)
    seen: dict[tuple[str, str], None] = {}
    for step in e.why:
        if step.at is None:
            continue
        form = flat(report.article.text[step.at.start : step.at.end])
        if (form, step.reason) in seen:
            continue
        seen[form, step.reason] = None
        cells = (Cell(form, isolate=True), Cell("  " + in_words(step, report, names, lang), "dim"))
        where = Cell(place(report, line_of(report, step.at)), "dim", isolate=True)
        yield Paragraph(cells, 3, hang=2, margin=((where,),), ui=True)
    told = {form for form, _ in seen}
    rest = [f for f in forms_of(report, e) if f not in told]
    if rest:
        yield Paragraph(tuple(joined(rest, " · ", "dim")), 3, hang=2, ui=True)
