"""``dip export``"""

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from dipcli.cli.checks import did_you_mean, or_list
from dipcli.cli.configuration import setting
from dipcli.cli.options import ARCHIVE, FILTER, LONG, NO_TEXT, OUTPUT, Group, Settings, picked, takes
from dipcli.cli.output import Output
from dipcli.cli.reading import archive_needed, archive_path
from dipcli.cli.session import Session
from dipcli.model import DipError
from dipcli.outputs.options import WriteOptions
from dipcli.outputs.wire import Json, article_id, row_columns, row_to_wire
from dipcli.query import Selection
from dipcli.records import Record

if TYPE_CHECKING:
    from dipcli.archive.reading import Person
    from dipcli.outputs.writers import Writer

FORMATS = ("parquet", "csv", "ndjson")
TABLES = ("articles", "statements", "messages", "persons", "themes")

_TABLES = Annotated[list[str] | None, typer.Argument(metavar="[TABLE]...", help=f"{or_list(TABLES)}; all without.")]
_FORMAT = Annotated[str | None, typer.Option("--format", "-f", metavar="FORMAT", help="What the tables are written as: parquet (extra dipcli[parquet]), csv, ndjson; ndjson without.")]  # fmt: skip
_OUTPUT = Annotated[str | None, typer.Option("--output", "-o", metavar="PATH", help="One table: this file. Several: TABLE.FORMAT in this folder. All whole or none at all.")]  # fmt: skip
_WRITTEN = Group(OUTPUT.title, (("format", _FORMAT, None), ("output", _OUTPUT, None), *picked(OUTPUT, "bom")))


@takes(
    FILTER, _WRITTEN, NO_TEXT, ARCHIVE, Group(LONG.title, picked(LONG, "lock", "stats")),
    own=Group("Arguments", (("tables", _TABLES, None),)),
)  # fmt: skip
def command(settings: Settings, tables: list[str] | None) -> int:
    """Tables out of an archive: articles, statements, messages, persons, themes, as far as the filters keep them.

    docs/archive.md tells their columns.

    \b
    dip export statements --db news.db --format csv -o statements.csv
    dip export --db news.db --since 2022 --format ndjson -o tables/
    """
    wanted = _wanted(tables or [])
    usual = setting("format")
    name = settings.format or (usual if usual in FORMATS else "ndjson")
    if name not in FORMATS:
        raise DipError(f"--format is {or_list(FORMATS)}, not {name}{did_you_mean(name, FORMATS)}")
    settings = settings._replace(format=name)
    session = Session(settings)
    session.check_format_options(name)
    archive_needed(archive_path(settings))
    with ExitStack() as stack:
        files = _Files(stack)
        export = _Export(session, _writers(settings, wanted, files))
        matched = export.run()
        files.flush()
    return session.status(matched or session.query.is_empty())


class _Files:
    """The files of a run: each takes its place when all are written."""

    def __init__(self, stack: ExitStack) -> None:
        self._stack = stack
        self._outs: list[BinaryIO] = []

    def open(self, path: str | None) -> BinaryIO:
        """A file, or standard output."""
        out = self._stack.enter_context(Output(path))
        self._outs.append(out)
        return out

    def flush(self) -> None:
        """Write what is held back: a disk that is full is told before the first file takes its place."""
        for out in self._outs:
            out.flush()


def _wanted(names: list[str]) -> tuple[str, ...]:
    for name in names:
        if name not in TABLES:
            raise DipError(f'there is no table "{name}"{did_you_mean(name, TABLES)} ({or_list(TABLES)})')
    return tuple(t for t in TABLES if not names or t in names)


class _Table(Record):
    """A table: its kind of row by the short name of ``dip schema``, and its columns."""

    kind: str
    columns: tuple[str, ...]


def _table(name: str) -> _Table:
    from dipcli.views.exported import ArticleRow, PersonRow
    from dipcli.views.messages import MessageRow
    from dipcli.views.statements import StatementRow
    from dipcli.views.themes import ThemeRow

    if name == "statements":
        own = tuple(c for c in row_columns(StatementRow) if c != "matches")
        return _Table("statement", (*own, "person", "speaker_persons", "to_persons"))
    if name == "messages":
        return _Table("message", (*row_columns(MessageRow), "from_persons", "to_persons"))
    kind, row = {"articles": ("article", ArticleRow), "persons": ("person", PersonRow), "themes": ("theme", ThemeRow)}[
        name
    ]
    return _Table(kind, row_columns(row))


def _writers(settings: Settings, wanted: tuple[str, ...], files: _Files) -> dict[str, "Writer"]:
    """A writer for each table, into its own file or all into one stream; files are there when all went well."""
    if len(wanted) == 1:
        if settings.format == "parquet" and settings.output is None and sys.stdout and sys.stdout.isatty():
            raise DipError("parquet is no text to look at: write it with -o FILE")
        return {wanted[0]: _writer(settings, wanted[0], files.open(settings.output))}
    if settings.output in (None, "-"):
        if settings.format != "ndjson":
            raise DipError(f"one stream of {settings.format} holds one table: name one, or a folder with -o")
        out = files.open(None)
        return {name: _writer(settings, name, out) for name in wanted}
    folder = str(settings.output)
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as e:
        raise DipError(f"{folder}: this folder cannot be made: {e.strerror}") from None
    return {
        name: _writer(settings, name, files.open(os.path.join(folder, f"{name}.{settings.format}"))) for name in wanted
    }


def _writer(settings: Settings, name: str, out: BinaryIO) -> "Writer":
    table = _table(name)
    options = WriteOptions(columns=table.columns, fields=table.columns, bom=settings.bom)
    if settings.format == "parquet":
        from dipcli.outputs.parquet import ParquetWriter

        return ParquetWriter(out, options, table.kind)
    from dipcli.outputs.writers import FORMATS as WRITERS

    return WRITERS[str(settings.format)].make(out, options)


class _Export:
    """One run over the archive, which fills all tables that are wanted."""

    def __init__(self, session: Session, writers: dict[str, "Writer"]) -> None:
        from dipcli.views.exported import PersonCount
        from dipcli.views.themes import ThemeCount

        assert session.archive is not None
        self._session, self._archive, self._writers = session, session.archive, writers
        self._known: dict[int, Person] = {}
        self._persons: PersonCount = PersonCount()
        self._themes: ThemeCount = ThemeCount()

    def run(self) -> bool:
        """Write the tables; was there an article to write?"""
        found = False
        for report in self._session.reports():
            selection = self._session.select(report)
            kept = selection.statements() or selection.messages() or self._session.query.is_empty()
            if not selection.dated or not kept:
                continue
            found = True
            self._add(selection)
        self._counted()
        for writer in self._writers.values():
            writer.close()
        return found

    def _add(self, selection: Selection) -> None:
        key = article_id(selection.report.article.text)
        persons = self._archive.reader.persons_of(selection.report)
        for number in set(persons.values()) - self._known.keys():
            self._known[number] = self._archive.reader.person(number)
        self._persons.add(selection, persons)
        self._themes.add(selection)
        for name in ("articles", "statements", "messages"):
            if name in self._writers:
                for record in getattr(self, f"_{name}")(selection, key, persons):
                    self._writers[name].write(record)

    def _articles(self, selection: Selection, key: str, _persons: dict[str, int]) -> Iterator[Json]:
        from dipcli.views.exported import article_row

        stored = self._archive.stored
        yield row_to_wire(
            article_row(
                selection, key, added=stored.added, story=self._archive.reader.source_of(stored.story),
                with_text=not self._session.settings.no_text,
            )
        )  # fmt: skip

    def _statements(self, selection: Selection, key: str, persons: dict[str, int]) -> Iterator[Json]:
        from dipcli.cli.archived import joined_names
        from dipcli.views.exported import sides_of
        from dipcli.views.statements import statement_rows

        sides = sides_of(selection.report, persons)
        people = {entity: self._known[number].name for entity, number in persons.items()}
        for row in statement_rows(selection, key):
            by, to = sides[row.id]
            person = joined_names(people, row.speaker_id)
            yield {**row_to_wire(row), "person": person, "speaker_persons": by, "to_persons": to}

    def _messages(self, selection: Selection, key: str, persons: dict[str, int]) -> Iterator[Json]:
        from dipcli.views.exported import sides_of
        from dipcli.views.messages import message_rows

        sides = sides_of(selection.report, persons)
        for row in message_rows(selection, key):
            by, to = sides[row.id]
            yield {**row_to_wire(row), "from_persons": by, "to_persons": to}

    def _counted(self) -> None:
        """Tables that count over all."""
        from dipcli.views.exported import PersonRow

        if "persons" in self._writers:
            for number, articles, said, told in self._persons.counts():
                row = PersonRow(**self._known[number]._asdict(), articles=articles, said=said, told=told)
                self._writers["persons"].write(row_to_wire(row))
        if "themes" in self._writers:
            for theme in self._themes.rows():
                self._writers["themes"].write(row_to_wire(theme))
