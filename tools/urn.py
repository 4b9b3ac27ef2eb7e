"""Draws rows at random from what the reports on articles tell, for a reader's verdicts.

Articles are records with ``id`` and ``text``, one a line. The rows of all reports are one urn, in the order of the files.
"""

import json
import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from dipcli import Article, load_rules
from dipcli.rules.load import Rules

Rows = Callable[[Article, Rules], Iterator[Sequence[str]]]
"""The rows of one article, without its id."""


def draw(columns: Sequence[str], rows: Rows, seed: str, count: str, files: Sequence[str]) -> None:
    """Print COUNT rows, drawn without putting back, all where there are fewer, as a table under ``columns``."""
    rules = load_rules()
    urn = []
    for file in files:
        for line in Path(file).read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            article = Article(text=record["text"], source=record["id"])
            urn += [(record["id"], *row) for row in rows(article, rules)]
    print("\t".join(["article", *columns]))
    for row in random.Random(int(seed)).sample(urn, min(int(count), len(urn))):
        print("\t".join(cell.replace("\n", " ").replace("\t", " ") for cell in row))
