"""One Chromium for all tests of the page, and the pages that they open."""

import importlib.util
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.page.browser import Browser


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[Browser]":
    """The browser; skipped where it is missing, which fails in CI."""
    if importlib.util.find_spec("selenium") is None:
        if os.environ.get("CI") == "true":
            pytest.fail("selenium is needed in CI", pytrace=False)
        pytest.skip("selenium is missing")
    from tests.page.browser import Browser, need_chromium

    made = Browser(need_chromium(), tmp_path_factory.mktemp("profile"))
    yield made
    made.close()


@pytest.fixture(scope="session")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> "Callable[..., Path]":
    """Pages of the dated articles as files, each made once: ``page_file("ar", held=True)``."""
    from tests.page.making import dated, made

    folder = tmp_path_factory.mktemp("pages")

    def page(lang: str = "en", *, held: bool = False, few: bool = False) -> Path:
        path = folder / f"{lang}{'-held' if held else ''}{'-few' if few else ''}.html"
        if not path.exists():
            path.write_text(made(dated()[:12] if few else dated(), lang, held=held), encoding="utf-8")
        return path

    return page
