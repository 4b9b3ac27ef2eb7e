"""Reads the articles of a folder in every container and compares what is found: ``round_trip.py FOLDER [COUNT]``.

As text, JSON lines, CSV, gzip, zstd, UTF-16, Windows-1256 everything must be the same, as a page but for white space.
Articles with letters that Windows-1256 does not have are passed over. Status 1 when one differs.
"""

import collections
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from dipcli.rules.load import load_rules  # noqa: E402
from tests.inputs.containers import EXACT, article_of, but_white_space, findings, page  # noqa: E402


def main(folder: str, count: int = 100) -> int:
    """Compare, print what differs and how many did."""
    rules = load_rules()
    tried, passed_over, statements = 0, 0, 0
    differ: collections.Counter[str] = collections.Counter()
    for path in sorted(Path(folder).glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        if text.encode("cp1256", "replace").decode("cp1256") != text:
            passed_over += 1
            continue
        expected = findings(article_of(text.encode()), rules)
        statements += len(expected["statements"])
        for way, pack in EXACT.items():
            if findings(article_of(pack(text)), rules) != expected:
                differ[way] += 1
                print(f"{path.name}: {way} differs")
        if but_white_space(findings(article_of(page(text)), rules)) != but_white_space(expected):
            differ["html"] += 1
            print(f"{path.name}: html differs")
        tried += 1
        if tried == count:
            break
    ways = ", ".join(f"{way} {differ[way]}" for way in (*EXACT, "html"))
    print(f"{tried} articles ({passed_over} passed over), {statements} statements; differ: {ways}")
    return 1 if differ or not tried else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], *map(int, sys.argv[2:3])))
