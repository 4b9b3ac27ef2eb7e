"""``dip rules try``: what fires in a sentence, and what does not."""

import sys

from dipcli.cli.session import TABLE, Session
from dipcli.model import Article, DipError


def try_rules(session: Session, what: str | None) -> int:
    """Read the sentence by the rules; the report, then the candidates that were passed over."""
    from dipcli.outputs.wire import report_to_wire, row_to_wire
    from dipcli.pipeline import parse
    from dipcli.trial.passed import passed_over
    from dipcli.views.tried import passed_row, try_screen

    if what is None:
        raise DipError("rules try: say a sentence")
    text = sys.stdin.buffer.read().decode("utf-8", "replace") if what == "-" and sys.stdin else what
    article = Article(text=text)
    report = parse(article, session.rules)
    passed = passed_over(article, session.rules, report)
    name = session.format("text", piped=TABLE)
    if name == TABLE:
        from dipcli.cli.show import show

        show(session, try_screen(report, passed, session.language))
    else:
        records = [report_to_wire(report), *(row_to_wire(passed_row(report, p)) for p in passed)]
        session.write_records(records, (), name)
    return 0
