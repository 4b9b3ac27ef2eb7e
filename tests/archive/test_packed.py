"""A report comes out of the archive as it went in, but for the reasons."""

from dipcli.archive.packed import pack_report, pack_text, unpack_report, unpack_text
from dipcli.model import Report, Span, Summary, SummarySentence
from dipcli.outputs.wire import report_to_wire
from tests.archive.making import own_reports, read


def _back(report: Report) -> Report:
    return unpack_report(pack_report(report), unpack_text(pack_text(report.article.text)), report.rules)


def test_reports_come_back_whole() -> None:
    for report in own_reports():
        assert report_to_wire(_back(report)) == report_to_wire(report)


def test_a_summary_that_is_not_made_of_its_sentences_comes_back_too() -> None:
    report = read("قال الوزير إن المحادثات مثمرة.")
    sentence = SummarySentence(span=Span(0, 4), speaker=None, to=(), labelled=False)
    odd = report._replace(summary=Summary(text="غير ذلك", sentences=(sentence,)))
    assert _back(odd).summary == odd.summary


def test_text_with_a_lone_surrogate_comes_back() -> None:
    assert unpack_text(pack_text("قال \udcd9")) == "قال \udcd9"
