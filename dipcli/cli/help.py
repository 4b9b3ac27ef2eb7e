"""Help of one command: usage, two examples, what it answers, its options by section."""

import inspect
from typing import Any

import typer.core

from dipcli.cli.keys import KEYS


def _with_variable(param: Any, record: tuple[str, str]) -> tuple[str, str]:
    """A help record with the environment variable of the option, where it has one."""
    key = KEYS.get((param.name or "").replace("_", "-"))
    if key is None or param.param_type_name != "option":
        return record
    return record[0], f"{record[1]} [{key.variable}]"


class Command(typer.core.TyperCommand):
    """A command whose help starts with the examples of its docstring (the lines that begin with ``dip``)."""

    sections: dict[str, str] = {}

    def format_help_text(self, ctx: Any, formatter: Any) -> None:
        """Examples first, then the text."""
        lines = inspect.cleandoc(self.help or "").splitlines()
        examples = [x for x in lines if x.startswith("dip ")]
        with formatter.section("Examples"):
            for example in examples:
                formatter.write(f"{'':{formatter.current_indent}}{example}\n")
        text = "\n".join(x for x in lines if x not in examples and x != "\b").strip()
        formatter.write_paragraph()
        formatter.write_text(text)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """A section a group of options; a section that comes back goes on where it began."""
        by_section: dict[str, list[tuple[str, str]]] = {"Arguments": []}
        for param in self.get_params(ctx):
            record = param.get_help_record(ctx)
            if record is not None:
                record = _with_variable(param, record)
                title = (
                    "Arguments"
                    if param.param_type_name == "argument"
                    else self.sections.get(param.name or "", "Errors and messages")
                )
                by_section.setdefault(title, []).append(record)
        for title, records in by_section.items():
            if records:
                with formatter.section(title):
                    formatter.write_dl(records)
