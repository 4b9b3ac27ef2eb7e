"""Makes dipcli/bidi/ucd.txt from the Unicode Character Database: what the standard library's unicodedata lacks.

Usage: python tools/build_bidi_tables.py [--check] [FOLDER]
FOLDER holds BidiBrackets.txt, BidiMirroring.txt, extracted/DerivedBidiClass.txt and extracted/DerivedJoiningType.txt; without it,
where Debian's package unicode-data puts them. With --check nothing is written, and the exit status is 1 if the table differs.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

TABLE = Path(__file__).resolve().parent.parent / "dipcli" / "bidi" / "ucd.txt"
DEBIAN = Path("/usr/share/unicode")
SHORT = {"Left_To_Right": "L", "Right_To_Left": "R", "Arabic_Letter": "AL", "European_Terminator": "ET"}
HEAD = """\
# What Python's unicodedata does not have and the bidirectional algorithm needs. Unicode {version}.
# Made by tools/build_bidi_tables.py from BidiBrackets.txt, BidiMirroring.txt, DerivedBidiClass.txt, DerivedJoiningType.txt.
# Data (c) Unicode, Inc., under the Unicode License, https://www.unicode.org/license.txt
# bracket, mirror: pairs that mirror each other. unassigned: bidi class of code points that have no character yet, the later
# line before the earlier. joining: Joining_Type, save those of transparent characters.
"""


def rows(path: Path) -> Iterator[list[str]]:
    """The fields of each line that holds data."""
    for line in path.read_text(encoding="utf-8").splitlines():
        data = line.split("#")[0].strip()
        if data:
            yield [f.strip() for f in data.split(";")]


def version(path: Path) -> str:
    """The version that the first line of a file of the database names."""
    first = path.read_text(encoding="utf-8").split("\n", 1)[0]
    found = re.search(r"-(\d+\.\d+\.\d+)\.txt", first)
    if not found:
        raise SystemExit(f"{path}: names no version")
    return found[1]


def ranges(codes: Iterable[int]) -> str:
    """Code points as ``0628 062A..062E``."""
    out = []
    for _, run in groupby(enumerate(sorted(codes)), key=lambda pair: pair[1] - pair[0]):
        own = [code for _, code in run]
        out.append(f"{own[0]:04X}" if len(own) == 1 else f"{own[0]:04X}..{own[-1]:04X}")
    return " ".join(out)


def expand(field: str) -> range:
    """The code points of ``0628`` or ``062A..062E``."""
    first, _, last = field.partition("..")
    return range(int(first, 16), int(last or first, 16) + 1)


def pairs(folder: Path) -> Iterator[str]:
    """The mirrored pairs, brackets first, each once."""
    mirrors = dict(rows(folder / "BidiMirroring.txt"))
    if any(mirrors.get(b) != a for a, b in mirrors.items()):
        raise SystemExit("BidiMirroring.txt: a mirror that does not mirror back")
    openings = {a: b for a, b, kind in rows(folder / "BidiBrackets.txt") if kind == "o"}
    if any(mirrors[a] != b for a, b in openings.items()):
        raise SystemExit("BidiBrackets.txt: a pair that does not mirror")
    yield from (f"bracket {a} {b}" for a, b in openings.items())
    inside = {*openings, *openings.values()}
    yield from (f"mirror {a} {b}" for a, b in mirrors.items() if a not in inside and int(a, 16) < int(b, 16))


def unassigned(path: Path) -> Iterator[str]:
    """Defaults of blocks, then the code points that are listed although they have no character."""
    listed: list[int] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        block = re.match(r"# @missing: (\S+); (\w+)", line)
        if block:
            yield f"unassigned {SHORT[block[2]]} {block[1]}"
        single = re.match(r"(\S+)\s*; BN # Cn", line)
        if single:
            listed.extend(expand(single[1]))
    yield f"unassigned BN {ranges(listed)}"


def joining(folder: Path) -> Iterator[str]:
    """Letters that join, and what causes joining."""
    types: dict[str, list[int]] = {"D": [], "R": [], "C": []}
    for field, kind in rows(folder / "extracted/DerivedJoiningType.txt"):
        if kind in types:
            types[kind].extend(expand(field))
    for kind, codes in types.items():
        yield f"joining {kind} {ranges(codes)}"


def table(folder: Path) -> str:
    """The whole table."""
    lines = [*pairs(folder), *unassigned(folder / "extracted/DerivedBidiClass.txt"), *joining(folder)]
    return HEAD.format(version=version(folder / "BidiBrackets.txt")) + "\n".join(lines) + "\n"


def main(arguments: list[str]) -> int:
    """Writes or checks the table."""
    check = "--check" in arguments
    folders = [Path(a) for a in arguments if a != "--check"]
    made = table(folders[0] if folders else DEBIAN)
    if check:
        return int(made != TABLE.read_text(encoding="utf-8"))
    TABLE.write_text(made, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
