"""Lines with their kind, and sentences: half-open ranges of tokens."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, Literal

from dipcli.records import Record
from dipcli.text.boilerplate import NO_LINES, Boilerplate, PageLines
from dipcli.text.marks import QUOTE_MARKS
from dipcli.text.tokens import Tokens

LineKind = Literal["headline", "caption", "dateline", "body", "tail"]


class Line(Record):
    """A non-empty line: folded offsets, number in the file (from 1), token range, what it is."""

    start: int
    end: int
    number: int
    first: int
    last: int
    kind: LineKind


class Sentence(Record):
    """Tokens ``first`` to ``last`` (half-open, closing mark left out); ``line`` indexes ``Segments.lines``."""

    first: int
    last: int
    line: int


class Segments(Record):
    """An article cut up, and which lines of its page may be no text of it."""

    lines: list[Line]
    sentences: list[Sentence]
    page: PageLines = NO_LINES


_STOPS: Final = frozenset(".!?؟؛…")
_DOTS: Final = frozenset(".…")
_BRACKETS: Final = frozenset((("(", ")"), ("[", "]")))
_CLOSERS: Final = frozenset("\"»”’'«)")
_LETTER_NAME: Final = 3  # letters in the Arabic name of a Latin letter (إتش)
_SUBJECT: Final = 14  # tokens of a cue and its subject before the clause
_THAT: Final = frozenset({"ان", "بان", "انه", "انها", "انهم", "اي"})
_PARENTHESIS: Final = 12  # tokens from a pause in brackets to either of them
_HEADLINE_WORDS: Final = 28
_DATELINE_WORDS: Final = 18
_DATELINE: Final = re.compile(
    r"(?:(?:19|20|14)\d\d\s*(?:م|ه)?\b)|\((?:[^()]{1,20})\)\s*[-–—:]?\s*$|^[^.،]{2,25}\s[-–—]\s[^.،]{2,25}$"
)


def segment(
    text: str, tokens: Tokens, boilerplate: Boilerplate | None, verbs: Sequence[bool] | None = None
) -> Segments:
    """Cut folded ``text`` into lines and sentences.

    Sentences end at a line's end and at . ! ? ؟ ؛ …, never at a comma; a stop between digits, after a single letter
    (an initial or an abbreviation such as د.) or before a closing quotation mark does not end one.
    """
    page = boilerplate.within(text) if boilerplate else NO_LINES
    lines = _lines(text, tokens, page)
    if lines and lines[-1].kind == "body":
        lines[-1:] = _without_rest(text, tokens, lines[-1], page)
    sentences: list[Sentence] = []
    for n, line in enumerate(lines):
        _split(tokens, line, n, sentences)
    return Segments(lines, sentences, page)


def _lines(text: str, tokens: Tokens, page: PageLines) -> list[Line]:
    out: list[Line] = []
    start, number, starts = 0, 0, tokens.starts
    in_tail = False
    raw_lines = text.split("\n")
    total = len(raw_lines)
    for raw in raw_lines:
        number += 1
        end = start + len(raw)
        first = bisect_left(starts, start)
        last = bisect_left(starts, end)
        if last > first:
            kind = _kind(raw, last - first, number == total, out, tokens, first, last, page)
            if kind == "tail" and out and any(x.kind == "body" for x in out):
                in_tail = True
            out.append(Line(start, end, number, first, last, "tail" if in_tail else kind))
        start = end + 1
    if out and not any(x.kind == "body" for x in out):
        out = [x._replace(kind="body") if x.kind in ("headline", "dateline") and x is out[-1] else x for x in out]
    return out


def _without_rest(text: str, tokens: Tokens, line: Line, page: PageLines) -> list[Line]:
    """The line, and what a web page left at its end as a line of its own."""
    at = page.rest_at(text, line.start, line.end)
    if at < 0:
        return [line]
    first = bisect_left(tokens.starts, at)
    tail = line._replace(start=at, first=first, kind="tail")
    return [line._replace(end=at, last=first), tail]


def _kind(
    raw: str, size: int, is_last: bool, before: list[Line], tokens: Tokens, first: int, last: int,
    page: PageLines,
) -> LineKind:  # fmt: skip
    if page.is_caption(raw):
        return "caption"
    if page.is_tail(raw):
        return "tail"
    opening = all(x.kind in ("headline", "caption") for x in before)
    if opening and not is_last and size <= _HEADLINE_WORDS and tokens.words[last - 1] not in _STOPS:
        return "dateline" if before and _is_dateline(raw, size) else "headline"
    if len(before) < 6 and size <= _DATELINE_WORDS and _is_dateline(raw, size):
        return "dateline"
    return "body"


def _is_dateline(raw: str, size: int) -> bool:
    return size <= _DATELINE_WORDS and bool(_DATELINE.search(raw.strip())) and not raw.rstrip().endswith(".")


def _split(tokens: Tokens, line: Line, n: int, out: list[Sentence]) -> None:
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    first, last = line.first, line.last
    for at in [k for k in range(first, last) if words[k] in _STOPS]:
        if at < first or _inside(words, starts, ends, at, last):
            continue
        stop, i = at, at + 1
        while i < last and (words[i] in _STOPS or words[i] in _CLOSERS):
            if words[i] in _CLOSERS:
                # A mark right after the stop closes what the stop ended; with a space before it, it opens.
                if starts[i] != ends[i - 1]:
                    break
                stop = i + 1
            i += 1
        if stop > first:
            out.append(Sentence(first, stop, n))
        first = i
    if last > first:
        out.append(Sentence(first, last, n))


def _inside(words: list[str], starts: list[int], ends: list[int], i: int, last: int) -> bool:
    """A full stop that ends nothing: in a number, after an initial, where words of a quotation are left out: (...)."""
    if words[i] in _DOTS and _left_out(words, i, last):
        return True
    if words[i] == "؛" and i + 1 < last and words[i + 1] in _THAT:
        return True  # وأوضح مدير الشركة؛ أن …
    if words[i] == "." and _pauses_before_clause(words, i, last):
        return True
    if words[i] in _DOTS and _pauses_in_brackets(words, i, last):
        return True
    if words[i] == "." and _in_letter_names(words, i, last):
        return True
    if words[i] != "." or i + 1 >= last:
        return False
    before, after = words[i - 1] if i else "", words[i + 1]
    glued = starts[i + 1] == ends[i]
    figure = before.isdigit() or (before[-1:].isdigit() and not before[0].isascii())  # 24.6, و24.6, الي3.8
    if figure and after.isdigit() and glued:
        return True
    if glued and starts[i] == ends[i - 1] and (before + after).isascii() and (before + after).isalnum():
        return True  # www.example.org
    if (
        glued
        and starts[i] == ends[i - 1]
        and max(len(before), len(after)) <= _LETTER_NAME
        and (before + after).isalpha()
    ):
        return True  # بي.سي.سي, إل.في.إم.إتش
    if len(before) != 1 or not before.isalpha() or not after.isalnum() or starts[i] != ends[i - 1]:
        return False
    # د. شوقي, ج. ب.: an abbreviation, unless it is the م or ه of a year.
    return i < 2 or not words[i - 2].isdigit()


def _pauses_before_clause(words: list[str], i: int, last: int) -> bool:
    """وقال سالم العمري ـ عضو المجلس.. [إن] …: two dots for a comma, as some papers set it, before a complementiser."""
    first = i - 1 if i and words[i - 1] == "." else i
    if first + 2 >= last or words[first + 1] != "." or words[first + 2] not in _THAT:
        return False
    before = words[max(first - _SUBJECT, 0) : first]
    return before[-1:] != [] and before[-1][0].isalnum() and _THAT.isdisjoint(before)


def _pauses_in_brackets(words: list[str], i: int, last: int) -> bool:
    """(معا.. وسنبقى): two dots or an ellipsis that stand for a pause in a short parenthesis."""
    if words[i] != "…" and words[i] not in (words[i - 1] if i else "", words[i + 1] if i + 1 < last else ""):
        return False
    before, behind = words[max(i - _PARENTHESIS, 0) : i], words[i + 1 : min(i + _PARENTHESIS, last)]
    if next((w for w in behind if w not in _DOTS), ")") == ")":
        return False
    opened = next((w for w in reversed(before) if w in "()"), "")
    return opened == "(" and next((w for w in behind if w in "()"), "") == ")"


def _in_letter_names(words: list[str], i: int, last: int) -> bool:
    """«بي. بي. سي.», "سي.إن. إن": a dot in quotation marks that hold names of letters and dots alone."""
    first, end = i, i
    while first > 0 and i - first < _PARENTHESIS and _is_letter_name(words[first - 1]):
        first -= 1
    while end + 1 < last and end - i < _PARENTHESIS and _is_letter_name(words[end + 1]):
        end += 1
    if first == i or first == 0 or end + 1 >= last:
        return False
    return words[first - 1] in QUOTE_MARKS and words[end + 1] in QUOTE_MARKS


def _is_letter_name(word: str) -> bool:
    return word == "." or (len(word) <= _LETTER_NAME and word.isalpha())


def _left_out(words: list[str], i: int, last: int) -> bool:
    """Is the dot at ``i`` one of nothing but dots in brackets?"""
    first = i
    while first > 0 and words[first - 1] in _DOTS:
        first -= 1
    while i < last and words[i] in _DOTS:
        i += 1
    return first > 0 and i < last and (words[first - 1], words[i]) in _BRACKETS
