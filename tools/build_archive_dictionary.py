"""Makes the two dictionaries that the archive compresses with, from texts of the project's own: examples of rules, samples, tests.

``python tools/build_archive_dictionary.py``. What an archive holds can be read with the dictionary that wrote it alone:
new dictionaries are a new number of the archive's schema, and the old ones stay.
"""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from dipcli import Article, load_rules, parse  # noqa: E402
from dipcli.archive.packed import as_bytes, report_bytes  # noqa: E402

_LARGEST = 32_000  # what zlib looks back to, less the text that comes behind in a report's
_EXAMPLE = re.compile(r"[\u0600-\u06ff][^\"']{30,}")


def main() -> None:
    """Write both files beside the module that reads them."""
    examples = [
        x
        for p in sorted((ROOT / "dipcli/rules/data").glob("**/*.toml"))
        for x in _EXAMPLE.findall(p.read_text(encoding="utf-8"))
    ]
    paths = [*sorted((ROOT / "tests/gold/dev/texts").glob("*.txt")), *sorted((ROOT / "samples").glob("*.txt"))]
    texts = [p.read_text(encoding="utf-8") for p in paths]
    rules = load_rules()
    reports = [report_bytes(parse(Article(text=t), rules)) for t in texts]
    folder = ROOT / "dipcli/archive"
    (folder / "reports-3.dictionary").write_bytes(b"\n".join(reports)[-_LARGEST:])
    (folder / "texts-3.dictionary").write_bytes(as_bytes("\n".join([*examples, *texts]))[-_LARGEST:])


if __name__ == "__main__":
    main()
