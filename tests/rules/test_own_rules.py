"""A user's own tables: what is refused, and that what is laid over the rules is what would have been compiled."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dipcli.model import Article, DipError
from dipcli.outputs.wire import report_to_wire
from dipcli.pipeline import parse
from dipcli.rules.catalogue import cue_tables
from dipcli.rules.load import Rules, compiled, load_rules
from dipcli.rules.own.checked import Checked, check_folders
from dipcli.rules.own.fields import KINDS, SPEECH_ACTS
from dipcli.rules.own.overlay import lay_over
from dipcli.rules.own.read import read_folder
from dipcli.rules.own.shape import faults
from dipcli.rules.own.table import Folder, Table
from dipcli.rules.own.tsv import FILES
from dipcli.rules.source import DATA
from dipcli.trial.examples import unfulfilled
from tests.conftest import ROOT

MINE = ROOT / "docs/my-rules"

CUE: dict[str, Any] = {
    "id": "cue.hamasa", "lemma": "همس", "gloss": "whisper", "past": "همس", "present": "يهمس", "clause": ["بأن"],
    "speech_act": "inform",
    "example": [{"text": "وهمس الشيخ حازم العمري بأن السفر جائز.", "cue": "وهمس", "content": "السفر جائز"}],
    "counter": [{"text": "همس المجلس في مسائل كثيرة.", "why": "nothing is told"}],
}  # fmt: skip
LEADER: dict[str, Any] = {"id": "hazem-al-omari", "name": "حازم العمري", "gender": "m"}
THEME: dict[str, Any] = {
    "id": "bridges", "ar": "الجسور", "en": "bridges", "terms": ["جسر"], "example": "الجسر جاهز", "counter": "الطريق جاهز",
}  # fmt: skip
BODY: dict[str, Any] = {"id": "x-union", "name": "اتحاد مهندسي الجسور", "name_en": "U", "gender": "m", "kind": "ngo"}
TITLE: dict[str, Any] = {
    "office": "bridge_master",
    "form": "أمين الجسور",
    "english": "bridge master",
    "kind": "state_office",
}


def toml(*tables: tuple[str, dict[str, Any]]) -> str:
    """Tables as TOML; JSON's texts, lists and flags are TOML's."""
    out: list[str] = []

    def put(head: str, values: dict[str, Any]) -> None:
        nested = {k: v for k, v in values.items() if isinstance(v, list) and v and isinstance(v[0], dict)}
        out.append(f"[[{head}]]")
        out.extend(f"{k} = {json.dumps(v, ensure_ascii=False)}" for k, v in values.items() if k not in nested)
        for k, v in nested.items():
            for one in v:
                put(f"{head}.{k}", one)

    for kind, values in tables:
        put(kind, values)
    return "\n".join(out) + "\n"


def reasons(folder: Path, *tables: tuple[str, dict[str, Any]], **files: str) -> list[str]:
    """Everything that a check of these tables says."""
    if tables:
        (folder / "a.toml").write_text(toml(*tables), encoding="utf-8")
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")
    checked = check_folders([folder], compiled())
    problems = checked.problems or unfulfilled(checked.tables, Rules(lay_over(compiled(), checked)))
    return [str(p).removeprefix(f"{folder}/") for p in problems]


def test_the_sample_is_sound() -> None:
    checked = check_folders([MINE], compiled())
    assert checked.problems == ()
    assert list(unfulfilled(checked.tables, load_rules(own=[MINE]))) == []


@pytest.mark.parametrize(
    ("kind", "sound", "change", "said"),
    [
        ("cue", CUE, {"pasts": "x"}, 'no key is called "pasts": did you mean past?'),
        ("cue", CUE, {"example": []}, "example is missing"),
        ("cue", CUE, {"counter": None}, "counter is missing"),
        ("cue", CUE, {"lemma": "hamasa"}, 'lemma is Arabic, not "hamasa"'),
        ("cue", CUE, {"id": "hamasa"}, "the id of a cue begins with cue."),
        ("cue", CUE, {"id": "cue.HAMASA"}, "id has the shape a-b-1"),
        ("cue", CUE, {"clause": "بأن"}, "clause is a list of texts"),
        ("cue", CUE, {"quote": "yes"}, "quote is true or false"),
        ("cue", CUE, {"speech_act": "informs"}, "did you mean inform?"),
        ("cue", CUE, {"past": None, "present": None}, "there is no form of it"),
        ("cue", CUE, {"past": None}, "present needs past"),
        ("cue", CUE, {"clause": None}, "nothing opens what is said"),
        ("cue", CUE, {"example": [{**CUE["example"][0], "content": "الحج جائز"}]}, "does not stand in its text"),
        ("cue", CUE, {"example": [{**CUE["example"][0], "why": "x"}]}, 'example 1: no key is called "why"'),
        ("cue", CUE, {"example": [{**CUE["example"][0], "content": "جائز"}]}, 'what is said is "السفر جائز", not "جائز"'),
        ("cue", CUE, {"example": [{**CUE["example"][0], "cue": "همس"}]}, 'the cue is "وهمس", not "همس"'),
        ("cue", CUE, {"example": [{**CUE["example"][0], "source": "السفر"}]}, "the source is"),
        ("cue", CUE, {"example": [{**CUE["example"][0], "addressee": "الشعب"}]}, "it is said to nobody"),
        ("cue", CUE, {"example": [{"text": "همس الشيخ.", "cue": "همس", "content": "الشيخ"}]}, "example 1: it finds nothing"),
        ("cue", CUE, {"counter": [{"text": CUE["example"][0]["text"], "why": "x"}]}, 'counter 1: it fires, with "السفر جائز"'),
        ("cue", CUE, {"masdar": ["قول"]}, 'say shares = ["cue.qala"]'),
        ("cue", CUE, {"shares": ["cue.qalaa"]}, 'shares: no rule is called "cue.qalaa": did you mean cue.qala?'),
        ("cue", CUE, {"heads": ["speeches"]}, 'heads: no class of words is called "speeches": did you mean speech?'),
        ("leader", LEADER, {"gender": "x"}, 'gender is m, f, not "x"'),
        ("leader", LEADER, {"office": [{"office": "presidents"}]}, 'no office is called "presidents": did you mean president?'),
        ("leader", LEADER, {"office": [{"office": "president", "country": "XY"}]}, 'no country has the code "XY"'),
        ("leader", LEADER, {"office": [{"office": "president", "from": "May"}]}, 'from is a year or a month like 2024-05, not "May"'),
        ("leader", LEADER, {"name": "شي جين بينغ"}, 'also names xi-jinping; say shares = ["xi-jinping"]'),
        ("leader", LEADER, {"short": "فرنسا"}, "also names FR"),
        ("leader", LEADER, {"short": "كان"}, "كان: a function word, not a name"),
        ("leader", LEADER, {"variants": ["كتاب"]}, "كتاب: a frequent word, not a name"),
        ("leader", LEADER, {"example": "لا أحد هنا."}, "example: it is not found"),
        ("leader", LEADER, {"name": "a\tb"}, "name holds a tab"),
        ("theme", THEME, {"terms": []}, "terms is missing"),
        ("theme", THEME, {"example": "الطريق"}, "example: no term of it is found"),
        ("theme", THEME, {"counter": "الجسر"}, "counter: one of its terms is found"),
        ("theme", THEME, {"id": "Bridges!"}, "id has the shape a_b_1"),
        ("organisation", BODY, {"kind": "club"}, "kind is igo"),
        ("organisation", BODY, {"name": "الأمم المتحدة"}, "also names un"),
        ("organisation", BODY, {"country": "XX"}, 'no country has the code "XX"'),
        ("organisation", BODY, {"example": "اجتمع المجلس."}, "example: it is not found"),
        ("title", TITLE, {"form": "وزير الخارجية"}, "also a form of the office foreign_minister"),
        ("title", TITLE, {"construct": "no"}, "construct is true or false"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named(
    tmp_path: Path, kind: str, sound: dict[str, Any], change: dict[str, Any], said: str
) -> None:
    values = {k: v for k, v in {**sound, **change}.items() if v is not None}
    found = reasons(tmp_path, (kind, values))
    assert any(said in reason and reason.startswith("a.toml:1: ") for reason in found), found


def test_what_the_faults_were_planted_in_is_sound(tmp_path: Path) -> None:
    tables = [("cue", CUE), ("leader", LEADER), ("theme", THEME), ("organisation", BODY), ("title", TITLE)]
    assert reasons(tmp_path, *tables) == []


def test_a_declared_form_may_be_shared(tmp_path: Path) -> None:
    shared = {**CUE, "masdar": ["قول"], "shares": ["cue.qala"]}
    assert not any("also a form" in r for r in reasons(tmp_path, ("cue", shared)))
    assert reasons(tmp_path, ("leader", {**LEADER, "name": "شي جين بينغ", "shares": ["xi-jinping"]})) == []


def test_two_tables_of_the_user_are_held_against_each_other(tmp_path: Path) -> None:
    other = {**CUE, "id": "cue.other"}
    assert any("also a form of cue.other" in r for r in reasons(tmp_path, ("cue", CUE), ("cue", other)))
    twice = reasons(tmp_path, ("theme", THEME), ("theme", THEME))
    assert twice == ["a.toml:8: bridges: the id stands twice (before in " + str(tmp_path / "a.toml") + ":1)"]


def test_lines_point_to_the_table(tmp_path: Path) -> None:
    found = reasons(
        tmp_path,
        ("leader", LEADER),
        ("theme", {**THEME, "nope": "x"}),
        ("leader", {**LEADER, "gender": "x", "id": "b"}),
    )
    assert [f.split(" ")[0] for f in found] == ["a.toml:5:", "a.toml:13:"]


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"a_toml": "[[cue]\n"}, "a.toml: not TOML"),
        ({"a_toml": "x = 1\n"}, 'a.toml: "x" is no table of rules'),
        ({"a_toml": "[cue]\nid = 'x'\n"}, 'a.toml: "cue" is no table of rules'),
        ({"a_toml": "x = " + "[" * 20_000}, "a.toml: not TOML"),
        ({"other_tsv": "id\n"}, "other.tsv: no such table: a .tsv file is one of people.tsv"),
        ({"people_tsv": "id\tname\n"}, 'people.tsv:1: no column is called "name"'),
        ({"people_tsv": ""}, "people.tsv:1: the first line must name the columns"),
        ({"people_tsv": "id\tname_ar\na\tb\tc\n"}, "people.tsv:2: a: 3 cells, the first line has 2"),
        ({"people_tsv": "id\tname_ar\tgender\na\tسالم العمري\tx\n"}, "people.tsv:2: a: gender is m, f"),
        ({"countries_tsv": "iso2\tname_en\nQQ\tNowhere\n"}, "countries.tsv:2: QQ: name_ar is missing"),
    ],
)
def test_files_that_are_no_tables(tmp_path: Path, files: dict[str, str], said: str) -> None:
    assert any(r.startswith(said) for r in reasons(tmp_path, **files)), reasons(tmp_path, **files)


def test_what_is_not_utf8_or_no_folder(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(b"\xff\xfe")
    assert "not UTF-8" in str(read_folder(tmp_path).problems[0])
    for path in (tmp_path / "gone", tmp_path / "a.toml"):
        with pytest.raises(DipError, match="folder"):
            load_rules(own=[path])
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(DipError, match="no table of rules in it"):
        load_rules(own=[empty])


def test_loading_stops_at_the_first_fault_and_counts_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(toml(("theme", {"id": "x"})), encoding="utf-8")
    with pytest.raises(DipError, match=r"a.toml:1: x: ar is missing \(and 4 more: dip rules check\)"):
        load_rules(own=[tmp_path])


_ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_no_value_makes_the_check_fail(kind: str, data: st.DataObject) -> None:
    keys = st.sampled_from([*KINDS[kind], "other"])
    values = data.draw(st.dictionaries(keys, _ANY, max_size=8))
    own = values.get("id")
    assert all(isinstance(f, str) for f in faults(Table("a", 1, kind, own if isinstance(own, str) else "", values)))


# -- laid over the rules -----------------------------------------------------------------------------------------------


def _overlaid(*tables: Table) -> Rules:
    folder = Folder("mine", "0" * 64, tables, ())
    return Rules(lay_over(compiled(), Checked((folder,), tables, ())))


def test_built_in_tables_over_themselves_change_nothing(rules: Rules) -> None:
    own = _overlaid(*(Table("a", 1, "cue", t["id"], t) for t in cue_tables()[::9]))
    for path in sorted((ROOT / "samples").glob("*.txt")):
        article = Article(text=path.read_text(encoding="utf-8"))
        mine, theirs = report_to_wire(parse(article, own)), report_to_wire(parse(article, rules))
        assert mine.pop("rules") != theirs.pop("rules")
        assert mine == theirs


def test_a_replaced_cue_has_only_its_new_forms() -> None:
    own = _overlaid(Table("a", 1, "cue", "cue.qala", {**CUE, "id": "cue.qala"}))
    assert parse(Article(text="قال الوزير حازم العمري إن الجسر جاهز."), own).statements == ()
    (said,) = parse(Article(text="وهمس الوزير حازم العمري بأن الجسر جاهز."), own).statements
    assert said.rule == "cue.qala.clause"


def test_a_replaced_leader_has_only_the_new_names_and_offices() -> None:
    own = _overlaid(Table("a", 1, "leader", "xi-jinping", {**LEADER, "id": "xi-jinping", "name": "سالم العمري الكبير"}))
    person = own.lexicon.person("xi-jinping")
    assert (person.name, [t.office for t in person.terms]) == ("سالم العمري الكبير", [""])
    text = "قال شي جين بينغ إن الأمن مهم. وقال سالم العمري الكبير إن الجسر جاهز."
    assert [e.known for e in parse(Article(text=text), own).entities] == [False, True]


def test_an_office_tells_the_country_and_the_english_name() -> None:
    own = load_rules(own=[MINE])
    (entity,) = parse(Article(text="قال وزير النقل حازم العمري إن الجسر جاهز."), own).entities
    assert (entity.id, entity.name_en, entity.country) == ("hazem-al-omari", "Hazem al-Omari", "TN")


def test_a_title_adds_to_its_office(tmp_path: Path) -> None:
    text = "قال أمين الجسور سالم نور إن العمل بدأ."
    assert reasons(tmp_path, ("title", {**TITLE, "leader": True, "example": text})) == []
    (entity,) = parse(Article(text=text), load_rules(own=[tmp_path])).entities
    assert (entity.office_en, entity.leader) == ("bridge master", True)


def test_a_country_of_ones_own(tmp_path: Path) -> None:
    head = "iso2\tname_en\tname_ar\tdemonym_m\tdemonym_f\n"
    assert reasons(tmp_path, countries_tsv=head + "QQ\tNuristan\tنورستان الكبرى\tنورستاني\tنورستانية\n") == []
    (entity,) = parse(Article(text="قال الرئيس النورستاني سالم نور إن العمل بدأ."), load_rules(own=[tmp_path])).entities
    assert entity.country == "QQ"


def test_later_folders_win(tmp_path: Path) -> None:
    for name, english in (("a", "First"), ("b", "Second")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.toml").write_text(toml(("leader", {**LEADER, "name_en": english})), encoding="utf-8")
    own = load_rules(own=[tmp_path / "a", tmp_path / "b"])
    assert own.lexicon.person("hazem-al-omari").name_en == "Second"
    assert [o.name for o in own.id.own] == ["a", "b"]
    assert len({o.sha256 for o in own.id.own}) == 2


def test_the_sum_is_of_the_files_and_the_rules_are_those_of_the_package(tmp_path: Path, rules: Rules) -> None:
    (tmp_path / "x.toml").write_text(toml(("leader", LEADER)), encoding="utf-8")
    first = load_rules(own=[tmp_path]).id
    (tmp_path / "notes.md").write_text("no table")
    assert load_rules(own=[tmp_path]).id == first
    (tmp_path / "x.toml").write_text(toml(("leader", {**LEADER, "note": "x"})), encoding="utf-8")
    assert load_rules(own=[tmp_path]).id.own[0].sha256 != first.own[0].sha256
    assert (first.version, first.sha256, rules.id.own) == (rules.version, rules.sha256, ())


# -- themes ------------------------------------------------------------------------------------------------------------

SAID = "قال الوزير حازم العمري إن الجسر جاهز."


@pytest.mark.parametrize(
    ("text", "main", "statements"),
    [
        (SAID, False, ("s1",)),
        (f"افتتاح الجسر الجديد\n\n{SAID}", True, ("s1",)),
        (f"{SAID} والجسر طويل. والجسر عريض.", True, ("s1",)),
        ("افتتاح الجسر الجديد في المدينة\n\nقال الوزير حازم العمري إن الطريق جاهز.", True, ()),
        ("قال الوزير حازم العمري إن الطريق جاهز. والجسر طويل.", None, ()),
    ],
)
def test_themes_by_terms(text: str, main: bool | None, statements: tuple[str, ...]) -> None:
    found = {t.id: t for t in parse(Article(text=text), load_rules(own=[MINE])).themes}
    if main is None:
        assert "bridges" not in found
    else:
        assert (found["bridges"].main, found["bridges"].statements) == (main, statements)
        assert found["bridges"].label_en == "bridges and tunnels"


def test_terms_of_a_built_in_theme_add_to_it(rules: Rules) -> None:
    own = _overlaid(Table("a", 1, "theme", "energy", {**THEME, "id": "energy", "en": "power"}))
    (hit,) = [t for t in parse(Article(text=SAID), own).themes if t.id == "energy"]
    assert (hit.statements, hit.label_en) == (("s1",), "power")
    assert own.theme_labels()["energy"] == ("الجسور", "power")
    assert list(own.theme_labels()) == list(rules.theme_labels())


# -- in step with the built-in tables ----------------------------------------------------------------------------------


def test_every_built_in_cue_would_pass() -> None:
    wrong = [
        (t["id"], f)
        for t in cue_tables()
        for f in faults(Table("a", 1, "cue", t["id"], t))
        if "does not stand in its text" not in f
    ]
    assert wrong == []
    assert {t["speech_act"] for t in cue_tables()} <= set(SPEECH_ACTS)


@pytest.mark.parametrize("name", FILES)
def test_columns_are_those_of_the_built_in_tables(name: str) -> None:
    head = (DATA / "world" / name).read_text(encoding="utf-8").split("\n", 1)[0].split("\t")
    assert list(FILES[name][1]) == head
