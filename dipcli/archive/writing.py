"""Adds reports to an archive and takes them out again. The caller opens and ends transactions."""

import sqlite3
from collections import Counter

from dipcli.archive.corrections import follow, keep_own
from dipcli.archive.packed import pack_report, pack_text, text_digest, unpack_text
from dipcli.archive.people import Profile, person_of, profile_key, profile_of
from dipcli.archive.reprints import MOST_COMPARED, fewest_shared, is_reprint, may_be_reprint, shingles, sketch
from dipcli.archive.schema import OF_ARTICLES, hashed, year_of
from dipcli.archive.words import index_terms, words_of
from dipcli.model import Entity, Report, Statement
from dipcli.query import is_called, name_words
from dipcli.text.fold import fold

# Themes of an article as a whole stand beside those of its statements, under this number.
WHOLE_ARTICLE = -1
_REMEMBERED = 4_000
_COMMON = 500  # first prints that are looked at by one hash: what more of them share is no story but a stock phrase


class Writer:
    """Adds and removes articles. Rows that many articles share (profiles, forms, rules) are remembered by it."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._profiles: dict[Profile, int] = {}
        self._labels: dict[str, int] = {}
        self._rules: dict[tuple[str, str], int] = {}

    def forget(self) -> None:
        """Forget what a transaction that was rolled back may have made."""
        self._profiles.clear()
        self._labels.clear()
        self._rules.clear()

    def add(self, report: Report, *, file: int, record: int, added: str, article: int | None = None) -> int:
        """Add a report as record ``record`` of a file; its id, which is ``article`` where that is given."""
        db, a = self._db, report.article
        words = words_of(fold(a.text).text)
        title = a.title or (a.text[report.headline.start : report.headline.end] if report.headline else None)
        made = db.execute(
            "INSERT INTO article (id, file, record, source, digest, published, outlet, title, characters, added, rules, story)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
            (
                article, file, record, a.source, text_digest(a.text), a.published, a.outlet, title, len(a.text), added,
                self._rules_of(report),
            ),
        )  # fmt: skip
        key = made.lastrowid
        assert key is not None
        db.execute("INSERT INTO content VALUES (?, ?, ?)", (key, pack_text(a.text), pack_report(report)))
        db.execute("INSERT INTO words (rowid, terms) VALUES (?, ?)", (key, terms_of(report, words)))
        self._add_story(key, words)
        self._add_entities(key, report)
        return key

    def remove(self, article: int, report: Report) -> None:
        """Take an article out; ``report`` is what the archive has of it."""
        db = self._db
        terms = terms_of(report, words_of(fold(report.article.text).text))
        db.execute("INSERT INTO words (words, rowid, terms) VALUES ('delete', ?, ?)", (article, terms))
        for table in OF_ARTICLES:
            db.execute(f"DELETE FROM {table} WHERE article = ?", (article,))
        (added,) = db.execute("SELECT added FROM article WHERE id = ?", (article,)).fetchone()
        db.execute("DELETE FROM article WHERE id = ?", (article,))
        heir = db.execute("SELECT min(id) FROM article WHERE story = ?", (article,)).fetchone()[0]
        if heir is not None:
            db.execute("UPDATE article SET story = ? WHERE story = ?", (heir, article))
            # A story came in with its first print, whichever stands for it.
            db.execute("UPDATE article SET added = min(added, ?) WHERE id = ?", (added, heir))
            self._add_sketch(heir, sketch(shingles(self._words_of(heir))))

    def _rules_of(self, report: Report) -> int:
        key = (report.rules.version, report.rules.sha256)
        if key not in self._rules:
            self._db.execute("INSERT OR IGNORE INTO rules (version, sha256) VALUES (?, ?)", key)
            found = self._db.execute("SELECT id FROM rules WHERE version = ? AND sha256 = ?", key).fetchone()
            self._rules[key] = int(found[0])
        return self._rules[key]

    # -- stories -------------------------------------------------------------------------------------------------------

    def _add_story(self, article: int, words: list[str]) -> None:
        """The first article that tells the same story in the same words stands for all of them; else this one does."""
        own = shingles(words)
        looked_up = sketch(own)
        kinds = set(words)
        story = next((s for s in self._alike(looked_up) if self._is_reprint(s, kinds, own)), article)
        self._db.execute("UPDATE article SET story = ? WHERE id = ?", (story, article))
        if story == article:  # a reprint is found by its story
            self._add_sketch(article, looked_up)

    def _is_reprint(self, story: int, kinds: set[str], own: frozenset[int]) -> bool:
        other = self._words_of(story)
        return may_be_reprint(kinds, set(other)) and is_reprint(own, shingles(other))

    def _alike(self, looked_up: list[int]) -> list[int]:
        """First prints that may tell the same: those that share most of a sketch, the most first."""
        shared: Counter[int] = Counter()
        for mark in looked_up:
            found = self._db.execute(
                "SELECT article FROM shingle WHERE hash = ? ORDER BY article LIMIT ?", (mark, _COMMON)
            )
            shared.update(article for (article,) in found)
        fewest = fewest_shared(looked_up)
        likely = sorted((-n, article) for article, n in shared.items() if n >= fewest)
        return [article for _, article in likely[:MOST_COMPARED]]

    def _add_sketch(self, article: int, looked_up: list[int]) -> None:
        self._db.executemany("INSERT INTO shingle VALUES (?, ?)", [(h, article) for h in looked_up])

    def _words_of(self, article: int) -> list[str]:
        found = self._db.execute("SELECT body FROM content WHERE article = ?", (article,)).fetchone()
        return words_of(fold(unpack_text(found[0])).text) if found else []

    # -- who and what --------------------------------------------------------------------------------------------------

    def _add_entities(self, article: int, report: Report) -> None:
        profiles = {e.id: self._profile(e) for e in report.entities}
        db = self._db
        db.executemany("INSERT OR IGNORE INTO named VALUES (?, ?)", [(p, article) for p in profiles.values()])
        year = year_of(report.article.published)
        db.executemany("INSERT INTO called VALUES (?, ?, ?, ?)", called_rows(report, profiles, year, article))
        self._add_statements(article, report, profiles, year)

    def _add_statements(self, article: int, report: Report, profiles: dict[str, int], year: int) -> None:
        db, all_of = self._db, list(enumerate(report.statements))
        rows = [self._statement_row(article, n, s) for n, s in all_of]
        db.executemany("INSERT INTO statement VALUES (?, ?, ?, ?, ?, ?)", rows)
        said = [(profiles[x.entity], year, article, n) for n, s in all_of for x in s.sources if x.entity]
        db.executemany("INSERT OR IGNORE INTO said VALUES (?, ?, ?, ?)", said)
        told = [(profiles[x.entity], year, article, n) for n, s in all_of for x in s.addressees]
        db.executemany("INSERT OR IGNORE INTO told VALUES (?, ?, ?, ?)", told)
        themes = [(self._label(t.id), article, WHOLE_ARTICLE) for t in report.themes]
        themes += [(self._label(t), article, n) for n, s in all_of for t in s.themes]
        db.executemany("INSERT OR IGNORE INTO theme VALUES (?, ?, ?)", themes)

    def _statement_row(self, article: int, n: int, s: Statement) -> tuple[object, ...]:
        medium = self._label(s.medium.kind) if s.medium else None
        return article, n, self._label(s.form), self._label(s.status), medium, s.confidence

    def _profile(self, e: Entity) -> int:
        profile = profile_of(e)
        found = self._profiles.get(profile)
        if found is None:
            key = profile_key(profile)
            row = self._db.execute("SELECT id FROM profile WHERE key = ?", (key,)).fetchone()
            if len(self._profiles) > _REMEMBERED:
                self._profiles.clear()
            found = self._profiles[profile] = int(row[0]) if row else self._made(profile, key)
        return found

    def _made(self, p: Profile, key: int) -> int:
        own = person_of(self._db, p)
        person = None if own is None else follow(self._db, own)
        made = self._db.execute(
            "INSERT INTO profile (key, entity, known, kind, name, name_en, short, short_en, office, country, person)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (key, p.entity, p.known, p.kind, p.name, p.name_en, p.short, p.short_en, p.office, p.country, person),
        )
        profile = made.lastrowid
        assert profile is not None
        if own is not None and own != person:
            keep_own(self._db, profile, own)
        words = {hashed(w) for form in (p.name, p.name_en, p.short, p.short_en) if form for w in name_words(form)}
        words.add(hashed("id", p.entity))
        self._db.executemany("INSERT INTO name_word VALUES (?, ?)", [(w, profile) for w in sorted(words)])
        return profile

    def _label(self, text: str) -> int:
        found = self._labels.get(text)
        if found is None:
            self._db.execute("INSERT OR IGNORE INTO label (text) VALUES (?)", (text,))
            row = self._db.execute("SELECT id FROM label WHERE text = ?", (text,)).fetchone()
            found = self._labels[text] = int(row[0])
        return found


def terms_of(report: Report, words: list[str]) -> str:
    """Terms of the text, and of the contents that begin in the middle of a word (بـ|السلام)."""
    text = report.article.text
    contents = (
        text[c.start : c.end] for s in report.statements for c in s.content if c.start and text[c.start - 1].isalnum()
    )
    return index_terms([*words, *(word for c in contents for word in words_of(fold(c).text))])


def called_rows(report: Report, profiles: dict[str, int], year: int, article: int) -> list[tuple[int, int, int, int]]:
    """Rows of the table ``called``; ``profiles`` by the entities' ids."""
    rows = {(hashed(f), year, article, profiles[e.id]) for e in report.entities for f in _further_forms(report, e)}
    return sorted(rows)


def _further_forms(report: Report, e: Entity) -> set[str]:
    """What else the article calls somebody (الرئيس التونسي): forms that are not within the name itself."""
    text = report.article.text
    raw = {text[m.span.start : m.span.end] for m in e.mentions}
    return {" ".join(words) for f in raw if (words := name_words(f)) and not is_called(f, e)}
