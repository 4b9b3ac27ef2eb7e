"""``dip explain``: a decision's trace in words. Other evidence gives another sentence."""

from collections.abc import Iterator

from dipcli.model import DipError, Entity, Report, Statement, Step
from dipcli.views.entities import forms_of
from dipcli.views.labels import label
from dipcli.views.names import Directory
from dipcli.views.reasons import reason_in_words
from dipcli.views.rows import content_text
from dipcli.views.screen import Block, Cell, Gap, Paragraph


def explain(report: Report, wanted: str, lang: str) -> Iterator[Block]:
    """Blocks for a statement (``s7``) or an entity (its id or a name). Raises DipError when there is none."""
    for s in report.statements:
        if s.id == wanted:
            return _statement(report, s, lang)
    entity = _entity(report, wanted)
    if entity is not None:
        return _why_one(report, entity, lang)
    known = ", ".join([s.id for s in report.statements][:3] + [e.id for e in report.entities][:3])
    raise DipError(f'{report.article.source}: there is no statement or entity "{wanted}" (there are {known} …)')


def _entity(report: Report, wanted: str) -> Entity | None:
    from dipcli.query import Query

    exact = [e for e in report.entities if e.id == wanted]
    return exact[0] if exact else next((e for e in report.entities if Query().names_entity((wanted,), e)), None)


def _statement(report: Report, s: Statement, lang: str) -> Iterator[Block]:
    names = Directory(report)
    steps = {step.stage: step for step in s.trace}
    yield Paragraph((Cell(f"{s.id}  {report.article.source}:{s.line}", "strong"),), 1)
    yield Paragraph((Cell(" ".join(content_text(report, s).split())),), 3)
    who = "، ".join(names.name(x.entity) or label("unknown", lang) for x in s.sources)
    yield from _answer(label("source", lang), who, steps.get("attribution"), report, names, lang)
    to = "، ".join(names.name(a.entity) or "" for a in s.addressees) or "—"
    yield from _answer(label("addressee", lang), to, steps.get("addressee"), report, names, lang)
    yield from _answer(label("content", lang), f"{s.form}, {s.frame}", steps.get("extent"), report, names, lang)
    rule = s.trace[0].rule if s.trace else s.rule
    yield Paragraph(
        (
            Cell(f"{label('rule', lang):<11}", "dim"),
            Cell(f"{s.rule} (dip rules show {rule}) · {label('confidence', lang)} {s.confidence:.2f}"),
        ),
        1,
    )


def _answer(head: str, what: str, step: Step | None, report: Report, names: Directory, lang: str) -> Iterator[Block]:
    yield Paragraph((Cell(f"{head:<11}", "dim"), Cell(what, "strong")), 1)
    if step is not None:
        yield Paragraph((Cell(reason_in_words(step, report, names, lang)),), 3)
        lost = [c for c in step.candidates if not c.taken]
        for c in lost:
            name = names.name(c.entity) or "?"
            words = reason_in_words(Step(stage=step.stage, rule=step.rule, reason=c.reason), report, names, lang)
            yield Paragraph((Cell(f"✗ {name}: {words}", "dim"),), 5)


def _why_one(report: Report, e: Entity, lang: str) -> Iterator[Block]:
    names = Directory(report)
    facts = " · ".join(x for x in (e.name_en, e.office, e.country) if x)
    yield Paragraph((Cell(f"{e.id}  ", "strong"), Cell(e.name, "strong"), Cell("  " + facts, "dim")), 1)
    yield Gap()
    seen = set()
    for step in e.why:
        if step.at is None:
            continue
        form = " ".join(report.article.text[step.at.start : step.at.end].split())
        if (form, step.reason) in seen:
            continue
        seen.add((form, step.reason))
        line = report.article.text.count("\n", 0, step.at.start) + 1
        yield Paragraph(
            (Cell(form), Cell("  " + reason_in_words(step, report, names, lang), "dim")),
            3,
            f"{report.article.source}:{line}",
        )
    rest = [f for f in forms_of(report, e) if f not in {f for f, _ in seen}]
    if rest:
        yield Paragraph((Cell(" · ".join(rest), "dim"),), 3)
