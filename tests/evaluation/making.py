"""Annotations and reports made by hand, so small that the right figure can be worked out on paper."""

from typing import Any

from dipcli.evaluation.annotations import AnnotatedEntity, AnnotatedStatement, Annotation, Exchange
from dipcli.evaluation.comparison import Comparison, compare
from dipcli.evaluation.figures import figures
from dipcli.evaluation.reported import reported
from dipcli.model import Span

# Eight words of content in the first line, four in the second, two in the third.
TEXT = """قال الوزير سامر حداد لليلى قاسم إن الجسر الكبير على النهر جاهز للعبور منذ أمس.
أكدت قاسم أن الماء نظيف والهواء نقي.
وأضافت: الطريق مفتوح.
"""
EIGHT, FOUR, TWO = "الجسر الكبير على النهر جاهز للعبور منذ أمس", "الماء نظيف والهواء نقي", "الطريق مفتوح"

SAMER = AnnotatedEntity("samer", "person", "سامر حداد", ("الوزير سامر حداد", "الوزير"), "الوزير", "JO")
LAYLA = AnnotatedEntity("layla", "person", "ليلى قاسم", ("قاسم",), None, "LB")


def span(words: str) -> Span:
    """Where words of TEXT stand."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


def located(words: str) -> dict[str, Any]:
    """Words of TEXT with their offsets, as a report has them."""
    start, end = span(words)
    return {"text": words, "start": start, "end": end}


def annotated(words: str, source: str | tuple[str, ...] = "samer", **changes: Any) -> AnnotatedStatement:
    """A statement that somebody annotated."""
    made = AnnotatedStatement(
        line=1, cue=None, cue_text=None, subject=True, sources=frozenset((source,) if isinstance(source, str) else source),
        addressees=frozenset(), content=(span(words),), form="indirect", frame="clause", status="said", exchange=None,
    )  # fmt: skip
    return made._replace(**changes)


def annotation(*statements: AnnotatedStatement, **changes: Any) -> Annotation:
    """An annotated article of TEXT."""
    made = Annotation("bridge", TEXT, (SAMER, LAYLA), (), statements, frozenset())
    return made._replace(**changes)


def exchange(number: int, kind: str, one: str = "samer", other: str = "layla") -> Exchange:
    """An annotated message."""
    return Exchange(number, kind, (one,), (other,))


def said(words: str, *sources: str, to: tuple[str, ...] = (), **changes: Any) -> dict[str, Any]:
    """A statement of a report; sources and addressees are ids of its entities."""
    return {
        "line": 1, "cue": None, "sources": [{"entity": s} for s in sources], "addressees": [{"entity": a} for a in to],
        "content": [located(words)], "form": "indirect", "frame": "clause", "status": "said", "message": None, **changes,
    }  # fmt: skip


def named(
    own: str, *forms: str, office: str | None = None, country: str | None = None, kind: str = "person"
) -> dict[str, Any]:
    """An entity of a report."""
    mentions = [{**located(f), "kind": "name"} for f in forms]
    return {"id": own, "kind": kind, "name": forms[0], "office": office, "country": country, "mentions": mentions}


E1, E2 = named("e1", "سامر حداد", "الوزير", office="الوزير", country="JO"), named("e2", "ليلى قاسم", "قاسم")


def message(own: str, kind: str, one: str = "e1", other: str = "e2") -> dict[str, Any]:
    """A message of a report."""
    return {"id": own, "kind": kind, "from": [one], "to": [other]}


def report(*statements: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """A report of TEXT."""
    return {"article": {"source": "bridge.txt"}, "entities": [E1, E2], "statements": list(statements), **changes}


def comparison(gold: Annotation, record: dict[str, Any]) -> Comparison:
    """The two sides laid beside each other."""
    return compare(gold, reported(record, gold.text, "bridge"))


def scores(gold: Annotation, record: dict[str, Any]) -> dict[str, float | None]:
    """Every figure over this one article."""
    return {f.name: f.value for f in figures([comparison(gold, record).tally], intervals=False)}
