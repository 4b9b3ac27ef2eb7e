"""What may be set once for all: by an environment variable, or by a key of a configuration file."""

from collections.abc import Callable, Sequence
from typing import Any

from dipcli.cli.amounts import jobs_of, seconds_of
from dipcli.cli.checks import did_you_mean, or_list
from dipcli.model import DipError
from dipcli.records import Record

_YES, _NO = ("1", "true", "yes", "on"), ("0", "false", "no", "off")


class Key(Record):
    """A setting, called as its option is. ``kind`` is what a file holds; ``check`` raises DipError for what cannot be.

    ``personal`` ones stand in the user's own file only, not in one that lies in a folder of somebody else's.
    """

    name: str
    kind: type
    what: str
    check: Callable[[str], Any] | None = None
    personal: bool = False

    @property
    def variable(self) -> str:
        """Its environment variable."""
        return "DIP_" + self.name.upper().replace("-", "_")

    @property
    def parameter(self) -> str:
        """Its name in ``Settings``."""
        return self.name.replace("-", "_")

    def of_text(self, text: str) -> Any:
        """The value that an environment variable's text says. Raises DipError."""
        if self.kind is bool:
            if text.lower() not in _YES + _NO:
                raise DipError(f'{or_list((*_YES, *_NO))}, not "{text}"')
            return text.lower() in _YES
        if self.kind is list:
            import os

            return [self._checked(part) for part in text.split(os.pathsep) if part]
        return self._checked(text)

    def of_toml(self, value: Any) -> Any:
        """The value that a file's says. Raises DipError."""
        if self.name == "jobs" and type(value) is int:
            value = str(value)
        if self.kind is list and isinstance(value, list) and all(isinstance(v, str) for v in value):
            return [self._checked(v) for v in value]
        if type(value) is not self.kind or self.kind is list:
            raise DipError(f"{_TYPES[self.kind]}, not {_shown(value)}")
        return self._checked(value) if isinstance(value, str) else value

    def _checked(self, text: str) -> str:
        if self.check is not None:
            self.check(text)
        return text


_TYPES = {bool: "true or false", str: "text in quotation marks", list: "a list of texts"}


def _shown(value: Any) -> str:
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else repr(value)


def _one_of(values: Sequence[str]) -> Callable[[str], None]:
    def check(text: str) -> None:
        if text not in values:
            raise DipError(f'{or_list(values)}, not "{text}"{did_you_mean(text, values)}')

    return check


def _format(text: str) -> None:
    from dipcli.outputs.writers import FORMATS

    _one_of(("table", *FORMATS))(text)


def _encoding(text: str) -> None:
    import codecs

    try:
        codecs.lookup(text)
    except (LookupError, ValueError):
        raise DipError(f'an encoding (windows-1256, utf-16 ...), not "{text}"') from None


KEYS: dict[str, Key] = {
    k.name: k
    for k in (
        Key("format", str, "format of what is written, where the command has it", _format),
        Key("lang", str, "language of labels", _one_of(("ar", "en"))),
        Key("color", str, "colours and styles", _one_of(("auto", "always", "never"))),
        Key("bidi", str, "how Arabic is given to the terminal; on a terminal only"),
        Key("boxes", bool, "borders around columns"),
        Key("pager", str, "program that shows long tables; empty for none", personal=True),
        Key("jobs", str, "how many processes read", jobs_of),
        Key("max-time", str, "how long a run may take", lambda text: seconds_of("max-time", text)),
        Key("stats", bool, "a line of figures at the end of each run"),
        Key("glob", list, "which files of a folder are read"),
        Key("encoding", str, "what the bytes of inputs are read as", _encoding),
        Key("text-field", str, "field of a record that holds the text"),
        Key("title-field", str, "field that holds the title"),
        Key("date-field", str, "field that holds the date"),
        Key("rules", list, "folders of rules of one's own"),
        Key("strict", bool, "stop at the first input that fails"),
        Key("errors-as-records", bool, "failed inputs as records among the others"),
        Key("db", str, "the archive that is asked where no FILE is named"),
    )
}
