"""No article makes it crash: texts thrown together of what the rules look for, through every view and screen."""

import io

from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from dipcli.model import Article, Report
from dipcli.outputs.schema import schema
from dipcli.outputs.table import Screen
from dipcli.outputs.wire import report_to_wire, row_to_wire
from dipcli.pipeline import parse
from dipcli.query import Query, Selection
from dipcli.rules.load import load_rules
from dipcli.views.article import article_screen
from dipcli.views.entities import entity_blocks, entity_rows
from dipcli.views.explain import entity_screen, statement_screen, words_of_entity, words_of_statement
from dipcli.views.messages import message_blocks
from dipcli.views.names import World
from dipcli.views.screen import Block, Palette
from dipcli.views.statements import statement_blocks, statement_rows
from dipcli.views.summary import summary_row, summary_screen
from dipcli.views.themes import ThemeCount

_PIECES = (
    "قال", "وأضاف", "أكد", "مؤكدا", "نفى", "رفض التعليق", "وفقا لـ", "ولدى تشديده على", "تبادل", "رسائل", "رسالته",
    "تلقى برقية تهنئة من", "أجرى اتصالا هاتفيا مع", "التقى", "إلى", "مع", "أن", "إن", "على", "الرئيس", "الرئيس الصيني",
    "شي جين بينغ", "توقاييف", "سموه", "الجانبان", "مصدر دبلوماسي", "واشنطن", "وزيرة الخارجية", "سلمى الداودي", "بينهما",
    "«", "»", '"', ":", "،", ".", "؟", "...", "\n", "\n\n", " ", "\t", "\u200f", "\u0640", "د.", "30", "٣٠", "صورة ارشيفية",
    "x", "\x00", "\ufeff", "[/b]", "{x}", "ﷲ", "😀", "بمناسبة العيد الوطني", "الحدود",
)  # fmt: skip
_TEXTS = st.lists(st.sampled_from(_PIECES) | st.text(max_size=3), max_size=40).flatmap(
    lambda parts: st.sampled_from((" ", "")).map(lambda by: by.join(parts))
)
_RULES = load_rules()
_WORLD = World(_RULES)
_VALIDATOR = Draft202012Validator(schema())


def _screens(report: Report, selection: Selection, lang: str) -> list[Block]:
    palette = Palette()
    blocks: list[Block] = [
        *summary_screen(report, lang, palette, _WORLD), *article_screen(report, lang, palette),
    ]  # fmt: skip
    for m in report.messages:
        blocks += message_blocks(report, m, lang, palette)
    for s, match in selection.statements():
        blocks += [*statement_blocks(report, s, match, lang, palette), *statement_screen(report, s, lang, palette)]
        told = any(step.stage == "medium" for step in s.trace)  # the article says in what, besides a message
        assert len(words_of_statement(report, s, lang)) == 4 + told
    for e in report.entities:
        blocks += [*entity_blocks(report, e, lang, palette, _WORLD), *entity_screen(report, e, lang, palette, _WORLD)]
        words_of_entity(report, e, lang)
    themes = ThemeCount()
    themes.add(selection)
    return [*blocks, themes.grid(lang)]


@settings(max_examples=150, deadline=None)
@given(_TEXTS, st.sampled_from(("en", "ar")), st.sampled_from((20, 59, 80)))
def test_any_text_goes_through_every_view(text: str, lang: str, width: int) -> None:
    report = parse(Article(text=text), _RULES)
    selection = Selection(report, Query(text="الحدود"))
    everything = Selection(report, Query())
    out = io.StringIO()
    Screen(out, width=width, color=False).show(_screens(report, everything, lang))
    Screen(out, width=width, color=False).show(_screens(report, selection, lang))
    assert all(c.isprintable() or c in "\n\u200c\u200d" for c in out.getvalue())
    for row, (s, _) in zip(statement_rows(everything, "k"), everything.statements(), strict=True):
        assert row.text == "\n".join(text[c.start : c.end] for c in s.content)
    for row, (_, match) in zip(statement_rows(selection, "k"), selection.statements(), strict=True):
        assert all(row.text[a:b].strip() for a, b in match.offsets)


@settings(max_examples=100, deadline=None)
@given(_TEXTS)
def test_any_text_gives_valid_records(text: str) -> None:
    report = parse(Article(text=text), _RULES)
    rows = [*statement_rows(Selection(report, Query()), "k"), *entity_rows(report), summary_row(report, "k")]
    for record in (report_to_wire(report), *map(row_to_wire, rows)):
        _VALIDATOR.validate(record)
