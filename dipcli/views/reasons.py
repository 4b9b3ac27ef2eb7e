"""Reasons of the trace as sentences. ``{at}`` is the evidence in the article, ``{value}`` a lemma or a count."""

from dipcli.model import Report, Step
from dipcli.views.names import Directory

REASONS: dict[str, tuple[str, str]] = {
    "source_after_verb": ("{value} has its subject right behind it: «{at}»", "فاعل «{value}» بعده: «{at}»"),
    "source_before_verb": ("«{at}» stands before {value} as its topic", "«{at}» مبتدأ قبل «{value}»"),
    "source_after_according_to": ("named after the preposition: «{at}»", "مذكور بعد حرف الجر: «{at}»"),
    "source_of_masdar": ("«{at}» is the genitive of the verbal noun", "«{at}» مضاف إليه المصدر"),
    "source_of_masdar_ahead": ("the pronoun of «{at}» points forward to the subject of the main verb", "ضمير «{at}» يعود على فاعل الجملة بعده"),
    "source_of_masdar_pronoun": ("the pronoun of «{at}» points back to the nearest who agrees", "ضمير «{at}» يعود على أقرب من يطابقه"),
    "source_headline_colon": ("«{at}» stands before the colon", "«{at}» قبل النقطتين"),
    "source_noun_phrase": ("the subject is «{at}», which no table names", "الفاعل «{at}» لا يرد في الجداول"),
    "source_of_participle": ("«{at}» is a participle: it belongs to who speaks in its sentence", "«{at}» حال من المتكلم في جملته"),
    "source_of_main_verb": ("«{at}» has no subject of its own: that of the sentence's main verb", "لا فاعل ظاهر لـ«{at}»: فاعل الجملة"),
    "source_elided_in_sentence": ("«{at}» has no subject of its own: who spoke before in the same sentence", "لا فاعل ظاهر لـ«{at}»: المتكلم قبله في الجملة"),
    "source_elided_last_speaker": ("«{at}» has no subject of its own: the last speaker who agrees in gender and number", "لا فاعل ظاهر لـ«{at}»: آخر متكلم يطابقه"),
    "source_elided_message_scope": ("«{at}» has no subject of its own: the writer of the letter that is open here", "لا فاعل ظاهر لـ«{at}»: صاحب الرسالة"),
    "source_continued_quotation": ("a quotation that goes on without a cue: the same speaker", "اقتباس متصل: المتكلم نفسه"),
    "nobody": ("nobody in the article could be named", "لا أحد في المقال يمكن تسميته"),
    "rejected_inside_content": ("named inside what is said", "مذكور داخل القول"),
    "rejected_addressee": ("the one it is said to", "هو المخاطب"),
    "rejected_agreement": ("does not agree with the verb in gender or number", "لا يطابق الفعل"),
    "rejected_other_speaker": ("spoke earlier", "تكلم قبله"),
    "addressee_named": ("named with the cue: «{at}»", "مذكور مع الفعل: «{at}»"),
    "addressee_message": ("the other side of the message in which it was said", "الطرف الآخر في الرسالة أو اللقاء"),
    "nobody_addressed": ("the article names nobody it was said to", "لا مخاطب مذكور"),
    "content_to_sentence_end": ("from the complementiser to the end of the sentence or the next report", "من أن إلى نهاية الجملة أو القول التالي"),
    "content_quotation": ("what stands between the quotation marks", "ما بين علامتي الاقتباس"),
    "content_after_colon": ("what follows the colon", "ما بعد النقطتين"),
    "content_before_cue": ("what stands before the cue", "ما قبل فعل القول"),
    "content_noun_phrase": ("the noun phrase that is what was expressed, with its complements", "المركب الاسمي وما يتعلق به"),
    "named": ("named here first", "أول ذكر"),
    "same_name": ("the same name, or a part of it that nobody else bears", "الاسم نفسه أو جزء منه"),
    "short_form": ("the short form of the name", "صيغة مختصرة من الاسم"),
    "title_alone": ("the title alone: office, country and gender fit, and nobody who fits stands nearer", "اللقب وحده"),
    "descriptor": ("a description of the last person whom it fits", "وصف لآخر من ينطبق عليه"),
    "same_body": ("the same body or country", "الجهة نفسها"),
    "subject_noun_phrase": ("subject of a reporting verb", "فاعل فعل قول"),
    "well_known_surname": ("a well-known surname whose country stands in the article", "لقب معروف وبلده مذكور"),
}  # fmt: skip


def reason_in_words(step: Step, report: Report, names: Directory, lang: str) -> str:
    """The sentence of a step's reason; an unknown reason gives its id in words."""
    pair = REASONS.get(step.reason)
    at = report.article.text[step.at.start : step.at.end] if step.at else "…"
    if pair is None:
        return step.reason.replace("_", " ")
    return pair[1 if lang == "ar" else 0].format(at=" ".join(at.split()), value=step.value or "…")
