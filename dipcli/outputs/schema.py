"""JSON Schema (2020-12) of every record, made from the types that the records are built with.

``dip schema`` prints it. Shapes of reports are the ``TypedDict`` classes of ``shapes.py``, rows the ``Record`` classes
of the views. Every key is required and none other is allowed: what is not known is null or an empty list.
"""

import types
import typing
from typing import Any, Literal, Union, get_args, get_origin

from dipcli.outputs import shapes
from dipcli.outputs.wire import ROW_SCHEMAS, Json
from dipcli.views.corrections import CorrectionRow
from dipcli.views.entities import EntityRow
from dipcli.views.exported import ArticleRow, PersonRow
from dipcli.views.leaders import LeaderRow
from dipcli.views.messages import MessageRow
from dipcli.views.network import NetworkRow
from dipcli.views.rules import ProblemRow, RuleRow
from dipcli.views.score import MistakeRow, ScoreRow
from dipcli.views.search import HitRow
from dipcli.views.statements import StatementRow
from dipcli.views.summary import SummaryRow
from dipcli.views.themes import ThemeRow
from dipcli.views.timeline import TimelineRow
from dipcli.views.trends import TrendRow
from dipcli.views.tried import PassedRow

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_ROWS = (
    StatementRow,
    MessageRow,
    LeaderRow,
    ThemeRow,
    SummaryRow,
    EntityRow,
    RuleRow,
    ScoreRow,
    MistakeRow,
    ProblemRow,
    PassedRow,
    NetworkRow,
    TimelineRow,
    TrendRow,
    ArticleRow,
    PersonRow,
    HitRow,
    CorrectionRow,
)
_SHAPES = (
    shapes.ReportWire,
    shapes.ExplanationWire,
    shapes.ErrorWire,
    shapes.FormatWire,
    shapes.SettingWire,
    shapes.RunWire,
    shapes.FindingWire,
    shapes.FigureWire,
    shapes.BatchWire,
    shapes.PartWire,
    shapes.TotalWire,
)
_PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean", type(None): "null"}


def _persons(who: str) -> Json:
    """A column of ``dip export``."""
    return {"type": "array", "items": {"type": "integer"}, "description": f"of dip export only: dip.person/1 {who}"}


_ADDED: Json = {"type": "string", "description": "of dip digest only: when its article came into the archive, in UTC"}

# Columns that rows from an archive have besides.
_FROM_AN_ARCHIVE: dict[str, Json] = {
    "StatementRow": {
        "person": {
            "type": ["string", "null"],
            "description": "from an archive only: the speaker's name in the fullest form of all its articles",
        },
        "added": _ADDED,
        "speaker_persons": _persons("who speak"),
        "to_persons": _persons("who are spoken to"),
    },
    "MessageRow": {"added": _ADDED, "from_persons": _persons("it is from"), "to_persons": _persons("it is to")},
}

RECORDS: dict[str, Any] = {ROW_SCHEMAS[row.__name__]: row for row in _ROWS} | {
    get_args(typing.get_type_hints(shape)["schema"])[0]: shape for shape in _SHAPES
}
"""Every kind of record by the value of its ``schema`` key."""


def names() -> list[str]:
    """Short names of the records: report, statement, message …"""
    return [schema.split(".")[1].split("/")[0] for schema in RECORDS]


def schema(name: str | None = None) -> dict[str, Any]:
    """The schema of one record by its short name (KeyError when there is none); without a name of all of them."""
    made = _Maker()
    if name is None:
        whole: dict[str, Any] = {"oneOf": [made.record(s) for s in RECORDS]}
    else:
        whole = made.record({s.split(".")[1].split("/")[0]: s for s in RECORDS}[name])
    return {"$schema": DIALECT, "title": "What dip writes", **whole, "$defs": dict(sorted(made.defs.items()))}


class _Maker:
    """Collects the definitions that a schema refers to."""

    def __init__(self) -> None:
        self.defs: dict[str, Json] = {}

    def record(self, schema_id: str) -> dict[str, Any]:
        """A reference to one kind of record."""
        return self._of_class(RECORDS[schema_id])

    def _of(self, hint: Any) -> dict[str, Any]:
        if hasattr(hint, "__metadata__"):
            return {**self._of(hint.__origin__), "description": hint.__metadata__[0]}
        origin = get_origin(hint)
        if origin is Literal:
            values = list(get_args(hint))
            return {"const": values[0]} if len(values) == 1 else {"enum": values}
        if origin in (Union, types.UnionType):
            return self._of_union(get_args(hint))
        if origin is list:
            return {"type": "array", "items": self._of(get_args(hint)[0])}
        if origin is dict:
            return {"type": "object"}
        return {"type": _PLAIN[hint]} if hint in _PLAIN else self._of_class(hint)

    def _of_union(self, parts: tuple[Any, ...]) -> dict[str, Any]:
        made = [self._of(p) for p in parts]
        if all(list(m) == ["type"] for m in made):
            return {"type": [m["type"] for m in made]}
        return {"anyOf": made}

    def _of_class(self, cls: Any) -> dict[str, Any]:
        name = cls.__name__
        if name not in self.defs:
            self.defs[name] = {}  # a place for classes that refer to themselves
            hints = typing.get_type_hints(cls, include_extras=True)
            properties: dict[str, Any] = {k.rstrip("_"): self._of(v) for k, v in hints.items()}
            if name in ROW_SCHEMAS:
                properties = {"schema": {"const": ROW_SCHEMAS[name]}, **properties}
            required = list(properties)
            properties |= _FROM_AN_ARCHIVE.get(name, {})
            self.defs[name] = {
                "type": "object",
                "description": (cls.__doc__ or "").split("\n")[0].replace("``", ""),
                "properties": properties,
                "required": required,
                "additionalProperties": False,
            }
        return {"$ref": f"#/$defs/{name}"}
