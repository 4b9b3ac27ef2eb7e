"""``dip messages``"""

from collections.abc import Iterator

from dipcli.cli.answer import Answer, Found, Item
from dipcli.cli.options import ARCHIVE, FILES, FILTER, INPUT, LONG, OUTPUT, ROWS, Settings, takes
from dipcli.cli.session import Session
from dipcli.model import DipError
from dipcli.query import Selection
from dipcli.views.screen import Block, Cell, Palette, Paragraph


@takes(FILES, FILTER, ROWS, INPUT, OUTPUT, ARCHIVE, LONG)
def command(settings: Settings) -> int:
    """Letters, cables, calls, meetings, visits: from whom, to whom, on which occasion, and what was said in each.

    \b
    dip messages samples/letters.txt
    dip messages samples/ --medium call --format csv
    """
    from dipcli.outputs.wire import article_id
    from dipcli.views.messages import MessageRow, message_blocks, message_rows

    if settings.sort in ("confidence", "rank"):
        raise DipError("messages are sorted by date, newest or place")
    session = Session(settings)
    palette, lang = Palette(), session.language

    def items(selection: Selection) -> Iterator[Item]:
        report = selection.report
        rows = message_rows(selection, article_id(report.article.text))
        for row, m in zip(rows, selection.messages(), strict=True):
            yield Item(row, lambda m=m: message_blocks(report, m, lang, palette))  # type: ignore[misc]

    return Answer(session, MessageRow, items).run(lambda found: _footer(found, lang))


def _footer(found: Found, lang: str) -> Block:
    from dipcli.views.labels import counted, label, listed

    matched = f"{found.matched} {label('of', lang)} {counted(found.articles, 'article', lang)}"
    return Paragraph((Cell(listed([counted(found.rows, "message", lang), matched], lang), "strong"),), 1, ui=True)
