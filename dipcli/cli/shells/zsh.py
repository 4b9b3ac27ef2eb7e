"""The completion script for zsh."""

from dipcli.cli.tree import Option, Tree
from dipcli.cli.values import Values, of_argument, of_option

_HEAD = """\
#compdef dip
# Completion of dip for zsh, made by "dip completion zsh".
_dip_ask() {
    local -a found archive
    local word before=
    for word in $words; do  # the archive that the line names
        if [[ $before == --db ]]; then archive=(DIP_DB=${~${(Q)word}}); fi
        if [[ $word == --db=* ]]; then archive=(DIP_DB=${~${(Q)word#--db=}}); fi
        before=$word
    done
    # What is typed, without its quotes and backslashes.
    found=("${(@f)$(env $archive $program completion $1 -- ${(Q)PREFIX} 2>/dev/null)}")
    (( ${#found} )) && [[ -n ${found[1]} ]] && compadd -- "${found[@]}"
}
_dip() {
    local curcontext=$curcontext state line program=${~words[1]}
    local -a commands
"""


def script(trees: list[Tree]) -> str:
    """The whole script."""
    lines = [_HEAD.rstrip("\n"), "    commands=("]
    lines += [f"        {_single(f'{t.name}:{t.what}')}" for t in trees]
    lines += ["        'help:help of a command'", "    )"]
    lines += [
        "    _arguments -C '(-h --help)'{-h,--help}'[all commands]' '--version[the version in one line]' \\",
        "        '1: :->command' '*:: :->rest'",
        "    case $state in",
        "        command) _describe -t commands 'dip command' commands; return ;;",
        "        rest) ;;",
        "        *) return ;;",
        "    esac",
        "    curcontext=${curcontext%:*:*}:dip-$words[1]:",
        "    case $words[1] in",
        "        help) _arguments '1:command:(" + " ".join(t.name for t in trees) + ")' ;;",
    ]
    for t in trees:
        name = "summarise|summarize" if t.name == "summarise" else t.name
        specs = [*(_option(o) for o in t.options), *(_argument(t, n) for n in range(len(t.arguments)))]
        joined = " \\\n            ".join(specs)
        lines.append(f"        {name}) _arguments -s \\\n            {joined} ;;")
    return "\n".join([*lines, "    esac", "}", '_dip "$@"', ""])


def _option(option: Option) -> str:
    """One spec; all options may be repeated, which is not wrong for any."""
    help_ = _escaped(option.first_sentence)
    value = f":{option.metavar.replace(':', ' ')}:{_action(of_option(option.parameter))}" if option.metavar else ""
    names = option.names[0] if len(option.names) == 1 else "{" + ",".join(option.names) + "}"
    if len(option.names) == 1:
        return _single(f"*{names}[{help_}]{value}")
    return f"\\*{names}{_single(f'[{help_}]{value}')}"


def _argument(tree: Tree, n: int) -> str:
    argument = tree.arguments[n]
    place = "*" if argument.many else str(n + 1)
    return _single(
        f"{place}:{argument.metavar.replace(':', ' ')}:{_action(of_argument(tree.name, argument.parameter))}"
    )


def _action(values: Values) -> str:
    if values.source == "values":
        return f"({' '.join(values.values)})"
    return {"files": "_files", "folders": "_files -/", "text": " "}.get(values.source, f" _dip_ask {values.source}")


def _escaped(text: str) -> str:
    for c in "\\[]:":
        text = text.replace(c, "\\" + c)
    return text


def _single(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"
