"""Makes the two dictionaries that the archive compresses with, from the project's samples.

``python tools/build_archive_dictionary.py``. What an archive holds can be read with the dictionary that wrote it alone:
new dictionaries are a new number of the archive's schema, and the old ones stay.
"""

import sys
import zlib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from dipcli import Article, load_rules, parse  # noqa: E402
from dipcli.archive.packed import pack_report  # noqa: E402

_LARGEST = 32_000  # what zlib looks back to


def main() -> None:
    """Write both files beside the module that reads them."""
    texts = [p.read_text(encoding="utf-8") for p in sorted((ROOT / "samples").glob("*.txt"))]
    rules = load_rules()
    reports = [zlib.decompress(pack_report(parse(Article(text=t), rules), dictionary=b""), -15) for t in texts]
    folder = ROOT / "dipcli/archive"
    (folder / "reports.dictionary").write_bytes(b"\n".join(reports)[-_LARGEST:])
    (folder / "texts.dictionary").write_bytes("\n".join(texts).encode()[-_LARGEST:])


if __name__ == "__main__":
    main()
