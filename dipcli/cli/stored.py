"""``dip show``: an article of the archive"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from dipcli.cli.configuration import setting
from dipcli.cli.options import DB, OUTPUT, RULES, Group, Settings, takes
from dipcli.cli.reading import archive_needed
from dipcli.cli.session import NOTHING, OK, TABLE, Session
from dipcli.model import DipError
from dipcli.views.screen import Block

if TYPE_CHECKING:
    from dipcli.archive.identified import Identified
    from dipcli.archive.reading import Stored

_ID = Annotated[str, typer.Argument(metavar="ID", help="Id of the article, or how it begins.")]
_SUMMARY = Annotated[bool, typer.Option("--summary", help="The screen of dip summarise, not of dip read.")]
_OWN = Group("Arguments", (("article", _ID, ...), DB, ("summary", _SUMMARY, False)))
_MOST = 10  # articles that are listed where an id says too little
_DIGITS = frozenset("0123456789abcdef")


@takes(OUTPUT, RULES, own=_OWN)
def command(settings: Settings, article: str, db: str | None, summary: bool) -> int:
    """An article of an archive, as dip read shows it: and where it came from, when, and which rules have read it.

    ID is what other commands give as article, or its first letters. --format json or ndjson gives its report, text its
    text as it is.

    \b
    dip show 2dcaac5b --db news.db
    dip show 2dcaac5b --db news.db --format text
    """
    path = archive_needed(db or setting("db"), "dip index makes one")
    digits = article.lower().removeprefix("sha256:")
    if not digits or set(digits) - _DIGITS or len(digits) > 64:
        raise DipError(f'an id is up to 64 digits 0-9 a-f, as other commands give it under article, not "{article}"')
    session = Session(settings)
    as_text = settings.format == "text" and not settings.json
    name = "text" if as_text else session.format("text", piped=TABLE)
    from dipcli.archive.connection import opened
    from dipcli.archive.identified import identified
    from dipcli.archive.reading import Reader

    with opened(path) as connection:
        reader = Reader(connection, path)
        found = identified(reader, digits)
        if len(found) > 1:
            raise DipError(f'"{article}" begins several ids: {_listed(found)}')
        if not found:
            session.warn(f'no article of {path} has an id that begins with "{article}"')
            return OK if settings.exit_zero else NOTHING
        stored = reader.article(found[0].prints[0].id)
    assert stored is not None
    _write(session, name, stored, found[0], summary=summary)
    return OK


def _listed(found: "list[Identified]") -> str:
    shown = [f"{f.article.removeprefix('sha256:')[:12]} ({f.title or f.prints[0].source})" for f in found[:_MOST]]
    return ", ".join(shown) + (" ..." if len(found) > _MOST else "")


def _write(session: Session, name: str, stored: "Stored", found: "Identified", *, summary: bool) -> None:
    if name == "text":
        from dipcli.cli.output import Output

        with Output(session.settings.output) as out:
            text = stored.report.article.text.encode("utf-8", "surrogatepass")
            out.write(text if text.endswith(b"\n") else text + b"\n")
    elif name == TABLE:
        from dipcli.cli.show import show

        show(session, _blocks(session, stored, found, summary=summary))
    else:
        from dipcli.outputs.wire import REPORT_KEYS, report_to_wire

        session.write_records([report_to_wire(stored.report)], REPORT_KEYS, name)


def _blocks(session: Session, stored: "Stored", found: "Identified", *, summary: bool) -> Iterator[Block]:
    from dipcli.views.article import article_screen
    from dipcli.views.names import World
    from dipcli.views.origin import Origin, origin_blocks
    from dipcli.views.screen import Gap, Palette
    from dipcli.views.summary import summary_screen

    lang, report = session.language, stored.report
    origin = Origin(
        article=found.article, sources=[p.source for p in found.prints], outlet=report.article.outlet,
        published=report.article.published, others=[p.outlet or p.source for p in found.others], added=stored.added,
        rules=report.rules, today=session.rules.id,
    )  # fmt: skip
    yield from origin_blocks(origin, lang)
    yield Gap()
    if summary:
        yield from summary_screen(report, lang, Palette(), World(session.rules))
    else:
        yield from article_screen(report, lang, Palette())
