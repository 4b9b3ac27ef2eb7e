"""dip search through the real command."""

import json
from pathlib import Path

import jsonschema
import pytest

from dipcli.outputs.schema import schema
from tests.cli.running import dip, rows_of

_TEXT = (
    "قمة في العاصمة تبحث ملف المياه\n\nقال رئيس الوزراء الأردني سامر النجار إن المياه حق لكل دول المنطقة. وأضاف أن رؤساء "
    "الوفود اتفقوا على لجنة مشتركة.\nوقال وزير الري إن للرئيسين رأيا واحدا في ذلك، وإن الدولتين ستوقعان اتفاقا للمياه "
    "في الشهر المقبل بعد أن تنتهي اللجان الفنية من عملها في وضع الخرائط وتقدير الكميات وتوزيعها على المدن والقرى."
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("search")
    records = [
        {"text": _TEXT, "title": "قمة المياه", "date": "2024-05-01", "source": "الصحيفة"},
        {"text": _TEXT.replace("قمة في العاصمة", "اجتماع في المدينة"), "title": "اجتماع", "date": "2024-05-02"},
        {"text": "قال سيرغي لافروف إن الدور الروسي قائم، والدورة المقبلة في موسكو.", "title": "لافروف", "date": "2023"},
        {"text": "قال الرئيس إن الرئيسين اتفقا.", "title": "بلا تاريخ"},
    ]
    lines = "\n".join(json.dumps(r, ensure_ascii=False) for r in records)
    (folder / "news.jsonl").write_text(lines, encoding="utf-8")
    path = str(folder / "a.db")
    assert dip("index", str(folder / "news.jsonl"), "--db", path).returncode == 0
    return path


def test_a_hit_says_what_matched_and_where(archive: str) -> None:
    rows = rows_of(dip("search", "رئيس", "--db", archive).stdout)
    assert [(Path(r["file"]).name, r["line"], r["spellings"]) for r in rows] == [
        ("news.jsonl#1", 5, ["رئيس", "رؤساء"][:1]),
        ("news.jsonl#1", 5, ["رؤساء"]),
        ("news.jsonl#1", 6, ["للرئيسين"]),
        ("news.jsonl#4", 3, ["الرئيس", "الرئيسين"]),
    ]
    for row in rows:
        jsonschema.validate(row, schema("hit"))
        assert [row["text"][a:b] for a, b in row["matches"]] == row["spellings"]
    assert rows[0]["title"] == "قمة المياه"
    assert rows[0]["published"] == "2024-05-01"
    assert [Path(o).name for o in rows[0]["others"]] == ["news.jsonl#2"]


def test_reprints_phrases_dates_and_letters(archive: str) -> None:
    def files(*args: str) -> list[str]:
        return [Path(r["file"]).name[-1] for r in rows_of(dip("search", *args, "--db", archive).stdout)]

    assert files("رؤساء الوفود") == ["1"]
    assert files("رؤساء الوفود", "--reprints") == ["2", "1"]
    assert files("رؤساء الوفود", "--reprints", "--sort", "date") == ["1", "2"]
    assert files("الوفود رؤساء") == []
    assert files("رئيس", "الدولتان", "--limit", "1") == ["1"]
    assert files("رئيس", "--until", "2023") == []
    assert files("رئيس", "--until", "2023", "--undated") == ["4"]
    assert files("lavrov") == ["3", "3"]
    assert files("دور") == ["3"]
    assert files("الرئيس", "--sort", "rank")[0] == "4"


def test_counts_files_and_statuses(archive: str) -> None:
    assert dip("search", "رئيس", "--db", archive, "--count").stdout == b"4\n"
    assert dip("search", "رئيس", "--db", archive, "--files-with-matches").stdout.count(b"\n") == 2
    none = dip("search", "برتقالة", "--db", archive)
    assert (none.returncode, none.stdout) == (1, b"")
    assert "برتقالة" in none.stderr.decode()
    assert dip("search", "برتقالة", "--db", archive, "--exit-zero").returncode == 0
    undated = dip("search", "رئيس", "--db", archive, "--since", "2020")
    assert b"1 undated article left out" in undated.stderr
    assert dip("search", "رئيس", DIP_DB=archive).returncode == 0
    assert dip("search", "رئيس", "--db", "/nowhere/a.db").returncode == 2


@pytest.mark.parametrize("name", ["csv", "tsv", "markdown", "json", "ndjson"])
def test_formats(archive: str, name: str) -> None:
    out = dip("search", "رئيس", "--db", archive, "--format", name).stdout.decode()
    assert "للرئيسين" in out


@pytest.mark.parametrize("mode", ["visual", "logical", "records"])
def test_a_table_heads_each_article_once_and_marks_what_matched(archive: str, mode: str) -> None:
    out = dip(
        "search", "رئيس", "--db", archive, "-f", "table", "--bidi", mode, "--lang", "en", COLUMNS="100"
    ).stdout.decode()
    assert out.count("2024-05-01") == 1
    assert "also in" in out
    assert "4 sentences in 2 articles" in out
    if mode == "logical":
        assert "‹للرئيسين›" in out


def test_who_said_by_rank_gives_what_is_most_about_the_words(tmp_path: Path) -> None:
    long = "قال الوزير إن المياه شحيحة هذا العام، وإن الحكومة تدرس خططا كثيرة في مجالات الزراعة والصناعة والنقل والسكن."
    short = "قال النائب إن المياه حق."
    (tmp_path / "a.txt").write_text(f"{long}\n{short}", encoding="utf-8")
    rows = rows_of(dip("who-said", "المياه", str(tmp_path / "a.txt")).stdout)
    ranked = rows_of(dip("who-said", "المياه", str(tmp_path / "a.txt"), "--sort", "rank").stdout)
    assert [r["line"] for r in rows] == [1, 2]
    assert [r["line"] for r in ranked] == [2, 1]
