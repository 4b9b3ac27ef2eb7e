"""Reports as JSON: the documented keys, the law of offsets, and a schema that says neither more nor less."""

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from dipcli.model import Article, Report
from dipcli.outputs.schema import RECORDS, names, schema
from dipcli.outputs.wire import article_id, error_record, report_to_wire, row_to_wire
from dipcli.pipeline import parse
from dipcli.query import Query, Selection
from dipcli.rules.load import Rules
from dipcli.views.entities import entity_rows
from dipcli.views.leaders import LeaderCount
from dipcli.views.messages import message_rows
from dipcli.views.statements import statement_rows
from dipcli.views.summary import summary_row
from dipcli.views.themes import ThemeCount
from tests.conftest import ROOT

SAMPLES = sorted((ROOT / "samples").glob("*.txt"))
EVERY = Draft202012Validator(schema())

# What the report's documentation promises, written out a second time on purpose: a key that is renamed must fail here.
PROMISED = {
    "": "schema rules article entities messages statements themes summary notes",
    "article": "id source title published published_from outlet encoding characters text",
    "entities": "id kind known name name_en short short_en office office_en country mentions",
    "entities.mentions": "text start end kind",
    "messages": "id kind from to direction occasion evidence statements themes",
    "statements": "id line cue sources addressees content form frame status speech_act cameo plover message medium"
    " themes confidence rule sieve",
    "statements.cue": "text lemma kind start end",
    "statements.sources": "entity resolution text start end",
    "statements.addressees": "entity resolution text start end",
    "statements.content": "text start end",
    "statements.medium": "kind text start end",
    "themes": "id main medtop label statements score",
    "summary": "text sentences",
    "summary.sentences": "text start end speaker to",
    "notes": "severity reason text start end",
}


def _at(record: Any, path: str) -> list[dict[str, Any]]:
    """All objects at a path, those that are null left out."""
    found = [record]
    for part in filter(None, path.split(".")):
        values = [f[part] for f in found]
        found = [x for v in values if v is not None for x in (v if isinstance(v, list) else [v])]
    return found


@pytest.fixture(scope="module")
def reports(rules: Rules) -> list[Report]:
    """Reports of all samples."""
    assert SAMPLES
    return [parse(Article(text=p.read_text(encoding="utf-8"), source=p.name), rules) for p in SAMPLES]


@pytest.fixture(scope="module")
def wires(reports: list[Report]) -> list[dict[str, Any]]:
    """The samples' reports as JSON records."""
    return [dict(report_to_wire(r)) for r in reports]


@pytest.mark.parametrize("path", PROMISED)
def test_every_promised_key_is_always_there(wires: list[dict[str, Any]], path: str) -> None:
    objects = [o for w in wires for o in _at(w, path)]
    assert objects, "no sample has one"
    for o in objects:
        assert set(PROMISED[path].split()) <= set(o)


def test_offsets_slice_to_the_text_beside_them(wires: list[dict[str, Any]]) -> None:
    seen = 0

    def check(value: Any, text: str) -> int:
        if isinstance(value, list):
            return sum(check(v, text) for v in value)
        if not isinstance(value, dict):
            return 0
        own = 0
        if value.get("start") is not None and "end" in value:
            assert text[value["start"] : value["end"]] == value["text"]
            own = 1
        return own + sum(check(v, text) for v in value.values())

    for w in wires:
        seen += check(w, w["article"]["text"])
    assert seen > 300


def test_ids_that_are_referred_to_are_there(wires: list[dict[str, Any]]) -> None:
    for w in wires:
        entities = {e["id"] for e in w["entities"]}
        statements = {s["id"] for s in w["statements"]}
        assert len(entities) == len(w["entities"])
        assert {x["entity"] for s in w["statements"] for x in (*s["sources"], *s["addressees"])} <= entities | {None}
        assert {e for m in w["messages"] for e in (*m["from"], *m["to"])} <= entities
        assert {i for x in (*w["messages"], *w["themes"]) for i in x["statements"]} <= statements


def test_reports_are_valid_and_the_schema_bites(wires: list[dict[str, Any]]) -> None:
    for w in wires:
        EVERY.validate(w)
    assert not EVERY.is_valid({**wires[0], "more": 1})
    assert not EVERY.is_valid({k: v for k, v in wires[0].items() if k != "notes"})
    assert not EVERY.is_valid({**wires[0], "statements": [{**wires[0]["statements"][0], "status": "maybe"}]})


def test_rows_of_every_view_are_valid(reports: list[Report]) -> None:
    kinds = set()
    for r in reports:
        everything = Selection(r, Query())
        leaders, themes = LeaderCount(), ThemeCount()
        leaders.add(everything)
        themes.add(everything)
        rows = [
            *statement_rows(everything, "k"), *message_rows(everything, "k"), *leaders.rows(), *themes.rows(),
            *entity_rows(r), summary_row(r, "k"),
        ]  # fmt: skip
        for row in rows:
            record = row_to_wire(row)
            kinds.add(record["schema"])
            EVERY.validate(record)
    assert kinds == {f"dip.{k}/1" for k in ("statement", "message", "leader", "theme", "entity", "summary")}


def test_a_failed_input_is_a_valid_record() -> None:
    EVERY.validate(error_record("a.txt", "empty"))


@pytest.mark.parametrize("name", names())
def test_the_schema_of_one_record_is_a_schema_and_knows_its_name(name: str) -> None:
    one = schema(name)
    Draft202012Validator.check_schema(one)
    assert not Draft202012Validator(one).is_valid({"schema": f"dip.{name}/1"})


def test_an_unknown_record_has_no_schema() -> None:
    assert "nothing" not in names()
    with pytest.raises(KeyError):
        schema("nothing")


def test_every_record_tells_its_schema() -> None:
    assert len(RECORDS) == len(names()) == len(set(names()))
    for schema_id in RECORDS:
        assert schema_id.startswith("dip.")
        assert schema_id.endswith("/1")


def test_an_article_is_the_same_whatever_it_came_in(rules: Rules) -> None:
    text = "قال الوزير حازم العمري إن الجسر جاهز."
    one = report_to_wire(parse(Article(text=text, source="a.txt"), rules))
    two = report_to_wire(parse(Article(text=text, source="b.jsonl#3", published="2020-01-02"), rules))
    assert one["article"]["id"] == two["article"]["id"] == article_id(text)
    assert article_id(text + " ") != article_id(text)


def test_without_text_only_the_text_is_missing(reports: list[Report]) -> None:
    whole, bare = report_to_wire(reports[0]), report_to_wire(reports[0], with_text=False)
    assert whole["article"]["text"] is not None
    assert bare["article"]["text"] is None
    assert {**bare, "article": {**bare["article"], "text": whole["article"]["text"]}} == whole


def test_a_lone_surrogate_has_an_id() -> None:
    assert article_id("\ud800") != article_id("\udfff")
