"""Records are what named tuples are: the ways in which the program, its tests and other processes use them."""

import copy
import pickle
from typing import NamedTuple, get_type_hints

import pytest

from dipcli.model import Span
from dipcli.records import Record


class Plain(NamedTuple):
    """What a record is to be like."""

    start: int
    end: int = 7
    name: str | None = None

    @property
    def length(self) -> int:
        return self.end - self.start


class Own(Record):
    """A record with the same fields."""

    start: int
    end: int = 7
    name: str | None = None

    @property
    def length(self) -> int:
        return self.end - self.start


class Empty(Record):
    """No field at all."""


@pytest.mark.parametrize("often", [1, 20])  # the constructor is compiled after the first few
def test_it_is_made_like_a_named_tuple(often: int) -> None:
    for _ in range(often):
        assert Own(start=1) == Plain(start=1) == (1, 7, None)
        assert Own(1, 2, "x") == Own(name="x", start=1, end=2) == Own(1, name="x", end=2)
    for wrong, named in [((), {}), ((1, 2, "x", 4), {}), ((1,), {"start": 1}), ((1,), {"other": 2}), ((), {"end": 1})]:
        for cls in (Plain, Own):
            with pytest.raises(TypeError):
                cls(*wrong, **named)


def test_it_behaves_like_one() -> None:
    own, plain = Own(start=1, name="x"), Plain(start=1, name="x")
    assert own.length == plain.length == 6
    assert repr(own).replace("Own", "Plain") == repr(plain)
    assert own._replace(end=9) == plain._replace(end=9)
    assert isinstance(own._replace(end=9), Own)
    assert (own._asdict(), Own._fields, Own._field_defaults) == (plain._asdict(), Plain._fields, Plain._field_defaults)
    assert get_type_hints(Own) == get_type_hints(Plain)
    assert hash(own) == hash(plain)
    assert Own._make([1, 2, None]) == (1, 2, None)
    assert not hasattr(own, "__dict__")
    assert Own.__doc__ == "A record with the same fields."
    assert Empty() == ()
    match own:
        case Own(start, end=end):
            assert (start, end) == (1, 7)


def test_what_a_named_tuple_refuses() -> None:
    own = Own(start=1)
    with pytest.raises(AttributeError):
        own.start = 2  # type: ignore[misc]
    with pytest.raises(ValueError, match="other"):
        own._replace(other=2)
    with pytest.raises(TypeError):
        Own._make([1])
    with pytest.raises(TypeError, match="without a default"):
        exec("from dipcli.records import Record\nclass Wrong(Record):\n    a: int = 1\n    b: int")


def test_it_goes_to_other_processes() -> None:
    span = Span(start=1, end=2)
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        again = pickle.loads(pickle.dumps(span, protocol))
        assert again == span
        assert type(again) is Span
    assert copy.deepcopy(span) == copy.copy(span) == span
