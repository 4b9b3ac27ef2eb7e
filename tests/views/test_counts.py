"""Leaders and themes counted over articles, and the rows of messages and summaries."""

import pytest

from dipcli.model import Article, Report
from dipcli.pipeline import parse
from dipcli.query import Query, Selection
from dipcli.rules.load import Rules
from dipcli.views.leaders import LeaderCount, LeaderRow
from dipcli.views.messages import main_points, message_rows
from dipcli.views.names import World, office_words
from dipcli.views.summary import summary_row, title_of
from dipcli.views.themes import ThemeCount
from tests.conftest import ROOT

ONE = "تونس 3 مارس 2020\n\nقال الوزير حازم العمري إن الجسر جاهز. وأضاف الوزير العمري أن الافتتاح قريب."
TWO = "قالت الوزيرة سلمى الداودي إن المصنع جاهز. وقال الوزير حازم العمري إن المصنع كبير."


def read(rules: Rules, *texts: str) -> list[Report]:
    """Reports of texts, each a day later than the one before."""
    return [parse(Article(text=t, source=f"{n}.txt", published=f"2020-03-0{n}"), rules) for n, t in enumerate(texts, 1)]


def leaders(reports: list[Report], query: Query | None = None) -> list[LeaderRow]:
    """Leaders over all reports."""
    count = LeaderCount()
    for r in reports:
        count.add(Selection(r, query or Query()))
    return count.rows()


def test_leaders_are_counted_over_articles(rules: Rules) -> None:
    rows = leaders(read(rules, ONE, TWO))
    assert [(r.name, r.said, r.articles) for r in rows] == [("حازم العمري", 3, 2), ("سلمى الداودي", 1, 1)]
    assert (rows[0].first, rows[0].last) == ("2020-03-01", "2020-03-02")
    assert rows[0].named == 3


def test_a_title_and_a_name_side_by_side_are_named_once(rules: Rules) -> None:
    (row,) = leaders(read(rules, "قال الرئيس التونسي ماهر السعدي إن الجسر جاهز."))
    assert row.named == 1


def test_filters_hold_for_the_counting(rules: Rules) -> None:
    reports = read(rules, ONE, TWO)
    assert [r.name for r in leaders(reports, Query(by=("الداودي",)))] == ["سلمى الداودي"]
    assert [(r.name, r.said) for r in leaders(reports, Query(since="2020-03-02"))] == [
        ("سلمى الداودي", 1),
        ("حازم العمري", 1),
    ]
    assert leaders(reports, Query(form=("direct",))) == []
    assert leaders(reports, Query(since="2021")) == []


def test_to_whom_and_on_what_most_first(rules: Rules) -> None:
    text = (ROOT / "samples/letters.txt").read_text(encoding="utf-8")
    first, *_ = leaders(read(rules, text))
    assert first.name == "ماهر السعدي"
    assert first.to == ["جوزيف كاماو × 3", "ناصر بن راشد × 2"]
    numbers = [int(t.rsplit(" ", 1)[1]) for t in first.themes]
    assert numbers == sorted(numbers, reverse=True) != []


def test_one_count_over_two_articles_is_the_sum_of_two(rules: Rules) -> None:
    texts = [p.read_text(encoding="utf-8") for p in sorted((ROOT / "samples").glob("*.txt"))[:4]]
    reports = read(rules, *texts)
    whole = ThemeCount()
    for r in reports:
        whole.add(Selection(r, Query()))
    parts: dict[str, int] = {}
    for r in reports:
        one = ThemeCount()
        one.add(Selection(r, Query()))
        for row in one.rows():
            parts[row.theme] = parts.get(row.theme, 0) + row.statements
    assert {r.theme: r.statements for r in whole.rows()} == parts
    assert parts
    numbers = [r.statements for r in whole.rows()]
    assert numbers == sorted(numbers, reverse=True)


def test_points_of_a_message_are_what_was_said_in_it(rules: Rules) -> None:
    text = (ROOT / "samples/letters.txt").read_text(encoding="utf-8")
    (report,) = read(rules, text)
    rows = list(message_rows(Selection(report, Query()), "k"))
    assert [len(r.points) for r in rows] == [len(m.statements) for m in report.messages]
    assert all(p in text for r in rows for p in r.points)
    assert all(r.from_ and r.to and r.kind == "letter" for r in rows)


def test_main_points_keep_the_text_order(rules: Rules) -> None:
    (report,) = read(rules, (ROOT / "samples/letters.txt").read_text(encoding="utf-8"))
    for message in report.messages:
        points = main_points(report, message, 2)
        assert 1 <= len(points) <= 2
        assert [p.id for p in points] == [i for i in message.statements if i in {p.id for p in points}]


def test_a_summary_holds_its_tables(rules: Rules) -> None:
    (report,) = read(rules, (ROOT / "samples/letters.txt").read_text(encoding="utf-8"))
    row = summary_row(report, "k")
    assert row.title == title_of(report)
    assert row.title
    assert len(row.messages) == 4
    assert sum(r.said for r in row.leaders) == len(report.statements)
    assert row.summary


def test_the_container_has_the_first_word_on_the_title(rules: Rules) -> None:
    report = parse(Article(text="عنوان في النص\n\nقال الوزير إن الجسر جاهز.", title="عنوان آخر"), rules)
    assert title_of(report) == "عنوان آخر"
    assert title_of(parse(Article(text=""), rules)) is None


@pytest.mark.parametrize(
    ("code", "lang", "name"), [("TN", "en", "Tunisia"), ("TN", "ar", "تونس"), ("ZZ", "en", "ZZ"), (None, "en", None)]
)
def test_countries_go_by_name_and_unknown_codes_by_themselves(
    rules: Rules, code: str | None, lang: str, name: str | None
) -> None:
    assert World(rules).country(code, lang) == name


def test_office_and_country_are_one_phrase() -> None:
    assert office_words("الرئيس", "president", "Tunisia", "en") == "President, Tunisia"
    assert office_words("الرئيس\nالأول", "first president", "تونس", "ar") == "الرئيس الأول، تونس"
    assert office_words(None, None, None, "en") == ""


def test_namesakes_of_two_countries_stay_two(rules: Rules) -> None:
    texts = ("قال الوزير التونسي حازم العمري إن الجسر جاهز.", "قال الوزير المغربي حازم العمري إن الجسر جاهز.")
    assert [(r.name, r.country, r.said) for r in leaders(read(rules, *texts))] == [
        ("حازم العمري", "TN", 1), ("حازم العمري", "MA", 1),
    ]  # fmt: skip


def test_a_country_that_one_article_leaves_out_is_filled_in(rules: Rules) -> None:
    texts = ("قال الوزير حازم العمري إن الجسر جاهز.", "قال الوزير التونسي حازم العمري إن الجسر جاهز.")
    for order in (texts, texts[::-1]):
        assert [(r.country, r.said) for r in leaders(read(rules, *order))] == [("TN", 2)]


def test_a_known_person_is_one_in_any_spelling(rules: Rules) -> None:
    texts = (
        "قال الرئيس الكازاخي قاسم جومارت توقاييف إن الجسر جاهز.",
        "قال الرئيس الكازاخستاني قاسم جومارت توكاييف إن الجسر جاهز.",
    )
    assert [(r.name_en, r.said, r.articles) for r in leaders(read(rules, *texts))] == [("Kassym-Jomart Tokayev", 2, 2)]
