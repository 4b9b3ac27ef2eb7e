"""``dip digest``"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from dipcli.cli.archived import Archived, joined_names
from dipcli.cli.moments import LAST, since_moment, until_moment
from dipcli.cli.options import ARCHIVE, FILTER, LONG, OUTPUT, Group, Settings, picked, takes
from dipcli.cli.output import Output
from dipcli.cli.reading import archive_needed, archive_path
from dipcli.cli.session import TABLE, Session
from dipcli.model import DipError
from dipcli.outputs.wire import Json, article_id, row_to_wire
from dipcli.views.digest import LINES

if TYPE_CHECKING:
    from dipcli.views.digest import Digest

_SINCE = Annotated[str, typer.Option(metavar="WHEN", help="What came in since: last (behind the last digest), yesterday, today, a day, a time (2026-01-03T07:00), a duration (36h).")]  # fmt: skip
_UNTIL = Annotated[str | None, typer.Option(metavar="WHEN", help="What came in until: yesterday, today, a day (to its end), a time, a duration ago.")]  # fmt: skip
_NAME = Annotated[str, typer.Option(metavar="NAME", help="With --since last: behind the last digest of this name.")]  # fmt: skip
_LIMIT = Annotated[int, typer.Option(min=1, metavar="N", help="So many statements of a speaker on a theme are shown; records are all written.")]  # fmt: skip
_NEW = Group(
    "What is new",
    (("since", _SINCE, "yesterday"), ("until", _UNTIL, None), ("name", _NAME, ""), ("limit", _LIMIT, LINES)),
)
_FILTER = picked(FILTER, "by", "to", "about", "form", "status", "medium", "min_confidence")
_SHOWN = ("html", "markdown")


@takes(Group(FILTER.title, _FILTER), OUTPUT, ARCHIVE, Group(LONG.title, picked(LONG, "lock", "stats")), own=_NEW)
def command(settings: Settings, since: str, until: str | None, name: str, limit: int) -> int:
    """What is new in an archive: messages, then statements by theme and leader. New is what came in, whatever its date.

    --since last goes on behind the last digest that was written whole. --format html is the body of a mail, without
    script (extra dipcli[page]); markdown, json and ndjson: records. Nothing new: status 1.

    \b
    dip digest --db news.db
    dip digest --db news.db --since last --format markdown -o today.md
    """
    session = Session(settings)
    archive_needed(archive_path(settings))
    archive = session.archive
    assert archive is not None
    session.of_rows = True
    _ask(archive, since, until, name)
    digest = _Digest(session, archive, limit)
    if settings.format in _SHOWN and not settings.json:
        session.check_format_options(settings.format)
        if settings.fields is not None:
            raise DipError("--fields goes with --format json or ndjson")
        matched = digest.as_document(settings.format)
    else:
        shown = session.format("nested")
        matched = digest.on_screen() if shown == TABLE else digest.as_records(shown)
    if archive.since_last is not None and archive.ended is not None:
        from dipcli.archive.digests import remember

        remember(archive.path, archive.since_last, archive.ended)
    return session.status(matched)


def _ask(archive: Archived, since: str, until: str | None, name: str) -> None:
    """What is asked of the archive. Raises DipError."""
    from dipcli.archive.digests import Arrived

    if since == LAST:
        if until is not None:
            raise DipError("--since last ends with what came in last: leave out --until")
        archive.since_last = name
        return
    if name:
        raise DipError("--name goes with --since last")
    archive.arrived = Arrived(since=since_moment(since), before=until_moment(until) if until else None)


class _Digest:
    """One digest, written in one way or another; each says whether there was anything new."""

    def __init__(self, session: Session, archive: Archived, limit: int) -> None:
        self._session, self._archive, self._limit = session, archive, limit

    def as_records(self, name: str) -> bool:
        """Messages and statements as records, article by article."""
        found = self._session.write_records(self._records(), (), name)
        if not found:
            self._session.warn("nothing new")
        return found > 0

    def _records(self) -> Iterator[Json]:
        from dipcli.views.messages import message_rows
        from dipcli.views.statements import statement_rows

        for report in self._session.reports():
            selection = self._session.select(report)
            key = article_id(report.article.text)
            people = self._archive.reader.person_of(report)
            added = self._archive.stored.added
            for message in message_rows(selection, key):
                yield {**row_to_wire(message), "added": added}
            for row in statement_rows(selection, key):
                yield {**row_to_wire(row), "person": joined_names(people, row.speaker_id), "added": added}

    def on_screen(self) -> bool:
        """A table."""
        from dipcli.cli.show import show
        from dipcli.views.digest_screen import digest_blocks

        digest = self._collected()
        show(self._session, digest_blocks(digest, self._session.language))
        return not digest.is_empty

    def as_document(self, name: str) -> bool:
        """Markdown, or the body of a mail."""
        from dipcli.outputs.digest_markdown import digest_markdown
        from dipcli.outputs.page.digest import digest_html

        lang = self._session.language
        digest = self._collected()
        if name == "html":
            data = digest_html(digest, lang)
        else:
            data = "".join(f"{line}\n" for line in digest_markdown(digest, lang)).encode("utf-8")
        with Output(self._session.settings.output) as out:
            out.write(data)
        return not digest.is_empty

    def _collected(self) -> "Digest":
        from dipcli.cli.clock import here
        from dipcli.views.digest import DigestCount
        from dipcli.views.names import World

        count = DigestCount(self._session.language, World(self._session.rules), self._limit)
        for report in self._session.reports():
            count.add(self._session.select(report), self._archive.reader.persons_of(report))
        arrived = self._archive.arrived
        begin = arrived.after or arrived.since
        return count.digest(here(begin) if begin else None, here(arrived.before) if arrived.before else None)
