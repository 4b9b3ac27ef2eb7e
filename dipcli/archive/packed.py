"""A report as a few bytes, and back: positional JSON, compressed, without text, trace and reasons.

The text stands beside it and offsets into it are enough. What is left out, ``dip explain`` works out again from the
text. A change of the order of fields in ``model`` is a new number of the archive's schema.
"""

import zlib
from functools import cache
from pathlib import Path
from typing import Any

import orjson

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
    Report,
    RulesId,
    Source,
    Span,
    Statement,
    Summary,
    SummarySentence,
    ThemeHit,
)

_LEVEL = 6
_RAW = -15  # no head and no check sum: SQLite's pages are whole or not


def pack_text(text: str) -> bytes:
    """An article's text, compressed."""
    return _compressed(text.encode("utf-8", "surrogatepass"), _dictionary("texts"))


def unpack_text(data: bytes) -> str:
    """What ``pack_text`` made. Raises zlib.error or UnicodeDecodeError for bytes that it did not make."""
    return _expanded(data, _dictionary("texts")).decode("utf-8", "surrogatepass")


def pack_report(report: Report, dictionary: bytes | None = None) -> bytes:
    """A report without its text, its rules and the reasons of its decisions."""
    a = report.article
    document = (
        (a.source, a.title, a.published, a.published_from, a.outlet, a.encoding),
        report.headline,
        [e[:-1] for e in report.entities],
        [m[:-1] for m in report.messages],
        [s[:-1] for s in report.statements],
        report.themes,
        (_labels(report.summary, a.text), report.summary.sentences),
        report.notes,
    )
    return _compressed(
        orjson.dumps(document, default=tuple), _dictionary("reports") if dictionary is None else dictionary
    )


def unpack_report(data: bytes, text: str, rules: RulesId) -> Report:
    """The report of this text. Raises zlib.error, ValueError, TypeError or IndexError for bytes that are no report."""
    document = orjson.loads(_expanded(data, _dictionary("reports")))
    article, headline, entities, messages, statements, themes, summary, notes = document
    source, title, published, published_from, outlet, encoding = article
    return Report(
        article=Article(
            text=text, source=source, title=title, published=published, published_from=published_from, outlet=outlet,
            encoding=Encoding(name=encoding[0], confidence=encoding[1]),
        ),
        rules=rules, headline=_span(headline), entities=tuple(map(_entity, entities)),
        messages=tuple(map(_message, messages)), statements=tuple(map(_statement, statements)),
        themes=tuple(_theme(t) for t in themes), summary=_summary(summary, text), notes=tuple(map(_note, notes)),
    )  # fmt: skip


def _compressed(data: bytes, dictionary: bytes) -> bytes:
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, _RAW, zdict=dictionary)
    return packer.compress(data) + packer.flush()


def _expanded(data: bytes, dictionary: bytes) -> bytes:
    unpacker = zlib.decompressobj(_RAW, zdict=dictionary)
    whole = unpacker.decompress(data) + unpacker.flush()
    if not unpacker.eof:
        raise zlib.error("cut off")
    return whole


@cache
def _dictionary(name: str) -> bytes:
    """What texts and reports often hold: articles are too short to tell a compressor by themselves."""
    return (Path(__file__).parent / f"{name}.dictionary").read_bytes()


def _labels(summary: Summary, text: str) -> list[str] | str:
    """What the summary reads before each sentence; its whole text where it is not made of them."""
    labels, at = [], 0
    for s in summary.sentences:
        words = " ".join(text[s.span.start : s.span.end].split())
        found = summary.text.find(words, at)
        if found < 0:
            return summary.text
        labels.append(summary.text[at:found])
        at = found + len(words)
    return labels if at == len(summary.text) else summary.text


def _span(cells: list[int] | None) -> Span | None:
    return None if cells is None else Span(*cells)


def _spans(rows: list[list[int]]) -> tuple[Span, ...]:
    return tuple(Span(*row) for row in rows)


def _entity(cells: list[Any]) -> Entity:
    (
        entity_id, kind, known, name, mentions, name_en, short, short_en, office, office_en, office_id, leader, country,
        gender, number,
    ) = cells  # fmt: skip
    return Entity(
        id=entity_id, kind=kind, known=known, name=name,
        mentions=tuple(Mention(span=Span(*span), kind=k, rule=rule) for span, k, rule in mentions),
        name_en=name_en, short=short, short_en=short_en, office=office, office_en=office_en, office_id=office_id,
        leader=leader, country=country, gender=gender, number=number,
    )  # fmt: skip


def _message(cells: list[Any]) -> Message:
    message_id, kind, from_, to, direction, occasion, evidence, statements, themes = cells
    return Message(
        id=message_id, kind=kind, from_=tuple(from_), to=tuple(to), direction=direction,
        occasion=Occasion(kind=occasion[0], span=Span(*occasion[1])) if occasion else None,
        evidence=Span(*evidence), statements=tuple(statements), themes=tuple(themes),
    )  # fmt: skip


def _statement(cells: list[Any]) -> Statement:
    (
        statement_id, line, cue, sources, addressees, content, form, frame, status, act, cameo, plover, message, medium,
        themes, confidence, rule, sieve,
    ) = cells  # fmt: skip
    return Statement(
        id=statement_id, line=line, cue=Cue(span=Span(*cue[0]), lemma=cue[1], kind=cue[2]) if cue else None,
        sources=tuple(Source(entity=e, resolution=r, span=_span(s)) for e, r, s in sources),
        addressees=tuple(Addressee(entity=e, resolution=r, span=_span(s)) for e, r, s in addressees),
        content=_spans(content), form=form, frame=frame, status=status, speech_act=act, cameo=cameo, plover=plover,
        message=message, medium=Medium(kind=medium[0], span=_span(medium[1])) if medium else None, themes=tuple(themes),
        confidence=confidence, rule=rule, sieve=sieve,
    )  # fmt: skip


def _theme(cells: list[Any]) -> ThemeHit:
    theme_id, main, score, statements, medtop, label_ar, label_en = cells
    return ThemeHit(
        id=theme_id,
        main=main,
        score=score,
        statements=tuple(statements),
        medtop=medtop,
        label_ar=label_ar,
        label_en=label_en,
    )


def _summary(cells: list[Any], article: str) -> Summary:
    labels, sentences = cells
    told = tuple(
        SummarySentence(span=Span(*span), speaker=speaker, to=tuple(to), labelled=labelled)
        for span, speaker, to, labelled in sentences
    )
    if isinstance(labels, str):
        return Summary(text=labels, sentences=told)
    words = (" ".join(article[s.span.start : s.span.end].split()) for s in told)
    return Summary(text="".join(label + w for label, w in zip(labels, words, strict=True)), sentences=told)


def _note(cells: list[Any]) -> Note:
    severity, reason, span, value = cells
    return Note(severity=severity, reason=reason, span=_span(span), value=value)
