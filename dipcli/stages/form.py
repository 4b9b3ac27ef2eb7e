"""Direct, mixed or indirect: by the quotation marks inside and around a content."""

from typing import Final

from dipcli.model import Form
from dipcli.rules.match import NOUN, PERSONAL, VERB
from dipcli.stages.document import Document
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.marked import MarkedText
from dipcli.stages.framing.quoted_names import is_name
from dipcli.text.marks import QUOTE_MARKS


def form_of(marked: MarkedText, frame: Frame) -> Form:
    """``direct`` when the content is a quotation, ``mixed`` when words in it are quoted, else ``indirect``."""
    if not frame.content:
        return "indirect"
    doc = marked.doc
    start, end = frame.content[0]
    mark = start - 2 if start > 1 and doc.words[start - 1] == "ان" else start - 1  # "إن البلاد …", without its إن
    if mark > 1 and doc.words[mark] in QUOTE_MARKS and doc.words[mark - 1] == doc.words[mark]:
        mark -= 1  # ''…'': two apostrophes for one mark
    if frame.quote is not None and frame.quote.open == mark and end <= frame.quote.close:
        return "direct"
    while end < len(doc.words) - 1 and doc.words[end] in _STOPS:
        end += 1  # «… انتهى.»
    if start and doc.words[mark] in QUOTE_MARKS and doc.words[min(end, len(doc.words) - 1)] in QUOTE_MARKS:
        return "direct"
    marks = [i for a, b in frame.content for i in range(a, b) if doc.words[i] in QUOTE_MARKS]
    if not marks:
        if any(
            a and b < len(doc.words) and {doc.words[a - 1], doc.words[b]} <= QUOTE_MARKS for a, b in frame.content[1:]
        ):
            return "mixed"
        if frame.opener == "colon" and _first_person(doc, start, end):
            return "direct"
        return "indirect"
    return "indirect" if _only_names(marked, frame, marks) else "mixed"


def _only_names(marked: MarkedText, frame: Frame, marks: list[int]) -> bool:
    """إن شركة «نيلكو» ستبني المصنع: marks around names alone quote no words."""
    quotes = [marked.quote_at[i] for i in marks if i in marked.quote_at]
    return len(marks) == 2 * len(quotes) and all(frame.says(q.close) and is_name(marked, q) for q in quotes)


def _first_person(doc: Document, start: int, end: int) -> bool:
    return any(_is_ours(doc, doc.words[k].removeprefix("و")) for k in range(start, min(end, start + _NEAR)))


def _is_ours(doc: Document, word: str) -> bool:
    """نحن, سنرد, نؤكد, قراءتنا: a word of the first person."""
    if word in _FIRST or not word:
        return bool(word)
    if word.startswith("سن") and (len(word) > _SHORT or doc.lexicon.info(f"ي{word[2:]}").flags & VERB):
        return True
    info = doc.lexicon.info
    own = info(word).flags
    if word[0] == "ن":
        return bool(info(f"ي{word[1:]}").flags & VERB) and not own & (NOUN | PERSONAL)
    stem = word.removesuffix("نا")
    if stem == word or len(stem) < _STEM or own & PERSONAL or info(word[:-1]).flags & NOUN:
        return False  # بيانا, أمينا: an accusative
    noun = info(f"{stem[:-1]}ه") if stem.endswith("ت") else info(stem)
    return bool(noun.flags & NOUN) and noun.frequency > 0


_NEAR: Final = 40  # tokens in which the first person shows itself
_STOPS: Final = frozenset(".!?؟…")
_SHORT: Final = 4
_STEM: Final = 3
_FIRST: Final = frozenset(
    {"نحن", "انا", "لنا", "بلادنا", "اننا", "انني", "لدينا", "نريد", "علينا", "نقول", "اقول", "نامل", "اريد"}
)
