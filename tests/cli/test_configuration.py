"""Flag over environment over ./dip.toml over the user's file, and a clear line for what cannot be."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dipcli.cli.configuration import user_file
from dipcli.cli.keys import KEYS
from tests.cli.running import LETTERS, dip, environment, on_terminal
from tests.conftest import ROOT

pytestmark = pytest.mark.typer

ARTICLE = "قال الوزير حازم العمري إن الجسر جاهز."


class Place:
    """A folder with an article in it, and a home with a place for the user's configuration."""

    def __init__(self, folder: Path) -> None:
        self.here = folder / "here"
        self.own = folder / "home/.config/dip/config.toml"
        self.own.parent.mkdir(parents=True)
        self.here.mkdir()
        (self.here / "a.txt").write_text(ARTICLE, encoding="utf-8")

    def dip(self, *args: str, **env: str) -> subprocess.CompletedProcess[bytes]:
        """Run the command in the folder."""
        home = {"HOME": str(self.own.parent.parent.parent), "PYTHONPATH": str(ROOT), "DIP_CONFIG": ""}
        here = environment(**{**home, **env})
        for name in {"XDG_CONFIG_HOME", "DIP_PAGER"} - set(env):
            here.pop(name, None)
        return subprocess.run(
            [sys.executable, "-m", "dipcli", *args], stdin=subprocess.DEVNULL, capture_output=True, cwd=self.here,
            env=here, check=False,
        )  # fmt: skip


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def begin(done: subprocess.CompletedProcess[bytes]) -> bytes:
    """What tells the format."""
    assert done.returncode == 0, done.stderr
    return done.stdout[:7]


def test_who_decides(place: Place) -> None:
    ask = ("statements", "a.txt")
    assert begin(place.dip(*ask)) == b'{"schem'
    place.own.write_text('format = "tsv"\n')
    assert begin(place.dip(*ask)) == b"schema\t"
    (place.here / "dip.toml").write_text('format = "csv"\n')
    assert begin(place.dip(*ask)) == b"schema,"
    assert begin(place.dip(*ask, DIP_FORMAT="markdown")) == b"| file "
    assert begin(place.dip(*ask, "-f", "json", DIP_FORMAT="markdown")) == b'[\n{\n  "'
    (place.here / "other.toml").write_text('lang = "en"\n')
    assert begin(place.dip(*ask, DIP_CONFIG="other.toml")) == b'{"schem', "the file that is named stands alone"


def test_a_format_counts_where_a_command_has_it(place: Place) -> None:
    place.own.write_text('format = "csv"\n')
    assert begin(place.dip("report", "a.txt")) == b'{"schem'


def test_every_setting_by_file_and_by_environment(place: Place) -> None:
    values = {
        "format": "csv", "lang": "ar", "color": "never", "bidi": "visual", "boxes": True, "pager": "less", "jobs": "2",
        "max-time": "1h30m", "stats": True, "glob": ["*.txt", "*.html"], "encoding": "utf-8", "text-field": "body",
        "title-field": "head", "date-field": "day", "rules": ["/r"], "strict": True, "errors-as-records": True, "db": "x",
    }  # fmt: skip
    assert list(values) == list(KEYS)
    place.own.write_text("\n".join(f"{k} = {json.dumps(v)}" for k, v in values.items()))
    by_file = json.loads(place.dip("config", "-f", "json").stdout)
    assert {r["setting"]: r["value"] for r in by_file} == values
    assert [r["origin"] for r in by_file] == [f"{place.own}:{n}" for n in range(1, len(values) + 1)]
    texts = {
        KEYS[k].variable: ":".join(v) if isinstance(v, list) else "yes" if v is True else str(v)
        for k, v in values.items()
    }
    by_environment = json.loads(place.dip("config", "-f", "json", **{**texts, "DIP_FORMAT": "csv"}).stdout)
    assert {r["setting"]: r["value"] for r in by_environment} == values
    assert [r["origin"] for r in by_environment] == [k.variable for k in KEYS.values()]


def test_what_is_set_is_shown_with_its_origin(place: Place) -> None:
    (place.here / "dip.toml").write_text('# ours\n\n"lang" = "en"\njobs = 2\n')
    shown = place.dip("config", "--show-origin", DIP_JOBS="3").stdout.decode()
    lines = {line.split()[0]: line.split()[1:3] for line in shown.splitlines() if line.strip()}
    assert lines["lang"] == ['"en"', "dip.toml:3"]
    assert lines["jobs"] == ['"3"', "DIP_JOBS"]
    assert "dip.toml (of this folder: read)" in shown
    assert "(yours: not there)" in shown
    assert "dip.toml:3" not in place.dip("config").stdout.decode()


def test_settings_are_in_force(place: Place) -> None:
    (place.here / "dip.toml").write_text(
        'lang = "ar"\nglob = ["*.news"]\ntext-field = "نص"\nerrors-as-records = true\n'
    )
    (place.here / "b.news").write_text(json.dumps({"نص": ARTICLE}))
    done = place.dip("summarise", ".", "gone.txt")
    assert [json.loads(r).get("file") for r in done.stdout.splitlines()] == ["./b.news#1", "gone.txt"]
    assert "القادة" in place.dip("summarise", ".", "-f", "table").stdout.decode()
    assert "LEADERS" in place.dip("summarise", ".", "-f", "table", "--lang", "en").stdout.decode()


def test_rules_are_named_from_the_file_on(place: Place) -> None:
    place.own.write_text('rules = ["mine"]\n')
    (value,) = [
        json.loads(x)["value"] for x in place.dip("config", "-f", "ndjson").stdout.splitlines() if b'"rules"' in x
    ]
    assert value == [str(place.own.parent / "mine")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('\nlanguage = "ar"\n', 'dip.toml:2: no setting is called "language": did you mean lang?'),
        ('text_field = "x"\n', 'dip.toml:1: no setting is called "text_field": did you mean text-field?'),
        ("[rows]\nx = 1\n", 'dip.toml:1: no setting is called "rows"'),
        ('lang = "fr"\n', 'dip.toml:1: lang is ar or en, not "fr"'),
        ("lang = 1\n", "dip.toml:1: lang is text in quotation marks, not 1"),
        ('boxes = "yes"\n', "dip.toml:1: boxes is true or false, not 'yes'"),
        ("jobs = true\n", "dip.toml:1: jobs is text in quotation marks, not true"),
        ("jobs = -1\n", 'dip.toml:1: jobs is auto or a number up to 256, not "-1"'),
        ('glob = "*.txt"\n', "dip.toml:1: glob is a list of texts, not '*.txt'"),
        ('format = "cvs"\n', "did you mean csv?"),
        ('encoding = "klingon"\n', 'dip.toml:1: encoding is an encoding (windows-1256, utf-16 ...), not "klingon"'),
        ('max-time = "soon"\n', "dip.toml:1: max-time is a duration like 90s"),
        ('pager = "less"\n', "dip.toml:1: pager names a program to run: it may stand in "),
        ("lang = \n", "dip.toml: no configuration in TOML: "),
    ],
)
def test_what_cannot_be_is_one_line_with_its_place(place: Place, text: str, said: str) -> None:
    (place.here / "dip.toml").write_text(text)
    done = place.dip("statements", "a.txt")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().startswith("dip: dip.toml")
    assert said in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1
    assert place.dip("statements", "--help").returncode == 0


@pytest.mark.parametrize(
    ("env", "said"),
    [
        ({"DIP_FORMAT": "cvs"}, "DIP_FORMAT is table, ndjson"),
        ({"DIP_JOBS": "many"}, 'DIP_JOBS is auto or a number up to 256, not "many"'),
        ({"DIP_BOXES": "perhaps"}, "DIP_BOXES is 1, true, yes, on, 0, false, no or off"),
        ({"DIP_LANG": "fr"}, 'DIP_LANG is ar or en, not "fr"'),
        ({"DIP_CONFIG": "gone.toml"}, "gone.toml: the configuration cannot be read: "),
    ],
)
def test_an_environment_that_cannot_be(env: dict[str, str], said: str) -> None:
    done = dip("statements", LETTERS, **env)
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)
    assert said in done.stderr.decode()


def test_a_mode_for_arabic_counts_on_a_terminal_only(tmp_path: Path) -> None:
    file = tmp_path / "c.toml"
    file.write_text('bidi = "visual"\n')
    assert dip("read", LETTERS, DIP_CONFIG=str(file)).stdout == dip("read", LETTERS).stdout
    assert "ﺲﻴﺋﺮﻟﺍ" in on_terminal("read", LETTERS, TMUX="x", DIP_CONFIG=str(file)).shown
    shown = on_terminal("doctor", DIP_CONFIG=str(file)).shown
    assert f"{file}:1:bidi=visual" in "".join(shown.split())
    assert 'bidi = "visual"' in shown
    file.write_text('bidi = "visible"\n')
    wrong = on_terminal("read", LETTERS, DIP_CONFIG=str(file))
    assert (wrong.status, "did you mean visual?" in wrong.shown) == (2, True)


def test_the_help_names_each_variable() -> None:
    shown = " ".join(dip("statements", "--help").stdout.decode().split())
    without = {"pager", "db"}  # no option sets these
    assert [k.variable for k in KEYS.values() if k.name not in without and f"[{k.variable}]" not in shown] == []


def test_the_users_file_is_where_platformdirs_says(monkeypatch: pytest.MonkeyPatch) -> None:
    import platformdirs

    for base in ("", "/etc/xdg-of-mine"):
        monkeypatch.setenv("XDG_CONFIG_HOME", base)
        assert user_file(os.environ) == str(platformdirs.user_config_path("dip", appauthor=False) / "config.toml")


def test_without_a_file_nothing_is_imported_to_read_one() -> None:
    code = (
        "import sys\nsys.argv=['dip','statements',sys.argv[1]]\nfrom dipcli.__main__ import main\n"
        "try:\n    main()\nexcept SystemExit: pass\n"
        "sys.stderr.write(' '.join(m for m in ('tomllib','platformdirs','multiprocessing') if m in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, LETTERS],
        capture_output=True,
        cwd=ROOT,
        env=environment(DIP_CONFIG=""),
        check=False,
    )
    assert done.stderr == b""
