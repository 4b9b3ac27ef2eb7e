"""Every record that ``dip`` passes from stage to stage, and the values that their fields take.

Offsets are Unicode code points of the untouched article text, half-open. The law that every record keeps: slicing
``Article.text`` by a record's span gives the text that the record speaks of.

Records are named tuples: immutable like frozen dataclasses, but a class costs much less time at import
(see ``docs/decisions/0001-staged-functions-over-records.md``). They are always built with keywords; a test holds that.
"""

from typing import Literal

from dipcli.records import Record

EntityKind = Literal["person", "country", "organisation", "group", "unnamed"]
MentionKind = Literal["name", "title", "pronoun"]
MessageKind = Literal["letter", "cable", "call", "meeting", "visit"]
Direction = Literal["explicit", "inferred"]
OccasionKind = Literal[
    "anniversary", "national_day", "election", "accession", "congratulation", "condolence",
    "recovery", "religious_feast", "invitation", "thanks", "other",
]  # fmt: skip
CueKind = Literal["verb", "participle", "masdar", "preposition", "punctuation"]
SourceResolution = Literal["explicit", "title", "pronoun", "elided", "cataphoric", "shared", "none"]
AddresseeResolution = Literal["explicit", "message", "inferred"]
Form = Literal["direct", "mixed", "indirect"]
Frame = Literal["clause", "np"]
Status = Literal["said", "not_said", "expected", "declined"]
MediumKind = Literal[
    "letter", "cable", "call", "meeting", "speech", "press_conference", "interview",
    "written_statement", "social_media", "session",
]  # fmt: skip
Gender = Literal["m", "f"]
Number = Literal["sg", "du", "pl"]
Severity = Literal["info", "warning"]
PublishedFrom = Literal["metadata", "dateline", "body"]


class DipError(Exception):
    """An error that a user can act on: what failed, where, and what to do, in one line."""


PassedReason = Literal[
    "line", "quoted", "other_word", "formula", "vetoed", "needs", "strict", "unfilled", "outdone", "short", "passed"
]
"""Why a candidate was passed over."""


class Span(Record):
    """Half-open range of code points of ``Article.text``."""

    start: int
    end: int


class Encoding(Record):
    """What an article's bytes were read as; ``confidence`` is 0 to 1."""

    name: str = "utf-8"
    confidence: float = 1.0


class Article(Record):
    """One article as it came in. ``text`` is what all offsets count in.

    ``source`` is the path as given (``news.jsonl#12`` for a record of a container, ``-`` for standard input).
    ``title`` is what the container says, else None: the headline is then looked for in the text. ``published`` is an
    ISO 8601 date; neither it nor anything else is ever taken from the clock or from the file's time. ``date_words`` is
    the date as the container writes it, where that takes rules to read (٣ كانون الثاني ٢٠٢٢).
    """

    text: str
    source: str = "-"
    title: str | None = None
    published: str | None = None
    published_from: PublishedFrom | None = None
    outlet: str | None = None
    encoding: Encoding = Encoding()
    date_words: str | None = None


class Candidate(Record):
    """Somebody who was looked at for a role and was taken or lost; ``reason`` is an enumerated id."""

    entity: str | None
    span: Span | None
    reason: str
    taken: bool = False


class Step(Record):
    """One decision: which stage and rule took it, for which enumerated reason, on which evidence in the text.

    ``reason`` is an id such as ``verb_has_own_subject``; the views put it into words. ``at`` is the evidence.
    ``value`` carries what the sentence needs besides (a lemma, a count), as text.
    """

    stage: str
    rule: str
    reason: str
    at: Span | None = None
    value: str | None = None
    candidates: tuple[Candidate, ...] = ()


class Mention(Record):
    """A place in the text that refers to an entity. ``rule`` names what found it."""

    span: Span
    kind: MentionKind
    rule: str


class Entity(Record):
    """Somebody (or a country, a body, a group) under all the names that the article gives it.

    ``id`` is the rules' id when ``known``, else a slug of the name. ``name`` and ``office`` are as the article writes
    them; ``office_id`` is the rules' class of office. ``country`` is ISO 3166 alpha-2 (or UN, EU, XK, ...).
    ``why`` holds the steps that joined the mentions.
    """

    id: str
    kind: EntityKind
    known: bool
    name: str
    mentions: tuple[Mention, ...]
    name_en: str | None = None
    short: str | None = None
    short_en: str | None = None
    office: str | None = None
    office_en: str | None = None
    office_id: str | None = None
    leader: bool = False
    country: str | None = None
    gender: Gender | None = None
    number: Number = "sg"
    why: tuple[Step, ...] = ()


class Cue(Record):
    """The word that says that somebody says something."""

    span: Span
    lemma: str
    kind: CueKind


class Source(Record):
    """Who says it. ``span`` is None for ``elided`` and ``none``; ``entity`` is None when nobody can be named."""

    entity: str | None
    resolution: SourceResolution
    span: Span | None = None


class Addressee(Record):
    """To whom it is said."""

    entity: str
    resolution: AddresseeResolution
    span: Span | None = None


class Medium(Record):
    """In what it is said, and where the article tells so."""

    kind: MediumKind
    span: Span | None


class Statement(Record):
    """A stretch of the article that the article attributes to a source as said or written.

    ``line`` counts from 1. ``content`` holds one span a paragraph. ``rule`` is the cue rule with its frame
    (``cue.ashara.ila-anna``), ``sieve`` the sieve that named the source. ``confidence`` is 0 to 1.
    """

    id: str
    line: int
    cue: Cue | None
    sources: tuple[Source, ...]
    addressees: tuple[Addressee, ...]
    content: tuple[Span, ...]
    form: Form
    frame: Frame
    status: Status
    speech_act: str | None
    cameo: str | None
    plover: str | None
    message: str | None
    medium: Medium | None
    themes: tuple[str, ...]
    confidence: float
    rule: str
    sieve: str
    trace: tuple[Step, ...] = ()


class Occasion(Record):
    """Why a message was sent."""

    kind: OccasionKind
    span: Span


class Message(Record):
    """A letter, cable, call, meeting or visit between named parties; ``from_`` and ``to`` are entity ids."""

    id: str
    kind: MessageKind
    from_: tuple[str, ...]
    to: tuple[str, ...]
    direction: Direction
    occasion: Occasion | None
    evidence: Span
    statements: tuple[str, ...]
    themes: tuple[str, ...]
    trace: tuple[Step, ...] = ()


class ThemeHit(Record):
    """A theme of the article; ``main`` marks those that a good index would list, ``score`` is 0 to 1."""

    id: str
    main: bool
    score: float
    statements: tuple[str, ...]
    medtop: str | None
    label_ar: str
    label_en: str


class SummarySentence(Record):
    """A whole sentence of the article; ``speaker`` and ``to`` are entity ids where it reports a statement.

    ``labelled`` says that the sentence alone would not tell its speaker, so that its label is read before it.
    """

    span: Span
    speaker: str | None
    to: tuple[str, ...]
    labelled: bool


class Summary(Record):
    """Sentences of the article in their order, and ``text``: how they are read aloud."""

    text: str
    sentences: tuple[SummarySentence, ...]


class Note(Record):
    """Something that the reader of a report should know; ``reason`` is an enumerated id."""

    severity: Severity
    reason: str
    span: Span | None = None
    value: str | None = None


class Passed(Record):
    """A candidate that was passed over: a form of a cue that reports nothing here, or a name that names nobody.

    ``rule`` is the cue rule, or the ids that the name may stand for; ``reason`` is enumerated.
    """

    span: Span
    kind: Literal["cue", "name"]
    rule: str
    reason: PassedReason


class OwnRules(Record):
    """A user's own tables that lay over the rules; ``sha256`` is over the names and bytes of the folder's files."""

    name: str
    sha256: str


class RulesId(Record):
    """Which rules read the article."""

    version: str
    sha256: str
    own: tuple[OwnRules, ...] = ()


class Report(Record):
    """All that is known about one article. ``headline`` is where the article's title stands in the text."""

    article: Article
    rules: RulesId
    headline: Span | None
    entities: tuple[Entity, ...]
    messages: tuple[Message, ...]
    statements: tuple[Statement, ...]
    themes: tuple[ThemeHit, ...]
    summary: Summary
    notes: tuple[Note, ...]
