"""Who addressed whom as a graph for other programs: GraphML (Gephi, Cytoscape, networkx) and DOT (Graphviz)."""

import re
from xml.etree import ElementTree

from dipcli.model import Entity
from dipcli.views.network import Edge, kinds_words
from dipcli.views.people import People

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
# Neither XML nor a label has a place for these.
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_NODE = ("label", "name", "name_en", "entity", "kind", "office", "country")
_EDGE = (("label", "string"), ("messages", "int"), ("statements", "int"), ("weight", "int"))
_MOST_WIDTH = 8.0


def graphml(edges: list[Edge], people: People, lang: str) -> bytes:
    """A directed graph; of a party its names, kind, office and country, of an edge how many messages and statements.

    ``weight`` is both together; ``label`` is in the language of the labels. What is not known has no element.
    """
    ElementTree.register_namespace("", _NAMESPACE)
    root = ElementTree.Element(_tag("graphml"))
    for name in _NODE:
        _key(root, f"n_{name}", "node", name, "string")
    for name, kind in _EDGE:
        _key(root, f"e_{name}", "edge", name, kind)
    graph = ElementTree.SubElement(root, _tag("graph"), {"id": "network", "edgedefault": "directed"})
    for number, short in _nodes(edges).items():
        node = ElementTree.SubElement(graph, _tag("node"), {"id": f"n{number}"})
        facts = (short, *_facts(people[number]))
        for n_name, fact in zip(_NODE, facts, strict=True):
            _data(node, f"n_{n_name}", fact)
    for e in edges:
        edge = ElementTree.SubElement(graph, _tag("edge"), {"source": f"n{e.source}", "target": f"n{e.target}"})
        values = (_label(e, lang), e.row.messages, e.row.statements, e.weight)
        for (name, _), value in zip(_EDGE, values, strict=True):
            _data(edge, f"e_{name}", str(value))
    ElementTree.indent(root)
    made: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return made + b"\n"


def dot(edges: list[Edge], people: People, lang: str) -> bytes:
    """A digraph for Graphviz: an edge is as wide as it is frequent, and says what it is made of."""
    most = max((e.weight for e in edges), default=1)
    lines = [
        "digraph network {",
        "  charset=utf8;",
        f"  rankdir={'RL' if lang == 'ar' else 'LR'};",
        "  node [shape=box];",
    ]
    for number, short in _nodes(edges).items():
        lines.append(f"  n{number} [label={_quoted(short)}, tooltip={_quoted(people[number].name)}];")
    for e in edges:
        width = round(1 + (_MOST_WIDTH - 1) * (e.weight / most) ** 0.5, 2)
        lines.append(
            f"  n{e.source} -> n{e.target} [label={_quoted(_label(e, lang))}, weight={e.weight}, penwidth={width}];"
        )
    return "".join(f"{line}\n" for line in (*lines, "}")).encode("utf-8")


def _nodes(edges: list[Edge]) -> dict[int, str]:
    """Numbers of the parties in order of appearance, with their short names."""
    nodes: dict[int, str] = {}
    for e in edges:
        nodes.setdefault(e.source, e.source_short)
        nodes.setdefault(e.target, e.target_short)
    return nodes


def _facts(e: Entity) -> tuple[str | None, ...]:
    return (e.name, e.name_en, e.id if e.known else None, e.kind, e.office, e.country)


def _label(e: Edge, lang: str) -> str:
    """3 letters, 1 call, 5 statements."""
    kinds = [*e.row.kinds, *([f"statement × {e.row.statements}"] if e.row.statements else [])]
    return kinds_words(kinds, lang)


def _tag(name: str) -> str:
    return f"{{{_NAMESPACE}}}{name}"


def _key(root: ElementTree.Element, key: str, domain: str, name: str, kind: str) -> None:
    attributes = {"id": key, "for": domain, "attr.name": name, "attr.type": kind}
    ElementTree.SubElement(root, _tag("key"), attributes)


def _data(parent: ElementTree.Element, key: str, value: str | None) -> None:
    if value:
        ElementTree.SubElement(parent, _tag("data"), {"key": key}).text = _clean(value)


def _clean(text: str) -> str:
    """Text on one line, without what no file of this kind can hold."""
    return _CONTROLS.sub("\ufffd", " ".join(text.split()))


def _quoted(text: str) -> str:
    r"""A label of DOT: backslashes would begin an escape (``\N`` is the node's name), quotation marks end it."""
    escaped = _clean(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
