"""What ``page`` and ``read --format html`` share: the articles of a run, collected for a page."""

from collections.abc import Iterator

from dipcli.batch.outcome import outcome_of
from dipcli.cli.session import Session
from dipcli.model import Report
from dipcli.query import aliases_from, spelling
from dipcli.rules.load import Rules
from dipcli.views.names import World
from dipcli.views.page import Collector
from dipcli.views.page_records import Paper, Said


def collecting(session: Session) -> tuple[Collector, Iterator[tuple[Paper, list[Said]]]]:
    """What a page shows, and the articles as it takes them: nothing is read before it is asked for."""
    collected = Collector(session.language, World(session.rules), aliases_from(session.rules), spelling())
    reports = session.reports()
    if session.archive is not None:
        reports = (with_reasons(r, session.rules) for r in reports)
    return collected, collected.read(session.select(r) for r in reports)


def with_reasons(report: Report, rules: Rules) -> Report:
    """A report of an archive, which keeps no reasons, with those that the rules give when they read its article again.

    A statement that these rules read otherwise than those of the archive did has none.
    """
    from dipcli.archive.reading import as_it_came

    again = outcome_of(as_it_came(report.article), rules)
    if not isinstance(again, Report):
        return report
    traces = {s[:-1]: s.trace for s in again.statements}
    return report._replace(statements=tuple(s._replace(trace=traces.get(s[:-1], ())) for s in report.statements))
