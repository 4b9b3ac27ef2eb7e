"""What the tests of the stages ask of a report."""

from collections.abc import Callable

from dipcli.model import Report, Statement

Read = Callable[[str], Report]


def said(report: Report, content: str) -> Statement:
    """The last statement whose content holds ``content``."""
    text = report.article.text
    found = [s for s in report.statements if any(content in text[c.start : c.end] for c in s.content)]
    assert found, [text[c.start : c.end] for s in report.statements for c in s.content]
    return found[-1]


def source_of(report: Report, statement: Statement) -> str | None:
    """Name of its first source."""
    names = {e.id: e.name for e in report.entities}
    source = statement.sources[0].entity
    return names.get(source) if source else None


def addressees_of(report: Report, statement: Statement) -> list[str]:
    """Names of those to whom it is said."""
    names = {e.id: e.name for e in report.entities}
    return [names[a.entity] for a in statement.addressees]
