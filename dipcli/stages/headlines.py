"""Statements that have no cue word: ``X: …`` in headlines, and quotations that go on in a paragraph of their own."""

from collections.abc import Sequence
from typing import Final

from dipcli.rules.match import AS_PARTICIPLE, AS_VERB, NOUN, PERSONAL, VERB, CueForm, CueRule
from dipcli.stages.document import Document
from dipcli.stages.extent import with_extents
from dipcli.stages.found import Found
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.marked import MarkedText
from dipcli.text.marks import QUOTE_MARKS
from dipcli.text.quotes import Quote

COLON: Final = CueRule(
    id="cue.colon", lemma=":", kind="punctuation", clause=(), object=(), addressee=(), needs=frozenset(), not_before=(), heads=(),
    quote=True, target=False, strict=False, status=None, source=None, speech_act="state", cameo="010", plover=None,
)  # fmt: skip
CONTINUED: Final = COLON._replace(id="cue.continued", lemma="«")
ANSWER: Final = COLON._replace(id="cue.answer", lemma="؟", speech_act="answer")
ANSWER_FORM: Final = CueForm(-3, "q", "", "", False, False, "", "")
_FORM: Final = CueForm(-1, "q", "", "", False, False, "", "")
_CONTINUED_FORM: Final = CueForm(-2, "q", "", "", False, False, "", "")
_NAME: Final = 3  # tokens from the mark before a name of two words to the one behind it
_SHORT: Final = 25  # tokens of a first line that may be a headline


def with_uncued(doc: Document, marked: MarkedText, frames: list[Frame], quotes: Sequence[Quote]) -> list[Frame]:
    """The frames with those that have no cue word, in text order, all with their extents."""
    extra = uncued_frames(doc, marked, frames, quotes)
    if not extra:
        return frames
    merged = sorted([*frames, *extra], key=lambda f: f.cue)
    with_extents(doc, marked, [f for f in merged if not f.content])
    return [f for f in merged if f.content]


def uncued_frames(doc: Document, marked: MarkedText, frames: Sequence[Frame], quotes: Sequence[Quote]) -> list[Frame]:
    """Frames without a cue word, to be merged with the others in text order."""
    out: list[Frame] = []
    for n, sentence in enumerate(doc.segments.sentences):
        line = doc.segments.lines[sentence.line]
        # A headline that ends in a mark of exclamation is no headline by its shape.
        if line.kind == "headline" or (sentence.first == 0 and line.last <= _SHORT and len(doc.words) > line.last):
            out += _headline(doc, marked, frames, n) or _spoken_headline(doc, marked, frames, n)
    out += _continued(doc, frames, quotes)
    return out


def _headline(doc: Document, marked: MarkedText, frames: Sequence[Frame], n: int) -> list[Frame]:
    """«شكري: مصر بدأت …», also after ``..`` or a dash in the middle of the line."""
    sentence = doc.segments.sentences[n]
    last = sentence.last
    for i in range(sentence.first + 1, min(last - 2, sentence.first + 22)):
        if doc.words[i] != ":" or (doc.words[i - 1].isdigit() and doc.words[i + 1].isdigit()):
            continue
        if any(f.sentence == n and f.cue < i and f.content_start == i + 1 for f in frames):
            return []
        own = _joined_speaker(doc, marked, sentence.first, i)
        if own is not None:
            return [_said_behind(marked, i, n, sentence.line, [own])]
        start = max([sentence.first, *(k + 1 for k in range(sentence.first, i) if doc.words[k] in ".|/-–—؟!")])
        quoted = marked.quote_at.get(start)
        named = quoted is not None and quoted.closed and quoted.close == i - 1  # "النجار": لن نوقع
        subject = _speaker(doc, marked, start + 1, i - 1) if named else _speaker(doc, marked, start, i)
        if subject is None and (named or not _plain_speaker(doc, marked, start, i)):
            continue
        if subject is not None and all(f.kind == "country" for f in subject) and not _speaks(doc, marked, i + 1, last):
            continue
        frame = _said_behind(marked, i, n, sentence.line, subject or [])
        if subject is None:
            frame.noun_phrase = (start, _before_addressee(doc, start, i))
        return [frame]
    return []


def _joined_speaker(doc: Document, marked: MarkedText, first: int, colon: int) -> Found | None:
    """القمة تنتهي بلا بيان [وكمال العلمي]: لن نوقع: behind a clause of its own, و and who stands right before the colon."""
    own = marked.inside[colon - 1]
    if own is None or own.last != colon or own.kind not in ("person", "country") or own.first < first + 3:
        return None
    before = doc.infos[own.first - 1]
    joined = (own.conj and own.skip) or (before.conj and before.flags & PERSONAL)
    return own if joined and any(doc.infos[k].verbal for k in range(first, own.first)) else None


def _said_behind(marked: MarkedText, colon: int, sentence: int, line: int, subjects: list[Found]) -> Frame:
    """The frame of what stands behind a colon, with who stands before it."""
    frame = Frame(colon, colon + 1, _FORM, COLON, sentence, line)
    frame.subjects, frame.subject_side, frame.content_start = subjects, "before", colon + 1
    frame.quote = marked.quote_at.get(colon + 1)
    frame.opener = "quote" if frame.quote else "colon"
    return frame


def _before_addressee(doc: Document, start: int, colon: int) -> int:
    """شكري [للبرلمان]: …: who speaks, without the one spoken to."""
    told = (k for k in range(start + 1, colon) if doc.infos[k].prep == "ل" or doc.words[k] == "ل")
    return next(told, colon)


def _spoken_headline(doc: Document, marked: MarkedText, frames: Sequence[Frame], n: int) -> list[Frame]:
    """A headline that is all quotation, or that opens with a reporting verb in the first person (نرحب بالهدنة)."""
    sentence = doc.segments.sentences[n]
    if any(f.sentence == n for f in frames):
        return []
    i, last = sentence.first, sentence.last
    quote = marked.quote_at.get(i)
    frame = Frame(i, i + 1, _CONTINUED_FORM, CONTINUED, n, sentence.line)
    frame.content_start = i
    if quote is not None and quote.closed and quote.close >= last - 2 and quote.close - i > 4:
        frame.quote, frame.opener = quote, "quote"
        return [frame]
    word = doc.words[i]
    if word.startswith("ن") and last - i > 3 and not doc.infos[i].flags & (NOUN | PERSONAL):
        if any(c.kind == "v" and c.tense == "pr" for c in doc.lexicon.info("ي" + word[1:]).cues):
            frame.opener = "colon"
            return [frame]
    return []


def _speaks(doc: Document, marked: MarkedText, i: int, last: int) -> bool:
    """Words of a state rather than what happened there (مصر: لن نقبل …, not مصر: ضبط شحنة …): a negation, the first person,
    a quotation that is more than a name (not مصر: وفاة قيادي بـ«الجماعة»)."""
    classes = doc.lexicon.word_classes
    for k in range(i, last):
        word, info = doc.words[k].removeprefix("و"), doc.infos[k]
        if word in classes["negations"] or word in classes["first_person"]:
            return True
        quote = marked.quote_at.get(k)
        if quote is not None and (k == i or quote.close - k > _NAME):
            return True
        if (
            word.endswith("نا")
            and len(word) > 4
            and not info.flags & PERSONAL
            and doc.lexicon.info(word[:-2]).flags & NOUN
        ):
            return True
        verb = word.removeprefix("س")
        if verb.startswith("ن") and len(verb) > 3 and not info.flags & (NOUN | PERSONAL):
            return bool(doc.lexicon.info("ي" + verb[1:]).flags & VERB)
    return False


def _plain_speaker(doc: Document, marked: MarkedText, start: int, colon: int) -> bool:
    """One to four words before the colon that no table names but that can be somebody (أردنيون: …, شكري: …).

    No label of what the headline is about (أزمة الحليب: الوزير يعد بالحل).
    """
    if not 0 < colon - start <= 4 or doc.infos[start].core in doc.lexicon.word_classes["labels"]:
        return False
    infos = doc.infos[start:colon]
    return (
        all(
            x.word[0].isalpha()
            and not x.particle
            and not x.cue_kinds & (AS_VERB | AS_PARTICIPLE)
            and (n or not x.verbal)
            for n, x in enumerate(infos)
        )
        and not infos[0].prep
    )


def _speaker(doc: Document, marked: MarkedText, start: int, colon: int) -> list[Found] | None:
    """Who stands before the colon: one or two mentions, or words that read as a name; no verb among them."""
    i = start
    found = marked.start_of[i]
    if found is None or found.kind == "place" or (found.skip and not found.conj):
        return None
    subjects = [found]
    i = found.last
    while i < colon:
        nxt = marked.start_of[i]
        info = doc.infos[i]
        if nxt is not None and nxt.conj and nxt.skip:
            subjects.append(nxt)
            i = nxt.last
            continue
        if info.verbal or info.cue_kinds & (AS_VERB | AS_PARTICIPLE):
            return None
        if i - found.last > 5:
            return None
        i += 1
    return subjects


def _continued(doc: Document, frames: Sequence[Frame], quotes: Sequence[Quote]) -> list[Frame]:
    """A paragraph, or a sentence in it, that is all quotation and has no cue of its own: the same speaker goes on.

    One that is never closed goes on with one that is not closed either and was said by somebody, as where each paragraph
    of a speech opens with a mark; alone it may be how a page sets its paragraphs.
    """
    out: list[Frame] = []
    if not frames:
        return out
    covered = bytearray(len(doc.words))
    for a, b in (r for f in frames for r in f.content):
        covered[a:b] = b"\1" * (b - a)
    first_cue = min(f.cue for f in frames)
    opened = {f.quote.open for f in frames if f.quote is not None}
    at = {q.open: n for n, q in enumerate(quotes)}
    for n, sentence in enumerate(doc.segments.sentences):
        line = doc.segments.lines[sentence.line]
        if line.kind != "body" or sentence.first < first_cue or doc.words[sentence.first] not in QUOTE_MARKS:
            continue
        place = at.get(sentence.first, -1)
        if place < 0:
            continue
        quote, before = quotes[place], quotes[place - 1] if place else None
        if quote.close - quote.open < 5 or covered[quote.open] or quote.open in opened:
            continue
        if not quote.closed and (before is None or before.closed or before.open not in opened):
            continue
        opened.add(quote.open)
        frame = Frame(sentence.first, sentence.first + 1, _CONTINUED_FORM, CONTINUED, n, sentence.line)
        frame.content_start = sentence.first
        frame.quote = quote
        frame.opener = "quote"
        out.append(frame)
    return out
