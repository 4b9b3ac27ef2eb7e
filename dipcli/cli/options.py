"""The options that commands share, and the record they are handed in."""

import inspect
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dipcli.records import Record

if TYPE_CHECKING:
    from dipcli.cli.run import Run


class Settings(Record):
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
    bidi: str = "auto"
    boxes: bool = False
    no_pager: bool = False
    quiet: int = 0
    verbose: bool = False
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
    split: str | None = None
    rules: list[str] = []
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
    mistakes: bool = False
    jobs: str = "1"
    max_time: str | None = None
    start_after: str | None = None
    lock: str | None = None
    stats: bool = False
    run: "Run | None" = None
    db: str | None = None
    reprints: bool = False


class Group(Record):
    """Options that belong together: a section of the help, and (name, annotation, default) of each."""

    title: str
    options: tuple[tuple[str, Any, Any], ...]


def picked(group: Group, *names: str) -> tuple[tuple[str, Any, Any], ...]:
    """Some options of a group, for a group of a command's own."""
    return tuple(o for o in group.options if o[0] in names)


FILES = Group("Arguments", (
    ("files", Annotated[list[str] | None, typer.Argument(metavar="[FILE]...", help="Files, folders (recursive), patterns ('news/*.txt'), or - for standard input.")], None),
))  # fmt: skip
_WITHOUT = ("without", Annotated[list[str] | None, typer.Option(metavar="TABLE", help="Load the rules without this table (people), for measuring.")], None)  # fmt: skip
_RULES = ("rules", Annotated[list[str] | None, typer.Option("--rules", metavar="DIR", help="Lay your own tables over the rules (repeatable: later ones win; dip rules check DIR).")], None)  # fmt: skip
RULES = Group("What is read", (_RULES, _WITHOUT))
INPUT = Group("What is read", (
    ("glob", Annotated[list[str] | None, typer.Option(metavar="PATTERN", help="Which files of a folder are read (repeatable).")], None),
    ("files_from", Annotated[str | None, typer.Option(metavar="LIST", help="Take file names from LIST, one a line (- for standard input).")], None),
    ("null", Annotated[bool, typer.Option("-0", help="The names in LIST end with a NUL byte.")], False),
    ("encoding", Annotated[str | None, typer.Option(metavar="NAME", help="Read the bytes as this encoding.")], None),
    ("text_field", Annotated[str | None, typer.Option(metavar="FIELD", help="Field of a record (JSON, CSV) that holds the text.")], None),
    ("title_field", Annotated[str | None, typer.Option(metavar="FIELD", help="Field that holds the title.")], None),
    ("date_field", Annotated[str | None, typer.Option(metavar="FIELD", help="Field that holds the date.")], None),
    ("split", Annotated[str | None, typer.Option(metavar="REGEX", help="A line that REGEX matches stands between two articles of a text file; without it a line of ***, --- or a form feed; '' for none.")], None),
    _RULES,
    _WITHOUT,
))  # fmt: skip
OUTPUT = Group("What is written", (
    ("format", Annotated[str | None, typer.Option("--format", "-f", metavar="FORMAT", help="table, ndjson, json, csv, tsv, xlsx, markdown; table on a terminal, else ndjson.")], None),
    ("json", Annotated[bool, typer.Option("--json", help="Short for --format json.")], False),
    ("output", Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE, whole or not at all.")], None),
    ("fields", Annotated[str | None, typer.Option(metavar="A,B", help="Only these columns, in this order.")], None),
    ("bom", Annotated[bool, typer.Option("--bom", help="Begin CSV with a byte-order mark, for Excel.")], False),
    ("ascii", Annotated[bool, typer.Option("--ascii", help="Escape everything beyond ASCII in JSON.")], False),
    ("lang", Annotated[str | None, typer.Option(metavar="ar|en", help="Language of labels; by the locale, else English.")], None),
    ("color", Annotated[str, typer.Option(metavar="auto|always|never", help="Colours and styles.")], "auto"),
    ("bidi", Annotated[str, typer.Option(metavar="auto|MODE", help="How tables give Arabic to the terminal: visual, bdsm, lro, konsole, words, records, logical (dip doctor shows them). In a pipe too.")], "auto"),
    ("boxes", Annotated[bool, typer.Option("--boxes", help="Borders around columns.")], False),
    ("no_pager", Annotated[bool, typer.Option("--no-pager", help="Show long tables without a pager (which one: DIP_PAGER, PAGER).")], False),
))  # fmt: skip
PAGE = Group("What is written", (
    ("output", Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE, whole or not at all.")], None),
    ("lang", Annotated[str | None, typer.Option(metavar="ar|en", envvar="DIP_LANG", help="Language of labels; by the locale, else English.")], None),
))  # fmt: skip
RUN = Group("Errors and messages", (
    ("quiet", Annotated[int, typer.Option("-q", count=True, help="No progress and warnings; -qq no errors either.", show_default=False)], 0),
    ("verbose", Annotated[bool, typer.Option("-v", help="Say what is read.")], False),
    ("strict", Annotated[bool, typer.Option("--strict", help="Stop at the first input that fails.")], False),
    ("exit_zero", Annotated[bool, typer.Option("--exit-zero", help="Status 0 also when nothing matched or some inputs failed.")], False),
    ("errors_as_records", Annotated[bool, typer.Option("--errors-as-records", help="Failed inputs as records among the others.")], False),
    ("debug", Annotated[bool, typer.Option("--debug", help="Show tracebacks.")], False),
))  # fmt: skip
FILTER = Group("Which statements count", (
    ("by", Annotated[list[str] | None, typer.Option(metavar="NAME", help="Said by NAME, Arabic or English, any spelling (repeatable: any of them).")], None),
    ("to", Annotated[list[str] | None, typer.Option(metavar="NAME", help="Said to NAME.")], None),
    ("about", Annotated[list[str] | None, typer.Option(metavar="THEME", help="On this theme (dip rules list themes).")], None),
    ("form", Annotated[list[str] | None, typer.Option(metavar="FORM", help="direct, mixed, indirect.")], None),
    ("status", Annotated[list[str] | None, typer.Option(metavar="STATUS", help="said, not_said, expected, declined.")], None),
    ("medium", Annotated[list[str] | None, typer.Option(metavar="MEDIUM", help="letter, cable, call, meeting, visit, speech, interview ...")], None),
    ("since", Annotated[str | None, typer.Option(metavar="DATE", help="Articles from this date on (2022-01-03, 2022-01, 2022).")], None),
    ("until", Annotated[str | None, typer.Option(metavar="DATE", help="Articles up to this date.")], None),
    ("undated", Annotated[bool, typer.Option("--undated", help="Keep undated articles with --since and --until.")], False),
    ("min_confidence", Annotated[float, typer.Option(metavar="0..1", help="Only statements at least this sure.", show_default=False)], 0.0),
))  # fmt: skip
DATES = Group("Which articles count", picked(FILTER, "since", "until", "undated"))
ROWS = Group("Which rows", (
    ("sort", Annotated[str | None, typer.Option(metavar="date|newest|place|confidence|rank", help="Sort; reads to the end first. An archive gives the newest first; rank: what is most about TEXT.")], None),
    ("limit", Annotated[int | None, typer.Option(min=0, metavar="N", help="At most so many.")], None),
    ("count_only", Annotated[bool, typer.Option("--count", help="Only how many there are.")], False),
    ("files_with_matches", Annotated[bool, typer.Option("--files-with-matches", help="Only the files that have one.")], False),
))  # fmt: skip
PER_ARTICLE = Group("Which rows", (
    ("per_article", Annotated[bool, typer.Option("--per-article", help="Count each article by itself, as it is read.")], False),
))  # fmt: skip
NO_TEXT = Group("What is written", (
    ("no_text", Annotated[bool, typer.Option("--no-text", help="Leave the article's text out.")], False),
))  # fmt: skip
MISTAKES = Group("What is written", (
    ("mistakes", Annotated[bool, typer.Option("--mistakes", help="A row each mistake, not a row each figure.")], False),
))  # fmt: skip

LONG = Group("Long and regular runs", (
    ("jobs", Annotated[str, typer.Option("--jobs", "-j", metavar="N|auto", help="Read with N processes; auto is one a core. The output is the same.")], "1"),
    ("max_time", Annotated[str | None, typer.Option(metavar="DURATION", help="Stop after so long (90s, 15m, 1h30m), between two articles, and say where: status 124.")], None),
    ("start_after", Annotated[str | None, typer.Option(metavar="FILE", help="Begin behind this input, as a run that was stopped says it.")], None),
    ("lock", Annotated[str | None, typer.Option(metavar="FILE", help="Do nothing where another run holds this lock: status 75.")], None),
    ("stats", Annotated[bool, typer.Option("--stats", help="At the end a line of figures on standard error, as JSON.")], False),
))  # fmt: skip

DB = ("db", Annotated[str | None, typer.Option(metavar="PATH", help="Ask this archive (dip index makes it). [env var: DIP_DB]")], None)  # fmt: skip
ARCHIVE = Group("Over an archive", (
    DB,
    ("reprints", Annotated[bool, typer.Option("--reprints", help="Each print of a story by itself, not its first alone.")], False),
))  # fmt: skip

_LISTS = ("files", "glob", "rules", "without", "by", "to", "about", "form", "status", "medium")


def settings_of(values: dict[str, Any]) -> Settings:
    """Settings from parsed options; lists that were not given are empty."""
    given: dict[str, Any] = {k: (v or []) if k in _LISTS else v for k, v in values.items()}
    return Settings(**given)


def takes(*groups: Group, own: Group | None = None) -> Callable[[Callable[..., int]], Callable[..., int]]:
    """Give a command the options of these groups, handed to it as one ``Settings``; ``own`` are arguments of its own."""
    all_groups = (*((own,) if own else ()), *groups, RUN)

    def decorate(function: Callable[..., int]) -> Callable[..., int]:
        def command(**values: Any) -> int:
            mine = {name: values.pop(name) for name, _, _ in (own.options if own else ())}
            settings = settings_of(values)
            if settings.lock is None and settings.max_time is None and not settings.stats:
                return function(settings, **mine)
            from dipcli.cli.run import governed

            return governed(settings, lambda changed: function(changed, **mine))

        command.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
            [
                inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
                for group in all_groups
                for name, annotation, default in group.options
            ]
        )
        command.__annotations__ = {name: a for group in all_groups for name, a, _ in group.options}
        command.__doc__ = function.__doc__
        command.__name__ = function.__name__
        command.sections = {name: g.title for g in all_groups for name, _, _ in g.options}  # type: ignore[attr-defined]
        return command

    return decorate
