"""The walk at a quotation mark: what is said, a bare object, or a name in quotation marks."""

from typing import Final

from dipcli.rules import particles as P
from dipcli.rules.match import COMPLEMENTISER, MASDAR, NOUN, PERSONAL, UNKNOWN, VERB
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.marked import MarkedText
from dipcli.stages.framing.quoted_names import has_gloss
from dipcli.stages.framing.walk_prepositions import hidden_preposition
from dipcli.stages.framing.word_kinds import is_person_noun, is_said_noun
from dipcli.text.marks import COMMAS
from dipcli.text.quotes import Quote

SHORT: Final = 3
"""Words of a quotation that may be a name."""


def pass_quotation(marked: MarkedText, frame: Frame, i: int, needed: bool) -> int:
    """Steps to go on by, past a name in quotation marks, or -1 when the content opens here."""
    quote = marked.quote_at.get(i)
    if quote is None:
        return 1
    size = quote.close - i - 1
    before = marked.infos[i - 1]
    if needed and _governs_within(marked, frame, i + 1):
        frame.open(i, "prep", "np")
        return -1
    governed = before.particle & P.preposition or before.word == "ل"
    if size <= 3 and i > frame.cue_last and governed and before.base not in frame.rule.object:
        return size + 2  # على "فيسبوك", لـ«النهار»
    if frame.form.kind == "p" and "object" in frame.rule.addressee and i == frame.cue_last:
        frame.object_range = (i, quote.close + quote.closed)  # شاكرا «الرفيق»
    if before.base in marked.classes["titled_by"]:
        return size + 2  # في ندوة بعنوان «مستقبل المدن»
    if _is_of_holder(marked, frame, quote) or has_gloss(marked, quote):
        return size + 2
    if needed and _qualifies_object(marked, frame, quote):
        frame.open(i, "object", "np")
        return -1
    whole = size > 1 or frame.form.clitic or (size == 1 and _is_own(marked, quote))
    if not needed or not (frame.rule.quote or frame.rule.clause):
        if needed and whole and _takes_quoted(marked, frame, i):
            frame.open(i, "object", "np")
            return -1
        if needed and _is_named_so(marked, frame, quote):
            frame.noun_phrase, frame.subject_side = (i, quote.close + 1), "after"
        elif needed and size <= 4:
            _is_spoken_to(frame, i, quote)
        return size + 2 if size <= 4 else 1
    words_said = frame.rule.quote and _verb_within(marked, i + 1, quote.close)
    if needed and whole and not words_said and _takes_quoted(marked, frame, i):
        frame.open(i, "object", "np")
        return -1
    so_called = i == frame.cue_last + 2 and marked.words[i - 1] in marked.classes["so_called"]
    nothing_yet = (i == frame.cue_last or so_called) and frame.form.kind == "v" and not frame.subjects
    if nothing_yet and size <= SHORT and frame.noun_phrase is None and _is_told(marked, frame, quote):
        frame.object_range = (i, quote.close + 1)
        return size + 2
    within = marked.start_of[i + 1] if i + 1 < len(marked.words) else None
    if nothing_yet and within is not None and within.last == quote.close and within.kind != "place":
        frame.subjects, frame.subject_side = [within], "after"  # وقال "السعدي" إن …
        return size + 2
    named = (
        size <= SHORT
        and not (size and marked.infos[i + 1].particle & COMPLEMENTISER)
        and (
            names_what_is_before(marked, i, size)
            or (not _verb_within(marked, i + 1, quote.close) and not _quoted_words(marked, frame, quote))
        )
    )
    if not named and nothing_yet and size <= 4 and _goes_on(marked, frame, quote):
        named = not _verb_within(marked, i + 1, quote.close)
    if named:  # a name in guillemets, which may be the subject (وعلمت «الأفق» أن …)
        if nothing_yet and frame.noun_phrase is None and quote.closed:
            frame.noun_phrase, frame.subject_side = (i, quote.close + 1), "after"
        elif needed:
            _is_spoken_to(frame, i, quote)
        return size + 2
    frame.quote = quote
    frame.open(i, "quote", "clause")
    return -1


def _governs_within(marked: MarkedText, frame: Frame, i: int) -> bool:
    """ندد الوزير في خطابه ["بالإكراه"], مشيدة ["بجو الحرية"]: the preposition that the cue governs is the first letter quoted."""
    if i >= len(marked.infos):
        return False
    info, rule = marked.infos[i], frame.rule
    letter = info.prep or (hidden_preposition(marked, info, rule) if info.word[0].isalpha() else "")
    if info.conj or letter not in rule.object or not letter or letter in rule.addressee or rule.needs:
        return False
    if info.particle or info.base in marked.classes["b_adverbs"]:
        return False
    return frame.form.kind == "p" or bool(frame.subjects) or frame.noun_phrase is not None or frame.form.conjunction


def _is_named_so(marked: MarkedText, frame: Frame, quote: Quote) -> bool:
    """وقدم ["البلوي"] تعازي الوزارة …: one word in marks right behind a verb without a subject, and its bare object."""
    first, after = quote.open + 1, quote.close + 1
    if not quote.closed or quote.close - first != 1 or quote.open != frame.cue_last or frame.form.kind != "v":
        return False
    if frame.subjects or frame.noun_phrase is not None or frame.form.clitic or after >= len(marked.words):
        return False
    info, behind = marked.infos[first], marked.infos[after]
    name = info.definite or bool(info.flags & (PERSONAL | UNKNOWN))
    return name and not info.prep and not info.verbal and behind.word[0].isalpha() and not behind.particle


def _is_of_holder(marked: MarkedText, frame: Frame, quote: Quote) -> bool:
    """وذكر الأمين العام «الدكتور سالم العلمي» أن …: the name of whose title stands before it, in quotation marks."""
    holder = marked.start_of[quote.open + 1] if quote.open + 1 < len(marked.words) else None
    if holder is None or holder.last != quote.close or holder.kind != "person" or holder.name is None:
        return False
    title = frame.subjects[0] if len(frame.subjects) == 1 else None
    if title is None or title.last != quote.open or title.name is not None or not title.titles:
        return False
    frame.apposed, frame.subjects = title, [holder]
    return True


def _is_spoken_to(frame: Frame, i: int, quote: Quote) -> None:
    """دعا الوزير [«المؤتمر الوطني»] إلى …: behind the subject of a verb that speaks to its object, the name is that."""
    subject = bool(frame.subjects) or frame.noun_phrase is not None
    if subject and "object" in frame.rule.addressee and frame.object_range is None and quote.closed:
        frame.object_range = (i, quote.close + 1)


def _is_told(marked: MarkedText, frame: Frame, quote: Quote) -> bool:
    """أبلغ «الأفق» مسؤول في الوزارة أن …: a paper that is told, with who tells it right behind."""
    after = quote.close + 1
    if "object" not in frame.rule.addressee or not quote.closed or after >= len(marked.words):
        return False
    info, found, named = marked.infos[after], marked.start_of[after], marked.start_of[quote.open + 1]
    if info.prep or info.conj or (named is not None and named.kind == "person"):
        return False
    return is_person_noun(marked, after) or (found is not None and found.kind in ("person", "unnamed"))


def names_what_is_before(marked: MarkedText, i: int, size: int) -> bool:
    """مبادرة «قلوب», وكالة الأنباء «سونا», مثل «واحة» و«نبع»: the quotation at ``i`` is the name of what is before it."""
    before, inside = marked.infos[i - 1], marked.inside[i - 1]
    if before.word in ("و", "او"):
        return i > 1 and i - 2 in marked.closing  # after another name in marks
    if inside is not None and inside.kind != "unnamed":
        return inside.last > i or (size == 1 and inside.kind == "organisation")
    noun = before.flags & NOUN and not before.flags & VERB and not before.cues and not before.particle
    return bool(noun) and not before.definite and not before.prep and not before.word.endswith(_OWNED)


_OWNED: Final = ("ها", "هم", "هما", "نا")  # a noun with a pronoun has all that it governs


def _takes_quoted(marked: MarkedText, frame: Frame, i: int) -> bool:
    """A bare object in quotation marks: تنفي «وساطة», معلنة «تشكيل لجنة»."""
    if "" not in frame.rule.object and not frame.rule.target:
        return False
    if frame.form.clitic and frame.subjects and frame.rule.target:
        return frame.subjects[-1].last == i  # في خطوة عدها الوزير «خطيرة»
    if frame.form.kind == "p" or frame.subject_side == "before" or frame.form.clitic:
        return i == frame.cue_last
    if _quotes_noun_phrase(marked, frame, i):
        return True
    spoken, after = marked.inside[i - 1], marked.quote_at[i].close + 1
    if after < len(marked.words) and marked.words[after][0].isalnum():
        info = marked.infos[after]
        if not (info.particle or info.prep or info.conj):
            return False  # محمود عباس «أبو مازن» الحكومة …: a nickname
    return spoken is not None and spoken in frame.subjects and spoken.kind == "person"


def _quotes_noun_phrase(marked: MarkedText, frame: Frame, i: int) -> bool:
    """أعلنت الحكومة أمس «رفضها التام»: a verbal noun with its pronoun or genitive, no verb within, behind who speaks."""
    quote, noun = marked.quote_at[i], marked.infos[i + 1]
    if not quote.closed or not (frame.subjects or frame.noun_phrase) or names_what_is_before(marked, i, 2):
        return False
    verbal = is_said_noun(marked, noun) or noun.flags & MASDAR
    if noun.definite or noun.prep or noun.particle or not verbal or marked.start_of[i + 1] is not None:
        return False
    return not _verb_within(marked, i + 1, quote.close)


def _is_own(marked: MarkedText, quote: Quote) -> bool:
    """أعلن الوزير «رفضه» للقرار: what is expressed in one word, with the speaker's pronoun and a preposition behind the mark."""
    after = quote.close + 1
    if (
        not quote.closed
        or after >= len(marked.infos)
        or not marked.infos[quote.close - 1].word.endswith(("ه", "ها", "هم"))
    ):
        return False
    return bool(marked.infos[after].prep or marked.infos[after].particle & P.preposition)


def _qualifies_object(marked: MarkedText, frame: Frame, quote: Quote) -> bool:
    """أدان الوزير «جريمة» قتل …: one indefinite noun in marks, and its genitive."""
    if not quote.closed or quote.close - quote.open != 2 or not (frame.subjects or frame.noun_phrase):
        return False
    if ("" not in frame.rule.object and not frame.rule.target) or names_what_is_before(marked, quote.open, 1):
        return False
    noun, after = marked.infos[quote.open + 1], quote.close + 1
    if after >= len(marked.infos) or noun.definite or not noun.flags & NOUN:
        return False
    info = marked.infos[after]
    return (
        info.word[0].isalpha() and bool(info.flags & (NOUN | MASDAR)) and not (info.particle or info.conj or info.prep)
    )


def _quoted_words(marked: MarkedText, frame: Frame, quote: Quote) -> bool:
    """A short quotation is what is said only when it ends its sentence and is no name after صحيفة, حركة …"""
    if not frame.subjects and frame.noun_phrase is None and frame.form.kind == "v":
        return False
    before = marked.infos[quote.open - 1]
    if (marked.inside[quote.open - 1] is None and before.flags & NOUN) or before.prep:
        return False
    after = quote.close + 1
    return after >= len(marked.words) or marked.words[after] in ".!؟؛…"


def _goes_on(marked: MarkedText, frame: Frame, quote: Quote) -> bool:
    """The sentence goes on after the closing mark with more than punctuation."""
    after = quote.close + 1
    if after < len(marked.words) and marked.words[after] in COMMAS and not frame.rule.quote:
        # وشددت «الشركة»، بعد ساعات …، على …
        return any(w in frame.rule.object for w in marked.words[after : after + 20] if w)
    return after < len(marked.words) and marked.words[after][0].isalnum()


def _verb_within(marked: MarkedText, i: int, j: int) -> bool:
    return any(marked.infos[k].flags & VERB and not marked.infos[k].flags & NOUN for k in range(i, j))
