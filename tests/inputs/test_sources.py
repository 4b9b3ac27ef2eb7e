"""Files, folders, standard input and records: in order, one article after the other, failures among them."""

import io
import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipcli.inputs.decode import LONGEST
from dipcli.inputs.errors import InputError
from dipcli.inputs.fields import DATE_FIELDS, OUTLET_FIELDS, TITLE_FIELDS
from dipcli.inputs.opened import Opened
from dipcli.inputs.options import ReadOptions
from dipcli.inputs.readers import READERS, reader_for
from dipcli.inputs.sources import expand, read
from dipcli.inputs.telling import TEXT_FIELDS
from dipcli.model import Article
from tests.conftest import ROOT

BODY = "قال الوزير حازم العمري إن الجسر جاهز."


def articles(data: bytes, **options: Any) -> list[Article | InputError]:
    """What standard input gives."""
    return list(read("-", ReadOptions(**options), io.BytesIO(data)))


def only(data: bytes, **options: Any) -> Article:
    """The one article of an input."""
    (article,) = articles(data, **options)
    assert isinstance(article, Article)
    return article


# -- what an input is --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ('{"text": "x"}', "json"),
        ('\ufeff\n [ {"text"', "json"),
        ("{", "json"),
        ("[]", "json"),
        ("[صورة] الرئيس", "text"),
        ("{الرئيس}", "text"),
        ("قال", "text"),
        ("", "text"),
    ],
)
def test_told_by_content(head: str, name: str) -> None:
    opened = Opened("x", io.BytesIO(head.encode()))
    assert reader_for(opened.opening(None), ReadOptions()).name == name


def test_every_ending_belongs_to_one_format() -> None:
    endings = [e for f in READERS.values() for e in f.endings]
    assert len(endings) == len(set(endings))
    assert all(e.startswith(".") for e in endings)


def test_text_is_untouched() -> None:
    text = "  سطر\r\nآخر\tـَ \u200f\n\n"
    assert only(text.encode()).text == text


@given(st.binary(max_size=200))
def test_any_bytes_are_articles_or_errors(data: bytes) -> None:
    try:
        found = articles(data)
    except InputError:
        return
    assert found


# -- records -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("layout", ["lines", "array", "indented array"])
def test_records_count_from_one(layout: str) -> None:
    records = [{"text": f"{BODY} {n}"} for n in range(3)]
    data = (
        "\n".join(map(json.dumps, records)) + "\n"
        if layout == "lines"
        else json.dumps(records, indent=2 if "indented" in layout else None)
    )
    found = articles(data.encode())
    assert [a.source for a in found] == ["-#1", "-#2", "-#3"]
    assert [a.text for a in found if isinstance(a, Article)] == [r["text"] for r in records]


def test_one_object_is_one_article() -> None:
    article = only(json.dumps({"headline": "خبر", "articleBody": BODY}, indent=1).encode())
    assert article.text == f"خبر\n\n{BODY}"
    assert article.title == "خبر"


@pytest.mark.parametrize(
    ("date", "published"),
    [
        ("2021-03-04T10:00:00Z", "2021-03-04"),
        ("2021-03", "2021-03"),
        ("2021", "2021"),
        ("Thu, 4 Mar 2021 10:00:00 +0300", "2021-03-04"),
        ("March 4, 2021", "2021-03-04"),
        ("2021/3/4", "2021-03-04"),
        ("٢٠٢١-٠٣-٠٤", "2021-03-04"),
        ("14/03/2021", "2021-03-14"),
        ("03/14/2021", "2021-03-14"),
        ("03/04/2021", None),
        ("2021-13-04", None),
        ("Thu", None),
        ("20210304", None),
        (1614816000, None),
        (None, None),
    ],
)
def test_dates_are_iso_or_none(date: object, published: str | None) -> None:
    article = only(json.dumps({"text": BODY, "date": date}).encode())
    assert article.published == published
    assert article.published_from == ("metadata" if published else None)


def test_fields_can_be_named() -> None:
    data = json.dumps({"text": "no", "corps": BODY, "titre": "خبر", "jour": "2020-02-01"}).encode()
    article = only(data, text_field="corps", title_field="titre", date_field="jour")
    assert (article.text, article.published) == (f"خبر\n\n{BODY}", "2020-02-01")


def test_a_bad_record_does_not_end_the_reading() -> None:
    lines = [
        json.dumps({"text": BODY}),
        '{"text": ',
        "[1]",
        json.dumps({"no": 1}),
        json.dumps({"text": ""}),
        json.dumps({"text": BODY}),
    ]
    found = articles("\n".join(lines).encode())
    assert [isinstance(a, Article) for a in found] == [True, False, False, False, False, True]
    assert found[-1].source == "-#6"
    assert "line 2" in str(found[1])
    assert "--text-field" in str(found[3])


def test_lines_come_out_before_the_end_is_there() -> None:
    class Slow(io.RawIOBase):
        """A pipe whose writer stops after the first record."""

        def __init__(self) -> None:
            self.lines = [json.dumps({"text": BODY}).encode() + b"\n"]

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Any) -> int:
            assert self.lines, "asked for more before the first record was out"
            line = self.lines.pop()
            buffer[: len(line)] = line
            return len(line)

    first = next(read("-", ReadOptions(), io.BufferedReader(Slow())))
    assert isinstance(first, Article)


# -- files and folders -------------------------------------------------------------------------------------------------


def test_folders_are_walked_in_order(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "a.txt", "a/x.jsonl", "c.pdf"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    found = [str(Path(str(x)).relative_to(tmp_path)) for x in expand([str(tmp_path)])]
    assert found == ["a.txt", "a/x.jsonl", "b/1.txt", "b/2.txt"]
    assert [Path(str(x)).name for x in expand([str(tmp_path)], ("*.pdf",))] == ["c.pdf"]


def test_compressed_files_and_capitals_are_taken_too(tmp_path: Path) -> None:
    for name in ("a.TXT", "b.jsonl.gz", "c.txt.ZST", "d.gz", "e.txt.bak"):
        (tmp_path / name).write_text("x")
    assert [Path(str(x)).name for x in expand([str(tmp_path)])] == ["a.TXT", "b.jsonl.gz", "c.txt.ZST"]


def test_a_pattern_that_the_shell_left_alone(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "a[1].txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    found = expand([f"{tmp_path}/**/[12].txt", f"{tmp_path}/a[1].txt", f"{tmp_path}/?"])
    assert [str(Path(str(x)).relative_to(tmp_path)) for x in found] == [
        "b/1.txt",
        "b/2.txt",
        "a[1].txt",
        "b/1.txt",
        "b/2.txt",
    ]
    (error,) = expand([f"{tmp_path}/*.pdf"])
    assert isinstance(error, InputError)
    assert error.reason == "no file matches this pattern"


def test_pipes_and_loops_in_a_folder_are_no_trap(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    found = list(expand([str(tmp_path)]))
    assert isinstance(found[0], InputError)
    assert "no regular file" in found[0].reason
    assert found[1:] == [str(tmp_path / "self.txt")]
    with pytest.raises(InputError, match="cannot be read: Too many"):
        list(read(str(found[1]), ReadOptions()))


def test_a_folder_without_anything_to_read_is_an_error(tmp_path: Path) -> None:
    (found,) = expand([str(tmp_path)])
    assert isinstance(found, InputError)
    assert "--glob" in found.reason


def test_names_that_are_no_folder_are_left_alone() -> None:
    assert list(expand(["-", "gone.txt", "-"])) == ["-", "gone.txt", "-"]


@pytest.mark.parametrize(("name", "said"), [("gone.txt", "no such file"), ("a\0b", "cannot be opened")])
def test_what_cannot_be_opened_says_why(tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        list(read(str(tmp_path / name), ReadOptions()))


def test_closed_standard_input_is_an_error() -> None:
    with pytest.raises(InputError, match="closed"):
        list(read("-", ReadOptions(), None))


def test_a_file_too_long_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    with path.open("wb") as f:
        f.write("قال ".encode() * (LONGEST // 4 + 10))
        f.truncate(10_000_000_000)  # sparse: nobody could read it in the time of a test
    (error,) = read(str(path), ReadOptions())
    assert isinstance(error, InputError)
    assert "too long for one article" in error.reason


def test_the_docs_name_the_fields_that_are_known() -> None:
    page = (ROOT / "docs/inputs.md").read_text(encoding="utf-8").lower()
    for field in (*TEXT_FIELDS, *TITLE_FIELDS, *OUTLET_FIELDS, *(f for f in DATE_FIELDS if f != "publishedat")):
        assert field in page, field
