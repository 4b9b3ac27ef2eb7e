"""What many tests need: the rules, loaded once, and where the shared material lies."""

import os
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from dipcli.evaluation.annotations import Annotation, annotated_names, read_annotation
from dipcli.model import Article, Report
from dipcli.outputs.wire import report_to_wire
from dipcli.pipeline import parse
from dipcli.rules.load import Rules, load_rules

ROOT = Path(__file__).resolve().parent.parent
OWN_GOLD = ROOT / "tests/gold/dev"


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


class Gold(NamedTuple):
    """Annotated articles, and the JSON report that the program makes of each, in the same order."""

    folder: Path
    annotations: list[Annotation]
    records: list[dict[str, Any]]


def _gold(folder: Path, rules: Rules) -> Gold:
    annotations = [read_annotation(folder, name) for name in annotated_names(folder)]
    articles = (Article(text=a.text, source=f"{a.name}.txt") for a in annotations)
    return Gold(folder, annotations, [dict(report_to_wire(parse(a, rules))) for a in articles])


@pytest.fixture(scope="session")
def own_gold(rules: Rules) -> Gold:
    """The annotated articles of the project, read once."""
    return _gold(OWN_GOLD, rules)


@pytest.fixture(scope="session")
def whole_gold(shared: Path, rules: Rules) -> Gold:
    """All annotated articles of the shared material, read once."""
    return _gold(shared / "gold/dev", rules)
