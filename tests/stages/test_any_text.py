"""No text is too strange: parsing ends, spans lie inside the text, and the same text gives the same report."""

import itertools

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dipcli.model import Article
from dipcli.pipeline import parse
from dipcli.rules.load import Rules
from tests.conftest import ROOT

_WORDS = (
    "قال", "وأضاف", "الرئيس", "الوزير", "حازم", "العمري", "إن", "أن", "بأن", "مشيرا", "إلى", "رسالة", "من", "استقبل",
    "اليوم", "في", "تونس", ":", "«", "»", '"', ".", "،", "\n", "\n\n", "(", ")", "ـ", "وزير", "الخارجية", "جاء", "فيها",
    "مؤكدا", "على", "بحسب", "ما", "نقلت", "وكالة", "برقية", "تهنئة", "عن", "هاتفيا", "اتصالا", "أجرى", "مع", "و", "ف",
    "أما", "فقال", "كما", "12", "[b]", "\x1b[31m", "\u202e", "\u200f", "لا", "وزيرا", "نظيره", "له", "صاحب", "السمو",
)  # fmt: skip

newswire = st.lists(st.sampled_from(_WORDS), max_size=40).map(" ".join)


@example("\udcd9قال الوزير")
@example("الجانب الكيني يطلب")  # a cue that ends the text
@example("« قال قال \n قال قال «")  # a mark that is never closed, at the end
@given(newswire | st.text(max_size=200))
@settings(max_examples=400, deadline=None)
def test_any_text_is_parsed(rules: Rules, text: str) -> None:
    report = parse(Article(text=text), rules)
    for statement in report.statements:
        cue = [statement.cue.span] if statement.cue else []
        for span in (*cue, *statement.content):
            assert 0 <= span.start < span.end <= len(text)
    assert parse(Article(text=text), rules) == report


@pytest.mark.parametrize("ending", _WORDS)
@pytest.mark.parametrize("cue", ["قال الوزير حازم العمري", "وأضاف", "مشيرا إلى", "بعث الرئيس برسالة إلى"])
def test_a_text_may_stop_anywhere(rules: Rules, cue: str, ending: str) -> None:
    for tail in itertools.chain(("", " ", " إن", " إن ", "\nإن"), (" " + w for w in _WORDS)):
        parse(Article(text=f"{cue} {ending}{tail}"), rules)


def test_an_article_may_be_cut_anywhere(rules: Rules) -> None:
    """Each sentence of the annotated articles up to each of its words, and from each of them on."""
    for path in sorted((ROOT / "tests/gold/dev/texts").glob("*.txt"))[::3]:
        for line in path.read_text(encoding="utf-8").splitlines():
            words = line.split()
            for n in range(1, min(len(words), 60)):
                parse(Article(text=" ".join(words[max(0, n - 12) : n])), rules)
                parse(Article(text=" ".join(words[n : n + 12])), rules)
