"""One question over reports: who, to whom, about what, in which words. The same record serves files and archive."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from dipcli.model import Entity, Message, Report, Statement
from dipcli.text.fold import Folded, fold, fold_word

_CLITICS = r"(?:[وف]?(?:[بكل]|لل)?(?:ال)?)"


class Match(NamedTuple):
    """Where the searched words stand in a statement's text: half-open offsets."""

    offsets: tuple[tuple[int, int], ...] = ()


class Query(NamedTuple):
    """What to keep. Empty fields keep everything; names are matched in any spelling, Arabic or English.

    ``since`` and ``until`` are ISO dates, both included; undated articles are left out by them unless ``undated``.
    """

    text: str = ""
    by: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    form: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    medium: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    undated: bool = False
    min_confidence: float = 0.0

    def is_empty(self) -> bool:
        """True when the query keeps everything."""
        return self == Query()

    def keeps_date(self, published: str | None) -> bool:
        """Dates as far as they are given: a month or a year matches what lies in it."""
        if self.since is None and self.until is None:
            return True
        if not published:
            return self.undated
        if self.since and published < self.since[: len(published)]:
            return False
        return not (self.until and published[: len(self.until)] > self.until)

    def names_entity(self, wanted: tuple[str, ...], entity: Entity) -> bool:
        """Is the entity called by one of the names (Arabic in any spelling, English, or its id)?"""
        return any(_is_called(name, entity) for name in wanted)

    def keeps_message(self, report: Report, message: Message) -> bool:
        """Sides, themes and date of a message."""
        if not self.keeps_date(report.article.published):
            return False
        by_id = {e.id: e for e in report.entities}
        if self.by and not any(self.names_entity(self.by, by_id[x]) for x in message.from_ if x in by_id):
            return False
        if self.to and not any(self.names_entity(self.to, by_id[x]) for x in message.to if x in by_id):
            return False
        if self.medium and message.kind not in self.medium:
            return False
        return not self.about or bool(set(self.about) & set(message.themes))


def _is_called(name: str, entity: Entity) -> bool:
    wanted = fold_word(name.strip()).split()
    if not wanted:
        return False
    if entity.id == name.strip().lower():
        return True
    forms = [entity.name, entity.name_en, entity.short, entity.short_en, entity.id.replace("-", " ")]
    return any(_within(wanted, fold_word(form).replace("-", " ").split()) for form in forms if form)


def _within(wanted: list[str], words: list[str]) -> bool:
    bare = [_bare(w) for w in words]
    return all(_bare(w) in bare for w in wanted)


def _bare(word: str) -> str:
    return word.removeprefix("ال") if len(word) > 4 else word


def pattern_of(text: str) -> re.Pattern[str]:
    """A pattern over folded text: the words in order, each with the clitics that Arabic writes before a word."""
    words = fold_word(text).split()
    body = r"\s+".join(rf"{_CLITICS}{re.escape(w.removeprefix('ال') if len(w) > 4 else w)}" for w in words)
    return re.compile(rf"(?<!\w){body}(?!\w)")


def matching_statements(report: Report, query: Query) -> Iterator[tuple[Statement, Match]]:
    """Statements that the query keeps, with the places of its words."""
    if not query.keeps_date(report.article.published):
        return
    by_id = {e.id: e for e in report.entities}
    pattern = pattern_of(query.text) if query.text.strip() else None
    for s in report.statements:
        if not _keeps(query, s, by_id):
            continue
        if pattern is None:
            yield s, Match()
            continue
        offsets = _find(report, s, pattern)
        if offsets:
            yield s, Match(offsets)


def _keeps(query: Query, s: Statement, by_id: dict[str, Entity]) -> bool:
    if query.by and not any(
        x.entity in by_id and query.names_entity(query.by, by_id[x.entity]) for x in s.sources if x.entity
    ):
        return False
    if query.to and not any(query.names_entity(query.to, by_id[a.entity]) for a in s.addressees if a.entity in by_id):
        return False
    if query.about and not set(query.about) & set(s.themes):
        return False
    if (query.form and s.form not in query.form) or (query.status and s.status not in query.status):
        return False
    if query.medium and (s.medium is None or s.medium.kind not in query.medium):
        return False
    return s.confidence >= query.min_confidence


def _find(report: Report, s: Statement, pattern: re.Pattern[str]) -> tuple[tuple[int, int], ...]:
    out: list[tuple[int, int]] = []
    base = 0
    for c in s.content:
        text = report.article.text[c.start : c.end]
        folded: Folded = fold(text)
        out += [(base + folded.start(m.start()), base + folded.end(m.end())) for m in pattern.finditer(folded.text)]
        base += len(text) + 1
    return tuple(out)
