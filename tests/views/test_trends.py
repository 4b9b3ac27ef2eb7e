"""Bars over time: as high as the counts, first month where reading begins."""

from dipcli.model import Article
from dipcli.pipeline import parse
from dipcli.query import Query, Selection
from dipcli.rules.load import Rules
from dipcli.views.timeline import TimelineCount
from dipcli.views.trends import Trend, trends_grid
from tests.conftest import ROOT

TRENDS = [
    Trend("kind", "a", "أ", "a", (("2022-01", 1), ("2022-03", 14))),
    Trend("kind", "b", "ب", None, (("2022-02", 7),)),
]


def _cells(lang: str, *, each: bool = False) -> list[list[str]]:
    return [[c.text for c in row.cells] for row in trends_grid(TRENDS, lang, title="", head="", each=each).rows]


def test_time_runs_the_way_people_read() -> None:
    assert _cells("en") == [["a", "▁ ▇", "15"], ["ب", " ▄ ", "7"]]
    assert _cells("ar") == [["أ", "▇ ▁", "15"], ["ب", " ▄ ", "7"]]
    assert trends_grid(TRENDS, "en", title="", head="").heads[1] == "2022-01 – 2022-03"


def test_each_row_can_have_its_own_measure() -> None:
    assert [row[1] for row in _cells("en", each=True)] == ["▁ ▇", " ▇ "]


def test_the_timeline_counts_by_month_what_it_lists(rules: Rules) -> None:
    text = (ROOT / "samples/letters.txt").read_text(encoding="utf-8")
    count = TimelineCount()
    for date in ("2021-03-01", "2021-03-09", "2021-05"):
        count.add(Selection(parse(Article(text=text, published=date, published_from="metadata"), rules), Query()))
    report = parse(Article(text=text), rules)
    rows = {row.cells[0].text: row.cells for row in count.by_month("en").rows}
    letters = sum(m.kind == "letter" for m in report.messages)
    assert rows["letter"][2].text == str(3 * letters)
    assert rows["statements"][2].text == str(3 * len(report.statements))
    assert rows["letter"][1].text == rows["statements"][1].text == "▇ ▄"
    assert len(count.rows()) == 3 * len(report.messages)


def test_nothing_dated_has_no_bars(rules: Rules) -> None:
    count = TimelineCount()
    count.add(Selection(parse(Article(text="قال الوزير إن القمة أجلت."), rules), Query()))
    assert count.by_month("en").rows == ()
