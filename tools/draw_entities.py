"""Draws entities at random from articles, for a reader's verdicts: ``docs/entity-verdicts.tsv``.

python tools/draw_entities.py SEED COUNT FILE.jsonl… > drawn.tsv

Articles are records with ``id`` and ``text``, one a line. All entities of all reports are one urn, in the order of the
files; COUNT of them are drawn without putting back, all of them where there are fewer. A row has the article's id, the
offset of the entity's first mention (code points), its kind, name, office, country, and all forms with their offsets.
Forms are the article's words: keep them out of what is published.
"""

import sys
from collections.abc import Iterator

from urn import draw

from dipcli import Article, parse
from dipcli.rules.load import Rules


def rows_of(article: Article, rules: Rules) -> Iterator[tuple[str, ...]]:
    """A row for each entity of an article."""
    for e in parse(article, rules).entities:
        spans = sorted((m.span.start, article.text[m.span.start : m.span.end]) for m in e.mentions)
        forms = " ; ".join(f"{start}:{form}" for start, form in spans)
        yield str(spans[0][0]), e.kind, e.name, e.office or "", e.country or "", forms


def main(seed: str, count: str, *files: str) -> int:
    """Print the drawn entities as a table."""
    draw(("offset", "kind", "name", "office", "country", "forms"), rows_of, seed, count, files)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
