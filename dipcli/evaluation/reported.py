"""What a report says, as far as it is scored: the reading side of the JSON that ``outputs/wire.py`` writes."""

from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import Any

from dipcli.evaluation.errors import EvaluationError
from dipcli.model import Span
from dipcli.records import Record

Json = Mapping[str, Any]


class ReportedEntity(Record):
    """An entity of a report; ``forms`` are the texts that name it, pronouns left out, the name itself first."""

    id: str
    kind: str
    forms: tuple[str, ...]
    office: str | None
    country: str | None


class ReportedStatement(Record):
    """A statement of a report; sources and addressees are entity ids, open sources left out."""

    line: int | None
    cue: Span | None
    cue_text: str | None
    sources: tuple[str, ...]
    addressees: tuple[str | None, ...]
    content: tuple[Span, ...]
    form: str | None
    frame: str | None
    status: str
    message: str | None


class ReportedMessage(Record):
    """A message of a report; a cable counts as a letter."""

    id: str
    kind: str
    from_: tuple[str, ...]
    to: tuple[str, ...]


class Reported(Record):
    """One report; ``themes`` are the ids of the main ones."""

    entities: tuple[ReportedEntity, ...] = ()
    messages: tuple[ReportedMessage, ...] = ()
    statements: tuple[ReportedStatement, ...] = ()
    themes: frozenset[str] = frozenset()


NOTHING = Reported()
"""What counts for an article that there is no report of."""


def article_name(record: Any, place: str) -> str:
    """Which annotated article a report is of: the name of its file without ``.txt``.

    Raises EvaluationError, naming ``place``, when the record is no report.
    """
    try:
        return PurePath(record["article"]["source"]).name.removesuffix(".txt")
    except (KeyError, TypeError):
        raise EvaluationError(place, "not a report of dip: make it with dip report --format ndjson") from None


def reported(record: Json, text: str, place: str) -> Reported:
    """The parts of a JSON report that are scored; lists that are not there are empty.

    Raises EvaluationError where a text differs from the slice of the article that its offsets name, and where a part
    has not the shape that ``dip schema report`` describes.
    """
    for start, end, said in _located(record):
        if text[start:end] != said:
            raise EvaluationError(
                place,
                f"at {start} to {end} the article has {_short(text[start:end])}, the report {_short(said)}: it is of another text",
            )
    try:
        return Reported(
            entities=tuple(_entity(e) for e in record.get("entities", [])),
            messages=tuple(_message(m) for m in record.get("messages", [])),
            statements=tuple(_statement(s) for s in record.get("statements", [])),
            themes=frozenset(t["id"] for t in record.get("themes", []) if t.get("main", True)),
        )
    except (KeyError, TypeError, AttributeError) as e:
        raise EvaluationError(
            place, f"not a report as dip schema report describes it: {type(e).__name__}: {e}"
        ) from None


def _located(node: Any) -> Iterator[tuple[int, int, str]]:
    """Every text of the record with its offsets, however deep."""
    if isinstance(node, Mapping):
        start, end, text = node.get("start"), node.get("end"), node.get("text")
        if isinstance(start, int) and isinstance(end, int) and isinstance(text, str):
            yield start, end, text
        node = list(node.values())
    if isinstance(node, list):
        for value in node:
            yield from _located(value)


def _short(text: str) -> str:
    return f'"{text if len(text) <= 40 else text[:40] + "…"}"'


def _entity(e: Json) -> ReportedEntity:
    named = [m["text"] for m in e.get("mentions", []) if m.get("kind") != "pronoun"]
    return ReportedEntity(
        id=e["id"],
        kind=e["kind"],
        forms=(e["name"], *named),
        office=e.get("office") or None,
        country=e.get("country") or None,
    )


def _message(m: Json) -> ReportedMessage:
    kind = "letter" if m["kind"] == "cable" else m["kind"]
    return ReportedMessage(id=m["id"], kind=kind, from_=tuple(m["from"]), to=tuple(m["to"]))


def _statement(s: Json) -> ReportedStatement:
    cue = s.get("cue")
    return ReportedStatement(
        line=s.get("line"), cue=_span(cue) if cue else None, cue_text=cue["text"] if cue else None,
        sources=tuple(x["entity"] for x in s.get("sources", []) if x["entity"]),
        addressees=tuple(x["entity"] for x in s.get("addressees", [])),
        content=tuple(_span(c) for c in s["content"]), form=s.get("form"), frame=s.get("frame"),
        status=s.get("status", "said"), message=s.get("message"),
    )  # fmt: skip


def _span(located: Json) -> Span:
    return Span(located["start"], located["end"])
