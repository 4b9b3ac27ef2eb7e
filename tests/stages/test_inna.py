"""إن with its kasra belongs to قال, whatever stands between the two; other verbs do not take it from there."""

import pytest

from tests.stages.reports import Read, source_of

CASES = [
    ("وقال المندوب الذي تحدث للصحيفة المحلية -شريطة عدم ذكر اسمه- إن النفق مغلق.", "المندوب", "النفق مغلق"),
    ("وقال الوزير سامي العمري، بحسب ما نقلت عنه وكالة الأفق، إن النفق مغلق.", "سامي العمري", "النفق مغلق"),
    ("وقالت الوزيرة منال العمري وفقا لما ذكرته إذاعة الأفق إن النفق مغلق.", "منال العمري", "النفق مغلق"),
    ("لكن بعض المحللين يقولون إن النفق مغلق.", "بعض المحللين", "النفق مغلق"),
    ("ويرى مراقبون تحدثوا إلى الصحيفة أن النفق مغلق.", "مراقبون", "النفق مغلق"),
    ("وأكد المدير سامي العمري إن شاء الله أن النفق يفتح غدا.", "سامي العمري", "النفق يفتح غدا"),
]


@pytest.mark.parametrize(("text", "source", "content"), CASES)
def test_who_has_the_clause(read: Read, text: str, source: str, content: str) -> None:
    report = read(text)
    found = [
        (source_of(report, s), report.article.text[s.content[0].start : s.content[0].end]) for s in report.statements
    ]
    assert found == [(source, content)]


def test_a_condition_opens_nothing(read: Read) -> None:
    assert not read("وقال المدير إن كان النفق مغلقا أو مفتوحا.").statements[1:]
