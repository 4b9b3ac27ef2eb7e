"""A Markdown table (the GitHub dialect)."""

import re
from typing import BinaryIO

from dipcli.outputs.cells import cell
from dipcli.outputs.options import WriteOptions, pick
from dipcli.outputs.wire import Json

# What Markdown or HTML would take for markup inside a cell.
_MARKUP = re.compile(r"([\\`*_\[\]<>|~&])")


class MarkdownWriter:
    """One table; text is escaped, line breaks become ``<br>``."""

    def __init__(self, out: BinaryIO, options: WriteOptions) -> None:
        self._out, self._options = out, options
        self._head = [k for k in options.head() if k != "schema"]
        self._row([escaped(k) for k in self._head])
        self._row(["---"] * len(self._head))

    def write(self, record: Json) -> None:
        """Write one record and flush."""
        picked = pick(record, self._options.fields)
        self._row([escaped(cell(picked.get(k))) for k in self._head])

    def close(self) -> None:
        """Nothing ends the document."""

    def _row(self, cells: list[str]) -> None:
        self._out.write(("| " + " | ".join(cells) + " |\n").encode("utf-8"))
        self._out.flush()


def escaped(text: str) -> str:
    """Text that Markdown takes for nothing but text, on one line."""
    return re.sub(r"\r\n|[\r\n]", "<br>", _MARKUP.sub(r"\\\1", text))
