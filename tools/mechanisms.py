"""What each mechanism is worth: the figures without it.

``python tools/mechanisms.py`` prints the table, ``--write`` puts it into docs/accuracy.md. A mechanism is switched off from
outside, by another function in its place: the program itself has no switches, and nothing of this costs anything at run
time. Needs the shared annotated articles: DIP_SHARED, else ../shared.
"""

import importlib
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]
from accuracy import DOCS, between_marks, measure  # noqa: E402
from annotated import shared_articles  # noqa: E402

from dipcli.rules.load import load_rules  # noqa: E402

COLUMNS = ("statement@.5", "who-said", "addressee", "message", "entity")
Instead = Callable[[Any], Any]
"""What stands in the place of the value that is given."""


class Mechanism(NamedTuple):
    """In words; what stands in its place, by ``module:name`` or ``module:class.name``; tables that are left out."""

    words: str
    places: tuple[tuple[str, Instead], ...] = ()
    without: tuple[str, ...] = ()


def always(value: Any) -> Instead:
    """A function that gives ``value``, whatever it is asked."""
    return lambda _: lambda *_args, **_named: value


def given(number: int) -> Instead:
    """A function that gives back one of what it is given."""
    return lambda _: lambda *args, **_named: args[number]


def nothing_done() -> Instead:
    """A function that does nothing."""
    return always(None)


def without_sieves(*names: str) -> tuple[tuple[str, Instead], ...]:
    """The sieves of the speakers without some."""
    return (("speakers.attribute:SIEVES", lambda sieves: tuple(s for s in sieves if s.__name__ not in names)),)


def without_readings(kinds: str) -> tuple[tuple[str, Instead], ...]:
    """Cues of these kinds are no cues."""

    def instead(readings: Any) -> Any:
        return lambda *args: [(n, form) for n, form in readings(*args) if form.kind not in kinds]

    return (("framing.find:readings", instead),)


def without_frames(test: Callable[[Any], bool]) -> tuple[tuple[str, Instead], ...]:
    """Frames that pass the test are not filled."""

    def instead(fill: Any) -> Any:
        return lambda marked, frame, sentence: fill(marked, frame, sentence) and not test(frame)

    return (("framing.find:fill", instead),)


AGREEMENT = tuple(
    (f"speakers.{module}:{name}", always(True))
    for module, names in {
        "elided": ("agrees", "fits"), "named": ("agrees",), "noun_phrases": ("agrees",), "participles": ("agrees",),
        "subjects": ("agrees", "fits"),
    }.items() for name in names
)  # fmt: skip

MECHANISMS = (
    # which words report
    Mechanism("clauses behind أن and إن", without_frames(lambda f: f.opener == "comp")),
    Mechanism("noun phrases (أعرب عن تقديره)", without_frames(lambda f: f.frame == "np")),
    Mechanism("participles (مؤكدا)", without_readings("p")),
    Mechanism("according to (بحسب, وفقا)", without_readings("s")),
    Mechanism("verbal nouns (قوله, مطالبته)", without_readings("m")),
    Mechanism("content ahead of its cue", without_frames(lambda f: f.opener == "before")),
    Mechanism("headlines «name: words»", (("headlines:_headline", always(())), ("headlines:_spoken_headline", always(())))),
    Mechanism("quotations that go on without a cue", (("headlines:_continued", always(())),)),
    Mechanism("vetoes of cues that are none here", (("framing.find:is_vetoed", lambda veto: lambda m, f, s: f.form.kind == "f" and veto(m, f, s)),)),
    Mechanism("one content, one cue", (("framing.find:claimed_once", given(1)),)),
    Mechanism("captions and web tails left out", (("framing.find:UNREAD_LINES", lambda _: ()),)),
    # where it ends
    Mechanism("content cut at the next report", (("extent:_next_cut", given(4)),)),
    Mechanism("narration behind it cut off", (("extent:without_narration", given(2)),)),
    Mechanism("noun phrases cut at the next clause", (("extent:_next_clause", given(3)),)),
    # who says it
    Mechanism("dropped subjects, all", without_sieves("source_elided_in_sentence", "source_elided_message_scope", "source_elided_last_speaker", "source_of_the_report_around")),
    Mechanism("dropped subjects: speaker of the sentence", without_sieves("source_elided_in_sentence")),
    Mechanism("dropped subjects: sender of the message", without_sieves("source_elided_message_scope", "source_of_resumptive_clause")),
    Mechanism("dropped subjects: last speaker", without_sieves("source_elided_last_speaker")),
    Mechanism("speakers of participles", without_sieves("source_of_participle")),
    Mechanism("subjects that no table knows", without_sieves("source_is_a_noun_phrase")),
    Mechanism("subject of the main verb", (("speakers.elided:main_subject", always(None)), ("speakers.participles:main_subject", always(None)))),
    Mechanism("documents stand for their issuers", (("speakers.named:whose_words", given(3)),)),
    Mechanism("agreement in gender and number", AGREEMENT),
    Mechanism("nested reports kept apart", (("speakers.context:Context.is_nested", always(False)),)),
    Mechanism("participles nobody can be the subject of", (("speakers.attribute:without_orphans", lambda _: lambda marked, frames, answers: (list(frames), list(answers))),)),
    # who is who
    Mechanism("table of people", without=("people",)),
    Mechanism("titles alone", (("resolution:resolve_titles", nothing_done()),)),
    Mechanism("short forms of names", (("resolution:short_forms", always(())),)),
    Mechanism("short forms of bodies", (("resolution:body_short_forms", always(())),)),
    Mechanism("titles behind a name (apposition)", (("named:apposition", lambda _: lambda doc, end, *more: (end, ())), ("titled:apposition", lambda _: lambda doc, end, *more: (end, ())))),
    Mechanism("told by office first, named below", (("resolution:name_the_introduced", nothing_done()),)),
    Mechanism("bodies by their head (وزارة …)", (("mentions:body_by_head", always(None)),)),
    Mechanism("the article's home country", (("resolution:home_of", always(None)),)),
    # in what and to whom
    Mechanism("messages", (("pipeline:find_contacts", always(())),)),
    Mechanism("planned and denied messages left out", (("contacts.find:is_unreal", always(False)), ("contacts.find:is_to_come", always(False)))),
    Mechanism("addressees named with the cue", (("addressees:Addressees.named", nothing_done()),)),
    Mechanism("bodies that are spoken before", (("addressees:Addressees.body", lambda _: lambda *args: []), ("addressees:Addressees.speech", always(None)))),
    Mechanism("what is said to the press", (("messages:Linker._press", always(False)), ("messages:Linker._after", always(False)))),
    Mechanism("what opens an article before its message", (("messages:Linker._lead", nothing_done()),)),
)  # fmt: skip


@contextmanager
def switched_off(mechanism: Mechanism) -> Iterator[None]:
    """The program without a mechanism, and as it was afterwards. Raises AttributeError where a place is no more."""
    before: list[tuple[Any, str, Any]] = []
    try:
        for place, instead in mechanism.places:
            owner, name = place_of(place)
            value = vars(owner)[name] if name in vars(owner) else getattr(owner, name)
            before.append((owner, name, value))
            other = instead(value)
            setattr(owner, name, staticmethod(other) if isinstance(value, staticmethod) else other)
        yield
    finally:
        for owner, name, value in reversed(before):
            setattr(owner, name, value)


def place_of(place: str) -> tuple[Any, str]:
    """The module or class, and the name in it."""
    module, _, name = place.partition(":")
    owner: Any = importlib.import_module(f"dipcli.{module}" if module == "pipeline" else f"dipcli.stages.{module}")
    *classes, name = name.split(".")
    for one in classes:
        owner = getattr(owner, one)
    return owner, name


def table(folder: Path) -> str:
    """All mechanisms with the figures in points without each, those that cost the most of who-said first."""
    whole = values(folder, Mechanism("nothing"))
    rows = []
    for mechanism in MECHANISMS:
        without = values(folder, mechanism)
        rows.append((mechanism.words, [100 * (b - a) for a, b in zip(whole, without, strict=True)]))
    rows.sort(key=lambda r: r[1][1])
    lines = [
        f"| switched off | {' | '.join(COLUMNS)} |",
        f"|---|{'--:|' * len(COLUMNS)}",
        f"| nothing | {' | '.join(f'{100 * v:.1f}' for v in whole)} |",
        *(f"| {words} | {' | '.join(points(v) for v in lost)} |" for words, lost in rows),
    ]
    return "\n".join(lines)


def points(value: float) -> str:
    """A difference in points; nothing where it is none."""
    return f"{value:+.1f}".replace("-", "−") if abs(value) >= 0.05 else ""


def values(folder: Path, mechanism: Mechanism) -> list[float]:
    """The figures of the columns without a mechanism."""
    with switched_off(mechanism):
        made = {
            f.name: f.value or 0.0
            for f in measure(folder, load_rules(without=mechanism.without), intervals=False).figures
        }
    return [made[name] for name in COLUMNS]


def main() -> int:
    """Measure, then print or write."""
    made = table(shared_articles())
    if "--write" not in sys.argv:
        sys.stdout.write(made + "\n")
        return 0
    DOCS.write_text(between_marks(DOCS.read_text(encoding="utf-8"), "mechanisms", made), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
