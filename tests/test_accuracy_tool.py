"""tools/accuracy.py: floors only go up, tables stand between marks that are there."""

from types import ModuleType

import pytest

from dipcli.evaluation.figures import Figure
from tests.tools import tool_module


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """The tool as a module."""
    return tool_module("accuracy")


@pytest.mark.parametrize(
    ("value", "floor"), [(0.888, 0.88), (0.885, 0.88), (0.8849, 0.875), (1.0, 0.995), (0.003, 0.0)]
)
def test_a_floor_is_just_under_what_was_reached(tool: ModuleType, value: float, floor: float) -> None:
    assert tool.floor_under(value) == pytest.approx(floor)


def test_floors_only_go_up(tool: ModuleType) -> None:
    reached = [Figure(n, "f1", v, None, None, None, None, None) for n, v in (("a", 0.7), ("b", 0.9), ("c", 0.5))]
    assert tool.lifted({"a": 0.8, "b": 0.8}, reached) == pytest.approx({"a": 0.8, "b": 0.895, "c": 0.495})


def test_the_marks_of_the_tables_are_in_the_documentation(tool: ModuleType) -> None:
    text = tool.DOCS.read_text(encoding="utf-8")
    for name in ("figures", "mistakes", "reliability", "halves", "mechanisms"):
        made = tool.between_marks(text, name, "| new |")
        assert "| new |" in made
        assert tool.between_marks(made, name, "| new |") == made
    with pytest.raises(SystemExit, match="0 times"):
        tool.between_marks(text, "other", "")
