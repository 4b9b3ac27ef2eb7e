"""Fills the frame of a preposition that names a source (بحسب, وفقا ل, نقلا عن)."""

from typing import Final

from dipcli.rules import particles as P
from dipcli.rules.match import COMPLEMENTISER, PERSONAL, VERB
from dipcli.stages.found import Found
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.marked import MarkedText
from dipcli.stages.framing.parentheses import open_both_sides
from dipcli.stages.framing.phrases import noun_phrase_end
from dipcli.stages.framing.signs import DASHES, SAME, TAKEN_UP
from dipcli.stages.framing.word_kinds import is_only_verb, is_person_noun, resumes
from dipcli.stages.genitives import adjectives_end, genitive_end, own_name_end
from dipcli.text.marks import COMMAS, QUOTE_MARKS
from dipcli.text.segment import Sentence

_ADJECTIVES: Final = 3  # words of a document within which whose it is stands
_ASIDE: Final = 20  # tokens of an aside between dashes
_CLAUSE: Final = 3
_GOES_ON: Final = frozenset("؛;…")  # what ends a sentence and leaves the thought open


def fill_source(marked: MarkedText, frame: Frame, sentence: Sentence) -> bool:
    """بحسب خبراء، …: source after the preposition, content the rest; at the end: content is what stands before."""
    i = frame.cue_last
    if frame.rule.id in marked.classes["by_pronoun"]:  # برأيه، …
        return frame.cue == sentence.first and _opens(marked, i, sentence) and _open_around(marked, frame, sentence, i)
    while i + 1 < sentence.last and (marked.words[i].isdigit() or marked.words[i] in SAME):
        i += 1  # بحسب 3 مصادر, وفقا لذات المصدر
    if (
        i >= sentence.last
        or marked.infos[i].base.removeprefix("ال") in frame.rule.not_before
        or (_noun(marked, i) in marked.classes["agreed_on"] and not _names_a_body(marked, i))
        or marked.infos[i].word == "ما"
    ):
        return False
    quote = marked.quote_at.get(i + 1 if marked.words[i] in ("ل", "عن") else i)
    if quote is not None and quote.closed and quote.close - quote.open <= 3:
        # بحسب "الأفق": a paper by its name in marks, which may be a mention of its own
        frame.noun_phrase, stop = (quote.open, quote.close + 1), quote.close + 1
        named = marked.start_of[quote.open + 1]
        if named is not None and named.kind != "place" and named.last <= quote.close:
            frame.subjects, frame.noun_phrase = [named], None
        frame.subject_side = "after"
        return _open_around(marked, frame, sentence, stop)
    while i + 1 < sentence.last and marked.infos[i].particle & P.quantifier and not marked.infos[i + 1].prep:
        i += 1  # وفقا لعدة مصادر, بحسب بعض النواب
    fronted = _begins_clause(marked, frame, sentence)
    if fronted and marked.infos[i].base[len(marked.infos[i].prep) :] in marked.classes["newest"]:
        i = min(i + 1, sentence.last - 1)  # ووفقا لآخر تعداد
    first = i = _past_words_told(marked, i, sentence.last)
    while i + 1 < sentence.last and i > frame.cue_last and _counts(marked, i, first):
        i += 1  # وحسب تقدير [عدد من] الخبراء
    found = marked.start_of[i]
    if found is not None and found.kind != "place":
        frame.subjects = marked.joined(found, sentence.last)
        stop = frame.subjects[-1].last
        issuer = (
            marked.start_of[stop] if stop < sentence.last and found.rule == "unnamed_document" and fronted else None
        )
        if issuer is not None and issuer.kind in ("organisation", "person") and marked.infos[stop].prep == "ل":
            stop = issuer.last  # وبحسب تقرير [للمفوضية] وصل …
    else:
        surname = marked.words[i] in marked.surnames and marked.words[i] != "الله"
        body = _body_by_its_name(marked, i, sentence.last)
        stop = i + 1 if surname else max(body, noun_phrase_end(marked, i, sentence.last))
        if not (surname or body > i or _can_tell(marked, i, fronted) or (i > first and _are_people(marked, i))):
            return False
        one_of = i > frame.cue_last and marked.infos[i - 1].core in marked.classes["one_of"]
        frame.noun_phrase = (min(i - one_of, first), stop)
    frame.subject_side = "after"
    return _open_around(marked, frame, sentence, stop)


def _opens(marked: MarkedText, i: int, sentence: Sentence) -> bool:
    """A comma, a complementiser or فإن right behind a source that is only a pronoun."""
    if i >= sentence.last:
        return False
    word = marked.words[i]
    return word in COMMAS or word in TAKEN_UP or bool(marked.infos[i].particle & COMPLEMENTISER)


def _past_words_told(marked: MarkedText, i: int, last: int) -> int:
    """وفق [قراءة] العمري, وفقا [للبيانات الأخيرة] لصندوق النقد: the token of whose words they are, or ``i``."""
    document = marked.start_of[i]
    if document is not None and document.rule != "unnamed_document" and document.kind != "group":
        return i
    if _noun(marked, i) not in marked.classes["words_told"]:
        return i
    for k in range(i + 1, min(i + 1 + _ADJECTIVES, last)):
        found, info = marked.start_of[k], marked.infos[k]
        if k == i + 1 and _is_owner(marked, k):
            return k
        if found is not None:
            owner = found.kind in ("person", "organisation", "country") and not found.conj
            apart = info.prep == "ل" or (k == i + 1 and not found.skip and not marked.infos[i].definite)
            return k if owner and apart else i
        if info.conj or info.particle or not info.word[0].isalpha() or info.verbal:
            return i
    return i


def _counts(marked: MarkedText, i: int, first: int) -> bool:
    info = marked.infos[i]
    return bool(info.particle & P.quantifier) or (i > first and info.word == "من")


def _are_people(marked: MarkedText, i: int) -> bool:
    """عدد من [الاقتصاديين]: a definite plural behind who are counted."""
    return marked.infos[i].definite and marked.infos[i].base.endswith(("ين", "ون", "ات"))


def _is_owner(marked: MarkedText, k: int) -> bool:
    """بحسب توقعات [الحكومة], وحسب تقدير [عدد] من الخبراء: a body that is known, or some of those whose words they are."""
    info = marked.infos[k]
    body = info.core in marked.classes["body_heads"] and marked.start_of[k] is None
    known = body and (info.definite or _body_by_its_name(marked, k, len(marked.words)) > k)  # لتقديرات [مؤسسة] الأفق
    some = info.particle & P.quantifier and k + 1 < len(marked.words)
    return not info.conj and not info.prep and bool(known or some)


def _body_by_its_name(marked: MarkedText, i: int, last: int) -> int:
    """وفقا لبنك [ناتيكسيس الفرنسي]: end of a body that no table knows, behind its noun; ``i`` where none is named."""
    info = marked.infos[i]
    noun = info.core if info.prep or info.word[0] != "ل" else info.word[1:]  # لبنك, which is a word of its own too
    if info.definite or noun not in marked.classes["body_heads"] or noun in marked.classes["crowds"]:
        return i
    named = marked.start_of[i + 1] if i + 1 < last else None
    person = named is not None and named.kind == "person" and not (named.titles or named.skip)
    end = named.last if named is not None and person else own_name_end(marked.doc, i + 1, last)
    end = end if end > i + 1 else genitive_end(marked.doc, i + 1, last)  # بحسب شركة [المرجان]
    return adjectives_end(marked.doc, end, last) if end > i + 1 else i


def _can_tell(marked: MarkedText, i: int, fronted: bool) -> bool:
    """مصدر, للمصادر, للمجلس الاستشاري: a noun of people, of papers, or of a body that is known to the reader.

    Figures that are known tell only in front (ووفقا للبيانات، …): at the end they are what somebody goes by.
    """
    if is_person_noun(marked, i):
        return True
    if i and marked.infos[i - 1].core in marked.classes["one_of"]:
        return marked.infos[i].definite  # بحسب أحد [المشاركين]
    noun = _noun(marked, i)
    if noun in marked.classes["words_told"] and not fronted:
        return False
    if fronted and noun in marked.classes["gone_by"]:
        behind = marked.infos[i + 1] if i + 1 < len(marked.words) else marked.infos[i]
        return marked.infos[i].definite or (behind.definite and not (behind.prep or behind.conj))
    heads = ("sources", "body_heads", "issued") if fronted else ("sources", "body_heads")  # ووفقا للتقرير هناك …
    return marked.infos[i].definite and any(noun in marked.classes[name] for name in heads)


def _names_a_body(marked: MarkedText, i: int) -> bool:
    """برنامج الأغذية العالمي: the body that a table knows by these words."""
    found = marked.start_of[i]
    return found is not None and found.kind == "organisation"


def _noun(marked: MarkedText, i: int) -> str:
    """The noun under a preposition, also where the article has lost its alif (للمصادر)."""
    info = marked.infos[i]
    return info.core[1:] if info.prep == "ل" and info.word.startswith("لل") and len(info.core) > 3 else info.core


def _open_around(marked: MarkedText, frame: Frame, sentence: Sentence, stop: int) -> bool:
    if (again := _past_own_clause(marked, frame, sentence, stop)) > stop:
        if (named := _who_passed_it_on(marked, stop)) is not None:
            frame.subjects, frame.noun_phrase = [named], None
        frame.open(again, "comp", "clause")
        return True
    if stop < sentence.last and _reports(marked, stop) and marked.start_of[stop] is None:
        return False  # وبحسب الوكالة قال الوزير إن …: it only passes on what he said
    behind = stop
    while behind < sentence.last and marked.words[behind] in COMMAS:
        behind += 1
    goes_on = behind > stop and behind < sentence.last and marked.words[behind] in TAKEN_UP
    if _begins_clause(marked, frame, sentence) or goes_on:
        k = stop = _past_dashes(marked, stop, sentence.last)
        if k > 0 and marked.words[k - 1] in DASHES and sentence.last - k >= _CLAUSE and marked.words[k] not in COMMAS:
            frame.open(k, "comp", "clause")
            return True
        while k < sentence.last and marked.words[k] not in COMMAS and not _takes_up(marked, k) and k - stop < 25:
            if marked.words[k] == "ان" and k - stop < 2:
                break
            if k - stop < _ADJECTIVES and marked.start_of[k] is None and _begins_its_clause(marked, stop, k):
                if _reports(marked, k):
                    return False
                break  # ووفقا للمصدر سيصل الوفد …
            k += 1
        if k >= sentence.last:
            return _open_before(marked, frame, stop, sentence)
        while k < sentence.last and (marked.words[k] in COMMAS or (resumes(marked, k) and marked.words[k] == "فان")):
            k += 1
        if k < sentence.last and marked.infos[k].particle & COMPLEMENTISER and marked.words[k] == "ان":
            k += 1
        k = _past_clause(marked, k, sentence.last)
        if sentence.last - k < 3:
            return False
        frame.open(k, "comp", "clause")
        return True
    aside = stop + 4 < sentence.last and marked.words[stop] in DASHES | COMMAS and marked.words[stop + 1] == "ان"
    if aside and marked.words[frame.cue].removeprefix("و") == "نقلا" and marked.inside[stop + 1] is None:
        frame.open(stop + 2, "comp", "clause")  # نشرت الصحيفة -نقلا عن مسؤول- أن …
        return True
    for k in range(stop, min(sentence.last - 3, stop + 8)):
        if not marked.words[k][0].isalnum() or marked.infos[k].verbal:
            break
        if marked.words[k] == "ان" and marked.inside[k] is None:
            frame.open(k + 1, "comp", "clause")  # ذكرت الصحيفة نقلا عن مصادر أن …
            return True
    open_both_sides(marked, frame, sentence, stop)
    return bool(frame.content)


def _reports(marked: MarkedText, k: int) -> bool:
    """A verb of saying; not ووفقا للصحيفة [تعد] المدينة أفضل وجهة, which tells what something is."""
    info, rules = marked.infos[k], marked.doc.lexicon.cue_rules
    ids = {rules[c.rule].id for c in info.cues if c.kind == "v"}
    return info.reports and not (info.base[0] in "يت" and ids <= marked.classes["counted_as"])


def _takes_up(marked: MarkedText, k: int) -> bool:
    """فقد, فإن, [فمن] المنتظر أن …: ف that opens the clause behind a source."""
    info = marked.infos[k]
    linked = info.conj and info.word.startswith("ف") and info.particle & (P.preposition | P.negation | P.auxiliary)
    return resumes(marked, k) or bool(linked)


def _open_before(marked: MarkedText, frame: Frame, stop: int, sentence: Sentence) -> bool:
    """… رمزا للحرية. [وفقا للوكالة.]: a source that is a sentence by itself is that of the sentence before it."""
    if frame.sentence == 0 or frame.cue != sentence.first or marked.infos[frame.cue].conj:
        return False
    if sentence.last < len(marked.words) and marked.words[sentence.last] in _GOES_ON:
        return False
    before = marked.doc.segments.sentences[frame.sentence - 1]
    words = range(before.first, before.last)
    clause = any(marked.infos[k].particle & COMPLEMENTISER for k in words)  # زاد العدد: not all of them report
    told = any((clause and marked.infos[k].reports) or marked.words[k] in QUOTE_MARKS for k in words)
    alone = all(not marked.words[k][0].isalnum() for k in range(stop, sentence.last))
    if before.line != sentence.line or told or not alone or len(words) <= _CLAUSE:
        return False
    last = before.last - (marked.words[before.last - 1] == ".")
    frame.content, frame.content_start, frame.opener = [(before.first, last)], before.first, "before"
    return True


def _past_own_clause(marked: MarkedText, frame: Frame, sentence: Sentence, stop: int) -> int:
    """وبحسب مسؤول [طلب عدم ذكر اسمه] فإن …: behind the clause of an indefinite source, what ف takes up; ``stop`` without one."""
    if stop >= sentence.last or not marked.infos[stop].flags & VERB or marked.infos[stop].conj:
        return stop
    if not _begins_clause(marked, frame, sentence) or marked.infos[frame.subject_first()].definite:
        return stop
    for k in range(stop + 1, min(sentence.last - _CLAUSE, stop + _ASIDE)):
        if marked.words[k] in TAKEN_UP and not marked.quoted[k]:
            return k + (marked.words[k] == "فان")
    return stop


def _who_passed_it_on(marked: MarkedText, i: int) -> Found | None:
    """ووفقا لمعلومات نقلتها [الوكالة]، فإن …: the subject of the clause, where the verb's pronoun stands for the source."""
    if not marked.doc.raw(i).endswith(("ه", "ها")) or i + 2 >= len(marked.words):
        return None
    found = marked.start_of[i + 1 + (i + 1 in marked.quote_at)]
    return found if found is not None and found.kind in ("organisation", "person", "unnamed") else None


def _begins_its_clause(marked: MarkedText, stop: int, k: int) -> bool:
    """ووفقا للمرصد [قتل] عشرة …, [لا يبقى] …: a verb behind a definite source, which has no clause of its own."""
    if _of_the_future(marked, k) or (k == stop and _opens_at_once(marked, k)):
        return True
    if k > stop and (not marked.infos[k - 1].definite or marked.infos[k - 1].particle):
        return False
    named = marked.inside[stop - 1] is not None or marked.infos[stop - 1].definite
    verb = k + 1 if marked.words[k] in ("لا", "لم", "لن") and k + 1 < len(marked.words) else k
    counts = bool(marked.infos[k].flags & VERB) and marked.words[k + 1 : k + 2] != [] and marked.words[k + 1].isdigit()
    return named and (is_only_verb(marked, verb) or counts) and not marked.infos[k].conj  # ووفقا للمرصد [قتل] 12 …


def _opens_at_once(marked: MarkedText, k: int) -> bool:
    """وبحسب صحيفة «الأفق» [كان] السائق …, [وصل] نحو مئة …, [هناك] …: right behind who is named a verb with its subject."""
    info, named = marked.infos[k], marked.inside[k - 1] is not None or marked.words[k - 1] in QUOTE_MARKS
    if not named or info.conj or info.prep or info.definite or k + 1 >= len(marked.infos):
        return False
    if info.particle & P.auxiliary or info.base in marked.classes["there_is"]:
        return True
    after = marked.infos[k + 1]
    subject = marked.start_of[k + 1] is not None or after.definite or after.word.isdigit()
    counted = after.particle & P.quantifier or after.base in marked.classes["about"]
    verb = info.flags & VERB and not info.flags & PERSONAL and not info.particle
    return bool(verb and (subject or counted)) and not after.prep


def _of_the_future(marked: MarkedText, k: int) -> bool:
    word = marked.words[k]
    return marked.infos[k].future or (word[:2] in ("سي", "ست") and bool(marked.doc.lexicon.info(word[1:]).flags & VERB))


def _past_clause(marked: MarkedText, k: int, last: int) -> int:
    """وحسب مصادر سياسية، [تتابع الأوضاع في الداخل،] فإن الحكومة …: past the clause of an indefinite source, to what فإن opens."""
    if k >= last or not marked.infos[k].flags & VERB or marked.infos[k].conj:
        return k
    for j in range(k + 2, min(last - 3, k + _ASIDE)):
        if marked.words[j - 1] in COMMAS:
            return j + (marked.words[j] == "فان") if marked.words[j] in TAKEN_UP else k
    return k


def _past_dashes(marked: MarkedText, i: int, last: int) -> int:
    """ووفقا لمسؤول [-طلب عدم ذكر اسمه-] تستغرق الأعمال …: token behind an aside between dashes at ``i``, or ``i``."""
    j = i
    while j < min(last - 1, i + _CLAUSE) and marked.words[j][0].isalpha() and not marked.infos[j].verbal:
        j += 1  # its adjectives
    if j >= last or marked.words[j] not in DASHES:
        return i
    i = j
    return next((k + 1 for k in range(i + 2, min(last - 1, i + _ASIDE)) if marked.words[k] in DASHES), i)


def _begins_clause(marked: MarkedText, frame: Frame, sentence: Sentence) -> bool:
    if frame.cue == sentence.first or frame.cue - sentence.first <= 1:
        return True
    linked = marked.infos[frame.cue].conj or frame.form.conjunction
    return not marked.words[frame.cue - 1][0].isalnum() and linked
