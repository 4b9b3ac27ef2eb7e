"""``dip statements``"""

from collections.abc import Iterator

from dipcli.cli.options import FILTER, INPUT, OUTPUT, ROWS, Settings, takes
from dipcli.cli.rows import answered_shortly, arranged, undated_left_out
from dipcli.cli.session import Session
from dipcli.model import Report
from dipcli.query import Query
from dipcli.views.screen import Block


@takes(INPUT, OUTPUT, FILTER, ROWS)
def command(settings: Settings) -> int:
    """All statements, one flat row each.

    \b
    dip statements news/ --by لافروف --format csv -o lavrov.csv
    dip statements visit.txt | jq -r '[.speaker, .text] | @tsv'
    """
    return answer(Session(settings), "")


def answer(session: Session, text: str) -> int:
    """Statements that the filters and the text let through, in the format asked for."""
    from dipcli.outputs.wire import row_to_wire
    from dipcli.views.rows import article_key, statement_rows

    query = session.query(text)
    undated = [0]

    def rows() -> Iterator[object]:
        for report in session.reports():
            undated[0] += report.article.published is None
            yield from statement_rows(report, query, article_key(report))

    if session.format() == "table" and not session.settings.count_only and not session.settings.files_with_matches:
        return _table(session, query)
    short = answered_shortly(session, rows())
    if short is not None:
        return short
    count = session.write_records(row_to_wire(r) for r in arranged(session, rows()))
    undated_left_out(session, undated[0])
    return session.status(count > 0 or query.is_empty())


def _table(session: Session, query: Query) -> int:
    from dipcli.cli.show import show

    tally = {"statements": 0, "files": 0, "matched": 0}
    speakers: set[str] = set()
    show(session, _blocks(session, query, tally, speakers))
    if session.settings.output is None:
        line = f" {tally['statements']} statements, {len(speakers)} speakers, {tally['matched']} of {tally['files']} files\n"
        import sys

        sys.stdout.write(line)
    return session.status(tally["statements"] > 0 or query.is_empty())


def _blocks(session: Session, query: Query, tally: dict[str, int], speakers: set[str]) -> Iterator[Block]:
    from dipcli.query import matching_statements
    from dipcli.views.screen import leader_styles
    from dipcli.views.statements import statement_blocks

    lang = session.language()
    limit = session.settings.limit
    seen: list[str] = []
    for report in session.reports():
        tally["files"] += 1
        found = list(matching_statements(report, query))
        tally["matched"] += bool(found)
        for statement, match in _sorted(session, report, found):
            if limit is not None and tally["statements"] >= limit:
                return
            tally["statements"] += 1
            speakers.update(x.entity for x in statement.sources if x.entity)
            seen += [x.entity for x in statement.sources if x.entity]
            yield from statement_blocks(report, statement, match, lang, leader_styles(seen))


def _sorted(session: Session, report: Report, found: list) -> list:  # type: ignore[type-arg]
    if session.settings.sort == "confidence":
        return sorted(found, key=lambda x: -x[0].confidence)
    return found
