"""A report as a few bytes, and back: positional JSON, compressed, without text, trace and reasons.

The text stands beside it and offsets into it are enough; what the report has in words the text mostly has too, so that
the compressor is shown it first. What is left out, ``dip explain`` works out again from the text. A change of the order
of fields in ``model`` is a new number of the archive's schema.
"""

import re
import zlib
from collections.abc import Callable
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
from dipcli.outputs.wire import article_id
from dipcli.records import Record

_LEVEL = 6
_RAW = -15  # without zlib's own head: a text is checked by its digest, a report by four bytes before it
_SUM = 4


class Head(Record):
    """What an article's row has of it beside the report."""

    source: str
    title: str | None
    published: str | None
    outlet: str | None


def text_digest(text: str) -> bytes:
    """The article's id as 32 bytes, without its prefix."""
    return bytes.fromhex(article_id(text).removeprefix("sha256:"))


def pack_text(text: str) -> bytes:
    """An article's text, compressed."""
    return _compressed(as_bytes(text), dictionary_of("texts-3"))


def unpack_text(data: bytes) -> str:
    """What ``pack_text`` made. Raises zlib.error or ValueError for bytes that it did not make."""
    return _text(expanded(data, dictionary_of("texts-3")))


def pack_report(report: Report) -> bytes:
    """A report without its text, its ``Head``, its rules and the reasons of its decisions."""
    data = report_bytes(report)
    return zlib.crc32(data).to_bytes(_SUM) + _compressed(
        data, _with_text(dictionary_of("reports-3"), report.article.text)
    )


def report_bytes(report: Report) -> bytes:
    """The same before it is compressed."""
    a = report.article
    document = (
        (a.title is not None, a.published_from, a.encoding),
        report.headline,
        [e[:-1] for e in report.entities],
        [m[:-1] for m in report.messages],
        [s[:-1] for s in report.statements],
        report.themes,
        (_labels(report.summary, a.text), report.summary.sentences),
        report.notes,
    )
    return as_bytes(orjson.dumps(document, default=_Offsets().cells).decode())


def unpack_report(data: bytes, head: Head, text: str, rules: RulesId) -> Report:
    """The report of this text. Raises zlib.error, ValueError, TypeError or IndexError for bytes that are no report."""
    whole = expanded(data[_SUM:], _with_text(dictionary_of("reports-3"), text))
    if zlib.crc32(whole) != int.from_bytes(data[:_SUM]):
        raise ValueError("other bytes than were written")
    cells = orjson.loads(_text(whole))
    titled, published_from, encoding = cells[0]
    article = Article(
        text=text, source=head.source, title=head.title if titled else None, published=head.published,
        published_from=published_from, outlet=head.outlet, encoding=Encoding(name=encoding[0], confidence=encoding[1]),
    )  # fmt: skip
    return report_of(cells, article, rules, _Offsets().span)


def unpack_alone(body: bytes, report: bytes) -> Report:
    """The report without what the article's row has, nor its rules. Raises as ``unpack_report`` and ``unpack_text`` do."""
    head = Head(source="", title=None, published=None, outlet=None)
    return unpack_report(report, head, unpack_text(body), RulesId(version="", sha256=""))


def unpacked(data: bytes, dictionary: bytes) -> list[Any]:
    """JSON in UTF-8 that was compressed, as versions 1 and 2 kept it. Raises zlib.error or ValueError."""
    document: list[Any] = orjson.loads(expanded(data, dictionary))
    return document


class _Offsets:
    """Spans as the way from the start of the one before, and their length: small numbers, often the same."""

    def __init__(self) -> None:
        self._last = 0

    def cells(self, record: Any) -> tuple[Any, ...]:
        """The cells of a record; records come in the order in which ``report_of`` reads them."""
        if type(record) is not Span:
            return tuple(record)
        start, end = record
        way, self._last = start - self._last, start
        return way, end - start

    def span(self, cells: list[int]) -> Span:
        """The span that these cells were made of."""
        way, length = cells
        self._last += way
        return Span(self._last, self._last + length)


# -- bytes -------------------------------------------------------------------------------------------------------------

_CODE = "cp1256"  # Arabic letters as one byte each: half the work for the compressor, and a tenth less to keep
_ESCAPE = re.compile(r"\\(?:\\|x(..)|u(....)|U(........))")
_WINDOW = 32_768  # what zlib looks back to


def as_bytes(text: str) -> bytes:
    """Any text, its Arabic letters as one byte each."""
    return text.replace("\\", "\\\\").encode(_CODE, "backslashreplace")


def _text(data: bytes) -> str:
    text = data.decode(_CODE)
    return _ESCAPE.sub(_unescaped, text) if "\\" in text else text


def _unescaped(found: re.Match[str]) -> str:
    code = found[1] or found[2] or found[3]
    return chr(int(code, 16)) if code else "\\"


def _with_text(dictionary: bytes, text: str) -> bytes:
    return (dictionary + as_bytes(text))[-_WINDOW:]


def _compressed(data: bytes, dictionary: bytes) -> bytes:
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, _RAW, zdict=dictionary)
    return packer.compress(data) + packer.flush()


def expanded(data: bytes, dictionary: bytes) -> bytes:
    """What was compressed with this dictionary. Raises zlib.error."""
    unpacker = zlib.decompressobj(_RAW, zdict=dictionary)
    whole = unpacker.decompress(data) + unpacker.flush()
    if not unpacker.eof:
        raise zlib.error("cut off")
    return whole


@cache
def dictionary_of(name: str) -> bytes:
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


# -- records -----------------------------------------------------------------------------------------------------------

_Reading = Callable[[list[int]], Span]


def report_of(document: list[Any], article: Article, rules: RulesId, read: _Reading) -> Report:
    """The report that a document holds; ``read`` makes spans of its cells, in the order of the document."""
    _, headline, entities, messages, statements, themes, summary, notes = document
    return Report(
        article=article, rules=rules, headline=_span(headline, read),
        entities=tuple(_entity(e, read) for e in entities), messages=tuple(_message(m, read) for m in messages),
        statements=tuple(_statement(s, read) for s in statements), themes=tuple(_theme(t) for t in themes),
        summary=_summary(summary, article.text, read), notes=tuple(_note(n, read) for n in notes),
    )  # fmt: skip


def _span(cells: list[int] | None, read: _Reading) -> Span | None:
    return None if cells is None else read(cells)


def _entity(cells: list[Any], read: _Reading) -> Entity:
    (
        entity_id, kind, known, name, mentions, name_en, short, short_en, office, office_en, office_id, leader, country,
        gender, number,
    ) = cells  # fmt: skip
    return Entity(
        id=entity_id, kind=kind, known=known, name=name,
        mentions=tuple(Mention(span=read(span), kind=k, rule=rule) for span, k, rule in mentions),
        name_en=name_en, short=short, short_en=short_en, office=office, office_en=office_en, office_id=office_id,
        leader=leader, country=country, gender=gender, number=number,
    )  # fmt: skip


def _message(cells: list[Any], read: _Reading) -> Message:
    message_id, kind, from_, to, direction, occasion, evidence, statements, themes = cells
    return Message(
        id=message_id, kind=kind, from_=tuple(from_), to=tuple(to), direction=direction,
        occasion=Occasion(kind=occasion[0], span=read(occasion[1])) if occasion else None,
        evidence=read(evidence), statements=tuple(statements), themes=tuple(themes),
    )  # fmt: skip


def _statement(cells: list[Any], read: _Reading) -> Statement:
    (
        statement_id, line, cue, sources, addressees, content, form, frame, status, act, cameo, plover, message, medium,
        themes, confidence, rule, sieve,
    ) = cells  # fmt: skip
    return Statement(
        id=statement_id, line=line, cue=Cue(span=read(cue[0]), lemma=cue[1], kind=cue[2]) if cue else None,
        sources=tuple(Source(entity=e, resolution=r, span=_span(s, read)) for e, r, s in sources),
        addressees=tuple(Addressee(entity=e, resolution=r, span=_span(s, read)) for e, r, s in addressees),
        content=tuple(read(c) for c in content), form=form, frame=frame, status=status, speech_act=act, cameo=cameo, plover=plover,
        message=message, medium=Medium(kind=medium[0], span=_span(medium[1], read)) if medium else None, themes=tuple(themes),
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


def _summary(cells: list[Any], article: str, read: _Reading) -> Summary:
    labels, sentences = cells
    told = tuple(
        SummarySentence(span=read(span), speaker=speaker, to=tuple(to), labelled=labelled)
        for span, speaker, to, labelled in sentences
    )
    if isinstance(labels, str):
        return Summary(text=labels, sentences=told)
    words = (" ".join(article[s.span.start : s.span.end].split()) for s in told)
    return Summary(text="".join(label + w for label, w in zip(labels, words, strict=True)), sentences=told)


def _note(cells: list[Any], read: _Reading) -> Note:
    severity, reason, span, value = cells
    return Note(severity=severity, reason=reason, span=_span(span, read), value=value)
