"""Words of the screens in English and Arabic."""

LABELS: dict[str, dict[str, str]] = {
    "en": {
        "summary": "SUMMARY", "leaders": "LEADERS", "messages": "MESSAGES", "themes": "THEMES", "said": "said", "named": "named",
        "no_date": "no date in the text", "words": "words", "statements": "statements", "statement": "statement",
        "letters": "messages", "letter": "letter", "cable": "cable", "call": "call", "meeting": "meeting", "visit": "visit",
        "nothing": "nothing found", "articles": "articles", "speakers": "speakers", "source": "Source", "addressee": "Addressee",
        "content": "Content", "rule": "Rule", "confidence": "confidence", "unknown": "unknown", "more": "more",
        "speech": "speech", "press_conference": "press conference", "interview": "interview",
        "written_statement": "written statement", "social_media": "social media", "session": "session",
        "direct": "direct", "mixed": "mixed", "indirect": "indirect", "to": "to", "theme": "theme", "office": "office",
        "country": "country", "none_leaders": "nobody is named with an office", "none_messages": "no message between parties",
        "none_statements": "no statement", "not_said": "not said", "expected": "expected", "declined": "declined",
    },
    "ar": {
        "summary": "الملخص", "leaders": "القادة", "messages": "الرسائل", "themes": "الموضوعات", "said": "قال", "named": "ذكر",
        "no_date": "لا تاريخ في النص", "words": "كلمة", "statements": "أقوال", "statement": "قول",
        "letters": "رسائل", "letter": "رسالة", "cable": "برقية", "call": "اتصال", "meeting": "لقاء", "visit": "زيارة",
        "nothing": "لا شيء", "articles": "مقالات", "speakers": "متحدثون", "source": "المصدر", "addressee": "المخاطب",
        "content": "المضمون", "rule": "القاعدة", "confidence": "الثقة", "unknown": "غير معروف", "more": "أخرى",
        "speech": "كلمة", "press_conference": "مؤتمر صحفي", "interview": "مقابلة", "written_statement": "بيان",
        "social_media": "تواصل اجتماعي", "session": "جلسة", "direct": "مباشر", "mixed": "مختلط", "indirect": "غير مباشر",
        "to": "إلى", "theme": "الموضوع", "office": "المنصب", "country": "الدولة", "none_leaders": "لا صاحب منصب مذكور",
        "none_messages": "لا رسائل بين أطراف", "none_statements": "لا أقوال", "not_said": "لم يقل", "expected": "متوقع",
        "declined": "امتنع",
    },
}  # fmt: skip


def label(key: str, lang: str) -> str:
    """A word in the language of the labels; the key itself when it has none."""
    return LABELS[lang].get(key, key)
