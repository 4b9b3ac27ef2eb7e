"""The entry: answers --version, hands everything else to the command line."""

import sys


def main() -> None:
    """Run ``dip`` and exit with its status."""
    argv = sys.argv[1:]
    if argv == ["--version"]:
        from dipcli import __version__

        sys.stdout.write(f"dip {__version__}\n")
        return
    import gc

    # The collector runs dozens of times while modules are imported and finds nothing.
    gc.disable()
    from dipcli.cli.app import run

    _leave(run(argv))


def _leave(status: int) -> None:
    """End the process as it is: to take every object apart first took a fifth of a short run."""
    import atexit
    import os

    atexit._run_exitfuncs()
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except (OSError, ValueError):
        sys.exit(status)  # a stream that is broken or closed: Python's own end says so
    os._exit(status)


if __name__ == "__main__":
    main()
