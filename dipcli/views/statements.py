"""``dip statements`` and ``dip who-said`` for people: who, to whom, in which medium, where, and the words."""

from collections.abc import Iterator

from dipcli.model import Report, Statement
from dipcli.query import Match
from dipcli.views.labels import label
from dipcli.views.names import Directory, arrow
from dipcli.views.rows import content_text
from dipcli.views.screen import Block, Cell, Paragraph


def statement_blocks(report: Report, s: Statement, match: Match, lang: str, styles: dict[str, str]) -> Iterator[Block]:
    """A head line with the place, then what was said with the searched words marked."""
    names = Directory(report)
    speaker = s.sources[0].entity if s.sources else None
    cells = [
        Cell(
            " ".join(filter(None, (", ".join(names.short(x.entity, lang) for x in s.sources),))),
            styles.get(speaker or "", "strong"),
        )
    ]
    if s.addressees:
        cells.append(Cell(f" {arrow(lang)} " + ", ".join(names.short(a.entity, lang) for a in s.addressees)))
    facts = [label(s.medium.kind, lang)] if s.medium else []
    facts.append(label(s.form, lang))
    if s.status != "said":
        facts.append(label(s.status, lang))
    cells.append(Cell(" · " + " · ".join(facts), "dim"))
    yield Paragraph(tuple(cells), 1, f"{report.article.source}:{s.line}  {s.id}")
    yield Paragraph(tuple(_marked(content_text(report, s), match)), 3)


def _marked(text: str, match: Match) -> list[Cell]:
    cells: list[Cell] = []
    at = 0
    for start, end in match.offsets:
        cells.append(Cell(_flat(text[at:start])))
        cells.append(Cell(f"‹{_flat(text[start:end])}›", "mark"))
        at = end
    cells.append(Cell(_flat(text[at:])))
    return [c for c in cells if c.text]


def _flat(text: str) -> str:
    lead = " " if text[:1].isspace() else ""
    tail = " " if text[-1:].isspace() and text.strip() else ""
    return lead + " ".join(text.split()) + tail
