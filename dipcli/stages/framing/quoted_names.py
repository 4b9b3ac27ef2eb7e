"""Names in quotation marks: of papers, firms, ships, bodies."""

from typing import Final

from dipcli.rules.match import FUNCTION, MASDAR, NOUN, PERSONAL, UNKNOWN
from dipcli.stages.framing.marked import MarkedText
from dipcli.stages.framing.word_kinds import is_only_verb
from dipcli.text.quotes import Quote

_LONGEST: Final = 4


def is_name(marked: MarkedText, quote: Quote) -> bool:
    """صحيفة «الأفق», الفرقاطة «سمر», «نيلكو» (Nelco): a short quotation that names, and no words said."""
    first, size = quote.open + 1, quote.close - quote.open - 1
    if not quote.closed or not 0 < size <= _LONGEST:
        return False
    named = marked.start_of[first]
    if named is not None and named.last == quote.close and not named.skip and named.kind != "unnamed":
        return True
    infos = marked.infos[first : quote.close]
    if any(x.prep or x.conj or x.flags & FUNCTION or is_only_verb(marked, first + n) for n, x in enumerate(infos)):
        return False
    if has_gloss(marked, quote):
        return True
    strange = infos[0].flags & (UNKNOWN | PERSONAL) and not infos[0].flags & (NOUN | MASDAR) and not infos[0].definite
    strange = (
        strange
        and not infos[0].word.endswith(("ين", "ون", "وه", "وها", "وهم", "وا"))
        and not (quote.open and is_only_verb(marked, quote.open - 1))
    )
    head = marked.infos[quote.open - 1].core if quote.open else ""
    if head in marked.classes["bear_names"] or head in marked.classes["media_heads"]:
        return True
    if head in marked.classes["body_heads"]:
        return size > 1 or infos[0].definite or bool(strange)
    return bool(strange)


def has_gloss(marked: MarkedText, quote: Quote) -> bool:
    """«نيلكو» (Nelco): the name in Latin letters follows."""
    after = marked.words[quote.close + 1 : quote.close + 3]
    short = quote.closed and quote.close - quote.open - 1 <= _LONGEST
    return short and after[:1] == ["("] and len(after) > 1 and after[1].isascii() and after[1].isalpha()
