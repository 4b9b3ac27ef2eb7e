"""What can stand behind an option or as an argument, for completion: values, or where they come from."""

from functools import cache
from typing import get_args

from dipcli.cli.checks import BIDI_MODES, SORTS, TABLES
from dipcli.model import Form, MediumKind, MessageKind, Status
from dipcli.records import Record


class Values(Record):
    """``source``: ``values`` (those listed), ``files``, ``folders``, ``names`` (of people) and ``rules`` (ids), which the
    program is asked for, or ``text`` (nothing to offer)."""

    source: str
    values: tuple[str, ...] = ()


TEXT, FILES, FOLDERS = Values("text"), Values("files"), Values("folders")
NAMES, RULES = Values("names"), Values("rules")


def of_option(parameter: str) -> Values:
    """What an option takes."""
    listed = _OPTIONS.get(parameter)
    if listed is not None:
        return Values("values", listed)
    if parameter == "format":
        from dipcli.outputs.writers import FORMATS

        return Values("values", ("table", *FORMATS))
    if parameter == "about":
        return Values("values", _theme_ids())
    return _SOURCES.get(parameter, TEXT)


def of_argument(command: str, parameter: str) -> Values:
    """What an argument of a command takes."""
    if (command, parameter) == ("schema", "name"):
        from dipcli.outputs.schema import names

        return Values("values", tuple(names()))
    if (command, parameter) in _ARGUMENTS:
        return Values("values", _ARGUMENTS[command, parameter])
    return _SOURCES.get(parameter, TEXT)


_OPTIONS = {
    "lang": ("ar", "en"), "color": ("auto", "always", "never"), "bidi": ("auto", *BIDI_MODES), "sort": SORTS,
    "form": get_args(Form), "status": get_args(Status),
    "medium": tuple(dict.fromkeys((*get_args(MediumKind), *get_args(MessageKind)))), "without": TABLES,
    "jobs": ("auto",), "engine": ("local", "spark"), "part_format": ("ndjson", "parquet"),
    "compress": ("gzip", "zstd", "none"), "encoding": ("utf-8", "windows-1256", "utf-16", "iso-8859-6"),
}  # fmt: skip
_ARGUMENTS = {
    ("rules", "action"): ("list", "show", "check", "try"),
    ("archive", "action"): ("check", "stats", "backup", "migrate", "salvage"),
    ("completion", "shell"): ("bash", "zsh", "fish"),
    ("export", "tables"): ("articles", "statements", "messages", "persons", "themes"),
}
_SOURCES = {
    "files": FILES, "file": FILES, "output": FILES, "files_from": FILES, "lock": FILES, "db": FILES, "reports": FILES, "gold": FOLDERS,
    "rules": FOLDERS, "out": FOLDERS, "verify": FOLDERS, "from_": FOLDERS, "by": NAMES, "to": NAMES, "what": RULES,
}  # fmt: skip


@cache
def _theme_ids() -> tuple[str, ...]:
    from dipcli.rules.load import load_rules

    return tuple(sorted(load_rules().theme_labels()))
