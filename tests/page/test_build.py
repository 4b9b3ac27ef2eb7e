"""The page as a file: whole, itself alone, the same every time."""

import base64
import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from dipcli.query import Query
from tests.cli.running import dip, environment
from tests.conftest import ROOT
from tests.page.making import made, need_extras, report, samples

need_extras()
LETTERS = "samples/letters.txt"


def island(html: str) -> dict:  # type: ignore[type-arg]
    """The data that the script reads."""
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    assert found
    return json.loads(found.group(1))


def test_policy_names_the_hashes_of_what_is_there() -> None:
    html = made(samples())
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert policy
    words = policy.group(1).replace("&#39;", "'")
    assert words.startswith("default-src 'none'; ")
    for tag in ("style", "script"):
        inside = re.search(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        assert inside
        wanted = base64.b64encode(hashlib.sha256(inside.group(1).encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{wanted}'" in words


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_nothing_is_asked_of_elsewhere(lang: str) -> None:
    html = made(samples(), lang)
    assert not re.findall(r'(?:src|href|action|data|poster|srcset)="(?!#)[^"]*"', html)
    assert "@import" not in html
    assert "url(" not in html
    assert not re.search(r'<[^>]+\sstyle="', html)
    assert f'<html lang="{lang}" dir="{"rtl" if lang == "ar" else "ltr"}">' in html


def test_addresses_and_names_of_places_fit() -> None:
    html = made(samples())
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    for target in re.findall(r'href="#([^"?]*)', html):
        assert target in ids, target


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_counts_are_those_of_the_commands(lang: str) -> None:
    html = made(samples(), lang)
    data = island(html)
    paths = sorted(str(p.relative_to(ROOT)) for p in (ROOT / "samples").glob("*.txt"))
    said = [json.loads(x) for x in dip("statements", *paths).stdout.splitlines()]
    assert len(data["statements"]["article"]) == len(said) == html.count('class="said"')
    assert data["statements"]["theme"] == [s["themes"] for s in said]
    assert data["statements"]["medium"] == [s["medium"] for s in said]
    assert data["statements"]["status"] == [s["status"] for s in said]
    assert len(data["messages"]["kind"]) == len(dip("messages", *paths).stdout.splitlines())


def test_leaders_lead_to_as_many_statements_as_they_have() -> None:
    html = made(samples())
    data = island(html)
    rows = [
        json.loads(x) for x in dip("leaders", *sorted(map(str, (ROOT / "samples").glob("*.txt")))).stdout.splitlines()
    ]
    links = re.findall(r'href="#q\?who=(\d+)" aria-label="[^"]*">([\d,]+)</a>', html)
    assert [int(n) for _, n in links] == [r["said"] for r in rows if r["said"]]
    for number, n in links:
        assert sum(int(number) in who for who in data["statements"]["who"]) == int(n)


def test_reasons_are_the_words_of_explain() -> None:
    html = made(samples())
    data = island(html)
    first = next(n for n, r in enumerate(samples()) if r.article.source == LETTERS)
    at = data["statements"]["article"].index(first)
    words = json.loads(dip("explain", LETTERS, "s2", "--json", "--lang", "en").stdout)[0]["words"]
    rows = [[data["words"][w] for w in row] for row in data["why"][at + 1]]
    assert ["; ".join([f"{row[0]}: {row[1]}: {row[2]}", *row[3:]]) for row in rows[:-1]] == words


def test_a_filter_keeps_what_the_command_keeps() -> None:
    html = made(samples(), query=Query(by=("السعدي",), about=("bilateral_relations",)))
    rows = dip(
        "statements", "samples/letters.txt", "--by", "السعدي", "--about", "bilateral_relations"
    ).stdout.splitlines()
    assert html.count('class="said"') == len(rows) > 0
    assert html.count('class="paper"') == 1


def test_the_page_of_an_archive_is_the_page_of_its_files(tmp_path: Path) -> None:
    db = str(tmp_path / "a.db")
    files = (LETTERS, "samples/call.txt")
    assert dip("index", *files, "--db", db).returncode == 0
    pages = [dip("page", *where, "--by", "السعدي", "--lang", "ar").stdout for where in (files, ("--db", db))]
    assert pages[0] == pages[1] != b""
    assert any(len(row) > 1 and row[0][2] for row in island(pages[1].decode())["why"])


def test_the_same_bytes_for_any_hash_seed(tmp_path: Path) -> None:
    for seed in ("0", "9"):
        out = tmp_path / f"{seed}.html"
        assert dip("page", LETTERS, "samples/call.txt", "-o", str(out), PYTHONHASHSEED=seed).returncode == 0
    assert (tmp_path / "0.html").read_bytes() == (tmp_path / "9.html").read_bytes()


@pytest.mark.parametrize("module", ["jinja2", "vl_convert"])
def test_a_missing_extra_is_one_line(module: str, tmp_path: Path) -> None:
    (tmp_path / f"{module}.py").write_text("raise ImportError")
    done = subprocess.run(
        [sys.executable, "-m", "dipcli", "page", LETTERS], capture_output=True, cwd=ROOT, check=False, env=environment(PYTHONPATH=str(tmp_path))
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.decode().count("\n") == 1
    assert "pip install 'dipcli[page]'" in done.stderr.decode()
    assert done.stdout == b""


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_what_is_held_back_is_the_same_page(lang: str) -> None:
    whole = made(samples(), lang)
    assert '<noscript><p class="head"' not in whole
    held = made(samples(), lang, held=True)
    assert held.count("<noscript>") == held.count("</noscript>") > held.count('class="said"') > 0
    # With scripts off a <noscript> is an element as any other: all that the other page shows stands in it.
    bare = re.sub(r"</?noscript>", "", held)
    assert bare == re.sub(r"</?noscript>", "", whole)


def test_nothing_held_back_ends_before_its_end() -> None:
    html = made(
        [report("قال الوزير سالم الحارثي إن الجسر </noscript><script>x</script><!-- جاهز.", "</noscript>.txt")],
        held=True,
    )
    assert html.count("</noscript>") == html.count("<noscript>")
    assert "<script>x" not in html
    assert "<!--" not in html


def test_nothing_said_and_no_arabic_is_a_page() -> None:
    html = made([report("The weather is fine.", "en.txt"), report("الطقس جميل اليوم في تونس.", "b.txt")])
    assert "nobody is named with an office" in html
    assert html.count('class="paper"') == 2


def test_no_report_is_a_page() -> None:
    assert "0 statements" in made([])
