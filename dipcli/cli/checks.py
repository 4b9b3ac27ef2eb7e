"""Values of options, checked before anything is read: a value that cannot be is a usage error with the nearest that can."""

import re
from collections.abc import Iterable
from typing import get_args

from dipcli.cli.amounts import jobs_of
from dipcli.cli.options import Settings
from dipcli.model import DipError, Form, MediumKind, MessageKind, Status

_DATE = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"
SORTS = ("date", "newest", "place", "confidence", "rank")
TABLES = ("people",)
# Those of dipcli.terminal.modes, which is loaded for tables only.
BIDI_MODES = ("visual", "bdsm", "lro", "konsole", "words", "records", "logical")


def check(settings: Settings) -> None:
    """Raise DipError for the first value that cannot be."""
    jobs_of(settings.jobs)
    one_of("--color", settings.color, ("auto", "always", "never"))
    one_of("--bidi", settings.bidi, ("auto", *BIDI_MODES))
    one_of("--lang", settings.lang, ("ar", "en"))
    one_of("--sort", settings.sort, SORTS)
    _all_of("--form", settings.form, get_args(Form))
    _all_of("--status", settings.status, get_args(Status))
    _all_of("--medium", settings.medium, dict.fromkeys((*get_args(MediumKind), *get_args(MessageKind))))
    _all_of("--without", settings.without, TABLES)
    for option, date in (("--since", settings.since), ("--until", settings.until)):
        if date is not None and not re.fullmatch(_DATE, date):
            raise DipError(f'{option} is a date like 2022-01-03, 2022-01 or 2022, not "{date}"')
    if not 0 <= settings.min_confidence <= 1:
        raise DipError(f"--min-confidence is between 0 and 1, not {settings.min_confidence:g}")
    for option, names in (("--by", settings.by), ("--to", settings.to)):
        if any(not n.strip() for n in names):
            raise DipError(f"{option} needs a name")
    if settings.encoding is not None:
        _encoding(settings.encoding)
    if settings.split is not None:
        _pattern("--split", settings.split)


def _encoding(name: str) -> None:
    import codecs

    try:
        b"".decode(name)
        known = codecs.lookup(name)._is_text_encoding  # not hex, zip, rot13
    except (LookupError, ValueError):
        known = False
    if not known:
        raise DipError(f'no encoding is called "{name}" (windows-1256, utf-16, iso-8859-6 ...)') from None


def _pattern(option: str, value: str) -> None:
    try:
        re.compile(value)
    except re.error as e:
        raise DipError(f"{option}: no regular expression: {e}") from None


def _all_of(option: str, values: Iterable[str], known: Iterable[str]) -> None:
    for value in values:
        one_of(option, value, known)


def one_of(option: str, value: str | None, known: Iterable[str]) -> None:
    """Raise DipError where a value, if there is one, is none of these."""
    known = tuple(known)
    if value is not None and value not in known:
        raise DipError(f'{option} is {or_list(known)}, not "{value}"{did_you_mean(value, known)}')


def or_list(values: Iterable[str]) -> str:
    """``a, b or c``."""
    *first, last = values
    return f"{', '.join(first)} or {last}" if first else last


def did_you_mean(value: str, known: Iterable[str]) -> str:
    """`: did you mean x?` with the nearest value, or nothing where none is near."""
    import difflib

    known = list(known)
    near = difflib.get_close_matches(value.lower(), known, n=1) or [k for k in known if value and value.lower() in k]
    return f": did you mean {near[0]}?" if near else ""


def themes(wanted: list[str], labels: dict[str, tuple[str, str]]) -> tuple[str, ...]:
    """Theme ids of what was asked for: ids, or labels in either language. Raises DipError for one that is none."""
    by_label = {label.lower(): theme for theme, pair in labels.items() for label in (*pair, theme.replace("_", " "))}
    out = []
    for value in wanted:
        theme = value if value in labels else by_label.get(value.strip().lower().replace("-", "_").replace("_", " "))
        if theme is None:
            near = did_you_mean(value.replace(" ", "_").replace("-", "_"), [*labels, *by_label])
            raise DipError(f'no theme is called "{value}"{near or " (dip rules list themes)"}')
        out.append(theme)
    return tuple(out)
