"""Every medium noun is found in its example, with its words, and not in its counter-example."""

import tomllib
from typing import Any

import pytest

from dipcli.model import Article
from dipcli.pipeline import parse
from dipcli.rules.load import Rules
from tests.conftest import ROOT

TABLES = tomllib.loads((ROOT / "dipcli/rules/data/media.toml").read_text(encoding="utf-8"))["medium"]


@pytest.mark.parametrize("table", TABLES, ids=[f"{n}-{t['kind']}" for n, t in enumerate(TABLES)])
def test_medium(rules: Rules, table: dict[str, Any]) -> None:
    text = table["example"]
    (statement,) = parse(Article(text=text), rules).statements
    medium = statement.medium
    assert medium is not None
    assert medium.span is not None
    assert (medium.kind, text[medium.span.start : medium.span.end]) == (table["kind"], table["text"])
    (other,) = parse(Article(text=table["counter"]), rules).statements
    assert other.medium is None
