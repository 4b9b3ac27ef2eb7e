"""The completion script for bash (3.2 and newer, with or without the package bash-completion)."""

from dipcli.cli.tree import Tree
from dipcli.cli.values import Values, of_argument, of_option

_HEAD = """\
# Completion of dip for bash, made by "dip completion bash".
_dip_offer() {  # the words given, one a line in $1, that begin with $cur; blanks escaped where no quote is open
    local IFS=$'\\n' word
    COMPREPLY=()
    for word in $1; do
        [[ $word == "$cur"* ]] || continue
        [[ $quote ]] || word=${word// /\\\\ }
        COMPREPLY+=("$word")
    done
}
_dip_ask() {  # the program is asked, about the archive that the line names
    local i db=
    for (( i = 2; i < COMP_CWORD; i++ )); do
        [[ ${COMP_WORDS[i]} == --db ]] || continue
        db=${COMP_WORDS[i+1]}
        [[ $db == = ]] && db=${COMP_WORDS[i+2]}
        db=${db//[\\\\\\"\\']}
    done
    _dip_offer "$(env ${db:+"DIP_DB=${db/#\\~/$HOME}"} "${COMP_WORDS[0]/#\\~/$HOME}" completion "$1" -- "$cur" 2>/dev/null)"
}
_dip_files() {
    local IFS=$'\\n'
    compopt -o filenames 2>/dev/null
    COMPREPLY=($(compgen "$1" -- "$cur"))
}
_dip() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]} quote= given=0 i
    COMPREPLY=()
    # --by=NAME comes as three words.
    if [[ $cur == = ]]; then cur=; elif [[ $prev == = ]]; then prev=${COMP_WORDS[COMP_CWORD-2]}; fi
    case $cur in
        [\\"\\']*) quote=${cur:0:1}; cur=${cur:1} ;;
        *) cur=${cur//\\\\/} ;;
    esac
"""
_FOOT = """\
}
complete -F _dip dip
"""


def script(trees: list[Tree]) -> str:
    """The whole script."""
    names = " ".join(t.name for t in trees)
    lines = [
        _HEAD.rstrip("\n"),
        f"    if (( COMP_CWORD == 1 )); then _dip_offer $'{_lines([*names.split(), 'help', '--help', '--version'])}'; return; fi",
        "    case $command in",
        f"        help) _dip_offer $'{_lines(names.split())}'; return ;;",
        "        summarize) command=summarise ;;",
        "    esac",
        "    case $command:$prev in",
    ]
    lines += _after_options(trees)
    lines.append("    esac")
    lines.append("    if [[ $cur == -* ]]; then")
    lines.append("        case $command in")
    for t in trees:
        flags = [n for o in t.options for n in o.names]
        lines.append(f"            {t.name}) _dip_offer $'{_lines(flags)}' ;;")
    lines += ["        esac", "        return", "    fi"]
    lines += ["    for (( i = 2; i < COMP_CWORD; i++ )); do [[ ${COMP_WORDS[i]} == -* ]] || given=$((given + 1)); done"]
    lines.append("    case $command:$given in")
    for t in trees:
        for n, argument in enumerate(t.arguments):
            action = _action(of_argument(t.name, argument.parameter))
            if action != ":":
                lines.append(f"        {t.name}:{'*' if argument.many else n}) {action} ;;")
    lines.append("    esac")
    return "\n".join(lines) + "\n" + _FOOT


def _after_options(trees: list[Tree]) -> list[str]:
    """Cases for words behind an option that takes one: the commands that have it do not matter, its name does."""
    cases: dict[str, str] = {}
    for tree in trees:
        for option in tree.options:
            if option.metavar:
                cases.update({name: _action(of_option(option.parameter)) for name in option.names})
    return [f"        *:{name}) {action}; return ;;" for name, action in cases.items()]


def _action(values: Values) -> str:
    if values.source == "values":
        return f"_dip_offer $'{_lines(values.values)}'"
    return {"files": "_dip_files -f", "folders": "_dip_files -d", "text": ":"}.get(
        values.source, f"_dip_ask {values.source}"
    )


def _lines(words: "list[str] | tuple[str, ...]") -> str:
    return "\\n".join(words)
