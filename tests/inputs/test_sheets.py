"""CSV and TSV as spreadsheets and databases write them: one row, one article."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipcli.inputs.errors import InputError
from dipcli.inputs.sheets import _LONGEST_CELL
from dipcli.model import Article
from tests.inputs.reading import BODY, only, outcomes, reason


def table(rows: list[list[str]], delimiter: str = ",", **options: str) -> str:
    """Rows as a spreadsheet writes them."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, **options).writerows(rows)  # type: ignore[arg-type]
    return out.getvalue()


ROWS = [["id", "title", "text", "date"], ["7", "خبر", BODY, "2021-03-04"], ["8", "", f"«{BODY}»", ""]]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
def test_one_row_one_article(delimiter: str, codec: str) -> None:
    first, second = outcomes(table(ROWS, delimiter).encode(codec))
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.source, first.title, first.text, first.published) == ("-#1", "خبر", f"خبر\n\n{BODY}", "2021-03-04")
    assert (second.source, second.title, second.text, second.published) == ("-#2", None, f"«{BODY}»", None)


def test_excels_first_line_and_old_line_ends() -> None:
    data = "sep=;\r\n" + table(ROWS, ";")
    assert [x.source for x in outcomes(data.encode("utf-8-sig"))] == ["-#1", "-#2"]
    assert len(outcomes("title;text\rأ;ب\rت;ث\r".encode())) == 2


def test_columns_by_other_names() -> None:
    data = table([["المصدر", "العنوان", "النص", "تاريخ النشر"], ["وكالة", "خبر", BODY, "٤ آذار ٢٠٢١"]])
    article = only(data.encode())
    assert (article.outlet, article.title, article.published, article.date_words) == (
        "وكالة",
        "خبر",
        None,
        "٤ آذار ٢٠٢١",
    )
    named = table([["a", "Corps", "jour"], ["1", BODY, "2020"]])
    assert only(named.encode(), text_field="corps", date_field="jour").published == "2020"


def test_a_column_that_is_not_there() -> None:
    data = table([["id", "text"], ["1", BODY]]).encode()
    assert reason(data, title_field="titel") == "no column titel (--title-field); there are id, text"


def test_a_file_called_so_is_one(tmp_path) -> None:  # type: ignore[no-untyped-def]
    from dipcli.inputs.options import ReadOptions
    from dipcli.inputs.sources import read

    path = tmp_path / "a.CSV"
    path.write_text(table([["a", "b"], ["1", "2"]]), encoding="utf-8")
    with pytest.raises(InputError, match=r"name it with --text-field \(a, b\)"):
        list(read(str(path), ReadOptions()))


@pytest.mark.parametrize("line", ["قال، وأضاف: text", "text", "text of a letter, and more", "قال; وأضاف"])
def test_a_sentence_is_no_row_of_names(line: str) -> None:
    assert only(f"{line}\n{BODY}".encode()).text == f"{line}\n{BODY}"


def test_a_bad_row_does_not_end_the_reading() -> None:
    found = outcomes(table([["id", "text"], ["1", "أ"], [], ["2"], ["3", " "], ["4", "ب", "more"]]).encode())
    assert [isinstance(x, Article) for x in found] == [True, False, False, True]
    assert [x.source for x in found] == ["-#1", "-#2", "-#3", "-#4"]
    assert str(found[1]).startswith("-#2: line 4: no text in")


def test_long_cells() -> None:
    assert len(only(table([["id", "text"], ["1", "ا" * 300_000]]).encode()).text) == 300_000
    found = outcomes(table([["id", "text"], ["1", "أ"], ["2", "ا" * (_LONGEST_CELL + 1)]]).encode())
    assert "cell too long" in str(found[-1])
    assert isinstance(found[0], Article)


def test_a_quotation_mark_that_is_not_closed() -> None:
    assert only(b'id,text\n1,"a\n2,b\n').text == "a\n2,b\n"


def test_nothing_behind_the_names() -> None:
    assert "no row" in reason(b"id,text\n")


@given(st.lists(st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0\x06"), min_size=1)))
def test_what_is_read_is_what_was_written(texts: list[str]) -> None:
    data = table([["id", "text"], *([str(n), t] for n, t in enumerate(texts))])
    found = [x.text for x in outcomes(data.encode()) if isinstance(x, Article)]
    assert found == [t for t in texts if t.strip()]
