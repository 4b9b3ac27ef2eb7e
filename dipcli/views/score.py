"""``dip score``: how right reports are, and what is wrong in them."""

from collections import Counter
from collections.abc import Iterator
from typing import Annotated

from dipcli.records import Record
from dipcli.views.labels import counted, listed
from dipcli.views.screen import Block, Cell, Gap, Grid, Paragraph, Row, flat


class ScoreRow(Record):
    """``dip.score/1``: one figure over all annotated articles."""

    figure: Annotated[str, "docs/accuracy.md says what each means"]
    measure: Annotated[str, "f1, precision, recall, accuracy"]
    value: Annotated[float | None, "0 to 1; null where there is nothing to judge"]
    low: Annotated[float | None, "lower end of the 95 % interval over resampled articles"]
    high: Annotated[float | None, "its upper end"]
    right: Annotated[int | None, "how many are right; null for entity, which is no ratio of counts"]
    reported: Annotated[int | None, "of how many that the reports have; 0 where only the annotation is asked"]
    annotated: Annotated[int | None, "of how many that the annotations have; 0 where only the reports are asked"]
    articles: int
    missing: Annotated[int, "articles without a report, in which nothing counts as found"]


class MistakeRow(Record):
    """``dip.mistake/1``: something that a report has wrong (``dip score --mistakes``)."""

    file: str
    line: int | None
    kind: str
    cue: str | None
    annotated: Annotated[
        list[str], "what the annotation says: sources, addressees, a message's kind and sides, a theme"
    ]
    reported: Annotated[list[str], "what the report says; ? before an id that is none of the annotation's"]
    form: str | None
    frame: str | None
    subject: Annotated[bool | None, "is the source of the statement written?"]
    cause: Annotated[str | None, "entity_split, entity_missed or message_missed: the mistake behind this one"]
    text: str | None


# figure: (English, Arabic)
_FIGURES: dict[str, tuple[str, str]] = {
    "statement@.5": ("statement, half of its words", "القول، نصف كلماته"),
    "statement@.8": ("statement, most of its words", "القول، معظم كلماته"),
    "precision@.5": ("  how many are right", "  كم منها صحيح"),
    "recall@.5": ("  how many are found", "  كم منها وجد"),
    "who-said": ("who said it", "من قاله"),
    "who-whom": ("who said it to whom", "من قاله ولمن"),
    "recall direct+mixed": ("found: with quotation marks", "ما وجد: بين علامتي تنصيص"),
    "recall indirect": ("found: indirect", "ما وجد: غير مباشر"),
    "recall noun-phrase frame": ("found: noun phrase", "ما وجد: مركب اسمي"),
    "source accuracy": ("source of what is found", "مصدر ما وجد"),
    "source accuracy, explicit subject": ("  where it is written", "  حيث هو مكتوب"),
    "source accuracy, no explicit subject": ("  where it is not", "  حيث ليس مكتوبا"),
    "cue accuracy": ("cue", "فعل القول"),
    "form accuracy": ("form", "الصيغة"),
    "frame accuracy": ("clause or noun phrase", "جملة أو مركب اسمي"),
    "message link accuracy": ("message in which it was said", "الرسالة التي قيل فيها"),
    "addressee": ("addressee", "المخاطب"),
    "message": ("message", "الرسالة"),
    "entity": ("entity", "الكيان"),
    "leader": ("leader", "القائد"),
    "office accuracy": ("  office", "  المنصب"),
    "country accuracy": ("  country", "  الدولة"),
    "theme": ("theme", "الموضوع"),
}
_WORDS: dict[str, tuple[str, str]] = {
    "right": ("right", "صحيح"),
    "annotated": ("annotated", "في الحواشي"),
    "reported": ("reported", "في التقارير"),
    "without": ("without a report", "بلا تقرير"),
    "none": ("no mistake", "لا خطأ"),
    "statement_missed": ("statement missed", "قول لم يوجد"),
    "statement_extra": ("no statement", "ليس قولا"),
    "source": ("wrong source", "مصدر خطأ"),
    "status": ("wrong status", "حال خطأ"),
    "addressee": ("wrong addressee", "مخاطب خطأ"),
    "message_missed": ("message missed", "رسالة لم توجد"),
    "message_extra": ("no message", "ليست رسالة"),
    "leader_missed": ("leader missed", "قائد لم يوجد"),
    "leader_extra": ("no leader", "ليس قائدا"),
    "office": ("wrong office", "منصب خطأ"),
    "country": ("wrong country", "دولة خطأ"),
    "entity_split": ("the right one is there under another id", "الصحيح موجود بمعرف آخر"),
    "entity_missed": ("the right one is not in the report", "الصحيح ليس في التقرير"),
    "theme_missed": ("theme missed", "موضوع لم يوجد"),
    "theme_extra": ("no main theme", "ليس موضوعا رئيسا"),
}


def figure_words(figure: str, lang: str) -> str:
    """A figure in the language of the labels."""
    return _FIGURES[figure][lang == "ar"]


def _word(key: str, lang: str) -> str:
    return _WORDS[key][lang == "ar"]


def score_blocks(rows: list[ScoreRow], lang: str) -> Iterator[Block]:
    """All figures in per cent with their intervals and counts; below on how many articles."""
    heads = ("", "%", "95 %", *(_word(w, lang) for w in ("right", "annotated", "reported")))
    yield Grid(tuple(_row(r, lang) for r in rows), "lrrrrr", heads, 1)
    yield Gap()
    parts = [counted(rows[0].articles, "article", lang)]
    if rows[0].missing:
        parts.append(f"{rows[0].missing:,} {_word('without', lang)}")
    yield Paragraph((Cell(listed(parts, lang), "strong"),), 1)


def _row(r: ScoreRow, lang: str) -> Row:
    between = f"{percent(r.low)}–{percent(r.high)}" if r.low is not None else ""
    counts = (Cell(f"{n:,}" if n else "", "dim") for n in (r.right, r.annotated, r.reported))
    return Row((Cell(figure_words(r.figure, lang)), Cell(percent(r.value), "strong"), Cell(between, "dim"), *counts))


def percent(value: float | None) -> str:
    """A value as per cent with one decimal; a dash where there is none."""
    return "—" if value is None else f"{100 * value:.1f}"


def mistake_blocks(rows: list[MistakeRow], lang: str) -> Iterator[Block]:
    """Each mistake: where, what kind, what either side says, on which text; below how many there are of each kind."""
    for r in rows:
        head = [Cell(_word(r.kind, lang), "strong")]
        if r.cue:
            head.append(Cell(f"  {r.cue}"))
        for key, values in (("annotated", r.annotated), ("reported", r.reported)):
            if values:
                head += [Cell(f"  {_word(key, lang)} ", "dim"), Cell(" ".join(values))]
        where = f"{r.file}:{r.line}" if r.line else r.file
        if r.cause:
            head.append(Cell(f"  ({_word(r.cause, lang)})", "dim"))
        yield Paragraph((Cell(where, "dim"),), 1)
        yield Paragraph(tuple(head), 3, hang=2)
        if r.text:
            yield Paragraph((Cell(flat(r.text)),), 5)
    if rows:
        yield Gap()
    kinds = Counter(r.kind for r in rows).most_common()
    parts = [f"{n:,} {_word(kind, lang)}" for kind, n in kinds] or [_word("none", lang)]
    yield Paragraph((Cell(listed(parts, lang), "strong"),), 1)
