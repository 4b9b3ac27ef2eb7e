"""The same agency copy in several papers is one story; two reports of one event are two."""

import random
import re
from pathlib import Path

from dipcli.archive.connection import open_to_read
from dipcli.archive.finding import Wanted
from dipcli.archive.reading import Reader
from dipcli.model import Article, Report
from dipcli.query import Query
from tests.archive.making import archive_of, own_reports


def _variant(text: str, random_: random.Random) -> str:
    """As another paper prints it: a head line of its own, a paragraph less, one more, a word changed."""
    lines = [x for x in text.split("\n") if x.strip()]
    if len(lines) > 3:
        del lines[random_.randrange(2, len(lines))]
    lines[0] = f"عنوان آخر {random_.randrange(1000)}"
    lines.append(f"خدمة الأخبار {random_.randrange(1000)}")
    words = lines[1].split()
    words[random_.randrange(len(words))] = "كلمة"
    lines[1] = " ".join(words)
    return "\n".join(lines)


def _print_of(report: Report, text: str, n: int) -> Report:
    """A report of another text under another name; what is in it does not matter here."""
    article = Article(text=text, source=f"paper{n}.txt")
    return report._replace(article=article, headline=None, entities=(), messages=(), statements=(), themes=(), notes=())


def _recombined(count: int, random_: random.Random) -> list[str]:
    """Texts of seven lines of two sentences of anywhere: they share many with each other."""
    sentences = [s for r in own_reports() for s in re.split(r"[.\n]+", r.article.text) if len(s.split()) > 5]
    drawn = [random_.sample(sentences, 14) for _ in range(count)]
    return ["\n".join(f"{one}. {other}." for one, other in zip(d[::2], d[1::2], strict=True)) for d in drawn]


def test_of_a_hundred_near_copies_95_are_joined_and_no_different_articles(tmp_path: Path) -> None:
    random_ = random.Random(7)
    originals = [_print_of(own_reports()[0], text, 1_000 + n) for n, text in enumerate(_recombined(25, random_))]
    copies = [
        _print_of(r, _variant(r.article.text, random_), n * 10 + k) for n, r in enumerate(originals) for k in range(4)
    ]
    path = archive_of(tmp_path / "a.db", [*originals, *copies])
    db = open_to_read(path)
    stories = dict(db.execute("SELECT source, story FROM article").fetchall())
    joined = sum(stories[c.article.source] == stories[originals[i // 4].article.source] for i, c in enumerate(copies))
    assert len(copies) == 100
    assert joined >= 95
    assert len({stories[r.article.source] for r in originals}) == len(originals)


def test_of_a_thousand_pairs_of_different_articles_none_is_joined(tmp_path: Path) -> None:
    """Articles of sentences of anywhere share many of them, and are no prints of one story."""
    texts = _recombined(46, random.Random(3))  # 1,035 pairs
    different = [_print_of(own_reports()[0], text, n) for n, text in enumerate(texts)]
    path = archive_of(tmp_path / "a.db", different)
    stories = open_to_read(path).execute("SELECT count(DISTINCT story), count(*) FROM article").fetchone()
    assert stories == (46, 46)


def test_a_story_counts_once_unless_its_reprints_are_asked_for(tmp_path: Path) -> None:
    report = next(r for r in own_reports() if len(r.article.text.split()) > 90)
    again = report._replace(article=report.article._replace(source="other.txt"))
    path = archive_of(tmp_path / "a.db", [report, again])
    db = open_to_read(path)
    reader = Reader(db, path)
    once = list(reader.articles(Query(), None, Wanted()))
    assert [s.report.article.source for s in once] == [report.article.source]
    assert len(list(reader.articles(Query(), None, Wanted(reprints=True)))) == 2
    assert [source for _, source, _ in reader.reprints(once[0].story)] == [report.article.source, "other.txt"]


def test_short_texts_are_a_story_each(tmp_path: Path) -> None:
    reports = own_reports()
    short = [_print_of(reports[0], text, n) for n, text in enumerate(("قال", "قال الوزير", "", "..."))]
    path = archive_of(tmp_path / "a.db", short)
    assert len(list(Reader(open_to_read(path), path).articles(Query(), None, Wanted(of_statements=False)))) == len(
        short
    )
