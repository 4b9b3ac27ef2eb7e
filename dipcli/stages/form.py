"""Direct, mixed or indirect: by the quotation marks inside and around a content."""

from dipcli.model import Form
from dipcli.stages.document import Document
from dipcli.stages.framing.frame import Frame
from dipcli.text.marks import QUOTE_MARKS


def form_of(doc: Document, frame: Frame) -> Form:
    """``direct`` when the content is a quotation, ``mixed`` when words in it are quoted, else ``indirect``."""
    if not frame.content:
        return "indirect"
    start, end = frame.content[0]
    mark = start - 2 if start > 1 and doc.words[start - 1] == "ان" else start - 1  # "إن البلاد …", without its إن
    if frame.quote is not None and frame.quote.open == mark and end <= frame.quote.close:
        return "direct"
    if start and doc.words[mark] in QUOTE_MARKS and end < len(doc.words) and doc.words[end] in QUOTE_MARKS:
        return "direct"
    marks = [i for a, b in frame.content for i in range(a, b) if doc.words[i] in QUOTE_MARKS]
    if not marks:
        if frame.opener == "colon" and _first_person(doc, start, end):
            return "direct"
        return "indirect"
    return "mixed"


def _first_person(doc: Document, start: int, end: int) -> bool:
    words = doc.words[start : min(end, start + 25)]
    return any(w in _FIRST or (w.startswith("سن") and len(w) > 4) for w in words)


_FIRST = frozenset(
    {"نحن", "انا", "لنا", "بلادنا", "اننا", "انني", "لدينا", "نريد", "علينا", "لا", "نقول", "اقول", "نامل", "اريد"}
) - {"لا"}
