"""The records of parts, read again."""

import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dipcli.inputs.compressed import unpacked
from dipcli.inputs.errors import InputError
from dipcli.inputs.sources import opened
from dipcli.model import DipError
from dipcli.outputs.json_bytes import loads
from dipcli.outputs.wire import Json

if TYPE_CHECKING:
    from dipcli.outputs.shapes import PartWire


def reports_of(folder: str, part: "PartWire") -> Iterator[Json]:
    """The reports of a part, without inputs that failed. Raises InputError where it cannot be read."""
    path = os.path.join(folder, part["file"])
    records = _of_parquet(path) if path.endswith(".parquet") else _of_lines(path)
    return (r for r in records if r.get("schema") == "dip.report/1")


def _of_lines(path: str) -> Iterator[Json]:
    with opened(path) as source:
        source = unpacked(source)
        number = 0
        while line := source.readline(sys.maxsize):
            number += 1
            try:
                yield loads(line)
            except ValueError as e:
                raise InputError(path, f"line {number}: not JSON: {e}") from None


def _of_parquet(path: str) -> Iterator[Json]:
    try:
        from dipcli.outputs.nested import read_reports
    except ImportError:
        raise DipError("Parquet needs pyarrow: install 'dipcli[parquet]'") from None
    try:
        yield from read_reports(path)
    except (OSError, ValueError) as e:
        raise InputError(path, f"no Parquet file of reports: {e}") from None
