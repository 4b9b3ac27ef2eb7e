"""``dip archive``"""

from collections.abc import Callable
from typing import Annotated

import typer

from dipcli.cli.configuration import setting
from dipcli.cli.options import DB, OUTPUT, Group, Settings, takes
from dipcli.cli.reading import archive_needed
from dipcli.cli.session import OK, SOME_FAILED, TABLE, Session
from dipcli.model import DipError

_ACTION = Annotated[str, typer.Argument(metavar="check|stats|backup|migrate|salvage", help="What to do.")]
COLUMNS_OF_CHECK = ("schema", "part", "article", "source", "reason")
COLUMNS_OF_STATS = ("schema", "group", "name", "value")


@takes(OUTPUT, own=Group("Arguments", (("action", _ACTION, ...), DB)))
def command(settings: Settings, action: str, db: str | None) -> int:
    """Take care of an archive: is it whole, what is in it, copy it, bring it up to date, save what can be read.

    check reads every article and says what is damaged (status 3).
    stats counts articles, people, outlets, and says what takes the room.
    backup writes a copy to -o FILE, also while an index runs.
    migrate brings an archive of an older dip to this one; a copy of it stays.
    salvage writes what can be read of a damaged archive to -o FILE.

    \b
    dip archive stats --db news.db
    dip archive backup --db news.db -o copy.db
    """
    from dipcli.cli.checks import did_you_mean

    actions: dict[str, Callable[[Session, str], int]] = {
        "check": _check, "stats": _stats, "backup": _backup, "migrate": _migrate, "salvage": _salvage,
    }  # fmt: skip
    if action not in actions:
        hint = did_you_mean(action, actions)
        raise DipError(f'archive: check, stats, backup, migrate or salvage, not "{action}"{hint}')
    return actions[action](Session(settings), archive_needed(db or setting("db")))


def _check(session: Session, path: str) -> int:
    from dipcli.archive.checking import check
    from dipcli.outputs.wire import finding_record

    name = session.format()
    findings = check(path)
    if name != TABLE:
        count = session.write_records((finding_record(*f) for f in findings), COLUMNS_OF_CHECK, name)
    else:
        count = 0
        for f in findings:
            count += 1
            article = "" if f.article is None else f" article {f.article}" + (f" ({f.source})" if f.source else "")
            session.print_line(f"{f.part}:{article} {f.reason}")
    if count:
        session.warn(f"{path}: damaged: a backup, or dip archive salvage -o NEW, which saves what can be read")
        return SOME_FAILED
    if name == TABLE:
        session.print_line(f"{path}: whole")
    return OK


def _stats(session: Session, path: str) -> int:
    from dipcli.archive.figures import figures
    from dipcli.outputs.wire import archive_figure_record

    name = session.format()
    found = list(figures(path))
    if name != TABLE:
        session.write_records((archive_figure_record(*f) for f in found), COLUMNS_OF_STATS, name)
        return OK
    from dipcli.cli.show import show
    from dipcli.views.screen import Cell, Grid, Row

    rows = [
        Row((
            Cell(f.group if n == 0 or found[n - 1].group != f.group else "", "dim"), Cell(f.name[:30], isolate=True),
            Cell(f"{f.value:,}" if isinstance(f.value, int) else f.value or "-", "strong"),
        ))
        for n, f in enumerate(found)
    ]  # fmt: skip
    show(session, [Grid(tuple(rows), "llr", indent=1)])
    return OK


def _backup(session: Session, path: str) -> int:
    from dipcli.archive.copying import backup

    target = _target(session, "backup")
    size = backup(path, target, older=True)
    session.print_line(f"{target}: {size:,} bytes")
    return OK


def _migrate(session: Session, path: str) -> int:
    from dipcli.archive.copying import backup
    from dipcli.archive.migrating import migrate, version_there
    from dipcli.archive.schema import VERSION

    before = version_there(path)
    if before == VERSION:
        session.print_line(f"{path}: of this version already (schema {VERSION})")
        return OK
    copy = _free(f"{path}.schema-{before}")
    backup(path, copy, older=True)
    migrate(path)
    session.print_line(f"{path}: from schema {before} to {VERSION}; as it was: {copy}")
    return OK


def _salvage(session: Session, path: str) -> int:
    from dipcli.archive.salvaging import salvage
    from dipcli.pipeline import parse

    target = _target(session, "salvage")
    saved = salvage(path, target, lambda article: parse(article, session.rules))
    session.print_line(f"{target}: {saved.articles:,} articles saved, {saved.lost:,} lost")
    if saved.lost:
        session.warn(f"{path}: the files of what is lost are read again by dip index FILE... --db {target}")
    if saved.corrections_lost:
        lost = f"{saved.corrections_lost:,} corrections of persons"
        session.warn(
            f"{path}: {lost} could not be made again: dip leaders --corrections --db {target} lists those that were"
        )
    return SOME_FAILED if saved.lost or saved.corrections_lost else OK


def _target(session: Session, action: str) -> str:
    target = session.settings.output
    if target is None or target == "-":
        raise DipError(f"archive {action}: name the new file with -o FILE")
    return target


def _free(path: str) -> str:
    """A name that nothing has yet."""
    import os

    n, name = 1, path
    while os.path.lexists(name):
        n += 1
        name = f"{path}.{n}"
    return name
