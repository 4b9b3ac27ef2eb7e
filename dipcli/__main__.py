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

    status = run(argv)
    # Nor need it look through all that is left when the process ends: that took a sixth of a short run.
    gc.freeze()
    sys.exit(status)


if __name__ == "__main__":
    main()
