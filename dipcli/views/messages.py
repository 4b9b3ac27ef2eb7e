"""Messages: one flat row each, and for people kind, sides, occasion and main points."""

from collections.abc import Iterator
from typing import Annotated

from dipcli.model import Message, Report, Statement
from dipcli.query import Selection
from dipcli.records import Record
from dipcli.views.labels import counted, label
from dipcli.views.names import Directory, arrow, line_of, place
from dipcli.views.screen import Block, Cell, Palette, Paragraph, cut, flat, joined
from dipcli.views.statements import content_text, speaker_cells

POINTS_IN_SUMMARY = 2
_WORDS_OF_A_POINT = 18


class MessageRow(Record):
    """``dip.message/1``: a letter, cable, call, meeting or visit, names resolved."""

    file: str
    line: int
    id: str
    published: str | None
    kind: str
    from_: list[str]
    from_en: list[str | None]
    to: list[str]
    to_en: list[str | None]
    occasion: str | None
    occasion_kind: str | None
    points: Annotated[list[str], "what was said in it"]
    themes: Annotated[list[str], "theme ids"]
    article: Annotated[str, "id of the article"]


def message_rows(selection: Selection, key: str) -> Iterator[MessageRow]:
    """Rows of the messages that the query keeps; ``key`` is the article's id."""
    report = selection.report
    names = Directory(report)
    text = report.article.text
    for m in selection.messages():
        yield MessageRow(
            file=report.article.source, line=line_of(report, m.evidence), id=m.id, published=report.article.published,
            kind=m.kind, from_=[n for e in m.from_ if (n := names.name(e))], from_en=[names.name_en(e) for e in m.from_],
            to=[n for e in m.to if (n := names.name(e))], to_en=[names.name_en(e) for e in m.to],
            occasion=text[m.occasion.span.start : m.occasion.span.end] if m.occasion else None,
            occasion_kind=m.occasion.kind if m.occasion else None,
            points=[content_text(report, s) for s in statements_of(report, m)], themes=list(m.themes), article=key,
        )  # fmt: skip


def statements_of(report: Report, message: Message) -> list[Statement]:
    """The statements made in a message, in text order."""
    return [s for s in report.statements if s.id in message.statements]


def main_points(report: Report, message: Message, most: int) -> list[Statement]:
    """The statements that tell most: whole clauses on the article's main themes before single phrases."""
    own = statements_of(report, message)
    main = {t.id for t in report.themes if t.main}
    ranked = sorted(
        own, key=lambda s: (s.frame != "clause", s.status != "said", not main.intersection(s.themes), s.line)
    )
    chosen = {s.id for s in ranked[:most]}
    return [s for s in own if s.id in chosen]


def occasion_words(message: Message, lang: str) -> str:
    """The kind of its occasion, where there is one that has a name; else nothing."""
    return label(message.occasion.kind, lang) if message.occasion and message.occasion.kind != "other" else ""


def facts_of(message: Message, own: list[Statement], lang: str) -> list[str]:
    """Its occasion, and how many statements were made in it."""
    facts = (occasion_words(message, lang), counted(len(own), "statement", lang) if own else "")
    return [f for f in facts if f]


def message_blocks(
    report: Report, message: Message, lang: str, palette: Palette, *, most: int | None = None
) -> Iterator[Block]:
    """Kind, sides, occasion, then its points: the main ones in full, or all of them, each cut to a line or so."""
    names = Directory(report)
    own = statements_of(report, message)
    head = [Cell(label(message.kind, lang) + "  ", "dim")]
    head += speaker_cells(names, list(message.from_), lang, palette)
    head.append(Cell(f" {arrow(lang)} "))
    head += speaker_cells(names, list(message.to), lang, palette)
    for fact in facts_of(message, own, lang):
        head += [Cell("   "), Cell(fact, "dim", isolate=True)]
    where = tuple(joined((place(report, line_of(report, message.evidence)), message.id), "  ", "dim"))
    yield Paragraph(tuple(head), 3, hang=2, margin=(where,) if most is None else (), ui=True)
    if message.occasion:
        span = message.occasion.span
        yield Paragraph((Cell(flat(report.article.text[span.start : span.end]), "dim"),), 5)
    yield from _points(report, main_points(report, message, most) if most else own, whole=most is not None)


def _points(report: Report, statements: list[Statement], *, whole: bool) -> Iterator[Block]:
    for s in statements:
        text = content_text(report, s)
        words = flat(text) if whole else cut(text, _WORDS_OF_A_POINT)
        yield Paragraph((Cell("· "), Cell(words)), 5, hang=2, margin=((Cell(s.id, "dim"),),))
