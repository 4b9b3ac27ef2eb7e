"""``dip completion``"""

from collections.abc import Iterator
from itertools import chain
from typing import Annotated

import typer

from dipcli.cli.options import Group, Settings, takes
from dipcli.model import DipError

_SHELL = Annotated[str, typer.Argument(metavar="bash|zsh|fish", help="The shell that the script is for.")]
_TYPED = Annotated[
    str, typer.Argument(metavar="[TYPED]", help="What the scripts ask with: the beginning of a name.", hidden=True)
]


@takes(own=Group("Arguments", (("shell", _SHELL, ...), ("typed", _TYPED, ""))))
def command(settings: Settings, shell: str, typed: str) -> int:
    """The completion script of a shell: commands, options, their values, themes, and names of leaders for --by and --to.

    bash: dip completion bash > ~/.local/share/bash-completion/completions/dip;
    zsh: dip completion zsh > _dip in a folder of $fpath;
    fish: dip completion fish > ~/.config/fish/completions/dip.fish.

    \b
    dip completion bash
    dip completion fish > dip.fish
    """
    from dipcli.cli.checks import did_you_mean
    from dipcli.cli.output import Output

    if shell in ("names", "rules"):
        text = "".join(f"{line}\n" for line in _listed(shell, typed))
    elif shell in ("bash", "zsh", "fish"):
        text = _script(shell)
    else:
        raise DipError(f'completion: bash, zsh or fish, not "{shell}"{did_you_mean(shell, ("bash", "zsh", "fish"))}')
    with Output(None) as out:
        out.write(text.encode("utf-8", "surrogateescape"))
    return 0


def _listed(kind: str, typed: str) -> list[str]:
    from dipcli.rules.listing import beginning, names_of_people, rule_ids

    known = chain(names_of_people(), _own_names(), _archived_names(typed)) if kind == "names" else rule_ids()
    return beginning(typed, known)


def _own_names() -> Iterator[str]:
    """Names of leaders in the folders of rules that the configuration names."""
    from contextlib import suppress

    from dipcli.cli.configuration import setting

    with suppress(DipError):  # what is wrong is said where it is used, not between two keys
        if folders := setting("rules"):
            from dipcli.rules.own.read import read_folder

            for table in (t for f in folders for t in read_folder(f).tables if t.kind == "leader"):
                yield from (str(table.values.get(k, "")) for k in ("name", "short", "name_en", "short_en"))


def _archived_names(typed: str) -> list[str]:
    """Names of the people in the archive that is named for all, or on the line (the scripts hand it over)."""
    from contextlib import suppress

    from dipcli.cli.configuration import setting

    with suppress(DipError):
        if path := setting("db"):
            from dipcli.archive.names import people_beginning

            return people_beginning(path, typed)
    return []


def _script(shell: str) -> str:
    from dipcli.cli.shells import bash, fish, zsh
    from dipcli.cli.tree import trees

    make = {"bash": bash.script, "zsh": zsh.script, "fish": fish.script}[shell]
    return make(trees())
