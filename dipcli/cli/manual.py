"""The manual page, made from the tree of commands: ``man/dip.1`` is written by ``tools/sync_docs.py``."""

from collections.abc import Iterator

from dipcli import __version__
from dipcli.cli.commands import COMMANDS, EXAMPLES, GROUPS
from dipcli.cli.keys import KEYS
from dipcli.cli.tree import Option, Tree
from dipcli.rules.compile import VERSION

_STATUSES = (
    ("0", "Done."),
    ("1", "A query (who-said, filters) that matched nothing."),
    ("2", "Usage or configuration."),
    ("3", "Some inputs failed; the others were read."),
    ("4", "None could be read."),
    ("75", "Another run holds the lock."),
    ("124", "Stopped by --max-time."),
    ("130, 141, 143", "Ended by ^C, by a reader that went away, by TERM."),
)
_ENVIRONMENT = (
    ("DIP_CONFIG", "The configuration file, in place of dip.toml here and the user's own; see dip config."),
    *((k.variable, f"{k.what[:1].upper()}{k.what[1:]}.") for k in KEYS.values()),
    ("COLUMNS", "Width of tables, in a pipe too."),
    ("NO_COLOR, FORCE_COLOR", "Colours, where --color is auto."),
)


def manual(trees: list[Tree]) -> str:
    """The page in the man macros of roff."""
    return "\n".join(_lines(trees)) + "\n"


def _lines(trees: list[Tree]) -> Iterator[str]:
    yield f'.TH DIP 1 "{VERSION.replace(".", "-")}-01" "dip {__version__}" "User Commands"'
    yield from (".SH NAME", "dip \\- who said what to whom, read from Arabic diplomatic news")
    yield from (
        ".SH SYNOPSIS",
        ".B dip",
        ".I COMMAND",
        "[\\fIFILE\\fR...] [\\fIoptions\\fR]",
        ".br",
        ".B dip \\-\\-version",
    )
    yield from (".SH DESCRIPTION", *_text(
        "dip reads news files and answers which leaders are in them, what messages went between them, who said what to "
        "whom, and on which themes. FILE is a file, a folder (with all in it), or - for standard input. On a terminal it "
        "shows tables; in a pipe it writes records, one JSON object a line."
    ))  # fmt: skip
    yield ".SH EXAMPLES"
    yield from _examples(EXAMPLES)
    yield ".SH COMMANDS"
    for group in GROUPS:
        yield f".SS {_escaped(group)}"
        for tree in (t for t in trees if COMMANDS[t.name].group == group):
            yield from (".TP", f".B {_escaped(tree.name)}", *_text(tree.what + "."))
    shared = _shared(trees)
    yield ".SH OPTIONS OF MOST COMMANDS"
    yield from _sections(shared)
    yield ".SH EACH COMMAND"
    for tree in trees:
        yield from _command(tree, shared)
    for title, pairs in (("EXIT STATUS", _STATUSES), ("ENVIRONMENT", _ENVIRONMENT)):
        yield f".SH {title}"
        for name, what in pairs:
            yield from (".TP", f".B {_escaped(name)}", *_text(what))
    yield from (".SH SEE ALSO", ".BR jq (1),", ".BR less (1)")


def _shared(trees: list[Tree]) -> list[Option]:
    """Options that more than half of the commands have, with the same help in each."""
    having: dict[Option, int] = {}
    for tree in trees:
        for option in tree.options:
            having[option] = having.get(option, 0) + 1
    return [o for o, n in having.items() if n > len(trees) // 2]


def _command(tree: Tree, shared: list[Option]) -> Iterator[str]:
    yield f".SS dip {_escaped(tree.name)}"
    yield from (*_text(tree.text), ".sp", *_examples(tree.examples))
    for argument in tree.arguments:
        if argument.help:
            yield from (".TP", f".I {_escaped(argument.metavar)}", *_text(argument.help))
    yield from _sections([o for o in tree.options if o not in shared], headed=False)


def _sections(options: list[Option], headed: bool = True) -> Iterator[str]:
    for section in dict.fromkeys(o.section for o in options):
        if headed:
            yield f".SS {_escaped(section)}"
        for option in options:
            if option.section == section:
                names = ", ".join(f"\\fB{_escaped(n)}\\fR" for n in option.names)
                value = f" \\fI{_escaped(option.metavar)}\\fR" if option.metavar else ""
                yield from (".TP", names + value, *_text(option.help))


def _examples(examples: tuple[str, ...]) -> Iterator[str]:
    yield from (".RS", ".nf", *(f"\\&{_escaped(e)}" for e in examples), ".fi", ".RE")


def _text(text: str) -> Iterator[str]:
    for n, paragraph in enumerate(text.split("\n\n")):
        if n:
            yield ".PP"
        words = " ".join(paragraph.split())
        # A line that begins with a full stop or an apostrophe would be a request.
        yield f"\\&{_escaped(words)}" if words.startswith((".", "'")) else _escaped(words)


def _escaped(text: str) -> str:
    """Text for roff: letters beyond ASCII by their code point, so that the page is what it is in any locale."""
    text = (
        text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace("^", "\\(ha").replace("~", "\\(ti")
    )
    return "".join(c if c.isascii() else f"\\[u{ord(c):04X}]" for c in text)
