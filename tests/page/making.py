"""Pages made in the tests, and what is needed for it."""

import importlib.util
import os
from collections.abc import Iterable
from functools import lru_cache

import pytest

from dipcli.model import Article, Report
from dipcli.pipeline import parse
from dipcli.query import Aliases, Query, Selection, aliases_from, spelling
from dipcli.rules.load import Rules, load_rules
from tests.conftest import ROOT

EXTRAS = ("jinja2", "vl_convert")


def need_extras() -> None:
    """Skip the module where the extra is not installed; fail in CI."""
    missing = [m for m in EXTRAS if importlib.util.find_spec(m) is None]
    if missing and os.environ.get("CI") == "true":
        pytest.fail(f"{', '.join(missing)}: needed in CI", pytrace=False)
    if missing:
        pytest.skip(f"{', '.join(missing)} missing: pip install 'dipcli[page]'", allow_module_level=True)


@lru_cache(maxsize=1)
def rules() -> Rules:
    """The rules, loaded once."""
    return load_rules()


@lru_cache(maxsize=1)
def aliases() -> Aliases:
    """Names as the rules list them, looked up once."""
    return aliases_from(rules())


def report(text: str, source: str = "a.txt", published: str | None = None) -> Report:
    """The report of a text."""
    return parse(Article(text=text, source=source, published=published), rules())


@lru_cache(maxsize=1)
def samples() -> tuple[Report, ...]:
    """Reports of the sample articles."""
    paths = sorted((ROOT / "samples").glob("*.txt"))
    return tuple(report(p.read_text(encoding="utf-8"), f"samples/{p.name}") for p in paths)


@lru_cache(maxsize=1)
def dated() -> tuple[Report, ...]:
    """Reports of the sample articles and of the annotated ones, over two months; the last ones without a date."""
    paths = [*sorted((ROOT / "samples").glob("*.txt")), *sorted((ROOT / "tests/gold/dev/texts").glob("*.txt"))]
    days = [f"2024-{1 + n // 12:02}-{1 + n * 2 % 28:02}" for n in range(len(paths) - 3)] + [None] * 3
    return tuple(report(p.read_text(encoding="utf-8"), p.name, day) for p, day in zip(paths, days, strict=True))


def made(reports: Iterable[Report], lang: str = "en", query: Query | None = None, *, held: bool = False) -> str:
    """The page of these reports as text, ``held`` back like a large one's."""
    from dipcli.outputs.page.build import page
    from dipcli.views.names import World
    from dipcli.views.page import Collector

    collected = Collector(lang, World(rules()), aliases(), spelling())
    selections = (Selection(r, query or Query(), aliases()) for r in reports)
    return page(collected, collected.read(selections), most_at_once=0 if held else 10**9).decode()
