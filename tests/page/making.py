"""Pages made in the tests, and what is needed for it."""

import importlib.util
import os
from collections.abc import Iterable
from functools import lru_cache

import pytest

from dipcli.model import Article, Report
from dipcli.pipeline import parse
from dipcli.query import Query, Selection, aliases_from, spelling
from dipcli.rules.load import load_rules
from tests.conftest import ROOT

EXTRAS = ("jinja2", "vl_convert")


def need_extras() -> None:
    """Skip the module where the extra is not installed; fail in CI."""
    missing = [m for m in EXTRAS if importlib.util.find_spec(m) is None]
    if missing and os.environ.get("CI") == "true":
        pytest.fail(f"{', '.join(missing)}: needed in CI", pytrace=False)
    if missing:
        pytest.skip(f"{', '.join(missing)} missing: pip install 'dipcli[page]'", allow_module_level=True)


def report(text: str, source: str = "a.txt", published: str | None = None) -> Report:
    """The report of a text."""
    return parse(Article(text=text, source=source, published=published), load_rules())


@lru_cache(maxsize=1)
def samples() -> tuple[Report, ...]:
    """Reports of the sample articles."""
    paths = sorted((ROOT / "samples").glob("*.txt"))
    return tuple(report(p.read_text(encoding="utf-8"), f"samples/{p.name}") for p in paths)


def made(reports: Iterable[Report], lang: str = "en", query: Query | None = None) -> str:
    """The page of these reports as text."""
    from dipcli.outputs.page.build import page
    from dipcli.views.names import World
    from dipcli.views.page import Collector

    rules = load_rules()
    collected = Collector(lang, World(rules), aliases_from(rules), spelling())
    selections = (Selection(r, query or Query(), aliases_from(rules)) for r in reports)
    return page(collected, collected.read(selections)).decode()
