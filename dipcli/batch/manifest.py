"""What of a batch is done: one line for the batch, one for each part, one with the sum at the end.

While a batch runs, lines are appended in the order in which parts are done. When all are, the file is replaced by one in
the order of the parts: of two batches of the same inputs, rules and options the manifests are equal byte by byte.
"""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Self, cast

from dipcli.batch.attempt import Attempt, remove_left_behind
from dipcli.model import DipError
from dipcli.outputs.json_bytes import dumps, loads
from dipcli.outputs.wire import total_record
from dipcli.records import Record

if TYPE_CHECKING:
    from dipcli.outputs.shapes import BatchWire, PartWire, TotalWire

NAME = "manifest.ndjson"


class Written(Record):
    """What a manifest says; ``total`` is None while parts are missing."""

    batch: "BatchWire"
    parts: dict[int, "PartWire"]
    total: "TotalWire | None"


def read_manifest(folder: str) -> Written:
    """The manifest in a folder; a last line that was cut off counts for nothing. Raises DipError."""
    path = os.path.join(folder, NAME)
    try:
        lines = Path(path).read_bytes().split(b"\n")
    except FileNotFoundError:
        raise DipError(f"{folder}: no batch: {NAME} is not in it") from None
    except OSError as e:
        raise DipError(f"{path}: cannot be read: {e.strerror}") from None
    whole = lines[:-1]  # behind the last line feed is nothing, or what a kill has cut off
    records = [_record(line, f"{path}:{n}") for n, line in enumerate(whole, 1)]
    if not records or records[0].get("schema") != "dip.batch/1":
        raise DipError(f"{path}: no manifest of a batch")
    parts = {r["part"]: cast("PartWire", r) for r in records if r.get("schema") == "dip.part/1"}
    total = next((cast("TotalWire", r) for r in records if r.get("schema") == "dip.total/1"), None)
    return Written(cast("BatchWire", records[0]), parts, total)


def _record(line: bytes, place: str) -> dict[str, Any]:
    try:
        found = loads(line)
    except ValueError as e:
        raise DipError(f"{place}: the manifest is damaged: {e}") from None
    if not isinstance(found, dict):
        raise DipError(f"{place}: the manifest is damaged: no record")
    return found


def is_begun(folder: str) -> bool:
    """Is there a batch in the folder?"""
    return os.path.exists(os.path.join(folder, NAME))


class Manifest:
    """The manifest of a batch that runs. ``done`` are its parts so far."""

    def __init__(self, folder: str, batch: "BatchWire") -> None:
        """Begin a batch, or go on with the one that is there. Raises DipError where that is another one.

        Lines of parts whose file is gone, or not of its size, count for nothing.
        """
        self._folder, self._batch = folder, batch
        self.done: dict[int, PartWire] = {}
        self._file: IO[bytes]
        try:
            os.makedirs(folder, exist_ok=True)
            if is_begun(folder):
                self.done = self._known()
            elif any(n.startswith("part-") for n in os.listdir(folder)):
                raise DipError(f"{folder}: parts without a {NAME} are in it: name another folder")
            remove_left_behind(folder)
            self._rewrite(finished=False)
            self._file = open(os.path.join(folder, NAME), "ab", buffering=0)  # noqa: SIM115
        except OSError as e:
            raise DipError(f"{folder}: cannot be written: {e.strerror}") from None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()
        remove_left_behind(self._folder)

    def _known(self) -> "dict[int, PartWire]":
        written = read_manifest(self._folder)
        differing = [key for key, value in self._batch.items() if written.batch.get(key) != value]
        if differing:
            raise DipError(
                f"{self._folder}: the batch in it is another one ({', '.join(differing)} differ): name another folder"
            )
        return {n: p for n, p in sorted(written.parts.items()) if self._is_there(p)}

    def _is_there(self, part: "PartWire") -> bool:
        try:
            return os.path.getsize(os.path.join(self._folder, part["file"])) == part["bytes"]
        except OSError:
            return False

    def add(self, part: "PartWire") -> None:
        """A part is done: from now on it stays so, whatever happens. Raises DipError."""
        try:
            self._file.write(dumps(part) + b"\n")
            os.fsync(self._file.fileno())
        except OSError as e:
            raise DipError(f"{self._folder}/{NAME}: cannot be written: {e.strerror}") from None
        self.done[part["part"]] = part

    def finish(self) -> "TotalWire | None":
        """Put the manifest into its final form where all parts are done; their sum, else None."""
        if len(self.done) < self._batch["parts"]:
            return None
        self._file.close()
        return self._rewrite(finished=True)

    def _rewrite(self, *, finished: bool) -> "TotalWire":
        parts = [self.done[n] for n in sorted(self.done)]
        total = total_record(parts)
        with Attempt(self._folder, NAME) as out:
            for record in (self._batch, *parts, *((total,) if finished else ())):
                out.write(dumps(record) + b"\n")
        return total


def problems(folder: str, written: Written) -> Iterator[tuple[str, str]]:
    """What in a folder is not as its manifest says: (file, why). Every byte of every part is read."""
    known = {p["file"] for p in written.parts.values()}
    missing = written.batch["parts"] - len(written.parts)
    if missing or written.total is None:
        yield NAME, f"{missing:,} of {written.batch['parts']:,} parts are not done: --resume goes on"
    for _, part in sorted(written.parts.items()):
        reason = _reason(folder, part)
        if reason:
            yield part["file"], f"{reason}: remove it, and --resume makes it again"
    for name in sorted(os.listdir(folder)):
        if name.startswith("part-") and name not in known:
            yield name, "is not in the manifest"


def _reason(folder: str, part: "PartWire") -> str | None:
    try:
        with open(os.path.join(folder, part["file"]), "rb") as f:
            size = os.fstat(f.fileno()).st_size
            digest = hashlib.file_digest(f, "sha256")
    except FileNotFoundError:
        return "is gone"
    except OSError as e:
        return f"cannot be read ({e.strerror})"
    if size != part["bytes"]:
        return f"has {size:,} bytes and not {part['bytes']:,}"
    return None if digest.hexdigest() == part["sha256"] else "its SHA-256 is not that of the manifest"
