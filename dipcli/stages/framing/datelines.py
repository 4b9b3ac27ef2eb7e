"""Where and by whom an article was filed, at the head of its first sentence: no words of the source that follows."""

from typing import Final

from dipcli.stages.framing.marked import MarkedText
from dipcli.stages.framing.signs import DASHES
from dipcli.text.marks import COMMAS

_LONGEST: Final = 14  # tokens, marks included: أتلانتا، الولايات المتحدة الأمريكية (CNN) --
_PAPER: Final = 4  # tokens from the mark before a paper's name to the one behind it
_BRACKETS: Final = frozenset("()[]")
_WHERE: Final = ("place", "country")


def past_dateline(marked: MarkedText, first: int, last: int) -> int:
    """[تونس (رويترز) -] وصل …, [الرياض - «الأفق»:] قال …: the token behind the last dash or colon, or ``first`` where none is."""
    if marked.doc.line_at(first).first != first:
        return first
    told, end, i = False, first, first
    while i < min(last - 1, first + _LONGEST):
        word, found, quote = marked.words[i], marked.inside[i], marked.quote_at.get(i)
        i += 1
        if found is not None and (found.rule == "table_m" or found.kind in _WHERE):
            told, i = True, found.last
        elif word.isascii() and word.isalpha():
            told = True  # (CNN)
        elif quote is not None and quote.close - quote.open <= _PAPER:
            i = quote.close + 1
        elif word in DASHES or word == ":":
            end = i if told else first
        elif word[0].isalnum() and not _is_unlisted_place(marked, i - 1, first):
            break
    return end


def _is_unlisted_place(marked: MarkedText, i: int, first: int) -> bool:
    """[أتلانتا]، الولايات المتحدة: one word at the head, with a comma or a bracket behind it."""
    after = marked.words[i + 1]
    return i == first and marked.words[i][0].isalpha() and (after in COMMAS or after in _BRACKETS)
