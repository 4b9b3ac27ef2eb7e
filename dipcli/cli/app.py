"""Runs one command: imports only its module, turns every end into its exit status."""

import os
import sys
from typing import Any

from dipcli.cli.commands import COMMANDS, overview

USAGE = 2


def run(argv: list[str]) -> int:
    """Exit status of ``dip argv``."""
    if not argv or (argv[0] in ("-h", "--help", "help") and len(argv) == 1):
        sys.stdout.write(overview())
        return 0 if argv else USAGE
    if argv[0] == "help":
        argv = [argv[1], "--help"]
    name = argv[0]
    if name not in COMMANDS:
        return _unknown(name)
    _die_on_term()
    try:
        return _call(name, argv[1:])
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        _mute_stdout()
        return 141


def _die_on_term() -> None:
    import signal

    def stop(_number: int, _frame: Any) -> None:
        raise SystemExit(143)

    signal.signal(signal.SIGTERM, stop)


def _mute_stdout() -> None:
    """Python flushes standard output at exit; a reader that is gone must not make it complain."""
    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, 1)


def _unknown(name: str) -> int:
    import difflib

    if name.startswith("-"):
        sys.stderr.write(f"dip: no such option: {name} (see dip --help)\n")
        return USAGE
    known = [n for n, c in COMMANDS.items() if not c.hidden]
    near = difflib.get_close_matches(name, known, n=1)
    hint = f": did you mean {near[0]}?" if near else " (see dip --help)"
    sys.stderr.write(f'dip: there is no command "{name}"{hint}\n')
    return USAGE


def _call(name: str, argv: list[str]) -> int:
    import importlib

    import typer

    from dipcli.model import DipError

    module = importlib.import_module(f"dipcli.cli.{COMMANDS[name].module}")
    app = typer.Typer(
        add_completion=False,
        context_settings={"help_option_names": ["-h", "--help"]},
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    app.command(name)(module.command)
    main = typer.main.get_command(app)
    try:
        # Not main.main(): that answers a broken pipe with status 1, which would read "no match".
        with main.make_context(f"dip {name}", argv) as context:
            result = main.invoke(context)
    except (BrokenPipeError, KeyboardInterrupt):
        raise
    except DipError as e:
        sys.stderr.write(f"dip: {e}\n")
        return USAGE
    except Exception as e:
        code = _usage_error(e)
        if code is None:
            if "--debug" in argv:
                raise
            sys.stderr.write(f"dip: internal error: {type(e).__name__}: {e} (--debug shows where)\n")
            return 70
        return code
    return int(result or 0)


def _usage_error(error: Exception) -> int | None:
    """Status of an error of the option parser, which comes from the copy of click that Typer uses."""
    if type(error).__name__ == "Abort":
        return 130
    if type(error).__name__ == "Exit":
        return int(getattr(error, "exit_code", 0))
    message = getattr(error, "format_message", None)
    if message is None:
        return None
    sys.stderr.write(f"dip: {message()}\n")
    return USAGE
