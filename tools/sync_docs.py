"""Writes what is generated in the docs: the README's transcript, docs/cli.md, docs/rules.md. ``--check`` only compares."""

import difflib
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from dipcli.cli.commands import COMMANDS, overview  # noqa: E402
from dipcli.cli.manual import manual  # noqa: E402
from dipcli.cli.tree import trees  # noqa: E402
from dipcli.inputs.compressed import COMPRESSIONS  # noqa: E402
from dipcli.inputs.readers import READERS  # noqa: E402
from dipcli.rules.catalogue import cue_tables  # noqa: E402
from dipcli.rules.own.fields import KINDS  # noqa: E402


def run(*args: str) -> str:
    """Output of the command at 80 columns, in English, without colour."""
    env = {**os.environ, "COLUMNS": "80", "LC_ALL": "C.UTF-8", "NO_COLOR": "1", "TERM": "dumb"}
    env = {k: v for k, v in env.items() if not k.startswith("DIP_")} | {"DIP_CONFIG": os.devnull}
    done = subprocess.run([sys.executable, "-m", "dipcli", *args], capture_output=True, cwd=ROOT, env=env, check=False)
    return "\n".join(line.rstrip() for line in done.stdout.decode().splitlines())


def with_transcripts(text: str) -> str:
    """A page with its transcripts made anew."""

    def transcript(m: re.Match[str]) -> str:
        command = m.group(1)
        shown = run(*shlex.split(command)[1:])
        return f"<!-- transcript: {command} -->\n```\n$ {command.removesuffix(' --format table')}\n{shown}\n```\n<!-- end -->"

    return re.sub(r"<!-- transcript: (.*?) -->\n(?:```\n.*?\n```\n)?<!-- end -->", transcript, text, flags=re.DOTALL)


def readme() -> str:
    """The README with its transcripts and its table of formats made anew."""
    rows = ["<!-- formats -->", "| format | what | files |", "|---|---|---|"]
    for r in READERS.values():
        rows.append(f"| {r.name} | {r.what} | {' '.join(f'`{e}`' for e in r.endings)} |")
    for c in COMPRESSIONS.values():
        rows.append(f"| {c.name} | {c.what} | `{c.ending}` |")
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    text = re.sub(r"<!-- formats -->\n.*?<!-- end -->", "\n".join([*rows, "<!-- end -->"]), text, flags=re.DOTALL)
    return with_transcripts(text)


def own_rules() -> str:
    """The page on rules of one's own, with the files of its example and the keys of each kind of table."""
    text = (ROOT / "docs/own-rules.md").read_text(encoding="utf-8")

    def file(m: re.Match[str]) -> str:
        name = m.group(1)
        return f"<!-- file: {name} -->\n```\n{(ROOT / name).read_text(encoding='utf-8')}```\n<!-- end -->"

    keys = ["<!-- keys -->", "| table | keys |", "|---|---|"]
    for kind, fields in KINDS.items():
        named = (f"**{k}**" if f.required else k for k, f in fields.items())
        keys.append(f"| `{kind}` | {', '.join(named)} |")
    text = re.sub(r"<!-- file: (.*?) -->\n.*?<!-- end -->", file, text, flags=re.DOTALL)
    text = re.sub(r"<!-- keys -->\n.*?<!-- end -->", "\n".join([*keys, "<!-- end -->"]), text, flags=re.DOTALL)
    return with_transcripts(text)


def cli() -> str:
    """Help of every command."""
    parts = [
        "# Commands",
        "",
        "Made by `tools/sync_docs.py` from the program's own help.",
        "",
        "```",
        overview().rstrip(),
        "```",
        "",
    ]
    for name, command in COMMANDS.items():
        if not command.hidden:
            parts += [f"## dip {name}", "", "```", run(name, "--help"), "```", ""]
    return "\n".join(parts)


FIELDS = """| field | what |
|---|---|
| `past`, `past_short`, `present` | third person masculine; the stem before ت and نا where it differs; all third-person forms are made from them |
| `participle`, `masdar` | circumstantial participle (مؤكدا) and verbal nouns that report |
| `forms`, `not_forms` | forms written out (prepositions, formulas); made forms that are something else |
| `clause` | what opens the clause that is said, best first |
| `object` | governed prepositions of a noun phrase that is said; "" is a bare object |
| `addressee` | prepositions of the addressee; "object" when the bare object is one |
| `target` | the bare object is what is spoken of and belongs to the content |
| `needs` | one of these words must follow, or the verb is no speech |
| `heads` | the object must begin with a noun of saying or wanting |
| `transitive` | always has its object: with one noun phrase after و + verb, the subject is left out |
| `nominal` | the past is spelled like a noun: a verb only where a clause begins, or with و or an ending of person |
| `strict` | a homograph: only with a complementiser, a quotation or a colon |
| `source` | preposition that governs the source (جاء في البيان) |
| `status` | what it says of itself (declined) |
| `example`, `counter` | what must be found, and what must not |
"""


def rules() -> str:
    """The catalogue of cue rules."""
    parts = ["# Cue rules", "", "Made by `tools/sync_docs.py` from `dipcli/rules/data/cues/`.", "", FIELDS]
    parts += ["| rule | lemma | meaning | act | example |", "|---|---|---|---|---|"]
    for t in cue_tables():
        example = t["example"][0]["text"].replace("|", "\\|")
        parts.append(f"| `{t['id']}` | {t['lemma']} | {t['gloss']} | {t['speech_act']} | {example} |")
    return "\n".join(parts) + "\n"


def completions() -> dict[str, str]:
    """The completion scripts, as the package installs them."""
    files = {"bash": "completions/dip.bash", "zsh": "completions/_dip", "fish": "completions/dip.fish"}
    return {path: run("completion", shell) + "\n" for shell, path in files.items()}


def main() -> int:
    """Write, or with --check compare and print the difference."""

    made = {
        "README.md": readme(),
        "docs/own-rules.md": own_rules(),
        "docs/cli.md": cli(),
        "docs/rules.md": rules(),
        "man/dip.1": manual(trees()),
        **completions(),
    }
    wrong = 0
    for name, text in made.items():
        path = ROOT / name
        old = path.read_text(encoding="utf-8") if path.exists() else ""
        if old == text:
            continue
        if "--check" in sys.argv:
            wrong += 1
            sys.stdout.writelines(
                difflib.unified_diff(old.splitlines(True), text.splitlines(True), name, f"{name} (made)")
            )
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
    if wrong:
        sys.stderr.write("docs are out of step: run python tools/sync_docs.py\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
