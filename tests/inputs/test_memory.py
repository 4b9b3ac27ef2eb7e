"""Archives are read as streams: memory does not grow with their size."""

import subprocess
import sys

import pytest

from tests.conftest import ROOT
from tests.inputs.reading import needs

CODE = """
import io, json, re, sys
from dipcli.inputs.errors import InputError
from dipcli.inputs.options import ReadOptions
from dipcli.inputs.sources import read
from dipcli.model import Article
from tests.inputs.faults import TEXT

kind, most = sys.argv[1], 40_000_000
item = json.dumps({"text": TEXT}, ensure_ascii=False)
begin, each = {
    "jsonl": ("", item + "\\n"),
    "json": ("[{}", "," + item),
    "objects": ("", json.dumps({"text": TEXT}, ensure_ascii=False, indent=1) + "\\n"),
    "csv": ("id,text\\n", f'1,"{TEXT}"\\n'),
    "text": ("", TEXT + "\\n***\\n"),
    "feed": ("<rss><channel>", f"<item><title>x</title><description>{TEXT}</description></item>"),
    "warc": ("", f"WARC/1.0\\r\\nWARC-Type: conversion\\r\\nContent-Type: text/plain\\r\\nContent-Length: {len(TEXT.encode())}\\r\\n\\r\\n{TEXT}\\r\\n\\r\\n"),
}[kind]


class Endless(io.RawIOBase):
    def __init__(self):
        self.given, self.rest = 0, begin.encode()

    def readable(self):
        return True

    def readinto(self, buffer):
        if not self.rest and self.given < most:
            self.rest = each.encode()
        part, self.rest = self.rest[: len(buffer)], self.rest[len(buffer) :]
        buffer[: len(part)] = part
        self.given += len(part)
        return len(part)


count = 0
try:
    for x in read("-", ReadOptions(), io.BufferedReader(Endless())):
        count += isinstance(x, Article)
except InputError as e:
    assert "no end" in e.reason  # of a feed, which this one has not
# Not getrusage: its maximum is inherited from the process that started this one.
print(count, re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1])
"""


@pytest.mark.parametrize(
    "kind",
    [
        "jsonl",
        "json",
        "objects",
        "csv",
        "text",
        "feed",
        pytest.param("warc", marks=needs("warcio", "warc")),
    ],
)
def test_forty_megabytes_take_no_more_than_four(kind: str) -> None:
    done = subprocess.run([sys.executable, "-c", CODE, kind], capture_output=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr.decode()
    count, kilobytes = map(int, done.stdout.split())
    assert count > 5000
    assert kilobytes < 120_000
