"""The workbook, read back by another library."""

import gc
import io
import tempfile
import zipfile
from datetime import datetime
from typing import Any

import pytest

from dipcli.outputs import xlsx
from dipcli.outputs.options import WriteOptions
from dipcli.outputs.schema import RECORDS
from dipcli.outputs.wire import Json
from dipcli.views.columns import _ARABIC
from tests.inputs.reading import has_extra

if not (has_extra("xlsxwriter") and has_extra("openpyxl")):
    pytest.skip("needs dipcli[xlsx], and openpyxl to read it back", allow_module_level=True)

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet


def written(records: list[Json], **options: Any) -> bytes:
    """Bytes of a workbook."""
    out = io.BytesIO()
    writer = xlsx.XlsxWriter(out, WriteOptions(**{"columns": tuple(records[0]), **options}))
    for record in records:
        writer.write(record)
    writer.close()
    return out.getvalue()


def sheet(records: list[Json], **options: Any) -> Worksheet:
    """The first sheet as another library reads it."""
    found = openpyxl.load_workbook(io.BytesIO(written(records, **options))).worksheets[0]
    assert isinstance(found, Worksheet)
    return found


def values(records: list[Json], **options: Any) -> list[list[Any]]:
    """Values of the cells below the head line."""
    return [[c.value for c in row] for row in sheet(records, **options).iter_rows(min_row=2)]


def test_numbers_dates_and_lists() -> None:
    record: Json = {
        "schema": "dip.x/1", "published": "2022-01-03", "n": 3, "c": 0.93, "yes": True, "list": ["أ", "ب"], "none": None,
        "matches": [[0, 4]], "big": 2**60,
    }  # fmt: skip
    assert values([record]) == [
        [datetime(2022, 1, 3), 3, 0.93, True, "أ; ب", None, "0–4", str(2**60)],
    ]
    assert sheet([record])["A2"].number_format == "yyyy-mm-dd"


@pytest.mark.parametrize("date", ["2022", "2022-01", "1899-12-31", "2022-02-31"])
def test_what_is_no_whole_date_of_excel_is_text(date: str) -> None:
    assert values([{"published": date}]) == [[date]]


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "{=1}", "12", "2022-01-03", "http://a.b/c", "internal:x"]
)
def test_text_is_text(text: str) -> None:
    page = sheet([{"text": text}])
    cell = page["A2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (
        text,
        "s" if not text.startswith("=") else cell.data_type,
        None,
    )
    assert b"<f>" not in _part(written([{"text": text}]), "xl/worksheets/sheet1.xml")


@pytest.mark.parametrize(
    "text", [" a ", "a\nb", "<b>&amp;", "_x0041_", "\ufffe\uffff", "a\x00b\x1b\ud800", "😀", "\u202eab"]
)
def test_any_text_is_a_workbook_that_can_be_read(text: str) -> None:
    ((value,),) = values([{"text": text}])
    assert value is not None
    if text.isprintable() or text in ("a\nb", "\u202eab"):
        assert str(value).replace("_x005F", "") == text  # Excel's own escape, which openpyxl leaves


def test_a_long_text_is_cut_with_a_mark_and_a_warning() -> None:
    said: list[str] = []
    texts = ["ا" * 32_767, "ا" * 32_768, "😀" * 20_000]
    rows = values([{"text": t} for t in texts], warn=said.append)
    units = [len(str(v).encode("utf-16-le")) // 2 for (v,) in rows]
    assert rows[0][0] == texts[0]
    assert all(u in (32_766, 32_767) for u in units)
    assert str(rows[1][0]).endswith("ا … [cut]")
    assert str(rows[2][0]).endswith("😀 … [cut]")
    assert said == ["2 cells cut to the 32,767 characters that Excel holds"]


def test_the_head_is_frozen_filtered_and_wide_enough() -> None:
    page = sheet([{"schema": "dip.x/1", "file": "a.txt", "text": "نص " * 200, "n": 1}])
    assert [c.value for c in page[1]] == ["file", "text", "n"]
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref == "A1:C2"
    assert page.column_dimensions["B"].width > page.column_dimensions["A"].width >= 8
    assert page.column_dimensions["B"].width < 80


def test_a_sheet_with_arabic_labels_begins_at_the_right() -> None:
    records: list[Json] = [{"speaker": "شي", "confidence": 0.9}]
    arabic, english = sheet(records, lang="ar"), sheet(records)
    assert (arabic.sheet_view.rightToLeft, [c.value for c in arabic[1]]) == (True, ["المتحدث", "الثقة"])
    assert (not english.sheet_view.rightToLeft, [c.value for c in english[1]]) == (True, ["speaker", "confidence"])
    assert [c.value for c in arabic[2]] == [c.value for c in english[2]]


def test_every_column_has_an_arabic_head() -> None:
    columns = {f.rstrip("_") for row in RECORDS.values() for f in getattr(row, "_fields", ())}
    assert columns - set(_ARABIC) == set()


def test_a_full_sheet_goes_on_in_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "MOST_ROWS", 3)
    book = openpyxl.load_workbook(io.BytesIO(written([{"n": n} for n in range(5)])))
    assert [[c.value for c in page["A"]] for page in book] == [["n", 0, 1], ["n", 2, 3], ["n", 4]]


def test_nothing_found_is_a_head_line() -> None:
    out = io.BytesIO()
    xlsx.XlsxWriter(out, WriteOptions(columns=("schema", "a"))).close()
    page = openpyxl.load_workbook(out).worksheets[0]
    assert [[c.value for c in row] for row in page.iter_rows()] == [["a"]]


def test_no_file_is_left_behind_where_it_is_interrupted(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    writer = xlsx.XlsxWriter(io.BytesIO(), WriteOptions(columns=("a",)))
    writer.write({"a": "x"})
    assert list(tmp_path.iterdir())
    del writer
    gc.collect()
    assert list(tmp_path.iterdir()) == []


def _part(data: bytes, name: str) -> bytes:
    return zipfile.ZipFile(io.BytesIO(data)).read(name)
