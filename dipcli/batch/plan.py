"""Which records of which files are in which part: the same for the same files, whoever reads them."""

import hashlib
import os
import stat
from collections.abc import Iterable, Mapping

from dipcli.inputs.errors import InputError
from dipcli.inputs.ranges import Range
from dipcli.outputs.json_bytes import dumps
from dipcli.records import Record

# A file of more parts than this is cut into ranges of records; one that is smaller is read by one worker.
_CUT = 2


class Piece(Record):
    """A file, or a range of its records; ``size`` is that of the whole file in bytes, ``weight`` what of it is here.

    ``error`` is why there is nothing to read.
    """

    file: str
    size: int
    weight: int
    range: Range | None = None
    error: str | None = None


class Part(Record):
    """What one file of the output is made of; parts are counted from 0."""

    number: int
    pieces: tuple[Piece, ...]

    @property
    def weight(self) -> int:
        """Bytes of the inputs, about."""
        return sum(p.weight for p in self.pieces)


class Plan(Record):
    """All parts of a batch, and what was planned."""

    parts: tuple[Part, ...]
    part_bytes: int
    files: int
    size: int

    @property
    def digest(self) -> str:
        """SHA-256 of what is in which part: equal for plans that give the same parts."""
        pieces = ([p.number, *piece] for p in self.parts for piece in p.pieces)
        digest = hashlib.sha256()
        for piece in pieces:
            digest.update(dumps(piece) + b"\n")
        return digest.hexdigest()


def measured(files: Iterable[str | InputError]) -> list[Piece]:
    """Each file with its size; what cannot be read more than once (a pipe, standard input) fails."""
    return [_measured(f) for f in files]


def _measured(file: str | InputError) -> Piece:
    if isinstance(file, InputError):
        return Piece(file.source, 0, 0, error=file.reason)
    try:
        status = os.stat(file)
    except (OSError, ValueError):
        return Piece(file, 0, 0)  # reading it says why
    if not stat.S_ISREG(status.st_mode):
        return Piece(file, 0, 0, error="no regular file: a batch must be able to read its inputs again")
    return Piece(file, status.st_size, status.st_size)


def to_cut(files: list[Piece], part_bytes: int) -> dict[str, int]:
    """The files that are cut, and into how many ranges at most."""
    return {p.file: max(2, round(p.size / part_bytes)) for p in files if p.size > _CUT * part_bytes}


def planned(files: list[Piece], part_bytes: int, cut: Mapping[str, tuple[Range, ...]]) -> Plan:
    """Files in their order, as many to a part as have no more than ``part_bytes`` together; each range is a part."""
    groups: list[list[Piece]] = [[]]
    weight = 0
    for file in files:
        ranges = cut.get(file.file)
        if ranges:
            each = file.size // len(ranges)
            groups += [[file._replace(weight=each, range=r if len(ranges) > 1 else None)] for r in ranges]
            groups.append([])
            weight = 0
            continue
        if groups[-1] and weight + file.weight > part_bytes:
            groups.append([])
            weight = 0
        groups[-1].append(file)
        weight += file.weight
    parts = tuple(Part(n, tuple(g)) for n, g in enumerate(g for g in groups if g))
    return Plan(parts, part_bytes, len(files), sum(f.size for f in files))
