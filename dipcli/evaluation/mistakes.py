"""What a report has wrong, one record a mistake."""

from typing import Literal

from dipcli.records import Record

MistakeKind = Literal[
    "statement_missed", "statement_extra", "source", "status", "addressee",
    "message_missed", "message_extra", "leader_missed", "leader_extra", "office", "country", "theme_missed", "theme_extra",
]  # fmt: skip

Cause = Literal["entity_split", "entity_missed", "message_missed"]
"""What another mistake lies behind one: the right source (or side of a message) is in the report, under another id than
the one that was named; it is not in the report at all; the message in which a statement was made is not.
"""


class Mistake(Record):
    """One mistake in the report of ``article``.

    ``annotated`` and ``reported`` are what either side says: sources, addressees (keys of the annotation's entities; an
    id of the report behind ``?`` where it is none of them), sides of a message, an office, a theme. ``form``, ``frame``
    and ``subject`` (is its source written?) are the annotated statement's, None for mistakes that are about none.
    """

    article: str
    kind: MistakeKind
    line: int | None = None
    cue: str | None = None
    annotated: tuple[str, ...] = ()
    reported: tuple[str, ...] = ()
    form: str | None = None
    frame: str | None = None
    subject: bool | None = None
    text: str | None = None
    cause: Cause | None = None
