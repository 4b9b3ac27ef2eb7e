"""The tables of an archive."""

import json
from collections.abc import Iterable

try:  # where hashlib takes it from, which loads OpenSSL besides: a fiftieth of a question's time
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

VERSION = 8  # migrating.py brings older ones to it

PAGE = 16_384  # bytes: an article's row of some 2,500 leaves little of it empty

# For other tools: what the tables mean in words, without texts. docs/archive.md tells their columns.
VIEWS = """
CREATE VIEW articles AS
    SELECT article.id, source, title, published, outlet, characters, added, story, rules.version AS rules,
        lower(hex(digest)) AS sha256
    FROM article JOIN rules ON rules.id = article.rules;
CREATE VIEW statements AS
    SELECT article.id AS article, statement.n + 1 AS statement, article.source, article.published, form.text AS form,
        status.text AS status, medium.text AS medium, statement.confidence, article.story = article.id AS first_print
    FROM statement JOIN article ON article.id = statement.article JOIN label AS form ON form.id = statement.form
        JOIN label AS status ON status.id = statement.status LEFT JOIN label AS medium ON medium.id = statement.medium;
CREATE VIEW speakers AS
    SELECT said.article, said.n + 1 AS statement, person.id AS person, person.name, person.name_en, person.office,
        person.country
    FROM said JOIN profile ON profile.id = said.profile JOIN person ON person.id = profile.person;
CREATE VIEW addressees AS
    SELECT told.article, told.n + 1 AS statement, person.id AS person, person.name, person.name_en, person.office,
        person.country
    FROM told JOIN profile ON profile.id = told.profile JOIN person ON person.id = profile.person;
CREATE VIEW statement_themes AS
    SELECT theme.article, theme.n + 1 AS statement, label.text AS theme
    FROM theme JOIN label ON label.id = theme.theme WHERE theme.n >= 0;
CREATE VIEW persons AS
    SELECT person.id, person.name, person.name_en, person.office, person.country,
        (SELECT count(DISTINCT named.article) FROM profile JOIN named ON named.profile = profile.id
            WHERE profile.person = person.id) AS articles,
        (SELECT count(said.n) FROM profile JOIN said ON said.profile = profile.id WHERE profile.person = person.id) AS said,
        (SELECT count(told.n) FROM profile JOIN told ON told.profile = profile.id WHERE profile.person = person.id) AS told
    FROM person;
CREATE VIEW themes AS
    SELECT label.text AS theme,
        (SELECT count(DISTINCT t.article) FROM theme AS t WHERE t.theme = label.id) AS articles,
        (SELECT count(t.n) FROM theme AS t WHERE t.theme = label.id AND t.n >= 0) AS statements
    FROM label WHERE label.id IN (SELECT theme FROM theme)
"""

# What a statement, a name and a theme are found by stands beside the reports, so that a search opens only what it
# shows. ``profile`` is one way in which articles write an entity; ``person`` joins the profiles of one person. Words
# and keys are looked up by a hash (``hashed``): two that share one cost a look at a report, never a wrong answer.
# ``year`` is that of the article, 0 where it has no date: who speaks for years is looked up in those that are asked for.
# ``arrival`` says when the texts of a changed file came in, while that is read again.
TABLES = (
    """
CREATE TABLE label (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
CREATE TABLE rules (id INTEGER PRIMARY KEY, version TEXT NOT NULL, sha256 TEXT NOT NULL, UNIQUE (version, sha256));
CREATE TABLE file (
    id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, place TEXT, digest BLOB NOT NULL,
    done INTEGER NOT NULL DEFAULT 0, failed INTEGER NOT NULL DEFAULT 0, complete INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE article (
    id INTEGER PRIMARY KEY, file INTEGER NOT NULL REFERENCES file (id), record INTEGER NOT NULL, source TEXT NOT NULL,
    digest BLOB NOT NULL, published TEXT, outlet TEXT, title TEXT, characters INTEGER NOT NULL, added TEXT NOT NULL,
    rules INTEGER NOT NULL REFERENCES rules (id), story INTEGER NOT NULL, UNIQUE (file, record)
);
CREATE INDEX article_published ON article (published, story);
CREATE INDEX article_story ON article (story);
CREATE INDEX article_digest ON article (digest);
CREATE INDEX article_added ON article (added);
CREATE TABLE content (article INTEGER PRIMARY KEY REFERENCES article (id), body BLOB NOT NULL, report BLOB NOT NULL);
CREATE TABLE person (
    id INTEGER PRIMARY KEY, key INTEGER NOT NULL, name TEXT NOT NULL, name_en TEXT, office TEXT, country TEXT
);
CREATE INDEX person_key ON person (key);
CREATE TABLE profile (
    id INTEGER PRIMARY KEY, key INTEGER NOT NULL UNIQUE, entity TEXT NOT NULL, known INTEGER NOT NULL, kind TEXT NOT NULL,
    name TEXT NOT NULL, name_en TEXT, short TEXT, short_en TEXT, office TEXT, country TEXT,
    person INTEGER REFERENCES person (id)
);
CREATE INDEX profile_person ON profile (person);
CREATE TABLE name_word (word INTEGER NOT NULL, profile INTEGER NOT NULL, PRIMARY KEY (word, profile)) WITHOUT ROWID;
CREATE TABLE called (
    form INTEGER NOT NULL, year INTEGER NOT NULL, article INTEGER NOT NULL, profile INTEGER NOT NULL,
    PRIMARY KEY (form, year, article, profile)
) WITHOUT ROWID;
CREATE TABLE named (profile INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (profile, article)) WITHOUT ROWID;
CREATE TABLE statement (
    article INTEGER NOT NULL, n INTEGER NOT NULL, form INTEGER NOT NULL REFERENCES label (id),
    status INTEGER NOT NULL REFERENCES label (id), medium INTEGER REFERENCES label (id), confidence REAL NOT NULL,
    PRIMARY KEY (article, n)
) WITHOUT ROWID;
CREATE TABLE said (
    profile INTEGER NOT NULL, year INTEGER NOT NULL, article INTEGER NOT NULL, n INTEGER NOT NULL,
    PRIMARY KEY (profile, year, article, n)
) WITHOUT ROWID;
CREATE TABLE told (
    profile INTEGER NOT NULL, year INTEGER NOT NULL, article INTEGER NOT NULL, n INTEGER NOT NULL,
    PRIMARY KEY (profile, year, article, n)
) WITHOUT ROWID;
CREATE TABLE theme (
    theme INTEGER NOT NULL REFERENCES label (id), article INTEGER NOT NULL, n INTEGER NOT NULL,
    PRIMARY KEY (theme, article, n)
) WITHOUT ROWID;
CREATE TABLE shingle (hash INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (hash, article)) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5 (
    terms, content = '', columnsize = 0, detail = none, tokenize = "unicode61 remove_diacritics 0"
);
CREATE TABLE arrival (
    file INTEGER NOT NULL REFERENCES file (id), digest BLOB NOT NULL, added TEXT NOT NULL, PRIMARY KEY (file, digest)
) WITHOUT ROWID;
CREATE TABLE correction (
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL, person INTEGER NOT NULL, name TEXT NOT NULL, other INTEGER NOT NULL,
    other_name TEXT NOT NULL, made TEXT NOT NULL
);
CREATE TABLE correction_profile (
    correction INTEGER NOT NULL, profile INTEGER NOT NULL, PRIMARY KEY (correction, profile)
) WITHOUT ROWID;
CREATE TABLE own_person (profile INTEGER PRIMARY KEY, person INTEGER NOT NULL);
CREATE TABLE last_digest (name TEXT PRIMARY KEY, ended TEXT NOT NULL) WITHOUT ROWID;
"""
    + VIEWS
)

# Tables beside the reports that name an article in their column ``article``.
OF_ARTICLES = ("content", "called", "named", "statement", "said", "told", "theme", "shingle")
LIST = "(SELECT value FROM json_each(?))"
"""Values of any number in a query, as what ``listed`` makes of them."""


def listed(values: Iterable[int | str]) -> str:
    """Values for one ``LIST``."""
    return json.dumps(list(values), ensure_ascii=False)


def commands(sql: str) -> list[str]:
    """The commands of ``TABLES`` or ``VIEWS``, one by one."""
    return [command for command in sql.split(";\n") if command.strip()]


def hashed(*parts: str | None) -> int:
    """A hash of 63 bits, the same on every machine."""
    data = "\0".join("" if p is None else p + "\1" for p in parts).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(data, digest_size=8).digest()) >> 1


def year_of(date: str | None) -> int:
    """The year of an ISO date, be it a day, a month or a year; 0 where there is none."""
    return int(date[:4]) if date else 0
