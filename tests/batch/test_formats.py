"""Parts that cannot be written to their end."""

import gc
from pathlib import Path

import pytest

from dipcli.batch.attempt import Attempt
from dipcli.batch.formats import PartFormat
from dipcli.model import DipError
from tests.inputs.reading import needs


def _written_in_part(folder: Path) -> None:
    with Attempt(str(folder), "part.parquet") as out:
        writer = PartFormat("parquet", "gzip").writer(out)
        raise DipError(f"{writer} is open")


@needs("pyarrow", "parquet")
@pytest.mark.filterwarnings("error::pytest.PytestUnraisableExceptionWarning")
def test_a_parquet_part_that_fails_says_nothing_more(tmp_path: Path) -> None:
    with pytest.raises(DipError, match="is open"):
        _written_in_part(tmp_path)
    gc.collect()
    assert list(tmp_path.iterdir()) == []
