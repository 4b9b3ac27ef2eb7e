"""One run: inputs to reports to output, with the statuses and streams of the conventions."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, partial
from typing import TYPE_CHECKING

from dipcli.batch.outcome import Item, Outcome, outcome_of
from dipcli.cli.amounts import jobs_of
from dipcli.cli.app import complain
from dipcli.cli.checks import check, did_you_mean, or_list, themes
from dipcli.cli.configuration import setting
from dipcli.cli.options import Settings
from dipcli.cli.output import Output
from dipcli.cli.reading import Reading, archive_path
from dipcli.inputs.errors import InputError
from dipcli.model import DipError, Report
from dipcli.outputs.options import WriteOptions
from dipcli.outputs.wire import Json, error_record
from dipcli.outputs.writers import FORMATS
from dipcli.query import Aliases, Query, Selection, aliases_from, pattern_of
from dipcli.rules.load import Rules, load_rules

if TYPE_CHECKING:
    from dipcli.cli.archived import Archived

OK, NOTHING, SOME_FAILED, NONE_READ = 0, 1, 3, 4
TABLE = "table"


class Session:
    """Reads, counts failures, writes. ``status`` is the exit status at the end."""

    lists_failures = "--errors-as-records"

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.failed = 0
        self.done = 0
        self.undated = self.statements = self.messages = 0
        self.last = ""
        if settings.run is not None:
            settings.run.session = self
        self.of_first_rows = False  # are only so many rows shown?
        self.of_rows = False  # is each row of an article an answer, and not only counted?
        self.of_statements = False  # is an article without a fitting statement of no use to the command?
        check(settings)

    @cached_property
    def rules(self) -> Rules:
        """The rules, loaded when they are first needed."""
        return self.load_rules()

    @property
    def load_rules(self) -> partial[Rules]:
        """What loads the same rules in another process."""
        return partial(load_rules, without=self.settings.without, own=self.settings.rules)

    # -- inputs --------------------------------------------------------------------------------------------------------

    @cached_property
    def archive(self) -> "Archived | None":
        """The archive that is asked, where no FILE is given and one is named."""
        path = archive_path(self.settings)
        if path is None:
            return None
        from dipcli.cli.archived import Archived

        return Archived(path, self)

    def outcomes(self) -> Iterator[Outcome]:
        """A report an article and an error a failed input, in input order; errors are said and counted as they come."""
        if self.archive is not None:
            for report in self.archive.reports():
                self._read_one(report)
                yield report
            return
        yield from self.outcomes_of(self.reading.items)

    @cached_property
    def reading(self) -> Reading:
        """Where the articles come from."""
        return Reading(self.settings)

    def outcomes_of(self, items: Callable[[Iterator[str | InputError]], Iterator[Item]]) -> Iterator[Outcome]:
        """Outcomes of what ``items`` takes out of the files; errors are said and counted as they come."""
        from dipcli.cli.progress import Progress

        names = self.reading.names()
        with Progress.for_run(self.settings, names) as progress:
            self.reading.count = progress.counter
            outcomes = self.parsed(items(progress.over(self.reading.files(names))))
            for outcome in self.while_time(outcomes):
                progress.article()
                if isinstance(outcome, InputError):
                    progress.clear()
                self.take(outcome)
                yield outcome
                if self.failed and self.settings.strict:
                    return

    @property
    def is_over(self) -> bool:
        """Was the run stopped by --max-time?"""
        return self.settings.run is not None and self.settings.run.stopped

    def while_time(self, outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
        """The outcomes until --max-time is over."""
        return self.settings.run.while_time(outcomes) if self.settings.run else outcomes

    def take(self, outcome: Outcome) -> None:
        """Count an outcome; say what failed."""
        if isinstance(outcome, Report):
            self._read_one(outcome)
            self.last = outcome.article.source
        else:
            self.fail(outcome)
            self.last = outcome.source

    def parsed(self, items: Iterator[Item]) -> Iterator[Outcome]:
        """What becomes of each item, in order, with as many processes as were asked for."""
        jobs = jobs_of(self.settings.jobs)
        if jobs > 1 and not self.settings.debug:
            from dipcli.batch.pool import in_order

            return in_order(items, self.rules, jobs=jobs, load=self.load_rules)
        return (outcome_of(item, self.rules, debug=self.settings.debug) for item in items)

    def reports(self) -> Iterator[Report]:
        """Reports alone."""
        return (o for o in self.outcomes() if isinstance(o, Report))

    def _read_one(self, report: Report) -> None:
        self.done += 1
        self.undated += report.article.published is None
        self.statements += len(report.statements)
        self.messages += len(report.messages)
        if any(n.reason == "no_arabic" for n in report.notes):
            self.warn(f"{report.article.source}: no Arabic in it")
        if self.settings.verbose:
            article = report.article
            complain(
                f"{article.source}: {article.encoding.name}, {len(article.text):,} characters, "
                f"{len(report.statements)} statements, {len(report.messages)} messages"
            )

    @property
    def how_to_go_on(self) -> str:
        """How a run that was stopped is gone on with."""
        import shlex

        return f"--start-after {shlex.quote(self.last)} goes on behind the last"

    def fail(self, error: InputError) -> None:
        """Count an input that failed, and say why unless -qq."""
        self.failed += 1
        if self.settings.quiet < 2:
            complain(str(error))

    # -- the question --------------------------------------------------------------------------------------------------

    @cached_property
    def query(self) -> Query:
        """The filters of the command line."""
        s = self.settings
        return Query(
            by=tuple(s.by), to=tuple(s.to), about=self._themes(), form=tuple(s.form), status=tuple(s.status),
            medium=tuple(s.medium), since=s.since, until=s.until, undated=s.undated, min_confidence=s.min_confidence,
        )  # fmt: skip

    def _themes(self) -> tuple[str, ...]:
        if not self.settings.about:
            return ()
        return themes(self.settings.about, self.rules.theme_labels())

    def look_for(self, text: str) -> None:
        """Ask for statements that speak of ``text``. Raises DipError when there is no word in it."""
        try:
            pattern_of(text)
        except ValueError:
            raise DipError(f'there is no word to look for in "{text}"') from None
        self.query = self.query._replace(text=text)

    def select(self, report: Report) -> Selection:
        """The question asked of one report."""
        return Selection(report, self.query, self.aliases, self.archive.joined if self.archive else None)

    @cached_property
    def aliases(self) -> Aliases | None:
        """Names as the rules list them, where names are asked for."""
        return aliases_from(self.rules) if self.query.by or self.query.to else None

    # -- output --------------------------------------------------------------------------------------------------------

    def format(self, kind: str = "rows", piped: str = "ndjson") -> str:
        """The format asked for, else ``table`` on a terminal and ``piped`` elsewhere.

        ``kind`` says what the command has: ``rows``; ``nested`` records, which no flat format holds; ``text`` with a
        record behind it; or ``screen``, only something to look at.
        """
        possible = [n for n, f in FORMATS.items() if kind == "rows" or (kind != "screen" and not f.flat)]
        possible.insert(0, TABLE)
        asked = "json" if self.settings.json else self.settings.format
        if asked is None:
            usual = setting("format")
            asked = usual if usual in possible else None
        if asked is None:
            on_terminal = self.settings.output is None and sys.stdout is not None and sys.stdout.isatty()
            asked = TABLE if on_terminal else piped
        if asked not in possible:
            if asked in FORMATS:
                raise DipError(f"{asked} cannot hold what this command prints: use {or_list(possible)}")
            raise DipError(f'there is no format "{asked}"{did_you_mean(asked, possible) or ": " + or_list(possible)}')
        self.check_format_options(asked)
        return asked

    def check_format_options(self, name: str) -> None:
        """Raise DipError for an option that does not go with this format."""
        s = self.settings
        if s.bom and name != "csv":
            raise DipError("--bom goes with --format csv")
        if name in FORMATS and FORMATS[name].binary and s.output is None and sys.stdout and sys.stdout.isatty():
            raise DipError(f"{name} is no text to look at: write it with -o FILE")
        if s.ascii and name not in ("json", "ndjson"):
            raise DipError("--ascii goes with --format json or ndjson")
        if s.fields is not None and name == TABLE:
            raise DipError(f"--fields goes with a format of records: --format {or_list(FORMATS)}")

    def write_records(self, records: Iterable[Json | InputError], columns: tuple[str, ...], name: str) -> int:
        """Write records in format ``name``; errors become records where that was asked for. The number without errors.

        ``columns`` are the keys of the records, for head lines and to check ``--fields``; empty when they are not flat.
        """
        as_records = self.settings.errors_as_records
        fields = _fields(self.settings.fields, columns)
        extra = ("error",) if as_records else ()
        options = WriteOptions(
            columns=(*columns, *extra) if columns else (), fields=(*fields, *extra) if fields else (),
            bom=self.settings.bom, ascii_only=self.settings.ascii, lang=self.language, warn=self.warn,
        )  # fmt: skip
        count = 0
        with Output(self.settings.output) as out:
            writer = FORMATS[name].make(out, options)
            for record in records:
                if not isinstance(record, InputError):
                    count += 1
                    writer.write(record)
                    if self.settings.output is None:
                        out.flush()  # the next in a pipe (head -1) neither waits for a full buffer nor keeps us reading on
                elif as_records:
                    writer.write(error_record(record.source, record.reason))
            writer.close()
        return count

    def print_line(self, line: str) -> None:
        """One line of plain text on standard output, unless -q."""
        if not self.settings.quiet:
            with Output(None) as out:
                out.write(line.encode("utf-8", "backslashreplace") + b"\n")

    def status(self, matched: bool = True) -> int:
        """Exit status of the run; says how many inputs failed and how many undated articles were left out."""
        s = self.settings
        if self.undated and (s.since or s.until) and not s.undated:
            articles = "article" if self.undated == 1 else "articles"
            self.warn(f"{self.undated:,} undated {articles} left out (--undated keeps them)")
        total = self.done + self.failed
        if self.archive is not None:
            return OK if matched or s.exit_zero else NOTHING
        if self.failed and s.quiet < 2 and total > 1:
            hint = "" if s.errors_as_records else f" ({self.lists_failures} lists them)"
            complain(f"{self.failed:,} of {total:,} failed{hint}")
        if self.failed and not self.done:
            return NONE_READ
        if s.exit_zero:
            return OK
        if self.failed:
            return SOME_FAILED
        return OK if matched else NOTHING

    def warn(self, line: str) -> None:
        """A warning on standard error, unless -q."""
        if not self.settings.quiet:
            complain(line)

    @property
    def language(self) -> str:
        """Language of labels: --lang, else by the locale, else English."""
        if self.settings.lang:
            return self.settings.lang
        locale = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
        return "ar" if locale.startswith("ar") else "en"


def _fields(value: str | None, columns: tuple[str, ...]) -> tuple[str, ...]:
    if value is None:
        return ()
    fields = tuple(f.strip() for f in value.split(",") if f.strip())
    if not fields:
        raise DipError("--fields names columns: --fields a,b")
    for field in fields:
        first = field.split(".")[0]
        if columns and first not in columns:
            hint = did_you_mean(first, columns) or f" (there are {', '.join(columns)})"
            raise DipError(f'there is no column "{first}"{hint}')
    return fields
