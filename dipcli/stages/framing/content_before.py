"""Content that stands before its cue: a quotation, or the clause before كما قال and وفقا لما أعلن."""

from dipcli.rules import particles as P
from dipcli.rules.match import MASDAR, VERB
from dipcli.stages.framing.datelines import past_dateline
from dipcli.stages.framing.formulas import past_formula
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.marked import MarkedText
from dipcli.stages.framing.walk_quotations import SHORT, names_what_is_before
from dipcli.stages.framing.word_kinds import resumes
from dipcli.text.marks import COMMAS
from dipcli.text.quotes import Quote
from dipcli.text.segment import Sentence


def stands_ahead(marked: MarkedText, frame: Frame, sentence: Sentence) -> bool:
    """…، وفق ما أعلنت الوزارة في بيان: nothing behind the cue is its content, unless a clause or a quotation is."""
    at = _according_start(marked, frame, sentence)
    if at is None or marked.infos[at].base == "كما":
        return False
    if frame.opener in ("comp", "quote") and not _of_a_relative(marked, frame):
        return False
    frame.opener, frame.content_start, frame.frame = "none", -1, "clause"
    return True


def _of_a_relative(marked: MarkedText, frame: Frame) -> bool:
    """…، حسب ما أعلنت الشركة التي رأت أن …: the clause is that of the relative behind the subject."""
    end = frame.subject_end()
    return 0 <= end < len(marked.infos) and bool(marked.infos[end].particle & P.relative_pronoun)


def open_before(marked: MarkedText, frame: Frame, sentence: Sentence) -> bool:
    """«…»، قال الوزير: a quotation right before the verb; كما قال, حسبما أفاد: the clause before."""
    if not (frame.rule.clause or frame.rule.quote):
        return False
    i = frame.cue - 1
    while i >= sentence.first and marked.words[i] in COMMAS | {"-", "–"}:
        i -= 1
    quote = marked.closing.get(i)
    named = quote is not None and (
        _is_a_title(marked, quote)
        or (_is_a_name(marked, frame, quote) if i == frame.cue - 1 else _names_a_source(marked, quote, sentence))
    )
    if (
        quote is not None
        and not named
        and quote.close - quote.open > 2
        and frame.rule.quote
        and not frame.form.conjunction
    ):
        frame.quote = quote
        frame.content = [(quote.open + 1, quote.close)]
        frame.content_start, frame.opener = quote.open, "before"
        return True
    stop = _according_start(marked, frame, sentence)
    if stop is not None and stop - sentence.first < 2 and marked.infos[stop].base != "كما":
        return _open_fronted(marked, frame, sentence)
    if stop is not None and marked.infos[stop].base == "كما" and not _said_so(marked, frame, sentence):
        return False
    if stop is not None:
        start = sentence.first
        while stop > start and marked.words[stop - 1] in COMMAS | {"-", "–"}:
            stop -= 1
        told = marked.words[start : start + 2] == ["جاء", "ذلك"]  # the narrator's own words
        if stop - start >= 3 and (frame.subjects or frame.noun_phrase) and not told:
            start = past_formula(marked.doc, past_dateline(marked, start, stop), stop)
            frame.content = [(start, stop)]
            frame.content_start, frame.opener = start, "before"
            return True
    return False


def _is_a_name(marked: MarkedText, frame: Frame, quote: Quote) -> bool:
    """وزير «حزب الوطن» قال, مبادرة «قلوب خضراء» تعتبر …: a short quotation right before the verb is who or what it is of."""
    size = quote.close - quote.open - 1
    return size <= SHORT and (
        frame.subject_side != "after" or (quote.open > 0 and names_what_is_before(marked, quote.open, size))
    )


def _is_a_title(marked: MarkedText, quote: Quote) -> bool:
    """فيلم بعنوان «هذه أرضنا»: a title or a slogan, whatever its length."""
    return quote.open > 0 and marked.words[quote.open - 1] in marked.classes["titled_by"]


def _names_a_source(marked: MarkedText, quote: Quote, sentence: Sentence) -> bool:
    """وبحسب وكالة «الأفق»، قال الوزير إن …: the name of a paper or an agency before the comma, and no words of his."""
    before = quote.open - 1
    head = before >= sentence.first and marked.infos[before].core in marked.classes["media_heads"]
    return head and quote.close - quote.open - 1 <= SHORT


def _said_so(marked: MarkedText, frame: Frame, sentence: Sentence) -> bool:
    """كما قال الوزير closes its clause; كما نقل الوزير تهنئة …, with more behind it, adds another."""
    if frame.rule.source is not None:
        return True
    stop = frame.subject_end()
    if not 0 < stop < sentence.last:
        return True
    after = marked.infos[stop]
    return bool(not after.word[0].isalnum() or after.particle or after.prep)


def _open_fronted(marked: MarkedText, frame: Frame, sentence: Sentence) -> bool:
    """ووفقا لما أعلنته الوزارة، فإن …: the content is the clause that follows the comma."""
    if frame.subjects:
        stop = frame.subjects[-1].last
    elif frame.noun_phrase:
        stop = frame.noun_phrase[1]
    else:
        return False
    k = stop
    while k < sentence.last and marked.words[k] not in COMMAS and not resumes(marked, k) and k - stop < 25:
        k += 1
    while k < sentence.last and (marked.words[k] in COMMAS or marked.words[k] in ("فان", "ان")):
        k += 1
    if sentence.last - k < 3:
        return False
    frame.open(k, "comp", "clause")
    return True


def _according_start(marked: MarkedText, frame: Frame, sentence: Sentence) -> int | None:
    """Where كما, حسبما, وفق ما, وفقا لما stands before the cue, or None."""
    i = frame.cue - 1
    if i < sentence.first:
        return None
    word = marked.infos[i].base
    if word in ("كما", "حسبما", "وفقما"):
        return i
    ahead = marked.words[i - 1] if i > sentence.first else ""
    if word in ("ما", "لما") and not marked.classes["according"].isdisjoint((ahead, ahead[1:])):
        return i - 1
    if word == "ما" and ahead == "علي" and i - 1 > sentence.first:
        if (
            marked.words[i - 2] in COMMAS | {"-", "–"}
            or i - 2 in marked.closing
            or _ends_in_it(marked, frame, sentence)
        ):
            return i - 1  # …، على ما أفاد المسؤول
    return None


def _ends_in_it(marked: MarkedText, frame: Frame, sentence: Sentence) -> bool:
    """… من الحجاج [على ما أعلن مسؤولون]: no comma before it, and nothing behind its subject; not ردا على ما قال الوزير."""
    before = marked.infos[frame.cue - 3]
    if frame.form.clitic or (before.flags & (VERB | MASDAR) and not before.definite):
        return False
    if before.base in marked.classes["accusatives"] or before.base.endswith("ا"):
        return False
    stop = frame.subject_end()
    return stop > 0 and (stop >= sentence.last or not marked.words[stop][0].isalnum())
