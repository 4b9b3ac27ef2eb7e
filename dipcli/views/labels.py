"""Words of the screens in English and Arabic, and counted nouns in both."""

from typing import Literal

Lang = Literal["ar", "en"]

# key: (English, Arabic)
_LABELS: dict[str, tuple[str, str]] = {
    "summary": ("SUMMARY", "الملخص"),
    "leaders": ("LEADERS", "القادة"),
    "messages": ("MESSAGES", "الرسائل"),
    "themes": ("THEMES", "الموضوعات"),
    "said": ("said", "أقواله"),
    "named": ("named", "ذكره"),
    "in": ("in", "في"),
    "also_in": ("also in", "وفي"),
    "merge": ("is", "هو"),
    "split": ("is not", "غير"),
    "none_corrections": ("nothing was corrected", "لا تصحيحات"),
    "came_in": ("came in", "دخل في"),
    "read_with": ("read with rules", "قرئ بالقواعد"),
    "older_rules": (
        "not today's rules: dip index --refresh reads it again",
        "ليست قواعد اليوم: dip index --refresh يقرؤه مجددا",
    ),
    "statements": ("statements", "أقوال"),
    "articles": ("articles", "مقالات"),
    "no_date": ("no date in the text", "لا تاريخ في النص"),
    "nothing": ("nothing found", "لا شيء"),
    "none_leaders": ("nobody is named with an office", "لا يذكر صاحب منصب"),
    "none_messages": ("no message between named parties", "لا رسائل بين أطراف مسماة"),
    "none_themes": ("no theme found", "لا موضوع"),
    "none_summary": ("no sentence to choose from", "لا جملة تختار"),
    "no_arabic": ("there is no Arabic in this text", "لا نص عربيا هنا"),
    "no_statements": ("nobody is reported to have said anything", "لا قول منقول في النص"),
    "of": ("of", "من"),
    "more_points": ("more", "أخرى"),
    "source": ("Source", "المصدر"),
    "addressee": ("Addressee", "المخاطب"),
    "medium": ("Medium", "الوسيلة"),
    "content": ("Content", "المضمون"),
    "rule": ("Rule", "القاعدة"),
    "confidence": ("Confidence", "الثقة"),
    "unknown": ("unknown", "غير معروف"),
    "nobody": ("nobody named", "لا أحد مسمى"),
    "rejected": ("rejected", "استبعد"),
    "line": ("line", "السطر"),
    "letter": ("letter", "رسالة"),
    "cable": ("cable", "برقية"),
    "call": ("call", "اتصال"),
    "meeting": ("meeting", "لقاء"),
    "visit": ("visit", "زيارة"),
    "speech": ("speech", "كلمة"),
    "press_conference": ("press conference", "مؤتمر صحفي"),
    "interview": ("interview", "مقابلة"),
    "written_statement": ("written statement", "بيان"),
    "social_media": ("social media", "تواصل اجتماعي"),
    "session": ("session", "جلسة"),
    "direct": ("direct", "مباشر"),
    "mixed": ("mixed", "مختلط"),
    "indirect": ("indirect", "غير مباشر"),
    "clause": ("clause", "جملة"),
    "np": ("noun phrase", "مركب اسمي"),
    "not_said": ("not said", "لم يقل"),
    "expected": ("expected", "متوقع"),
    "declined": ("declined", "امتنع"),
    "anniversary": ("anniversary", "ذكرى سنوية"),
    "national_day": ("national day", "عيد وطني"),
    "election": ("election", "انتخاب"),
    "accession": ("accession", "تولي المنصب"),
    "congratulation": ("congratulation", "تهنئة"),
    "condolence": ("condolence", "تعزية"),
    "recovery": ("recovery", "شفاء"),
    "religious_feast": ("religious feast", "عيد ديني"),
    "invitation": ("invitation", "دعوة"),
    "thanks": ("thanks", "شكر"),
    "other": ("occasion", "مناسبة"),
    "person": ("person", "شخص"),
    "country": ("country", "دولة"),
    "organisation": ("organisation", "جهة"),
    "group": ("group", "جماعة"),
    "terminal": ("TERMINAL", "الطرفية"),
    "mode": ("MODE", "النمط"),
    "because": ("because", "لأن"),
    "same_line": ("THE SAME LINE IN EACH MODE", "السطر نفسه في كل نمط"),
    "passed_over": ("PASSED OVER", "لم يؤخذ"),
    "unnamed": ("unnamed", "غير مسمى"),
    "messages_of": ("messages", "رسائل"),
    "from": ("from", "من"),
    "to": ("to", "إلى"),
    "rules": ("rules", "القواعد"),
    "digest_since": ("New since", "الجديد منذ"),
    "digest_until": ("until", "حتى"),
    "digest_all": ("New in the archive", "الجديد في الأرشيف"),
    "digest_nothing": ("Nothing new.", "لا جديد."),
    "digest_more": ("{} more", "وغيرها: {}"),
    "digest_no_theme": ("on other things", "في أمور أخرى"),
    "page_title": ("Who said what to whom", "من قال ماذا ولمن"),
    "page_kicker": ("Diplomatic news, read by rule", "أخبار دبلوماسية مقروءة بالقواعد"),
    "page_skip": ("To the statements", "إلى الأقوال"),
    "page_nav": ("Sections", "الأقسام"),
    "page_summary": ("Summary", "الملخص"),
    "page_leaders": ("Leaders", "القادة"),
    "page_messages": ("Messages", "الرسائل"),
    "page_themes": ("Themes", "الموضوعات"),
    "page_statements": ("Statements", "الأقوال"),
    "page_articles": ("Articles", "المقالات"),
    "page_name": ("Name", "الاسم"),
    "page_said": ("said", "قال"),
    "page_told": ("was told", "قيل له"),
    "page_further": ("more", "غير هؤلاء"),
    "page_more_below": ("more below", "أخرى في الأسفل"),
    "page_network": ("Who wrote to, called or met whom", "من راسل أو هاتف أو لقي من"),
    "page_timeline": ("When", "متى"),
    "page_over_time": ("Over time", "عبر الزمن"),
    "page_most_frequent": ("the most frequent", "الأكثر تكرارا:"),
    "page_undated": ("without a date", "بلا تاريخ"),
    "page_as_table": ("As a table", "جدولا"),
    "page_pair": ("Who to whom", "من إلى من"),
    "page_all_messages": ("All", "جميعها"),
    "page_filter": ("Filter the statements", "تصفية الأقوال"),
    "page_all": ("all", "الكل"),
    "page_text": ("Words, in any spelling", "كلمات، بأي إملاء"),
    "page_by": ("Said by", "القائل"),
    "page_to": ("Said to", "المخاطب"),
    "page_theme": ("Theme", "الموضوع"),
    "page_status": ("Status", "الحالة"),
    "page_since": ("From", "من تاريخ"),
    "page_until": ("Until", "حتى تاريخ"),
    "page_keep_undated": ("undated too", "وما لا تاريخ له"),
    "page_reset": ("Show all", "إظهار الكل"),
    "page_show_more": ("Show more", "إظهار المزيد"),
    "page_none": ("No statement fits all that is asked.", "لا قول يوافق كل ما طلب."),
    "page_why": ("Why?", "لماذا؟"),
    "page_noscript": (
        "Filters and reasons need a viewer that runs scripts; all statements stand below.",
        "التصفية والأسباب تحتاج إلى برنامج يشغل النصوص البرمجية؛ والأقوال كلها أدناه.",
    ),
    "page_how": (
        "Names and counts are made by rules; every statement says why on a click.",
        "الأسماء والأعداد من عمل القواعد؛ وكل قول يبين سببه بنقرة.",
    ),
    "page_chip_message": ("in messages", "في الرسائل"),
    "page_bad_date": ("a date like 2022-01-03, 2022-01 or 2022", "تاريخ مثل 2022-01-03 أو 2022-01 أو 2022"),
    "page_bad_text": ("there is no word in it", "لا كلمة فيه"),
}

# key: (English one, many; Arabic one, two, 3 to 10, 11 to 99, hundreds)
_COUNTED: dict[str, tuple[str, str, str, str, str, str, str]] = {
    "word": ("word", "words", "كلمة واحدة", "كلمتان", "كلمات", "كلمة", "كلمة"),
    "statement": ("statement", "statements", "قول واحد", "قولان", "أقوال", "قولا", "قول"),
    "sentence": ("sentence", "sentences", "جملة واحدة", "جملتان", "جمل", "جملة", "جملة"),
    "article": ("article", "articles", "مقال واحد", "مقالان", "مقالات", "مقالا", "مقال"),
    "leader": ("leader", "leaders", "قائد واحد", "قائدان", "قادة", "قائدا", "قائد"),
    "message": ("message", "messages", "رسالة واحدة", "رسالتان", "رسائل", "رسالة", "رسالة"),
    "speaker": ("speaker", "speakers", "متحدث واحد", "متحدثان", "متحدثين", "متحدثا", "متحدث"),
    "file": ("file", "files", "ملف واحد", "ملفان", "ملفات", "ملفا", "ملف"),
    "entity": ("entity", "entities", "كيان واحد", "كيانان", "كيانات", "كيانا", "كيان"),
    "theme": ("theme", "themes", "موضوع واحد", "موضوعان", "موضوعات", "موضوعا", "موضوع"),
    "letter": ("letter", "letters", "رسالة واحدة", "رسالتان", "رسائل", "رسالة", "رسالة"),
    "cable": ("cable", "cables", "برقية واحدة", "برقيتان", "برقيات", "برقية", "برقية"),
    "call": ("call", "calls", "اتصال واحد", "اتصالان", "اتصالات", "اتصالا", "اتصال"),
    "meeting": ("meeting", "meetings", "لقاء واحد", "لقاءان", "لقاءات", "لقاء", "لقاء"),
    "visit": ("visit", "visits", "زيارة واحدة", "زيارتان", "زيارات", "زيارة", "زيارة"),
}


def label(key: str, lang: str) -> str:
    """A word in the language of the labels; the key in words when it has none."""
    pair = _LABELS.get(key)
    return pair[1 if lang == "ar" else 0] if pair else key.replace("_", " ")


def counted(n: int, key: str, lang: str) -> str:
    """A number with its noun: 1 statement, 2,400 statements; in Arabic قول واحد، قولان، 3 أقوال، 11 قولا، 100 قول."""
    one, many, ar_one, ar_two, ar_few, ar_many, ar_hundred = _COUNTED[key]
    if lang != "ar":
        return f"{n:,} {one if n == 1 else many}"
    if n in (1, 2):
        return (ar_one, ar_two)[n - 1]
    rest = n % 100
    noun = ar_few if 3 <= rest <= 10 or n == 0 else ar_many if rest >= 11 else ar_hundred
    return f"{n:,} {noun}"


def comma(lang: str) -> str:
    """The language's comma, with the space after it."""
    return "، " if lang == "ar" else ", "


def listed(parts: list[str], lang: str) -> str:
    """Parts joined by the language's comma."""
    return comma(lang).join(parts)
