"""The index over names answers as the query does in each report."""

from dipcli.query import Query, Selection, aliases_from
from dipcli.rules.load import load_rules
from dipcli.views.called import Called
from tests.page.making import report, samples

NESTED = (
    "قال الوزير حازم العمري إن الجسر جاهز. وأضاف أن العمل مستمر.\n\nوأكد الوزير العمري أن الطريق مفتوح.",
    "أكد العمري أن المفاوضات مستمرة. وقال وزير الدفاع حازم سعيد العمري إن القوات مستعدة.",
    "صرح وزير الخارجية الروسي سيرغي لافروف بأن موسكو مستعدة للحوار. وقال الوزير لافروف إن الاجتماع قريب.",
    "أعلن عبدالله المنصور أن المؤتمر سيعقد. وقال عبد الله المنصور إنه متفائل.",
)


def test_every_name_finds_whom_the_command_finds() -> None:
    aliases = aliases_from(load_rules())
    reports = [*samples(), *(report(t, f"{n}.txt") for n, t in enumerate(NESTED))]
    index = Called(aliases)
    profiles = {(n, e.id): index.add(r, e) for n, r in enumerate(reports) for e in r.entities}
    names = {e.name for r in reports for e in r.entities} | {
        e.name_en for r in reports for e in r.entities if e.name_en
    }
    names |= {e.short for r in reports for e in r.entities if e.short} | {e.id for r in reports for e in r.entities}
    assert len(names) > 60
    for name in sorted({" ".join(n.split()) for n in names} | {"لافروف", "العمري", "Lavrov", "nobody"}):
        expected = set()
        for n, r in enumerate(reports):
            by = Selection(r, Query(by=(name,)), aliases).by or frozenset()
            expected |= {profiles[n, i] for i in by}
        assert index.find(name) == expected, name
