"""``dip summarise``"""

from collections.abc import Iterator

from dipcli.cli.options import INPUT, OUTPUT, Settings, takes
from dipcli.cli.session import Session
from dipcli.views.screen import Block

_MANY = 20


@takes(INPUT, OUTPUT)
def command(settings: Settings) -> int:
    """The article on one screen: summary, leaders, messages with their main points, themes.

    \b
    dip summarise samples/letters.txt
    dip summarise news/visit.txt --lang ar
    """
    session = Session(settings)
    if session.format() == "table":
        from dipcli.cli.show import show

        show(session, _blocks(session))
        return session.status()
    from dipcli.outputs.wire import row_to_wire
    from dipcli.views.rows import article_key, summary_row

    session.write_records(row_to_wire(summary_row(r, article_key(r), row_to_wire)) for r in session.reports())
    return session.status()


def _blocks(session: Session) -> Iterator[Block]:
    from dipcli.views.screen import Cell, Gap, Paragraph
    from dipcli.views.summary import summary_screen, totals_line

    lang = session.language()
    articles, messages, statements = 0, 0, 0
    leaders: set[str] = set()
    for report in session.reports():
        if articles:
            yield Gap()
        yield from summary_screen(report, lang)
        articles += 1
        if articles == _MANY + 1:
            session.warn("more than 20 files: leaders, messages and themes answer better over many")
        messages += len(report.messages)
        statements += len(report.statements)
        leaders.update(e.id for e in report.entities if e.kind == "person" and e.office)
    if articles > 1:
        yield Gap()
        yield Paragraph((Cell(totals_line(articles, len(leaders), messages, statements, lang), "strong"),), 1)
