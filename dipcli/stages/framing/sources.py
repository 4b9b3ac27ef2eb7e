"""Fills the frame of a preposition that names a source (بحسب, وفقا ل, نقلا عن)."""

from typing import Final

from dipcli.rules import particles as P
from dipcli.rules.match import COMPLEMENTISER, VERB
from dipcli.stages.found import Found
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.marked import MarkedText
from dipcli.stages.framing.parentheses import open_both_sides
from dipcli.stages.framing.phrases import noun_phrase_end
from dipcli.stages.framing.signs import DASHES, SAME, TAKEN_UP
from dipcli.stages.framing.word_kinds import is_only_verb, is_person_noun, resumes
from dipcli.text.marks import COMMAS
from dipcli.text.segment import Sentence

_ADJECTIVES: Final = 3  # words of a document within which whose it is stands
_ASIDE: Final = 20  # tokens of an aside between dashes
_CLAUSE: Final = 3


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
    i = _past_words_told(marked, i, sentence.last)
    found = marked.start_of[i]
    if found is not None and found.kind != "place":
        frame.subjects = marked.joined(found, sentence.last)
        stop = frame.subjects[-1].last
    else:
        surname = marked.words[i] in marked.surnames and marked.words[i] != "الله"
        stop = i + 1 if surname else noun_phrase_end(marked, i, sentence.last)
        if not surname and not _can_tell(marked, i, fronted):
            return False
        one_of = i > frame.cue_last and marked.infos[i - 1].core in marked.classes["one_of"]
        frame.noun_phrase = (i - one_of, stop)
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
    if document is not None and document.rule != "unnamed_document":
        return i
    if _noun(marked, i) not in marked.classes["words_told"]:
        return i
    for k in range(i + 1, min(i + 1 + _ADJECTIVES, last)):
        found, info = marked.start_of[k], marked.infos[k]
        if found is not None:
            owner = found.kind in ("person", "organisation", "country") and not found.conj
            apart = info.prep == "ل" or (k == i + 1 and not found.skip and not marked.infos[i].definite)
            return k if owner and apart else i
        if info.conj or info.particle or not info.word[0].isalpha() or info.verbal:
            return i
    return i


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
    return marked.infos[i].definite and (noun in marked.classes["sources"] or noun in marked.classes["body_heads"])


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
    if stop < sentence.last and marked.infos[stop].reports and marked.start_of[stop] is None:
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
        while k < sentence.last and marked.words[k] not in COMMAS and not resumes(marked, k) and k - stop < 25:
            if marked.words[k] == "ان" and k - stop < 2:
                break
            if k - stop < _ADJECTIVES and marked.start_of[k] is None and _begins_its_clause(marked, stop, k):
                if marked.infos[k].reports:
                    return False
                break  # ووفقا للمصدر سيصل الوفد …
            k += 1
        if k >= sentence.last:
            return False
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
    if _of_the_future(marked, k):
        return True
    if k > stop and (not marked.infos[k - 1].definite or marked.infos[k - 1].particle):
        return False
    named = marked.inside[stop - 1] is not None or marked.infos[stop - 1].definite
    verb = k + 1 if marked.words[k] in ("لا", "لم", "لن") and k + 1 < len(marked.words) else k
    counts = bool(marked.infos[k].flags & VERB) and marked.words[k + 1 : k + 2] != [] and marked.words[k + 1].isdigit()
    return named and (is_only_verb(marked, verb) or counts) and not marked.infos[k].conj  # ووفقا للمرصد [قتل] 12 …


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
