"""The formats, each held to what its kind of file promises."""

import csv
import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipcli.outputs.options import WriteOptions
from dipcli.outputs.wire import Json
from dipcli.outputs.writers import FORMATS

RECORDS: list[Json] = [
    {"schema": "dip.x/1", "name": "شي, \"جين\"\nبينغ", "list": ["a", "b|c"], "n": 3, "none": None, "yes": True},
    {"schema": "dip.x/1", "name": "[bold]\t\\x", "list": [], "n": 0, "none": None, "yes": False},
]  # fmt: skip
COLUMNS = tuple(RECORDS[0])


TEXTS = [name for name, f in FORMATS.items() if not f.binary]


def written(name: str, records: list[Json], **options: Any) -> bytes:
    """What a format makes of the records."""
    out = io.BytesIO()
    writer = FORMATS[name].make(out, WriteOptions(**{"columns": COLUMNS, **options}))
    for record in records:
        writer.write(record)
    writer.close()
    return out.getvalue()


@pytest.mark.parametrize("name", TEXTS)
def test_text_is_utf8_with_lf_and_a_last_newline(name: str) -> None:
    data = written(name, RECORDS)
    assert data.endswith(b"\n")
    assert b"\r" not in data
    assert "شي" in data.decode("utf-8")


@pytest.mark.parametrize("name", TEXTS)
def test_nothing_is_still_a_document(name: str) -> None:
    data = written(name, []).decode()
    if name == "json":
        assert json.loads(data) == []
    elif name == "ndjson":
        assert data == ""
    else:
        assert "name" in data.splitlines()[0], "a table has its head line even when it is empty"


@pytest.mark.parametrize("name", TEXTS)
def test_fields_pick_and_reach_inside(name: str) -> None:
    record: Json = {"schema": "dip.x/1", "a": {"b": [{"c": "one"}, {"c": "two"}]}, "d": "other"}
    data = written(name, [record], fields=("a.b.c",)).decode()
    assert "one" in data
    assert "two" in data
    assert "other" not in data


@pytest.mark.parametrize("name", [f for f in TEXTS if f != "json"])
def test_records_go_out_one_by_one(name: str) -> None:
    flushed: list[int] = []

    class Out(io.BytesIO):
        def flush(self) -> None:
            flushed.append(self.tell())

    out = Out()
    writer = FORMATS[name].make(out, WriteOptions(columns=COLUMNS))
    for record in RECORDS:
        writer.write(record)
        assert flushed[-1] == out.tell() > 0


@pytest.mark.parametrize("name", TEXTS)
def test_controls_never_reach_the_terminal(name: str) -> None:
    data = written(name, [{**RECORDS[0], "name": "a\x1b]0;x\x07\x9b31mb\x7f"}]).decode()
    assert not any(c in data for c in "\x1b\x07\x9b\x7f")
    assert "31mb" in data


@pytest.mark.parametrize("name", TEXTS)
def test_a_lone_surrogate_does_not_stop_the_writing(name: str) -> None:
    assert written(name, [{**RECORDS[0], "name": "a\udcc7b"}]).decode("utf-8")


def test_ndjson_is_a_record_a_line_and_json_one_array() -> None:
    assert [json.loads(x) for x in written("ndjson", RECORDS).splitlines()] == RECORDS
    assert json.loads(written("json", RECORDS)) == RECORDS


def test_csv_reads_back() -> None:
    head, *rows = csv.reader(io.StringIO(written("csv", RECORDS).decode(), newline=""))
    assert tuple(head) == COLUMNS
    assert rows[0] == ["dip.x/1", RECORDS[0]["name"], "a; b|c", "3", "", "true"]


_CELLS = st.text(st.characters(blacklist_categories=["Cs", "Cc"]) | st.sampled_from("\t\n\\,\"'|"), max_size=12)


@given(st.lists(st.lists(_CELLS, min_size=2, max_size=2), max_size=4))
def test_any_csv_reads_back(rows: list[list[str]]) -> None:
    data = written("csv", [{"a": a, "b": b} for a, b in rows], columns=("a", "b"))
    assert list(csv.reader(io.StringIO(data.decode(), newline="")))[1:] == rows


@given(st.lists(st.lists(_CELLS, min_size=2, max_size=2), max_size=4))
def test_any_tsv_is_a_record_a_line_and_reads_back(rows: list[list[str]]) -> None:
    data = written("tsv", [{"a": a, "b": b} for a, b in rows], columns=("a", "b")).decode()
    lines = data.split("\n")
    assert lines.pop() == ""
    assert [[_unescaped(c) for c in line.split("\t")] for line in lines[1:]] == rows


def _unescaped(cell: str) -> str:
    marked = cell.replace("\\\\", "\x00").replace("\\t", "\t").replace("\\n", "\n").replace("\\r", "\r")
    return marked.replace("\x00", "\\")


def test_bom_is_for_csv_and_stands_once() -> None:
    data = written("csv", RECORDS, bom=True)
    assert data.startswith(b"\xef\xbb\xbfschema,")
    assert data.count(b"\xef\xbb\xbf") == 1


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_no_formula_in_what_is_for_excel(start: str) -> None:
    hostile = start + "HYPERLINK(1)"
    for bom, expected in ((True, "'" + hostile), (False, hostile)):
        data = written("csv", [{"a": hostile, "n": -3}], columns=("a", "n"), bom=bom).decode("utf-8-sig")
        assert list(csv.reader(io.StringIO(data, newline="")))[1] == [expected, "-3"]


def test_markdown_has_a_line_a_record_and_no_markup_of_the_article() -> None:
    lines = written("markdown", RECORDS).decode().splitlines()
    assert len(lines) == 4
    assert all(line.startswith("| ") and line.endswith(" |") for line in lines)
    assert "<br>" in lines[2]
    assert r"b\|c" in lines[2]
    assert r"\[bold\]" in lines[3]
    assert "schema" not in lines[0]
