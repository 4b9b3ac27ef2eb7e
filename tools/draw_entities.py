"""Draws entities at random from articles, for a reader's verdicts: ``docs/entity-verdicts.tsv``.

python tools/draw_entities.py SEED COUNT FILE.jsonl… > drawn.tsv

Articles are records with ``id`` and ``text``, one a line. All entities of all reports are one urn, in the order of the
files; COUNT of them are drawn without putting back. A row has the article's id, the offset of the entity's first mention
(code points), its kind, name, office, country, and all forms with their offsets. Forms are the article's words: keep them
out of what is published.
"""

import json
import random
import sys
from pathlib import Path

from dipcli import Article, load_rules, parse


def main(seed: str, count: str, *files: str) -> int:
    """Print the drawn entities as a table."""
    rules = load_rules()
    urn = []
    for file in files:
        for line in Path(file).read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            report = parse(Article(text=record["text"], source=record["id"]), rules)
            for e in report.entities:
                spans = sorted((m.span.start, record["text"][m.span.start : m.span.end]) for m in e.mentions)
                forms = " ; ".join(f"{start}:{form}" for start, form in spans)
                urn.append((record["id"], str(spans[0][0]), e.kind, e.name, e.office or "", e.country or "", forms))
    print("article\toffset\tkind\tname\toffice\tcountry\tforms")
    for row in random.Random(int(seed)).sample(urn, int(count)):
        print("\t".join(cell.replace("\n", " ").replace("\t", " ") for cell in row))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
