"""Quotation marks paired: straight, curly and guillemets, also reversed (» «) and left open."""

from typing import Final

from dipcli.records import Record
from dipcli.text.marks import QUOTE_MARKS
from dipcli.text.tokens import Tokens

_OPENERS: Final = frozenset("“«„‟")
_STOPS: Final = frozenset(".!?؟؛…")
_THAT: Final = frozenset({"ان", "بان", "انه", "انها", "انهم", "اننا", "انني"})
_LONG: Final = 6  # words of a quotation that is more than a name


class Quote(Record):
    """Tokens of the opening and of the closing mark; ``closed`` is False when the mark was never closed."""

    open: int
    close: int
    closed: bool


def pair_quotes(tokens: Tokens, first: int, last: int) -> list[Quote]:
    """Pairs among tokens ``first`` to ``last`` (one line), in order.

    Whether a mark opens is told by the spaces around it, not by its shape: many texts set guillemets the wrong way
    round, and straight marks have none. A mark glued to a word on one side only opens or closes on that side.
    """
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    out: list[Quote] = []
    opened: int | None = None
    inner = -1  # closing mark of a pair inside the one that is open
    for i in [k for k in range(first, last) if words[k] in QUOTE_MARKS]:
        if i <= inner:
            continue
        if i > first and words[i - 1] in QUOTE_MARKS and starts[i] == ends[i - 1] and opened == i - 1:
            continue  # a doubled mark
        space_before = i == first or starts[i] > ends[i - 1]
        space_after = i + 1 >= last or starts[i + 1] > ends[i]
        if opened is None:
            closes = space_after or not (words[i + 1][0].isalnum() or words[i + 1] in "([")
            if closes and not space_before and words[i] not in _OPENERS:
                continue  # closes what was never opened
            opened = i
        elif space_before and space_after and i - opened > _LONG and i + 1 < last and words[i + 1] in _THAT:
            out.append(Quote(opened, i, False))  # قال " إن …، مضيفا " أننا …": the first was never closed
            opened = i
        elif space_before and not space_after and words[i] in _OPENERS:
            if close := _closed_within(tokens, opened, i, last):
                inner = close  # «… «اسم» …»: a name within what is said
                continue
            out.append(Quote(opened, i, False))
            opened = i
        elif (
            words[i] == words[opened] == '"'
            and (space_before and not space_after and words[i + 1][0].isalnum())
            and (close := _closed_at(tokens, i, last))
        ):
            # A straight mark before a word, with one behind a word next: it opens a pair. Around it the first pair
            # is closed later, or was never closed at all.
            if _closed_at(tokens, close, last):
                inner = close
            else:
                out.append(Quote(opened, i, False))
                opened = i
        else:
            out.append(Quote(opened, i, True))
            opened = None
    if opened is not None:
        out.append(Quote(opened, last, False))
    return out


def _closed_within(tokens: Tokens, opened: int, i: int, last: int) -> int:
    """The mark that closes the pair which opens at ``i`` within the one open, when a further one closes that; else 0.

    With a full stop between the two openers the first was never closed.
    """
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    if words[i] != words[opened] or not words[opened + 1][0].isalnum():
        return 0
    if any(words[k] in _STOPS and starts[k + 1] > ends[k] for k in range(opened, i)):
        return 0
    closing = ""
    found = 0
    for k in range(i + 1, last):
        if words[k] not in QUOTE_MARKS:
            continue
        if words[k] in _OPENERS or starts[k] > ends[k - 1] or (closing and words[k] != closing):
            return 0
        if found:
            return found
        found, closing = k, words[k]
    return 0


def _closed_at(tokens: Tokens, i: int, last: int) -> int:
    """The next straight mark behind ``i`` when it closes, told by the word right before it; else 0."""
    words = tokens.words
    for k in range(i + 1, last):
        if words[k] == '"':
            return k if tokens.starts[k] == tokens.ends[k - 1] else 0
    return 0
