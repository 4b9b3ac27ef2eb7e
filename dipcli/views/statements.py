"""Statements: one flat row each, and for people who, to whom, in which medium, where, and the words."""

from collections.abc import Iterator
from typing import Annotated, Any

from dipcli.model import Occasion, Report, Statement
from dipcli.query import Match, Selection
from dipcli.records import Record
from dipcli.views.labels import comma, label
from dipcli.views.names import Directory, arrow, place
from dipcli.views.screen import Block, Cell, Palette, Paragraph, joined


class StatementRow(Record):
    """``dip.statement/1``: a statement, names resolved."""

    file: str
    line: int
    id: str
    published: str | None
    speaker: Annotated[str | None, "name as the article writes it; several joined by و"]
    speaker_en: str | None
    speaker_id: Annotated[str | None, "entity id; several joined by '; '"]
    office: str | None
    country: str | None
    to: list[str]
    to_en: list[str | None]
    medium: str | None
    occasion: str | None
    status: str
    form: str
    speech_act: str | None
    themes: Annotated[list[str], "theme ids"]
    text: Annotated[str, "what was said; paragraphs joined by a line break"]
    cue: str | None
    confidence: float
    article: Annotated[str, "id of the article"]
    matches: Annotated[list[list[int]], "where the searched words stand: half-open offsets into text"]


def content_text(report: Report, statement: Statement) -> str:
    """What was said, its stretches joined by a line break."""
    text = report.article.text
    return "\n".join(text[c.start : c.end] for c in statement.content)


def statement_rows(selection: Selection, key: str) -> Iterator[StatementRow]:
    """Rows of the statements that the query keeps; ``key`` is the article's id."""
    report = selection.report
    names = Directory(report)
    occasions = {m.id: m.occasion for m in report.messages}
    for statement, match in selection.statements():
        yield _row(report, statement, match, names, occasions, key)


def _row(
    report: Report, s: Statement, match: Match, names: Directory, occasions: dict[str, Occasion | None], key: str
) -> StatementRow:
    text = report.article.text
    ids = [x.entity for x in s.sources if x.entity]
    first = names.get(ids[0]) if ids else None
    occasion = occasions.get(s.message) if s.message else None
    return StatementRow(
        file=report.article.source, line=s.line, id=s.id, published=report.article.published,
        speaker=_joined([names.name(i) for i in ids], " و"), speaker_en=_joined([names.name_en(i) for i in ids], " and "),
        speaker_id="; ".join(ids) or None,
        office=first.office if first else None, country=first.country if first else None,
        to=[n for a in s.addressees if (n := names.name(a.entity))], to_en=[names.name_en(a.entity) for a in s.addressees],
        medium=s.medium.kind if s.medium else None,
        occasion=text[occasion.span.start : occasion.span.end] if occasion else None,
        status=s.status, form=s.form, speech_act=s.speech_act, themes=list(s.themes), text=content_text(report, s),
        cue=text[s.cue.span.start : s.cue.span.end] if s.cue else None, confidence=s.confidence, article=key,
        matches=[list(m) for m in match.offsets],
    )  # fmt: skip


def _joined(names: list[str | None], by: str) -> str | None:
    known = [n for n in names if n]
    return by.join(known) if known and len(known) == len(names) else None


def statement_blocks(report: Report, s: Statement, match: Match, lang: str, palette: Palette) -> Iterator[Block]:
    """A head line with the place, then what was said with the searched words marked."""
    yield Paragraph(tuple(_head(Directory(report), s, lang, palette)), 1, margin=_margin(report, s), ui=True)
    yield Paragraph(tuple(marked(content_text(report, s), match)), 3)


def _margin(report: Report, s: Statement) -> tuple[tuple[Cell, ...], ...]:
    return (tuple(joined((place(report, s.line), s.id), "  ", "dim")),)


def _head(names: Directory, s: Statement, lang: str, palette: Palette) -> Iterator[Cell]:
    yield from speaker_cells(names, [x.entity for x in s.sources], lang, palette)
    if s.addressees:
        yield Cell(f" {arrow(lang)} ")
        yield from speaker_cells(names, [a.entity for a in s.addressees], lang, palette)
    yield Cell(" · ", "dim")
    yield from joined(facts_of(s, lang), " · ", "dim")


def facts_of(s: Statement, lang: str) -> list[str]:
    """Medium, form, and status where it is not simply said."""
    facts = [label(s.medium.kind, lang)] if s.medium else []
    facts.append(label(s.form, lang))
    if s.status != "said":
        facts.append(label(s.status, lang))
    return facts


def speaker_cells(names: Directory, ids: list[Any], lang: str, palette: Palette) -> Iterator[Cell]:
    """Short names, each in its colour."""
    for n, i in enumerate(ids):
        if n:
            yield Cell(comma(lang))
        yield Cell(names.short(i, lang), palette.of(i) + " strong", isolate=True)


def marked(text: str, match: Match) -> Iterator[Cell]:
    """Text with the words that matched in another style, or in ‹ › where there are no styles."""
    at = 0
    for start, end in match.offsets:
        yield Cell(text[at:start])
        yield Cell("‹", only="plain")
        yield Cell(text[start:end], "mark")
        yield Cell("›", only="plain")
        at = end
    yield Cell(text[at:])
