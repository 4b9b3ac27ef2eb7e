"""In what a statement was made: a letter, a speech, an interview; the field ``medium``."""

from collections.abc import Sequence
from typing import Final

from dipcli.model import Medium, MediumKind, Span, Statement, Step
from dipcli.stages.document import Document
from dipcli.stages.framing.frame import Frame

Place = tuple[int, int, MediumKind]
_CARRIES: Final = frozenset({"elided", "pronoun", "shared"})


def with_media(doc: Document, frames: Sequence[Frame], statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Statements with their medium: as written in the sentence, that of the message, or that of who goes on speaking."""
    out: list[Statement] = []
    contents: dict[int, list[tuple[int, int]]] = {}
    for frame in frames:
        contents.setdefault(frame.sentence, []).extend(frame.content)
    places = {sentence: _places(doc, sentence) for sentence in contents}
    for frame, statement in zip(frames, statements, strict=True):
        place = _nearest(frame, places[frame.sentence], contents[frame.sentence])
        if place is not None:
            out.append(_told(statement, place[2], doc.span(place[0], place[1]), "medium_written"))
        elif statement.medium is None and out and _goes_on(statement, out[-1]):
            before = out[-1].medium
            assert before is not None
            out.append(_told(statement, before.kind, before.span, "medium_goes_on"))
        else:
            out.append(statement)
    return tuple(out)


def _places(doc: Document, sentence: int) -> list[Place]:
    first, last, _ = doc.segments.sentences[sentence]
    media = doc.lexicon.media
    out: list[Place] = []
    i = first
    while i < last:
        found = media.at(doc.words, i, doc.base) if doc.words[i] in media.heads else None
        if found is not None and found[0] <= last:
            out.append((i, *found))
            i = found[0]
        else:
            i += 1
    return out


def _nearest(frame: Frame, places: Sequence[Place], ranges: Sequence[tuple[int, int]]) -> Place | None:
    """The place nearest to the cue that stands within the same contents as the cue, and in no other."""

    def beside(place: Place) -> bool:
        return all((a <= place[0] < b) == (a <= frame.cue < b) for a, b in ranges)

    return min((p for p in places if beside(p)), key=lambda p: abs(p[0] - frame.cue), default=None)


def _goes_on(statement: Statement, before: Statement) -> bool:
    """The subject is dropped, and who spoke before in a medium that is told is who speaks now."""
    who = [s.entity for s in statement.sources]
    carries = all(s.resolution in _CARRIES for s in statement.sources)
    return before.medium is not None and carries and who == [s.entity for s in before.sources] and None not in who


def _told(statement: Statement, kind: MediumKind, span: Span | None, reason: str) -> Statement:
    step = Step(stage="medium", rule=f"medium.{kind}", reason=reason, at=span, value=kind)
    return statement._replace(medium=Medium(kind=kind, span=span), trace=(*statement.trace, step))
