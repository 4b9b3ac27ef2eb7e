"""``dip messages``"""

from collections.abc import Iterator

from dipcli.cli.options import FILTER, INPUT, OUTPUT, ROWS, Settings, takes
from dipcli.cli.rows import answered_shortly, arranged
from dipcli.cli.session import Session
from dipcli.views.rows import MessageRow
from dipcli.views.screen import Block


@takes(INPUT, OUTPUT, FILTER, ROWS)
def command(settings: Settings) -> int:
    """Letters, cables, calls, meetings: from, to, occasion, and what was said in each.

    \b
    dip messages samples/letters.txt
    dip messages news/ --medium call --format csv
    """
    from dipcli.outputs.wire import row_to_wire
    from dipcli.views.rows import article_key, message_rows

    session = Session(settings)
    query = session.query()

    def rows() -> Iterator[MessageRow]:
        for report in session.reports():
            yield from message_rows(report, query, article_key(report))

    if session.format() == "table" and not settings.count_only and not settings.files_with_matches:
        from dipcli.cli.show import show

        tally = [0]
        show(session, _blocks(session, tally))
        return session.status(tally[0] > 0 or query.is_empty())
    short = answered_shortly(session, rows())
    if short is not None:
        return short
    count = session.write_records(row_to_wire(r) for r in arranged(session, rows()))
    return session.status(count > 0 or query.is_empty())


def _blocks(session: Session, tally: list[int]) -> Iterator[Block]:
    from dipcli.views.screen import Cell, Paragraph, leader_styles
    from dipcli.views.summary import message_block

    query = session.query()
    for report in session.reports():
        kept = [m for m in report.messages if query.keeps_message(report, m)]
        if kept:
            yield Paragraph((Cell(report.article.source, "dim"),), 1)
        for m in kept:
            tally[0] += 1
            yield from message_block(report, m, session.language(), leader_styles([*m.from_, *m.to]))
