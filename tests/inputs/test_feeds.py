"""RSS and Atom: one item, one article; nothing is expanded, nothing is fetched."""

import pytest

from dipcli.inputs.errors import InputError
from dipcli.model import Article
from tests.inputs.reading import BODY, only, outcomes, reason

PARAGRAPHS = BODY.split("\n")
HTML = "".join(f"&lt;p&gt;{p}&lt;/p&gt;" for p in PARAGRAPHS)
RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>وكالة الضفتين</title>
<image><title>شعار</title></image>
<item><title>خبر &amp;quot;أول&amp;quot;</title><description>مقتطف</description><content:encoded>{HTML}</content:encoded>
<pubDate>Thu, 04 Mar 2021 10:00:00 +0300</pubDate></item>
<item><title>خبر</title><description><![CDATA[<p>{PARAGRAPHS[0]}</p><script>x</script><br/>]]></description></item>
<item><title>فارغ</title></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>وكالة</title><entry><title>خبر</title>
<author><name>محرر</name></author><updated>2021-03-05T00:00:00Z</updated><published>2021-03-04T23:00:00Z</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p></div></content>
</entry></feed>"""


def test_rss() -> None:
    first, second, third = outcomes(RSS.encode())
    assert isinstance(first, Article)
    assert (first.source, first.title, first.published) == ("-#1", 'خبر "أول"', "2021-03-04")
    assert (first.text, first.outlet) == (f'خبر "أول"\n\n{BODY}', "وكالة الضفتين")
    assert isinstance(second, Article)
    assert second.text == f"خبر\n\n{PARAGRAPHS[0]}"
    assert str(third) == "-#3: no text in this item (content, description or summary)"


def test_atom() -> None:
    article = only(ATOM.encode())
    assert (article.title, article.published, article.outlet) == ("خبر", "2021-03-04", "وكالة")
    assert [line.strip() for line in article.text.splitlines() if line.strip()] == ["خبر", *PARAGRAPHS]


@pytest.mark.parametrize("codec", ["cp1256", "utf-16", "utf-8-sig"])
def test_encodings_of_feeds(codec: str) -> None:
    text = RSS.replace("UTF-8", {"cp1256": "windows-1256"}.get(codec, codec))
    first = outcomes(text.encode(codec))[0]
    assert isinstance(first, Article)
    assert first.text.endswith(BODY)


BOMB = """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<rss><channel><item><title>&b;</title><description>&b;</description></item></channel></rss>"""
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><item><title>&x;</title></item></rss>'


@pytest.mark.parametrize("data", [BOMB, OUTSIDE])
def test_entities_are_refused(data: str) -> None:
    assert "declares XML entities" in reason(data.encode())


def test_a_document_type_from_elsewhere_is_not_fetched() -> None:
    data = RSS.replace("<rss ", '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/rss.dtd">\n<rss ')
    assert len(outcomes(data.encode())) == 3


def test_what_breaks_off_keeps_the_items_before() -> None:
    found = outcomes(RSS.encode()[:-60])
    assert isinstance(found[0], Article)
    assert isinstance(found[-1], InputError)
    assert "cut off" in found[-1].reason


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("<?xml version='1.0'?><nitf><body/></nitf>", "neither a feed nor a page (<nitf"),
        ("<rss><channel></channel></rss>", "without an item"),
        ("<rss><item></rss>", "not XML: mismatched tag in line 1"),
        ("<rss>" + "<a>" * 10_000, "within each other"),
    ],
)
def test_what_is_no_feed(data: str, said: str) -> None:
    assert said in reason(data.encode())
