"""The completion script for fish."""

from collections.abc import Iterator

from dipcli.cli.tree import Option, Tree
from dipcli.cli.values import Values, of_argument, of_option

_HEAD = """\
# Completion of dip for fish, made by "dip completion fish".
function __dip_command
    set -l words (commandline -opc)
    test (count $words) -gt 1; and string replace summarize summarise -- $words[2]
end
function __dip_is
    contains -- (__dip_command) $argv
end
function __dip_none
    test (count (commandline -opc)) -eq 1
end
function __dip_nth
    # How many arguments stand behind the command.
    set -l words (commandline -opc)
    set -l given 0
    for word in $words[3..-1]
        string match -q -- '-*' $word; or set given (math $given + 1)
    end
    test $given -eq $argv[1]
end
function __dip_ask
    set -l typed (commandline -ct | string replace -ra '\\\\\\\\(.)' '$1' | string trim -l -c '"\\'')
    # The archive that the line names.
    set -l archive
    set -l before
    for word in (commandline -opc)
        test "$before" = --db; and set archive DIP_DB=(string replace -r '^~' $HOME -- (string unescape -- $word))
        string match -q -- '--db=*' $word; and set archive DIP_DB=(string replace -r '^~' $HOME -- (string unescape -- (string sub -s 6 -- $word)))
        set before $word
    end
    env $archive dip completion $argv -- "$typed" 2>/dev/null
end
complete -c dip -f
complete -c dip -n __dip_none -l version -d 'The version in one line'
complete -c dip -n __dip_none -s h -l help -d 'All commands'
"""


def script(trees: list[Tree]) -> str:
    """The whole script."""
    lines = [_HEAD.rstrip("\n")]
    for tree in trees:
        lines.append(f"complete -c dip -n __dip_none -a {tree.name} -d {_quoted(tree.what)}")
    names = " ".join(t.name for t in trees)
    lines.append("complete -c dip -n __dip_none -a help -d 'Help of a command'")
    lines.append(f"complete -c dip -n '__dip_is help; and __dip_nth 0' -a '{names}'")
    having: dict[str, list[str]] = {}
    for tree in trees:
        lines += _arguments(tree)
        for option in tree.options:
            having.setdefault(_option(option), []).append(tree.name)
    lines += [f"complete -c dip -n '__dip_is {' '.join(commands)}' {option}" for option, commands in having.items()]
    return "\n".join(lines) + "\n"


def _arguments(tree: Tree) -> Iterator[str]:
    for n, argument in enumerate(tree.arguments):
        place = f"__dip_is {tree.name}" + ("" if argument.many else f"; and __dip_nth {n}")
        if offered := _offered(of_argument(tree.name, argument.parameter)):
            yield f"complete -c dip -n '{place}' {offered}"


def _option(option: Option) -> str:
    parts = [f"-l {n[2:]}" if n.startswith("--") else f"-s {n[1:]}" for n in option.names]
    if option.metavar:
        offered = _offered(of_option(option.parameter))
        parts.append(f"-r {offered}" if offered else "-x")
    return " ".join([*parts, "-d", _quoted(option.first_sentence)])


def _offered(values: Values) -> str:
    if values.source == "values":
        return f"-f -a '{' '.join(values.values)}'"
    if values.source == "files":
        return "-F"
    if values.source == "folders":
        return "-f -a '(__fish_complete_directories (commandline -ct))'"
    return f"-f -a '(__dip_ask {values.source})'" if values.source != "text" else ""


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"
