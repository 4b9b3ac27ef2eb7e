"""Graphs of who addressed whom, read back by the programs that they are for."""

import io
import os
from typing import Any

import pytest

from dipcli.model import Article, Entity, Report
from dipcli.outputs.graphs import dot, graphml
from dipcli.pipeline import parse
from dipcli.query import Query, Selection
from dipcli.rules.load import Rules
from dipcli.views.network import NetworkCount
from tests.cli.running import LETTERS, dip
from tests.conftest import ROOT

HOSTILE = (
    'a "b" c', "back\\slash \\N \\", "]]> <!-- & &amp;", "<b>bold</b>", "{x|y}", "x; } n9 -> n8 [label=", "two\nlines\t",
    "\x00\x1b[31m\ud800\ufffe", "\u202eabc", "نص // # /* */", "'", '\\"', "", "->",
)  # fmt: skip


def needed(module: str) -> Any:
    """A module; the test is skipped where it is not installed, and fails in CI."""
    if os.environ.get("CI") == "true":
        __import__(module)
    return pytest.importorskip(module)


@pytest.fixture(scope="module")
def letters(rules: Rules) -> Report:
    text = (ROOT / LETTERS).read_text(encoding="utf-8")
    return parse(Article(text=text, source=LETTERS), rules)


def _count(report: Report) -> NetworkCount:
    count = NetworkCount()
    count.add(Selection(report, Query()))
    return count


def _graphml(count: NetworkCount, lang: str = "en") -> Any:
    networkx = needed("networkx")
    return networkx.read_graphml(io.BytesIO(graphml(count.edges(lang), count.people, lang)))


def _dot(count: NetworkCount, lang: str = "en") -> tuple[dict[str, str], dict[tuple[str, str], str]]:
    """Labels of nodes and of edges, as Graphviz would show them."""
    pydot = needed("pydot")
    (graph,) = pydot.graph_from_dot_data(dot(count.edges(lang), count.people, lang).decode())
    nodes = {n.get_name(): _shown(n.get("label")) for n in graph.get_nodes() if n.get_name() != "node"}
    return nodes, {(e.get_source(), e.get_destination()): _shown(e.get("label")) for e in graph.get_edges()}


def _shown(label: str) -> str:
    assert label[0] == label[-1] == '"'
    return label[1:-1].replace('\\"', '"').replace("\\\\", "\\")


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_both_say_what_the_rows_say(letters: Report, lang: str) -> None:
    count = _count(letters)
    graph, (nodes, edges) = _graphml(count, lang), _dot(count, lang)
    rows = count.edges(lang)
    assert graph.is_directed()
    assert len(rows) == graph.number_of_edges() == len(edges) > 2
    for e in rows:
        ends = (f"n{e.source}", f"n{e.target}")
        data = graph.edges[ends]
        assert (data["messages"], data["statements"]) == (e.row.messages, e.row.statements)
        assert data["weight"] == e.row.messages + e.row.statements
        assert data["label"] == edges[ends]
        assert [nodes[n] for n in ends] == [graph.nodes[n]["label"] for n in ends] == [e.source_short, e.target_short]
        assert graph.nodes[ends[0]]["name"] == e.row.from_
    assert {graph.nodes[n]["kind"] for n in graph} == {"person"}


@pytest.mark.parametrize("name", HOSTILE)
def test_any_name_comes_back(letters: Report, name: str) -> None:
    def renamed(e: Entity) -> Entity:
        return e._replace(name=f"{name} {e.name}", short=f"{name} {e.name}", short_en=None, office=name, name_en=None)

    count = _count(letters._replace(entities=tuple(map(renamed, letters.entities))))
    graph, (nodes, edges) = _graphml(count), _dot(count)
    assert len(edges) == graph.number_of_edges() == len(count.edges("en"))
    for e in count.edges("en"):
        for number, short in ((e.source, e.source_short), (e.target, e.target_short)):
            expected = " ".join(short.split())
            for bad in "\x00\x1b\ud800\ufffe":
                expected = expected.replace(bad, "\ufffd")
            assert nodes[f"n{number}"] == graph.nodes[f"n{number}"]["label"] == expected


def test_nothing_is_an_empty_graph() -> None:
    count = NetworkCount()
    assert _graphml(count).number_of_nodes() == 0
    assert _dot(count) == ({}, {})


def test_the_command_writes_them() -> None:
    networkx = needed("networkx")
    made = dip("network", LETTERS, "--format", "graphml")
    assert (made.returncode, made.stderr) == (0, b"")
    assert networkx.read_graphml(io.BytesIO(made.stdout)).number_of_edges() == len(
        dip("network", LETTERS).stdout.splitlines()
    )
    drawn = dip("network", LETTERS, "-f", "dot", "--lang", "ar")
    assert drawn.stdout.startswith(b"digraph network {\n")
    assert "rankdir=RL" in drawn.stdout.decode()
    none = dip("network", LETTERS, "-f", "dot", "--by", "nobody")
    assert (none.returncode, none.stdout.count(b"->")) == (1, 0)
    assert dip("network", LETTERS, "-f", "dot", PYTHONHASHSEED="1").stdout == dip("network", LETTERS, "-f", "dot", PYTHONHASHSEED="2").stdout  # fmt: skip
