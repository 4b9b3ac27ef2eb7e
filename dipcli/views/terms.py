"""Terms of the confidence in words: what speaks for a statement, and what against it."""

from collections.abc import Sequence

from dipcli.model import Step
from dipcli.views.labels import label, listed

# term: (English, Arabic)
TERMS: dict[str, tuple[str, str]] = {
    "source.known_person": ("a person whom the tables know", "شخص تعرفه الجداول"),
    "source.named_person": ("a person with a name", "شخص مذكور باسمه"),
    "source.titled_person": ("a person without a name", "شخص بلا اسم"),
    "source.country": ("a country speaks", "المتكلم دولة"),
    "source.organisation": ("a body speaks", "المتكلم جهة"),
    "source.group": ("a group speaks", "المتكلم جماعة"),
    "source.unnamed": ("a source without a name", "مصدر غير مسمى"),
    "sources.several": ("several sources", "أكثر من مصدر"),
    "country.none": ("no country is told", "لا تذكر دولته"),
    "share.tenth": ("seldom speaks in the article", "قلما يتكلم في المقال"),
    "share.third": ("up to a third of the statements", "له ثلث الأقوال أو أقل"),
    "share.half": ("about half of the statements", "له نحو نصف الأقوال"),
    "share.most": ("most statements of the article", "له معظم أقوال المقال"),
    "share.few_statements": ("few statements in the article", "أقوال المقال قليلة"),
    "persons.1": ("one person in the article", "في المقال شخص واحد"),
    "persons.2": ("two persons in the article", "في المقال شخصان"),
    "persons.4": ("few persons in the article", "في المقال أشخاص قليلون"),
    "persons.8": ("several persons in the article", "في المقال عدة أشخاص"),
    "persons.more": ("many persons in the article", "في المقال أشخاص كثيرون"),
    "written.title_and_name": ("written with title and name", "مكتوب بلقبه واسمه"),
    "written.short_form": ("written by the short form of the name", "مكتوب باسمه المختصر"),
    "written.title": ("written by the title alone", "مكتوب بلقبه وحده"),
    "written.name": ("written by name", "مكتوب باسمه"),
    "written.table": ("written as a table has it", "مكتوب كما في الجداول"),
    "written.document": ("a document stands for its issuer", "وثيقة تنوب عمن أصدرها"),
    "written.unnamed": ("written as a source", "مكتوب بوصفه مصدرا"),
    "written.unlisted": ("written in words that no table has", "مكتوب بكلمات ليست في الجداول"),
    "written.pronoun": ("written as a pronoun", "مكتوب بضمير"),
    "last_speaker.same": ("spoke last before this", "هو آخر من تكلم"),
    "last_speaker.other": ("somebody else spoke last", "آخر من تكلم غيره"),
    "named.same_paragraph": ("named in the same paragraph", "مذكور في الفقرة نفسها"),
    "named.before": ("named in a paragraph before", "مذكور في فقرة سابقة"),
    "named.far": ("named far before", "مذكور قبل ذلك بكثير"),
    "rivals.none": ("nobody else named since", "لم يذكر بعده غيره"),
    "rivals.one": ("somebody else named since", "ذكر بعده شخص آخر"),
    "rivals.more": ("others named since", "ذكر بعده آخرون"),
    "nested.yes": ("inside what somebody else says", "داخل قول غيره"),
    "headline.yes": ("in the headline", "في العنوان"),
    "status.not_said": ("not said", "لم يقل"),
    "status.expected": ("expected", "متوقع"),
    "status.declined": ("declined", "امتنع"),
    "addressee.explicit": ("the addressee is named", "المخاطب مذكور"),
    "addressee.message": ("said in a message", "قيل في رسالة أو لقاء"),
    "addressee.inferred": ("the addressee is inferred", "المخاطب مستنتج"),
    "addressee.pronoun": ("the addressee is a pronoun", "المخاطب ضمير"),
    "length.3": ("three words or fewer", "ثلاث كلمات أو أقل"),
    "length.6": ("few words", "كلمات قليلة"),
    "length.12": ("up to twelve words", "حتى اثنتي عشرة كلمة"),
    "length.40": ("of usual length", "طوله معتاد"),
    "length.more": ("very long", "طويل جدا"),
    "opener.comp": ("behind a complementiser", "بعد حرف مصدري"),
    "opener.quote": ("a quotation", "اقتباس"),
    "opener.colon": ("behind a colon", "بعد نقطتين"),
    "opener.prep": ("a noun phrase behind a preposition", "اسم بعد حرف جر"),
    "opener.object": ("a noun phrase as object", "اسم مفعول به"),
    "opener.before": ("content ahead of the cue", "المضمون قبل فعل القول"),
    "sieve.source_after_verb": ("subject behind the verb", "الفاعل بعد الفعل"),
    "sieve.source_before_verb": ("subject before the verb", "المبتدأ قبل الفعل"),
    "sieve.source_after_according_to": ("named after according to", "مذكور بعد بحسب"),
    "sieve.source_of_masdar": ("genitive of a verbal noun", "مضاف إليه مصدر"),
    "sieve.source_of_masdar_ahead": ("verbal noun ahead of its speaker", "مصدر قبل صاحبه"),
    "sieve.source_of_masdar_pronoun": ("verbal noun with a pronoun", "مصدر مع ضمير"),
    "sieve.source_headline_colon": ("before a colon", "قبل نقطتين"),
    "sieve.source_of_an_answer": ("answer in an interview", "جواب في مقابلة"),
    "sieve.source_noun_phrase": ("subject in no table", "فاعل ليس في الجداول"),
    "sieve.source_of_participle": ("speaker of a participle", "صاحب الحال"),
    "sieve.source_of_main_verb": ("subject of the main verb", "فاعل الجملة"),
    "sieve.source_elided_in_sentence": ("no subject, speaker of the sentence", "بلا فاعل، متكلم الجملة"),
    "sieve.source_elided_last_speaker": ("no subject, last speaker", "بلا فاعل، آخر متكلم"),
    "sieve.source_elided_message_scope": ("no subject, sender of the message", "بلا فاعل، صاحب الرسالة"),
    "sieve.source_of_resumptive_clause": ("clause on a message", "جملة وصف لرسالة"),
    "sieve.source_of_inner_clause": ("goes on a reported clause", "تتمة جملة منقولة"),
    "sieve.nobody": ("nobody could be named", "لا أحد يمكن تسميته"),
}  # fmt: skip

_SPEECH_ACT = ("verbs of this kind ({})", "أفعال من هذا الصنف ({})")
_FOR, _AGAINST = ("surer: ", "يقويه: "), ("less sure: ", "يضعفه: ")


def term_words(term: str, lang: str) -> str:
    """A term of the confidence in the language of the labels."""
    arabic = lang == "ar"
    if term in TERMS:
        return TERMS[term][arabic]
    group, _, value = term.partition(".")
    return _SPEECH_ACT[arabic].format(value) if group == "act" else label(value, lang)


def confidence_words(steps: Sequence[Step], lang: str) -> str:
    """The largest terms, those that make a statement surer first, each with its weight in logits."""
    told = [(f"{term_words(s.reason, lang)} ({s.value})", (s.value or "").startswith("-")) for s in steps]
    parts = []
    for words, against in ((_FOR, False), (_AGAINST, True)):
        own = [text for text, less in told if less is against]
        if own:
            parts.append(words[lang == "ar"] + listed(own, lang))
    # No ؛ behind a weight in brackets: terminals that set words by themselves would turn the brackets.
    return ("، " if lang == "ar" else "; ").join(parts)
