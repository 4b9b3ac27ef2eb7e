"""An article says the same whatever it comes in. On a hundred articles: ``tools/round_trip.py``."""

from pathlib import Path

import pytest

from dipcli.rules.load import Rules
from tests.conftest import OWN_GOLD, ROOT
from tests.inputs.containers import EXACT, article_of, but_white_space, findings, page
from tests.inputs.reading import ZSTD, needs

PATHS = [*sorted((ROOT / "samples").glob("*.txt"))[:5], *sorted((OWN_GOLD / "texts").glob("*.txt"))[:3]]
WAYS = [pytest.param(way, marks=needs(ZSTD, "zstd")) if way == "zstd" else way for way in EXACT]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("path", PATHS, ids=[p.stem for p in PATHS])
def test_the_same_in_every_container(rules: Rules, path: Path, way: str) -> None:
    text = path.read_text(encoding="utf-8")
    article = article_of(EXACT[way](text))
    assert getattr(article, "text", str(article)) == text


@needs("trafilatura", "html")
@pytest.mark.parametrize("path", PATHS, ids=[p.stem for p in PATHS])
def test_the_same_in_a_page_but_for_white_space(rules: Rules, path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    in_page = but_white_space(findings(article_of(page(text)), rules))
    assert in_page == but_white_space(findings(article_of(text.encode()), rules))
