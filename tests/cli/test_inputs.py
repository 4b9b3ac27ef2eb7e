"""What users have, through the real command: containers, encodings, selection."""

import gzip
import json
import subprocess
import sys
import threading
import zlib
from pathlib import Path

import pytest

from tests.cli.running import LETTERS, dip, environment
from tests.conftest import ROOT
from tests.inputs.reading import ZSTD, needs

TEXT = (ROOT / LETTERS).read_text(encoding="utf-8")
ARTICLE = "قال الوزير حازم العمري إن الجسر جاهز."


def rows(out: bytes) -> list[dict[str, object]]:
    """Statements of an NDJSON output without what tells where they were read."""
    return [{k: v for k, v in json.loads(line).items() if k not in ("file", "line")} for line in out.splitlines()]


def zstd_compressed(data: bytes) -> bytes:
    """By the library of the extra."""
    try:
        from compression import zstd
    except ImportError:
        from backports import zstd
    return bytes(zstd.compress(data))


@pytest.mark.parametrize(
    "way",
    [
        "utf-16",
        "windows-1256",
        "gzip",
        "jsonl",
        "csv",
        pytest.param("zstd", marks=needs(ZSTD, "zstd")),
        pytest.param("html", marks=needs("trafilatura", "html")),
    ],
)
def test_every_container_says_the_same(way: str) -> None:
    record = json.dumps({"text": TEXT}, ensure_ascii=False)
    page = "".join(f"<p>{line}</p>" for line in TEXT.splitlines() if line)
    data = {
        "utf-16": lambda: TEXT.encode("utf-16"),
        "windows-1256": lambda: TEXT.encode("cp1256"),
        "gzip": lambda: gzip.compress(TEXT.encode()),
        "zstd": lambda: zstd_compressed(TEXT.encode()),
        "jsonl": lambda: f"{record}\n".encode(),
        "csv": lambda: f'id;text\r\n1;"{TEXT}"\r\n'.encode("utf-8-sig"),
        "html": lambda: f"<!doctype html><title>x</title><article>{page}</article>".encode(),
    }[way]()
    done = dip("statements", "-", stdin=data)
    assert (done.returncode, done.stderr) == (0, b"")
    without = ("article", "matches")  # the article's name and id
    expected, found = rows(dip("statements", LETTERS).stdout), rows(done.stdout)
    for row in (*expected, *found):
        for key in without:
            row.pop(key, None)
    assert found == expected


def test_what_was_decided_stands_in_the_report(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes(TEXT.encode("cp1256"))
    article = json.loads(dip("report", str(path)).stdout)["article"]
    assert article["encoding"]["name"] == "windows-1256"
    assert 0.8 <= article["encoding"]["confidence"] < 1
    assert article["text"] == TEXT
    assert article["id"] == json.loads(dip("report", LETTERS).stdout)["article"]["id"]
    forced = json.loads(dip("report", str(path), "--encoding", "cp1256").stdout)["article"]
    assert forced["encoding"] == {"name": "cp1256", "confidence": 1.0}


def test_what_cannot_be_told_names_the_likeliest(tmp_path: Path) -> None:
    path = tmp_path / "short.txt"
    path.write_bytes("نعم".encode("cp1256"))
    done = dip("report", str(path))
    assert (done.returncode, done.stdout) == (4, b"")
    assert done.stderr.count(b"\n") == 1
    assert b"windows-1256" in done.stderr
    assert done.stderr.endswith(b"say which with --encoding\n")
    assert dip("report", str(path), "--encoding", "windows-1256").returncode == 0


def test_many_articles_in_a_file_and_files_by_a_pattern(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{ARTICLE}\n***\n{ARTICLE}\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"{ARTICLE}\n== 2 ==\n{ARTICLE}\n", encoding="utf-8")
    done = dip("statements", f"{tmp_path}/?.txt", "--split", "^(==|[*])", "--fields", "file")
    names = [Path(str(json.loads(line)["file"])).name for line in done.stdout.splitlines()]
    assert names == ["a.txt#1", "a.txt#2", "b.txt#1", "b.txt#2"]
    none = dip("statements", f"{tmp_path}/*.html")
    assert (none.returncode, none.stderr.count(b"\n")) == (4, 1)


def test_dates_in_words(tmp_path: Path) -> None:
    dates = [
        "الاثنين 3 يناير 2022",
        "٣ كانون الثاني ٢٠٢٢",
        "3 جانفي 2022",
        "30 جمادى الأولى 1443 هـ",
        "Mon, 03 Jan 2022 10:00:00 GMT",
    ]
    others = ["4 يناير 2022", "2022-01-02T23:59:59Z", None]
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(json.dumps({"text": ARTICLE, "date": d}) for d in [*dates, *others]), encoding="utf-8")
    day = ("--since", "2022-01-03", "--until", "2022-01-03")
    done = dip("statements", str(path), *day)
    assert [json.loads(line)["published"] for line in done.stdout.splitlines()] == ["2022-01-03"] * len(dates)
    assert done.stderr == b"dip: 1 undated article left out (--undated keeps them)\n"
    assert dip("statements", str(path), *day, "--undated").stdout.count(b"\n") == len(dates) + 1


def test_a_compressed_stream_is_read_as_it_comes() -> None:
    packer = zlib.compressobj(wbits=31)
    line = json.dumps({"text": ARTICLE}).encode() + b"\n"
    with subprocess.Popen(
        [sys.executable, "-m", "dipcli", "statements", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env=environment(),
    ) as process:
        watch = threading.Timer(60, process.kill)  # what hangs is a failure and no endless run
        watch.start()
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(packer.compress(line) + packer.flush(zlib.Z_SYNC_FLUSH))
        process.stdin.flush()
        assert b"dip.statement/1" in process.stdout.readline()
        process.stdin.write(packer.compress(line) + packer.flush())
        process.stdin.close()
        assert process.stdout.read().count(b"dip.statement/1") == 1
        watch.cancel()
    assert process.returncode == 0


def test_what_is_no_text_is_refused_with_a_command(tmp_path: Path) -> None:
    path = tmp_path / "a b.docx"
    path.write_bytes(b"PK\x03\x04" + b"\0" * 26 + b"word/document.xml")
    done = dip("summarise", str(path), LETTERS)
    assert done.returncode == 3
    assert f"pandoc -t plain '{path}' | dip summarise -".encode() in done.stderr
