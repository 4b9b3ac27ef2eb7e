"""Every contact and occasion finds its example, and nothing in its counter-example."""

import tomllib
from typing import Any

import pytest

from dipcli.model import Article
from dipcli.pipeline import parse
from dipcli.rules.load import Rules
from tests.conftest import ROOT

DATA = ROOT / "dipcli/rules/data"
CONTACTS = tomllib.loads((DATA / "contacts.toml").read_text(encoding="utf-8"))["contact"]
OCCASIONS = tomllib.loads((DATA / "occasions.toml").read_text(encoding="utf-8"))["test"]


@pytest.mark.parametrize("contact", CONTACTS, ids=[c["id"] for c in CONTACTS])
def test_contact(rules: Rules, contact: dict[str, Any]) -> None:
    kinds = {m.kind for m in parse(Article(text=contact["example"]), rules).messages}
    assert kinds & ({"letter", "cable"} if contact["kind"] == "letter" else {contact["kind"]})
    assert parse(Article(text=contact["counter"]), rules).messages == ()


@pytest.mark.parametrize("row", OCCASIONS, ids=range(len(OCCASIONS)))
def test_occasion(rules: Rules, row: dict[str, str]) -> None:
    text = row.get("example") or row["counter"]
    occasions = [m.occasion for m in parse(Article(text=text), rules).messages]
    assert len(occasions) == 1
    told = occasions[0]
    if "counter" in row:
        assert told is None
    else:
        assert told is not None
        assert (told.kind, text[told.span.start : told.span.end]) == (row["kind"], row["text"])
