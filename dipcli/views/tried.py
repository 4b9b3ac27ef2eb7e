"""What fires in a sentence, and what does not, for who writes or doubts a rule."""

from collections.abc import Iterator, Sequence
from typing import Annotated

from dipcli.model import Passed, PassedReason, Report
from dipcli.records import Record
from dipcli.views.labels import label
from dipcli.views.names import Directory
from dipcli.views.rules import fact
from dipcli.views.screen import Block, Cell, Gap, Heading, Paragraph, flat, joined
from dipcli.views.statements import content_text

# reason: (English, Arabic)
_WHY: dict[PassedReason, tuple[str, str]] = {
    "line": ("stands in a caption, a dateline or the end of the page", "في تعليق صورة أو سطر المكان أو ذيل الصفحة"),
    "quoted": ("stands inside a quotation: its speaker reports it, not the article", "داخل اقتباس، فهو كلام المقتبس منه"),
    "other_word": ("belongs to a name or title here, or is an adverb", "جزء من اسم أو لقب هنا، أو ظرف"),
    "formula": ("a formula that reports nothing", "عبارة ثابتة لا تنقل قولا"),
    "vetoed": (
        "its spelling or the word before it tells no report: a passive, a noun, a condition, a question",
        "رسمه أو ما قبله يدل على غير النقل: مجهول أو اسم أو شرط أو استفهام",
    ),
    "needs": ("none of the words that the rule needs follows", "لا يتبعه شيء من الكلمات التي تشترطها القاعدة"),
    "strict": ("the rule is strict: neither أن, a quotation nor a colon follows", "القاعدة مقيدة: لا أن بعده ولا اقتباس ولا نقطتان"),
    "unfilled": ("nothing behind it opens what is said", "لا شيء بعده يفتتح مضمون القول"),
    "outdone": ("another cue or reading has what is said, or nobody can be its subject", "المضمون لفعل آخر أو قراءة أخرى، أو لا فاعل له"),
    "short": ("a short name, which names somebody only after the full one or a title", "اسم قصير لا يدل إلا بعد الاسم الكامل أو مع لقب"),
    "passed": ("spelled like the name, and an ordinary word here", "يشبه الاسم رسما وهو هنا كلمة عادية"),
}  # fmt: skip


class PassedRow(Record):
    """``dip.passed/1``: a form of a cue or a name that was passed over in a text."""

    text: str
    start: Annotated[int, "first code point in the text"]
    end: Annotated[int, "one past the last code point"]
    kind: Annotated[str, "cue or name"]
    rule: Annotated[str, "id of the cue rule, or ids of whom the name may stand for"]
    reason: str


def passed_row(report: Report, passed: Passed) -> PassedRow:
    """One candidate as a row."""
    start, end = passed.span
    text = report.article.text[start:end]
    return PassedRow(text=text, start=start, end=end, kind=passed.kind, rule=passed.rule, reason=passed.reason)


def try_screen(report: Report, passed: Sequence[Passed], lang: str) -> Iterator[Block]:
    """What fires in a sentence: cue, rule, source, content; who is named; and what was passed over, and why."""
    names = Directory(report)
    if not report.statements:
        yield Paragraph((Cell(label("no_statements", lang)),), 1, ui=True)
    for s in report.statements:
        cue = report.article.text[s.cue.span.start : s.cue.span.end] if s.cue else "—"
        yield Paragraph(tuple(joined((s.id, cue, s.rule, s.sieve, f"{s.confidence:.2f}"), "  ")), 1, ui=True)
        yield fact(label("source", lang).lower(), [names.name(x.entity) or label("unknown", lang) for x in s.sources])
        if s.addressees:
            to = [names.name(a.entity) or label("unknown", lang) for a in s.addressees]
            yield fact(label("addressee", lang).lower(), to)
        yield fact(label("content", lang).lower(), [flat(content_text(report, s))])
    for e in report.entities:
        facts = [flat(e.name), label(e.kind, lang), e.office or "", e.country or "", e.id]
        yield Paragraph(tuple(joined(filter(None, facts), "  ")), 1, ui=True)
    if passed:
        yield Gap()
        yield Heading(label("passed_over", lang))
    for p in passed:
        word = flat(report.article.text[p.span.start : p.span.end])
        why = _WHY[p.reason][1 if lang == "ar" else 0]
        yield Paragraph(tuple(joined((word, p.rule, why), "  ")), 3, hang=2, ui=True)
