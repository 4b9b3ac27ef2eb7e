"""Inputs for batches, and what a batch has made."""

import json
import random
from pathlib import Path
from typing import Any

from tests.conftest import OWN_GOLD, ROOT


def sentences() -> list[str]:
    """Lines of the project's own articles."""
    paths = sorted((ROOT / "samples").glob("*.txt")) + sorted((OWN_GOLD / "texts").glob("*.txt"))
    return [line for p in paths for line in p.read_text(encoding="utf-8").splitlines() if line.strip()]


def recombined(count: int, seed: int = 1) -> list[str]:
    """Articles of lines drawn from the project's own, no two alike."""
    lines, draw = sentences(), random.Random(seed)
    return ["\n".join([f"الخبر {n}", *draw.sample(lines, draw.randint(3, 7))]) for n in range(count)]


def inputs(folder: Path, count: int) -> Path:
    """A folder with one large file of articles, some small ones, and some that fail."""
    folder.mkdir()
    articles = recombined(count)
    half = len(articles) // 2
    records = [json.dumps({"text": a, "title": f"خبر {n}"}, ensure_ascii=False) for n, a in enumerate(articles[:half])]
    records[3] = '{"text": "cut off'
    records[half // 2] = '{"nothing": 1}'
    (folder / "large.jsonl").write_text("\n".join(records) + "\n", encoding="utf-8")
    for n, article in enumerate(articles[half:]):
        (folder / f"small-{n:04}.txt").write_text(article, encoding="utf-8")
    (folder / "empty.txt").touch()
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n")
    return folder


def made(folder: Path) -> dict[str, bytes]:
    """All files of a folder, hidden ones too."""
    return {p.name: p.read_bytes() for p in sorted(folder.iterdir())}


def manifest(folder: Path) -> list[dict[str, Any]]:
    """Lines of its manifest."""
    return [json.loads(line) for line in (folder / "manifest.ndjson").read_bytes().splitlines()]
