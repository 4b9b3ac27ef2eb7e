"""Reads bytes as standard input would be read."""

import importlib.util
import io
import os
import sys
from typing import Any

import pytest

from dipcli.inputs.errors import InputError
from dipcli.inputs.options import ReadOptions
from dipcli.inputs.sources import read
from dipcli.model import Article

# Two sentences with most letters of the alphabet, and the marks of the press.
BODY = (
    "قال وزير الخارجية حازم العمري، في رسالة إلى نظيره الأردني غسان الطراونة، إن «الجسر» الجديد جاهز منذ ثلاثة أشهر.\n"
    "وأضاف أن البلدين ينظمان خط نقل بريا يبدأ تشغيله في آذار؛ ورأى أن مؤتمر الضفتين فرصة لا تعوض."
)


def outcomes(data: bytes, **options: Any) -> list[Article | InputError]:
    """Articles and failed records; a failure of the whole input is the last of them."""
    found: list[Article | InputError] = []
    try:
        found.extend(read("-", ReadOptions(**options), io.BytesIO(data)))
    except InputError as e:
        found.append(e)
    return found


def only(data: bytes, **options: Any) -> Article:
    """The one article of an input."""
    (article,) = outcomes(data, **options)
    assert isinstance(article, Article), article
    return article


def reason(data: bytes, **options: Any) -> str:
    """Why the input fails as a whole."""
    (error,) = outcomes(data, **options)
    assert isinstance(error, InputError), error
    assert "\n" not in error.reason
    return error.reason


def has_extra(module: str) -> bool:
    """Is the library of an extra installed? In CI it is, or the tests that need it fail."""
    top = module.split(".")[0]
    return os.environ.get("CI") == "true" or (
        importlib.util.find_spec(top) is not None and importlib.util.find_spec(module) is not None
    )


ZSTD = "compression.zstd" if sys.version_info >= (3, 14) else "backports.zstd"


def needs(module: str, extra: str) -> pytest.MarkDecorator:
    """Skips a test where the library of an extra is not installed."""
    return pytest.mark.skipif(not has_extra(module), reason=f"needs dipcli[{extra}]")
