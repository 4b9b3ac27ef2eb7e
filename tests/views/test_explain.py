"""Why him: each reason that the engine gives has a sentence in both languages, and other evidence another sentence."""

import re

import pytest

from dipcli.model import Article, Report, Step
from dipcli.pipeline import parse
from dipcli.rules.load import Rules
from dipcli.views.explain import entity_of, reasons_of, statement_of, words_of_entity, words_of_statement
from dipcli.views.names import Directory
from dipcli.views.reasons import REASONS, in_words, worded
from dipcli.views.terms import TERMS, term_words
from tests.conftest import ROOT

LETTERS = ROOT / "samples/letters.txt"


@pytest.fixture(scope="module")
def letters(rules: Rules) -> Report:
    """Four letters between three leaders."""
    return parse(Article(text=LETTERS.read_text(encoding="utf-8"), source="letters.txt"), rules)


def why(report: Report, wanted: str, part: str, lang: str = "en") -> str:
    """The sentence for one part of a statement, with who lost."""
    s = statement_of(report, wanted)
    assert s is not None
    reason = next(r for r in reasons_of(report, s, lang) if r.part == part)
    return " ".join((reason.answer, reason.why, *reason.lost))


def test_every_reason_of_the_samples_has_its_sentence(rules: Rules) -> None:
    seen = set()
    for path in sorted((ROOT / "samples").glob("*.txt")):
        report = parse(Article(text=path.read_text(encoding="utf-8")), rules)
        steps = [x for s in report.statements for x in s.trace if x.stage not in ("cue", "confidence")]
        steps += [x for e in report.entities for x in e.why]
        seen |= {x.reason for x in steps}
        seen |= {c.reason for x in steps for c in x.candidates if not c.taken}
    assert seen
    assert seen <= REASONS.keys(), f"no sentence for {sorted(seen - REASONS.keys())}"


@pytest.mark.parametrize("reason", REASONS)
def test_wordings_need_the_same_facts_in_both_languages_and_end_with_one_that_needs_little(reason: str) -> None:
    for english, arabic in REASONS[reason]:
        needs = [sorted(set(re.findall(r"{(\w+)}", w))) for w in (english, arabic)]
        assert needs[0] == needs[1]
        assert re.search("[\u0620-\u064a]", arabic)
        assert not re.search("[\u0620-\u064a]", english)


def test_a_written_subject_and_an_elided_one_are_told_apart(letters: Report) -> None:
    assert "right behind it: «الرئيس السعدي»" in why(letters, "s1", "source")
    elided = why(letters, "s2", "source")
    assert "no subject of its own" in elided
    assert "s1, line 7" in elided
    assert "the letter to ناصر بن راشد is open since line 7" in elided


def test_the_candidate_that_lost_is_named_with_why(letters: Report) -> None:
    assert "ناصر بن راشد: the one it is said to" in why(letters, "s2", "source")
    assert "جوزيف كاماو: named inside what is said" in why(letters, "s4", "source")


def test_the_addressee_points_to_the_message(letters: Report) -> None:
    told = why(letters, "s1", "addressee")
    assert told.startswith("ناصر بن راشد")
    assert "the recipient of the letter to" in told
    assert "line 1" in told


def test_an_end_at_the_full_stop_and_one_cut_by_a_report_are_told_apart(letters: Report) -> None:
    assert "to the full stop; no later report cuts it" in why(letters, "s1", "content")
    assert "to the next report, s7 «مشيرا»" in why(letters, "s6", "content")


def test_a_quotation_says_so(rules: Rules) -> None:
    report = parse(Article(text="قال الوزير حازم العمري: «الجسر جاهز»."), rules)
    told = why(report, "s1", "content")
    assert told.startswith("direct")
    assert "quotation marks" in told
    assert "nobody it was said to" in why(report, "s1", "addressee")


def test_other_evidence_gives_another_sentence(rules: Rules) -> None:
    written = parse(Article(text="قال الوزير حازم العمري إن الجسر جاهز. وأضاف الوزير أن الافتتاح قريب."), rules)
    left_out = parse(Article(text="قال الوزير حازم العمري إن الجسر جاهز. وأضاف أن الافتتاح قريب."), rules)
    assert why(written, "s2", "source") != why(left_out, "s2", "source")


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_the_sentences_of_a_record_hold_all_four_parts(letters: Report, lang: str) -> None:
    s = statement_of(letters, "S2")
    assert s is not None
    words = words_of_statement(letters, s, lang)
    assert len(words) == 4
    assert all(len(w.split()) > 3 for w in words)


def test_an_entity_is_found_by_id_and_by_name_and_told_form_by_form(letters: Report) -> None:
    by_name = entity_of(letters, "كاماو")
    assert by_name is not None
    assert entity_of(letters, by_name.id) == by_name
    words = words_of_entity(letters, by_name, "en")
    assert any(w.startswith("الرئيس الكيني: the title alone") for w in words)
    assert any(w.startswith("كاماو: ") for w in words)


def test_what_is_not_there_is_not_found(letters: Report) -> None:
    assert statement_of(letters, "s99") is None
    assert entity_of(letters, "نابليون") is None


def test_the_wording_with_the_most_facts_that_are_there_wins() -> None:
    assert "previous" not in worded("source_continued_quotation", "en", {})
    assert "s3" in worded("source_continued_quotation", "en", {"previous": "s3"})


def test_a_fact_with_braces_is_only_text(letters: Report) -> None:
    assert worded("addressee_named", "en", {"at": "{cue} {0}"}) == "named with the cue: «{cue} {0}»"


def test_an_unknown_reason_is_its_own_words(letters: Report) -> None:
    step = Step(stage="x", rule="x", reason="some_new_reason")
    assert in_words(step, letters, Directory(letters), "en") == "some new reason"


def test_how_sure_it_is_is_told_with_what_speaks_for_it_and_against_it(rules: Rules) -> None:
    report = parse(Article(text="وأضاف التقرير أن النقابات قالت إن الأجور لم تدفع."), rules)
    told = why(report, "s2", "confidence")
    assert told.startswith(f"{report.statements[1].confidence:.2f} ")
    assert re.search(r"less sure: .*inside what somebody else says \(-\d\.\d\d\)", told)
    assert "يضعفه: " in why(report, "s2", "confidence", "ar")


def test_every_term_with_a_weight_has_its_words_in_both_languages() -> None:
    rows = (ROOT / "dipcli/rules/data/confidence.tsv").read_text(encoding="utf-8").splitlines()
    terms = [row.split("\t")[0] for row in rows if not row.startswith(("#", "bias\t"))]
    assert len(terms) > 50
    for term in terms:
        assert term in TERMS or term.startswith("act."), term
        assert re.search("[\u0620-\u064a]", term_words(term, "ar"))
        assert not re.search("[\u0620-\u064a]", term_words(term, "en"))
