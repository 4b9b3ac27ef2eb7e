"""Completion in the real shells."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from dipcli.cli.commands import COMMANDS
from dipcli.cli.tree import trees
from dipcli.outputs.writers import FORMATS
from dipcli.rules.load import Rules
from tests.cli.running import dip
from tests.cli.shells import Typed, needs_program, shell_environment

pytestmark = pytest.mark.typer

SHELLS = ("bash", "zsh", "fish")

# Typed, and the words that the command then gets. Every line has one completion.
LINES: list[tuple[str, list[str]]] = [
    ("dip mess\t", ["messages"]),
    ("dip statements --min\t", ["statements", "--min-confidence"]),
    ("dip statements --format mark\t", ["statements", "--format", "markdown"]),
    ("dip statements -f mark\t", ["statements", "-f", "markdown"]),
    ("dip statements --about bilat\t", ["statements", "--about", "bilateral_relations"]),
    ("dip messages --status decl\t", ["messages", "--status", "declined"]),
    ("dip messages --medium press\t", ["messages", "--medium", "press_conference"]),
    ("dip read --bidi kons\t", ["read", "--bidi", "konsole"]),
    ("dip statements --by Shinz\t", ["statements", "--by", "Shinzo Abe"]),
    ("dip statements --by shinz\t", ["statements", "--by", "shinzo Abe"]),
    ("dip statements --by شينزو\t", ["statements", "--by", "شينزو آبي"]),
    ("dip statements --to 'شينزو\t", ["statements", "--to", "شينزو آبي"]),
    ("dip statements --by Shinzo\\ A\t", ["statements", "--by", "Shinzo Abe"]),
    ("dip statements --db news.db --by غاستون\\ م\t", ["statements", "--db", "news.db", "--by", "غاستون ميلافيتش"]),
    ("dip messages --db=news.db --to غاستون\\ م\t", ["messages", "--db=news.db", "--to", "غاستون ميلافيتش"]),
    ("dip statements --db new\t", ["statements", "--db", "news.db"]),
    ("dip leaders art\t", ["leaders", "article one.txt"]),
    ("dip leaders --format csv art\t", ["leaders", "--format", "csv", "article one.txt"]),
    ("dip leaders -o art\t", ["leaders", "-o", "article one.txt"]),
    ("dip leaders --rules fol\t", ["leaders", "--rules", "folder/"]),
    ("dip rules che\t", ["rules", "check"]),
    ("dip rules show cue.adaf\t", ["rules", "show", "cue.adafa"]),
    ("dip schema mess\t", ["schema", "message"]),
    ("dip help entit\t", ["help", "entities"]),
    ("dip completion zs\t", ["completion", "zsh"]),
]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with files to complete, and the three scripts."""
    folder = tmp_path_factory.mktemp("shells")
    (folder / "article one.txt").write_text("x")
    (folder / "folder").mkdir()
    news = folder / "news.jsonl"
    news.write_text(json.dumps({"text": "قال وزير النقل التونسي غاستون ميلافيتش إن الطريق مفتوح."}), encoding="utf-8")
    assert dip("index", str(news), "--db", str(folder / "news.db")).returncode == 0
    news.unlink()
    for shell, name in (("bash", "dip.bash"), ("zsh", "_dip"), ("fish", "dip.fish")):
        (folder / name).write_bytes(dip("completion", shell).stdout)
    return folder


@pytest.fixture(scope="module")
def bash(place: Path) -> Iterator[Typed]:
    """bash, with the script read."""
    shell = Typed(
        ["bash", "--norc", "--noprofile", "-i"],
        place,
        f"bind 'set bell-style none'; . {place}/dip.bash; echo READY$((1))",
    )
    yield shell
    shell.close()


@pytest.fixture(scope="module")
def zsh(place: Path) -> Iterator[Typed]:
    """zsh, with the script where it looks for such."""
    setup = f"unsetopt beep prompt_cr; fpath=({place} $fpath); autoload -U compinit; compinit -D -u; echo READY$((1))"
    shell = Typed(["zsh", "-f", "-i"], place, setup)
    yield shell
    shell.close()


@needs_program("bash")
@pytest.mark.parametrize(("line", "words"), LINES, ids=[x[0].strip() for x in LINES])
def test_bash(bash: Typed, line: str, words: list[str]) -> None:
    assert bash.words(line) == words


@needs_program("bash")
@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("dip statements --by=شينزو\t", ["statements", "--by=شينزو آبي"]),
        ("dip summarize --lang a\t", ["summarize", "--lang", "ar"]),
        ("dip nonsense fo\t", ["nonsense", "fo"]),
    ],
)
def test_bash_alone(bash: Typed, line: str, words: list[str]) -> None:
    assert bash.words(line) == words


@needs_program("zsh")
@pytest.mark.parametrize(("line", "words"), LINES, ids=[x[0].strip() for x in LINES])
def test_zsh(zsh: Typed, line: str, words: list[str]) -> None:
    # zsh takes the slash away again when the line ends there.
    assert zsh.words(line) == [w.rstrip("/") for w in words]


def fish_offers(place: Path, line: str) -> list[str]:
    """What fish offers for a line."""
    code = f"source {place}/dip.fish; complete -C {_fish(line)}"
    done = subprocess.run(
        ["fish", "--no-config", "-c", code],
        capture_output=True,
        cwd=place,
        env=shell_environment(place),
        timeout=60,
        check=False,
    )
    assert done.stderr == b""
    return [x.split("\t")[0] for x in done.stdout.decode().splitlines()]


def _fish(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


@needs_program("fish")
@pytest.mark.parametrize(("line", "words"), LINES, ids=[x[0].strip() for x in LINES])
def test_fish(place: Path, line: str, words: list[str]) -> None:
    assert words[-1] in fish_offers(place, line.rstrip("\t"))


@needs_program("fish")
def test_fish_offers_nothing_that_does_not_fit(place: Path) -> None:
    assert fish_offers(place, "dip statements --min") == ["--min-confidence"]
    assert fish_offers(place, "dip schema --by") == []
    assert set(fish_offers(place, "dip ")) == {*(n for n, c in COMMANDS.items() if not c.hidden), "help"}


@pytest.mark.parametrize("shell", SHELLS)
def test_every_command_option_and_value_stands_in_every_script(shell: str, rules: Rules) -> None:
    script = dip("completion", shell).stdout.decode()
    for tree in trees():
        assert tree.name in script
        for option in tree.options:
            for name in option.names:
                assert (name.lstrip("-") if shell == "fish" else name) in script
    for value in (*FORMATS, *(t[0] for t in rules.themes), "press_conference", "not_said", "konsole"):
        assert value in script


@pytest.mark.parametrize("program", SHELLS)
def test_scripts_are_well_formed(place: Path, program: str) -> None:
    import shutil

    if shutil.which(program) is None:
        pytest.skip(f"needs {program}")
    name = {"bash": "dip.bash", "zsh": "_dip", "fish": "dip.fish"}[program]
    done = subprocess.run([program, "-n", str(place / name)], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_names_in_any_spelling_begin_as_typed() -> None:
    for typed, expected in (("شي ج", "شي جين بينغ"), ("xi j", "xi jinping"), ("الاسد", "الاسد"), ("Erdo", "Erdogan")):
        offered = dip("completion", "names", typed).stdout.decode().splitlines()
        assert expected in offered
        assert all(o.startswith(typed) for o in offered)
    assert dip("completion", "names", "qqqq").stdout == b""


def test_leaders_of_ones_own_complete_where_the_configuration_names_them() -> None:
    typed = ("completion", "names", "Hazem al")
    assert dip(*typed).stdout == b""
    assert dip(*typed, DIP_RULES="docs/my-rules").stdout == b"Hazem al-Omari\n"
    assert dip("completion", "names", "Shinz", DIP_RULES="gone").stdout == b"Shinzo Abe\n"


def test_an_unknown_shell_is_a_usage_error() -> None:
    done = dip("completion", "fsh")
    assert (done.returncode, b"did you mean fish?" in done.stderr) == (2, True)


def test_asking_for_names_loads_no_rules() -> None:
    code = (
        "import sys; sys.argv=['dip','completion','names','xi']\n"
        "from dipcli.__main__ import main\n"
        "try:\n    main()\nexcept SystemExit: pass\n"
        "sys.stderr.write(' '.join(m for m in sys.modules if m.startswith(('dipcli.stages', 'dipcli.outputs.table', 'rich'))))"
    )
    started = time.monotonic()
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.stderr == b""
    assert time.monotonic() - started < 5


def test_names_of_the_archive_that_is_named_for_all(place: Path) -> None:
    db = str(place / "news.db")
    assert dip("completion", "names", "--", "غاستون م", DIP_DB=db).stdout.decode().splitlines() == ["غاستون ميلافيتش"]
    assert dip("completion", "names", "--", "غاستون م").stdout == b""
    none = dip("completion", "names", "--", "غاستون م", DIP_DB="/nowhere/a.db")
    assert (none.returncode, none.stdout, none.stderr) == (0, b"", b"")
