"""Interviews: what stands behind a question, in a line of its own that begins with a mark, is said by who is asked."""

from typing import Final

from dipcli.stages.document import Document
from dipcli.stages.framing.frame import Frame
from dipcli.stages.headlines import ANSWER, ANSWER_FORM
from dipcli.text.segment import Line

_MARKS: Final = frozenset("-ـ–—•*●■▪○·")  # before a question or its answer, once or twice
_QUESTION: Final = ("؟", "?")
_STOPS: Final = frozenset(".…")
_ENOUGH: Final = 3  # questions with answers: one may be how a writer goes on
_SHORTEST: Final = 2  # words of an answer


def interview_frames(doc: Document) -> list[Frame]:
    """A frame for each answer, with all of its lines for content; none where the article is no interview.

    An answer begins with a mark, right behind a line that ends in a mark of question, and goes on up to the next question.
    """
    lines = [(n, line) for n, line in enumerate(doc.segments.lines) if line.kind == "body"]
    out = []
    for k in range(1, len(lines)):
        if _asks(doc, lines[k - 1][1]) and _answers(doc, lines[k][1]):
            end = k + 1
            while end < len(lines) and not (_marked(doc, lines[end][1]) or _asks(doc, lines[end][1])):
                end += 1
            out.append(_frame(doc, [line for _, line in lines[k:end]], lines[k][0]))
    return out if len(out) >= _ENOUGH else []


def _frame(doc: Document, lines: list[Line], n: int) -> Frame:
    first = lines[0].first
    while first + 1 < lines[0].last and not doc.words[first][0].isalnum():
        first += 1
    frame = Frame(first, first + 1, ANSWER_FORM, ANSWER, doc.sentence_at(first), n)
    frame.content_start, frame.opener = first, "colon"
    frame.content = [(line.first if k else first, _without_stop(doc, line)) for k, line in enumerate(lines)]
    return frame


def _without_stop(doc: Document, line: Line) -> int:
    """End of a line's words, before its full stop."""
    last = line.last
    while last - 1 > line.first and doc.words[last - 1] in _STOPS:
        last -= 1
    return last


def _written(doc: Document, line: Line) -> str:
    """The line as the article spells it: what lengthens letters is a mark here."""
    whole = doc.span(line.first, line.last)
    begin = doc.text.rfind("\n", 0, whole.start) + 1
    return doc.text[begin : whole.end].strip()


def _marked(doc: Document, line: Line) -> bool:
    return _written(doc, line)[:1] in _MARKS


def _asks(doc: Document, line: Line) -> bool:
    return _written(doc, line).endswith(_QUESTION)


def _answers(doc: Document, line: Line) -> bool:
    return _marked(doc, line) and not _asks(doc, line) and line.last - line.first >= _SHORTEST
