"""Which articles can answer a query: the query as SQL. It only narrows; ``Selection`` decides on the report itself."""

import sqlite3
from collections.abc import Iterable
from typing import Literal

from dipcli.archive.digests import Arrived
from dipcli.archive.schema import LIST, hashed, listed, year_of
from dipcli.archive.words import match_expression, match_forms
from dipcli.model import Entity, EntityKind
from dipcli.query import Aliases, Query, is_called, name_words
from dipcli.records import Record
from dipcli.text.phrases import Phrase

Order = Literal["place", "date", "newest"]
_ORDERS: dict[str, str] = {
    "place": "a.id",
    "date": "a.published IS NULL, a.published, a.id",
    "newest": "a.published DESC, a.id",  # what has no date comes last
}
_MANY = 2000  # articles with a word
_LOOKED_UP = 8  # words of a name: they leave few to test one by one, and SQLite joins no more than 500 queries


class Wanted(Record):
    """What to look for beside the query: only the first print of a story unless ``reprints``; ``of_statements``: an article
    without a fitting statement is of no use; ``first_ones``: not all of them will be asked for.
    """

    order: Order = "place"
    reprints: bool = False
    of_statements: bool = True
    first_ones: bool = False
    arrived: Arrived = Arrived()


class _Part(Record):
    """A condition over the article ``a``, with its values."""

    sql: str
    values: tuple[object, ...]


class _Names(Record):
    """Who goes under a name: profiles, and forms that articles call somebody by, both as JSON arrays of ids."""

    profiles: str
    forms: str


class _Years(Record):
    """From a year to a year, both of them with it; an article without date is of the year 0."""

    first: int
    last: int


def article_ids(db: sqlite3.Connection, query: Query, aliases: Aliases | None, wanted: Wanted) -> sqlite3.Cursor:
    """Ids of the articles that may hold an answer, in order. Raises sqlite3.Error."""
    by = _names(db, query.by, aliases) if query.by else None
    to = _names(db, query.to, aliases) if query.to else None
    parts = _by_date(query) + _by_words(db, query, wanted)
    parts += _by_statement(db, query, by, to) if wanted.of_statements else _by_article(db, query, by, to)
    return _ids(db, parts, wanted)


def ids_with(
    db: sqlite3.Connection, phrases: tuple[Phrase, ...], query: Query, aliases: Aliases, wanted: Wanted
) -> sqlite3.Cursor:
    """Ids of the articles that may hold all phrases, in order; of ``query`` only the dates count. Raises sqlite3.Error."""
    parts = _by_date(query)
    words = [e for p in phrases if not p.foreign and (e := match_forms(p.alternatives()))]
    if words:
        parts.append(_with_words(db, " AND ".join(words), wanted))
    parts += [_by_name(db, p, aliases, wanted) for p in phrases if p.foreign]
    return _ids(db, parts, wanted)


def _ids(db: sqlite3.Connection, parts: list[_Part], wanted: Wanted) -> sqlite3.Cursor:
    parts += _by_arrival(wanted.arrived)
    if not wanted.reprints:
        parts.append(_Part("a.story = a.id", ()))
    where = " AND ".join(f"({p.sql})" for p in parts) or "1"
    values = [v for p in parts for v in p.values]
    return db.execute(f"SELECT a.id FROM article a WHERE {where} ORDER BY {_ORDERS[wanted.order]}", values)


def _with_words(db: sqlite3.Connection, expression: str, wanted: Wanted) -> _Part:
    """Articles with these words. Where they are many and the first ones are enough, all articles are gone through in their
    order until those are found (the plus sign keeps SQLite from looking up each of the many, and sorting them).
    """
    sign = "+" if wanted.first_ones and _has_many(db, expression) else ""
    return _Part(f"{sign}a.id IN (SELECT rowid FROM words WHERE words MATCH ?)", (expression,))


def _has_many(db: sqlite3.Connection, expression: str) -> bool:
    found = db.execute("SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT ?)", (expression, _MANY))
    return bool(found.fetchone()[0] == _MANY)


def _by_name(db: sqlite3.Connection, phrase: Phrase, aliases: Aliases, wanted: Wanted) -> _Part:
    """A phrase in Latin letters: it stands there, or names somebody."""
    expression = match_forms(phrase.alternatives())
    if expression is None:
        return _Part("1", ())
    written, named = _with_words(db, expression, wanted), _naming(_names(db, (phrase.text,), aliases))
    return _Part(f"{written.sql} OR {named.sql}", (*written.values, *named.values))


def _by_date(query: Query) -> list[_Part]:
    parts = []
    if query.since:
        parts.append(_Part("a.published >= substr(?, 1, length(a.published))", (query.since,)))
    if query.until:
        parts.append(_Part("substr(a.published, 1, ?) <= ?", (len(query.until), query.until)))
    if not parts or not query.undated:
        return parts
    dated = " AND ".join(p.sql for p in parts)
    return [_Part(f"a.published IS NULL OR ({dated})", tuple(v for p in parts for v in p.values))]


def _by_arrival(arrived: Arrived) -> list[_Part]:
    asked = ((">", arrived.after), (">=", arrived.since), ("<", arrived.before))
    return [_Part(f"a.added {sign} ?", (time,)) for sign, time in asked if time]


def _by_words(db: sqlite3.Connection, query: Query, wanted: Wanted) -> list[_Part]:
    expression = match_expression(query.text) if query.text else None
    return [_with_words(db, expression, wanted)] if expression else []


def _by_article(db: sqlite3.Connection, query: Query, by: _Names | None, to: _Names | None) -> list[_Part]:
    parts = [_naming(names) for names in (by, to) if names is not None]
    if query.about:
        parts.append(_Part(f"a.id IN (SELECT article FROM theme WHERE theme IN {_labels(db, query.about)})", ()))
    return parts


def _labels(db: sqlite3.Connection, texts: Iterable[str]) -> str:
    """Numbers of the labels, written out: SQLite compares a number with every statement faster than it looks into a list."""
    found = db.execute(f"SELECT id FROM label WHERE text IN {LIST}", (listed(texts),))
    return f"({', '.join(str(int(row[0])) for row in found)})"


def _naming(names: _Names) -> _Part:
    return _Part(
        f"a.id IN (SELECT article FROM named WHERE profile IN {LIST}"
        f" UNION SELECT article FROM called WHERE form IN {LIST})",
        (names.profiles, names.forms),
    )


def _by_statement(db: sqlite3.Connection, query: Query, by: _Names | None, to: _Names | None) -> list[_Part]:
    """One statement ``t`` that fits in everything: looked up from the names where there are some, else from the themes;
    what there are most of last. Dates are for ``_by_date`` to test, once an article.
    """
    asked = [(table, names) for table, names in (("said", by), ("told", to)) if names is not None]
    kinds = _kinds(db, query)
    themes = _labels(db, query.about) if query.about else ""
    if not asked and not themes and not kinds:
        return []  # almost all articles have a statement: to look is slower than to open those that have none
    if not asked and not themes:
        where = "".join(f" AND s.{k.sql}" for k in kinds)
        sql = f"EXISTS (SELECT 1 FROM statement s WHERE s.article = a.id{where})"
        return [_Part(sql, tuple(v for k in kinds for v in k.values))]
    tests: list[_Part] = []
    if asked:
        first = _of_names(*asked[0], _years(query))
        if themes:
            tests.append(_same("theme", f"x.theme IN {themes}", ()))
        tests += [_also_of_names(table, names) for table, names in asked[1:]]
    else:
        first = _Part(f"SELECT article, n FROM theme WHERE theme IN {themes} AND n >= 0", ())
    if kinds:
        tests.append(
            _same("statement", " AND ".join(f"x.{k.sql}" for k in kinds), tuple(v for k in kinds for v in k.values))
        )
    where = " AND ".join(("1", *(f"({t.sql})" for t in tests)))
    sql = f"a.id IN (SELECT t.article FROM ({first.sql}) t WHERE {where})"
    return [_Part(sql, (*first.values, *(v for t in tests for v in t.values)))]


def _same(table: str, condition: str, values: tuple[object, ...]) -> _Part:
    """What a table must have of the same statement, as ``x``."""
    return _Part(f"EXISTS (SELECT 1 FROM {table} x WHERE {condition} AND x.article = t.article AND x.n = t.n)", values)


def _of_names(table: str, names: _Names, years: tuple[_Years, ...]) -> _Part:
    """Statements by (or to) these in these years: by profile, or by whom an article calls so."""
    parts = [part for asked in years for part in (_of_profiles(table, names, asked), _of_forms(table, names, asked))]
    return _Part(" UNION ALL ".join(p.sql for p in parts), tuple(v for p in parts for v in p.values))


def _of_profiles(table: str, names: _Names, years: _Years) -> _Part:
    sql = f"SELECT x.article, x.n, x.year FROM {table} x WHERE x.profile IN {LIST} AND x.year BETWEEN ? AND ?"
    return _Part(sql, (names.profiles, *years))


def _of_forms(table: str, names: _Names, years: _Years) -> _Part:
    """The plus sign keeps SQLite from going through all years of a profile in place of one article."""
    sql = (
        f"SELECT s.article, s.n, s.year FROM called x CROSS JOIN {table} s WHERE x.form IN {LIST}"
        " AND x.year BETWEEN ? AND ? AND s.profile = x.profile AND s.year = +x.year AND s.article = x.article"
    )
    return _Part(sql, (names.forms, *years))


def _years(query: Query) -> tuple[_Years, ...]:
    """The years that the dates of a query allow: a range each, since an index is gone through by one range at a time."""
    if not query.since and not query.until:
        return (_Years(0, 9999),)
    dated = _Years(year_of(query.since) if query.since else 1, year_of(query.until) if query.until else 9999)
    return (dated, _Years(0, 0)) if query.undated else (dated,)


def _also_of_names(table: str, names: _Names) -> _Part:
    """The same, asked of one statement."""
    said = _same(table, f"x.profile IN {LIST} AND x.year = t.year", (names.profiles,))
    called = f"EXISTS (SELECT 1 FROM called x WHERE x.form IN {LIST} AND x.year = t.year AND x.article = t.article)"
    return _Part(f"{said.sql} OR {called}", (*said.values, names.forms))


def _kinds(db: sqlite3.Connection, query: Query) -> list[_Part]:
    columns = (("form", query.form), ("status", query.status), ("medium", query.medium))
    parts = [_Part(f"{column} IN {_labels(db, wanted)}", ()) for column, wanted in columns if wanted]
    if query.min_confidence > 0:
        parts.append(_Part("confidence >= ?", (query.min_confidence,)))
    return parts


# -- names -------------------------------------------------------------------------------------------------------------


def _names(db: sqlite3.Connection, names: tuple[str, ...], aliases: Aliases | None) -> _Names:
    profiles: set[int] = set()
    for name in names:
        profiles.update(profiles_called(db, name))
        for who in aliases(name) if aliases else ():
            known = db.execute(
                "SELECT id FROM name_word JOIN profile ON id = profile WHERE word = ? AND entity = ? AND known",
                (hashed("id", who), who),
            )
            profiles.update(row[0] for row in known)
    forms = {hashed(" ".join(name_words(name))) for name in names}
    return _Names(listed(sorted(profiles)), listed(sorted(forms)))


def profiles_called(db: sqlite3.Connection, name: str) -> list[int]:
    """Profiles that go under this name: all its words are among theirs, and the query's own test says yes."""
    words = name_words(name)
    if not words:
        return []
    looked_up = words[:_LOOKED_UP]
    of_all = " INTERSECT ".join(["SELECT profile FROM name_word WHERE word = ?"] * len(looked_up))
    candidates = db.execute(
        "SELECT id, entity, kind, known, name, name_en, short, short_en FROM profile WHERE id IN"
        f" (SELECT profile FROM name_word WHERE word = ? UNION SELECT * FROM ({of_all}))",
        (hashed("id", name.strip().lower()), *map(hashed, looked_up)),
    )
    called: dict[tuple[object, ...], bool] = {}  # a known person has a profile for each office and country
    found = []
    for key, *rest in candidates:
        one = tuple(rest)
        if one not in called:
            called[one] = is_called(name, _entity(one))
        if called[one]:
            found.append(key)
    return found


def _entity(row: tuple[str, EntityKind, int, str, str | None, str | None, str | None]) -> Entity:
    entity, kind, known, name, name_en, short, short_en = row
    return Entity(
        id=entity, kind=kind, known=bool(known), name=name, mentions=(), name_en=name_en, short=short, short_en=short_en
    )
