"""Where a content ends: at its quotation's end, at the next report, at the sentence's end (ARABIC.md: 49 % end with
the paragraph, 25 % at the next cue, 20 % at a sentence end inside a paragraph)."""

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from dipcli.rules import particles as P
from dipcli.rules.match import AS_PARTICIPLE, AS_PREPOSITION, AS_VERB, COMPLEMENTISER, MASDAR, NOUN, PERSONAL, VERB
from dipcli.stages.document import Document
from dipcli.stages.found import Found
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.marked import MarkedText
from dipcli.stages.framing.phrases import opens_clause
from dipcli.stages.framing.signs import WHO_IS
from dipcli.stages.narration import goes_against, is_aside, is_finite, narrated_from
from dipcli.stages.trimming import trimmed, without_narration
from dipcli.text.marks import COMMAS

_COMES: Final = frozenset({"ياتي", "تاتي", "جاء", "جاءت"})
_POINTING: Final = frozenset({"هذا", "هذه", "تلك", "هولاء"})
_SHORT: Final = 5
_OPENS: Final = 2  # tokens from a sentence's first to a verbal noun in the phrase that opens it
_OWN: Final = 8  # tokens of what stands before the verb of a sentence and is its own
# tokens from a verb with و, and from a participle of saying, to its بالقول
_NEAR: Final = 5
_BY_SAYING: Final = 12
_WAS: Final = frozenset({"كان", "كانت", "كانوا"})
_RESUMED: Final = frozenset({"أضاف", "تابع", "أردف", "استطرد", "واصل"})
_OF_FACTS: Final = frozenset({"condemn", "criticise", "accuse", "announce", "express", "threaten", "reject", "condole"})
_GOES_ON: Final = {
    "الذي": "ي",
    "التي": "ت",
    "اللذين": "ي",
    "اللذان": "ي",
    "الذين": "ي",
}  # relative, letter of its imperfect


def with_extents(doc: Document, marked: MarkedText, frames: Sequence[Frame]) -> list[Frame]:
    """Frames with ``content`` filled (token ranges, one a line), without those behind whose cue nothing stands."""
    _set_extents(doc, marked, frames)
    for n, frame in enumerate(frames):
        _leave_last_clause(doc, marked, frames, n, frame)
    for frame in frames:
        frame.content = [(a, b) for a, b in frame.content if any(w[0].isalnum() for w in doc.words[a:b])]
    return [f for f in frames if f.content]


def _set_extents(doc: Document, marked: MarkedText, frames: Sequence[Frame]) -> None:
    for n, frame in enumerate(frames):
        if frame.content:
            if len(frame.content) > 1:
                frame.content[-1] = (frame.content[-1][0], _resumed_end(doc, frames, n))
            frame.content = [trimmed(doc, *r) for r in frame.content]
            continue
        start = frame.content_start
        if frame.quote is not None and frame.opener == "quote":
            frame.content = _quotation(doc, marked, frames, n)
        elif frame.opener == "colon":
            end = _colon_end(doc, frame)
            end = _next_cut(doc, marked, frames, n, end)
            frame.content = [trimmed(doc, start, without_narration(doc, start, end, marked))]
        else:
            sentence = doc.segments.sentences[frame.sentence]
            end = _sentence_end(doc, marked, frame, sentence.last)
            end = _next_cut(doc, marked, frames, n, end)
            end = without_narration(doc, start, end, marked)
            end = narrated_from(doc, marked, frame, start, end)
            if frame.frame == "np":
                if start - 1 >= frame.cue_last and doc.infos[start - 1].word in _POINTING:
                    start -= 1  # أدان هذا الحادث
                end = _next_clause(doc, marked, frame, start, end)
                end = _quoted_phrase(doc, marked, frames, n, end)
                if frame.form.kind == "m":
                    end = _clause_after(doc, marked, start, end)
            frame.content = [trimmed(doc, start, end)]


def _leave_last_clause(doc: Document, marked: MarkedText, frames: Sequence[Frame], n: int, frame: Frame) -> None:
    """قال الوزير إن الجسر آمن، وقد وصل الوفد أمس، وفق ما ذكره السفير: behind another's report a source has the last clause alone."""
    if frame.opener != "before" or len(frame.content) != 1 or frame.content[0][1] > frame.cue:
        return
    start, end = frame.content[0]
    earlier = takewhile(lambda f: start <= f.cue, (frames[m] for m in range(n - 1, -1, -1)))
    before = next((f for f in earlier if f.cue < end and f.form.kind in "vp"), None)
    if any(f.rule in ("table_m", "unnamed_document") for f in frame.subjects):
        return  # a paper has told all of it
    if before is None or not before.content or before.content[-1][1] != end or before.frame != "clause":
        return
    for i in range(end - 2, before.content_start + 2, -1):
        linked = doc.words[i - 1] in COMMAS and (doc.words[i] == "وقد" or doc.infos[i].base == "لكن")
        if linked and not marked.quoted[i]:
            frame.content = [trimmed(doc, i, end)]
            before.content[-1] = trimmed(doc, before.content[-1][0], i)
            return


def _later(frames: Sequence[Frame], n: int) -> Iterator[Frame]:
    """The frames behind the ``n``-th in text order, without a copy: a long article has thousands."""
    for m in range(n + 1, len(frames)):
        yield frames[m]


def _resumed_end(doc: Document, frames: Sequence[Frame], n: int) -> int:
    """End of what goes on behind a parenthesis: the next report, or the sentence's end."""
    start, end = frames[n].content[-1]
    for other in _later(frames, n):
        if other.cue >= end:
            break
        if start < other.cue and (cut := _cut_at(doc, frames[n], other)) is not None and cut > start:
            return cut
    return end


def _colon_end(doc: Document, frame: Frame) -> int:
    """End of what stands after a colon without marks: the line, or the sentence before one that tells of the words
    (وتأتي هذه التصريحات …). Without a colon: the sentence."""
    start, last = frame.content_start, doc.segments.lines[frame.line].last
    if doc.words[start - 1] != ":":
        return doc.segments.sentences[frame.sentence].last  # وقال الوزير [لن نقبل …]: no colon, the sentence alone
    if doc.words[start] == "(":
        close = next((k for k in range(start + 5, last) if doc.words[k] == ")"), None)
        if close is not None and "(" not in doc.words[start + 1 : close]:
            return close  # (…) in the place of quotation marks
    for sentence in doc.segments.sentences[frame.sentence + 1 :]:
        if sentence.line != frame.line:
            break
        opens = doc.infos[sentence.first]
        second = doc.infos[sentence.first + 1] if sentence.first + 1 < len(doc.infos) else opens
        if opens.conj and (opens.base in _COMES or (opens.base in _WAS and second.definite)):
            return sentence.first
        if f"{opens.base} {second.word}" in doc.lexicon.word_classes["new_matter"]:
            return sentence.first  # من جهة أخرى، أعلن …
    return doc.segments.lines[frame.line].last


def _next_clause(doc: Document, marked: MarkedText, frame: Frame, start: int, end: int) -> int:
    """هنأه بالعيد[، وتبادل معه الرأي]: a noun phrase that is said ends where the narrator goes on with a clause."""
    classes = doc.lexicon.word_classes
    for i in range(start + 1, end):
        found = marked.start_of[i]
        if marked.quoted[i]:
            continue
        if found is not None and opens_clause(marked, found) and _is_known(doc, found):
            return i
        if marked.inside[i] is not None:
            continue
        if doc.words[i].removeprefix("و") in classes["links_with_pronoun"] or _has_happened(doc, i):
            return i
        if _turns_out(doc, frame, i, end) or _was_meanwhile(doc, frame, i, end):
            return i
        info = doc.infos[i]
        if info.conj and info.base.endswith("وا") and _they_did(doc, start, i):
            return i
        if doc.words[i - 1] not in COMMAS:
            continue
        aside = frame.form.kind == "p" or (frame.cue > 0 and doc.infos[frame.cue - 1].particle & P.relative_pronoun)
        if aside and info.particle & COMPLEMENTISER and not info.conj and info.word[0] == "ا":
            return i  # يعتبر النائب، مذكرا بعدم الثقة[، أن …]: another verb's clause
        if doc.words[i] in WHO_IS or goes_against(doc, i) or _adds_a_deed(doc, i):
            return i
        if info.reports and not info.conj and _has_subject(doc, marked, i, end):
            return i  # وبعدما أعرب عن شكره للبلاد، أكد الوزير …
        if info.base in classes["where_he"] and i + 1 < end and doc.infos[i + 1].reports:
            return i  # نفي الوزير للتقارير، [إذ] وصفها ب…
        if info.base in ("فيما", "بينما", "لكن") or (info.base == "في" and doc.words[i + 1 : i + 2] == ["حين"]):
            return i
        if not info.conj:
            continue
        base = doc.lexicon.info(info.base)
        verb = base.flags & VERB and not base.flags & (NOUN | MASDAR | PERSONAL) and not _has_article(doc, info.base)
        if info.base in classes["agentless"] and i + 1 < end and doc.infos[i + 1].flags & MASDAR:
            return i  # نقل الوزير تحيات الرئيس، [وجرى] بحث …
        if info.base[0] == "ل" and info.base[1:2] in ("ي", "ت") and verb:
            continue  # لتخدم السكان، ولتقدم …: a purpose
        if (verb or any(kind == "v" for kind, _, _ in info.contacts)) and not info.particle:
            if not _in_relative_with(doc, start, i) and not _judges_on(doc, frame, i):
                return i
    return end


def _they_did(doc: Document, start: int, i: int) -> bool:
    """أشار النواب إلى ضرورة التفاوض [وقرروا] …: a verb of the past in the plural, with no relative clause open for it."""
    if doc.infos[i].base[0] in "يتن" or not is_finite(doc, i):
        return False
    opens = P.relative_pronoun | P.relative | COMPLEMENTISER | P.subordinator
    return not any(doc.infos[k].particle & opens or is_finite(doc, k) for k in range(start, i))


def _turns_out(doc: Document, frame: Frame, i: int, end: int) -> bool:
    """أدان القصف، مما أثار غضبا, … وهو ما قد يؤدي إلى …, … لكن لم يتم …: the narrator tells what came of it."""
    if i + 1 >= end:
        return False
    word, after = doc.words[i], doc.infos[i + 1]
    if word in ("مما", "ما"):
        led = doc.words[i - 1] in COMMAS and after.flags & VERB and after.word[0] not in "يتن"
        return bool(led) and frame.rule.speech_act in _OF_FACTS and not any(c.clitic for c in after.cues)
    if word in WHO_IS:
        return after.word == "ما"
    if word == "لكن":
        return bool(after.particle & (P.negation | P.negation_past)) or is_finite(doc, i + 1)
    return word == "ثم" and doc.words[i - 1] in COMMAS and is_finite(doc, i + 1) and after.word[0] not in "يت"


def _was_meanwhile(doc: Document, frame: Frame, i: int, end: int) -> bool:
    """أدان الانتهاكات [في الوقت الذي] يعمل فيه …, اتهم الوزير بالكذب [بعدما] ألقى خطابا: when the narrator says it was."""
    if frame.rule.speech_act == "describe":
        return False  # ووصف القرار في الوقت الذي … بأنه …: what it is called comes yet
    if doc.infos[i].base == "بعدما":
        return i + 2 < end and is_finite(doc, i + 1) and doc.infos[i + 1].word[0] not in "يتن"
    return doc.words[i : i + 3] == ["في", "الوقت", "الذي"]


def _has_article(doc: Document, word: str) -> bool:
    """والتوقي من الخطر: a verbal noun with its article, unlike والتحق, وألقي."""
    return word.startswith("ال") and len(word) > _SHORT and doc.lexicon.info(word[2:]).frequency > 0


def _has_subject(doc: Document, marked: MarkedText, i: int, end: int) -> bool:
    """A verb and who does it right behind it, unlike the clause of an indefinite noun (أرضا، تبلغ مساحتها …)."""
    if not is_finite(doc, i) or i + 1 >= end or doc.infos[i].future:
        return False
    return marked.start_of[i + 1] is not None or doc.infos[i + 1].definite


def _is_known(doc: Document, found: Found) -> bool:
    """… ونيروبي تريد; not تحركات واتفاقيات تحتاج إلى …, an indefinite noun with its own clause."""
    return found.rule != "unnamed_document" or doc.infos[found.first].definite


def _judges_on(doc: Document, frame: Frame, i: int) -> bool:
    """واعتبرت الوزارة كلامه تعديا، [وتمثل] خرقا …: what is said of a thing goes on with a verb."""
    if (
        frame.rule.speech_act not in ("describe", "opine")
        or doc.infos[i].base[0] not in "يت"
        or i + 1 >= len(doc.infos)
    ):
        return False
    after = doc.infos[i + 1]
    return not after.definite and not after.particle and not after.prep


def _in_relative_with(doc: Document, start: int, i: int) -> bool:
    """التصريحات التي تعمق الخلاف، [وتخلق] الفتن: an imperfect that goes on a relative clause."""
    if i + 1 < len(doc.infos) and doc.infos[i + 1].particle & P.demonstrative:
        return False  # ويمثل هذا المشروع …
    for k in range(i - 2, start, -1):
        pronoun = doc.words[k].removeprefix("و")
        if doc.infos[k].particle & P.relative_pronoun and pronoun in _GOES_ON:
            verb = doc.words[k + 1]
            return verb[0] == doc.infos[i].base[0] == _GOES_ON[pronoun] and bool(doc.infos[k + 1].flags & VERB)
    return False


def _quoted_phrase(doc: Document, marked: MarkedText, frames: Sequence[Frame], n: int, end: int) -> int:
    """حذر من "دوامة عنف" [بعد محاولة …]: quotation marks around the whole noun phrase tell where it ends."""
    start = frames[n].content_start
    quote = marked.quote_at.get(start) or (marked.quote_at.get(start + 1) if doc.words[start] in "بل" else None)
    if quote is None or not quote.closed or quote.close + 1 >= end:
        return end
    after = quote.close + 1
    comma = doc.words[after] in COMMAS
    info = doc.infos[min(after + 1, end - 1) if comma else after]
    when = info.particle & (P.time | P.subordinator) or info.base in ("بعد", "قبل", "خلال", "عقب", "منذ")
    if not info.conj and (comma or when):
        return after
    return end


def _clause_after(doc: Document, marked: MarkedText, start: int, end: int) -> int:
    """بعد وعود واشنطن بدعم الأمن[، قدمت …]: what a verbal noun reports ends where the main clause begins."""
    for i in range(start + 2, end - 1):
        info = doc.infos[i + 1]
        if doc.words[i] in COMMAS and not marked.quoted[i] and not info.conj and info.flags & VERB:
            if not info.flags & (NOUN | MASDAR) and marked.inside[i + 1] is None:
                return i
    return end


def _adds_a_deed(doc: Document, i: int) -> bool:
    """كما زار الميناء: the narrator tells another deed."""
    after = doc.infos[i + 1] if i + 1 < len(doc.infos) else None
    return (
        doc.infos[i].base == "كما"
        and after is not None
        and not is_aside(doc, i, len(doc.words))
        and (
            bool(after.flags & VERB and not after.flags & (NOUN | MASDAR))
            or any(kind == "v" for kind, _, _ in after.contacts)
        )
    )


def _has_happened(doc: Document, i: int) -> bool:
    """وقد + perfect tells on; وقد + imperfect ("may") still belongs to what is said."""
    after = doc.words[i + 1 : i + 2]
    return doc.words[i] == "وقد" and bool(after) and after[0][0] not in "يتن"


def _sentence_end(doc: Document, marked: MarkedText, frame: Frame, end: int) -> int:
    """The sentence's end, moved to the end of a quotation that is open there, or past a semicolon that goes on."""
    end = _past_semicolons(doc, frame, end)
    for i in range(frame.content_start, end if marked.quote_at else frame.content_start):
        quote = marked.quote_at.get(i)  # by position: the content is short, the article's quotations may be many
        if quote is not None and end <= quote.close and quote.closed:
            return quote.close + 1
    return end


def _past_semicolons(doc: Document, frame: Frame, end: int) -> int:
    sentences = doc.segments.sentences
    for n in range(frame.sentence, len(sentences) - 1):
        after = sentences[n + 1]
        if after.line != frame.line or end >= len(doc.words) or doc.words[end] != "؛":
            break
        if doc.infos[after.first].cue_kinds & (AS_VERB | AS_PARTICIPLE | AS_PREPOSITION):
            break
        end = after.last
    return end


def _quotation(doc: Document, marked: MarkedText, frames: Sequence[Frame], n: int) -> list[tuple[int, int]]:
    frame = frames[n]
    quote = frame.quote
    assert quote is not None
    start, end = quote.open + 1, quote.close
    after = end + 1
    line = doc.segments.lines[frame.line]
    if not quote.closed:
        return [trimmed(doc, start, _next_cut(doc, marked, frames, n, end))]
    if after < line.last and _continues(doc, frames, n, after):
        sentences = doc.segments.sentences
        own = (sentences[k] for k in range(frame.sentence, len(sentences)))
        sentence_end = next((s.last for s in own if s.first <= after < s.last), line.last)
        stop = _next_cut(doc, marked, frames, n, sentence_end)
        stop = without_narration(doc, after, stop, marked)
        if stop > after:
            return [trimmed(doc, quote.open, stop)]
    return [trimmed(doc, start, _joined_quotations(marked, quote.open, end, line.last))]


def _joined_quotations(marked: MarkedText, opened: int, close: int, last: int) -> int:
    """«هل يكفي ذلك لأهلها؟»، و«متى نصل إلى حل لها؟»: the end of the last quotation that و joins to the one that ends at ``close``."""
    while close + 3 < last and close - opened > _SHORT:
        at = close + 1 + (marked.words[close + 1] in COMMAS)
        quote = marked.quote_at.get(at + 1) if marked.words[at] == "و" else None
        if quote is None or not quote.closed or quote.close - quote.open <= _SHORT or quote.close >= last:
            break
        opened, close = quote.open, quote.close
    return close


def _continues(doc: Document, frames: Sequence[Frame], n: int, after: int) -> bool:
    """What follows the closing mark still belongs to what is said."""
    word, info = doc.words[after], doc.infos[after]
    if not word[0].isalpha():
        return False
    if any(f.cue in (after, after + 1) for f in frames[n + 1 : n + 3]):
        return False
    if info.conj or info.particle & (P.time | P.subordinator | P.conjunction | P.adverb):
        return False
    if (
        word == "في"
        and after + 1 < len(doc.words)
        and doc.words[after + 1] in ("اشاره", "تصريح", "تصريحات", "مقابله", "بيان", "حين", "وقت")
    ):
        return False
    return not info.cue_kinds & (AS_PREPOSITION | AS_PARTICIPLE)


def _next_cut(doc: Document, marked: MarkedText, frames: Sequence[Frame], n: int, end: int) -> int:
    """Start of the next report that ends this content, or ``end``."""
    frame = frames[n]
    for other in _later(frames, n):
        if other.cue >= end:
            break
        if other.cue <= frame.content_start:
            continue
        if marked.quoted[other.cue] and frame.opener != "colon":
            continue
        cut = _cut_at(doc, frame, other)
        if other.form.kind == "p" and _principal_goes_on(doc, marked, frames, n, other):
            continue
        if cut is not None and cut > frame.content_start:
            return cut
    return end


def _principal_goes_on(doc: Document, marked: MarkedText, frames: Sequence[Frame], n: int, other: Frame) -> bool:
    """قال المتحدث إن الرئيس أكد …، مشددا على …: the participle is his whose words the spokesman reports, and so are
    they; مضيفا takes the report itself up again."""
    frame = frames[n]
    principal = marked.start_of[frame.content_start]
    if frame.opener != "comp" or frame.form.kind != "v" or principal is None or principal.kind != "person":
        return False
    if other.sentence != frame.sentence or doc.infos[other.cue].base in doc.lexicon.word_classes["resuming"]:
        return False
    inner = next((f for f in _later(frames, n) if f.cue >= principal.last), None)
    return inner is not None and inner.form.kind == "v" and inner.cue - principal.last < 2 and inner.cue < other.cue


def _cut_at(doc: Document, frame: Frame, other: Frame) -> int | None:
    kind = other.form.kind
    i = other.cue
    before = doc.words[i - 1]
    if kind == "p":
        closes = doc.infos[i - 1].conj and before[1:] in doc.lexicon.word_classes["ends_with"]
        return i - 1 if closes else i  # … ، [وختم] مشيرا إلى أن …
    if kind == "s":
        if other.opener == "before":
            return i
        return i if before in COMMAS or doc.infos[i].conj else None
    if kind == "v":
        if frame.form.kind == "m" and other.sentence == frame.sentence:
            if before in COMMAS or _in_opening_phrase(doc, frame, other):
                return i
        if other.sentence != frame.sentence:
            return _own_opening(doc, frame, other)
        if other.form.preposition:
            return i  # …، ليضيف أن …
        if _goes_on_with(doc, frame, other):
            return None
        if other.form.conjunction:
            return _topic_before(doc, frame, i) if doc.words[i].startswith("ف") else i
        link = _link_before(doc, i)
        if link is None:
            link = _turn_before(doc, i)
        if link is None:
            link = _matter_before(doc, frame, i)
        if link is not None:
            return link
        told = other.subject_side == "after" and other.opener == "comp"
        if told and before == "وقد" and doc.words[i - 2] in COMMAS:
            return i - 1  # …، وقد أكد الجانبان أن …
        if other.opener == "before":
            return _according(doc, i)
        first = other.subjects[0] if other.subjects and other.subject_side == "before" else None
        if (
            first is not None
            and (link := _link_before(doc, first.first)) is not None
            and link > frame.content_start + 1
        ):
            return link  # … لكن الوزير أكد, إلا أن الوزير أكد
        if (
            before == "ان"
            and doc.words[i - 2] == "قبل"
            and doc.words[i - 3] in COMMAS
            and other.opener in ("comp", "quote")
        ):
            return i - 2  # …، قبل أن يهاجم النقابة بالقول إن …
        if first is not None and first.conj and first.first > frame.content_start + 1:
            return first.first  # … والناطق يرفض التعليق
        return None
    if kind == "m" and doc.words[i] in ("بالقول", "بقوله", "بقولها"):
        for k in range(i - 1, max(i - _BY_SAYING, frame.content_start), -1):
            if i - k < _NEAR and doc.infos[k].conj and not doc.infos[k].particle:
                return k
            if doc.words[k] in doc.lexicon.word_classes["by_saying"] or doc.words[k : k + 2] == ["قبل", "ان"]:
                return k
        if other.opener in ("quote", "colon") and frame.form.kind == "v":
            return i
    if kind == "m" and other.form.conjunction and frame.form.kind == "m":
        return i
    if kind == "m" and i - 1 > frame.content_start and doc.infos[i - 1].particle & P.preposition:
        return i - 1 if doc.words[i - 2] in COMMAS else None
    return None


def _own_opening(doc: Document, frame: Frame, other: Frame) -> int:
    """… هناك. [وعن الذكريات] قال: what stands before the verb of a later sentence is its own, where no mark or verb parts it."""
    first = doc.segments.sentences[other.sentence].first
    elatives = doc.lexicon.word_classes["elatives"]  # أبرز
    verbs = any(doc.infos[k].verbal and doc.words[k] not in elatives for k in range(first, other.cue))
    apart = verbs or not all(doc.words[k][0].isalnum() for k in range(first, other.cue))
    return other.cue if apart or not frame.content_start < first or other.cue - first > _OWN else first


def _in_opening_phrase(doc: Document, frame: Frame, other: Frame) -> bool:
    """ومع وعود البلاد بالتحقيق … أفاد المركز بأن …: the verbal noun stands in the phrase before the sentence's verb."""
    first = doc.segments.sentences[frame.sentence].first
    opener = doc.infos[first]
    governed = opener.particle & P.preposition or opener.base in doc.lexicon.word_classes["settings"]
    plain = not other.form.conjunction and other.form.tense == "pa" and other.subject_side == "after"
    return bool(governed) and frame.cue - first <= _OPENS and plain and doc.infos[other.cue - 1].particle == 0


def _goes_on_with(doc: Document, frame: Frame, other: Frame) -> bool:
    """أشار إلى أن مشاركة الوفد تدعم القطاع [وتؤكد] أهمية …: what is said goes on with a second verb of its own.

    It is one in the imperfect without a subject behind it, and in another gender than who speaks, or behind أن and an
    imperfect (توقع أن تقدر النخب الموقف وتثمن …).
    """
    form = other.form
    if not form.conjunction or form.tense != "pr" or form.future or doc.words[other.cue][0] != "و":
        return False
    if other.subject_side == "after" or other.sentence != frame.sentence or other.rule.lemma in _RESUMED:
        return False
    if frame.opener == "comp" and doc.words[frame.content_start - 1] in ("ان", "بان"):
        first = doc.words[frame.content_start]
        if first[0] == form_letter(form.agreement) and is_finite(doc, frame.content_start):
            return True
    said = frame.form.agreement[:1]
    return bool(said) and frame.opener == "comp" and form.agreement[:1] not in ("", said) and form.agreement[1:] == "s"


def form_letter(agreement: str) -> str:
    """The letter that an imperfect of the third person begins with."""
    return "ت" if agreement == "fs" else "ي"


def _topic_before(doc: Document, frame: Frame, i: int) -> int:
    """… أما الوزير فقال: the clause begins with its topic."""
    for k in range(i - 1, max(i - 25, frame.content_start), -1):
        if doc.infos[k].base == "اما":
            return k
    return i


def _link_before(doc: Document, i: int) -> int | None:
    """The word that links the verb at ``i`` to what stands before it (فيما, لكنه, ثم, في حين), or None."""
    j = i - 1
    while j > 0 and doc.infos[j].particle & (P.negation | P.qad):
        j -= 1
    base = doc.infos[j].base
    if base == "حين" and doc.words[j - 1] == "في":
        return j - 1
    if base == "ثم" and doc.infos[j - 1].base == "من":
        return None  # ومن ثم: "hence", inside what is said
    if doc.words[j].removeprefix("و") in doc.lexicon.word_classes["links"]:
        return j
    return j - 1 if j and goes_against(doc, j - 1) else None


def _turn_before(doc: Document, i: int) -> int | None:
    """…[، ومن جانبها] أعربت الصين, …[، في المقابل] قال الوزير: the comma before the words that turn to another speaker."""
    if doc.infos[i - 1].base not in doc.lexicon.word_classes["turns"]:
        return None
    return next((k + 1 for k in range(i - 2, max(i - 5, 0), -1) if doc.words[k] in COMMAS), None)


def _matter_before(doc: Document, frame: Frame, i: int) -> int | None:
    """… في العام الحالي[، وبشأن التضخم] لفت التقرير إلى …: the phrase that names the matter of the next report, with و."""
    for k in range(i - 2, max(i - _MATTER, frame.content_start + 1), -1):
        info = doc.infos[k]
        if info.conj and info.base in doc.lexicon.word_classes["on_the_matter"]:
            return k
        if info.verbal or not info.word[0].isalnum() or info.particle & COMPLEMENTISER:
            return None
    return None


_MATTER: Final = 9  # tokens from the word that names a matter to the verb of saying


def _according(doc: Document, i: int) -> int | None:
    """…، وفق ما أفاد مسؤول: the content before it ends at the preposition."""
    if doc.words[i - 1] != "ما":
        return None
    for j in range(i - 2, max(i - 4, 0), -1):
        if doc.infos[j].base in ("وفق", "وفقا", "حسب", "بحسب"):
            return j
    return None
