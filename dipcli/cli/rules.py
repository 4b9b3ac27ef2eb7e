"""``dip rules``"""

from collections.abc import Iterable
from typing import Annotated, Any

import typer

from dipcli.cli.options import OUTPUT, Group, Settings, takes
from dipcli.cli.session import TABLE, Session
from dipcli.model import DipError

_ACTION = Annotated[
    str, typer.Argument(metavar="[list|show|try]", help="What to do; list when nothing is said.", show_default=False)
]
_WHAT = Annotated[
    str | None,
    typer.Argument(
        metavar="[WHAT]", help="list: cues or themes; show: a rule's id; try: a sentence (- for standard input)."
    ),
]


@takes(OUTPUT, own=Group("Arguments", (("action", _ACTION, "list"), ("what", _WHAT, None))))
def command(settings: Settings, action: str, what: str | None) -> int:
    """The rules: list the cues or the themes, show one with its examples, try what fires in a sentence.

    \b
    dip rules show cue.adafa
    dip rules try "وأضاف الوزير أن المحادثات تقدمت."
    """
    from dipcli.cli.checks import did_you_mean

    session = Session(settings)
    actions = {"list": _list, "show": _show, "try": _try}
    if action not in actions:
        raise DipError(f'rules: list, show or try, not "{action}"{did_you_mean(action, actions)}')
    return actions[action](session, what)


def _list(session: Session, what: str | None) -> int:
    if what == "themes":
        return _list_themes(session)
    if what not in (None, "cues"):
        raise DipError(f'rules list: cues or themes, not "{what}"')
    from dipcli.outputs.wire import row_columns, row_to_wire
    from dipcli.rules.catalogue import cue_tables
    from dipcli.views.rules import RuleRow, rule_row

    name = session.format(piped=TABLE)
    if name == TABLE:
        _show_list(session, ((t["id"], t["lemma"], t["gloss"]) for t in cue_tables()))
    else:
        session.write_records((row_to_wire(rule_row(t)) for t in cue_tables()), row_columns(RuleRow), name)
    return 0


def _list_themes(session: Session) -> int:
    session.format("screen", piped=TABLE)
    _show_list(session, ((t[0], t[4], t[3]) for t in sorted(session.rules.themes)))
    return 0


def _show_list(session: Session, rows: Iterable[tuple[str, ...]]) -> None:
    from dipcli.cli.show import show
    from dipcli.views.screen import Cell, Grid, Row

    grid = Grid(
        tuple(Row(tuple(Cell(c, "" if n else "strong") for n, c in enumerate(r))) for r in rows), "lll", indent=1
    )
    show(session, [grid])


def _show(session: Session, what: str | None) -> int:
    from dipcli.cli.checks import did_you_mean
    from dipcli.outputs.wire import row_columns, row_to_wire
    from dipcli.rules.catalogue import cue_tables
    from dipcli.views.rules import RuleRow, rule_row, rule_screen

    if what is None:
        raise DipError("rules show: say which rule (dip rules list)")
    by_id: dict[str, dict[str, Any]] = {t["id"]: t for t in cue_tables()}
    # A statement names its rule with the frame: cue.akkada.clause is of cue.akkada.
    table = by_id.get(what) or by_id.get(what.rpartition(".")[0])
    if table is None:
        raise DipError(f'there is no rule "{what}"{did_you_mean(what, by_id) or " (see dip rules list)"}')
    name = session.format(piped=TABLE)
    if name == TABLE:
        from dipcli.cli.show import show

        show(session, rule_screen(table, session.language))
    else:
        session.write_records([row_to_wire(rule_row(table))], row_columns(RuleRow), name)
    return 0


def _try(session: Session, what: str | None) -> int:
    import sys

    from dipcli.model import Article
    from dipcli.outputs.wire import REPORT_KEYS, report_to_wire
    from dipcli.pipeline import parse
    from dipcli.views.rules import try_screen

    if what is None:
        raise DipError("rules try: say a sentence")
    text = sys.stdin.buffer.read().decode("utf-8", "replace") if what == "-" and sys.stdin else what
    report = parse(Article(text=text), session.rules)
    name = session.format("text", piped=TABLE)
    if name == TABLE:
        from dipcli.cli.show import show

        show(session, try_screen(report, session.language))
    else:
        session.write_records([report_to_wire(report)], REPORT_KEYS, name)
    return 0
