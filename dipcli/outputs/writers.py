"""The output formats: one writer each, in one registry that help, ``dip formats`` and the tests read."""

from collections.abc import Callable
from typing import Any, BinaryIO, NamedTuple, Protocol

from dipcli.outputs.wire import Json


class Writer(Protocol):
    """Takes records one by one and writes them; ``close`` ends the document."""

    def write(self, record: Json) -> None:
        """Write one record."""

    def close(self) -> None:
        """Write what ends the document."""


class WriteOptions(NamedTuple):
    """How to write: ``bom`` for Excel's CSV, ``ascii_only`` for escapes in JSON, ``fields`` to pick columns."""

    bom: bool = False
    ascii_only: bool = False
    fields: tuple[str, ...] = ()


class Format(NamedTuple):
    """A registered format; ``streams`` says that records go out one by one."""

    name: str
    what: str
    streams: bool
    make: Callable[[BinaryIO, WriteOptions], Writer]


def _pick(record: Json, fields: tuple[str, ...]) -> Json:
    if not fields:
        return record
    return {f: _dig(record, f) for f in fields}


def _dig(record: Any, path: str) -> Any:
    for part in path.split("."):
        if isinstance(record, list):
            record = [_dig(r, part) for r in record]
        elif isinstance(record, dict):
            record = record.get(part)
        else:
            return None
    return record


class _Ndjson:
    def __init__(self, out: BinaryIO, options: WriteOptions) -> None:
        self._out, self._options = out, options

    def write(self, record: Json) -> None:
        from dipcli.outputs.json_bytes import dumps

        self._out.write(dumps(_pick(record, self._options.fields), ascii_only=self._options.ascii_only) + b"\n")
        self._out.flush()

    def close(self) -> None:
        pass


class _JsonArray:
    def __init__(self, out: BinaryIO, options: WriteOptions) -> None:
        self._out, self._options, self._count = out, options, 0

    def write(self, record: Json) -> None:
        from dipcli.outputs.json_bytes import dumps

        data = dumps(_pick(record, self._options.fields), ascii_only=self._options.ascii_only, indent=True)
        self._out.write((b"[\n" if not self._count else b",\n") + data)
        self._count += 1

    def close(self) -> None:
        self._out.write(b"\n]\n" if self._count else b"[]\n")


class _Delimited:
    def __init__(self, out: BinaryIO, options: WriteOptions, delimiter: str) -> None:
        import csv
        import io

        self._out, self._options = out, options
        self._text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True, errors="backslashreplace")
        self._csv = csv.writer(self._text, delimiter=delimiter, lineterminator="\n")
        self._head: list[str] | None = None
        if options.bom:
            self._text.write("\ufeff")

    def write(self, record: Json) -> None:
        record = _pick(record, self._options.fields)
        if self._head is None:
            self._head = list(record)
            self._csv.writerow(self._head)
        self._csv.writerow([_cell(record.get(k)) for k in self._head])

    def close(self) -> None:
        self._text.flush()
        self._text.detach()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "; ".join("–".join(map(str, v)) if isinstance(v, list) else _cell(v) for v in value)
    if isinstance(value, dict):
        from dipcli.outputs.json_bytes import dumps

        return dumps(value).decode()
    return str(value)


class _Markdown:
    def __init__(self, out: BinaryIO, options: WriteOptions) -> None:
        self._out, self._options = out, options
        self._head: list[str] | None = None

    def write(self, record: Json) -> None:
        record = _pick(record, self._options.fields)
        if self._head is None:
            self._head = [k for k in record if k != "schema"]
            self._line(self._head)
            self._line(["---"] * len(self._head))
        self._line([_cell(record.get(k)).replace("|", "\\|").replace("\n", "<br>") for k in self._head])

    def _line(self, cells: list[str]) -> None:
        self._out.write(("| " + " | ".join(cells) + " |\n").encode("utf-8", "backslashreplace"))

    def close(self) -> None:
        pass


FORMATS: dict[str, Format] = {
    f.name: f
    for f in (
        Format("ndjson", "one JSON record a line", True, _Ndjson),
        Format("json", "one JSON array", False, _JsonArray),
        Format(
            "csv", "comma-separated, lists joined by '; ' (--bom for Excel)", True, lambda o, p: _Delimited(o, p, ",")
        ),
        Format("tsv", "tab-separated", True, lambda o, p: _Delimited(o, p, "\t")),
        Format("markdown", "a Markdown table", True, _Markdown),
    )
}
