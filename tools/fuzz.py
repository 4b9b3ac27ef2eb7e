"""Fuzzes ``dip report`` with atheris: ``fuzz.py FOLDER -max_total_time=3600``. FOLDER keeps the inputs that led somewhere.

Needs ``pip install atheris``. Whatever bytes are read, there are articles or errors of one line, and a report whose every
span gives its text. What breaks that is written beside the folder as ``crash-…``: make a test of it.
"""

import io
import sys
from pathlib import Path
from typing import Any

import atheris  # type: ignore[import-not-found]

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
with atheris.instrument_imports(include=["dipcli"]):
    from dipcli.inputs.errors import InputError
    from dipcli.inputs.options import ReadOptions
    from dipcli.inputs.sources import read
    from dipcli.model import Article
    from dipcli.outputs.json_bytes import dumps
    from dipcli.outputs.wire import report_to_wire
    from dipcli.pipeline import parse
    from dipcli.rules.load import load_rules
from tests.inputs.faults import whole  # noqa: E402

RULES = load_rules()


def check(data: bytes) -> None:
    """Read, parse and write what the bytes hold."""
    try:
        for outcome in read("-", ReadOptions(), io.BytesIO(data)):
            if isinstance(outcome, Article):
                record = report_to_wire(parse(outcome, RULES))
                held(record, outcome.text)
                dumps(record)
            else:
                assert "\n" not in outcome.reason
    except InputError:
        return


def held(record: Any, text: str) -> None:
    """The law: every span gives the text beside it."""
    if isinstance(record, list):
        for value in record:
            held(value, text)
    elif isinstance(record, dict):
        if isinstance(record.get("start"), int) and isinstance(record.get("text"), str):
            assert text[record["start"] : record["end"]] == record["text"], record
        for value in record.values():
            held(value, text)


def main() -> None:
    """Fuzz until the time is over or something breaks."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for ending, data in whole().items():
        (folder / f"seed.{ending}").write_bytes(data[:3000])
    atheris.Setup(
        [sys.argv[0], str(folder), "-max_len=3000", "-timeout=20", "-rss_limit_mb=2000", *sys.argv[2:]], check
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
