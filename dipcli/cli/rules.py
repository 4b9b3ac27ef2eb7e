"""``dip rules``"""

from collections.abc import Iterable
from typing import Annotated

import typer

from dipcli.cli.options import OUTPUT, RULES, Group, Settings, takes
from dipcli.cli.session import TABLE, Session
from dipcli.model import DipError

_ACTION = Annotated[
    str,
    typer.Argument(metavar="[list|show|check|try]", help="What to do; list when nothing is said.", show_default=False),
]
_WHAT = Annotated[
    str | None,
    typer.Argument(
        metavar="[WHAT]",
        help="list: cues, themes or own; show: an id; check: a folder of your own rules; try: a sentence (- for standard input).",
    ),
]


@takes(RULES, OUTPUT, own=Group("Arguments", (("action", _ACTION, "list"), ("what", _WHAT, None))))
def command(settings: Settings, action: str, what: str | None) -> int:
    """The rules: list the cues or the themes, show one with its examples, check a folder of your own, try a sentence.

    \b
    dip rules show cue.adafa
    dip rules try "وأضاف الوزير أن المحادثات تقدمت."
    """
    from dipcli.cli.checks import did_you_mean
    from dipcli.cli.rules_check import check_rules
    from dipcli.cli.rules_try import try_rules

    session = Session(settings)
    actions = {"list": _list, "show": _show, "check": check_rules, "try": try_rules}
    if action not in actions:
        raise DipError(f'rules: list, show, check or try, not "{action}"{did_you_mean(action, actions)}')
    return actions[action](session, what)


def _list(session: Session, what: str | None) -> int:
    if what == "themes":
        session.format("screen", piped=TABLE)
        labels = session.rules.theme_labels()
        _show_list(session, ((theme, en, ar) for theme, (ar, en) in sorted(labels.items())))
        return 0
    if what == "own":
        return _list_own(session)
    if what not in (None, "cues"):
        raise DipError(f'rules list: cues, themes or own, not "{what}"')
    from dipcli.outputs.wire import row_columns, row_to_wire
    from dipcli.rules.catalogue import cues
    from dipcli.views.rules import RuleRow, rule_row

    name = session.format(piped=TABLE)
    tables = cues(session.settings.rules)
    if name == TABLE:
        _show_list(session, ((t["id"], t["lemma"], t["gloss"]) for t, _ in tables))
    else:
        session.write_records((row_to_wire(rule_row(t, origin)) for t, origin in tables), row_columns(RuleRow), name)
    return 0


def _list_own(session: Session) -> int:
    from dipcli.rules.catalogue import own_tables

    session.format("screen", piped=TABLE)
    if not session.settings.rules:
        raise DipError("rules list own: say which folder (--rules DIR)")
    _show_list(session, ((t.id, t.kind, f"{t.file}:{t.line}") for t in own_tables(session.settings.rules)))
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
    from dipcli.rules.catalogue import cues, own_tables
    from dipcli.views.rules import RuleRow, own_screen, rule_row, rule_screen

    if what is None:
        raise DipError("rules show: say which rule (dip rules list)")
    own = {t.id: t for t in own_tables(session.settings.rules) if t.kind != "cue"}
    by_id = {t["id"]: (t, origin) for t, origin in cues(session.settings.rules)}
    # A statement names its rule with the frame: cue.akkada.clause is of cue.akkada.
    found = by_id.get(what) or by_id.get(what.rpartition(".")[0])
    if found is None and what not in own:
        raise DipError(f'there is no rule "{what}"{did_you_mean(what, [*by_id, *own]) or " (see dip rules list)"}')
    name = session.format("rows" if found else "screen", piped=TABLE)
    if name == TABLE:
        from dipcli.cli.show import show

        show(session, rule_screen(*found, session.language) if found else own_screen(own[what]))
    elif found:
        session.write_records([row_to_wire(rule_row(*found))], row_columns(RuleRow), name)
    return 0
