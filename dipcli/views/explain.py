"""``dip explain``: the trace of a statement or an entity in words. Other evidence gives another sentence."""

from collections.abc import Iterator

from dipcli.model import Entity, Report, Statement, Step
from dipcli.query import is_called
from dipcli.records import Record
from dipcli.views.entities import why_one
from dipcli.views.evidence import facts_of, losers
from dipcli.views.labels import label
from dipcli.views.names import Directory, World, office_words, place
from dipcli.views.reasons import in_words, worded
from dipcli.views.screen import Block, Cell, Gap, Palette, Paragraph, flat, joined
from dipcli.views.statements import content_text
from dipcli.views.terms import confidence_words

CONFIDENCE = "confidence"
_PARTS = (("source", "attribution"), ("addressee", "addressee"), ("medium", "medium"), ("content", "extent"))


class Reason(Record):
    """One part of the answer: source, addressee, medium, content or confidence; what it is; why; who else it could have been."""

    part: str
    answer: str
    why: str
    lost: tuple[str, ...]


def statement_of(report: Report, wanted: str) -> Statement | None:
    """The statement with this id (``s7``)."""
    return next((s for s in report.statements if s.id == wanted.lower()), None)


def entity_of(report: Report, wanted: str) -> Entity | None:
    """The entity with this id, else the first that goes under this name."""
    exact = [e for e in report.entities if e.id == wanted]
    return exact[0] if exact else next((e for e in report.entities if is_called(wanted, e)), None)


def reasons_of(report: Report, s: Statement, lang: str) -> Iterator[Reason]:
    """Why this source, this addressee, this medium (where there is one that the text tells), this extent; how sure."""
    names = Directory(report)
    facts = facts_of(report, s, lang)
    by_stage = {step.stage: step for step in s.trace}
    for part, stage in _PARTS:
        step = by_stage.get(stage)
        if part == "medium" and step is None:
            continue
        why = in_words(step, report, names, lang, facts) if step else ""
        lost = _lost(report, s, step, names, lang) if part == "source" else ()
        yield Reason(part, _answer(part, s, names, lang), why, lost)
    terms = [step for step in s.trace if step.stage == CONFIDENCE]
    yield Reason(CONFIDENCE, f"{s.confidence:.2f}", confidence_words(terms, lang), ())


def _answer(part: str, s: Statement, names: Directory, lang: str) -> str:
    if part == "source":
        return names.names([x.entity for x in s.sources], lang) or label("unknown", lang)
    if part == "addressee":
        return names.names([a.entity for a in s.addressees], lang) or label("nobody", lang)
    if part == "medium":
        return label(s.medium.kind, lang) if s.medium else label("unknown", lang)
    facts = [label(s.form, lang), label(s.frame, lang)]
    return " · ".join(facts if s.status == "said" else [*facts, label(s.status, lang)])


def _lost(report: Report, s: Statement, step: Step | None, names: Directory, lang: str) -> tuple[str, ...]:
    return tuple(
        f"{names.name(entity) or label('unknown', lang)}: {worded(reason, lang, {})}"
        for entity, reason in losers(report, s, step.candidates if step else ())
    )


def statement_screen(report: Report, s: Statement, lang: str, palette: Palette) -> Iterator[Block]:
    """The statement, its parts with their reasons, the rule."""
    yield Paragraph(tuple(joined((s.id, place(report, s.line)), "  ", "strong")), 1, ui=True)
    yield Paragraph((Cell(flat(content_text(report, s))),), 3)
    width = max(len(label(part, lang)) for part in ("source", "addressee", "medium", "content", CONFIDENCE, "rule")) + 3
    for r in reasons_of(report, s, lang):
        style = palette.of(s.sources[0].entity if s.sources else None) if r.part == "source" else ""
        answer = Cell(r.answer, style + " strong", isolate=True)
        yield Paragraph((Cell(label(r.part, lang).ljust(width), "dim"), answer), 1, hang=width, ui=True)
        if r.why:
            yield Paragraph((Cell(r.why),), 1 + width, ui=True)
        for line in r.lost:
            yield Paragraph((Cell(f"{label('rejected', lang)}: {line}", "dim"),), 1 + width, ui=True)
    rule = joined((f"{s.rule} (dip rules show {s.rule})", s.sieve), " · ")
    yield Paragraph((Cell(label("rule", lang).ljust(width), "dim"), *rule), 1, hang=width, ui=True)


def entity_screen(report: Report, e: Entity, lang: str, palette: Palette, world: World) -> Iterator[Block]:
    """Who it is, then why each form is theirs."""
    facts = [e.name_en or "", office_words(e.office, e.office_en, world.country(e.country, lang), lang)]
    head = (
        Cell(e.id, "dim", isolate=True),
        Cell("  "),
        Cell(flat(e.name), palette.of(e.id) + " strong", isolate=True),
        Cell("  "),
        *joined(filter(None, facts), " · ", "dim"),
    )
    yield Paragraph(head, 1, hang=2, ui=True)
    yield Gap()
    yield from why_one(report, e, lang)


def words_of_statement(report: Report, s: Statement, lang: str) -> list[str]:
    """The reasons as plain sentences, for a record."""
    out = []
    for r in reasons_of(report, s, lang):
        lost = "".join(f"; {label('rejected', lang)}: {x}" for x in r.lost)
        why = f": {r.why}" if r.why else ""
        out.append(f"{label(r.part, lang)}: {r.answer}{why}{lost}")
    return out


def words_of_entity(report: Report, e: Entity, lang: str) -> list[str]:
    """The reason of each step as a plain sentence, for a record."""
    names = Directory(report)
    text = report.article.text
    return [f"{flat(text[x.at.start : x.at.end])}: {in_words(x, report, names, lang)}" for x in e.why if x.at]
