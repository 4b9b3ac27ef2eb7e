"""axe-core over the page: nothing serious, in both languages, at both widths, dark and light, with everything open."""

import importlib.util
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.page.making import need_extras

if TYPE_CHECKING:
    from tests.page.browser import Browser

need_extras()
RUN = """
const done = arguments[0];
axe.run({ resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"] }).then((r) => done(
  [r.testEngine.version, r.violations.map((v) => [v.impact, v.id, v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160) + " " + n.failureSummary)]), r.passes.length]));"""


def axe() -> str:
    """The source of axe-core: DIP_AXE, else as axe-playwright-python carries it (pip install --no-deps is enough)."""
    found = importlib.util.find_spec("axe_playwright_python")
    folder = Path(found.submodule_search_locations[0]) if found and found.submodule_search_locations else None
    path = Path(os.environ["DIP_AXE"]) if os.environ.get("DIP_AXE") else folder and folder / "axe.min.js"
    if path is None or not path.exists():
        if os.environ.get("CI") == "true":
            pytest.fail("axe-core is needed in CI (DIP_AXE)", pytrace=False)
        pytest.skip("axe-core is missing: pip install --no-deps axe-playwright-python, or DIP_AXE=FOLDER/axe.min.js")
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("lang", "width", "dark", "held"), [("en", 1440, False, False), ("ar", 390, True, False), ("ar", 1440, False, True), ("en", 390, True, True)]
)  # fmt: skip
def test_axe_finds_nothing(
    browser: "Browser", page_file: Callable[..., Path], lang: str, width: int, dark: bool, held: bool
) -> None:
    browser.size(width)
    browser.media(dark=dark)
    browser.open(page_file(lang, held=held, few=True))
    browser.run("document.querySelectorAll('details').forEach((d) => d.open = !d.id || ['a0', 'a10'].includes(d.id))")
    browser.run("document.querySelectorAll('#s0 .why, #s1 .why, #m0').forEach((b) => b.click())")
    browser.run(
        "const t = document.getElementById('f-since'); t.value = 'x'; t.dispatchEvent(new Event('input', { bubbles: true }))"
    )
    browser.run(axe())
    answer: list[Any] = browser.driver.execute_async_script(RUN)
    version, found, passed = answer
    assert version
    assert passed > 20
    assert found == []
    browser.media()
