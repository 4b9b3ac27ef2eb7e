"""The figures are those of the reference scorer of the annotated articles, on good reports and on damaged ones."""

import json
import subprocess
import sys
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from dipcli.evaluation.comparison import compare
from dipcli.evaluation.figures import Figure, figures
from dipcli.evaluation.reported import NOTHING, reported
from dipcli.outputs.json_bytes import dumps
from tests.conftest import Gold

Record = dict[str, Any]


def _as_it_is(n: int, r: Record) -> Record:
    return r


def _every_third_statement_dropped(n: int, r: Record) -> Record:
    return {**r, "statements": [s for m, s in enumerate(r["statements"]) if (n + m) % 3]}


def _sources_swapped(n: int, r: Record) -> Record:
    turned = [s["sources"] for s in r["statements"][1:] + r["statements"][:1]]
    return {**r, "statements": [{**s, "sources": x} for s, x in zip(r["statements"], turned, strict=True)]}


def _addressees_added(n: int, r: Record) -> Record:
    someone = [{"entity": e["id"], "resolution": "inferred"} for e in r["entities"][:1]]
    return {**r, "statements": [{**s, "addressees": someone} if m % 2 else s for m, s in enumerate(r["statements"])]}


def _statements_twice(n: int, r: Record) -> Record:
    return {**r, "statements": [x for s in r["statements"] for x in (s, s)]}


def _contents_cut(n: int, r: Record) -> Record:
    def cut(c: Record) -> Record:
        end = (c["start"] + c["end"] + 1) // 2
        return {"text": c["text"][: end - c["start"]], "start": c["start"], "end": end}

    return {**r, "statements": [{**s, "content": [cut(c) for c in s["content"]]} for s in r["statements"]]}


def _values_changed(n: int, r: Record) -> Record:
    statements = [
        {
            **s,
            "status": "expected" if m % 5 == 0 else s["status"],
            "form": "direct",
            "frame": "np",
            "cue": None if m % 2 else s["cue"],
        }
        for m, s in enumerate(r["statements"])
    ]
    messages = [{**m, "kind": "call", "from": m["to"], "to": m["from"]} for m in r["messages"]]
    return {**r, "statements": statements, "messages": messages, "themes": [{**t, "main": True} for t in r["themes"]]}


def _entities_torn(n: int, r: Record) -> Record:
    """Every mention an entity of its own, the first keeping the id."""
    torn = []
    for e in r["entities"]:
        torn += [
            {**e, "id": e["id"] if not m else f"{e['id']}~{m}", "name": one["text"], "mentions": [one]}
            for m, one in enumerate(e["mentions"])
        ]
    return {**r, "entities": torn}


def _entities_joined(n: int, r: Record) -> Record:
    mentions = [m for e in r["entities"] for m in e["mentions"]]
    return {**r, "entities": [{**e, "mentions": mentions} for e in r["entities"][:1]]}


def _offices_shortened(n: int, r: Record) -> Record:
    entities = [
        {**e, "office": e["office"].split()[0] if e["office"] else None, "country": "XK"} for e in r["entities"]
    ]
    return {**r, "entities": entities}


def _empty(n: int, r: Record) -> Record:
    return {"article": r["article"], "entities": [], "messages": [], "statements": [], "themes": []}


DAMAGES = [
    _as_it_is, _every_third_statement_dropped, _sources_swapped, _addressees_added, _statements_twice, _contents_cut,
    _values_changed, _entities_torn, _entities_joined, _offices_shortened, _empty,
]  # fmt: skip


def ours(gold: Gold, records: list[Record | None], *, intervals: bool = False) -> list[Figure]:
    """Figures of this package."""
    sides = [
        NOTHING if r is None else reported(r, a.text, a.name) for a, r in zip(gold.annotations, records, strict=True)
    ]
    tallies = [compare(a, r).tally for a, r in zip(gold.annotations, sides, strict=True)]
    return figures(tallies, intervals=intervals)


def theirs(shared: Path, records: list[Record | None], *options: str) -> str:
    """What the reference scorer prints."""
    command = [sys.executable, str(shared / "gold/score.py"), str(shared / "gold/dev"), *options]
    lines = b"".join(dumps(r) + b"\n" for r in records if r is not None)
    return subprocess.run(command, input=lines, capture_output=True, check=True).stdout.decode()


def agree(shared: Path, gold: Gold, records: list[Record | None]) -> None:
    """Hold every figure against the reference, to four decimals."""
    reference = json.loads(theirs(shared, records, "--json"))
    for f in ours(gold, records):
        expected = reference.pop(f.name)
        assert (f.value is None) == (expected != expected), f.name
        assert f.value is None or round(f.value, 4) == expected, f.name
    assert set(reference) == {"articles", "missing", "gold", "predicted"}


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda d: d.__name__[1:])
def test_figures_are_those_of_the_reference(
    shared: Path, whole_gold: Gold, damage: Callable[[int, Record], Record]
) -> None:
    agree(shared, whole_gold, [damage(n, deepcopy(r)) for n, r in enumerate(whole_gold.records)])


def test_articles_without_a_report_are_the_same_too(shared: Path, whole_gold: Gold) -> None:
    agree(shared, whole_gold, [r if n % 4 else None for n, r in enumerate(whole_gold.records)])


@pytest.mark.parametrize("damage", [_as_it_is, _sources_swapped], ids=lambda d: d.__name__[1:])
def test_printed_digits_and_intervals_are_those_of_the_reference(
    shared: Path, whole_gold: Gold, damage: Callable[[int, Record], Record]
) -> None:
    records: list[Record | None] = [damage(n, r) for n, r in enumerate(whole_gold.records)]
    printed = theirs(shared, records).splitlines()[1:]
    made = [
        f"  {f.name:38s} {100 * (f.value or 0):5.1f}   [{100 * (f.low or 0):.1f} – {100 * (f.high or 0):.1f}]"
        for f in ours(whole_gold, records, intervals=True)
    ]
    assert made == printed
