"""Annotations that somebody wrote: what they may hold, and what is said when they cannot be read."""

import contextlib
import json
from pathlib import Path
from typing import Any

import pytest

from dipcli.evaluation.annotations import annotated_names, read_annotation
from dipcli.evaluation.errors import EvaluationError
from dipcli.evaluation.places import PlaceError, Places
from dipcli.evaluation.reported import article_name, reported
from dipcli.model import Span
from tests.conftest import OWN_GOLD

TEXT = "قالت ليلى إن الجسر جاهز، قالت إن الجسر متين.\nوأضافت أن الطريق مفتوح.\n"


def whole() -> dict[str, Any]:
    """An annotation with everything in it, where it is given by words."""
    return {
        "id": "a",
        "entities": [
            {"key": "layla", "kind": "person", "name": "ليلى", "aliases": ["قاسم"], "office": "الوزيرة", "country": "LB"},
            {"key": "city", "kind": "organisation", "name": "البلدية"},
        ],
        "exchanges": [{"n": 1, "kind": "call", "from": ["layla"], "to": ["city"], "occasion": None}],
        "statements": [
            {
                "line": 2, "cue": "وأضافت", "source_text": None, "source": "layla", "addressee": ["city"], "exchange": 1,
                "content": [{"line": 2, "start": "الطريق", "end": "مفتوح"}], "form": "indirect", "frame": "clause",
            }
        ],
        "themes": ["energy"],
    }  # fmt: skip


def written(folder: Path, record: Any, text: str = TEXT) -> Path:
    """A folder with this one annotated article."""
    for name in ("texts", "annotations"):
        (folder / name).mkdir(exist_ok=True)
    (folder / "texts/a.txt").write_bytes(text.encode())
    body = record if isinstance(record, str) else json.dumps(record, ensure_ascii=False)
    (folder / "annotations/a.json").write_text(body, encoding="utf-8")
    return folder


def test_words_name_their_place(tmp_path: Path) -> None:
    a = read_annotation(written(tmp_path, whole()), "a")
    (s,) = a.statements
    assert [TEXT[c.start : c.end] for c in s.content] == ["الطريق مفتوح"]
    assert s.cue is not None
    assert TEXT[s.cue.start : s.cue.end] == "وأضافت"
    assert (s.sources, s.addressees, s.exchange, s.status, s.subject) == ({"layla"}, {"city"}, 1, "said", False)
    assert a.exchanges[0].to == ("city",)


def test_offsets_win_where_they_are_given(tmp_path: Path) -> None:
    record = whole()
    record["statements"][0].update(content_spans=[[13, 23]], content_text=["الجسر جاهز"], cue_span=[25, 29])
    (s,) = read_annotation(written(tmp_path, record), "a").statements
    assert (s.content, s.cue) == ((Span(13, 23),), Span(25, 29))


def test_the_cue_is_the_one_before_what_is_said(tmp_path: Path) -> None:
    record = whole()
    content = [{"line": 1, "start": "الجسر متين", "end": "متين"}]
    record["statements"][0].update(line=1, cue="قالت", content=content)
    (s,) = read_annotation(written(tmp_path, record), "a").statements
    assert s.cue == Span(25, 29)


def test_a_byte_order_mark_is_no_character(tmp_path: Path) -> None:
    folder = written(tmp_path, whole(), "\ufeff" + TEXT)
    assert read_annotation(folder, "a").text == TEXT


def change(path: str, value: Any) -> dict[str, Any]:
    """The whole annotation with one value changed, or taken away for ``...``."""
    record: Any = whole()
    *way, last = (int(p) if p.isdigit() else p for p in path.split("."))
    node = record
    for part in way:
        node = node[part]
    if value is ...:
        del node[last]
    else:
        node[last] = value
    return record  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ("{", "not JSON"),
        ("[]", "no JSON object"),
        (change("statements", ...), "it needs statements"),
        (change("statements.0.source", ...), "statement 1: it needs source"),
        (change("statements.0.source", []), "statement 1: it needs a source"),
        (change("statements.0.source", "laila"), 'statement 1: source: there is no "laila"'),
        (change("statements.0.addressee", "unknown"), 'statement 1: addressee: there is no "unknown"'),
        (change("statements.0.source", [1]), "1 is no text"),
        (change("statements.0.form", "inderect"), 'form is one of direct, mixed, indirect, not "inderect"'),
        (change("statements.0.line", "2"), "statement 1: line is a number, not '2'"),
        (change("statements.0.adressee", "city"), 'statement 1: "adressee" is none of its keys'),
        (change("statements.0.exchange", 2), "statement 1: there is no exchange 2"),
        (change("statements.0.content", []), "statement 1: it needs content"),
        (change("statements.0.content.0.line", 9), "there is no line 9"),
        (change("statements.0.content.0.start", "الجسر"), '"الجسر", which is not in line 2'),
        (change("statements.0.content.0", {"line": 1, "start": "الجسر", "end": "متين"}), "2 times: take a word more"),
        (change("statements.0.content.0.end", "الجسر"), 'ends with "الجسر", which is not in line 2'),
        (change("statements.0.cue", "قال"), 'cue: "قال" is not in line 2'),
        (change("statements.0.content_spans", [[5, 500]]), "no [start, end] inside"),
        (change("statements.0.content_spans", [[5]]), "no [start, end] inside"),
        (change("entities.1.key", "layla"), "two have the same key"),
        (change("entities.0.kind", "woman"), "entity 1: kind is one of person"),
        (change("exchanges.0.to", ["nobody"]), 'exchange 1: to: there is no "nobody"'),
        (change("themes", ["enregy"]), 'themes: there is no "enregy" (energy)'),
    ],
)
def test_a_mistake_is_named_with_its_place(tmp_path: Path, record: Any, said: str) -> None:
    folder = written(tmp_path, record)
    with pytest.raises(EvaluationError) as e:
        read_annotation(folder, "a", ("energy",))
    assert said in str(e.value)
    assert str(e.value).startswith(f"{folder}/annotations/a.json: ")
    assert ("not JSON" in str(e.value)) is (record == "{")


def test_text_beside_offsets_must_stand_there(tmp_path: Path) -> None:
    record = whole()
    record["statements"][0].update(content_spans=[[13, 23]], content_text=["الجسر متين"])
    with pytest.raises(EvaluationError, match='at 13 to 23 the text has "الجسر جاهز"'):
        read_annotation(written(tmp_path, record), "a")


def test_a_text_that_is_missing_or_not_utf8(tmp_path: Path) -> None:
    folder = written(tmp_path, whole())
    (folder / "texts/a.txt").write_bytes(TEXT.encode("cp1256"))
    with pytest.raises(EvaluationError, match=r"texts/a\.txt: not UTF-8 at byte 0"):
        read_annotation(folder, "a")
    (folder / "texts/a.txt").unlink()
    with pytest.raises(EvaluationError, match=r"texts/a\.txt: cannot be read: No such file"):
        read_annotation(folder, "a")


def test_a_folder_without_annotations(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="no annotations in it"):
        annotated_names(tmp_path)
    with pytest.raises(EvaluationError, match="no such folder"):
        annotated_names(tmp_path / "gone")


def test_every_annotation_of_the_project_can_be_found_by_its_words() -> None:
    """Words that open and close a content name the place that its offsets name."""
    seen = 0
    for name in annotated_names(OWN_GOLD):
        a = read_annotation(OWN_GOLD, name)
        places = Places(a.text)
        for s in a.statements:
            if s.cue is not None:
                assert places.cue(s.line, s.cue_text or "", s.content[0].start, name) == s.cue
            for span in s.content:
                words = a.text[span.start : span.end].split(" ")
                line = a.text.count("\n", 0, span.start) + 1
                with contextlib.suppress(PlaceError):  # five words that stand in the line twice
                    assert places.between(line, " ".join(words[:5]), " ".join(words[-5:]), name) == span
                    seen += 1
    assert seen > 200


# -- reports -----------------------------------------------------------------------------------------------------------


def test_a_report_must_be_of_this_text() -> None:
    record = {"statements": [{"content": [{"text": "الجسر", "start": 13, "end": 18}]}]}
    assert reported(record, TEXT, "r").statements[0].content == (Span(13, 18),)
    with pytest.raises(EvaluationError, match="it is of another text"):
        reported(record, TEXT[1:], "r")


@pytest.mark.parametrize(
    "record",
    [{"statements": [{}]}, {"entities": [{"id": "e1"}]}, {"messages": ["x"]}, {"themes": [{}]}, {"statements": 1}],
)
def test_a_record_that_is_no_report_says_so(record: dict[str, Any]) -> None:
    with pytest.raises(EvaluationError, match="dip schema report"):
        reported(record, TEXT, "r")


@pytest.mark.parametrize("record", [None, [], {}, {"article": None}, {"article": {"source": None}}])
def test_a_report_names_its_article(record: Any) -> None:
    assert article_name({"article": {"source": "a/b/D01.txt"}}, "r") == "D01"
    with pytest.raises(EvaluationError, match="r: not a report of dip"):
        article_name(record, "r")
