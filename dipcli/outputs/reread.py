"""Reports made again of the records that ``wire.py`` built: all that a record holds, and nothing that it does not.

The steps behind decisions are not in a record. Nor is which rule found a mention: here it is ``record`` for a mention as
a whole and ``record.part`` for a form within it.
"""

from typing import Any

from dipcli.model import (
    Addressee,
    Article,
    Cue,
    Encoding,
    Entity,
    Medium,
    Mention,
    Message,
    Note,
    Occasion,
    OwnRules,
    Report,
    RulesId,
    Source,
    Span,
    Statement,
    Summary,
    SummarySentence,
    ThemeHit,
)
from dipcli.outputs.wire import Json


def report_of(record: Json) -> Report:
    """The report of a ``dip.report/1`` record. Raises ValueError where it is none, or was written without its text."""
    if record.get("schema") != "dip.report/1":
        raise ValueError("no report of this version")
    try:
        return _report(record)
    except (KeyError, TypeError, IndexError) as e:
        raise ValueError(f"no whole report: {type(e).__name__}: {e}") from None


def _report(record: Json) -> Report:
    article, rules = record["article"], record["rules"]
    text, title = article["text"], article["title"]
    if text is None:
        raise ValueError("written without its text (--no-text)")
    own = tuple(OwnRules(name=o["name"], sha256=o["sha256"]) for o in rules["own"])
    at = text.find(title) if title else -1
    return Report(
        article=Article(
            text=text, source=article["source"], title=title, published=article["published"],
            published_from=article["published_from"], outlet=article["outlet"],
            encoding=Encoding(name=article["encoding"]["name"], confidence=article["encoding"]["confidence"]),
        ),
        rules=RulesId(version=rules["version"], sha256=rules["sha256"], own=own),
        headline=Span(at, at + len(title)) if at >= 0 else None,
        entities=tuple(map(_entity, record["entities"])), messages=tuple(map(_message, record["messages"])),
        statements=tuple(map(_statement, record["statements"])), themes=tuple(map(_theme, record["themes"])),
        summary=_summary(record["summary"]), notes=tuple(map(_note, record["notes"])),
    )  # fmt: skip


def _span(located: Any) -> Span:
    return Span(located["start"], located["end"])


def _maybe(located: Any) -> Span | None:
    return None if located["start"] is None else _span(located)


def _entity(e: Any) -> Entity:
    return Entity(
        id=e["id"], kind=e["kind"], known=e["known"], name=e["name"], mentions=_mentions(e["mentions"]),
        name_en=e["name_en"], short=e["short"], short_en=e["short_en"], office=e["office"], office_en=e["office_en"],
        office_id=e["office_id"], leader=e["leader"], country=e["country"], gender=e["gender"],
    )  # fmt: skip


def _mentions(records: list[Any]) -> tuple[Mention, ...]:
    """Forms within a mention stand behind it."""
    out = []
    end = -1
    for m in records:
        span = _span(m)
        rule = "record.part" if span.end <= end else "record"
        end = max(end, span.end)
        out.append(Mention(span=span, kind=m["kind"], rule=rule))
    return tuple(out)


def _message(m: Any) -> Message:
    occasion = m["occasion"]
    return Message(
        id=m["id"], kind=m["kind"], from_=tuple(m["from"]), to=tuple(m["to"]), direction=m["direction"],
        occasion=Occasion(kind=occasion["kind"], span=_span(occasion)) if occasion else None,
        evidence=_span(m["evidence"]), statements=tuple(m["statements"]), themes=tuple(m["themes"]),
    )  # fmt: skip


def _statement(s: Any) -> Statement:
    cue, medium = s["cue"], s["medium"]
    return Statement(
        id=s["id"], line=s["line"], cue=Cue(span=_span(cue), lemma=cue["lemma"], kind=cue["kind"]) if cue else None,
        sources=tuple(Source(entity=x["entity"], resolution=x["resolution"], span=_maybe(x)) for x in s["sources"]),
        addressees=tuple(
            Addressee(entity=x["entity"], resolution=x["resolution"], span=_maybe(x)) for x in s["addressees"]
        ),
        content=tuple(map(_span, s["content"])), form=s["form"], frame=s["frame"], status=s["status"],
        speech_act=s["speech_act"], cameo=s["cameo"], plover=s["plover"], message=s["message"],
        medium=Medium(kind=medium["kind"], span=_maybe(medium)) if medium else None, themes=tuple(s["themes"]),
        confidence=s["confidence"], rule=s["rule"], sieve=s["sieve"],
    )  # fmt: skip


def _theme(t: Any) -> ThemeHit:
    return ThemeHit(
        id=t["id"], main=t["main"], score=t["score"], statements=tuple(t["statements"]), medtop=t["medtop"],
        label_ar=t["label"]["ar"], label_en=t["label"]["en"],
    )  # fmt: skip


def _summary(summary: Any) -> Summary:
    """The sentences; one is labelled where a label stands ahead of it in what is read aloud."""
    told, at = summary["text"], 0
    sentences = []
    for s in summary["sentences"]:
        words = " ".join(s["text"].split())
        found = told.find(words, at)
        labelled = found >= 0 and told[at:found].strip().startswith("[") and s["speaker"] is not None
        at = found + len(words) if found >= 0 else at
        sentences.append(SummarySentence(span=_span(s), speaker=s["speaker"], to=tuple(s["to"]), labelled=labelled))
    return Summary(text=told, sentences=tuple(sentences))


def _note(n: Any) -> Note:
    return Note(severity=n["severity"], reason=n["reason"], span=_maybe(n), value=n["value"])
