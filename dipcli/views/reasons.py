"""Reasons of the trace as sentences, in English and Arabic.

A reason has one or several wordings. A wording names the facts that it needs in braces; the first whose facts the
article gives is used, so that more evidence makes a more telling sentence. ``{at}`` is the step's place in the text,
``{value}`` its lemma or count; the other facts are those of ``evidence.py``.
"""

import re
from collections.abc import Mapping

from dipcli.model import Report, Step
from dipcli.views.names import Directory, one_line

_NEEDED = re.compile(r"{(\w+)}")

Wording = tuple[str, str]

REASONS: dict[str, tuple[Wording, ...]] = {
    # -- who says it
    "source_after_verb": (
        ("«{cue}» has its subject right behind it: «{at}»", "فاعل «{cue}» بعده: «{at}»"),
        ("{value} has its subject right behind it: «{at}»", "فاعل {value} بعده: «{at}»"),
    ),
    "source_before_verb": (("«{at}» stands before «{cue}» as its topic", "«{at}» مبتدأ قبل «{cue}»"),),
    "source_after_according_to": (("named after «{cue}»: «{at}»", "مذكور بعد «{cue}»: «{at}»"),),
    "source_of_masdar": (("«{at}» is the genitive of the verbal noun «{cue}»", "«{at}» مضاف إليه المصدر «{cue}»"),),
    "source_of_masdar_ahead": (
        (
            "the pronoun of «{at}» points forward to the subject of {following} in the same sentence",
            "ضمير «{at}» يعود على فاعل {following} بعده في الجملة",
        ),
        ("the pronoun of «{at}» points forward to the subject of the main verb", "ضمير «{at}» يعود على فاعل الجملة بعده"),
    ),
    "source_of_masdar_pronoun": (
        ("the pronoun of «{at}» points back to the nearest who agrees with it", "ضمير «{at}» يعود على أقرب من يطابقه"),
    ),
    "source_cataphoric": (("the pronoun of «{at}» points forward to who is named next", "ضمير «{at}» يعود على المذكور بعده"),),
    "source_pronoun": (("the pronoun in «{at}» stands for the last who agrees with it", "ضمير «{at}» يعود على آخر من يطابقه"),),
    "source_headline_colon": (("«{at}» stands before the colon", "«{at}» قبل النقطتين"),),
    "source_of_an_answer": (("an answer in an interview: of who was quoted most before its questions", "جواب في مقابلة، ممن نقل عنه أكثر ما نقل قبل أسئلتها"),),
    "source_noun_phrase": (("the subject is «{at}», which no table names", "الفاعل «{at}» لا يرد في الجداول"),),
    "source_of_participle": (
        ("«{at}» is a participle: it belongs to who speaks in its sentence ({previous})", "«{at}» حال من المتكلم في جملته ({previous})"),
        ("«{at}» is a participle: it belongs to who speaks in its sentence", "«{at}» حال من المتكلم في جملته"),
    ),
    "source_of_main_verb": (
        ("«{at}» has no subject of its own: it takes that of the sentence's main verb", "لا فاعل ظاهر لـ«{at}»: فاعله فاعل الجملة"),
    ),
    "source_elided_in_sentence": (
        ("«{at}» has no subject of its own: who spoke before it in the same sentence ({previous})", "لا فاعل ظاهر لـ«{at}»: المتكلم قبله في الجملة ({previous})"),
        ("«{at}» has no subject of its own: who spoke before it in the same sentence", "لا فاعل ظاهر لـ«{at}»: المتكلم قبله في الجملة"),
    ),
    "source_elided_last_speaker": (
        (
            "«{at}» has no subject of its own; {message} is open since line {message_open}, and the last to speak in it was {source} ({in_message}, line {previous_line}), who agrees in gender and number",
            "لا فاعل ظاهر لـ«{at}»؛ {message} مفتوحة منذ السطر {message_open}، وآخر المتكلمين فيها {source} ({in_message}، السطر {previous_line})، وهو يطابق الفعل",
        ),
        (
            "«{at}» has no subject of its own: the last to speak was {source} ({previous}, line {previous_line}), who agrees in gender and number",
            "لا فاعل ظاهر لـ«{at}»: آخر المتكلمين {source} ({previous}، السطر {previous_line})، وهو يطابق الفعل",
        ),
        ("«{at}» has no subject of its own: the last who was named and agrees in gender and number", "لا فاعل ظاهر لـ«{at}»: آخر مذكور يطابق الفعل"),
    ),
    "source_elided_message_scope": (
        (
            "«{at}» has no subject of its own; {message}, open since line {message_open}, speaks through its sender: {source}",
            "لا فاعل ظاهر لـ«{at}»؛ {message} مفتوحة منذ السطر {message_open}، وصاحبها {source}",
        ),
        ("«{at}» has no subject of its own: the sender of the message that is open here", "لا فاعل ظاهر لـ«{at}»: صاحب الرسالة المفتوحة هنا"),
    ),
    "source_of_resumptive_clause": (
        (
            "«{at}» tells of {message}, which stands before it in the sentence: its sender speaks",
            "«{at}» خبر عن {message} المذكورة قبله في الجملة: المتكلم صاحبها",
        ),
        ("«{at}» tells of the letter or call before it in the sentence: its sender speaks", "«{at}» خبر عن الرسالة أو المكالمة قبله في الجملة: المتكلم صاحبها"),
    ),
    "source_of_inner_clause": (
        (
            "«{at}» goes on the clause that is reported before it in the sentence: {source} is its subject",
            "«{at}» يكمل الجملة المنقولة قبله: فاعله فاعلها {source}",
        ),
        ("«{at}» goes on the clause that is reported before it in the sentence", "«{at}» يكمل الجملة المنقولة قبله"),
    ),
    "source_continued_quotation": (
        ("a quotation that goes on without a cue: the same speaker as {previous}", "اقتباس متصل بلا فعل قول: المتكلم نفسه في {previous}"),
        ("a quotation that goes on without a cue: the same speaker", "اقتباس متصل بلا فعل قول: المتكلم نفسه"),
    ),
    "nobody": (("nobody in the article could be named", "لا أحد في المقال يمكن تسميته"),),
    "agreement_gender": (("only one who was named agrees in gender and number with «{at}»", "لا يطابق «{at}» إلا واحد من المذكورين"),),
    # -- who lost
    "rejected_inside_content": (("named inside what is said", "مذكور داخل القول"),),
    "rejected_addressee": (("the one it is said to", "هو المخاطب"),),
    "rejected_agreement": (("does not agree with the verb in gender or number", "لا يطابق الفعل في الجنس أو العدد"),),
    "rejected_other_speaker": (("spoke earlier", "تكلم قبله"),),
    # -- to whom
    "addressee_named": (("named with the cue: «{at}»", "مذكور مع فعل القول: «{at}»"),),
    "addressee_object": (("the object of «{cue}»: «{at}»", "مفعول «{cue}»: «{at}»"),),
    "addressee_preposition": (("behind the preposition that «{cue}» governs: «{at}»", "بعد الحرف الذي يتعدى به «{cue}»: «{at}»"),),
    "addressee_message": (
        ("the recipient of {letter} («{message_words}», line {message_line})", "متلقي {letter} («{message_words}»، السطر {message_line})"),
        ("the other side of {message} («{message_words}», line {message_line})", "الطرف الآخر في {message} («{message_words}»، السطر {message_line})"),
        ("the other side of the message in which it was said", "الطرف الآخر في الرسالة أو اللقاء"),
    ),
    "nobody_addressed": (("the article names nobody it was said to", "لا مخاطب مذكور في المقال"),),
    # -- in what
    "medium_written": (("said in «{at}»", "قيل في «{at}»"),),
    "medium_goes_on": (("the same speaker goes on in «{at}»", "المتكلم نفسه يواصل في «{at}»"), ("the same speaker goes on in it", "المتكلم نفسه يواصل فيه")),
    # -- what is said
    "content_to_sentence_end": (
        ("from «{first}», behind the complementiser, {until}", "من «{first}» بعد حرف المصدر {until}"),
        ("from the complementiser to the end of the sentence or the next report", "من حرف المصدر إلى نهاية الجملة أو القول التالي"),
    ),
    "content_cut_by_report": (("from «{first}» {until}", "من «{first}» {until}"),),
    "content_quotation": (
        ("what stands in quotation marks, from «{first}» {until}", "ما بين علامتي الاقتباس، من «{first}» {until}"),
        ("what stands between the quotation marks", "ما بين علامتي الاقتباس"),
    ),
    "content_after_colon": (
        ("what follows the colon, from «{first}» {until}", "ما بعد النقطتين، من «{first}» {until}"),
        ("what follows the colon", "ما بعد النقطتين"),
    ),
    "content_before_cue": (("what stands before «{cue}», from «{first}» on", "ما قبل «{cue}»، من «{first}»"), ("what stands before the cue", "ما قبل فعل القول")),
    "content_noun_phrase": (
        ("the noun phrase that is what was expressed, from «{first}» {until}", "المركب الاسمي الذي هو القول، من «{first}» {until}"),
        ("the noun phrase that is what was expressed, with its complements", "المركب الاسمي وما يتعلق به"),
    ),
    # -- why one person
    "named": (("named here first", "أول ذكر"),),
    "same_name": (("the same name, or a part of it that nobody else here bears", "الاسم نفسه أو جزء منه لا يحمله غيره هنا"),),
    "short_form": (("the short form of the name", "صيغة مختصرة من الاسم"),),
    "title_alone": (
        ("the title alone: office, country and gender fit, and nobody who fits stands nearer", "اللقب وحده: المنصب والدولة والجنس تنطبق، ولا أقرب ممن ينطبق عليه"),
    ),
    "descriptor": (("a description of the last person whom it fits", "وصف لآخر من ينطبق عليه"),),
    "named_next": (("told by the office, and by the bare name in the next sentence", "ذُكر بصفته ثم باسمه وحده في الجملة التالية"),),
    "introduced_by_function": (("told by the office first, named further down", "ذُكر بصفته أولا ثم باسمه"),),
    "same_body": (("the same body or country", "الجهة أو الدولة نفسها"),),
    "paper_of_issuer": (("a paper that speaks for who issued it", "وثيقة تتكلم باسم من أصدرها"),),
    "subject_noun_phrase": (("the subject of a reporting verb", "فاعل فعل قول"),),
    "well_known_surname": (("a well-known surname, whose country stands in the article", "لقب معروف، وبلده مذكور في المقال"),),
}  # fmt: skip


def in_words(step: Step, report: Report, names: Directory, lang: str, facts: Mapping[str, str] | None = None) -> str:
    """The sentence of a step's reason; an unknown reason gives its id in words."""
    known = dict(facts or {})
    if step.at is not None:
        known["at"] = one_line(report.article.text[step.at.start : step.at.end])
    if step.value is not None:
        known["value"] = step.value
    return worded(step.reason, lang, known)


def worded(reason: str, lang: str, facts: Mapping[str, str]) -> str:
    """The first wording of a reason whose facts are all there; else the id in words."""
    for pair in REASONS.get(reason, ()):
        wording = pair[1 if lang == "ar" else 0]
        if all(name in facts for name in _NEEDED.findall(wording)):
            # Not str.format: a fact is the article's text and may hold braces.
            return _NEEDED.sub(lambda m: facts[m.group(1)], wording)
    return reason.replace("_", " ")
