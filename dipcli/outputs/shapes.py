"""The shape of every JSON record that dip writes, as types.

``outputs/wire.py`` builds the records and a type checker compares what it builds with these classes key by key;
``outputs/schema.py`` makes the JSON Schema from the very same classes. So none of the three can tell its own story.
At run time only the schema loads them.
"""

from typing import Annotated, Literal, TypedDict

from dipcli.model import (
    AddresseeResolution,
    CueKind,
    Direction,
    EntityKind,
    Form,
    Frame,
    Gender,
    MediumKind,
    MentionKind,
    MessageKind,
    OccasionKind,
    PublishedFrom,
    Severity,
    SourceResolution,
    Status,
)

Start = Annotated[int, "first code point in article.text"]
End = Annotated[int, "one past the last code point in article.text"]
Confidence = Annotated[float, "0 to 1"]
PartForm = Literal["ndjson", "parquet"]
PartCompression = Literal["gzip", "zstd", "none"]


class Located(TypedDict):
    """A stretch of the article: ``article.text[start:end]`` is ``text``."""

    text: str
    start: Start
    end: End


class MaybeLocated(TypedDict):
    """A stretch of the article; all three null where nothing is written."""

    text: str | None
    start: Start | None
    end: End | None


class OwnRulesWire(TypedDict):
    """A user's own tables, laid over the rules with --rules."""

    name: Annotated[str, "of the folder"]
    sha256: Annotated[str, "over the names and bytes of its files"]


class RulesWire(TypedDict):
    """Which rules read the article."""

    version: str
    sha256: str
    own: Annotated[list[OwnRulesWire], "in the order in which they lie over each other"]


class EncodingWire(TypedDict):
    """What the bytes were read as, and how sure that is."""

    name: str
    confidence: Confidence


class ArticleWire(TypedDict):
    """The article; all offsets count in ``text``."""

    id: Annotated[str, "SHA-256 of the text in UTF-8"]
    source: Annotated[str, "path as given; news.jsonl#12 for a record; - for standard input"]
    title: str | None
    published: Annotated[str | None, "ISO 8601"]
    published_from: PublishedFrom | None
    outlet: str | None
    encoding: EncodingWire
    characters: Annotated[int, "code points of the text"]
    text: Annotated[str | None, "null with --no-text"]


class MentionWire(Located):
    """A place that refers to the entity."""

    kind: MentionKind


class EntityWire(TypedDict):
    """Somebody, a country, a body or a group under all its names."""

    id: Annotated[str, "the rules' id when known, else a slug of the name; unique in the report"]
    kind: EntityKind
    known: Annotated[bool, "listed in the rules: the id means the same in every report"]
    name: Annotated[str, "fullest form in the article, without title"]
    name_en: str | None
    short: str | None
    short_en: str | None
    office: Annotated[str | None, "title as written, without nationality"]
    office_en: str | None
    office_id: Annotated[str | None, "the rules' class of office"]
    leader: Annotated[bool, "holds one of the offices that the rules count as leading"]
    country: Annotated[str | None, "ISO 3166 alpha-2, or EU, UN, ..."]
    gender: Gender | None
    mentions: list[MentionWire]


class OccasionWire(Located):
    """Why a message was sent."""

    kind: OccasionKind


MessageWire = TypedDict(
    "MessageWire",
    {
        "id": str,
        "kind": MessageKind,
        "from": Annotated[list[str], "entity ids"],
        "to": Annotated[list[str], "entity ids"],
        "direction": Annotated[Direction, "inferred from a reciprocal exchange"],
        "occasion": OccasionWire | None,
        "evidence": Located,
        "statements": Annotated[list[str], "statement ids"],
        "themes": Annotated[list[str], "theme ids"],
    },
)


class CueWire(Located):
    """The word that says that somebody says something."""

    lemma: str
    kind: CueKind


class SourceWire(MaybeLocated):
    """Who says it; the entity is null where nobody can be named."""

    entity: Annotated[str | None, "entity id"]
    resolution: SourceResolution


class AddresseeWire(MaybeLocated):
    """To whom it is said."""

    entity: Annotated[str, "entity id"]
    resolution: AddresseeResolution


class MediumWire(MaybeLocated):
    """In what it is said."""

    kind: MediumKind


class StatementWire(TypedDict):
    """A stretch of the article that it attributes to a source."""

    id: str
    line: Annotated[int, "counted from 1"]
    cue: Annotated[CueWire | None, "null where a quotation goes on without one"]
    sources: list[SourceWire]
    addressees: list[AddresseeWire]
    content: Annotated[list[Located], "one stretch a paragraph"]
    form: Form
    frame: Frame
    status: Status
    speech_act: str | None
    cameo: Annotated[str | None, "CAMEO root or event code"]
    plover: Annotated[str | None, "PLOVER event"]
    message: Annotated[str | None, "message id"]
    medium: MediumWire | None
    themes: Annotated[list[str], "theme ids"]
    confidence: Confidence
    rule: Annotated[str, "cue rule and frame"]
    sieve: Annotated[str, "what named the source"]


class LabelWire(TypedDict):
    """A label in both languages."""

    ar: str
    en: str


class ThemeWire(TypedDict):
    """A theme of the article or of some of its statements."""

    id: str
    main: Annotated[bool, "one that a good index would list"]
    medtop: Annotated[str | None, "IPTC Media Topic"]
    label: LabelWire
    statements: Annotated[list[str], "statement ids"]
    score: Confidence


class SummarySentenceWire(Located):
    """A whole sentence of the article."""

    speaker: Annotated[str | None, "entity id, where the sentence reports a statement"]
    to: Annotated[list[str], "entity ids"]


class SummaryWire(TypedDict):
    """Whole sentences in the article's order, and how they are read aloud."""

    text: str
    sentences: list[SummarySentenceWire]


class NoteWire(MaybeLocated):
    """Something that the reader of a report should know."""

    severity: Severity
    reason: str
    value: str | None


class ReportWire(TypedDict):
    """All that is known about one article."""

    schema: Literal["dip.report/1"]
    rules: RulesWire
    article: ArticleWire
    entities: list[EntityWire]
    messages: list[MessageWire]
    statements: list[StatementWire]
    themes: list[ThemeWire]
    summary: SummaryWire
    notes: list[NoteWire]


class CandidateWire(TypedDict):
    """Somebody who was looked at for a role."""

    entity: str | None
    reason: str
    taken: bool


class StepWire(MaybeLocated):
    """One decision, on which evidence, and who lost."""

    stage: str
    rule: str
    reason: str
    value: str | None
    candidates: list[CandidateWire]


class ExplanationWire(TypedDict):
    """``dip explain --json``: the steps behind a statement or an entity, and the sentences made of them."""

    schema: Literal["dip.explanation/1"]
    file: str
    id: Annotated[str, "id of the statement or entity"]
    steps: list[StepWire]
    words: Annotated[list[str], "the same in words"]


class ErrorWire(TypedDict):
    """An input that failed (``--errors-as-records``)."""

    schema: Literal["dip.error/1"]
    file: str
    error: str


class FindingWire(TypedDict):
    """Something that ``dip archive check`` finds wrong."""

    schema: Literal["dip.finding/1"]
    part: Annotated[str, "database for what SQLite says, else the table"]
    article: Annotated[int | None, "its number in the archive"]
    source: str | None
    reason: str


class FigureWire(TypedDict):
    """A figure of ``dip archive stats``."""

    schema: Literal["dip.figure/1"]
    group: Annotated[str, "count, date, rules, outlet or bytes"]
    name: Annotated[str, "what is counted; version and SHA-256 of rules; an outlet; a table with its indexes"]
    value: Annotated[int | str | None, "a number (of articles, for rules and outlets), or a date"]


class RunWire(TypedDict):
    """The line of figures at the end of a run (``--stats``, on standard error)."""

    schema: Literal["dip.run/1"]
    status: Annotated[int, "exit status"]
    read: Annotated[int, "articles that were read"]
    failed: Annotated[int, "inputs that failed"]
    undated: Annotated[int, "articles without a date"]
    statements: int
    messages: int
    seconds: float
    stopped: Annotated[bool, "--max-time was over before the inputs were"]
    last: Annotated[str | None, "the last input that was read or failed: --start-after goes on behind it"]


class BatchWire(TypedDict):
    """First line of a batch's manifest (``dip batch``): what is read, by which rules, into what."""

    schema: Literal["dip.batch/1"]
    dip: Annotated[str, "version of the program"]
    rules: RulesWire
    format: PartForm
    compression: PartCompression
    options: Annotated[dict[str, str | bool | None], "how the inputs are read and the records written"]
    part_bytes: Annotated[int, "size of the inputs of a part, about"]
    files: int
    bytes: Annotated[int, "of the inputs, as they are stored"]
    parts: int
    plan: Annotated[str, "SHA-256 of the plan: which records of which files are in which part"]


class PartWire(TypedDict):
    """A line of a batch's manifest: a part that is done."""

    schema: Literal["dip.part/1"]
    part: Annotated[int, "counted from 0"]
    file: Annotated[str, "in the folder of the batch"]
    sha256: Annotated[str, "of the file"]
    bytes: Annotated[int, "of the file"]
    articles: int
    statements: int
    messages: int
    undated: Annotated[int, "articles without a date"]
    first: Annotated[str | None, "the first input of it"]
    last: Annotated[str | None, "the last input of it"]
    failed: Annotated[list[ErrorWire], "its inputs that failed"]


class TotalWire(TypedDict):
    """Last line of a batch's manifest: all parts are done."""

    schema: Literal["dip.total/1"]
    parts: int
    bytes: Annotated[int, "of all parts"]
    articles: int
    statements: int
    messages: int
    undated: int
    failed: Annotated[int, "inputs that failed"]


class SettingWire(TypedDict):
    """A setting of the configuration (``dip config``)."""

    schema: Literal["dip.setting/1"]
    setting: str
    value: Annotated[str | bool | list[str] | None, "null where it is not set"]
    origin: Annotated[str | None, "the environment variable, or file and line, that set it"]
    environment: Annotated[str, "its environment variable"]
    what: str


class FormatWire(TypedDict):
    """A format that is read or written (``dip formats``)."""

    schema: Literal["dip.format/1"]
    direction: Literal["read", "write"]
    name: str
    what: str
    endings: Annotated[list[str], "files of a folder that are read when --glob says nothing else"]
