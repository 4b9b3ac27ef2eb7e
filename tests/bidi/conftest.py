"""Where the files of the Unicode Character Database lie."""

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def unicode_folder() -> Path:
    """The folder DIP_UNICODE, else that of Debian's package unicode-data; the test is skipped without it, and fails in CI."""
    folder = Path(os.environ.get("DIP_UNICODE") or "/usr/share/unicode")
    if not (folder / "BidiTest.txt").is_file():
        if os.environ.get("CI") == "true":
            pytest.fail(
                "the files of the Unicode Character Database are needed in CI: apt-get install unicode-data, or DIP_UNICODE"
            )
        pytest.skip(
            "the files of the Unicode Character Database are not here (apt-get install unicode-data, or DIP_UNICODE)"
        )
    return folder
