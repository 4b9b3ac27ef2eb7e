"""Decomposed hamzas and presentation forms are read as the usual spelling; offsets stay those of the text as given."""

import unicodedata
from pathlib import Path

import pytest

from dipcli.model import Article, Report
from dipcli.pipeline import parse
from dipcli.rules.load import Rules
from tests.conftest import ROOT

SAMPLES = sorted((ROOT / "samples").glob("*.txt"))


def _shaped() -> dict[int, str]:
    """Letters to their isolated forms, as old typesetting systems wrote them."""
    forms: dict[int, str] = {}
    for code in range(0xFE80, 0xFEF5):
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1:
            forms.setdefault(ord(plain), chr(code))
    return forms


SHAPED = _shaped()
WAYS = {
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "shaped": lambda text: text.replace("لا", "ﻻ").translate(SHAPED),
}


def said(report: Report) -> list[tuple[object, ...]]:
    """What was found, in the usual spelling."""
    text = report.article.text

    def usual(start: int, end: int) -> str:
        return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text[start:end]))

    return [
        (
            s.line, s.form, s.status, s.speech_act, s.medium and s.medium.kind, s.themes,
            [x.entity for x in s.sources], [x.entity for x in s.addressees], [usual(c.start, c.end) for c in s.content],
        )
        for s in report.statements
    ]  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("path", SAMPLES, ids=[p.stem for p in SAMPLES])
def test_the_same_is_found(rules: Rules, path: Path, way: str) -> None:
    text = path.read_text(encoding="utf-8")
    other = WAYS[way](text)
    assert other != text
    assert said(parse(Article(text=other), rules)) == said(parse(Article(text=text), rules))
