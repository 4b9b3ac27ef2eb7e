"""``dip summarise``"""

from collections.abc import Iterator

from dipcli.cli.options import FILES, INPUT, LONG, OUTPUT, Settings, takes
from dipcli.cli.session import TABLE, Session
from dipcli.model import Report
from dipcli.outputs.wire import Json
from dipcli.views.screen import Block

_MANY = 20


@takes(FILES, INPUT, OUTPUT, LONG)
def command(settings: Settings) -> int:
    """The article on one screen: summary, leaders, messages with their main points, themes.

    \b
    dip summarise samples/letters.txt
    dip summarise samples/visit.txt --lang ar
    """
    from dipcli.inputs.errors import InputError
    from dipcli.outputs.wire import article_id, row_columns, row_to_wire
    from dipcli.outputs.writers import FORMATS
    from dipcli.views.summary import SummaryRow, flat_summary, summary_row

    session = Session(settings)
    name = session.format()
    if name == TABLE:
        from dipcli.cli.show import show

        show(session, _blocks(session))
    else:
        flat = FORMATS[name].flat

        def record(report: Report) -> Json:
            row = summary_row(report, article_id(report.article.text))
            return row_to_wire(flat_summary(row) if flat else row)

        records = (o if isinstance(o, InputError) else record(o) for o in session.outcomes())
        session.write_records(records, row_columns(SummaryRow), name)
    return session.status()


def _blocks(session: Session) -> Iterator[Block]:
    from dipcli.views.names import World
    from dipcli.views.screen import Gap, Palette
    from dipcli.views.summary import Totals, summary_screen

    lang, palette, world, totals = session.language, Palette(), World(session.rules), Totals()
    for report in session.reports():
        if totals.articles:
            yield Gap()
            yield Gap()
        yield from summary_screen(report, lang, palette, world)
        totals.add(report)
        if totals.articles == _MANY + 1:
            session.warn(f"more than {_MANY} articles: leaders, messages and themes answer better over many")
    if totals.articles > 1:
        yield Gap()
        yield totals.block(lang)
