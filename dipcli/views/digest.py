"""A digest: what is new in an archive, messages first, then statements by theme and leader, in the words of the labels."""

from collections.abc import Mapping

from dipcli.model import Entity, Message, Report, Statement
from dipcli.query import Selection
from dipcli.records import Record
from dipcli.views.labels import counted, label, listed
from dipcli.views.leaders import tells_more
from dipcli.views.messages import facts_of, main_points, statements_of
from dipcli.views.names import Directory, World, line_of, office_words, one_line, place, short_of
from dipcli.views.screen import Palette, cut, flat
from dipcli.views.statements import content_text

LINES = 3
"""So many statements of a leader on a theme are shown where nothing else is asked for."""
MOST_LEADERS, MOST_MESSAGES, _POINTS = 8, 30, 2
_WORDS = 40
_NO_THEME = ""
_NOBODY = (-1,)


class Line(Record):
    """A statement: what was said (cut after so many words), to whom and how, where it stands."""

    text: str
    facts: tuple[str, ...]
    place: str
    id: str


class Speaker(Record):
    """Who speaks about a theme: name, English name, office and country in words, colour; ``more`` lines are not shown."""

    name: str
    name_en: str
    office: str
    style: str
    statements: int
    lines: tuple[Line, ...]
    more: int


class Theme(Record):
    """A theme with its speakers, most statements first; ``more`` is what those who are not shown said."""

    label: str
    statements: int
    speakers: tuple[Speaker, ...]
    more: int


class Sent(Record):
    """A letter, call, meeting: its two sides as (name, colour), what it was about, its main points."""

    kind: str
    from_: tuple[tuple[str, str], ...]
    to: tuple[tuple[str, str], ...]
    facts: tuple[str, ...]
    points: tuple[str, ...]
    place: str


class Digest(Record):
    """What is new; ``heading`` says since when, words and times in turn, ``totals`` how much it is, ``nothing`` that it is none."""

    heading: tuple[str, ...]
    totals: tuple[str, ...]
    messages: tuple[Sent, ...]
    more_messages: int
    themes: tuple[Theme, ...]
    nothing: str

    @property
    def title(self) -> str:
        """The heading as one line."""
        return " ".join(self.heading)

    @property
    def is_empty(self) -> bool:
        """Is there nothing to tell?"""
        return not self.messages and not self.themes


class _Said:
    """Statements of one speaker on one theme, the first of them as lines."""

    def __init__(self) -> None:
        self.count = 0
        self.lines: list[Line] = []


class DigestCount:
    """Collects what is new. A statement stands once: under the first of its themes (of those asked for), and under all its speakers together.

    ``most`` lines are kept of a speaker on a theme, so that an archive of years can be told too.
    """

    def __init__(self, lang: str, world: World, most: int = LINES) -> None:
        self._lang, self._world, self._most = lang, world, most
        self._palette = Palette()
        self._themes: dict[str, dict[tuple[int, ...], _Said]] = {}
        self._who: dict[int, Entity] = {}
        self._numbers: dict[str, int] = {}
        self._messages: list[Sent] = []
        self._articles = self._statements = self._sent = 0

    def add(self, selection: Selection, persons: Mapping[str, int]) -> None:
        """Take what a query keeps of a report; ``persons`` are the numbers under which the archive joins its entities."""
        messages, statements = selection.messages(), selection.statements()
        if not messages and not statements:
            return
        self._articles += 1
        report = selection.report
        numbers = {e.id: self._number(e, persons) for e in report.entities}
        for m in messages:
            self._sent += 1
            if self._sent <= MOST_MESSAGES:
                self._messages.append(self._message(report, m, numbers))
        for s, _ in statements:
            self._statements += 1
            self._add_statement(report, s, numbers, selection.query.about)

    def _number(self, e: Entity, persons: Mapping[str, int]) -> int:
        """A person's number over all articles; those who have no name in the archive are one by their name."""
        number = persons.get(e.id)
        if number is None:
            number = self._numbers.setdefault(one_line(e.name), -2 - len(self._numbers))
        known = self._who.get(number)
        if known is None or tells_more(e, known):
            self._who[number] = e
        return number

    def _add_statement(self, report: Report, s: Statement, numbers: Mapping[str, int], about: tuple[str, ...]) -> None:
        key = tuple(dict.fromkeys(numbers[x.entity] for x in s.sources if x.entity)) or _NOBODY
        first = next((t for t in s.themes if not about or t in about), _NO_THEME)
        said = self._themes.setdefault(first, {}).setdefault(key, _Said())
        said.count += 1
        if len(said.lines) < self._most:
            said.lines.append(self._line(report, s))

    def _line(self, report: Report, s: Statement) -> Line:
        lang, names = self._lang, Directory(report)
        facts = [f"{label('to', lang)} {names.shorts([a.entity for a in s.addressees], lang)}"] if s.addressees else []
        if s.medium:
            facts.append(label(s.medium.kind, lang))
        if s.status != "said":
            facts.append(label(s.status, lang))
        if report.article.published:
            facts.append(report.article.published)
        words = cut(flat(content_text(report, s)), _WORDS)
        return Line(text=words, facts=tuple(facts), place=place(report, s.line), id=s.id)

    def _message(self, report: Report, m: Message, numbers: Mapping[str, int]) -> Sent:
        lang = self._lang
        facts = facts_of(m, statements_of(report, m), lang)
        if report.article.published:
            facts.append(report.article.published)
        points = (cut(flat(content_text(report, s)), _WORDS) for s in main_points(report, m, _POINTS))
        return Sent(
            kind=label(m.kind, lang), from_=self._side(report, m.from_, numbers), to=self._side(report, m.to, numbers),
            facts=tuple(facts), points=tuple(points), place=place(report, line_of(report, m.evidence)),
        )  # fmt: skip

    def _side(self, report: Report, ids: tuple[str, ...], numbers: Mapping[str, int]) -> tuple[tuple[str, str], ...]:
        names = Directory(report)
        return tuple((names.short(i, self._lang), self._palette.of(str(numbers.get(i, -1)))) for i in ids)

    # -- the whole -----------------------------------------------------------------------------------------------------

    def digest(self, since: str | None, until: str | None = None) -> Digest:
        """What was collected; ``since`` and ``until`` are times as people read them."""
        lang = self._lang
        themes = sorted(self._themes.items(), key=lambda x: (x[0] == _NO_THEME, -_count(x[1])))
        totals = (
            counted(self._articles, "article", lang),
            counted(self._sent, "message", lang),
            counted(self._statements, "statement", lang),
        )
        return Digest(
            heading=_heading(since, until, lang), totals=totals if self._articles else (), messages=tuple(self._messages),
            more_messages=max(self._sent - MOST_MESSAGES, 0),
            themes=tuple(self._theme(theme, speakers) for theme, speakers in themes),
            nothing=label("digest_nothing", lang),
        )  # fmt: skip

    def _theme(self, theme: str, speakers: dict[tuple[int, ...], _Said]) -> Theme:
        # Who is known by name goes before words that nobody can be named for.
        ordered = sorted(speakers.items(), key=lambda x: (x[0] == _NOBODY, -x[1].count))
        shown, rest = ordered[:MOST_LEADERS], ordered[MOST_LEADERS:]
        return Theme(
            label=self._world.theme(theme, self._lang) if theme else label("digest_no_theme", self._lang),
            statements=_count(speakers), speakers=tuple(self._speaker(key, said) for key, said in shown),
            more=sum(said.count for _, said in rest),
        )  # fmt: skip

    def _speaker(self, key: tuple[int, ...], said: _Said) -> Speaker:
        lang = self._lang
        who = [self._who[n] for n in key] if key != _NOBODY else []
        one = who[0] if len(who) == 1 else None
        english = one.name_en or "" if one and lang != "ar" else ""
        office = office_words(one.office, one.office_en, self._world.country(one.country, lang), lang) if one else ""
        names = [one_line(e.name) if one else short_of(e, lang) for e in who]
        return Speaker(
            name=listed(names, lang) or label("unknown", lang), name_en=english, office=office,
            style=self._palette.of(str(key[0])) if who else "dim", statements=said.count, lines=tuple(said.lines),
            more=said.count - len(said.lines),
        )  # fmt: skip


def _count(speakers: dict[tuple[int, ...], _Said]) -> int:
    return sum(said.count for said in speakers.values())


def _heading(since: str | None, until: str | None, lang: str) -> tuple[str, ...]:
    begin = (label("digest_since", lang), since) if since else (label("digest_all", lang),)
    return (*begin, label("digest_until", lang), until) if until else begin


def more_words(count: int, key: str, lang: str) -> str:
    """``2 statements more``: what is not shown."""
    return label("digest_more", lang).format(counted(count, key, lang))
