"""Each filter of the page, and combinations, keep what the command keeps: in a real browser, against the same query."""

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from dipcli.query import Query, Selection
from tests.cli.running import dip
from tests.page.making import aliases, dated, need_extras

if TYPE_CHECKING:
    from tests.page.browser import Browser

need_extras()
Asked = dict[str, str]
# Sets the fields, shows all that is found, answers with the numbers of the statements and what is marked in them.
ASK = """
const form = document.getElementById("filter");
const more = document.getElementById("more");
return arguments[0].map((asked) => {
  for (const field of form.elements) if (field.name) field.type === "checkbox" ? field.checked = false : field.value = "";
  for (const name in asked) name === "undated" ? form.elements.undated.checked = true : form.elements[name].value = asked[name];
  form.dispatchEvent(new Event("input"));
  while (!more.hidden) more.click();
  const marks = [...(CSS.highlights.get("found") || [])].map((range) => range.toString());
  return [[...document.querySelectorAll("#list > li")].map((e) => Number(e.id.slice(1))), marks, document.getElementById("count").textContent];
});
"""
# Words of the articles in other spellings, with and without what is written onto them, signs, Latin, digits, nonsense.
WORDS = (
    "الرئيس", "رئيس", "رئيس الجمهورية", "إن", "ان", "أن", "العلاقات", "علاقات", "العَلاقات", "علاقاتهم", "البلدين", "وزارة", "وزاره", "زيارة",
    "زيارته", "تعاون", "التعاون الثنائي", "السلام", "سلام", "لبنان", "مصر", "الـرئيس", "ﺍﻟﺮﺋﻴﺲ", "2022", "x", "في", "على", "علي", "رسالة", "رسالته",
    "المنطقة", "منطقه", "الدولي", "دولى", "أمن", "الأمن", "لا", "ﻻ", "تضامن", "قطرة ماء", "و", "الشعب", "شعبه",
)  # fmt: skip
DATES = ("2024", "2024-01", "2024-02", "2024-01-10", "2024-02-03", "2023", "2025-12-31")


@pytest.fixture(scope="module", params=[False, True], ids=["whole", "held"])
def opened(request: pytest.FixtureRequest, browser: "Browser", page_file: Callable[..., Path]) -> "Browser":
    browser.open(page_file(held=request.param))
    return browser


def expected(asked: Asked) -> tuple[list[int], list[str]]:
    """Numbers of the statements that the same query keeps, and the words in them that it found, as they stand there."""
    query = Query(
        text=asked.get("text", ""), since=asked.get("since"), until=asked.get("until"), undated="undated" in asked,
        **{n: (asked[f],) for n, f in (("by", "by"), ("to", "to"), ("about", "theme"), ("medium", "medium"), ("status", "status")) if f in asked},
    )  # fmt: skip
    numbers, marks, first = [], [], 0
    for report in dated():
        places = {s.id: first + n for n, s in enumerate(report.statements)}
        for s, match in Selection(report, query, aliases()).statements():
            numbers.append(places[s.id])
            text = "\n".join(report.article.text[c.start : c.end] for c in s.content)
            marks += [text[a:b] for a, b in match.offsets]
        first += len(places)
    return numbers, marks


def choices(browser: "Browser", name: str) -> dict[str, str]:
    """Value of each choice of a filter: its label without the count."""
    script = (
        "return [...document.getElementById('f-' + arguments[0]).options].slice(1).map((o) => [o.value, o.textContent])"
    )
    return {value: words.rsplit(" (", 1)[0] for value, words in browser.run(script, name)}


def check(browser: "Browser", questions: list[Asked]) -> None:
    """All questions in the page; a name there is a number, to the command its label."""
    names = {name: choices(browser, name) for name in ("by", "to")}
    for asked, (shown, marked, count) in zip(questions, browser.run(ASK, questions), strict=True):
        wanted, found = expected({k: names[k][v] if k in names else v for k, v in asked.items()})
        assert shown == wanted, asked
        assert sorted(marked) == sorted(found), asked
        total = sum(len(r.statements) for r in dated())
        assert count == (f"{total} statements" if len(wanted) == total else f"{len(wanted)} of {total}"), asked


@pytest.mark.parametrize("name", ["by", "to", "theme", "medium", "status"])
def test_every_choice(opened: "Browser", name: str) -> None:
    values = list(choices(opened, name))
    assert len(values) > {"by": 25, "to": 15, "theme": 8, "medium": 4, "status": 1}[name]
    check(opened, [{name: value} for value in values])


def test_every_choice_says_how_many_it_keeps(opened: "Browser") -> None:
    script = """return [...document.querySelectorAll('#filter option')].filter((o) => o.value)
      .map((o) => [o.parentElement.name, o.value, Number(/\\((\\d+)\\)$/.exec(o.textContent)[1])])"""
    offered = opened.run(script)
    assert len(offered) > 60
    answers = opened.run(ASK, [{name: value} for name, value, _ in offered])
    assert [len(shown) for shown, _, _ in answers] == [n for _, _, n in offered]


def test_words_in_any_spelling(opened: "Browser") -> None:
    check(opened, [{"text": word} for word in WORDS])
    assert sum(bool(expected({"text": word})[0]) for word in WORDS) > 25


def test_dates(opened: "Browser") -> None:
    asked: list[Asked] = [{"since": d} for d in DATES] + [{"until": d} for d in DATES]
    asked += [{"since": a, "until": b} for a in DATES for b in DATES[1:3]]
    check(opened, asked + [{**q, "undated": "1"} for q in asked])


def test_combinations(opened: "Browser") -> None:
    chance = random.Random(14)
    values = {n: list(choices(opened, n)) for n in ("by", "to", "theme", "medium", "status")}
    values |= {"text": list(WORDS), "since": list(DATES), "until": list(DATES)}
    asked = []
    for _ in range(100):
        names = chance.sample(sorted(values), chance.choice([2, 2, 2, 3]))
        asked.append({n: chance.choice(values[n][:6] if n in ("by", "to") else values[n]) for n in names})
    check(opened, asked)
    full = sum(bool(shown) for shown, _, _ in opened.run(ASK, asked))
    assert full > 25, "too few combinations keep anything: the test says little"


def test_the_command_itself_keeps_the_same(opened: "Browser", tmp_path: Path) -> None:
    articles = tmp_path / "articles.jsonl"
    records = [
        {"text": r.article.text, **({"date": r.article.published} if r.article.published else {})} for r in dated()
    ]
    articles.write_text("\n".join(json.dumps(r) for r in records), encoding="utf-8")
    firsts, first = [], 0
    for report in dated():
        firsts.append(first)
        first += len(report.statements)
    by, label = next(iter(choices(opened, "by").items()))
    for asked, options in (
        ({"text": "العَلاقات"}, ("who-said", "العَلاقات", str(articles))),
        ({"by": by, "status": "said"}, ("statements", str(articles), "--by", label, "--status", "said")),
    ):  # fmt: skip
        rows = [json.loads(line) for line in dip(*options).stdout.splitlines()]
        wanted = [firsts[int(row["file"].rsplit("#", 1)[1]) - 1] + int(row["id"][1:]) - 1 for row in rows]
        assert wanted
        assert opened.run(ASK, [asked])[0][0] == wanted


def test_a_mark_covers_the_signs_of_its_last_letter(browser: "Browser", tmp_path: Path) -> None:
    from tests.page.making import made, report

    page = tmp_path / "signs.html"
    page.write_text(made([report("قال الوزير سالم الحارثي إن السَّلامَ، ممكنٌ وإن السلامــ قريب.")]), encoding="utf-8")
    browser.open(page)
    answers: list[Any] = browser.run(ASK, [{"text": "سلام"}, {"text": "ممكن"}, {"text": "السلام ممكن"}])
    assert [marks for _, marks, _ in answers] == [["السَّلامَ", "السلامــ"], ["ممكنٌ"], ["السَّلامَ، ممكنٌ"]]


def test_what_is_no_date_and_no_word_says_so(opened: "Browser") -> None:
    opened.run(ASK, [{"since": "gestern", "text": "..."}])
    wrong = "return ['text', 'since', 'until'].map((n) => [document.getElementById('f-' + n).getAttribute('aria-invalid'), document.getElementById('e-' + n).textContent])"
    text, since, until = opened.run(wrong)
    assert text == ["true", "there is no word in it"]
    assert since[0] == "true"
    assert "2022-01-03" in since[1]
    assert until == ["false", ""]
