"""Where a content ends before the next report's own words, and where it begins with what is spoken of."""

import pytest

from tests.stages.reports import Read, said, source_of


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("وألمح التقرير إلى إمكانية تراجع النمو في العام الحالي وبشأن التضخم لفت التقرير إلى ارتفاعه.",
         "إمكانية تراجع النمو في العام الحالي"),
        ('ويؤكد سالم العمري أن الوفد تلقى اتصالات كثيرة بقوله "استمع إلى الجميع".', "الوفد تلقى اتصالات كثيرة"),
        ("وصف سالم العمري الطريقة بأنها سهلة.", "الطريقة بأنها سهلة"),
        ("ألقى سالم العمري كلمة أعرب في مستهلها عن تمنياته للوفد بالنجاح.", "تمنياته للوفد بالنجاح"),
        ("قال سالم العمري إن الجسر سليم، مضيفا لقد وقفنا على كثير من المدارس.", "لقد وقفنا على كثير من المدارس"),
        ("قال سالم العمري إن الجسر سليم. وأضاف في حال تم البيع سنسعى إلى لقاء.", "في حال تم البيع سنسعى إلى لقاء"),
    ],
)  # fmt: skip
def test_the_content(read: Read, text: str, content: str) -> None:
    report = read(text)
    contents = [report.article.text[c.start : c.end] for s in report.statements for c in s.content]
    assert content in contents


def test_who_is_appealed_to(read: Read) -> None:
    report = read("رفضت كينيا القرار رغم مناشدة تونس لها بفتح الجسر.")
    assert source_of(report, said(report, "بفتح الجسر")) == "تونس"
