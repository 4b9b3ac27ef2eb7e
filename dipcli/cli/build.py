"""The commands as Typer builds them."""

import importlib

import typer

from dipcli.cli.commands import COMMANDS
from dipcli.cli.help import Command


def build(name: str) -> Command:
    """The command of this name, its module imported now."""
    module = importlib.import_module(f"dipcli.cli.{COMMANDS[name].module}")
    app = typer.Typer(
        add_completion=False,
        context_settings={"help_option_names": ["-h", "--help"]},
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    app.command(name, cls=Command)(module.command)
    made = typer.main.get_command(app)
    assert isinstance(made, Command)
    made.sections = module.command.sections
    return made
