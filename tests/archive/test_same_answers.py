"""The archive answers as the files do: same query, same rows."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dipcli.archive.connection import open_to_read
from dipcli.archive.finding import Wanted
from dipcli.archive.reading import Reader
from dipcli.cli.collected import with_reasons
from dipcli.query import Query, Selection, aliases_from, spelling
from dipcli.views.leaders import LeaderCount
from dipcli.views.messages import message_rows
from dipcli.views.names import World
from dipcli.views.network import NetworkCount
from dipcli.views.page import Collector
from dipcli.views.statements import statement_rows
from dipcli.views.themes import ThemeCount
from dipcli.views.timeline import TimelineCount
from dipcli.views.trends import TrendCount
from tests.archive.making import archive_of, own_reports, rules

_NAMES = sorted(
    {e.name for r in own_reports() for e in r.entities}
    | {e.name_en for r in own_reports() for e in r.entities if e.name_en}
    | {r.article.text[m.span.start : m.span.end] for r in own_reports() for e in r.entities for m in e.mentions}
    | {word for r in own_reports() for e in r.entities for word in e.name.split()}
)
_WORDS = sorted({w for r in own_reports() for w in r.article.text.split()})
_names = st.lists(st.sampled_from(_NAMES), max_size=2).map(tuple)
_dates = st.sampled_from((None, None, None, "2021", "2022", "2022-01", "2022-01-03", "2023-05"))
_queries = st.builds(
    Query,
    text=st.one_of(
        st.just(""), st.sampled_from(_WORDS), st.lists(st.sampled_from(_WORDS), min_size=2, max_size=2).map(" ".join)
    ).filter(lambda t: not t or any(c.isalnum() for c in t)),
    by=_names,
    to=_names,
    about=st.lists(st.sampled_from([t[0] for t in rules().themes]), max_size=2).map(tuple),
    form=st.lists(st.sampled_from(("direct", "mixed", "indirect")), max_size=1).map(tuple),
    status=st.lists(st.sampled_from(("said", "not_said", "expected")), max_size=1).map(tuple),
    medium=st.lists(st.sampled_from(("letter", "cable", "call", "meeting", "speech")), max_size=1).map(tuple),
    since=_dates,
    until=_dates,
    undated=st.booleans(),
    min_confidence=st.sampled_from((0.0, 0.0, 0.8)),
)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> str:
    return archive_of(tmp_path_factory.mktemp("archive") / "own.db", own_reports())


def _archived(path: str, query: Query, *, of_statements: bool) -> list[Selection]:
    db = open_to_read(path)
    aliases = aliases_from(rules())
    wanted = Wanted(order="place", reprints=True, of_statements=of_statements)
    found = [Selection(s.report, query, aliases) for s in Reader(db, path).articles(query, aliases, wanted)]
    db.close()
    return found


@given(query=_queries)
@settings(max_examples=300, deadline=None)
def test_every_query_gives_the_rows_of_the_files(path: str, query: Query) -> None:
    files = [Selection(r, query, aliases_from(rules())) for r in own_reports()]
    said = _archived(path, query, of_statements=True)
    assert [row for x in said for row in statement_rows(x, "")] == [row for x in files for row in statement_rows(x, "")]
    rest = _archived(path, query, of_statements=False)
    assert [row for x in rest for row in message_rows(x, "")] == [row for x in files for row in message_rows(x, "")]
    for count in (LeaderCount, ThemeCount, NetworkCount, TimelineCount, TrendCount):
        one, other = count(), count()
        for x in rest:
            one.add(x)
        for x in files:
            other.add(x)
        assert one.rows() == other.rows()
        assert getattr(one, "undated", 0) == getattr(other, "undated", 0)


@given(query=_queries, lang=st.sampled_from(("ar", "en")))
@settings(max_examples=60, deadline=None)
def test_every_query_gives_the_page_of_the_files(path: str, query: Query, lang: str) -> None:
    files = [Selection(r, query, aliases_from(rules())) for r in own_reports()]
    archived = [
        Selection(with_reasons(x.report, rules()), query, aliases_from(rules()))
        for x in _archived(path, query, of_statements=False)
    ]
    one, other = _collected(archived, lang), _collected(files, lang)
    assert one.statements == other.statements
    assert one.messages == other.messages
    assert one.papers == other.papers
    assert one.choices() == other.choices()


def _collected(selections: list[Selection], lang: str) -> Collector:
    made = Collector(lang, World(rules()), aliases_from(rules()), spelling())
    for selection in selections:
        made.add(selection)
    return made


def test_queries_of_this_test_do_find_something(path: str) -> None:
    for query in (
        Query(by=("Orlova",)),
        Query(text="العلاقات"),
        Query(medium=("letter",)),
        Query(since="2022", until="2022"),
    ):
        found = [s for x in _archived(path, query, of_statements=True) for s in x.statements()]
        expected = [s for r in own_reports() for s in Selection(r, query, aliases_from(rules())).statements()]
        assert len(found) == len(expected)
    assert _archived(path, Query(text="العلاقات"), of_statements=True)


def test_a_search_opens_only_what_it_may_show(path: str) -> None:
    assert len(_archived(path, Query(about=("nuclear",)), of_statements=True)) < len(own_reports()) / 2
    assert len(_archived(path, Query(medium=("letter",)), of_statements=True)) < len(own_reports()) / 2
