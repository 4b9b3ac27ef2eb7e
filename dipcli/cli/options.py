"""The options that commands share, and the record they are handed in."""

import inspect
from collections.abc import Callable
from typing import Annotated, Any, NamedTuple

import typer


class Settings(NamedTuple):
    """What stands on the command line, options of all groups; commands without a group have its defaults."""

    files: list[str] = []
    format: str | None = None
    json: bool = False
    output: str | None = None
    fields: str | None = None
    bom: bool = False
    ascii: bool = False
    lang: str | None = None
    color: str = "auto"
    quiet: int = 0
    strict: bool = False
    exit_zero: bool = False
    errors_as_records: bool = False
    debug: bool = False
    encoding: str | None = None
    glob: list[str] = []
    files_from: str | None = None
    null: bool = False
    text_field: str | None = None
    title_field: str | None = None
    date_field: str | None = None
    without: list[str] = []
    by: list[str] = []
    to: list[str] = []
    about: list[str] = []
    form: list[str] = []
    status: list[str] = []
    medium: list[str] = []
    since: str | None = None
    until: str | None = None
    undated: bool = False
    min_confidence: float = 0.0
    sort: str | None = None
    limit: int | None = None
    count_only: bool = False
    files_with_matches: bool = False
    per_article: bool = False
    no_text: bool = False


Group = tuple[tuple[str, Any, Any], ...]

INPUT: Group = (
    ("files", Annotated[list[str] | None, typer.Argument(metavar="[FILE]...", help="Files, folders (recursive), or - for standard input.")], None),
    ("encoding", Annotated[str | None, typer.Option(help="Read the bytes as this encoding.")], None),
    ("glob", Annotated[list[str] | None, typer.Option(help="Which files of a folder to read (repeatable).")], None),
    ("files_from", Annotated[str | None, typer.Option(metavar="LIST", help="Read file names from LIST, one a line.")], None),
    ("null", Annotated[bool, typer.Option("-0", help="Names in LIST end with a NUL byte.")], False),
    ("text_field", Annotated[str | None, typer.Option(help="Field of a record that holds the text.")], None),
    ("title_field", Annotated[str | None, typer.Option(help="Field that holds the title.")], None),
    ("date_field", Annotated[str | None, typer.Option(help="Field that holds the date.")], None),
    ("without", Annotated[list[str] | None, typer.Option(help="Load the rules without this table (people).")], None),
)  # fmt: skip
OUTPUT: Group = (
    ("format", Annotated[str | None, typer.Option("--format", "-f", help="table, ndjson, json, csv, tsv, markdown.")], None),
    ("json", Annotated[bool, typer.Option("--json", help="Short for --format json.")], False),
    ("output", Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE, whole or not at all.")], None),
    ("fields", Annotated[str | None, typer.Option(help="Columns to keep: a,b.c")], None),
    ("bom", Annotated[bool, typer.Option("--bom", help="Begin CSV with a byte-order mark, for Excel.")], False),
    ("ascii", Annotated[bool, typer.Option("--ascii", help="Escape everything beyond ASCII in JSON.")], False),
    ("lang", Annotated[str | None, typer.Option(help="Language of labels: ar or en.", envvar="DIP_LANG")], None),
    ("color", Annotated[str, typer.Option(help="auto, always, never.")], "auto"),
    ("quiet", Annotated[int, typer.Option("-q", count=True, help="No warnings; -qq no errors either.")], 0),
    ("strict", Annotated[bool, typer.Option("--strict", help="Stop at the first input that fails.")], False),
    ("exit_zero", Annotated[bool, typer.Option("--exit-zero", help="0 also when nothing matched or some inputs failed.")], False),
    ("errors_as_records", Annotated[bool, typer.Option("--errors-as-records", help="Failed inputs as records among the others.")], False),
    ("debug", Annotated[bool, typer.Option("--debug", help="Show tracebacks.")], False),
)  # fmt: skip
FILTER: Group = (
    ("by", Annotated[list[str] | None, typer.Option(metavar="NAME", help="Said by NAME, Arabic or English, any spelling.")], None),
    ("to", Annotated[list[str] | None, typer.Option(metavar="NAME", help="Said to NAME.")], None),
    ("about", Annotated[list[str] | None, typer.Option(metavar="THEME", help="On this theme.")], None),
    ("form", Annotated[list[str] | None, typer.Option(help="direct, mixed, indirect.")], None),
    ("status", Annotated[list[str] | None, typer.Option(help="said, not_said, expected, declined.")], None),
    ("medium", Annotated[list[str] | None, typer.Option(help="letter, call, meeting, speech ...")], None),
    ("since", Annotated[str | None, typer.Option(metavar="DATE", help="Articles from this date on.")], None),
    ("until", Annotated[str | None, typer.Option(metavar="DATE", help="Articles up to this date.")], None),
    ("undated", Annotated[bool, typer.Option("--undated", help="Keep undated articles with --since and --until.")], False),
    ("min_confidence", Annotated[float, typer.Option(help="Only statements at least this sure (0 to 1).")], 0.0),
)  # fmt: skip
ROWS: Group = (
    ("sort", Annotated[str | None, typer.Option(help="date, place, confidence; reads to the end first.")], None),
    ("limit", Annotated[int | None, typer.Option(min=0, help="At most this many rows.")], None),
    ("count_only", Annotated[bool, typer.Option("--count", help="Only how many there are.")], False),
    ("files_with_matches", Annotated[bool, typer.Option("--files-with-matches", help="Only the files that have one.")], False),
)  # fmt: skip
PER_ARTICLE: Group = (
    ("per_article", Annotated[bool, typer.Option("--per-article", help="Count each article by itself, as it is read.")], False),
)  # fmt: skip
NO_TEXT: Group = (("no_text", Annotated[bool, typer.Option("--no-text", help="Leave the article's text out.")], False),)

_LISTS = ("files", "glob", "without", "by", "to", "about", "form", "status", "medium")


def settings_of(values: dict[str, Any]) -> Settings:
    """Settings from parsed options; lists that were not given are empty."""
    cleaned: dict[str, Any] = {k: (v or []) if k in _LISTS else v for k, v in values.items()}
    return Settings(**cleaned)


def takes(*groups: Group, first: Group = ()) -> Callable[[Callable[..., int]], Callable[..., int]]:
    """Give a command the options of these groups, handed to it as one ``Settings``; ``first`` are its own arguments."""

    def decorate(function: Callable[..., int]) -> Callable[..., int]:
        def command(**values: Any) -> int:
            own = {name: values.pop(name) for name, _, _ in first}
            return function(settings_of(values), **own)

        parameters = [
            inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
            for name, annotation, default in (*first, *(x for g in groups for x in g))
        ]
        command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        command.__annotations__ = {p.name: p.annotation for p in parameters}
        command.__doc__ = function.__doc__
        command.__name__ = function.__name__
        return command

    return decorate
