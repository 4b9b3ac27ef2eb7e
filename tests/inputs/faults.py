"""Bad inputs, made by a seed: cut, flipped, mixed, hostile. The same ones for the quick tests and for ``tools/faults.py``."""

import gzip
import io
import json
import random
from collections.abc import Iterator
from typing import NamedTuple

from tests.conftest import ROOT
from tests.inputs.containers import EXACT, page

TEXT = (ROOT / "samples/letters.txt").read_text(encoding="utf-8")
FEED = (
    '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>وكالة</title>'
    + f"<item><title>خبر</title><description>{TEXT}</description></item>" * 3
    + "</channel></rss>"
)
WARC = (
    "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://news.example/a\r\n"
    "WARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2021-03-04T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
)


class Fault(NamedTuple):
    """An input and the file it is in."""

    name: str
    data: bytes


def warc(records: int = 3) -> bytes:
    """A web archive of pages."""
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page(TEXT)
    record = WARC.encode() + b"Content-Length: %d\r\n\r\n" % len(body) + body + b"\r\n\r\n"
    return record * records


def whole() -> dict[str, bytes]:
    """One good input of each kind, by the ending of its file."""
    lines = "".join(json.dumps({"text": TEXT, "n": n}, ensure_ascii=False) + "\n" for n in range(4))
    return {
        "txt": TEXT.encode(),
        "16.txt": TEXT.encode("utf-16"),
        "1256.txt": TEXT.encode("cp1256"),
        "many.txt": f"{TEXT}\n***\n{TEXT}\n***\n{TEXT}".encode(),
        "jsonl": lines.encode(),
        "json": json.dumps([json.loads(line) for line in lines.splitlines()], indent=1).encode(),
        "csv": EXACT["csv"](TEXT),
        "html": page(TEXT),
        "xml": FEED.encode(),
        "warc": warc(),
        "txt.gz": EXACT["gzip"](TEXT),
        "jsonl.gz": gzip.compress(lines.encode()),
        "txt.zst": EXACT["zstd"](TEXT),
        "warc.gz": gzip.compress(warc()),
    }


def mutated(count: int, seed: int) -> Iterator[Fault]:
    """Good inputs cut off, with bytes flipped, taken out, doubled, or in two encodings."""
    rng = random.Random(seed)
    good = list(whole().items())
    ways = (_cut, _flipped, _without, _doubled, _nul, _mixed)
    for n in range(count):
        ending, data = good[n % len(good)]
        way = ways[n // len(good) % len(ways)]
        yield Fault(f"{n}-{way.__name__.strip('_')}.{ending}", way(data, rng))


def _cut(data: bytes, rng: random.Random) -> bytes:
    return data[: rng.randrange(1, len(data))]


def _flipped(data: bytes, rng: random.Random) -> bytes:
    out = bytearray(data)
    for _ in range(rng.choice((1, 1, 3, 20))):
        out[rng.randrange(len(out))] ^= 1 << rng.randrange(8)
    return bytes(out)


def _without(data: bytes, rng: random.Random) -> bytes:
    at = rng.randrange(len(data))
    return data[:at] + data[at + rng.randrange(1, 200) :]


def _doubled(data: bytes, rng: random.Random) -> bytes:
    at, size = rng.randrange(len(data)), rng.randrange(1, 300)
    return data[: at + size] + data[at:]


def _nul(data: bytes, rng: random.Random) -> bytes:
    at = rng.randrange(len(data))
    return data[:at] + b"\0" * rng.choice((1, 2, 500)) + data[at:]


def _mixed(data: bytes, rng: random.Random) -> bytes:
    """A piece of another encoding, or a byte of none."""
    at = rng.randrange(len(data))
    piece = TEXT[: rng.randrange(2, 400)].encode(rng.choice(("cp1256", "utf-16-le", "utf-8", "iso8859_6")), "replace")
    return data[:at] + rng.choice((piece, b"\xff", b"\xc7\xe1")) + data[at:]


def random_bytes(count: int, seed: int) -> Iterator[Fault]:
    """Bytes of no kind, some behind the beginning of a kind."""
    rng = random.Random(seed)
    begins = (
        b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"{", b'{"text": "', b"[{", b"<html>", b"<?xml version='1.0'?><rss>", b"WARC/1.0\r\n",
        b"\x1f\x8b\x08\0", b"\x28\xb5\x2f\xfd", b"id,text\n1,", b"sep=;\n", b"<!doctype html>", b"PK\x03\x04", b"***\n",
    )  # fmt: skip
    for n in range(count):
        begin = begins[n % len(begins)]
        yield Fault(f"random-{n}", begin + rng.randbytes(rng.choice((0, 1, 7, 100, 5000))))


def nested(depth: int = 10_000) -> list[Fault]:
    """Brackets and elements within each other."""
    return [
        Fault("nested-list.json", b"[{" + b'"a":[{' * depth),
        Fault("nested-list-2.json", b"[" + b"[" * depth + b"]" * depth + b"]"),
        Fault("nested-object.jsonl", b'{"text": "x", "a":' + b'{"a":' * depth + b"1" + b"}" * (depth + 1) + b"\n"),
        Fault("nested-text.jsonl", b'{"text": ' + b"[" * depth + b"]" * depth + b"}\n"),
        Fault("nested.html", b"<html><body>" + b"<div>" * depth + TEXT.encode() + b"</div>" * depth),
        Fault("nested-list.html", b"<html><body>" + b"<ul><li>" * depth + TEXT.encode()),
        Fault("nested-table.html", b"<html><body>" + b"<table><tr><td>" * depth + TEXT.encode()),
        Fault("nested.xml", b"<rss><channel>" + b"<item>" * depth),
        Fault(
            "nested.ld.html",
            b'<html><script type="application/ld+json">' + b'{"a":[' * depth + b"</script><p>" + TEXT.encode(),
        ),
        Fault("brackets.txt", ("(" * depth + "[" * depth + "«" * depth + TEXT).encode()),
        Fault("quotes.txt", ('"' * depth + "قال الوزير: " * 50).encode()),
    ]


def hostile() -> list[Fault]:
    """What is made to hurt, and small."""
    entities = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    return [
        Fault(
            "laughs.xml",
            f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "ha">{entities}]><rss><item><title>&a9;</title></item></rss>'.encode(),
        ),
        Fault(
            "outside.xml",
            b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><item><title>&x;</title></item></rss>',
        ),
        Fault("wide.jsonl", b'{"text": "x", "a": [' + b"{}," * 3_000_000 + b"{}]}\n"),
        Fault("wide.json", b"[" + b"{}," * 200_000 + b"{}]"),
        Fault("scalars.json", b"[{}," + b"1," * 300_000 + b"1]"),
        Fault("quote.csv", b'id,text\n1,"' + TEXT.encode() * 20_000),
        Fault("columns.csv", b"text," + b"a," * 300_000 + b"\n" + b"x," * 300_000),
        Fault("tags.html", b"<html><body>" + b"<b>" * 90_000 + TEXT.encode()),
        Fault("angles.html", b"<html><body>" + b"<" * 2_000_000),
        Fault("scripts.html", b"<html>" + b'<script type="application/ld+json">' * 90_000),
        Fault("attributes.html", b"<html " + b"a='b' " * 200_000 + b"><p>" + TEXT.encode()),
        Fault("bomb.txt.gz", gzip.compress(b"\0" * 300_000_000, 9)),
        Fault("bomb.jsonl.gz", gzip.compress(b'{"text": "' + b"a" * 300_000_000, 9)),
        Fault("bomb.html.gz", gzip.compress(b"<html>" + b"<p>" * 100_000_000, 9)),
        Fault("bomb.xml.gz", gzip.compress(b"<rss><item><title>" + b"a" * 300_000_000, 9)),
        Fault("bomb.csv.gz", gzip.compress(b'id,text\n1,"' + b"a" * 300_000_000, 9)),
        Fault("many.txt.gz", gzip.compress(b"a\n***\n" * 3000 + b"b" * 100_000_000, 9)),
    ]


def one_line(size: int = 200_000_000) -> Iterator[Fault]:
    """A single line of 200 MB, as each kind of file."""
    line = ("قال الوزير إن الجسر جاهز " * 1000).encode()
    for name, begin in (
        ("line.txt", b""), ("line.jsonl", b'{"text": "'), ("line.json", b'[{"text": "'), ("line.csv", b"id,text\n1,"),
        ("line.html", b"<html><p>"), ("line.xml", b"<rss><item><description>"), ("header.csv", b"id,text,"), ("line16.txt", b"\xff\xfe"),
    ):  # fmt: skip
        out = io.BytesIO(begin)
        out.seek(0, io.SEEK_END)
        while out.tell() < size:
            out.write(line)
        yield Fault(name, out.getvalue())
