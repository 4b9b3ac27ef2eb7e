"""Bad inputs give articles or errors of one line, and nothing else. Five hundred of them by the command: ``tools/faults.py``."""

import io

import pytest

from dipcli.inputs.errors import InputError
from dipcli.inputs.options import ReadOptions
from dipcli.inputs.sources import read
from dipcli.model import Article
from tests.inputs.faults import Fault, mutated, nested, random_bytes
from tests.inputs.reading import ZSTD, needs

pytestmark = [needs(ZSTD, "zstd"), needs("trafilatura", "html"), needs("warcio", "warc")]


def check(fault: Fault) -> None:
    """Read it as far as it goes."""
    found: list[Article | InputError] = []
    try:
        found.extend(read("-", ReadOptions(), io.BytesIO(fault.data)))
    except InputError as e:
        found.append(e)
    assert found, fault.name
    for outcome in found:
        if isinstance(outcome, Article):
            assert outcome.text.strip()
            assert "\ufffd" not in outcome.text or "�".encode() in fault.data
        else:
            assert "\n" not in outcome.reason.replace("\r", "\n"), (fault.name, outcome.reason)
            assert "internal error" not in outcome.reason


@pytest.mark.parametrize("seed", range(3))
def test_mutations_are_articles_or_errors(seed: int) -> None:
    for fault in mutated(84, seed):
        check(fault)


def test_random_bytes_are_articles_or_errors() -> None:
    for fault in random_bytes(85, 0):
        check(fault)


@pytest.mark.parametrize("fault", nested(), ids=lambda f: f.name)
def test_deep_nesting(fault: Fault) -> None:
    check(fault)
