"""What is compressed is read as what is inside; what is wrong with it is said in a line."""

import gzip
import io
import json
import subprocess
import sys

import pytest

from dipcli.inputs.compressed import COMPRESSIONS
from dipcli.inputs.errors import InputError
from dipcli.inputs.options import ReadOptions
from dipcli.inputs.sources import read
from dipcli.model import Article
from tests.conftest import ROOT
from tests.inputs.reading import BODY, ZSTD, needs, only, outcomes, reason


def zstd_compress(data: bytes) -> bytes:
    """Compressed by the same library that the extra installs."""
    try:
        from compression import zstd
    except ImportError:
        from backports import zstd
    return bytes(zstd.compress(data))


PACK = {"gzip": gzip.compress, "zstd": zstd_compress}
NAMES = ["gzip", pytest.param("zstd", marks=needs(ZSTD, "zstd"))]


def test_each_compression_has_its_packer() -> None:
    assert PACK.keys() == COMPRESSIONS.keys()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "cp1256"])
def test_whatever_is_inside(name: str, codec: str) -> None:
    article = only(PACK[name](BODY.encode(codec)))
    assert (article.text, article.source) == (BODY, "-")


@pytest.mark.parametrize("name", NAMES)
def test_records_inside(name: str) -> None:
    lines = "\n".join(json.dumps({"text": f"{BODY} {n}"}) for n in range(3))
    assert [x.source for x in outcomes(PACK[name](lines.encode()))] == ["-#1", "-#2", "-#3"]


@needs(ZSTD, "zstd")
def test_twice_but_not_for_ever() -> None:
    data = BODY.encode()
    for name in ("gzip", "zstd", "gzip"):
        data = PACK[name](data)
    assert only(data).text == BODY
    assert "more than 3 times" in reason(gzip.compress(data))


def test_members_one_after_the_other() -> None:
    assert only(gzip.compress(b"a ") + gzip.compress(b"b")).text == "a b"


@pytest.mark.parametrize("name", NAMES)
def test_cut_off(name: str) -> None:
    data = PACK[name](BODY.encode() * 50)
    assert "cut off" in reason(data[: len(data) // 2])


@pytest.mark.parametrize("name", NAMES)
def test_broken(name: str) -> None:
    data = bytearray(PACK[name](BODY.encode() * 9))
    data[10:18] = b"\xff" * 8
    assert f"broken {name} file" in reason(bytes(data))


def test_records_before_the_end_of_a_cut_file_come_out() -> None:
    lines = "".join(json.dumps({"text": f"{BODY} {n * n}"}) + "\n" for n in range(3000))
    data = gzip.compress(lines.encode())
    found = outcomes(data[: len(data) // 2])
    assert sum(isinstance(x, Article) for x in found) > 100
    assert isinstance(found[-1], InputError)
    assert "cut off" in found[-1].reason


@pytest.mark.parametrize("name", NAMES)
def test_a_bomb_is_refused_and_not_held(name: str) -> None:
    data = PACK[name](b" " * 100_000_000)
    code = (
        "import io, resource, sys\n"
        "from dipcli.inputs.options import ReadOptions\n"
        "from dipcli.inputs.sources import read\n"
        "print(*read('-', ReadOptions(), io.BytesIO(sys.stdin.buffer.read())))\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], input=data, capture_output=True, cwd=ROOT, check=False)
    lines = done.stdout.decode().splitlines() or [done.stderr.decode().splitlines()[-1], "0"]
    assert "too long" in lines[0] or "white space" in lines[0]
    assert int(lines[1]) < 100_000


def test_without_the_library_the_line_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("compression", "backports", "backports.zstd"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(InputError, match=r"install 'dipcli\[zstd\]'.*zstd -dc"):
        list(read("-", ReadOptions(), io.BytesIO(COMPRESSIONS["zstd"].magic + b"...")))
