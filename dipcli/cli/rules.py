"""``dip rules``"""

from typing import Annotated

import typer

from dipcli.cli.options import OUTPUT, Settings, takes
from dipcli.cli.session import Session
from dipcli.model import DipError

_OWN = (
    ("action", Annotated[str, typer.Argument(metavar="list|show|try", help="What to do.")], "list"),
    (
        "what",
        Annotated[str | None, typer.Argument(metavar="[ID|SENTENCE]", help="A rule's id, or a sentence to try.")],
        None,
    ),
)


@takes(OUTPUT, first=_OWN)
def command(settings: Settings, action: str, what: str | None) -> int:
    """The cue rules: list them, show one with its examples, try a sentence.

    \b
    dip rules show cue.adafa
    dip rules try "وأضاف الوزير أن المحادثات تقدمت."
    """
    from dipcli.rules.catalogue import cue_tables
    from dipcli.views.rules import rule_lines, try_lines

    session = Session(settings)
    if action == "list":
        tables = cue_tables()
        if session.format("text") in ("table", "text"):
            session.write_text(f"{t['id']:<28} {t['lemma']:<14} {t['gloss']}" for t in tables)
        else:
            session.write_records({"schema": "dip.rule/1", **t} for t in tables)
        return 0
    if what is None:
        raise DipError(f"rules {action}: say which ({'a rule id' if action == 'show' else 'a sentence'})")
    if action == "show":
        import difflib

        by_id = {t["id"]: t for t in cue_tables()}
        table = by_id.get(what) or by_id.get(".".join(what.split(".")[:2]))
        if table is None:
            near = difflib.get_close_matches(what, list(by_id), n=1)
            raise DipError(
                f'there is no rule "{what}"' + (f": did you mean {near[0]}?" if near else " (see dip rules list)")
            )
        session.write_text(rule_lines(table))
        return 0
    if action == "try":
        from dipcli.model import Article
        from dipcli.pipeline import parse
        from dipcli.rules.load import load_rules

        session.write_text(try_lines(parse(Article(text=what), load_rules())))
        return 0
    raise DipError(f'rules: list, show or try, not "{action}"')
