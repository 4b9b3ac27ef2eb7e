"""``dip statements``, and what ``dip who-said`` shares with it"""

from collections.abc import Iterator

from dipcli.cli.answer import Answer, Found, Item
from dipcli.cli.options import ARCHIVE, FILES, FILTER, INPUT, LONG, OUTPUT, ROWS, Settings, takes
from dipcli.cli.session import Session
from dipcli.model import DipError
from dipcli.query import Selection
from dipcli.views.screen import Block, Cell, Palette, Paragraph


@takes(FILES, FILTER, ROWS, INPUT, OUTPUT, ARCHIVE, LONG)
def command(settings: Settings) -> int:
    """All statements, one flat row each: who, to whom, in which medium, what, how sure.

    \b
    dip statements samples/ --by السعدي --format csv -o statements.csv
    dip statements samples/letters.txt --fields speaker,to,text
    """
    if settings.sort == "rank":
        raise DipError("statements are sorted by date, newest, place or confidence; rank is for who-said and search")
    return answer(Session(settings))


def answer(session: Session) -> int:
    """Statements that the filters and the text let through, in the format asked for."""
    from dipcli.outputs.wire import article_id
    from dipcli.views.statements import StatementRow, statement_blocks, statement_rows

    session.of_statements = True
    palette = Palette()
    lang = session.language
    speakers: set[str] = set()

    def items(selection: Selection) -> Iterator[Item]:
        report, found = selection.report, selection.statements()
        key = article_id(report.article.text) if found else ""
        for row, (s, match) in zip(statement_rows(selection, key), found, strict=True):
            speakers.update(x.entity for x in s.sources if x.entity)
            yield Item(row, lambda s=s, match=match: statement_blocks(report, s, match, lang, palette))  # type: ignore[misc]

    return Answer(session, StatementRow, items).run(lambda found: _footer(found, len(speakers), lang))


def _footer(found: Found, speakers: int, lang: str) -> Block:
    from dipcli.views.labels import counted, label, listed

    parts = [
        counted(found.rows, "statement", lang),
        counted(speakers, "speaker", lang),
        f"{found.matched} {label('of', lang)} {counted(found.articles, 'article', lang)}",
    ]
    return Paragraph((Cell(listed(parts, lang), "strong"),), 1, ui=True)
