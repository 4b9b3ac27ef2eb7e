"""``dip completion``"""

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
    from dipcli.rules.listing import names_beginning, rules_beginning

    return names_beginning(typed) if kind == "names" else rules_beginning(typed)


def _script(shell: str) -> str:
    from dipcli.cli.shells import bash, fish, zsh
    from dipcli.cli.tree import trees

    make = {"bash": bash.script, "zsh": zsh.script, "fish": fish.script}[shell]
    return make(trees())
