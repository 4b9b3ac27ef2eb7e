"""A user's own rules by the real command: check, try, list, show, and reading with them."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import LETTERS, dip
from tests.conftest import ROOT

MINE = "docs/my-rules"
SAID = "وهمس وزير النقل حازم العمري بأن الجسر سيغلق إذا أعلن المجلس ذلك.".encode()
WRONG = """
[[theme]]
id = "rain"
ar = "المطر"
en = "rain"
terms = ["المطر"]
example = "الطقس جاف"
counter = "الطقس جاف"
tersm = []
"""


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """A folder with three faults in two tables."""
    (tmp_path / "a.toml").write_text(WRONG.replace("tersm = []", "") + WRONG.replace("rain", "snow"), encoding="utf-8")
    (tmp_path / "people.tsv").write_text("id\tname_ar\tgender\noffice-less\tسالم العمري\tx\n", encoding="utf-8")
    return tmp_path


def test_check_names_file_line_id_and_reason_and_answers_2(wrong: Path) -> None:
    done = dip("rules", "check", str(wrong))
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().splitlines() == [
        f'dip: {wrong}/a.toml:11: snow: no key is called "tersm": did you mean terms?',
        f'dip: {wrong}/people.tsv:2: office-less: gender is m, f, not "x"',
        f"dip: {wrong}/a.toml:2: rain: example: no term of it is found",
    ]
    records = [json.loads(x) for x in dip("rules", "check", str(wrong), "-f", "ndjson").stdout.splitlines()]
    assert [(r["schema"], r["line"], r["table"]) for r in records] == [
        ("dip.problem/1", 11, "snow"), ("dip.problem/1", 2, "office-less"), ("dip.problem/1", 2, "rain"),
    ]  # fmt: skip


def test_check_of_what_is_sound() -> None:
    done = dip("rules", "check", MINE)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == b"docs/my-rules: 1 cue, 1 leader, 1 theme, 1 organisation: nothing wrong\n"
    assert dip("rules", "check", MINE, "-f", "json").stdout == b"[]\n"


@pytest.mark.parametrize(
    "args", [["statements", LETTERS], ["rules", "try", "x"], ["leaders", LETTERS, "--without", "people"]]
)
def test_wrong_rules_are_a_usage_error_before_anything_is_read(wrong: Path, args: list[str]) -> None:
    done = dip(*args, "--rules", str(wrong))
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.count(b"\n") == 1
    assert b'a.toml:11: snow: no key is called "tersm"' in done.stderr


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["statements", LETTERS, "--rules", "gone"], "gone: no such folder"),
        (["statements", LETTERS, "--rules", LETTERS], "not a folder"),
        (["statements", LETTERS, "--rules", "completions"], "no table of rules in it"),
        (["rules", "check"], "say which folder"),
        (["rules", "check", "gone"], "no such folder"),
        (["rules", "list", "own"], "say which folder"),
        (["rules", "show", "bridge", "--rules", MINE], "did you mean bridges?"),
    ],
)
def test_usage_errors(args: list[str], said: str) -> None:
    done = dip(*args)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.count(b"\n") == 1
    assert said in done.stderr.decode()


def test_every_command_reads_with_them() -> None:
    (row,) = [json.loads(x) for x in dip("statements", "--rules", MINE, stdin=SAID).stdout.splitlines()]
    assert (row["speaker_id"], row["speaker_en"], row["country"]) == ("hazem-al-omari", "Hazem al-Omari", "TN")
    assert row["themes"][0] == "bridges"
    assert dip("statements", stdin=SAID).stdout == b""
    report = json.loads(dip("report", "--rules", MINE, stdin=SAID).stdout)
    assert report["statements"][0]["rule"] == "cue.hamasa.clause"
    assert [o["name"] for o in report["rules"]["own"]] == ["my-rules"]
    assert re.fullmatch("[0-9a-f]{64}", report["rules"]["own"][0]["sha256"])
    assert json.loads(dip("report", stdin=SAID).stdout)["rules"]["own"] == []


@pytest.mark.parametrize("theme", ["bridges", "bridges and tunnels", "الجسور والأنفاق"])
def test_filters_know_their_themes_and_names(theme: str) -> None:
    assert dip("statements", "--rules", MINE, "--about", theme, "--count", stdin=SAID).stdout == b"1\n"
    assert dip("statements", "--rules", MINE, "--by", "al-Omari", "--count", stdin=SAID).stdout == b"1\n"
    assert dip("statements", "--about", theme, stdin=SAID).returncode == 2


def test_the_catalogue_has_them() -> None:
    assert b"bridges  " in dip("rules", "list", "themes", "--rules", MINE).stdout
    assert b"news.toml:3" in dip("rules", "list", "own", "--rules", MINE).stdout
    shown = dip("rules", "show", "cue.hamasa", "--rules", MINE).stdout.decode()
    assert "docs/my-rules/news.toml" in shown
    assert "hazem-al-omari" in dip("rules", "show", "hazem-al-omari", "--rules", MINE).stdout.decode()
    rows = [json.loads(x) for x in dip("rules", "list", "--rules", MINE, "-f", "ndjson").stdout.splitlines()]
    assert [r["id"] for r in rows if r["origin"] != "dip"] == ["cue.hamasa"]


def test_try_says_what_was_passed_over_and_why() -> None:
    text = "أكد الوزير حازم العمري أن «المجلس أعلن أمس أن العمل بدأ». وإذا أعلن الوزير ذلك عاد. وقال ترامب. وتابع المباراة."
    records = [json.loads(x) for x in dip("rules", "try", text, "-f", "ndjson").stdout.splitlines()]
    assert records[0]["schema"] == "dip.report/1"
    found = {(r["text"], r["rule"]): r["reason"] for r in records[1:]}
    assert all(r["schema"] == "dip.passed/1" and text[r["start"] : r["end"]] == r["text"] for r in records[1:])
    reasons = [r["reason"] for r in records[1:] if r["rule"] == "cue.aalana"]
    assert reasons == ["quoted", "vetoed"]
    assert found["وتابع", "cue.tabaa"] == "strict"
    assert found["وقال", "cue.qala"] == "unfilled"
    for lang, told in (("en", "PASSED OVER"), ("ar", "لم يؤخذ")):
        assert told in dip("rules", "try", text, "--lang", lang).stdout.decode()


def test_nothing_of_it_is_loaded_where_it_is_not_used() -> None:
    code = (
        "import sys; sys.argv=['dip','leaders',sys.argv[1]]\n"
        "from dipcli.__main__ import main\n"
        "try:\n    main()\nexcept SystemExit: pass\n"
        "sys.stderr.write(' '.join(m for m in sys.modules if m.startswith(('dipcli.rules.own', 'dipcli.rules.compile'))))"
    )
    done = subprocess.run([sys.executable, "-c", code, LETTERS], capture_output=True, cwd=ROOT, check=False)
    assert done.stderr == b""


def test_the_code_in_the_docs_runs() -> None:
    page = (ROOT / "docs/own-rules.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=ROOT, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
