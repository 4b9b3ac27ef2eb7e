"""Runs one command: imports only its module, turns every end into its exit status."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from typing import Any

from dipcli.cli.commands import COMMANDS, overview

USAGE = 2
INTERRUPTED, BROKEN_PIPE, TERMINATED, INTERNAL = 130, 141, 143, 70


at_end: list[Callable[[int], None]] = []
"""What is called with the exit status when all else is done and said."""


def run(argv: list[str]) -> int:
    """Exit status of ``dip argv``."""
    status = _ended(argv)
    for call in at_end:
        call(status)
    return status


def _ended(argv: list[str]) -> int:
    try:
        _die_on_term()
        _utf8_out()
        return _run(argv)
    except KeyboardInterrupt:
        return INTERRUPTED
    except SystemExit as e:
        return int(e.code or 0)
    except BrokenPipeError:
        _mute_stdout()
        return BROKEN_PIPE


def _run(argv: list[str]) -> int:
    if argv[:1] == ["help"]:
        argv = [*argv[1:2], "--help"]
    if not argv or argv[0] in ("-h", "--help"):
        stream = sys.stdout if argv else sys.stderr  # asked for, or not: a pipe behind a bare "dip" gets nothing
        if stream is not None:
            stream.write(overview())
            stream.flush()
        return 0 if argv else USAGE
    name = argv[0]
    return _call(name, argv[1:]) if name in COMMANDS else _unknown(name)


def _die_on_term() -> None:
    """SIGTERM unwinds like any end, so that no partial file is left behind."""
    import signal

    def stop(_number: int, _frame: Any) -> None:
        raise SystemExit(TERMINATED)

    signal.signal(signal.SIGTERM, stop)


def _utf8_out() -> None:
    """Text is UTF-8 whatever the locale says; help holds Arabic examples."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _mute_stdout() -> None:
    """Python flushes standard output at exit; a reader that is gone or a full disk must not make it complain."""
    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, 1)
    os.close(devnull)


_held: list[str] | None = None


@contextmanager
def held_back() -> Iterator[None]:
    """Complaints from inside are made at the end."""
    global _held
    _held = []
    try:
        yield
    finally:
        lines, _held = _held, None
        for line in lines:
            complain(line)


def complain(line: str) -> None:
    """One line on standard error, nothing of it able to disturb the terminal."""
    if _held is not None:
        _held.append(line)
    elif sys.stderr is not None:
        shown = "".join(c if c.isprintable() else _escaped(c) for c in line)
        sys.stderr.write(f"dip: {shown}\n")
        sys.stderr.flush()


def _escaped(c: str) -> str:
    code = ord(c)
    # A byte of a file name that is not UTF-8 comes as a lone surrogate.
    return f"\\x{code - 0xDC00:02x}" if 0xDC80 <= code <= 0xDCFF else c.encode("unicode_escape").decode()


def _unknown(name: str) -> int:
    if name.startswith("-"):
        complain(f"no such option: {name}{_nearest(name, ['--help', '--version'])} (see dip --help)")
        return USAGE
    hint = _nearest(name, [n for n, c in COMMANDS.items() if not c.hidden])
    complain(f'there is no command "{name}"{hint or " (see dip --help)"}')
    return USAGE


def _nearest(name: str, known: list[str]) -> str:
    import difflib

    near = difflib.get_close_matches(name, known, n=1)
    return f": did you mean {near[0]}?" if near else ""


def _call(name: str, argv: list[str]) -> int:
    from dipcli.cli.build import build
    from dipcli.cli.configuration import option_defaults
    from dipcli.model import DipError

    main = build(name)
    try:
        # Not main.main(): that answers a broken pipe with status 1, which would read "no match".
        # Help is given whatever the configuration holds.
        defaults = {} if {"-h", "--help"} & set(argv) else option_defaults()
        with main.make_context(f"dip {name}", argv, default_map=defaults) as context:
            return int(main.invoke(context) or 0)
    except (BrokenPipeError, KeyboardInterrupt):
        raise
    except DipError as e:
        complain(str(e))
        return USAGE
    except OSError as e:
        # Inputs that cannot be read never come here: what is left is standard output.
        complain(f"cannot write: {e.strerror or e}")
        _mute_stdout()
        return USAGE
    except Exception as e:
        if type(e).__module__ == "sqlite3" and "--debug" not in argv:
            return _archive_failed(e, argv)
        return _failed(e, name, "--debug" in argv, [o for p in main.params for o in p.opts if o.startswith("-")])


def _archive_failed(error: Any, argv: list[str]) -> int:
    """What SQLite says of a damaged archive, whichever command came upon it."""
    from dipcli.archive.connection import said_plainly
    from dipcli.cli.configuration import setting

    named = next((b for a, b in pairwise(argv) if a == "--db"), None)
    joined = next((a.removeprefix("--db=") for a in argv if a.startswith("--db=")), None)
    complain(str(said_plainly(named or joined or setting("db") or "the archive", error)))
    return USAGE


def _failed(error: Exception, name: str, debug: bool, options: list[str]) -> int:
    """Status of an error of the option parser, which comes from the copy of click that Typer uses; else of our own."""
    kind = type(error).__name__
    if kind == "Abort":
        return INTERRUPTED
    if kind == "Exit":
        return int(getattr(error, "exit_code", 0))
    message = getattr(error, "format_message", None)
    if message is not None:
        wanted = getattr(error, "option_name", None) if kind == "NoSuchOption" else None
        text = f"no such option: {wanted}{_nearest(wanted, options)}" if wanted else message().rstrip(".")
        complain(f"{text[:1].lower()}{text[1:]} (see dip {name} --help)")
        return USAGE
    if debug:
        raise error
    complain(f"internal error: {type(error).__name__}: {error} (--debug shows where)")
    return INTERNAL
