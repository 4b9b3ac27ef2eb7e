"""Ranges of a large input give together what the whole gives: the same articles, names, failures, in the same order."""

import gzip
import io
import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from dipcli.inputs.errors import InputError
from dipcli.inputs.options import ReadOptions
from dipcli.inputs.ranges import Range, ranges, read_range
from dipcli.inputs.sources import read
from dipcli.model import Article
from tests.inputs.containers import packed_by_zstd
from tests.inputs.reading import BODY, ZSTD, needs

OPTIONS = ReadOptions()


def _plain(item: Article | InputError) -> Any:
    return (item.source, item.reason) if isinstance(item, InputError) else item


def _whole(path: Path) -> list[Any]:
    found = []
    try:
        found.extend(_plain(i) for i in read(str(path), OPTIONS))
    except InputError as e:
        found.append(_plain(e))
    return found


def _in_ranges(path: Path, parts: int) -> tuple[list[Any], tuple[Range, ...]]:
    cut = ranges(str(path), OPTIONS, parts)
    found = []
    for part in cut:
        try:
            found.extend(_plain(i) for i in read_range(str(path), OPTIONS, part))
        except InputError as e:
            found.append(_plain(e))
    return found, cut


def _lines(count: int) -> bytes:
    """JSON lines of some size, some of them broken or blank."""
    out = [b"\n \n"]
    for n in range(count):
        if n % 11 == 3:
            out.append(b'{"text": "cut off\n')
        elif n % 7 == 2:
            out.append(b"\n\n")
        text = BODY + " كلمة" * (n * 37 % 400)
        out.append(json.dumps({"text": text, "title": str(n)}, ensure_ascii=False).encode() + b"\n")
    return b"".join(out)


def _in_rows(count: int) -> bytes:
    """JSON lines, some with several objects in a row, one of them broken, or with a list."""
    records = [
        json.dumps({"text": f"{BODY} {n}", "tags": [{"a": 1}, {"b": 2}]}, ensure_ascii=False) for n in range(count)
    ]
    return "".join(
        f"{r}{r} {r}\n"
        if n % 5 == 3
        else f'{r}{{"text": }}{r}\n'
        if n % 5 == 4
        else f"[{r}, {r}]\n"
        if n % 7 == 6
        else f"{r}\n"
        for n, r in enumerate(records)
    ).encode()


@pytest.mark.parametrize("parts", [2, 3, 7])
def test_objects_in_a_row_are_counted_as_they_are_read(tmp_path: Path, parts: int) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_bytes(_in_rows(600))
    found, cut = _in_ranges(path, parts)
    assert len(cut) == parts
    assert all(r.kind == "lines" for r in cut)
    assert found == _whole(path)


def _sheet(count: int) -> bytes:
    rows = "".join(f'{n},"{BODY} {"كلمة " * (n % 50)}"\n' if n % 9 else f'{n},""\n' for n in range(count))
    return f"id,text\n{rows}".encode()


def _text(count: int) -> bytes:
    return "\n***\n".join(f"{BODY} {n}" for n in range(count)).encode()


def _list(count: int) -> bytes:
    return json.dumps([{"text": f"{BODY} {n}"} if n % 5 else {"nothing": n} for n in range(count)], indent=1).encode()


CONTAINERS: dict[str, tuple[Callable[[int], bytes], str]] = {
    "lines": (_lines, "lines"),
    "lines.gz": (lambda count: gzip.compress(_lines(count)), "lines"),
    "lines.gz.gz": (lambda count: gzip.compress(gzip.compress(_lines(count))), "lines"),
    "utf-16": (lambda count: _lines(count).decode().encode("utf-16"), "items"),
    "bom": (lambda count: b"\xef\xbb\xbf" + _lines(count), "lines"),
    "csv": (_sheet, "items"),
    "text": (_text, "items"),
    "list": (_list, "items"),
}


@pytest.mark.parametrize("name", CONTAINERS)
def test_together_they_give_the_whole(name: str, tmp_path: Path) -> None:
    make, kind = CONTAINERS[name]
    path = tmp_path / "big"
    path.write_bytes(make(900))
    found, cut = _in_ranges(path, 5)
    assert found == _whole(path)
    assert {r.kind for r in cut} == {kind}
    assert len(cut) == 5


def test_ranges_are_of_about_the_same_size(tmp_path: Path) -> None:
    path = tmp_path / "big.jsonl"
    path.write_bytes(_lines(3000))
    cut = ranges(str(path), OPTIONS, 4)
    sizes = [b.offset - a.offset for a, b in pairwise(cut)] + [path.stat().st_size - cut[-1].offset]
    assert max(sizes) < 1.2 * min(sizes)


@needs(ZSTD, "zstd")
def test_what_zstd_packed(tmp_path: Path) -> None:
    path = tmp_path / "big"
    path.write_bytes(packed_by_zstd(_lines(900)))
    found, cut = _in_ranges(path, 3)
    assert found == _whole(path)
    assert len(cut) == 3


@pytest.mark.parametrize("data", [b"", b"\0\1\2", b"%PDF-1.7", BODY.encode(), b'{"text": "x"}\n'])
def test_what_is_small_or_fails_is_one_range(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "small"
    path.write_bytes(data)
    found, cut = _in_ranges(path, 4)
    assert found == _whole(path)
    assert len(cut) == 1


def test_a_file_that_is_gone_fails_where_it_is_read(tmp_path: Path) -> None:
    found, _ = _in_ranges(tmp_path / "gone", 4)
    assert found == _whole(tmp_path / "gone")


def _archive(count: int, *, packed: bool) -> bytes:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    for n in range(count):
        kind = "image/png" if n % 6 == 1 else "text/plain; charset=utf-8"
        headers = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
        text = f"{BODY} {n} " + "كلمة " * (n * 31 % 300) if n % 8 else " "
        writer.write_record(
            writer.create_warc_record(
                f"https://example.org/{n}", "response", payload=io.BytesIO(text.encode()), http_headers=headers
            )
        )
    return out.getvalue()


@needs("warcio", "warc")
@pytest.mark.parametrize("stored", ["plain", "members", "one stream"])
def test_an_archive(stored: str, tmp_path: Path) -> None:
    data = _archive(600, packed=stored == "members")
    path = tmp_path / "big.warc"
    path.write_bytes(gzip.compress(data) if stored == "one stream" else data)
    found, cut = _in_ranges(path, 3)
    assert found == _whole(path)
    assert {(r.kind, r.stored) for r in cut} == {("archive", stored != "one stream")}
    assert len(cut) == (3 if stored != "members" else len(cut))
    assert len(cut) > 1


@needs("warcio", "warc")
def test_an_archive_that_is_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "big.warc"
    path.write_bytes(_archive(600, packed=False)[:-700])
    found, _ = _in_ranges(path, 3)
    assert found == _whole(path)
    assert "ends early" in found[-1][1] or "cut off" in found[-1][1]
