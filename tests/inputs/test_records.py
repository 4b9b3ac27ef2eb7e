"""Records of JSON, however they are set into lines."""

import json

import pytest

from dipcli.inputs.errors import InputError
from dipcli.model import Article
from tests.inputs.reading import outcomes

RECORDS = [json.dumps({"text": f"قال الوزير حازم العمري إن الجسر رقم {n} جاهز."}, ensure_ascii=False) for n in range(3)]


@pytest.mark.parametrize("between", ["", " ", "\n", "\r\n", "\n\n"])
def test_objects_in_a_row(between: str) -> None:
    found = outcomes(between.join(RECORDS).encode())
    assert [(x.source, str(n) in x.text) for n, x in enumerate(found) if isinstance(x, Article)] == [
        ("-#1", True), ("-#2", True), ("-#3", True),
    ]  # fmt: skip


def test_a_broken_object_in_a_row_fails_alone() -> None:
    found = outcomes((RECORDS[0] + '{"text": }' + RECORDS[1] + "\n" + RECORDS[2]).encode())
    assert [type(x) for x in found] == [Article, InputError, Article, Article]
    assert [x.source for x in found] == ["-#1", "-#2", "-#3", "-#4"]


def test_what_no_bracket_ends_is_one_failure() -> None:
    (error,) = outcomes(b'{"text": "' + b"a" * 100)
    assert isinstance(error, InputError)
