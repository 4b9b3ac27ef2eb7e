"""What completion and the manual say of the commands: one list, made from the live ones."""

import inspect
from typing import Any

from dipcli.cli.build import build
from dipcli.cli.commands import COMMANDS
from dipcli.records import Record


class Option(Record):
    """An option: its names, the name of its value (empty for a flag), its parameter, its section, its help."""

    names: tuple[str, ...]
    metavar: str
    parameter: str
    section: str
    help: str

    @property
    def first_sentence(self) -> str:
        """The beginning of the help, as completion shows it."""
        return self.help.split(";")[0].split(". ")[0].rstrip(".")


class Argument(Record):
    """An argument: its parameter, its name in the help, its help."""

    parameter: str
    metavar: str
    help: str
    many: bool


class Tree(Record):
    """A command: what it is in a line, its examples, its text, arguments and options."""

    name: str
    what: str
    examples: tuple[str, ...]
    text: str
    arguments: tuple[Argument, ...]
    options: tuple[Option, ...]


def trees() -> list[Tree]:
    """Every listed command."""
    return [_tree(name) for name, command in COMMANDS.items() if not command.hidden]


def _tree(name: str) -> Tree:
    command = build(name)
    lines = inspect.cleandoc(command.help or "").splitlines()
    examples = tuple(x for x in lines if x.startswith("dip "))
    text = "\n".join(x for x in lines if x not in examples and x.strip() != "\b").strip()
    params: list[Any] = command.params
    return Tree(
        name=name, what=COMMANDS[name].what, examples=examples, text=text,
        arguments=tuple(
            Argument(p.name, (p.metavar or p.name).replace("...", "").strip("[]"), p.help or "", p.nargs != 1)
            for p in params if p.param_type_name == "argument"
        ),
        options=(*(_option(p, command.sections) for p in params if p.param_type_name == "option"), _HELP),
    )  # fmt: skip


_HELP = Option(("-h", "--help"), "", "help", "Errors and messages", "Show this and end.")


def _option(p: Any, sections: dict[str, str]) -> Option:
    names = tuple(sorted(p.opts, key=len))
    flag = p.is_flag or p.count
    return Option(names, "" if flag else p.metavar or "VALUE", p.name, sections.get(p.name, ""), p.help or "")
