"""Several processes give what one gives: the same outcomes in the same order, whatever happens to a process."""

import multiprocessing
import os
import threading
import time
from collections.abc import Iterator

import pytest

from dipcli.batch import pool
from dipcli.batch.outcome import Item, outcome_of
from dipcli.batch.pool import in_order
from dipcli.inputs.errors import InputError
from dipcli.model import Article, DipError, Report
from dipcli.rules.load import Rules

LINE = "قال الوزير حازم العمري إن الجسر جاهز. وأضاف أن الافتتاح قريب.\n"


def article(n: int, lines: int = 1) -> Article:
    return Article(text=LINE * lines + str(n), source=f"{n}.txt")


@pytest.fixture(autouse=True)
def _no_process_is_left() -> Iterator[None]:
    yield
    assert not multiprocessing.active_children()


def test_outcomes_are_those_of_one_process_in_its_order(rules: Rules) -> None:
    items: list[Item] = [article(n, 1 + 60 * (n % 7 == 0)) for n in range(40)]
    items[5:5] = [InputError("gone.txt", "no such file")]
    assert list(in_order(items, rules, jobs=3, alone=0)) == [outcome_of(i, rules) for i in items]


def test_few_articles_start_no_process(rules: Rules) -> None:
    outcomes = in_order([article(1), article(2)], rules, jobs=2)
    next(outcomes)
    assert isinstance(next(outcomes), Report)
    assert not multiprocessing.active_children()
    assert list(outcomes) == []


def test_nothing_gives_nothing(rules: Rules) -> None:
    assert list(in_order([], rules, jobs=2, alone=0)) == []


def test_a_slow_input_holds_up_nothing_that_is_there(rules: Rules) -> None:
    more = threading.Event()

    def items() -> Iterator[Item]:
        yield article(1)
        yield article(2)
        assert more.wait(60)
        yield article(3)

    outcomes = in_order(items(), rules, jobs=2, alone=0)
    assert [next(outcomes).article.source for _ in range(2)] == ["1.txt", "2.txt"]  # type: ignore[union-attr]
    more.set()
    assert len(list(outcomes)) == 1


def test_a_killed_process_fails_what_it_was_reading_and_nothing_else(rules: Rules) -> None:
    # The long ones are being read when the first outcome is there.
    items = [article(0), article(1, 3000), article(2, 3000), *(article(n) for n in range(3, 20))]
    outcomes = in_order(items, rules, jobs=2, alone=0)
    first = next(outcomes)
    time.sleep(0.2)
    for process in multiprocessing.active_children():
        process.kill()
    done = [first, *outcomes]
    assert [d.source if isinstance(d, InputError) else d.article.source for d in done] == [i.source for i in items]
    failed = [d for d in done if isinstance(d, InputError)]
    assert [f.source for f in failed] == ["1.txt", "2.txt"]
    assert "the process that read it was killed (signal 9), as when memory runs out" in failed[0].reason


def test_closing_ends_all_at_once(rules: Rules) -> None:
    drawn = []

    def items() -> Iterator[Item]:
        for n in range(10_000):
            drawn.append(n)
            yield article(n, 50)

    outcomes = in_order(items(), rules, jobs=2, alone=0)
    next(outcomes)
    began = time.monotonic()
    outcomes.close()  # type: ignore[attr-defined]
    assert time.monotonic() - began < 2
    assert len(drawn) < 40


def test_no_more_is_held_than_has_room(rules: Rules, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_CHARACTERS", 20_000)
    drawn = []

    def items() -> Iterator[Item]:
        for n in range(30):
            drawn.append(n)
            yield article(n, 100)

    ahead = []
    for n, _ in enumerate(in_order(items(), rules, jobs=2, alone=0)):
        ahead.append(len(drawn) - n)
    assert max(ahead) <= 20_000 // (100 * len(LINE)) + 6


def test_what_goes_wrong_while_items_are_drawn_is_raised_behind_those_before(rules: Rules) -> None:
    def items() -> Iterator[Item]:
        yield article(1)
        raise DipError("no such thing")

    outcomes = in_order(items(), rules, jobs=2, alone=0)
    with pytest.raises(DipError, match="no such thing"):
        list(outcomes)


def no_rules() -> Rules:
    os._exit(3)


def test_processes_that_do_not_start_are_given_up(rules: Rules) -> None:
    with pytest.raises(DipError, match="--jobs: a process ended with status 3 before it could read anything"):
        list(in_order([article(1)], rules, jobs=2, alone=0, load=no_rules))


def test_an_article_that_brings_the_engine_down_is_one_failure(rules: Rules, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> Report:
        raise RecursionError("too deep")

    monkeypatch.setattr("dipcli.pipeline.parse", broken)
    failed = outcome_of(article(1), rules)
    assert isinstance(failed, InputError)
    assert failed.reason.startswith("internal error: RecursionError: too deep")
    with pytest.raises(RecursionError):
        outcome_of(article(1), rules, debug=True)
