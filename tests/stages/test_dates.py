"""When an article was published, by its own words: the tests of the data table, and what must not be taken."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from dipcli.model import Article
from dipcli.pipeline import parse
from dipcli.rules.load import Rules
from dipcli.stages.calendar import from_hijri

DATA = Path(__file__).resolve().parents[2] / "dipcli" / "rules" / "data" / "dates.toml"
TESTS = tomllib.loads(DATA.read_text(encoding="utf-8"))["test"]


@pytest.mark.parametrize("case", [t for t in TESTS if "example" in t])
def test_the_date_is_found(rules: Rules, case: dict[str, Any]) -> None:
    article = parse(Article(text=case["example"]), rules).article
    assert (article.published, article.published_from) == (case["published"], case["source"])


@pytest.mark.parametrize("case", [t for t in TESTS if "counter" in t])
def test_no_date_is_taken(rules: Rules, case: dict[str, Any]) -> None:
    article = parse(Article(text=case["counter"]), rules).article
    assert (article.published, article.published_from) == (None, None), case["why"]


def test_what_the_container_says_comes_first(rules: Rules) -> None:
    given = Article(text=TESTS[0]["example"], published="2020-01-01", published_from="metadata")
    assert parse(given, rules).article.published == "2020-01-01"


def test_every_month_has_its_names() -> None:
    months = tomllib.loads(DATA.read_text(encoding="utf-8"))["months"]
    assert sorted(map(int, months)) == list(range(1, 13))
    names = [n for ns in months.values() for n in ns]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("words", "published"),
    [
        ("الاثنين 3 يناير 2022", "2022-01-03"),
        ("٣ كانون الثاني ٢٠٢٢ - ١٠:٣٠", "2022-01-03"),
        ("3 جانفي 2022م", "2022-01-03"),
        ("نشر في 30 جمادى الأولى 1443 هـ الموافق 3 يناير 2022", "2022-01-03"),
        ("30 جمادى الأولى 1443", "2022-01-03"),
        ("الاثنين", None),
        ("يناير 2022", None),
        ("", None),
    ],
)
def test_the_containers_words_are_read_first(rules: Rules, words: str, published: str | None) -> None:
    article = parse(Article(text="قال الوزير إن الجسر جاهز.", date_words=words), rules).article
    assert (article.published, article.published_from) == (published, "metadata" if published else None)


def test_the_table_of_hijri_months_has_no_gap(rules: Rules) -> None:
    years = rules.lexicon.lists["dates"]["hijri_years"]
    for year in range(1343, 1500):
        last = from_hijri(years, year, 12, 28 + int(years[str(year)][1][11]))
        first = from_hijri(years, year + 1, 1, 1)
        assert last is not None
        assert first is not None
        assert (first - last).days == 1


@pytest.mark.parametrize("day", ["9" * 20, "9" * 5000, "²", "³²", "①", "000"])
def test_digits_that_are_no_day(rules: Rules, day: str) -> None:
    for text in (f"{day} مارس 2021", f"{day}/{day}/2021", f"2021/{day}/{day}", f"{day} محرم 1443هـ", f"3 مارس {day}"):
        assert parse(Article(text=f"تونس في {text}"), rules).article.published is None
