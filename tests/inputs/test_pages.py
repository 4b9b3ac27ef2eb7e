"""HTML pages: the article, its title and its date, without what stands around it."""

import json
import sys

import pytest

from dipcli.inputs.linked_data import article_in
from dipcli.inputs.markup import plain_text
from dipcli.model import Article
from tests.inputs.reading import BODY, needs, only, outcomes, reason

PARAGRAPHS = BODY.split("\n")
TITLE = "الجسر الجديد جاهز"
trafilatura = needs("trafilatura", "html")


def page(body: str = "", head: str = "", charset: str = "utf-8") -> str:
    """A page as news sites write them."""
    paragraphs = "".join(f"<p>{p}</p>\n" for p in PARAGRAPHS)
    return f"""<!DOCTYPE html>
<html lang="ar" dir="rtl"><head><meta charset="{charset}"><title>{TITLE}</title>
<meta property="article:published_time" content="2021-03-04T10:00:00+03:00">
<meta property="og:site_name" content="وكالة الضفتين">{head}</head>
<body><nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/s">رياضة</a></li></ul></nav>
<article><h1>{TITLE}</h1>{body or paragraphs}</article>
<footer><p>جميع الحقوق محفوظة</p></footer></body></html>"""


def linked(**fields: object) -> str:
    """A script of JSON-LD."""
    data = {"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, {"@type": "NewsArticle", **fields}]}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


@trafilatura
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1256", "iso8859_6"])
def test_the_article_of_a_page(codec: str) -> None:
    text = page(charset={"cp1256": "windows-1256", "iso8859_6": "iso-8859-6"}.get(codec, codec))
    if codec == "iso8859_6":
        text = text.translate({ord(c): None for c in "«»"})
    article = only(text.encode(codec))
    assert (article.title, article.published, article.published_from) == (TITLE, "2021-03-04", "metadata")
    assert article.outlet == "وكالة الضفتين"
    wanted = f"{TITLE}\n\n{BODY}"
    assert article.text == (wanted if codec != "iso8859_6" else wanted.translate({ord(c): None for c in "«»"}))
    if codec.startswith(("cp", "iso")):
        assert article.encoding.confidence >= 0.95


@trafilatura
def test_a_false_declaration_is_not_believed() -> None:
    article = only(page(charset="iso-8859-1").encode("cp1256"))
    assert (article.encoding.name, article.text) == ("windows-1256", f"{TITLE}\n\n{BODY}")
    assert article.encoding.confidence <= 0.9


@trafilatura
def test_a_broken_byte_counts_where_the_article_is() -> None:
    description = f'<meta name="description" content="{PARAGRAPHS[0]}">'.encode()
    data = page(head="@").encode()
    assert only(data.replace(b"@", description[:-3] + b'">')).text == f"{TITLE}\n\n{BODY}"
    at = data.rindex(PARAGRAPHS[1].encode())
    assert reason(data[: at + 1] + data[at + 2 :]).startswith("not UTF-8 at byte ")


@trafilatura
def test_dates_do_not_depend_on_the_clock() -> None:
    later = page().replace("2021-03-04", "2031-03-04")
    assert only(later.encode()).published == "2031-03-04"


def test_what_a_page_says_of_itself_goes_first() -> None:
    head = linked(
        articleBody=BODY, headline=f"{TITLE} &amp; غيره", datePublished="2021-03-05T08:00:00Z", publisher={"name": "و"}
    )
    article = only(page("<p>قصير</p>", head).encode())
    assert (article.text, article.published, article.outlet) == (f"{TITLE} & غيره\n\n{BODY}", "2021-03-05", "و")


@trafilatura
@pytest.mark.parametrize("head", [linked(articleBody="مقتطف من الخبر ..."), linked(articleBody=" "), linked(), '<script type="application/ld+json">{</script>', "<script type=application/ld+json>"])  # fmt: skip
def test_data_without_the_whole_text_does_not(head: str) -> None:
    found = outcomes(page(head=head).encode())
    assert all(BODY in x.text for x in found if isinstance(x, Article))


def test_without_the_library_the_line_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    assert reason(page().encode()).startswith("an HTML page: install 'dipcli[html]', or make text of it first")
    assert only(page(head=linked(articleBody=BODY)).encode()).text.endswith(BODY)


@trafilatura
@pytest.mark.parametrize(
    "data",
    [
        "<html><body></body></html>",
        "<html><head><title>خبر</title></head>",
        "<!doctype html>",
        "<html>" + "<div>" * 10_000,
        "<p>" + "<b>" * 200_000,
        "<html><body>" + "<" * 300_000,
    ],
)
def test_pages_without_an_article(data: str) -> None:
    assert reason(data.encode())


# -- pieces of HTML ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("piece", "text"),
    [
        ("<p>أ</p><p>ب <b>ج</b></p>", "أ\nب ج"),
        ("أ<br/>ب", "أ\nب"),
        ("أ &amp; ب", "أ & ب"),
        ("5 < 6\nب", "5 < 6\nب"),
        ("<style>x</style>أ<!-- ب --><SCRIPT>ج</SCRIPT>", "أ"),
        ("<p>أ\n   ب</p>", "أ ب"),
        ("<div>أ<script>ب", "أ"),
        ("", ""),
    ],
)
def test_plain_text(piece: str, text: str) -> None:
    assert plain_text(piece) == text


def test_scripts_that_never_end_take_no_time() -> None:
    assert plain_text("<p>أ</p>" + "<script>" * 100_000 + "<!--" * 100_000) == "أ"
    assert article_in("<script " * 200_000) is None
    assert article_in("<script>" * 200_000) is None
