"""``dip explain``"""

from typing import Annotated

import typer

from dipcli.cli.options import INPUT, OUTPUT, Group, Settings, takes
from dipcli.cli.session import TABLE, Session
from dipcli.model import Report

_FILE = Annotated[str, typer.Argument(metavar="FILE", help="The article, or - for standard input.")]
_WANTED = Annotated[
    str, typer.Argument(metavar="STATEMENT|ENTITY", help="A statement's id (s7), or an entity's id or name.")
]


@takes(INPUT, OUTPUT, own=Group("Arguments", (("file", _FILE, ...), ("wanted", _WANTED, ...))))
def command(settings: Settings, file: str, wanted: str) -> int:
    """Why this source, this addressee, this extent, and who it could have been instead; or why these names are one.

    \b
    dip explain samples/letters.txt s7
    dip explain samples/letters.txt كاماو
    """
    session = Session(settings._replace(files=[file]))
    name = session.format("text", piped=TABLE)
    reports = list(session.reports())
    for report in reports:
        if _explain(session, report, wanted, name):
            return session.status()
    if reports:
        session.warn(_nothing(reports[0], file, wanted))
        return session.status(matched=False)
    return session.status()


def _explain(session: Session, report: Report, wanted: str, name: str) -> bool:
    from dipcli.views import explain

    lang = session.language
    statement = explain.statement_of(report, wanted)
    entity = None if statement else explain.entity_of(report, wanted)
    if name == TABLE:
        from dipcli.cli.show import show
        from dipcli.views.names import World
        from dipcli.views.screen import Palette

        if statement is not None:
            show(session, explain.statement_screen(report, statement, lang, Palette()))
        elif entity is not None:
            show(session, explain.entity_screen(report, entity, lang, Palette(), World(session.rules)))
        return bool(statement or entity)
    from dipcli.outputs.wire import explanation

    if statement is not None:
        words = explain.words_of_statement(report, statement, lang)
        session.write_records([explanation(report, statement.id, statement.trace, words)], (), name)
    elif entity is not None:
        words = explain.words_of_entity(report, entity, lang)
        session.write_records([explanation(report, entity.id, entity.why, words)], (), name)
    return bool(statement or entity)


def _nothing(report: Report, file: str, wanted: str) -> str:
    from dipcli.cli.checks import did_you_mean

    known = [*(s.id for s in report.statements), *(e.id for e in report.entities), *(e.name for e in report.entities)]
    count = len(report.statements)
    have = f"s1 to s{count}" if count > 1 else "s1" if count else "no statement"
    return f'{file}: no statement or entity is called "{wanted}"{did_you_mean(wanted, known) or f" (it has {have})"}'
