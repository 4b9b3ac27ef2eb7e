"""Text search over an archive finds what a scan of the texts finds."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dipcli.archive import finding
from dipcli.archive.connection import open_to_read
from dipcli.archive.finding import Order, Wanted
from dipcli.archive.reading import Reader
from dipcli.archive.search import score, search
from dipcli.query import Query, aliases_from, is_called
from dipcli.text.phrases import phrases_of, places_of
from tests.archive.making import archive_of, own_reports, read, rules

_RUNS = [" ".join(words[i : i + n]) for r in own_reports() for words in [r.article.text.split()] for n in (1, 2, 3) for i in range(0, len(words) - n, 7)]  # fmt: skip
_asked = st.lists(st.sampled_from([x for x in _RUNS if any(c.isalnum() for c in x)]), min_size=1, max_size=2)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> str:
    return archive_of(tmp_path_factory.mktemp("archive") / "own.db", own_reports())


def _sources(path: str, asked: list[str], query: Query, wanted: Wanted) -> list[tuple[str, tuple[object, ...]]]:
    db = open_to_read(path)
    try:
        reader = Reader(db, path)
        return [(f.source, f.places) for f in search(reader, phrases_of(asked), query, aliases_from(rules()), wanted)]
    finally:
        db.close()


@example(asked=["الرئيس"], since=None, undated=False)
@example(asked=["رؤساء الدول", "العلاقات"], since="2022", undated=True)
@given(asked=_asked, since=st.sampled_from((None, "2022", "2022-01-02")), undated=st.booleans())
@settings(max_examples=300, deadline=None)
def test_a_search_finds_what_a_scan_finds(path: str, asked: list[str], since: str | None, undated: bool) -> None:
    query = Query(since=since, undated=undated)
    phrases = phrases_of(asked)
    expected = []
    for report in own_reports():
        places = places_of(phrases, report.article.text)
        if query.keeps_date(report.article.published) and all(places) and not any(p.foreign for p in phrases):
            expected.append((report.article.source, tuple(map(tuple, places))))
    if not any(p.foreign for p in phrases):
        assert _sources(path, asked, query, Wanted(reprints=True)) == expected


@pytest.mark.parametrize("order", ["place", "date", "newest"])
def test_the_first_ones_are_the_first_of_all(path: str, order: Order, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "_MANY", 2)
    for word in ("الرئيس", "العلاقات", "مجلس", "amorim"):
        every = _sources(path, [word], Query(), Wanted(order))
        assert every
        assert _sources(path, [word], Query(), Wanted(order, first_ones=True)) == every


def test_a_name_in_latin_letters_finds_those_who_are_called_so(path: str) -> None:
    found = dict(_sources(path, ["amorim"], Query(), Wanted(reprints=True)))
    texts = {r.article.source: r for r in own_reports() if any(is_called("amorim", e) for e in r.entities)}
    assert found
    assert set(found) <= set(texts)
    for source, places in found.items():
        for place in places[0]:  # type: ignore[attr-defined]
            assert "موريم" in texts[source].article.text[place.start : place.end]


def test_latin_letters_are_found_as_they_stand(tmp_path: object) -> None:
    path = archive_of(tmp_path / "a.db", [read("قال الوزير إن منظمة OPEC تجتمع غدا."), read("غيرها.", "b.txt")])  # type: ignore[operator]
    assert [s for s, _ in _sources(path, ["opec"], Query(), Wanted())] == ["a.txt"]


def test_rank_is_by_number_against_length_and_by_title(tmp_path: object) -> None:
    long = "قال الوزير إن القمة أجلت. " + "وتابع حديثه عن أمور أخرى كثيرة. " * 40
    texts = [long, "قال الوزير إن القمة أجلت.", "قال الوزير إن القمة أجلت، وإن القمة ستعقد."]
    path = archive_of(tmp_path / "a.db", [read(t, f"{n}.txt") for n, t in enumerate(texts)])  # type: ignore[operator]
    db = open_to_read(path)
    reader = Reader(db, path)
    found = search(reader, phrases_of(["القمة"]), Query(), lambda _: frozenset(), Wanted(reprints=True))
    ranked = sorted(found, key=lambda f: -score(f, reader.usual_length()))
    assert [f.source for f in ranked] == ["2.txt", "1.txt", "0.txt"]


def test_a_name_is_found_in_its_other_transliterations(tmp_path: object) -> None:
    texts = {
        "a.txt": "قال رئيس الوزراء الإسرائيلي بنيامين نتنياهو إن الاتفاق سيئ.",
        "b.txt": "قال رئيس الوزراء الإسرائيلي بنيامين نتانياهو إن الاتفاق جيد. وأضاف نتانياهو أنه باق.",
        "c.txt": "قال وزير النقل التونسي غاستون ميلافيتش إن الطريق مفتوح.",
        "d.txt": "قال وزير النقل التونسي جاستون ميلافتش إن الطريق مغلق.",
        "e.txt": "قال الوزير إن الجسر جاهز.",
    }
    path = archive_of(tmp_path / "a.db", [read(text, name) for name, text in texts.items()])  # type: ignore[operator]
    for asked, sources in (
        ("نتنياهو", ["a.txt", "b.txt"]),
        ("بنيامين نتانياهو", ["a.txt", "b.txt"]),
        ("جاستون", ["c.txt", "d.txt"]),
        ("الجسر", ["e.txt"]),
    ):
        assert [s for s, _ in _sources(path, [asked], Query(), Wanted(reprints=True))] == sources, asked
