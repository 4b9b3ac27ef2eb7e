"""``dip summarise``: the article on one screen."""

from collections.abc import Iterator

from dipcli.model import Message, Report, Statement
from dipcli.query import Query
from dipcli.views.labels import label
from dipcli.views.names import Directory, arrow
from dipcli.views.rows import LeaderCount, LeaderRow, content_text, title_of
from dipcli.views.screen import Block, Cell, Gap, Grid, Heading, Paragraph, leader_styles

_POINTS = 2
_BAR = 12


def summary_screen(report: Report, lang: str) -> Iterator[Block]:
    """Title, counts, summary, leaders, messages with their main points, themes."""
    count = LeaderCount()
    count.add(report, Query())
    leaders = count.rows()
    styles = leader_styles([r.id for r in leaders])
    title = title_of(report)
    if title:
        yield Paragraph((Cell(title, "strong"),), 1)
    yield Paragraph((Cell(_facts(report, lang), "dim"),), 1)
    yield Gap()
    if report.summary.sentences:
        yield Heading(label("summary", lang))
        yield from _summary(report, lang)
        yield Gap()
    yield Heading(label("leaders", lang))
    yield leaders_grid(leaders, styles, lang) if leaders else Paragraph((Cell(label("none_leaders", lang), "dim"),), 3)
    yield Gap()
    yield Heading(label("messages", lang))
    if not report.messages:
        yield Paragraph((Cell(label("none_messages", lang), "dim"),), 3)
    for message in report.messages:
        yield from message_block(report, message, lang, styles)
    yield Gap()
    yield Heading(label("themes", lang))
    yield _themes(report, lang)


def _facts(report: Report, lang: str) -> str:
    published = report.article.published or label("no_date", lang)
    words = len(report.article.text.split())
    return (
        f"{report.article.source} · {published} · {words:,} {label('words', lang)} · "
        f"{len(report.messages)} {label('letters', lang)}, {len(report.statements)} {label('statements', lang)}"
    )


def _summary(report: Report, lang: str) -> Iterator[Block]:
    names = Directory(report)
    text = report.article.text
    for s in report.summary.sentences:
        cells: list[Cell] = []
        if s.labelled and s.speaker:
            to = " و".join(names.short(t, "ar") for t in s.to)
            cells.append(Cell(f"[{names.short(s.speaker, 'ar')}{' إلى ' + to if to else ''}] ", "dim"))
        cells.append(Cell(" ".join(text[s.span.start : s.span.end].split())))
        yield Paragraph(tuple(cells), 3)


def leaders_grid(leaders: list[LeaderRow], styles: dict[str, str], lang: str) -> Grid:
    """Name, English name, counts, office and country."""
    rows = []
    for r in leaders:
        office = r.office_en if lang == "en" and r.office_en else r.office
        what = ", ".join(x for x in (office, r.country) if x)
        name_en = r.name_en or ""
        rows.append(
            (
                Cell(r.name, styles.get(r.id, "")),
                Cell(name_en, "dim"),
                Cell(str(r.said)),
                Cell(str(r.named)),
                Cell(what, "dim"),
            )
        )
    return Grid(tuple(rows), "llrrl", ("", "", label("said", lang), label("named", lang), ""))


def message_block(report: Report, message: Message, lang: str, styles: dict[str, str]) -> Iterator[Block]:
    """Kind, sides, occasion, then its main points."""
    names = Directory(report)
    by_id = {s.id: s for s in report.statements}
    own = [by_id[i] for i in message.statements if i in by_id]
    head = [Cell(label(message.kind, lang) + "  ", "dim")]
    head += _side(message.from_, names, lang, styles)
    head.append(Cell(f" {arrow(lang)} "))
    head += _side(message.to, names, lang, styles)
    if message.occasion:
        text = report.article.text[message.occasion.span.start : message.occasion.span.end]
        head.append(Cell(f"   {' '.join(text.split())}", "dim"))
    if own:
        head.append(Cell(f"   {len(own)} {label('statements' if len(own) > 1 else 'statement', lang)}", "dim"))
    yield Paragraph(tuple(head), 3)
    for s in own[:_POINTS]:
        yield Paragraph((Cell("· "), Cell(_short_content(report, s))), 5, s.id)


def _side(ids: tuple[str, ...], names: Directory, lang: str, styles: dict[str, str]) -> list[Cell]:
    out: list[Cell] = []
    for n, e in enumerate(ids):
        if n:
            out.append(Cell("، " if lang == "ar" else ", "))
        out.append(Cell(names.short(e, lang), styles.get(e, "")))
    return out


def _short_content(report: Report, s: Statement, most: int = 18) -> str:
    words = content_text(report, s).split()
    return " ".join(words[:most]) + (" …" if len(words) > most else "")


def _themes(report: Report, lang: str) -> Block:
    counts = {t.id: sum(1 for s in report.statements if t.id in s.themes) for t in report.themes}
    shown = sorted(report.themes, key=lambda t: (-counts[t.id], not t.main))
    shown = [t for t in shown if t.main or counts[t.id]]
    if not shown:
        return Paragraph((Cell(label("nothing", lang), "dim"),), 3)
    most = max([counts[t.id] for t in shown] + [1])
    cells: list[Cell] = []
    for n, t in enumerate(shown):
        name = t.label_ar if lang == "ar" else t.label_en
        bar = "▇" * max(1, round(_BAR * counts[t.id] / most)) if counts[t.id] else ""
        cells.append(Cell(("   " if n else "") + f"{name} "))
        cells.append(Cell(f"{bar} {counts[t.id]}" if bar else "0", "dim"))
    return Paragraph(tuple(cells), 3)


def totals_line(articles: int, leaders: int, messages: int, statements: int, lang: str) -> str:
    """The last line when several files were read."""
    return (
        f"{articles} {label('articles', lang)} · {leaders} {label('leaders', lang).lower()} · "
        f"{messages} {label('letters', lang)} · {statements} {label('statements', lang)}"
    )
