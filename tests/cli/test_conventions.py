"""The conventions of the command line, each by the real command."""

import json
import os
import re
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dipcli.cli.commands import COMMANDS
from dipcli.outputs.writers import FORMATS
from tests.cli.running import AS_ANYBODY, LETTERS, dip, environment, on_terminal, rows_of, started
from tests.conftest import ROOT
from tests.inputs.reading import needs

TEXTS = [name for name, f in FORMATS.items() if not f.binary]
NAMES = [n for n, c in COMMANDS.items() if not c.hidden]
READING = ["summarise", "read", "leaders", "messages", "themes", "statements", "report", "entities"]
ARTICLE = "قال الوزير حازم العمري إن الجسر جاهز."


# -- help --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_help_starts_with_two_examples_that_run(name: str, tmp_path: Path) -> None:
    done = dip(name, "--help")
    assert (done.returncode, done.stderr) == (0, b"")
    examples = re.findall(r"^  (dip .*)$", done.stdout.decode(), re.MULTILINE)
    assert len(examples) == 2
    assert done.stdout.decode().index(examples[0]) < 120
    for folder in ("samples", "tests"):
        (tmp_path / folder).symlink_to(ROOT / folder)
    if name != "index" and any("--db news.db" in e for e in examples):
        assert dip("index", "samples", "--db", str(tmp_path / "news.db")).returncode == 0
    for example in examples:
        words = shlex.split(re.split(r" [|>] ", example)[0])
        ran = subprocess.run(
            [sys.executable, "-m", "dipcli", *words[1:]],
            stdin=subprocess.DEVNULL, capture_output=True, cwd=tmp_path, env=environment(PYTHONPATH=str(ROOT)), check=False,
        )  # fmt: skip
        assert ran.returncode == 0, (example, ran.stderr.decode())
        assert ran.stdout or "-o " in example


@pytest.mark.typer
@pytest.mark.parametrize("args", [["--help"], *([n, "--help"] for n in NAMES)], ids=lambda a: a[0])
def test_every_help_fits_80_columns(args: list[str]) -> None:
    from rich.cells import cell_len

    for columns in ("80", "200"):
        shown = dip(*args, COLUMNS=columns).stdout.decode()
        assert [line for line in shown.splitlines() if cell_len(line) > 80] == []
    assert len(args) > 1 or all(name in shown for name in NAMES)


@pytest.mark.typer
@pytest.mark.parametrize("alone", [["-h"], ["--help"], ["help"]])
def test_all_ways_to_ask_for_help(alone: list[str]) -> None:
    assert dip(*alone).stdout == dip("--help").stdout
    assert dip("help", "leaders").stdout == dip("leaders", "-h").stdout == dip("leaders", "--help").stdout


@pytest.mark.typer
def test_summarize_is_an_unlisted_alias() -> None:
    assert dip("summarize", LETTERS).stdout == dip("summarise", LETTERS).stdout
    assert b"summarize" not in dip("--help").stdout


# -- usage errors ------------------------------------------------------------------------------------------------------


@pytest.mark.typer
@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["leadrs", LETTERS], "did you mean leaders?"),
        (["--colour"], "no such option"),
        (["--versio"], "did you mean --version?"),
        (["help", "leadrs"], "did you mean leaders?"),
        (["leaders", LETTERS, "--bogus"], "no such option: --bogus"),
        (["statements", LETTERS, "--formt", "csv"], "no such option: --formt: did you mean --format?"),
        (["statements", LETTERS, "--speaker", "x"], "no such option: --speaker"),
        (["who-said"], "missing argument"),
        (["explain", LETTERS], "missing argument"),
        (["statements", LETTERS, "--format", "cvs"], "did you mean csv?"),
        (["statements", LETTERS, "--form", "inderect"], "did you mean indirect?"),
        (["statements", LETTERS, "--status", "sayd"], "did you mean said?"),
        (["statements", LETTERS, "--medium", "leter"], "did you mean letter?"),
        (["statements", LETTERS, "--about", "bilateral-relation"], "did you mean bilateral_relations?"),
        (["statements", LETTERS, "--about", "العلاقات الثناية"], "did you mean"),
        (["statements", LETTERS, "--since", "yesterday"], "2022-01-03"),
        (["statements", LETTERS, "--encoding", "hex"], "no encoding is called"),
        (["statements", LETTERS, "--split", "("], "no regular expression"),
        (["statements", LETTERS, "--until", "2022-02-32"], "2022-01-03"),
        (["statements", LETTERS, "--min-confidence", "2"], "between 0 and 1"),
        (["statements", LETTERS, "--min-confidence", "x"], "min-confidence"),
        (["statements", LETTERS, "--limit", "-1"], "limit"),
        (["statements", LETTERS, "--by", ""], "needs a name"),
        (["statements", LETTERS, "--sort", "size"], "date, newest, place, confidence or rank"),
        (["statements", LETTERS, "--sort", "rank"], "rank is for who-said and search"),
        (["search", "الحدود"], "which archive?"),
        (["search", "،", "--db", "a.db"], "no word to look for"),
        (["search", "الحدود", "--db", "a.db", "--sort", "confidence"], "date, newest, place or rank"),
        (["messages", LETTERS, "--sort", "confidence"], "date, newest or place"),
        (["statements", LETTERS, "--fields", "speker"], "did you mean speaker?"),
        (["statements", LETTERS, "--fields", ","], "--fields"),
        (["statements", LETTERS, "--bom"], "--bom goes with --format csv"),
        (["statements", LETTERS, "--ascii", "-f", "csv"], "--ascii goes with"),
        (["statements", LETTERS, "--encoding", "klingon"], "klingon"),
        (["statements", LETTERS, "--lang", "fr"], "ar or en"),
        (["statements", LETTERS, "--color", "blue"], "auto, always or never"),
        (["statements", LETTERS, "--without", "peple"], "people"),
        (["statements", "--files-from", "no-such-list"], "no-such-list: cannot be read"),
        (["who-said", "،", LETTERS], "no word to look for"),
        (["report", LETTERS, "-f", "csv"], "csv cannot hold"),
        (["explain", LETTERS, "s1", "-f", "tsv"], "tsv cannot hold"),
        (["schema", "statment"], "did you mean statement?"),
        (["rules", "shw", "x"], "did you mean show?"),
        (["rules", "show"], "say which rule"),
        (["rules", "show", "cue.adaf"], "did you mean cue.adafa?"),
        (["rules", "try"], "say a sentence"),
    ],
)
def test_a_usage_error_is_one_line_with_a_way_out(args: list[str], said: str) -> None:
    done = dip(*args)
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.startswith(b"dip: ")
    assert done.stderr.count(b"\n") == 1
    assert said in done.stderr.decode()


@pytest.mark.typer
def test_two_dashes_end_the_options() -> None:
    done = dip("who-said", "--", "--count", LETTERS)
    assert done.returncode == 1
    assert b'"--count"' in done.stderr


# -- where input comes from --------------------------------------------------------------------------------------------


@pytest.mark.typer
@pytest.mark.parametrize("name", READING)
def test_a_terminal_is_not_waited_for(name: str) -> None:
    started = time.monotonic()
    ended = on_terminal(name)
    assert ended.status == 2
    assert "nothing to read" in ended.shown
    assert time.monotonic() - started < 20


@pytest.mark.typer
def test_closed_standard_streams_do_no_harm() -> None:
    command = f"{shlex.quote(sys.executable)} -m dipcli statements"
    for redirected, status in ((" <&-", 2), (f" {LETTERS} <&-", 0), (f" {LETTERS} >&-", 2), (" gone.txt 2>&-", 4)):
        done = subprocess.run(
            command + redirected, shell=True, capture_output=True, cwd=ROOT, env=environment(), timeout=60, check=False
        )
        assert done.returncode == status, redirected
        assert b"Traceback" not in done.stderr


@pytest.mark.typer
def test_standard_input_may_be_a_file() -> None:
    with open(ROOT / LETTERS, "rb") as f:
        done = subprocess.run(
            [sys.executable, "-m", "dipcli", "statements", "--count"],
            stdin=f,
            capture_output=True,
            cwd=ROOT,
            check=True,
        )
    assert done.stdout == b"10\n"


@pytest.mark.typer
def test_a_dash_stands_among_files() -> None:
    files = [r["file"] for r in rows_of(dip("summarise", LETTERS, "-", LETTERS, stdin=ARTICLE.encode()).stdout)]
    assert files == [LETTERS, "-", LETTERS]


@pytest.mark.typer
@pytest.mark.parametrize(("option", "end"), [([], "\n"), (["-0"], "\0")])
def test_a_list_of_files(tmp_path: Path, option: list[str], end: str) -> None:
    listing = tmp_path / "list"
    listing.write_text(f"samples/visit.txt{end}{LETTERS}{end}")
    for args, stdin in (([str(listing)], None), (["-"], listing.read_bytes())):
        found = [r["file"] for r in rows_of(dip("summarise", "--files-from", *args, *option, stdin=stdin).stdout)]
        assert found == ["samples/visit.txt", LETTERS]


@pytest.mark.typer
def test_an_empty_list_is_a_usage_error(tmp_path: Path) -> None:
    (tmp_path / "list").write_bytes(b"\n\n")
    done = dip("summarise", "--files-from", str(tmp_path / "list"))
    assert (done.returncode, done.stdout) == (2, b"")


@pytest.mark.typer
def test_globs_choose_from_folders_only(tmp_path: Path) -> None:
    for name in ("a.txt", "b.news", "sub/c.news"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(ARTICLE)
    done = dip("summarise", str(tmp_path), str(tmp_path / "a.txt"), "--glob", "*.news")
    assert [Path(str(r["file"])).name for r in rows_of(done.stdout)] == ["b.news", "c.news", "a.txt"]


@pytest.mark.typer
def test_a_name_that_is_not_utf8_is_a_file_like_any(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xc7\xe1.txt"
    try:
        with open(path, "wb") as f:
            f.write(ARTICLE.encode())
    except OSError:
        pytest.skip("this file system takes no such names")
    for arguments in (["statements", "-f", "table"], ["statements"], ["statements", "-f", "csv"], ["report"]):
        done = subprocess.run(
            [sys.executable, "-m", "dipcli", *arguments, path],  # type: ignore[list-item]
            capture_output=True, cwd=ROOT, env=environment(), check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        assert done.stdout.decode("utf-8")


# -- formats -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["summarise", "leaders", "messages", "themes", "statements", "entities"])
@pytest.mark.parametrize("written", ["table", *TEXTS])
def test_every_question_in_every_format(name: str, written: str) -> None:
    done = dip(name, LETTERS, "--format", written)
    assert done.returncode == 0, done.stderr
    assert "السعدي" in done.stdout.decode()
    assert done.stdout.endswith(b"\n")
    assert done.stderr == b""


@pytest.mark.parametrize("name", READING)
def test_a_table_on_a_terminal_and_records_in_a_pipe(name: str) -> None:
    shown = on_terminal(name, LETTERS, NO_COLOR="1").shown
    piped = dip(name, LETTERS).stdout.decode()
    if name == "report":
        assert json.loads(shown)[0]["schema"] == "dip.report/1"
    else:
        assert not shown.startswith("{")
    assert piped.startswith("{") == (name != "read")


@needs("openpyxl", "dev")
@needs("xlsxwriter", "xlsx")
@pytest.mark.parametrize("name", ["summarise", "leaders", "messages", "themes", "statements", "entities"])
def test_every_question_as_a_workbook(name: str, tmp_path: Path) -> None:
    import openpyxl

    done = dip(
        name, LETTERS, "gone.txt", "-f", "xlsx", "--errors-as-records", "--lang", "ar", "-o", str(tmp_path / "a.xlsx")
    )
    assert done.returncode == 3
    page = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]
    cells = [str(c.value) for row in page.iter_rows() for c in row]
    assert any("السعدي" in c for c in cells)
    assert "no such file" in cells
    assert not any(re.fullmatch("[a-z_]+", str(c.value)) for c in page[1]), "every head is Arabic"


@needs("xlsxwriter", "xlsx")
def test_a_workbook_goes_to_a_file_or_a_pipe_and_not_to_a_terminal(tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    assert dip("statements", LETTERS, "-f", "xlsx", "-o", str(out)).returncode == 0
    assert out.read_bytes() == dip("statements", LETTERS, "-f", "xlsx", PYTHONHASHSEED="7", LC_ALL="C").stdout
    assert out.read_bytes().startswith(b"PK")
    refused = on_terminal("statements", LETTERS, "-f", "xlsx")
    assert (refused.status, refused.shown) == (2, "dip: xlsx is no text to look at: write it with -o FILE\n")


def test_a_workbook_needs_its_library_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "xlsxwriter.py").write_text("raise ImportError")
    done = dip("statements", LETTERS, "-f", "xlsx", PYTHONPATH=f"{tmp_path}{os.pathsep}{ROOT}")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"dip: --format xlsx needs XlsxWriter: pip install 'dipcli[xlsx]'\n"


@pytest.mark.typer
def test_json_is_short_for_format_json() -> None:
    assert dip("leaders", LETTERS, "--json").stdout == dip("leaders", LETTERS, "--format", "json").stdout


@pytest.mark.typer
def test_the_environment_names_a_format_where_it_fits() -> None:
    assert dip("leaders", LETTERS, DIP_FORMAT="csv").stdout.startswith(b"schema,name")
    assert dip("leaders", LETTERS, "-f", "ndjson", DIP_FORMAT="csv").stdout.startswith(b"{")
    assert dip("report", LETTERS, DIP_FORMAT="csv").stdout.startswith(b"{")


@pytest.mark.typer
def test_ascii_escapes_and_means_the_same() -> None:
    plain, escaped = dip("report", LETTERS).stdout, dip("report", LETTERS, "--ascii").stdout
    assert escaped.isascii()
    assert not plain.isascii()
    assert json.loads(plain) == json.loads(escaped)


def test_read_and_report_are_one_for_machines() -> None:
    assert dip("read", LETTERS, "--json").stdout == dip("report", LETTERS, "--json").stdout


def test_no_text_leaves_only_the_text_out() -> None:
    bare, whole = (json.loads(dip("report", LETTERS, *o).stdout) for o in (["--no-text"], []))
    assert bare["article"].pop("text") is None
    assert whole["article"].pop("text")
    assert bare == whole


@pytest.mark.typer
def test_names_of_formats_in_the_help_are_those_of_the_registry() -> None:
    shown = " ".join(dip("statements", "--help").stdout.decode().split())
    assert ", ".join(["table", *FORMATS]) in shown
    listed = dip("formats").stdout.decode()
    assert all(f"write  {name} " in listed for name in ["table", *FORMATS])


# -- language, colour, width -------------------------------------------------------------------------------------------


@pytest.mark.typer
@pytest.mark.parametrize(
    ("env", "option", "arabic"),
    [
        ({}, [], False),
        ({"LANG": "ar_SA.UTF-8"}, [], True),
        ({"LC_ALL": "en_GB.UTF-8", "LANG": "ar_SA.UTF-8"}, [], False),
        ({"DIP_LANG": "ar"}, [], True),
        ({"LANG": "ar_SA.UTF-8"}, ["--lang", "en"], False),
        ({"DIP_LANG": "en"}, ["--lang", "ar"], True),
    ],
)
def test_language_of_labels(env: dict[str, str], option: list[str], arabic: bool) -> None:
    shown = dip("summarise", LETTERS, "-f", "table", *option, **env).stdout.decode()
    assert ("القادة" in shown) is arabic
    assert ("LEADERS" in shown) is not arabic


def test_language_never_touches_a_record() -> None:
    for name in ("leaders", "themes", "messages", "report"):
        assert dip(name, LETTERS, "--lang", "ar").stdout == dip(name, LETTERS, "--lang", "en").stdout


def test_a_screen_in_arabic_has_no_english_word_left() -> None:
    for name in ("summarise", "leaders", "themes", "messages", "statements", "read"):
        shown = dip(name, "samples/visit.txt", LETTERS, "-f", "table", "--lang", "ar").stdout.decode()
        words = set(re.findall(r"[A-Za-z]{2,}", shown)) - {"samples", "visit", "letters", "txt"}
        assert not words, name


@pytest.mark.typer
@pytest.mark.parametrize(
    ("option", "env", "coloured"),
    [
        ([], {}, False),
        (["--color", "always"], {}, True),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (["--color", "never"], {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_in_a_pipe(option: list[str], env: dict[str, str], coloured: bool) -> None:
    assert (b"\x1b[" in dip("read", LETTERS, *option, **env).stdout) is coloured


@pytest.mark.typer
@pytest.mark.parametrize(
    ("option", "env", "coloured"),
    [([], {}, True), ([], {"NO_COLOR": "1"}, False), ([], {"TERM": "dumb"}, False), (["--color", "never"], {}, False)],
)
def test_colour_on_a_terminal(option: list[str], env: dict[str, str], coloured: bool) -> None:
    assert ("\x1b[" in on_terminal("read", LETTERS, *option, **env).shown) is coloured


def test_colour_is_never_in_a_record() -> None:
    assert dip("statements", LETTERS, "--color", "always").stdout == dip("statements", LETTERS).stdout


@pytest.mark.parametrize("name", [n for n in READING if n != "report"])
@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_is_wider_than_asked(name: str, width: int) -> None:
    from rich.cells import cell_len

    done = dip(name, LETTERS, "samples/noise.txt", "-f", "table", COLUMNS=str(width))
    assert done.returncode == 0
    assert max(cell_len(line) for line in done.stdout.decode().splitlines()) <= min(width, 100)


def test_nothing_is_said_by_colour_alone() -> None:
    plain = dip("who-said", "الحدود", LETTERS, "-f", "table").stdout.decode()
    assert "‹الحدود›" in plain
    assert "‹s8: " in dip("read", LETTERS).stdout.decode()


# -- filters -----------------------------------------------------------------------------------------------------------


def test_count_limit_files_and_records_agree(tmp_path: Path) -> None:
    (tmp_path / "none.txt").write_text("لا شيء هنا.")
    files = [LETTERS, str(tmp_path / "none.txt"), "samples/visit.txt"]
    found = rows_of(dip("statements", *files).stdout)
    assert dip("statements", *files, "--count").stdout == f"{len(found)}\n".encode()
    assert rows_of(dip("statements", *files, "--limit", "3").stdout) == found[:3]
    assert dip("statements", *files, "--limit", "0").stdout == b""
    listed = dip("statements", *files, "--files-with-matches").stdout.decode().split()
    assert listed == list(dict.fromkeys(r["file"] for r in found)) == [LETTERS, "samples/visit.txt"]


def test_sorting_keeps_the_order_of_equals(tmp_path: Path) -> None:
    path = tmp_path / "n.jsonl"
    dates = ["2021-05-01", None, "2020-01-01", "2021-05-01"]
    path.write_text("\n".join(json.dumps({"text": ARTICLE, "date": d}) for d in dates))
    found = rows_of(dip("statements", str(path), "--sort", "date").stdout)
    assert [str(r["file"])[-2:] for r in found] == ["#3", "#1", "#4", "#2"]
    sure = [r["confidence"] for r in rows_of(dip("statements", "samples/", "--sort", "confidence").stdout)]
    assert sure == sorted(sure, reverse=True)


def test_undated_articles_are_left_out_aloud(tmp_path: Path) -> None:
    path = tmp_path / "n.jsonl"
    path.write_text("\n".join(json.dumps({"text": ARTICLE, "date": d}) for d in ("2021-05-01", None, "2019")))
    done = dip("statements", str(path), "--since", "2020")
    assert (done.returncode, len(rows_of(done.stdout))) == (0, 1)
    assert done.stderr == b"dip: 1 undated article left out (--undated keeps them)\n"
    kept = dip("statements", str(path), "--since", "2020", "--undated")
    assert (len(rows_of(kept.stdout)), kept.stderr) == (2, b"")
    assert dip("statements", str(path), "--since", "2020", "-q").stderr == b""


@pytest.mark.parametrize("name", ["statements", "messages", "leaders", "themes"])
def test_a_filter_that_matches_nothing_says_so(name: str) -> None:
    done = dip(name, LETTERS, "--by", "السعيدي")
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"did you mean" in done.stderr
    assert dip(name, LETTERS, "--by", "السعيدي", "--exit-zero").returncode == 0
    assert dip(name, LETTERS, "--by", "السعيدي", "-q").stderr == b""
    assert dip(name, LETTERS, "--by", "السعيدي", "gone.txt").returncode == 3


def test_words_that_nobody_said_have_a_neighbour() -> None:
    done = dip("who-said", "الحدوة", LETTERS)
    assert done.returncode == 1
    assert "الحدود" in done.stderr.decode()


def test_an_article_without_statements_is_read_not_failed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("لا شيء هنا.")
    for name in READING:
        assert dip(name, str(tmp_path / "a.txt")).returncode == 0
    (report,) = rows_of(dip("report", str(tmp_path / "a.txt")).stdout)
    assert [n["reason"] for n in report["notes"]] == ["no_statements"]  # type: ignore[attr-defined,index]


# -- failures ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("written", TEXTS)
@pytest.mark.parametrize("name", ["statements", "leaders", "entities"])
def test_errors_as_records_fit_every_format(name: str, written: str) -> None:
    done = dip(name, "gone.txt", LETTERS, "--errors-as-records", "-f", written)
    assert done.returncode == 3
    assert "no such file" in done.stdout.decode()
    assert "السعدي" in done.stdout.decode()


def test_errors_as_records_in_their_place() -> None:
    found = rows_of(dip("summarise", LETTERS, "gone.txt", LETTERS, "--errors-as-records").stdout)
    assert [r["schema"] for r in found] == ["dip.summary/1", "dip.error/1", "dip.summary/1"]
    assert (found[1]["file"], found[1]["error"]) == ("gone.txt", "no such file")


@pytest.mark.typer
def test_strict_keeps_what_was_written_before() -> None:
    done = dip("summarise", LETTERS, "gone.txt", "samples/visit.txt", "--strict")
    assert done.returncode == 3
    assert [r["file"] for r in rows_of(done.stdout)] == [LETTERS]


@pytest.mark.typer
def test_quiet_and_verbose() -> None:
    assert dip("summarise", LETTERS, "gone.txt", "-q").stderr.count(b"\n") == 2
    assert dip("summarise", LETTERS, "gone.txt", "-qq").stderr == b""
    told = dip("summarise", LETTERS, "-v").stderr.decode()
    assert LETTERS in told
    assert "utf-8" in told


def test_more_than_twenty_articles_are_better_asked_otherwise() -> None:
    done = dip("summarise", *[LETTERS] * 21, "-f", "table")
    assert done.returncode == 0
    assert done.stderr.count(b"\n") == 1
    assert b"leaders, messages and themes" in done.stderr
    assert done.stdout.decode().rstrip().endswith("21 articles · 3 leaders · 84 messages · 210 statements")


def test_an_error_cannot_disturb_the_terminal() -> None:
    done = dip("leaders", "a\x1b]0;x\x07\n\u202eb")
    assert done.returncode == 4
    assert done.stderr.count(b"\n") == 1
    assert not any(c.encode() in done.stderr for c in "\x1b\x07\u202e")


def test_an_unreadable_file_is_one_failure(tmp_path: Path) -> None:
    path = tmp_path / "closed.txt"
    path.write_text(ARTICLE)
    path.chmod(0)
    done = dip("statements", str(path), LETTERS, before=AS_ANYBODY if os.access(path, os.R_OK) else ())
    assert done.returncode == 3
    assert b"permission denied" in done.stderr


@pytest.mark.typer
def test_a_full_disk_is_an_error_of_one_line() -> None:
    if not os.path.exists("/dev/full"):
        pytest.skip("no /dev/full here")
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "dipcli", "report", LETTERS],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert b"cannot write" in done.stderr


@pytest.mark.typer
@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_ended_by_a_signal(tmp_path: Path, number: signal.Signals, status: int) -> None:
    with started("report", *[LETTERS] * 3000, errors=tmp_path / "errors") as process:
        assert process.stdout is not None
        assert b"dip.report/1" in process.stdout.readline()
        process.send_signal(number)
        process.communicate(timeout=60)
        assert process.returncode == status
    assert (tmp_path / "errors").read_bytes() == b""


def test_an_article_without_arabic_is_read_with_a_word(tmp_path: Path) -> None:
    article = tmp_path / "en.txt"
    article.write_text("The minister said nothing.", encoding="utf-8")
    done = dip("statements", str(article), "--format", "ndjson")
    assert (done.returncode, done.stdout) == (0, b"")
    assert done.stderr.endswith(b"en.txt: no Arabic in it\n")
    assert dip("statements", str(article), "-q").stderr == b""


def test_somebody_is_found_by_a_title() -> None:
    done = dip("statements", LETTERS, "--by", "الرئيس التونسي", "--format", "ndjson")
    assert done.returncode == 0
    assert done.stdout.count(b"dip.statement/1") == 5


def test_no_input_is_written_over(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_bytes(b"text")
    done = dip("report", str(article), "-o", str(tmp_path / "." / "a.txt"))
    assert (done.returncode, article.read_bytes()) == (2, b"text")
    assert b"-o would write over this input" in done.stderr


@pytest.mark.typer
@pytest.mark.parametrize("command", [("report",), ("summarise", "-f", "table"), ("entities", "-f", "table")])
def test_a_reader_that_goes_is_no_error(tmp_path: Path, command: tuple[str, ...]) -> None:
    with started(*command, *[LETTERS] * 200, errors=tmp_path / "errors") as process:
        assert process.stdout is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.wait(60) == 141
    assert (tmp_path / "errors").read_bytes() == b""


def test_progress_is_for_who_looks(tmp_path: Path) -> None:
    listing = tmp_path / "list"
    listing.write_text("samples/visit.txt\n" * 400)
    args = ("report", "--files-from", str(listing))
    seen = on_terminal(*args, output=False)
    assert seen.status == 0
    assert re.search(r"reading ▇*▁* +\d+% ", seen.shown)
    assert seen.shown.endswith("\r\x1b[K"), "the line is taken away at the end"
    assert on_terminal(*args, "-q", output=False).shown == ""
    assert on_terminal(*args, output=False, TERM="dumb").shown == ""


def test_progress_within_one_file(tmp_path: Path) -> None:
    record = json.dumps({"text": (ROOT / "samples/visit.txt").read_text(encoding="utf-8")}, ensure_ascii=False) + "\n"
    path = tmp_path / "year.jsonl"
    path.write_text(record * 400, encoding="utf-8")
    seen = on_terminal("report", str(path), output=False)
    parts = [int(p) for p in re.findall(r"▁  (\d+)% ", seen.shown)]
    assert any(0 < p < 100 for p in parts)
    assert parts == sorted(parts)


# -- -o ----------------------------------------------------------------------------------------------------------------


@pytest.mark.typer
@pytest.mark.parametrize("arguments", [["report"], ["leaders", "-f", "table"], ["statements", "--count"], ["schema"]])
def test_output_to_a_file_is_what_a_pipe_gets(tmp_path: Path, arguments: list[str]) -> None:
    files = [] if arguments == ["schema"] else [LETTERS]
    out = tmp_path / "out"
    done = dip(*arguments, *files, "-o", str(out))
    assert (done.returncode, done.stdout) == (0, b"")
    assert out.read_bytes() == dip(*arguments, *files).stdout


def test_what_was_there_stays_until_all_went_well(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.write_text("old")
    out.chmod(0o600)
    errors = tmp_path.parent / f"{tmp_path.name}.errors"
    with started("report", *[LETTERS] * 3000, "-o", str(out), errors=errors, output=False) as process:
        end = time.monotonic() + 30
        while len(list(tmp_path.iterdir())) < 2 and time.monotonic() < end:
            time.sleep(0.02)
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == 143
    assert [p.name for p in tmp_path.iterdir()] == ["out"]
    assert out.read_text() == "old"
    assert dip("statements", LETTERS, "--count", "-o", str(out)).returncode == 0
    assert out.read_text() == "10\n"
    assert out.stat().st_mode & 0o777 == 0o600


def test_a_link_is_followed_and_the_null_device_stays(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert dip("statements", LETTERS, "--count", "-o", str(tmp_path / "link")).returncode == 0
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "10\n"
    assert dip("report", LETTERS, "-o", os.devnull).returncode == 0
    assert not os.path.isfile(os.devnull)
