"""One article in every container that is read, and what must come out the same."""

import csv
import gzip
import html
import io
import json
from collections.abc import Callable
from typing import Any

from dipcli.inputs.errors import InputError
from dipcli.inputs.options import ReadOptions
from dipcli.inputs.sources import read
from dipcli.model import Article
from dipcli.outputs.wire import report_to_wire
from dipcli.pipeline import parse
from dipcli.rules.load import Rules


def _csv(text: str) -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows([["id", "text"], ["1", text]])
    return out.getvalue().encode("utf-8-sig")


def packed_by_zstd(data: bytes) -> bytes:
    """A zstd file."""
    try:
        from compression import zstd
    except ImportError:
        from backports import zstd
    return bytes(zstd.compress(data))


def page(text: str) -> bytes:
    """A page as news sites write them: the headline in the title and above the paragraphs."""
    title, *paragraphs = [html.escape(line.strip()) for line in text.splitlines() if line.strip()]
    body = "".join(f"<p>{p}</p>\n" for p in paragraphs)
    return (
        f'<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{title}</title></head><body>'
        f'<nav><a href="/">الرئيسية</a></nav><article><h1>{title}</h1>\n{body}</article>'
        "<footer>جميع الحقوق محفوظة</footer></body></html>"
    ).encode()


def lines_of(text: str) -> bytes:
    """JSON lines."""
    return (json.dumps({"text": text}, ensure_ascii=False) + "\n").encode()


EXACT: dict[str, Callable[[str], bytes]] = {
    "text": str.encode,
    "jsonl": lines_of,
    "csv": _csv,
    "gzip": lambda text: gzip.compress(text.encode()),
    "zstd": lambda text: packed_by_zstd(text.encode()),
    "utf-16": lambda text: text.encode("utf-16"),
    "windows-1256": lambda text: text.encode("cp1256"),
    "jsonl.gz": lambda text: gzip.compress(lines_of(text)),
}


def article_of(data: bytes) -> Article | InputError:
    """The one article in these bytes; what failed where there is none."""
    try:
        (article,) = read("-", ReadOptions(), io.BytesIO(data))
    except InputError as e:
        return e
    return article


def findings(article: Article | InputError, rules: Rules) -> Any:
    """Statements and messages of the report as they are written."""
    if isinstance(article, InputError):
        return str(article)
    record = report_to_wire(parse(article, rules))
    return {"statements": record["statements"], "messages": record["messages"]}


def but_white_space(found: Any) -> Any:
    """The same without places, lines, and white space within texts."""
    if isinstance(found, dict):
        return {k: but_white_space(v) for k, v in found.items() if k not in ("start", "end", "line")}
    if isinstance(found, list):
        return [but_white_space(v) for v in found]
    return " ".join(found.split()) if isinstance(found, str) else found
