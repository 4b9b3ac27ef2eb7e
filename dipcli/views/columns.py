"""Heads of columns in sheets: keys of the rows in English, words in Arabic."""

_ARABIC = {
    "number": "الرقم", "person": "الشخص", "person_number": "رقم الشخص", "other": "الآخر", "other_number": "رقم الآخر", "made": "متى",
    "others": "منابر أخرى", "spellings": "كما كتب",
    "added": "تاريخ الإضافة", "addressee": "المخاطب", "characters": "عدد الأحرف", "encoding": "الترميز", "entity": "الكيان", "outlet": "الصحيفة", "published_from": "مصدر التاريخ", "story": "الخبر", "told": "قيل له", "annotated": "المشروح", "article": "المقال", "articles": "المقالات", "cause": "السبب",
    "clause": "الجملة", "confidence": "الثقة", "counters": "أمثلة مضادة", "country": "الدولة", "cue": "فعل القول",
    "date": "التاريخ", "direction": "الاتجاه", "endings": "الامتدادات", "error": "الخطأ", "evidence": "الشاهد", "examples": "أمثلة",
    "figure": "القياس", "file": "الملف", "first": "أول ذكر", "form": "الصيغة", "forms": "الصيغ", "frame": "التركيب",
    "from": "من", "from_id": "معرف من", "from_en": "من (بالإنجليزية)", "gender": "الجنس", "gloss": "المعنى", "high": "الحد الأعلى", "id": "المعرف",
    "kind": "النوع", "kinds": "الأنواع", "known": "معروف", "label_ar": "الموضوع بالعربية", "label_en": "الموضوع بالإنجليزية", "last": "آخر ذكر",
    "leaders": "القادة", "lemma": "الأصل", "line": "السطر", "low": "الحد الأدنى", "matches": "مواضع التطابق",
    "measure": "المعيار", "medium": "الوسيلة", "messages": "الرسائل", "month": "الشهر", "missing": "الناقص", "name": "الاسم",
    "name_en": "الاسم بالإنجليزية", "named": "مرات الذكر", "object": "المفعول", "occasion": "المناسبة",
    "occasion_kind": "نوع المناسبة", "office": "المنصب", "office_en": "المنصب بالإنجليزية", "origin": "المصدر",
    "points": "النقاط", "published": "تاريخ النشر", "reason": "السبب", "rule": "القاعدة", "start": "البداية", "end": "النهاية", "reported": "المنقول", "right": "الصحيح",
    "said": "الأقوال", "schema": "المخطط", "source": "المصدر", "speaker": "المتحدث", "speaker_en": "المتحدث بالإنجليزية",
    "speaker_id": "معرف المتحدث", "speech_act": "فعل الكلام", "statements": "الأقوال", "status": "الحالة",
    "subject": "الفاعل", "summary": "الملخص", "table": "الجدول", "text": "النص", "theme": "الموضوع", "themes": "الموضوعات",
    "title": "العنوان", "to": "إلى", "to_id": "معرف إلى", "to_en": "إلى (بالإنجليزية)", "value": "القيمة", "what": "الوصف", "why": "السبب",
}  # fmt: skip


def column_head(key: str, lang: str) -> str:
    """What stands over a column: the key, or its Arabic name; a field inside a record keeps its path."""
    return _ARABIC.get(key, key) if lang == "ar" else key
