"""What many tests need: the rules, loaded once, and where the shared material lies."""

import os
from pathlib import Path

import pytest

from dipcli.model import Article, Report
from dipcli.pipeline import parse
from dipcli.rules.load import Rules, load_rules

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def rules() -> Rules:
    """The rules of the package."""
    return load_rules()


@pytest.fixture(scope="session")
def read(rules: Rules):  # type: ignore[no-untyped-def]
    """A function from text to report."""

    def run(text: str) -> Report:
        return parse(Article(text=text), rules)

    return run


def shared_folder() -> Path | None:
    """The shared material: DIP_SHARED, else ../shared; None where neither is there."""
    folder = Path(os.environ.get("DIP_SHARED") or ROOT.parent / "shared")
    return folder if (folder / "gold").is_dir() else None


@pytest.fixture(scope="session")
def shared() -> Path:
    """The shared material; the test is skipped where it is not there, and fails in CI."""
    folder = shared_folder()
    if folder is None:
        if os.environ.get("CI") == "true":
            pytest.fail("DIP_SHARED or ../shared is needed in CI")
        pytest.skip("the annotated articles are not here (DIP_SHARED)")
    return folder
