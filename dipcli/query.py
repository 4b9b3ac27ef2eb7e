"""One question over reports: who, to whom, about what, in which words. The same record serves files and archive."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, lru_cache

from dipcli.model import Entity, Message, Report, Statement
from dipcli.records import Record
from dipcli.rules.load import Rules
from dipcli.text.clitics import ARTICLE, CONJUNCTIONS, PREPOSITIONS, PRONOUNS, bare
from dipcli.text.fold import fold, fold_word
from dipcli.text.letters import ONE_FOR_ONE, PRESENTATION, SIGNS
from dipcli.text.naming import name_key, same_word, skeleton

_CONJUNCTION, _PREPOSITION, _PRONOUN = (
    "(?:" + "|".join(letters) + ")" for letters in (CONJUNCTIONS, PREPOSITIONS, sorted(PRONOUNS, key=len, reverse=True))
)
_BEFORE = f"(?:{_CONJUNCTION}?{_PREPOSITION}?(?:{ARTICLE})?)"
_WORD = re.compile(r"\w+")
_ELSEWHERE = "[^\x00-\x7f\u0600-\u0674\u0679-\u06c1\u06c3-\u06d2\u06d4-\u06ff]"  # what folding leaves composed
# Names are joined where one hand writes a space and another does not: عبد الله, أبو مازن, آل ثاني.
_JOINED = re.compile(r"\b(عبد|ابو|ابي|ابا|ال)\s+(?=\w)")
_SIDES_EQUAL = frozenset({"call", "meeting", "visit"})

Aliases = Callable[[str], frozenset[str]]
"""Ids of the known people that a name stands for in the rules."""


class Match(Record):
    """Where the searched words stand in a statement's text (its stretches joined by a line break): half-open."""

    offsets: tuple[tuple[int, int], ...] = ()


class Query(Record):
    """What to keep. Empty fields keep everything; several values of one field: any of them.

    Names are matched in any spelling, Arabic or English. ``since`` and ``until`` are ISO dates, a year, or a year and
    month, both included; undated articles are left out by them unless ``undated``.
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
        return self._replace(undated=False) == Query()

    def asks_of_statements(self) -> bool:
        """True when something besides names, medium and dates is asked: a leader or theme counts only with a statement."""
        return bool(self.text or self.about or self.form or self.status or self.min_confidence)

    def keeps_date(self, published: str | None) -> bool:
        """Dates as far as they are given: a month or a year matches what lies in it."""
        if self.since is None and self.until is None:
            return True
        if not published:
            return self.undated
        if self.since and published < self.since[: len(published)]:
            return False
        return not (self.until and published[: len(self.until)] > self.until)


class Selection:
    """A query asked of one report: what is the same for all its statements is worked out once."""

    def __init__(
        self, report: Report, query: Query, aliases: Aliases | None = None, joined: Mapping[str, int] | None = None
    ) -> None:
        self.report = report
        self.joined = joined or {}  # entities that a correction of the archive joins: to the number of a person
        self.query = query
        self.dated = query.keeps_date(report.article.published)
        self._aliases = aliases
        self._pattern = pattern_of(query.text) if query.text else None
        self._found: list[tuple[Statement, Match]] | None = None

    @cached_property
    def by(self) -> frozenset[str] | None:
        """Ids of those whose words are asked for; None for everybody's."""
        return called(self.report, self.query.by, self._aliases) if self.query.by and self.dated else None

    @cached_property
    def to(self) -> frozenset[str] | None:
        """Ids of those to whom it is to be said; None for anybody."""
        return called(self.report, self.query.to, self._aliases) if self.query.to and self.dated else None

    def statements(self) -> list[tuple[Statement, Match]]:
        """Statements that the query keeps, in text order, with the places of its words."""
        if self._found is None:
            self._found = list(self._search()) if self.dated else []
        return self._found

    def messages(self) -> list[Message]:
        """Messages that the query keeps: sides, medium, themes, date; other filters ask for a statement in it."""
        return [m for m in self.report.messages if self._keeps_message(m)] if self.dated else []

    def _search(self) -> Iterator[tuple[Statement, Match]]:
        for s in self.report.statements:
            if _keeps_kind(self.query, s) and _keeps_medium(self.query, s):
                match = self._words_in(s)  # before the names: most articles of an archive's answer have no such words
                if match is not None and self._keeps_sides(s):
                    yield s, match

    def _words_in(self, s: Statement) -> Match | None:
        """Where the searched words stand; None when they do not."""
        if self._pattern is None:
            return Match()
        offsets = _places(self.report, s, self._pattern)
        return Match(offsets) if offsets else None

    def _keeps_sides(self, s: Statement) -> bool:
        if self.by is not None and not any(x.entity in self.by for x in s.sources):
            return False
        if self.to is not None and not any(a.entity in self.to for a in s.addressees):
            return False
        return True

    def _keeps_message(self, m: Message) -> bool:
        q = self.query
        if q.medium and m.kind not in q.medium:
            return False
        sides = [(m.from_, m.to)]
        if m.kind in _SIDES_EQUAL:
            sides.append((m.to, m.from_))
        if not any(_meets(self.by, a) and _meets(self.to, b) for a, b in sides):
            return False
        if q.about and set(q.about) & set(m.themes) and not q._replace(about=()).asks_of_statements():
            return True
        if not q.asks_of_statements():
            return True
        own = (s for s in self.report.statements if s.id in m.statements)
        return any(_keeps_kind(q, s) and self._words_in(s) is not None for s in own)


def _keeps_kind(q: Query, s: Statement) -> bool:
    if q.about and not set(q.about) & set(s.themes):
        return False
    if (q.form and s.form not in q.form) or (q.status and s.status not in q.status):
        return False
    return s.confidence >= q.min_confidence


def _keeps_medium(q: Query, s: Statement) -> bool:
    return not q.medium or (s.medium is not None and s.medium.kind in q.medium)


def _meets(wanted: frozenset[str] | None, ids: tuple[str, ...]) -> bool:
    return wanted is None or any(i in wanted for i in ids)


# -- names -------------------------------------------------------------------------------------------------------------


def aliases_from(rules: Rules) -> Aliases:
    """Names as the rules list them, every variant (نتانياهو, نتنياهو), to the ids of who bears them."""

    @lru_cache(maxsize=256)
    def known(name: str) -> frozenset[str]:
        words = _WORD.findall(fold_word(name))
        found = rules.lexicon.match(words, 0, len(words), "pq") if words else None
        if found is None or found[0] != len(words) or found[1]:
            return frozenset()
        return frozenset(n.value for n in found[2])

    return known


def is_called(name: str, entity: Entity) -> bool:
    """Does the entity go under this name (Arabic in any spelling, English, or its id)?"""
    wanted = name_words(name)
    if not wanted:
        return False
    if entity.id == name.strip().lower():
        return True
    forms = (entity.name, entity.name_en, entity.short, entity.short_en)
    return any(within(wanted, name_words(form)) for form in forms if form)


def called(report: Report, names: tuple[str, ...], aliases: Aliases | None) -> frozenset[str]:
    """Ids of the report's entities that go under one of the names."""
    known = frozenset().union(*(aliases(n) for n in names)) if aliases else frozenset()
    text = report.article.text
    wanted = {name_words(n) for n in names}
    out = set()
    for e in report.entities:
        forms = (text[m.span.start : m.span.end] for m in e.mentions)  # titles too: الرئيس التونسي
        if (
            (e.known and e.id in known)
            or any(is_called(n, e) for n in names)
            or any(name_words(f) in wanted for f in forms)
        ):
            out.add(e.id)
    return frozenset(out)


@lru_cache(maxsize=32_768)
def name_words(name: str) -> tuple[str, ...]:
    """A name's words for comparison: folded, without accents, article and hyphens."""
    folded = fold_word(name)
    if re.search(_ELSEWHERE, folded):
        import unicodedata

        folded = "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
    words = _WORD.findall(_JOINED.sub(r"\1", folded.replace("'", "").replace("’", "")))
    return tuple(bare(w) for w in words if w not in ("al", "el"))


class Bearer(Record):
    """What tells whether two names are one person's (or body's)."""

    kind: str
    name: str
    office: str | None
    country: str | None


@lru_cache(maxsize=32_768)
def name_sound(name: str) -> tuple[str, ...]:
    """What a name has in common with its other transliterations: its words by their consonants."""
    return tuple(skeleton(w) if len(w) > 3 else w for w in _key(name))


@lru_cache(maxsize=32_768)
def _key(name: str) -> tuple[str, ...]:
    return name_key(fold_word(name).split())


def may_be_one(one: Bearer, other: Bearer) -> bool:
    """May two of a kind whom the rules do not know be one?

    Where the names are spelled alike, countries must not differ; where one is another transliteration (غاستون, جاستون),
    office or country must be the same besides. A person of one word needs the same office and country.
    """
    a, b = _key(one.name), _key(other.name)
    if len(a) != len(b) or not all(map(same_word, a, b)):
        return False
    if len(a) == 1 and one.kind == "person":
        return (one.office, one.country) == (other.office, other.country)
    if one.country and other.country and one.country != other.country:
        return False
    return a == b or (one.country or "-") == other.country or (one.office or "-") == other.office


def within(wanted: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Are the wanted words among a name's, in order (Latin names in any order: the surname may come first)?"""
    if all(w.isascii() for w in wanted):
        return set(wanted) <= set(words)
    rest = iter(words)
    return all(w in rest for w in wanted)


# -- words -------------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=64)
def pattern_of(text: str) -> re.Pattern[str]:
    """A pattern over folded text: the words in order, each with what Arabic writes before and behind a word.

    Raises ValueError when ``text`` has no word.
    """
    words = _WORD.findall(fold(text).text)
    if not words:
        raise ValueError("no word to look for")
    return re.compile(r"(?<!\w)" + r"\W+".join(_word_pattern(w) for w in words) + r"(?!\w)")


def _word_pattern(word: str) -> str:
    if word.isascii():
        return re.escape(word)
    letters = re.escape(bare(word))
    if letters.endswith("ه") and len(letters) > 2:
        # A final ة (folded ه) opens into ت before a pronoun.
        return rf"{_BEFORE}(?:{letters}|{letters[:-1]}ت{_PRONOUN})"
    return rf"{_BEFORE}{letters}{_PRONOUN}?"


class Spelling(Record):
    """What a search elsewhere needs to find the same words: the page's script does it in JavaScript.

    Signs fall out, presentation forms are taken apart (NFKC), letters are exchanged one for one, the rest is lower case.
    ``before`` and ``behind`` are patterns of what Arabic writes onto a word; ``article`` falls from a word of more than
    ``article_from`` letters; a final ``closed`` letter may open into ``opened`` ahead of what is behind.
    """

    signs: str
    presentation: str
    letters: tuple[tuple[str, str], ...]
    before: str
    behind: str
    article: str = ARTICLE
    article_from: int = 4
    closed: str = "ه"
    opened: str = "ت"


def spelling() -> Spelling:
    """How ``pattern_of`` and ``fold`` compare words."""
    return Spelling(
        signs=SIGNS.pattern, presentation=PRESENTATION.pattern, letters=ONE_FOR_ONE, before=_BEFORE, behind=_PRONOUN
    )


def _places(report: Report, s: Statement, pattern: re.Pattern[str]) -> tuple[tuple[int, int], ...]:
    out: list[tuple[int, int]] = []
    base = 0
    for c in s.content:
        text = report.article.text[c.start : c.end]
        folded = fold(text)
        out += [(base + folded.start(m.start()), base + folded.end(m.end())) for m in pattern.finditer(folded.text)]
        base += len(text) + 1
    return tuple(out)
