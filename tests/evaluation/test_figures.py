"""How counts become figures, and their intervals."""

import math

import pytest

from dipcli.evaluation.figures import COUNTED, MEASURES, Count, Tally, figures, value


def tally(**counts: tuple[float, float, float]) -> Tally:
    """Counts of one article; those that are not given are empty."""
    given = {k.replace("_", " "): Count(*v) for k, v in counts.items()}
    return {name: given.get(name, Count()) for name in COUNTED}


@pytest.mark.parametrize(
    ("measure", "count", "wanted"),
    [
        ("f1", (2, 3, 5), 0.5),
        ("f1", (0, 0, 0), 1.0),
        ("f1", (0, 4, 0), 0.0),
        ("precision", (2, 8, 0), 0.25),
        ("precision", (0, 0, 9), None),
        ("recall", (3, 0, 4), 0.75),
        ("accuracy", (3, 0, 4), 0.75),
        ("accuracy", (0, 0, 0), None),
    ],
)
def test_a_measure_of_a_count(measure: str, count: tuple[int, int, int], wanted: float | None) -> None:
    assert value(measure, Count(*count)) == wanted  # type: ignore[arg-type]


def test_articles_are_added_up_before_they_are_divided() -> None:
    made = {f.name: f for f in figures([tally(leader=(1, 1, 1)), tally(leader=(1, 5, 7))], intervals=False)}
    assert made["leader"].value == 2 * 2 / (6 + 8)
    assert (made["leader"].right, made["leader"].reported, made["leader"].annotated) == (2, 6, 8)
    assert (made["leader"].low, made["leader"].high) == (None, None)


def test_entity_is_the_harmonic_mean_of_two_averages() -> None:
    (entity,) = (
        f
        for f in figures([tally(entity_precision=(3, 0, 4), entity_recall=(1, 0, 4))], intervals=False)
        if f.name == "entity"
    )
    assert entity.value == pytest.approx(2 * 0.75 * 0.25 / (0.75 + 0.25))
    assert entity.right is None


def test_an_interval_holds_the_value_and_is_the_same_again() -> None:
    tallies = [tally(message=(n % 4, 3, 4)) for n in range(40)]
    first, again = (next(f for f in figures(tallies) if f.name == "message") for _ in range(2))
    assert first == again
    assert first.low is not None
    assert first.value is not None
    assert first.high is not None
    assert first.low < first.value < first.high
    # Of 40 independent articles: about two standard errors to either side.
    error = 2 * math.sqrt(sum((2 * (n % 4) / 7 - first.value) ** 2 for n in range(40)) / 40 / 40)
    assert first.high - first.low == pytest.approx(2 * error, rel=0.3)


def test_one_article_has_an_interval_of_one_point() -> None:
    (found,) = (f for f in figures([tally(theme=(1, 2, 2))]) if f.name == "theme")
    assert found.low == found.value == found.high == 0.5


def test_what_cannot_be_judged_has_no_value_and_no_interval() -> None:
    (cue,) = (f for f in figures([tally(), tally()]) if f.name == "cue accuracy")
    assert (cue.value, cue.low, cue.high) == (None, None, None)


def test_every_figure_is_there_in_its_order() -> None:
    assert [f.name for f in figures([tally()], intervals=False)] == list(MEASURES)
