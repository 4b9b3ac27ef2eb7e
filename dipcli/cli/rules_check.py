"""``dip rules check``: everything that is wrong in a folder of a user's own rules."""

from collections import Counter

from dipcli.cli.app import USAGE, complain
from dipcli.cli.output import Output
from dipcli.cli.session import OK, TABLE, Session
from dipcli.model import DipError

_PLURALS = {"country": "countries"}


def check_rules(session: Session, what: str | None) -> int:
    """Status 2 and a line a fault on standard error, or what there is; with a format of records, the faults as records."""
    from dipcli.outputs.wire import row_columns, row_to_wire
    from dipcli.rules.load import Rules, compiled
    from dipcli.rules.own.checked import check_folders
    from dipcli.rules.own.overlay import lay_over
    from dipcli.trial.examples import unfulfilled
    from dipcli.views.rules import ProblemRow

    folders = [*session.settings.rules, *([what] if what else [])]
    if not folders:
        raise DipError("rules check: say which folder")
    name = session.format(piped=TABLE)
    base = compiled(session.settings.without)
    checked = check_folders(folders, base)
    problems = list(checked.problems)
    problems += unfulfilled(checked.tables, Rules(lay_over(base, checked)))
    if name != TABLE:
        rows = (row_to_wire(ProblemRow(*p)) for p in problems)
        session.write_records(rows, row_columns(ProblemRow), name)
    else:
        for p in problems:
            complain(str(p))
        if not problems:
            counts = Counter(t.kind for t in checked.tables)
            told = ", ".join(f"{n} {kind if n == 1 else _PLURALS.get(kind, kind + 's')}" for kind, n in counts.items())
            with Output(session.settings.output) as out:
                out.write(f"{', '.join(folders)}: {told or 'no table'}: nothing wrong\n".encode("utf-8", "replace"))
    return USAGE if problems else OK
