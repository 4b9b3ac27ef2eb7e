"""Articles of the corpus, whole and in pieces cut anywhere, some with their words shuffled: none may make the parser fail.

``python tools/cut_articles.py [COUNT] [SEED]`` prints where it failed, once a place, with the piece; 1 when it did. Needs the
shared corpus: DIP_SHARED, else ../shared.
"""

import gzip
import json
import os
import random
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from dipcli import Article, load_rules, parse  # noqa: E402

MOST_WORDS = 40
ENDS = ("", "", "", "،", "»", "(", "-", ":", " مع", " الذي", " أن", " إلى", " عن", " في", ".", "،", ' "')
SHUFFLED = 0.3


def texts() -> list[str]:
    """The texts of the corpus."""
    shared = Path(os.environ.get("DIP_SHARED") or ROOT.parent / "shared")
    out = []
    for name in ("news", "diplomacy"):
        with gzip.open(shared / f"corpus/{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            out += [json.loads(line)["text"] for line in lines]
    return out


def pieces(count: int, seed: int) -> Iterator[str]:
    """Every text, then so many pieces, the same for the same seed."""
    draw, corpus = random.Random(seed), texts()
    yield from corpus
    for _ in range(count):
        words = draw.choice(corpus).split(" ")
        first = draw.randrange(len(words))
        piece = words[first : first + draw.randrange(1, MOST_WORDS)]
        if draw.random() < SHUFFLED:
            draw.shuffle(piece)
        yield " ".join(piece) + draw.choice(ENDS)


def main() -> int:
    """1 where the parser failed."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 80_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    rules, places = load_rules(), set()
    for piece in pieces(count, seed):
        try:
            parse(Article(text=piece), rules)
        except Exception as e:
            at = traceback.extract_tb(e.__traceback__)[-1]
            if (at.filename, at.lineno) not in places:
                places.add((at.filename, at.lineno))
                print(f"{at.filename}:{at.lineno}: {e!r}\n  {piece!r}")
    print(f"{count:,} pieces, {len(places)} places failed")
    return 1 if places else 0


if __name__ == "__main__":
    sys.exit(main())
