"""A digest as Markdown (the GitHub dialect)."""

import re
from collections.abc import Iterator

from dipcli.outputs.cells import without_controls
from dipcli.outputs.markdown import escaped as escaped_markup
from dipcli.views.digest import Digest, Sent, Speaker, more_words
from dipcli.views.labels import label, listed
from dipcli.views.names import arrow

# What at the beginning of an item would make it a heading, an item, a rule, a numbered list.
_BEGINS = re.compile(r"^(\s*\d*)([#+=.)-])")


def escaped(text: str) -> str:
    """Text that stays what it is."""
    return escaped_markup(without_controls(text))


def begun(text: str) -> str:
    """Text that stays what it is at the beginning of an item."""
    return _BEGINS.sub(r"\1\\\2", escaped(text))


def digest_markdown(digest: Digest, lang: str) -> Iterator[str]:
    """Line by line: a heading a theme, one a speaker, an item a statement."""
    yield f"# {escaped(digest.title)}"
    yield ""
    yield escaped(" · ".join(digest.totals) if not digest.is_empty else digest.nothing)
    if digest.messages:
        yield ""
        yield f"## {escaped(label('page_messages', lang))}"
        yield ""
        for sent in digest.messages:
            yield from _message(sent, lang)
        if digest.more_messages:
            yield f"- {more_words(digest.more_messages, 'message', lang)}"
    for theme in digest.themes:
        yield ""
        yield f"## {escaped(theme.label)} ({theme.statements:,})"
        for speaker in theme.speakers:
            yield from _speaker(speaker, lang)
        if theme.more:
            yield ""
            yield more_words(theme.more, "statement", lang)


def _message(sent: Sent, lang: str) -> Iterator[str]:
    sides = [listed([name for name, _ in side], lang) for side in (sent.from_, sent.to) if side]
    facts = (*sent.facts, sent.place)
    yield f"- {sent.kind}: **{escaped(f' {arrow(lang)} '.join(sides))}** · {escaped(' · '.join(facts))}"
    for point in sent.points:
        yield f"  - {begun(point)}"


def _speaker(speaker: Speaker, lang: str) -> Iterator[str]:
    known = [x for x in (speaker.name_en, speaker.office) if x]
    yield ""
    yield f"### {escaped(' · '.join((speaker.name, *known)))} ({speaker.statements:,})"
    yield ""
    for line in speaker.lines:
        yield f"- {begun(line.text)} — {escaped(' · '.join((*line.facts, line.place, line.id)))}"
    if speaker.more:
        yield f"- {more_words(speaker.more, 'statement', lang)}"
