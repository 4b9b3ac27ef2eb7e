"""The real command: streams, exit statuses, formats, bad input."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.typer

SAMPLES = ROOT / "samples"
LETTERS = str(SAMPLES / "letters.txt")


def dip(
    *args: str, stdin: bytes | None = None, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run the command; standard input is closed to a null device unless bytes are given."""
    return subprocess.run(
        [sys.executable, "-m", "dipcli", *args],
        input=stdin,
        stdin=subprocess.DEVNULL if stdin is None else None,
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, **(env or {})},
        timeout=120,
        check=False,
    )


def test_version_is_one_line() -> None:
    done = dip("--version")
    assert (done.returncode, done.stdout) == (0, b"dip 0.1.0\n")


def test_no_command_says_what_there_is() -> None:
    done = dip()
    assert done.returncode == 2
    assert b"summarise" in done.stderr


def test_unknown_command_has_a_suggestion() -> None:
    done = dip("leader")
    assert done.returncode == 2
    assert b"did you mean leaders?" in done.stderr


def test_no_input_is_a_usage_error_and_does_not_hang() -> None:
    done = dip("leaders")
    assert done.returncode == 2
    assert b"nothing to read" in done.stderr
    assert done.stdout == b""


@pytest.mark.parametrize("command", ["summarise", "leaders", "messages", "themes", "statements", "report", "entities"])
def test_records_in_a_pipe_carry_their_schema(command: str) -> None:
    done = dip(command, LETTERS)
    assert done.returncode == 0, done.stderr
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert records
    assert all(r["schema"].startswith("dip.") for r in records)


def test_json_is_one_array_and_empty_when_nothing_is_found() -> None:
    done = dip("statements", LETTERS, "--json", "--by", "nobody at all")
    assert done.returncode == 1
    assert json.loads(done.stdout) == []


def test_statements_are_attributed() -> None:
    rows = [json.loads(x) for x in dip("statements", LETTERS).stdout.splitlines()]
    assert len(rows) == 10
    assert {r["speaker"] for r in rows} == {"ماهر السعدي", "ناصر بن راشد", "جوزيف كاماو"}


@pytest.mark.parametrize("spelling", ["الحدود", "الحدود ", "حدود"])
def test_who_said_finds_any_spelling(spelling: str) -> None:
    rows = [json.loads(x) for x in dip("who-said", spelling, LETTERS).stdout.splitlines()]
    assert [r["speaker"] for r in rows] == ["ناصر بن راشد"]
    (start, end), *_ = rows[0]["matches"]
    assert "حدود" in rows[0]["text"][start:end]


def test_filters_agree() -> None:
    rows = [
        json.loads(x) for x in dip("statements", LETTERS, "--to", "السعدي", "--form", "indirect").stdout.splitlines()
    ]
    assert rows
    assert all("ماهر السعدي" in r["to"] for r in rows)
    assert dip("statements", LETTERS, "--to", "السعدي", "--count").stdout.strip() == str(len(rows)).encode()


def test_csv_and_tsv_have_a_head_and_lists_in_a_cell() -> None:
    lines = dip("messages", LETTERS, "--format", "csv", "--fields", "kind,from,to").stdout.decode().splitlines()
    assert lines[0] == "kind,from,to"
    assert len(lines) == 5
    assert dip("messages", LETTERS, "-f", "csv", "--bom").stdout.startswith(b"\xef\xbb\xbf")
    assert b"\t" in dip("messages", LETTERS, "-f", "tsv").stdout


def test_some_inputs_failed(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "bad.txt").write_bytes("قال ".encode() + b"\xc7\xe1" + "الوزير".encode())
    (tmp_path / "a.pdf.txt").write_bytes(b"%PDF-1.7 ...")
    done = dip("statements", LETTERS, str(tmp_path), str(tmp_path / "gone.txt"))
    assert done.returncode == 3
    errors = done.stderr.decode().splitlines()
    assert len(errors) == 5
    assert any("empty" in e for e in errors)
    assert any("not UTF-8 at byte 7 (0xC7)" in e for e in errors)
    assert any("a PDF, not text" in e and "pdftotext" in e for e in errors)
    assert any("no such file" in e for e in errors)
    assert errors[-1] == "dip: 4 of 5 failed (--errors-as-records lists them)"
    assert done.stdout.count(b"\n") == 10
    assert dip("statements", LETTERS, str(tmp_path), "--exit-zero").returncode == 0
    assert dip("statements", LETTERS, str(tmp_path), "-qq").stderr == b""


def test_none_could_be_read(tmp_path: Path) -> None:
    assert dip("report", str(tmp_path / "gone.txt")).returncode == 4
    assert dip("report", str(tmp_path)).returncode == 4
    binary = tmp_path / "x.txt"
    binary.write_bytes(b"\x00\x01\x02" * 100)
    done = dip("report", str(binary))
    assert done.returncode == 4
    assert b"binary" in done.stderr


def test_strict_stops_at_the_first_failure(tmp_path: Path) -> None:
    done = dip("statements", str(tmp_path / "gone.txt"), LETTERS, "--strict")
    assert done.stdout == b""
    assert done.returncode == 4


def test_errors_as_records(tmp_path: Path) -> None:
    done = dip("statements", LETTERS, str(tmp_path / "gone.txt"), "--errors-as-records")
    records = [json.loads(x) for x in done.stdout.splitlines()]
    assert records[-1]["schema"] == "dip.error/1"
    assert done.returncode == 3


def test_no_arabic_is_read_with_a_note(tmp_path: Path) -> None:
    path = tmp_path / "english.txt"
    path.write_text("Nothing Arabic here.")
    done = dip("report", str(path))
    assert done.returncode == 0
    assert [n["reason"] for n in json.loads(done.stdout)["notes"]] == ["no_arabic"]


def test_standard_input_and_dash() -> None:
    text = Path(LETTERS).read_bytes()
    piped = dip("statements", stdin=text).stdout
    dashed = dip("statements", "-", stdin=text).stdout
    assert piped == dashed
    assert piped.count(b"\n") == 10


def test_json_lines_are_articles(tmp_path: Path) -> None:
    body = "قال الوزير حازم العمري إن الجسر جاهز."
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join(json.dumps({"title": "خبر", "text": body, "date": "2021-03-04T10:00"}) for _ in range(2)))
    rows = [json.loads(x) for x in dip("statements", str(path)).stdout.splitlines()]
    assert [r["file"] for r in rows] == [f"{path}#1", f"{path}#2"]
    assert rows[0]["published"] == "2021-03-04"
    later = dip("statements", str(path), "--since", "2022-01-01")
    assert later.returncode == 1


def test_output_file_is_whole_or_not_there(tmp_path: Path) -> None:
    out = tmp_path / "out.ndjson"
    assert dip("statements", LETTERS, "-o", str(out)).returncode == 0
    assert out.read_bytes().count(b"\n") == 10
    assert [p.name for p in tmp_path.iterdir()] == ["out.ndjson"]
    done = dip("statements", LETTERS, "-o", str(tmp_path / "no" / "such" / "x"))
    assert done.returncode == 2
    assert b"cannot be written" in done.stderr


def test_hostile_text_cannot_reach_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "hostile.txt"
    path.write_text("عنوان\n\nقال الوزير حازم العمري إن \x1b]0;x\x07 [bold]الجسر[/bold] \u202eجاهز\x9b31m تماما.")
    for command in ("summarise", "read", "statements", "messages"):
        shown = (
            dip(command, str(path), "--format", "table").stdout if command != "read" else dip(command, str(path)).stdout
        )
        assert b"\x1b" not in shown
        assert "\u202e".encode() not in shown
        assert b"\xc2\x9b" not in shown
    assert b"[bold]" in dip("read", str(path)).stdout
    data = dip("report", str(path)).stdout
    assert b"\\u202e" in data
    assert "\u202e" in json.loads(data)["article"]["text"]


def test_first_record_is_out_before_the_last_file_is_read(tmp_path: Path) -> None:
    fifo = tmp_path / "slow.txt"
    os.mkfifo(fifo)
    process = subprocess.Popen(
        [sys.executable, "-m", "dipcli", "statements", LETTERS, str(fifo)], stdout=subprocess.PIPE, cwd=ROOT
    )
    assert process.stdout is not None
    first = process.stdout.readline()
    assert b"dip.statement/1" in first
    fifo.write_text("قال الوزير حازم العمري إن الجسر جاهز.")
    rest, _ = process.communicate(timeout=60)
    assert b"slow.txt" in rest


@pytest.mark.parametrize("seed", ["0", "1", "77"])
def test_same_bytes_for_any_hash_seed_and_locale(seed: str) -> None:
    files = sorted(str(p) for p in SAMPLES.glob("*.txt"))
    env = {"PYTHONHASHSEED": seed, "LC_ALL": "C", "LANG": "C"}
    assert dip("report", *files, env=env).stdout == dip("report", *files, env={"PYTHONHASHSEED": "5"}).stdout


def test_a_line_of_200_mb_is_refused_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    with path.open("wb") as f:
        for _ in range(200):
            f.write("ا".encode() * 500_000)
    start = time.monotonic()
    done = dip("report", str(path))
    assert done.returncode == 4
    assert b"too long for one article" in done.stderr
    assert done.stderr.count(b"\n") == 1
    assert time.monotonic() - start < 30


def test_nothing_heavy_is_imported_for_json() -> None:
    code = (
        "import sys; sys.argv=['dip','leaders',sys.argv[1]]\n"
        "from dipcli.__main__ import main\n"
        "try:\n    main()\nexcept SystemExit: pass\n"
        "sys.stderr.write(' '.join(m for m in ('rich','pydantic','tomllib') if m in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code, LETTERS], capture_output=True, cwd=ROOT, check=False)
    assert done.stderr == b""


def test_explain_says_why_and_names_the_rule() -> None:
    shown = dip("explain", LETTERS, "s2").stdout.decode()
    assert "cue.adafa" in shown
    assert "no subject of its own" in shown
    other = dip("explain", LETTERS, "s1").stdout.decode()
    assert "right behind it" in other
    missing = dip("explain", LETTERS, "s99")
    assert (missing.returncode, b"did you mean s9?" in missing.stderr) == (1, True)


def test_explain_of_an_entity_lists_its_forms() -> None:
    shown = dip("explain", LETTERS, "كاماو").stdout.decode()
    assert "الرئيس الكيني جوزيف كاماو" in shown


def test_rules_show_and_try() -> None:
    assert "وأضاف أن" in dip("rules", "show", "cue.adafa").stdout.decode()
    assert "did you mean cue.adafa?" in dip("rules", "show", "cue.adaf").stderr.decode()
    assert "cue.akkada" in dip("rules", "try", "وأكد الرئيس أن الحوار مستمر.").stdout.decode()


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_summary_screen_answers_first(lang: str) -> None:
    shown = dip("summarise", LETTERS, "--format", "table", "--lang", lang).stdout.decode()
    assert "الرئيس التونسي يتبادل رسائل التهنئة" in shown.splitlines()[0]
    assert ("→" if lang == "en" else "←") in shown


def test_a_record_of_200_mb_is_skipped_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "long.jsonl"
    with path.open("wb") as f:
        f.write(b'{"text":"')
        for _ in range(200):
            f.write("ا".encode() * 500_000)
        f.write(b'"}\n' + json.dumps({"text": "قال الوزير حازم العمري إن الجسر جاهز."}).encode() + b"\n")
    code = (
        "import resource, subprocess, sys\n"
        "done = subprocess.run([sys.executable, '-m', 'dipcli', 'statements', sys.argv[1], '--fields', 'file'])\n"
        "print(done.returncode, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, cwd=ROOT, check=True)
    record, end = done.stdout.decode().splitlines()
    assert json.loads(record) == {"file": f"{path}#2"}
    assert b"line 1 is too long" in done.stderr
    status, megabytes = map(int, end.split())
    assert (status, megabytes < 300) == (3, True)


def test_a_theme_is_suggested_by_a_part_of_its_name() -> None:
    done = dip("statements", LETTERS, "--about", "borders")
    assert done.returncode == 2
    assert b"did you mean borders_sovereignty?" in done.stderr
