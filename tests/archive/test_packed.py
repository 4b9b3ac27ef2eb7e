"""A report comes out of the archive as it went in, but for the reasons."""

import zlib

import orjson
from hypothesis import given
from hypothesis import strategies as st

from dipcli.archive.packed import Head, pack_report, pack_text, unpack_report, unpack_text
from dipcli.model import Report, Span, Summary, SummarySentence
from dipcli.outputs.wire import report_to_wire
from tests.archive.making import own_reports, read


def _back(report: Report) -> Report:
    a = report.article
    head = Head(source=a.source, title=a.title, published=a.published, outlet=a.outlet)
    return unpack_report(pack_report(report), head, unpack_text(pack_text(a.text)), report.rules)


def test_reports_come_back_whole() -> None:
    for report in own_reports():
        assert report_to_wire(_back(report)) == report_to_wire(report)


def test_a_summary_that_is_not_made_of_its_sentences_comes_back_too() -> None:
    report = read("قال الوزير إن المحادثات مثمرة.")
    sentence = SummarySentence(span=Span(0, 4), speaker=None, to=(), labelled=False)
    odd = report._replace(summary=Summary(text="غير ذلك", sentences=(sentence,)))
    assert _back(odd).summary == odd.summary


@given(st.text(alphabet=st.characters() | st.sampled_from("\\xuU0123456789abcdef\udcd9\x80\xc1٠۴قال")))
def test_any_text_comes_back(text: str) -> None:
    assert unpack_text(pack_text(text)) == text


def test_names_that_the_text_has_cost_next_to_nothing() -> None:
    report = max(own_reports(), key=lambda r: len(r.article.text))
    assert len(pack_report(report)) < 0.8 * len(zlib.compress(orjson.dumps(report_to_wire(report)))) / 2
