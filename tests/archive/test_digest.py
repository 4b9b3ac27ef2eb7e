"""What is new in an archive: nothing is told twice, nothing is left out, and a run that fails has told nothing."""

import itertools
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from dipcli.archive.connection import open_to_read
from dipcli.archive.digests import Arrived, last_end, latest, remember
from dipcli.archive.finding import Wanted
from dipcli.archive.indexing import Index
from dipcli.archive.reading import Reader
from dipcli.cli.moments import since_moment, until_moment
from dipcli.model import DipError
from dipcli.outputs.schema import schema
from dipcli.query import Query
from tests.archive.making import add, archive_of, own_reports, read
from tests.cli.running import dip, environment
from tests.conftest import ROOT
from tests.page.making import EXTRAS

LETTERS = "samples/letters.txt"
BRIDGE = "قال الوزير حازم العمري إن الجسر رقم {} جاهز."


def _digest(path: str, *args: str, **env: str) -> tuple[int, list[dict[str, Any]]]:
    """Status and records."""
    done = dip("digest", "--db", path, *args, **env)
    assert done.returncode in (0, 1), done.stderr
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()]


def _files(records: list[dict[str, Any]]) -> set[str]:
    return {r["file"] for r in records}


def _at(path: Path, *articles: tuple[str, str, str]) -> str:
    """An archive of articles: when each came in, its text, its file."""
    for when, text, source in articles:
        with Index(str(path), lambda when=when: when) as index:  # type: ignore[misc]
            add(index, read(text, source))
    return str(path)


# -- since the last --------------------------------------------------------------------------------------------------


def test_each_digest_goes_on_behind_the_last(tmp_path: Path) -> None:
    path = archive_of(tmp_path / "a.db", own_reports()[:3])
    status, first = _digest(path, "--since", "last")
    assert (status, _files(first)) == (0, {r.article.source for r in own_reports()[:3]})
    assert _digest(path, "--since", "last") == (1, [])
    with Index(path, lambda: "2026-01-01T12:00:00.000000Z") as index:  # a clock that went back
        add(index, own_reports()[3])
    status, second = _digest(path, "--since", "last")
    assert (status, _files(second)) == (0, {own_reports()[3].article.source})
    assert _digest(path, "--since", "last") == (1, [])


def test_digests_of_different_names_go_on_by_themselves(tmp_path: Path) -> None:
    path = archive_of(tmp_path / "a.db", own_reports()[:2])
    assert _digest(path, "--since", "last", "--name", "desk")[0] == 0
    assert _digest(path, "--since", "last")[0] == 0
    assert _digest(path, "--since", "last", "--name", "desk")[0] == 1
    # One that does not ask for the last leaves the ends alone.
    assert _digest(path, "--since", "2000", "--name", "")[0] == 0
    assert _digest(path, "--since", "last", "--name", "other")[0] == 0


def test_what_filters_leave_out_is_told_too(tmp_path: Path) -> None:
    """By the digest of this name: it was asked for nothing else."""
    path = archive_of(tmp_path / "a.db", own_reports()[:2])
    assert _digest(path, "--since", "last", "--by", "nobody") == (1, [])
    assert _digest(path, "--since", "last") == (1, [])


def test_a_run_that_fails_has_told_nothing(tmp_path: Path) -> None:
    reports = [read(BRIDGE.format(n), f"{n}.txt") for n in range(3)]
    path = archive_of(tmp_path / "a.db", reports)
    ask = ("digest", "--db", path, "--since", "last", "--reprints")
    assert dip(*ask, "-o", str(tmp_path / "no/such/folder")).returncode == 2
    assert dip(*ask, "-f", "csv").returncode == 2
    assert _without_a_reader(ask) == 141
    if os.path.exists("/dev/full"):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([sys.executable, "-m", "dipcli", *ask], stdout=full, stderr=subprocess.DEVNULL, cwd=ROOT, env=environment(), check=False)  # fmt: skip
        assert done.returncode == 2
    db = open_to_read(path)
    assert last_end(db, "") is None
    assert len(_digest(path, *ask[3:])[1]) == 3


def _without_a_reader(ask: tuple[str, ...]) -> int:
    reading, writing = os.pipe()
    os.close(reading)
    process = subprocess.Popen([sys.executable, "-m", "dipcli", *ask], stdout=writing, cwd=ROOT, env=environment())
    os.close(writing)
    return process.wait(60)


def test_a_damaged_article_leaves_the_end_where_it_was(tmp_path: Path) -> None:
    import sqlite3

    path = archive_of(tmp_path / "a.db", own_reports()[:3])
    db = sqlite3.connect(path)
    db.execute("UPDATE content SET report = x'00' WHERE article = 3")
    db.commit()
    out = tmp_path / "out"
    done = dip("digest", "--db", path, "--since", "last", "-f", "ndjson", "-o", str(out))
    assert (done.returncode, out.exists()) == (2, False)
    assert last_end(db, "") is None


def test_what_comes_in_while_a_digest_is_made_is_in_the_next(tmp_path: Path) -> None:
    path = archive_of(tmp_path / "a.db", own_reports()[:3])
    db = open_to_read(path)
    reader = Reader(db, path)
    reader.hold()
    ended = latest(db)
    found = reader.articles(Query(), None, Wanted(reprints=True, arrived=Arrived(after=last_end(db, ""))))
    told = [next(found).report.article.source]
    with Index(path, lambda: "2020-01-01T00:00:00.000000Z") as index:
        add(index, own_reports()[3])
    told += [s.report.article.source for s in found]
    assert ended is not None
    remember(path, "", ended)
    assert told == [r.article.source for r in own_reports()[:3]]
    assert _files(_digest(path, "--since", "last", "--reprints")[1]) == {own_reports()[3].article.source}


def test_two_ends_are_one(tmp_path: Path) -> None:
    path = archive_of(tmp_path / "a.db", own_reports()[:1])
    for end in ("2026-01-03", "2026-01-02"):
        remember(path, "", end)
    assert last_end(open_to_read(path), "") == "2026-01-03"


def test_a_file_that_grew_tells_only_what_is_new_in_it(tmp_path: Path) -> None:
    news, db = tmp_path / "news.jsonl", str(tmp_path / "a.db")
    lines = [json.dumps({"text": BRIDGE.format(n)}) for n in range(4)]
    for count, told in ((2, {"0", "1"}), (4, {"2", "3"}), (3, set())):
        # The newest stands first, as in a feed: every record has another number than before.
        news.write_text("\n".join(reversed(lines[:count])), encoding="utf-8")
        assert dip("index", str(news), "--db", db).returncode == 0
        records = _digest(db, "--since", "last", "--reprints")[1]
        assert {re.findall(r"\d", r["text"])[0] for r in records} == told


# -- since a moment ----------------------------------------------------------------------------------------------------


def test_days_count_when_articles_came_in_here(tmp_path: Path) -> None:
    path = _at(
        tmp_path / "a.db",
        ("2026-03-01T20:00:00.000000Z", BRIDGE.format(1), "one"),
        ("2026-03-02T10:00:00.000000Z", BRIDGE.format("اثنان"), "two"),
        ("2026-03-03T01:00:00.000000Z", "أعلن الرئيس كمال الطيب أن القمة أجلت إلى الخريف.", "three"),
    )
    asked = {
        ("--since", "2026-03-02"): {"two", "three"},
        ("--since", "2026-03-02", "--until", "2026-03-02"): {"two"},
        ("--since", "2026-03-02T10:00"): {"two", "three"},
        ("--since", "2026-03-02T10:01"): {"three"},
        ("--since", "2026-03", "--until", "2026-03"): {"one", "two", "three"},
        ("--since", "2026", "--until", "2026-02"): set(),
    }
    for args, files in asked.items():
        assert _files(_digest(path, *args, "--reprints", TZ="UTC")[1]) == files, args
    east = _files(_digest(path, "--since", "2026-03-02", "--until", "2026-03-02", "--reprints", TZ="JST-9")[1])
    assert east == {"one", "two"}


def test_yesterday_and_durations_count_from_now(tmp_path: Path) -> None:
    now = datetime.now(UTC)
    times = {f"{hours}": now - timedelta(hours=hours) for hours in (90, 30, 1)}
    path = _at(
        tmp_path / "a.db",
        *((t.strftime("%Y-%m-%dT%H:%M:%S.%fZ"), BRIDGE.format(name), name) for name, t in times.items()),
    )
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    for since, begin in (("yesterday", midnight - timedelta(days=1)), ("today", midnight)):
        files = _files(_digest(path, "--since", since, "--reprints", TZ="UTC")[1])
        assert files == {name for name, t in times.items() if t >= begin}, since
    assert _files(_digest(path, "--since", "36h", "--reprints")[1]) == {"30", "1"}
    assert _files(_digest(path, "--since", "7d", "--until", "36h", "--reprints")[1]) == {"90"}
    assert _digest(path, "--reprints", TZ="UTC") == _digest(path, "--since", "yesterday", "--reprints", TZ="UTC")


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    yield monkeypatch
    monkeypatch.undo()
    time.tzset()


def test_moments_are_of_this_machines_time(zone: pytest.MonkeyPatch) -> None:
    zone.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")  # Berlin, where there are no names of zones too
    time.tzset()
    assert since_moment("2026-01-02") == "2026-01-01T23:00:00.000000Z"
    assert since_moment("2026-07-02T07:30") == "2026-07-02T05:30:00.000000Z"
    # The day on which the clock is put forward has 23 hours.
    assert (since_moment("2026-03-29"), until_moment("2026-03-29")) == (
        "2026-03-28T23:00:00.000000Z", "2026-03-29T22:00:00.000000Z",
    )  # fmt: skip
    assert until_moment("2025-12") == until_moment("2025") == since_moment("2026-01-01")
    assert until_moment("2024-02") == since_moment("2024-03-01")
    assert until_moment("yesterday") == since_moment("today")


@pytest.mark.parametrize("value", ["tomorow", "2026-13", "2026-02-30", "2026-1-1", "0", "3", "0000", "9999999999d", "2026-01-01T25:00", ""])  # fmt: skip
def test_what_is_no_moment_is_a_usage_error(value: str) -> None:
    with pytest.raises(DipError, match="--since is last, yesterday, today"):
        since_moment(value)
    with pytest.raises(DipError, match="--until is yesterday, today"):
        until_moment(value)


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--since", "last", "--until", "today"), "leave out --until"),
        (("--name", "desk"), "--name goes with --since last"),
        (("--since", "lst"), "--since is last"),
        (("-f", "csv"), "csv cannot hold"),
        (("-f", "htm"), "there is no format"),
        (("-f", "html", "--bom"), "--bom goes with --format csv"),
        (("-f", "markdown", "--fields", "text"), "--fields goes with"),
        (("-f", "html", "--ascii"), "--ascii goes with"),
        (("--limit", "0"), "limit"),
    ],
)
def test_a_usage_error_is_one_line(tmp_path: Path, args: tuple[str, ...], said: str) -> None:
    path = archive_of(tmp_path / "a.db", own_reports()[:1])
    done = dip("digest", "--db", path, *args)
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)
    assert said in done.stderr.decode()


# -- stories -----------------------------------------------------------------------------------------------------------

STORY = (
    "أعلن الرئيس كمال الطيب أن القمة ستعقد في موعدها، وقال إن الوفود بدأت بالوصول إلى العاصمة منذ صباح اليوم، "
    "وأضاف أن جدول الأعمال يشمل النقل والطاقة والمياه."
)


def test_a_story_in_several_papers_is_told_once(tmp_path: Path) -> None:
    path = _at(tmp_path / "a.db", ("2026-03-01T00:00:00.000000Z", STORY, "one"), ("2026-03-01T01:00:00.000000Z", f"{STORY}\n", "two"))  # fmt: skip
    assert _files(_digest(path, "--since", "last")[1]) == {"one"}
    _at(tmp_path / "a.db", ("2026-03-02T00:00:00.000000Z", f"عاجل\n{STORY}", "three"))
    assert _digest(path, "--since", "last", "--name", "")[0] == 1  # a reprint of what is old is no news
    assert _files(_digest(path, "--since", "2026-03-02", "--reprints", TZ="UTC")[1]) == {"three"}


# -- formats -----------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> str:
    return archive_of(tmp_path_factory.mktemp("archive") / "own.db", own_reports())


def test_records_are_the_rows_of_the_commands(archive: str) -> None:
    records = _digest(archive, "--since", "2000")[1]
    validator = Draft202012Validator(schema())
    for record in records:
        validator.validate(record)
    assert {r["added"][:10] for r in records} == {"2026-01-01"}
    for kind, command in (("dip.statement/1", "statements"), ("dip.message/1", "messages")):
        told = [{k: v for k, v in r.items() if k != "added"} for r in records if r["schema"] == kind]
        rows = [json.loads(x) for x in dip(command, "--db", archive).stdout.splitlines()]
        assert told == rows
    whole = json.loads(dip("digest", "--db", archive, "--since", "2000", "--json").stdout)
    assert whole == records


class _Elements(HTMLParser):
    """Every element with its attributes, and all text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def _mail(path: str, *args: str) -> _Elements:
    for extra in EXTRAS[:1]:
        pytest.importorskip(extra) if os.environ.get("CI") != "true" else __import__(extra)
    done = dip("digest", "--db", path, "--since", "2000", "-f", "html", *args)
    assert done.returncode == 0, done.stderr
    return _Elements(done.stdout.decode())


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_mails_body_is_all_of_itself(archive: str, lang: str) -> None:
    made = _mail(archive, "--lang", lang)
    tags = {tag for tag, _ in made.elements}
    assert tags == {"html", "head", "meta", "title", "body", "div", "h1", "h2", "p", "b", "span", "bdi"}
    attributes = {name for _, attrs in made.elements for name in attrs}
    assert attributes == {"lang", "dir", "charset", "http-equiv", "content", "name", "style"}
    assert not any("url(" in (a.get("style") or "") for _, a in made.elements)
    wrapper = next(attrs for tag, attrs in made.elements if tag == "div")
    assert (wrapper["lang"], wrapper["dir"]) == (lang, "rtl" if lang == "ar" else "ltr")
    # Mail programs keep what stands at the element, not in the head.
    assert all(a.get("style") for t, a in made.elements if t in ("body", "div", "h1", "h2", "p", "b"))


def test_people_are_shown_every_theme_and_speaker(archive: str, tmp_path: Path) -> None:
    records = _digest(archive, "--since", "2000")[1]
    statements = [r for r in records if r["schema"] == "dip.statement/1"]
    table = dip("digest", "--db", archive, "--since", "2000", "-f", "table", COLUMNS="100").stdout.decode()
    markdown = dip("digest", "--db", archive, "--since", "2000", "-f", "markdown").stdout.decode()
    mail = _mail(archive).text
    for shown in (table, markdown, mail):
        assert f"{len(statements)} statements" in shown
        assert f"{len(records) - len(statements)} messages" in shown
        assert "bilateral relations" in shown
    counted = re.findall(r"^## .* \((\d+)\)$", markdown, re.MULTILINE)
    assert sum(map(int, counted)) == len(statements)
    assert markdown.count("### ") > 10
    more = dip("digest", "--db", archive, "--since", "2000", "-f", "markdown", "--limit", "99").stdout.decode()
    assert more.count("\n- ") > markdown.count("\n- ")


@pytest.mark.parametrize(("lang", "word"), [("en", "more"), ("ar", "وغيرها")])
def test_what_is_not_shown_is_counted(tmp_path: Path, lang: str, word: str) -> None:
    """More messages, speakers and statements than a digest shows: their numbers make up the whole."""
    reports = [read(f"بعث الرئيس حازم العمري رسالة إلى الرئيس كمال الطيب رقم {n}.\n\nقال الوزير رقم {n} طاهر منصور إن الجسر جاهز. وقال الوزير ياسين{n} مراد{n} إن الطريق مفتوح.", f"{n}.txt") for n in range(35)]  # fmt: skip
    path = archive_of(tmp_path / "a.db", reports)
    ask = ("digest", "--db", path, "--since", "2000", "--reprints", "--lang", lang)
    counts = [len(r.messages) for r in reports], [len(r.statements) for r in reports]
    assert sum(counts[0]) > 30
    for name in ("table", "markdown", "html"):
        shown = dip(*ask, "-f", name, "--bidi", "logical", COLUMNS="60").stdout.decode()
        assert shown.count(word) >= 2, name
    markdown = dip(*ask, "-f", "markdown").stdout.decode()
    listed = sum(1 for line in markdown.splitlines() if line.startswith("- ") and " · s" in line)
    more = sum(
        int(n) for n in re.findall(r"^(?:- )?(?:وغيرها: )?(\d+) (?:statements?|قول|أقوال|قولا)", markdown, re.MULTILINE)
    )
    singles = len(re.findall(r"وغيرها: قول واحد", markdown)) + 2 * len(re.findall("وغيرها: قولان", markdown))
    assert listed + more + singles == sum(counts[1])


def test_nothing_new_is_a_line(archive: str, tmp_path: Path) -> None:
    for name, line in (("html", "لا جديد."), ("markdown", "لا جديد."), ("table", "لا جديد.")):
        out = tmp_path / name
        ask = ("digest", "--db", archive, "--since", "2030", "--lang", "ar", "-f", name, "--bidi", "logical")
        done = dip(*ask, "-o", str(out))
        assert (done.returncode, done.stderr) == (1, b""), name
        assert line in out.read_text(encoding="utf-8")
    done = dip("digest", "--db", archive, "--since", "2030", "--json")
    assert (done.returncode, done.stdout, done.stderr) == (1, b"[]\n", b"dip: nothing new\n")
    assert dip("digest", "--db", archive, "--since", "2030", "--exit-zero", "-q").returncode == 0


HOSTILE = (
    '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "[x](javascript:alert(1))", "`x` **y** | z # h",
    "\u202eabc", "{{ 7 * 7 }}", "&lt;b&gt;", "<style>*{display:none}</style>", "\x1b[31mx",
)  # fmt: skip


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    texts = [f"قال الوزير حازم {x} العمري إن الجسر {x} رقم {n} جاهز." for n, x in enumerate(HOSTILE)]
    texts += [f"أكد الوزير كمال الطيب: «{x} الأمر محسوم رقم {n}»." for n, x in enumerate(HOSTILE)]
    reports = [read(text, f"{n}<b>&.txt") for n, text in enumerate(texts)]
    path = archive_of(tmp_path / "a.db", reports)
    made = _mail(path, "--reprints", "--limit", "99")
    assert {t for t, _ in made.elements} <= {
        "html",
        "head",
        "meta",
        "title",
        "body",
        "div",
        "h1",
        "h2",
        "p",
        "b",
        "span",
        "bdi",
    }
    assert not any(name.startswith("on") or name in ("src", "href") for _, a in made.elements for name in a)
    assert "49" not in made.text.replace("7 * 7", "")
    markdown = dip(
        "digest", "--db", path, "--since", "2000", "--reprints", "-f", "markdown", "--limit", "99"
    ).stdout.decode()
    assert "\x1b" not in markdown
    assert not re.search(r"(?<!\\)<(script|img|style|b)", markdown)
    assert not re.search(r"(?<!\\)\]\(", markdown)
    begins = {line.lstrip(" -")[:1] for line in markdown.splitlines() if line.lstrip().startswith("- ")}
    assert not begins & set("#+=")


def test_the_same_bytes_for_any_hash_seed(archive: str) -> None:
    made = [
        dip("digest", "--db", archive, "--since", "2000", "-f", name, PYTHONHASHSEED=seed).stdout
        for name, seed in itertools.product(("html", "markdown"), ("0", "7"))
    ]
    assert made[0] == made[1] != made[2] == made[3]


def test_without_an_archive_there_is_nothing_new() -> None:
    done = dip("digest")
    assert done.returncode == 2
    assert b"which archive?" in done.stderr
