"""Annotated articles: a folder with ``texts/ID.txt`` and ``annotations/ID.json``.

``docs/annotating.md`` describes the file and how one is written by hand.
"""

import json
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any, get_args

from dipcli.evaluation.errors import EvaluationError
from dipcli.evaluation.places import PlaceError, Places
from dipcli.evaluation.shape import ShapeError, checked, checked_list
from dipcli.model import EntityKind, Form, Frame, Span, Status
from dipcli.records import Record

UNKNOWN = "unknown"
"""The source of a statement when nobody could tell."""

EXCHANGE_KINDS = ("letter", "call", "meeting", "visit")


class AnnotatedEntity(Record):
    """Somebody, with every form under which the article names them."""

    key: str
    kind: str
    name: str
    aliases: tuple[str, ...]
    office: str | None
    country: str | None


class Exchange(Record):
    """A letter, call, meeting or visit between two sides; sides are keys of entities."""

    number: int
    kind: str
    from_: tuple[str, ...]
    to: tuple[str, ...]


class AnnotatedStatement(Record):
    """Something said; sources and addressees are keys of entities, ``subject`` says whether its source is written."""

    line: int
    cue: Span | None
    cue_text: str | None
    subject: bool
    sources: frozenset[str]
    addressees: frozenset[str]
    content: tuple[Span, ...]
    form: str
    frame: str
    status: str
    exchange: int | None


class Annotation(Record):
    """All that an annotator wrote about one article, with the text that the spans slice."""

    name: str
    text: str
    entities: tuple[AnnotatedEntity, ...]
    exchanges: tuple[Exchange, ...]
    statements: tuple[AnnotatedStatement, ...]
    themes: frozenset[str]


def annotated_names(folder: Path) -> list[str]:
    """Names of the annotated articles of a folder, sorted. Raises EvaluationError when it has none."""
    if not folder.is_dir():
        raise EvaluationError(str(folder), "no such folder")
    names = sorted(p.stem for p in (folder / "annotations").glob("*.json"))
    if not names:
        raise EvaluationError(str(folder), "no annotations in it: it needs texts/NAME.txt and annotations/NAME.json")
    return names


def text_path(folder: Path, name: str) -> Path:
    """Where the text of an annotated article lies."""
    return folder / "texts" / f"{name}.txt"


def read_annotation(folder: Path, name: str, themes: Collection[str] | None = None) -> Annotation:
    """One annotated article. ``themes`` are the ids that may be used; any may where it is None.

    Raises EvaluationError with the file, the place in it and what is wrong.
    """
    path = folder / "annotations" / f"{name}.json"
    text = _read(text_path(folder, name))
    try:
        record = json.loads(_read(path))
        return _annotation(name, text, record, themes)
    except json.JSONDecodeError as e:
        raise EvaluationError(str(path), f"not JSON: {e}") from None
    except (ShapeError, PlaceError) as e:
        raise EvaluationError(str(path), str(e)) from None


def _read(path: Path) -> str:
    """A file in UTF-8, its line ends untouched; a byte-order mark is no character of it."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as e:
        raise EvaluationError(str(path), f"cannot be read: {e.strerror}") from None
    except UnicodeDecodeError as e:
        raise EvaluationError(str(path), f"not UTF-8 at byte {e.start}") from None


def _annotation(name: str, text: str, record: Any, themes: Collection[str] | None) -> Annotation:
    top = checked(record, "", {"entities": list, "statements": list}, {"id": str, "exchanges": list, "themes": list})
    entities = tuple(_entity(e, f"entity {n}") for n, e in enumerate(top["entities"], 1))
    keys = {e.key for e in entities}
    if len(keys) < len(entities):
        raise ShapeError("entities: two have the same key")
    exchanges = tuple(_exchange(x, f"exchange {n}", keys) for n, x in enumerate(top.get("exchanges", []), 1))
    places = Places(text)
    numbers = {x.number for x in exchanges}
    statements = tuple(
        _statement(s, f"statement {n}", places, keys, numbers) for n, s in enumerate(top["statements"], 1)
    )
    main = checked_list(top.get("themes", []), "themes", themes)
    return Annotation(name, text, entities, exchanges, statements, frozenset(main))


def _entity(record: Any, at: str) -> AnnotatedEntity:
    e = checked(
        record,
        at,
        {"key": str, "kind": get_args(EntityKind), "name": str},
        {"aliases": list, "office": str, "country": str},
    )
    return AnnotatedEntity(
        key=e["key"], kind=e["kind"], name=e["name"], aliases=checked_list(e.get("aliases", []), f"{at}: aliases"),
        office=e.get("office"), country=e.get("country"),
    )  # fmt: skip


def _exchange(record: Any, at: str, keys: Collection[str]) -> Exchange:
    x = checked(
        record,
        at,
        {"n": int, "kind": EXCHANGE_KINDS, "from": list, "to": list},
        {"occasion": str, "line": int, "evidence": str},
    )
    sides = (checked_list(x[side], f"{at}: {side}", keys) for side in ("from", "to"))
    return Exchange(x["n"], x["kind"], *sides)


STATEMENT: dict[str, Any] = {"line": int, "source": (str, list), "form": get_args(Form), "frame": get_args(Frame)}
STATEMENT_MORE: dict[str, Any] = {
    "n": int, "cue": str, "source_text": str, "addressee": (str, list), "exchange": int, "status": get_args(Status),
    "content": list, "content_spans": list, "content_text": list, "cue_span": list, "source_text_span": list,
}  # fmt: skip


def _statement(
    record: Any, at: str, places: Places, keys: Collection[str], numbers: Collection[int]
) -> AnnotatedStatement:
    s = checked(record, at, STATEMENT, STATEMENT_MORE)
    if s.get("exchange") is not None and s["exchange"] not in numbers:
        raise ShapeError(f"{at}: there is no exchange {s['exchange']}")
    if not s["source"]:
        raise ShapeError(f'{at}: it needs a source ("{UNKNOWN}" when nobody could tell)')
    content = _content(s, at, places)
    return AnnotatedStatement(
        line=s["line"], cue=_cue(s, at, places, content[0].start), cue_text=s.get("cue"), subject=bool(s.get("source_text")),
        sources=_parties(s["source"], f"{at}: source", {*keys, UNKNOWN}),
        addressees=_parties(s.get("addressee"), f"{at}: addressee", keys),
        content=content, form=s["form"], frame=s["frame"], status=s.get("status", "said"), exchange=s.get("exchange"),
    )  # fmt: skip


def _parties(value: Any, at: str, keys: Collection[str]) -> frozenset[str]:
    several = value if isinstance(value, list) else [] if value is None else [value]
    return frozenset(checked_list(several, at, keys))


def _content(s: Mapping[str, Any], at: str, places: Places) -> tuple[Span, ...]:
    """Offsets where the annotation has them (they know better than words), else the places of its words."""
    if s.get("content_spans"):
        spans = [places.span(x, f"{at}: content_spans") for x in s["content_spans"]]
        for span, said in zip(spans, s.get("content_text") or [], strict=False):
            places.must_say(span, said, f"{at}: content_text")
        return tuple(spans)
    if not s.get("content"):
        raise ShapeError(f"{at}: it needs content")
    shape = {"line": int, "start": str, "end": str}
    parts = [checked(part, f"{at}: content", shape, {}) for part in s["content"]]
    return tuple(places.between(p["line"], p["start"], p["end"], f"{at}: content") for p in parts)


def _cue(s: Mapping[str, Any], at: str, places: Places, content: int) -> Span | None:
    if s.get("cue_span"):
        return places.span(s["cue_span"], f"{at}: cue_span")
    return places.cue(s["line"], s["cue"], content, f"{at}: cue") if s.get("cue") else None
