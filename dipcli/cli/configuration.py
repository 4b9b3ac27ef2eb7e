"""The settings in force: environment variables, over ./dip.toml, over the user's own file."""

import os
import re
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from dipcli.cli.keys import KEYS, Key
from dipcli.model import DipError
from dipcli.records import Record

HERE = "dip.toml"


class Value(Record):
    """A setting's value and where it was set: a variable's name, or a file and line."""

    value: Any
    origin: str


@cache
def configuration() -> dict[str, Value]:
    """What is set, by key. Raises DipError for what cannot be, with its place."""
    found = dict(_from_files(os.environ))
    for key in KEYS.values():
        text = os.environ.get(key.variable)
        if text or (text is not None and key.name == "pager"):
            try:
                found[key.name] = Value(key.of_text(text), key.variable)
            except DipError as e:
                raise DipError(f"{key.variable} is {_without_option(str(e))}") from None
    return found


def setting(name: str) -> Any:
    """The value of a key, None where it is not set."""
    KEYS[name]
    value = configuration().get(name)
    return value.value if value else None


def option_defaults() -> dict[str, Any]:
    """What stands for options that are not given, by parameter.

    Not the format, which counts where a command has it, and not what counts on a terminal only.
    """
    apart = ("format", "bidi", "pager", "db")
    return {KEYS[name].parameter: v.value for name, v in configuration().items() if name not in apart}


def files() -> list[tuple[str, bool]]:
    """Configuration files that would be read, the strongest first, and whether each is the user's own."""
    named = os.environ.get("DIP_CONFIG")
    return [(named, True)] if named else [(HERE, False), (user_file(os.environ), True)]


def user_file(env: Mapping[str, str]) -> str:
    """Where the user's own file is, or would be."""
    if sys.platform in ("darwin", "win32"):
        import platformdirs

        return str(platformdirs.user_config_path("dip", appauthor=False) / "config.toml")
    # What platformdirs says there, without the time that it takes to import it.
    base = env.get("XDG_CONFIG_HOME", "").strip() or os.path.expanduser("~/.config")
    return os.path.join(base, "dip", "config.toml")


def _from_files(env: Mapping[str, str]) -> Iterator[tuple[str, Value]]:
    for path, own in reversed(files()):
        if os.path.exists(path) or env.get("DIP_CONFIG"):
            yield from _read(path, own)


def _read(path: str, own: bool) -> Iterator[tuple[str, Value]]:
    import tomllib

    try:
        with open(path, encoding="utf-8") as f:
            text = f.read()
        table = tomllib.loads(text)
    except OSError as e:
        raise DipError(f"{path}: the configuration cannot be read: {e.strerror}") from None
    except ValueError as e:  # no TOML, or no UTF-8
        raise DipError(f"{path}: no configuration in TOML: {e}") from None
    for name, value in table.items():
        line = _line(text, name)
        place = f"{path}:{line}" if line else path
        key = KEYS.get(name)
        if key is None:
            raise DipError(f"{place}: no setting is called {_quoted(name)}{_near(name)}")
        if key.personal and not own:
            raise DipError(f"{place}: {name} names a program to run: it may stand in {user_file(os.environ)} only")
        try:
            checked = key.of_toml(value)
        except DipError as e:
            raise DipError(f"{place}: {name} is {_without_option(str(e))}") from None
        yield name, Value(_placed(key, checked, path), place)


def _placed(key: Key, value: Any, path: str) -> Any:
    """Folders are named from the file's own."""
    folder = os.path.dirname(path)
    return [os.path.join(folder, os.path.expanduser(v)) for v in value] if key.name == "rules" else value


def _line(text: str, name: str) -> int | None:
    """Where a key stands: tomllib does not tell."""
    pattern = re.compile(rf"\s*(?:{re.escape(name)}|\"{re.escape(name)}\"|\[\s*{re.escape(name)}\s*\])\s*(?:=|\.|$|#)")
    return next((n for n, line in enumerate(text.split("\n"), 1) if pattern.match(line)), None)


def _quoted(name: str) -> str:
    return f'"{name}"'


def _near(name: str) -> str:
    from dipcli.cli.checks import did_you_mean

    return did_you_mean(name.replace("_", "-"), KEYS) or " (dip config lists them)"


def _without_option(message: str) -> str:
    """What the check of an option says, without the option."""
    return re.sub(r"^(?:--)?[a-z-]+ is ", "", message)
