"""Draws messages at random from articles, for a reader's verdicts: ``docs/message-verdicts.tsv``.

python tools/draw_messages.py SEED COUNT FILE.jsonl… > drawn.tsv

Articles are records with ``id`` and ``text``, one a line. All messages of all reports are one urn, in the order of the
files; COUNT of them are drawn without putting back, all of them where there are fewer. A row has the article's id, the
offset of the words that tell of the message (code points), its kind, the rule that found it, both sides and those words.
Sides and words are the article's: keep them out of what is published.
"""

import sys
from collections.abc import Iterator

from urn import draw

from dipcli import Article, parse
from dipcli.pipeline import prepare
from dipcli.rules.load import Rules
from dipcli.stages.contacts.find import find_contacts
from dipcli.stages.contacts.merging import merge
from dipcli.stages.contacts.story import Story
from dipcli.stages.extent import with_extents
from dipcli.stages.framing.find import find_frames
from dipcli.stages.headlines import with_uncued
from dipcli.stages.sides import Sides


def rules_of(article: Article, rules: Rules) -> list[str]:
    """Ids of the rules that found the article's messages, in their order."""
    _, marked, clusters, quotes = prepare(article, rules)
    frames = with_extents(marked.doc, marked, find_frames(marked))
    frames = with_uncued(marked.doc, marked, frames, quotes)
    story = Story(marked.doc, marked, Sides(marked.doc, marked, clusters), frames)
    return [c.rule for c in merge(find_contacts(story), story.planned)]


def rows_of(article: Article, rules: Rules) -> Iterator[tuple[str, ...]]:
    """A row for each message of an article."""
    report = parse(article, rules)
    names = {e.id: e.name for e in report.entities}
    for m, rule in zip(report.messages, rules_of(article, rules), strict=True):
        sides = (" ; ".join(names[x] for x in side) for side in (m.from_, m.to))
        told = article.text[m.evidence.start : m.evidence.end]
        yield (str(m.evidence.start), m.kind, rule, *sides, told)


def main(seed: str, count: str, *files: str) -> int:
    """Print the drawn messages as a table."""
    draw(("offset", "kind", "rule", "from", "to", "told"), rows_of, seed, count, files)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
