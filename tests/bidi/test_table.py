"""The table and what is derived from unicodedata, against the Unicode Character Database."""

import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from dipcli.bidi.classes import _REORDERING, bidi_class
from dipcli.bidi.columns import kinds
from dipcli.bidi.ucd import table
from tests.conftest import ROOT


def _rows(path: Path) -> Iterator[tuple[range, list[str]]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.split("#")[0].strip():
            codes, *fields = (f.strip() for f in line.split("#")[0].split(";"))
            first, _, last = codes.partition("..")
            yield range(int(first, 16), int(last or first, 16) + 1), fields


def _same_version(path: Path) -> bool:
    return f"-{unicodedata.unidata_version}.txt" in path.read_text(encoding="utf-8").split("\n", 1)[0]


def test_table_is_in_step(unicode_folder: Path) -> None:
    made_of = (ROOT / "dipcli/bidi/ucd.txt").read_text(encoding="utf-8").split("\n", 1)[0].removesuffix(".").split()[-1]
    if f"-{made_of}.txt" not in (unicode_folder / "BidiTest.txt").read_text(encoding="utf-8").split("\n", 1)[0]:
        pytest.skip(f"the table is made of Unicode {made_of}, the files are of another version")
    done = subprocess.run(
        [sys.executable, "tools/build_bidi_tables.py", "--check", str(unicode_folder)], cwd=ROOT, check=False
    )
    assert done.returncode == 0, "run python tools/build_bidi_tables.py"


def test_mirrors_mirror_back() -> None:
    mirrors = table().mirrors
    assert len(mirrors) > 400
    assert all(mirrors[ord(mirror)] == chr(code) for code, mirror in mirrors.items())


def test_brackets(unicode_folder: Path) -> None:
    expected = {chr(codes[0]): kind == "o" for codes, (_, kind) in _rows(unicode_folder / "BidiBrackets.txt")}
    assert {c: opens for c, (opens, _) in table().brackets.items()} == expected
    assert table().brackets["\u2329"] == table().brackets["\u3008"], "canonical equivalents pair with each other"


def test_bidi_classes(unicode_folder: Path) -> None:
    """Equal for every code point that this Python knows as a character, and for those that the files do not know either."""
    path = unicode_folder / "extracted/DerivedBidiClass.txt"
    listed = {code: fields[0] for codes, fields in _rows(path) for code in codes}
    assigned = {code for codes, _ in _rows(unicode_folder / "DerivedAge.txt") for code in codes}
    wrong = [
        f"{code:04X} {bidi_class(chr(code))} {kind}"
        for code, kind in listed.items()
        if bidi_class(chr(code)) != kind and (unicodedata.category(chr(code)) != "Cn" or code not in assigned)
    ]
    # A later version may have changed the class of a character that was there before; in the same version nothing differs.
    assert len(wrong) <= (0 if _same_version(path) else 20), wrong
    assert not [w for w in wrong if w < "0900"], "Latin, Hebrew and Arabic blocks do not change"


def test_blocks_that_reorder_hold_every_right_to_left_character(unicode_folder: Path) -> None:
    reordering = {"R", "AL", "AN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    rows = list(_rows(unicode_folder / "extracted/DerivedBidiClass.txt"))
    codes = [code for codes, fields in rows if fields[0] in reordering for code in codes]
    assert len(codes) > 2000
    assert [f"{code:04X}" for code in codes if not _REORDERING.match(chr(code))] == []


def test_transparent_characters(unicode_folder: Path) -> None:
    """Kind m is joining type T, save embeddings (see columns) and the Adlam nukta, a letter that has no presentation forms."""
    rows = _rows(unicode_folder / "extracted/DerivedJoiningType.txt")
    expected = {code for codes, fields in rows if fields[0] == "T" for code in codes} - {
        *range(0x202A, 0x202F),
        0x1E94B,
    }
    known = {code for code in expected if unicodedata.category(chr(code)) != "Cn"}
    assert len(known) > 1500
    assert {code for code in known if kinds(chr(code)) != "m"} == set()
    arabic = [code for code in range(0x600, 0x900) if unicodedata.category(chr(code)) != "Cn"]
    assert [f"{code:04X}" for code in arabic if (kinds(chr(code)) == "m") != (code in expected)] == []
