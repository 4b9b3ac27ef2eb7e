"""One run: inputs to reports to output, with the statuses and streams of the conventions."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, BinaryIO

from dipcli.cli.options import Settings
from dipcli.inputs.errors import InputError
from dipcli.inputs.options import ReadOptions
from dipcli.inputs.sources import expand, read
from dipcli.model import DipError, Report
from dipcli.outputs.wire import Json, error_record
from dipcli.outputs.writers import FORMATS, WriteOptions, Writer
from dipcli.query import Query

OK, NOTHING, SOME_FAILED, NONE_READ = 0, 1, 3, 4


class Session:
    """Reads, counts failures, writes. ``status`` is the exit status at the end."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.failed = 0
        self.done = 0
        self.failures: list[Json] = []
        self._stdin_ready = _stdin_has_data()
        self._check_values()

    def _check_values(self) -> None:
        s = self.settings
        if s.color not in ("auto", "always", "never"):
            raise DipError(f"--color is auto, always or never, not {s.color}")
        if s.lang not in (None, "ar", "en"):
            raise DipError(f"--lang is ar or en, not {s.lang}")
        if s.format is not None and s.format not in (*FORMATS, "table", "text"):
            raise DipError(f"there is no format {s.format}: table, {', '.join(FORMATS)}")

    # -- inputs --------------------------------------------------------------------------------------------------------

    def inputs(self) -> list[str]:
        """What to read: the files given, else standard input where something is there; else a usage error."""
        names = list(self.settings.files)
        if self.settings.files_from:
            names += _listed(self.settings.files_from, self.settings.null)
        if names:
            return names
        if self._stdin_ready:
            return ["-"]
        raise DipError("nothing to read: name a FILE, a folder, or - for standard input (see --help)")

    def reports(self) -> Iterator[Report]:
        """Reports in input order; what fails is said and counted."""
        from dipcli.pipeline import parse
        from dipcli.rules.load import load_rules

        names = self.inputs()
        rules = load_rules(without=tuple(self.settings.without))
        options = ReadOptions(
            encoding=self.settings.encoding, text_field=self.settings.text_field, title_field=self.settings.title_field,
            date_field=self.settings.date_field,
        )  # fmt: skip
        for name in expand(names, tuple(self.settings.glob)):
            if isinstance(name, InputError):
                self._fail(name)
                continue
            try:
                for article in read(name, options, sys.stdin.buffer if sys.stdin else None):
                    yield parse(article, rules)
                    self.done += 1
            except InputError as e:
                self._fail(e)

    def _fail(self, error: InputError) -> None:
        self.failed += 1
        if self.settings.errors_as_records:
            self.failures.append(error_record(error.source, error.reason))
        if self.settings.quiet < 2:
            sys.stderr.write(f"dip: {_visible(str(error))}\n")
        if self.settings.strict:
            raise StopReading

    def query(self, text: str = "") -> Query:
        """The filters of the command line."""
        s = self.settings
        return Query(
            text=text, by=tuple(s.by), to=tuple(s.to), about=tuple(s.about), form=tuple(s.form), status=tuple(s.status),
            medium=tuple(s.medium), since=s.since, until=s.until, undated=s.undated, min_confidence=s.min_confidence,
        )  # fmt: skip

    # -- output --------------------------------------------------------------------------------------------------------

    def format(self, piped: str = "ndjson") -> str:
        """The format asked for, else ``table`` on a terminal and ``piped`` elsewhere."""
        if self.settings.json:
            return "json"
        if self.settings.format:
            return self.settings.format
        if self.settings.output is None and sys.stdout.isatty():
            return "table"
        return piped

    def write_records(self, records: Iterable[Json], piped: str = "ndjson") -> int:
        """Write records in the format asked for; their number."""
        name = self.format(piped)
        options = WriteOptions(
            bom=self.settings.bom, ascii_only=self.settings.ascii, fields=_fields(self.settings.fields)
        )
        with Output(self.settings.output) as out:
            writer = FORMATS[name].make(out, options)
            count = self._write(writer, records)
            writer.close()
        return count

    def _write(self, writer: Writer, records: Iterable[Json]) -> int:
        count = 0
        for record in _until_stopped(records):
            writer.write(record)
            count += 1
            for failure in self.failures:
                writer.write(failure)
            self.failures.clear()
        for failure in self.failures:
            writer.write(failure)
        self.failures.clear()
        return count

    def write_text(self, lines: Iterable[str]) -> None:
        """Write plain text lines."""
        with Output(self.settings.output) as out:
            for line in _until_stopped(lines):
                out.write(line.encode("utf-8", "backslashreplace") + b"\n")

    def status(self, matched: bool = True) -> int:
        """Exit status of the run; says how many inputs failed."""
        if self.failed and self.settings.quiet < 2 and self.done + self.failed > 1:
            sys.stderr.write(f"dip: {self.failed} of {self.done + self.failed} failed\n")
        if self.failed and not self.done:
            return NONE_READ
        if self.settings.exit_zero:
            return OK
        if self.failed:
            return SOME_FAILED
        return OK if matched else NOTHING

    def warn(self, line: str) -> None:
        """A warning on standard error, unless -q."""
        if not self.settings.quiet:
            sys.stderr.write(f"dip: {line}\n")

    def language(self) -> str:
        """Language of labels: --lang, else by the locale."""
        if self.settings.lang:
            return self.settings.lang
        locale = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
        return "ar" if locale.startswith("ar") else "en"


class StopReading(Exception):
    """--strict: the first failure ends the reading."""


def _until_stopped(items: Iterable[object]) -> Iterator:  # type: ignore[type-arg]
    try:
        yield from items
    except StopReading:
        return


def _fields(value: str | None) -> tuple[str, ...]:
    return tuple(f.strip() for f in value.split(",") if f.strip()) if value else ()


def _listed(path: str, null: bool) -> list[str]:
    try:
        data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except OSError as e:
        raise DipError(f"{path}: cannot be read: {e.strerror}") from e
    return [os.fsdecode(x) for x in data.split(b"\0" if null else b"\n") if x.strip()]


def _stdin_has_data() -> bool:
    """Is a pipe or a file on standard input (not a terminal, not /dev/null, not closed)?"""
    import stat

    try:
        mode = os.fstat(0).st_mode
    except OSError:
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISREG(mode) or stat.S_ISSOCK(mode)


def _visible(text: str) -> str:
    return "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in text)


class Output:
    """Standard output, or a file that is written beside its place, synced, and renamed when all went well."""

    def __init__(self, path: str | None) -> None:
        self._path = path
        self._temporary: str | None = None
        self._file: IO[bytes] | None = None

    def __enter__(self) -> BinaryIO:
        if self._path is None or self._path == "-":
            return sys.stdout.buffer
        import tempfile

        folder = os.path.dirname(os.path.abspath(self._path))
        try:
            handle, self._temporary = tempfile.mkstemp(prefix=".dip-", dir=folder)
        except OSError as e:
            raise DipError(f"{self._path}: cannot be written: {e.strerror}") from e
        self._file = os.fdopen(handle, "wb")
        return self._file

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        if self._file is None:
            sys.stdout.flush()
            return
        assert self._temporary is not None
        assert self._path is not None
        try:
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
        except OSError as e:
            os.unlink(self._temporary)
            raise DipError(f"{self._path}: cannot be written: {e.strerror}") from e
        if kind is None:
            os.chmod(self._temporary, 0o666 & ~_umask())
            os.replace(self._temporary, self._path)
        else:
            os.unlink(self._temporary)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


Rows = Callable[[Report], Iterable[Json]]
