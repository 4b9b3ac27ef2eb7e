"""When an article was published, by its own words: the tests of the data table, and what must not be taken."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from dipcli.model import Article
from dipcli.pipeline import parse
from dipcli.rules.load import Rules

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
