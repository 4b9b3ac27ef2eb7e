"""``dip summarise``: the article on one screen, or as one row with its tables nested."""

from collections import Counter
from collections.abc import Iterator
from typing import Annotated

from dipcli.model import Report
from dipcli.query import Query, Selection
from dipcli.records import Record
from dipcli.views.labels import counted, label, listed
from dipcli.views.leaders import LeaderCount, LeaderRow
from dipcli.views.leaders_screen import leaders_grid
from dipcli.views.messages import POINTS_IN_SUMMARY, MessageRow, message_blocks, message_rows
from dipcli.views.names import Directory, World
from dipcli.views.screen import Block, Cell, Flow, Gap, Heading, Palette, Paragraph, bar, flat, joined
from dipcli.views.themes import ThemeCount, ThemeRow


class SummaryRow(Record):
    """``dip.summary/1``: one article."""

    file: str
    published: str | None
    title: str | None
    summary: Annotated[str, "how it is read aloud: whole sentences of the article, labelled where they need it"]
    leaders: list[LeaderRow]
    messages: list[MessageRow]
    themes: list[ThemeRow]


class FlatSummaryRow(Record):
    """The same for a spreadsheet, where a table does not fit into a cell: each of its rows in a few words."""

    file: str
    published: str | None
    title: str | None
    summary: str
    leaders: Annotated[list[str], "name × statements"]
    messages: Annotated[list[str], "kind: from → to"]
    themes: Annotated[list[str], "theme id × statements"]


def title_of(report: Report) -> str | None:
    """The article's title from its container, else its headline."""
    if report.article.title:
        return report.article.title
    if report.headline:
        return report.article.text[report.headline.start : report.headline.end].strip()
    return None


def summary_row(report: Report, key: str) -> SummaryRow:
    """One article: its summary and its tables; ``key`` is the article's id."""
    everything = Selection(report, Query())
    leaders, themes = LeaderCount(), ThemeCount()
    leaders.add(everything)
    themes.add(everything)
    return SummaryRow(
        file=report.article.source, published=report.article.published, title=title_of(report),
        summary=report.summary.text, leaders=leaders.rows(), messages=list(message_rows(everything, key)),
        themes=themes.rows(),
    )  # fmt: skip


def flat_summary(row: SummaryRow) -> FlatSummaryRow:
    """A summary whose tables are told in words."""
    return FlatSummaryRow(
        file=row.file, published=row.published, title=row.title, summary=row.summary,
        leaders=[f"{r.name} × {r.said}" for r in row.leaders],
        messages=[f"{m.kind}: {', '.join(m.from_)} → {', '.join(m.to)}" for m in row.messages],
        themes=[f"{t.theme} × {t.statements}" for t in row.themes],
    )  # fmt: skip


class Totals:
    """What several articles come to."""

    def __init__(self) -> None:
        self.articles = self.messages = self.statements = 0
        self.leaders = LeaderCount()

    def add(self, report: Report) -> None:
        """Count one article."""
        self.articles += 1
        self.messages += len(report.messages)
        self.statements += len(report.statements)
        self.leaders.add(Selection(report, Query()))

    def block(self, lang: str) -> Block:
        """The last line when several files were read."""
        parts = [
            counted(self.articles, "article", lang), counted(len(self.leaders), "leader", lang),
            counted(self.messages, "message", lang), counted(self.statements, "statement", lang),
        ]  # fmt: skip
        return Paragraph(tuple(joined(parts, " · ", "strong")), 1, ui=True)


def summary_screen(report: Report, lang: str, palette: Palette, world: World) -> Iterator[Block]:
    """Title and facts; summary; leaders; messages with their main points; themes; warnings."""
    title = title_of(report)
    if title:
        yield Paragraph((Cell(flat(title), "strong"),), 1)
    yield Paragraph(tuple(joined(_facts(report, lang), " · ", "dim")), 1, ui=True)
    for note in report.notes:
        if note.reason in ("no_arabic", "no_statements"):
            yield Paragraph((Cell(label(note.reason, lang)),), 1, ui=True)
    yield Gap()
    yield Heading(label("summary", lang))
    yield from _summary(report, lang)
    yield Gap()
    yield from _leaders(report, lang, palette, world)
    yield Gap()
    yield Heading(label("messages", lang))
    yield from _messages(report, lang, palette)
    yield Gap()
    yield Heading(label("themes", lang))
    yield _themes(report, lang)


def _facts(report: Report, lang: str) -> tuple[str, ...]:
    kinds = Counter(m.kind for m in report.messages)
    found = [counted(n, kind, lang) for kind, n in kinds.items()]
    found.append(counted(len(report.statements), "statement", lang))
    return (
        report.article.source,
        report.article.published or label("no_date", lang),
        counted(len(report.article.text.split()), "word", lang),
        listed(found, lang),
    )


def _summary(report: Report, lang: str) -> Iterator[Block]:
    if not report.summary.sentences:
        yield Paragraph((Cell(label("none_summary", lang), "dim"),), 3, ui=True)
    names = Directory(report)
    text = report.article.text
    for s in report.summary.sentences:
        cells = [Cell(flat(text[s.span.start : s.span.end]))]
        if s.labelled and s.speaker:
            # The label is read with the article's words: Arabic whatever the language of the screen.
            to = " و".join(names.short(t, "ar") for t in s.to)
            cells.insert(0, Cell(f"[{names.short(s.speaker, 'ar')}{' إلى ' + to if to else ''}] ", "dim"))
        yield Paragraph(tuple(cells), 3)


def _leaders(report: Report, lang: str, palette: Palette, world: World) -> Iterator[Block]:
    count = LeaderCount()
    count.add(Selection(report, Query()))
    if len(count):
        yield leaders_grid(count.rows(), lang, palette, world, title=label("leaders", lang), whole=False)
    else:
        yield Heading(label("leaders", lang))
        yield Paragraph((Cell(label("none_leaders", lang), "dim"),), 3, ui=True)


def _messages(report: Report, lang: str, palette: Palette) -> Iterator[Block]:
    if not report.messages:
        yield Paragraph((Cell(label("none_messages", lang), "dim"),), 3, ui=True)
    for message in report.messages:
        yield from message_blocks(report, message, lang, palette, most=POINTS_IN_SUMMARY)


def _themes(report: Report, lang: str) -> Block:
    numbers = {t.id: sum(1 for s in report.statements if t.id in s.themes) for t in report.themes}
    shown = [t for t in report.themes if t.main or numbers[t.id]]
    if not shown:
        return Paragraph((Cell(label("none_themes", lang), "dim"),), 3, ui=True)
    shown.sort(key=lambda t: (-numbers[t.id], not t.main))
    most = max(*numbers.values(), 1)
    return Flow(
        tuple((Cell(t.label_ar if lang == "ar" else t.label_en), *_bar_cells(numbers[t.id], most)) for t in shown),
        3,
    )


def _bar_cells(n: int, most: int) -> tuple[Cell, ...]:
    """A bar beside its number; a theme of the article that no statement is on has neither."""
    return (Cell(f" {bar(n, most, 9)} ", "dim"), Cell(str(n))) if n else ()
