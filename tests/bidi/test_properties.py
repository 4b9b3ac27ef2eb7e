"""Laws that hold for any text."""

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from dipcli.bidi import (
    Setting,
    embedding_levels,
    fit,
    has_rtl,
    level_runs,
    line_levels,
    mirrored,
    paragraph_level,
    paragraphs,
    set_line,
    set_lines,
    shape,
    truncate,
    visual_order,
    width,
    wrap,
)
from dipcli.bidi.classes import LETTERS, classes
from dipcli.bidi.columns import clusters, kinds
from dipcli.bidi.levels import levels_by_rules, levels_of

ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئپچژگکیںہھےڕ"
MARKS = "\u064b\u064e\u0651\u0654\u0670\u0301"
JOINERS = "\u200c\u200dـ"
CONTROLS = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
REST = "abcXYZ0123456789٠١٢٣٪٫٬.,;:!?-+/%$()[]«»<>{}“”…  \t漢한👍🏽🚀🇸🇦של"

letters = st.text(st.sampled_from(ARABIC + " "), max_size=30)
plain = st.text(st.sampled_from(ARABIC * 2 + "لاا  " + MARKS + JOINERS + REST), max_size=40)
hostile = st.text(st.sampled_from(ARABIC + MARKS + JOINERS + CONTROLS + REST + "\n\r\x85\u2029\x1b\0"), max_size=40)
anything = st.one_of(letters, plain, hostile, st.text(max_size=30))
columns = st.integers(1, 25)
choices = st.builds(
    Setting,
    order=st.sampled_from(["visual", "words", "logical"]),
    shape=st.booleans(),
    mirror=st.booleans(),
    tashkeel=st.booleans(),
    base=st.sampled_from(["auto", "ltr", "rtl"]),
)


@given(st.text(st.sampled_from("".join(LETTERS.values())), max_size=25), st.sampled_from([0, 1]))
def test_the_fast_path_is_the_slow_path(types: str, level: int) -> None:
    assert levels_of(types, "", level) == levels_by_rules(types, "", level)


@given(anything, st.sampled_from([0, 1]))
def test_the_fast_path_is_the_slow_path_with_brackets(text: str, level: int) -> None:
    assert levels_of(classes(text), text, level) == levels_by_rules(classes(text), text, level)


@given(st.text(st.characters(exclude_characters="\n\r\x1c\x1d\x1e\x85\u2029"), max_size=30))
def test_text_without_right_to_left_characters_stands_as_it_is(text: str) -> None:
    if not has_rtl(text):
        assert set(levels_by_rules(classes(text), text, 0)) <= {0}
        assert paragraph_level(text) == 0


@given(anything, st.sampled_from([None, 0, 1]))
def test_levels(text: str, level: int | None) -> None:
    for start, end in paragraphs(text):
        part = text[start:end]
        base = paragraph_level(part) if level is None else level
        levels = embedding_levels(part, level)
        assert len(levels) == len(part)
        assert all(base <= found <= 126 for found in levels)
        reset = line_levels(part, levels, base, 0, len(part))
        assert all(b in (a, base) for a, b in zip(levels, reset, strict=True))
        assert "".join(part[a:z] for a, z, _ in level_runs(levels)) == part


@given(st.binary(max_size=40).map(lambda b: bytes(x % 7 for x in b)))
def test_reordering_is_a_permutation_and_leaves_even_runs_alone(levels: bytes) -> None:
    order = visual_order(levels)
    assert sorted(order) == list(range(len(levels)))
    for run in level_runs(levels):
        own = [at for at in order if run.start <= at < run.end]
        step = -1 if run.level & 1 else 1
        assert own == list(range(run.start, run.end))[::step]


@given(st.binary(max_size=30).map(lambda b: bytes(x % 6 for x in b)))
def test_reordering_by_runs_is_rule_l2_to_the_letter(levels: bytes) -> None:
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        at = 0
        while at < len(order):
            end = at
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[at:end] = order[at:end][::-1]
            at = max(end, at + 1)
    assert visual_order(levels) == order


def _unshaped(text: str) -> str:
    """Presentation forms as the letters that they stand for."""
    out = []
    for c in text:
        tag, *codes = unicodedata.decomposition(c).split() or [""]
        form = tag in ("<isolated>", "<initial>", "<medial>", "<final>")
        out.append("".join(chr(int(code, 16)) for code in codes) if form else c)
    return "".join(out)


@given(plain)
def test_unshaping_gives_the_source(text: str) -> None:
    shaped = shape(text)
    assert len(shaped.text) == len(shaped.sources)
    assert list(shaped.sources) == sorted(set(shaped.sources)), "rising"
    ends = [*list(shaped.sources)[1:], len(text)][: len(shaped.text)]
    for c, start, end in zip(shaped.text, shaped.sources, ends, strict=True):
        letters = _unshaped(c)
        assert letters[0] == text[start]
        left_out = text[start + 1 : end]
        # Only an alef and joiners have no character of their own; the alef is in the last ligature before it.
        assert set(left_out) <= set("اأإآ\u200c\u200d")
    gone = set(range(len(text))) - set(shaped.sources)
    assert sum(text[at] in "اأإآ" for at in gone) == sum(len(_unshaped(c)) - 1 for c in shaped.text)


@given(letters)
def test_unshaping_plain_letters_is_exact(text: str) -> None:
    assert _unshaped(shape(text).text) == text


@given(anything)
def test_width_is_that_of_the_shaped_text(text: str) -> None:
    assert width(text) == width(shape(text).text, shape=False)


@given(anything, columns, choices)
def test_wrapping_loses_nothing_and_fits(text: str, room: int, setting: Setting) -> None:
    lines = set_lines(text, room, setting)
    assert wrap(text, room, setting) == [(line.start, line.end) for line in lines]
    covered = 0
    for line in lines:
        left_out = text[covered : line.start]
        # Between lines there are spaces and separators, and what has no glyph after a space.
        assert all(kinds(c) in "s0mnj" for c in left_out), left_out
        covered = line.end
        assert line.width == width(line.text, shape=False)
        one = next(iter(clusters(kinds(line.text))), None)
        assert line.width <= room or one == (0, len(line.text)) or width(line.text) - width(line.text[-1]) <= room
    assert all(kinds(c) in "s0mnj" for c in text[covered:])


@given(anything, columns, choices)
def test_sources_lead_back(text: str, room: int, setting: Setting) -> None:
    for line in set_lines(text, room, setting):
        assert len(line.sources) == len(line.text)
        assert len(set(line.sources)) == len(line.sources)
        for c, at in zip(line.text, line.sources, strict=True):
            assert line.start <= at < line.end
            assert text[at] in (_unshaped(c)[0], mirrored(_unshaped(c)[0]))
        if setting.order == "logical":
            assert list(line.sources) == sorted(line.sources)


@given(plain)
def test_every_visible_character_is_set(text: str) -> None:
    line = set_line(text)
    gone = set(range(len(text))) - set(line.sources)
    assert {text[at] for at in gone} <= set("اأإآ" + JOINERS + CONTROLS)


@given(plain)
def test_marks_follow_their_base(text: str) -> None:
    """Where a mark stands beside its base in the source, it stands after it in what is printed (L3)."""
    line = set_line(text, Setting(shape=False))
    places = {at: n for n, at in enumerate(line.sources)}
    for at in range(1, len(text)):
        if text[at] in MARKS and text[at - 1] in ARABIC:
            assert places[at] == places[at - 1] + 1


@given(plain, st.integers(1, 12))
def test_lines_together_are_the_paragraph_in_logical_order(text: str, room: int) -> None:
    setting = Setting(order="logical", shape=False, mirror=False)
    joined = "".join(line.text for line in set_lines(text, room, setting))
    assert joined.replace(" ", "") == text.replace(" ", "")


@given(plain, st.integers(0, 20), st.booleans(), st.booleans())
def test_truncation(text: str, room: int, shaped: bool, whole_words: bool) -> None:
    cut = truncate(text, room, shape=shaped, whole_words=whole_words)
    assert width(cut, shape=shaped) <= room
    if width(text, shape=shaped) <= room:
        assert cut == text
    else:
        assert text.startswith(cut.removesuffix("…").rstrip())
    assert fit(text, room, shape=shaped) <= len(text)


@settings(max_examples=20)
@given(st.text(st.sampled_from(ARABIC + CONTROLS + REST), min_size=200, max_size=2000))
def test_long_text(text: str) -> None:
    assert "".join(sorted(set_line(text, Setting(shape=False, order="logical")).text)) == "".join(
        sorted(mirrored_only(text))
    )


def mirrored_only(text: str) -> str:
    """The text with brackets mirrored where their level is odd."""
    levels = embedding_levels(text)
    reset = line_levels(text, levels, paragraph_level(text), 0, len(text))
    return "".join(mirrored(c) if level & 1 else c for c, level in zip(text, reset, strict=True))
