"""Where the articles of a run come from: the names given, a list of names, standard input."""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from dipcli.batch.outcome import internal_error
from dipcli.cli.configuration import setting
from dipcli.cli.options import Settings
from dipcli.inputs.errors import InputError
from dipcli.inputs.options import ReadOptions
from dipcli.model import Article, DipError

if TYPE_CHECKING:  # what reads files is loaded where one is read: a question to an archive has none
    from dipcli.inputs.sources import Counter


class Reading:
    """The inputs of one run, by its settings."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._after = settings.start_after
        self._stdin_ready = _stdin_has_data()
        self.count: Counter | None = None  # is told the bytes of files as they are read

    def names(self) -> list[str]:
        """What to read: the files given, else standard input where something is there; else a usage error."""
        names = list(self.settings.files)
        if self.settings.files_from is not None:
            listed = _listed(self.settings.files_from, self.settings.null)
            if not names and not listed:
                raise DipError(f"{self.settings.files_from}: no file name in this list")
            names += listed
        if names:
            self._spare(names)
            return names
        if self._stdin_ready:
            return ["-"]
        raise DipError("nothing to read: name a FILE, a folder, or - for standard input (--help shows examples)")

    def _spare(self, names: Iterable[str]) -> None:
        """No input is written over: an article that is gone is gone."""
        out = self.settings.output
        if (
            out is not None
            and os.path.isfile(out)
            and any(os.path.isfile(n) and os.path.samefile(n, out) for n in names)
        ):
            raise DipError(f"{out}: -o would write over this input; name another file")

    def files(self, names: Iterable[str]) -> Iterator[str | InputError]:
        """The files behind the names: folders are walked."""
        from dipcli.inputs.sources import expand

        files = expand(names, tuple(self.settings.glob))
        return files if self._after is None else self._behind(files, self._after)

    def _behind(self, files: Iterable[str | InputError], after: str) -> Iterator[str | InputError]:
        """The files behind the one that is named; the file itself where a record in it is."""
        for file in files:
            name = file.source if isinstance(file, InputError) else file
            if self._after is None:
                yield file
            elif name == after:
                self._after = None
            elif after.startswith(f"{name}#"):
                yield file
        if self._after is not None:
            raise DipError(f'--start-after: nothing that is read here is called "{after}"')

    def items(self, files: Iterable[str | InputError]) -> Iterator[Article | InputError]:
        """The articles of the files, and the errors of those that fail."""
        from dipcli.inputs.sources import read

        options = self.options()
        for file in files:
            if isinstance(file, InputError):
                yield file
                continue
            try:
                for item in read(file, options, _standard_input() if file == "-" else None, self.count):
                    if self._after is None:
                        yield item
                    elif item.source == self._after:
                        self._after = None
            except InputError as e:
                yield e
            except Exception as e:
                if self.settings.debug:
                    raise
                yield internal_error(file, e)

    def options(self) -> ReadOptions:
        """How each is read."""
        s = self.settings
        return ReadOptions(
            encoding=s.encoding, text_field=s.text_field, title_field=s.title_field, date_field=s.date_field, split=s.split,
        )  # fmt: skip


def archive_path(settings: Settings) -> str | None:
    """The archive to ask: --db, else DIP_DB; none where a FILE is named. Raises DipError where both are."""
    files = settings.files or settings.files_from is not None
    if files and settings.db is not None:
        raise DipError("FILE or --db: ask files or an archive (dip index FILE... --db PATH puts files into one)")
    return None if files else settings.db or setting("db")


def archive_needed(path: str | None, why: str = "") -> str:
    """The path of an archive, for a command that asks or writes one. Raises DipError where none is named, with ``why``."""
    if not path:
        raise DipError("which archive? name it with --db PATH, in DIP_DB or in dip.toml" + (f" ({why})" if why else ""))
    return path


def _standard_input() -> BinaryIO | None:
    """A reader of its own: Python must not wait at exit for that of ``sys.stdin``, when a thread is reading it."""
    return open(sys.stdin.fileno(), "rb", closefd=False) if sys.stdin else None


def _listed(path: str, null: bool) -> list[str]:
    try:
        data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except (OSError, AttributeError) as e:
        raise DipError(f"{path}: cannot be read: {getattr(e, 'strerror', None) or 'standard input is closed'}") from e
    names = data.split(b"\0") if null else [x.removesuffix(b"\r") for x in data.split(b"\n")]
    return [os.fsdecode(x) for x in names if x.strip()]


def _stdin_has_data() -> bool:
    """Is a pipe or a file on standard input (not a terminal, not /dev/null, not closed)?"""
    import stat

    if sys.stdin is None:
        return False
    try:
        mode = os.fstat(sys.stdin.fileno()).st_mode
    except (OSError, ValueError):
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISREG(mode) or stat.S_ISSOCK(mode)
