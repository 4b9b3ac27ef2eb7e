"""The page in a real browser: opening, marks, reasons, keyboard, directions, widths, paper, and nothing from elsewhere."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from dipcli.model import Report, Statement
from dipcli.views.explain import reasons_of
from tests.page.making import dated, need_extras

if TYPE_CHECKING:
    from tests.page.browser import Browser

need_extras()
Page = Callable[..., Path]
WIDTHS = (390, 1440)
OPEN_ALL = "document.querySelectorAll('details').forEach((d) => d.open = true)"
PAUSE = "return new Promise((done) => setTimeout(done, 50))"
SHOW_ALL = "const more = document.getElementById('more'); while (!more.hidden) more.click()"


@pytest.fixture(autouse=True)
def quiet(browser: "Browser") -> Iterator[None]:
    """Every test starts alike, and ends without a request to elsewhere and without a word on the console."""
    browser.size(1440)
    browser.media()
    browser.asked(), browser.complaints()
    yield
    assert browser.asked() == []
    assert browser.complaints() == []


def statements() -> list[tuple[Report, Statement]]:
    """All statements in the order of their numbers on the page."""
    return [(r, s) for r in dated() for s in r.statements]


def keys(browser: "Browser", *typed: str) -> None:
    """Type into whatever has the focus."""
    from selenium.webdriver.common.action_chains import ActionChains

    ActionChains(browser.driver).send_keys(*typed).perform()


def click(browser: "Browser", selector: str, n: int = 0) -> None:
    """Click as a hand does: where the element is seen."""
    element = browser.driver.find_elements("css selector", selector)[n]
    browser.run("arguments[0].scrollIntoView({ block: 'center' })", element)
    element.click()


@pytest.mark.parametrize("held", [False, True], ids=["whole", "held"])
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_opening(browser: "Browser", page_file: Page, lang: str, held: bool) -> None:
    browser.open(page_file(lang, held=held))
    assert browser.run("return [document.documentElement.lang, document.documentElement.dir]") == [
        lang,
        "rtl" if lang == "ar" else "ltr",
    ]
    assert browser.run("return document.querySelectorAll('#list > li').length") == 20
    assert browser.run("return document.querySelectorAll('.paper').length") == len(dated())
    shown = browser.run("return [...document.querySelectorAll('#list .words')].map((e) => e.innerText)")
    wanted = [" ".join(r.article.text[c.start : c.end] for c in s.content) for r, s in statements()[:20]]
    assert [" ".join(x.split()) for x in shown] == [" ".join(x.split()) for x in wanted]


@pytest.mark.parametrize("held", [False, True], ids=["whole", "held"])
def test_marks_stand_where_the_statements_do_in_the_colour_of_who_speaks(
    browser: "Browser", page_file: Page, held: bool
) -> None:
    browser.open(page_file(held=held))
    browser.run(OPEN_ALL)
    browser.run(PAUSE)
    marked: dict[int, str] = {}
    colours: dict[int, set[str]] = {}
    script = "return [...document.querySelectorAll('mark[data-s]')].map((e) => [Number(e.dataset.s), e.textContent, e.className, getComputedStyle(e).boxShadow])"
    for number, text, style, shadow in browser.run(script):
        marked[number] = marked.get(number, "") + text
        colours.setdefault(number, set()).add(style)
        assert shadow != "none"
    tags = dict(
        browser.run(
            "return [...document.querySelectorAll('button.tag')].map((e) => [Number(e.dataset.why), e.classList[1]])"
        )
    )
    said = statements()
    assert len(tags) == len(said)
    assert all(colours[n] == {tags[n]} for n in colours)
    alone = [n for n, (r, s) in enumerate(said) if not nested(r, s)]
    assert len(alone) > 100
    for n in alone:
        r, s = said[n]
        wanted = "".join(r.article.text[c.start : c.end] for c in s.content)
        assert "".join(marked[n].split()) == "".join(wanted.split()), s.id


def nested(r: Report, s: Statement) -> bool:
    """Does another statement's content overlap this one's?"""
    return any(
        a.start < b.end and b.start < a.end for t in r.statements if t is not s for a in t.content for b in s.content
    )


def test_every_text_of_an_article_is_on_the_page_unchanged(browser: "Browser", page_file: Page) -> None:
    browser.open(page_file(held=True), "#a2")
    lines = browser.run("return [...document.querySelectorAll('#a2 .text')].map((e) => e.textContent)")
    assert lines == [line for line in dated()[2].article.text.split("\n") if line.strip()]


@pytest.mark.parametrize("held", [False, True], ids=["whole", "held"])
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_the_reason_comes_on_a_click_and_goes_on_the_next(
    browser: "Browser", page_file: Page, lang: str, held: bool
) -> None:
    browser.open(page_file(lang, held=held))
    r, s = statements()[3]
    click(browser, "#s3 .why")
    reason: str = browser.run("return document.querySelector('#s3 .reason').innerText")
    for row in reasons_of(r, s, lang):
        assert row.answer in reason
        assert row.why in reason
        assert all(lost in reason for lost in row.lost)
    assert s.rule in reason
    assert browser.run(
        "const b = document.querySelector('#s3 .why'); return document.getElementById(b.getAttribute('aria-controls')) === document.querySelector('#s3 .reason')"
    )
    click(browser, "#s3 .why")
    assert browser.run("return document.querySelectorAll('.reason').length") == 0


def test_the_reason_comes_on_a_click_into_the_article(browser: "Browser", page_file: Page) -> None:
    browser.open(page_file(held=True), "#m0")
    click(browser, "mark[data-s='0']")
    assert browser.run("return document.querySelector('#m0').closest('.line').querySelectorAll('.reason').length") == 1


@pytest.mark.parametrize("held", [False, True], ids=["whole", "held"])
def test_a_place_leads_into_its_article(browser: "Browser", page_file: Page, held: bool) -> None:
    browser.open(page_file(held=held))
    browser.run(SHOW_ALL)
    last = len(statements()) - 1
    click(browser, f"#s{last} .foot a")
    focused = "const e = document.activeElement; const box = e.getBoundingClientRect(); return [e.id, box.top >= 0 && box.bottom <= innerHeight]"
    assert browser.run(focused) == [f"m{last}", True]
    assert browser.run("return document.querySelector('.here').closest('details').open")


def test_every_figure_leads_to_as_many_statements_as_it_says(browser: "Browser", page_file: Page) -> None:
    browser.open(page_file(few=True))
    script = """
    return [...document.querySelectorAll("a[href^='#q?']")].map((a) => {
      location.hash = "";
      history.replaceState(null, "", a.getAttribute("href") || a.href.baseVal);
      window.dispatchEvent(new HashChangeEvent("hashchange"));
      return [a.getAttribute("href"), a.textContent, Number.parseInt(document.getElementById("count").textContent), Boolean(a.closest("svg")), a.getAttribute("aria-label") || ""];
    });"""
    rows: list[Any] = browser.run(script)
    assert len(rows) > 100
    for href, text, found, drawn, said in rows:
        digits = "".join(c for c in text if c.isdigit())
        assert found > 0, href
        # What counts messages leads to the statements made in them; marks of a picture have no digits.
        if digits and not any(x in href for x in ("pair=", "day=", "message=any")):
            assert found == int(digits), (href, said, drawn)
    kinds = {href.split("?")[1].split("=")[0] for href, *_ in rows}
    assert kinds >= {"who", "whom", "pair", "theme", "message", "day", "article"}
    assert {"#q?day=any", "#q?theme="} <= {
        h[: h.index("=") + 4 if "day" in h else h.index("=") + 1] for h, _, _, drawn, _ in rows if drawn
    }


def test_the_address_keeps_the_question(browser: "Browser", page_file: Page) -> None:
    browser.open(page_file())
    click(browser, "#f-text")
    keys(browser, "رسالة")
    address = browser.driver.current_url
    assert "#q?text=" in address
    count = browser.run("return document.getElementById('count').textContent")
    browser.driver.get("about:blank")
    browser.driver.get(address)
    assert browser.run(
        "return [document.getElementById('f-text').value, document.getElementById('count').textContent]"
    ) == ["رسالة", count]


def test_with_the_keyboard_alone(browser: "Browser", page_file: Page) -> None:
    from selenium.webdriver.common.keys import Keys

    browser.open(page_file(held=True))
    here = "const e = document.activeElement; return e.id || e.className || e.tagName"
    keys(browser, Keys.TAB)
    assert browser.run(here) == "skip"
    assert browser.run("return document.activeElement.getBoundingClientRect().top >= 0")
    keys(browser, Keys.ENTER)
    browser.run(PAUSE)  # the browser goes to what a link names a moment later
    assert browser.run(here) == "h-statements"
    keys(browser, Keys.TAB)
    assert browser.run(here) == "f-text"
    assert browser.run("return getComputedStyle(document.activeElement).outlineStyle") == "solid"
    keys(browser, "السلام")
    assert 0 < browser.run("return document.querySelectorAll('#list > li').length") < 20
    order = ["f-by", "f-to", "f-theme", "f-medium", "f-status", "f-since", "f-until", "f-undated"]
    for name in order:
        keys(browser, Keys.TAB)
        assert browser.run(here) == name
    keys(
        browser, Keys.TAB, Keys.TAB, Keys.TAB
    )  # the button that shows all again, the place of the first statement, why
    assert browser.run(here) == "why"
    keys(browser, Keys.ENTER)
    assert browser.run("return document.querySelectorAll('.reason').length") == 1
    keys(browser, Keys.ESCAPE)
    assert browser.run("return document.querySelectorAll('.reason').length") == 0
    assert browser.run(here) == "why"
    browser.run("document.querySelector('#a1 > summary').focus()")
    keys(browser, Keys.ENTER)
    browser.run(PAUSE)
    assert browser.run(
        "return [document.getElementById('a1').open, document.querySelectorAll('#a1 .text').length > 0]"
    ) == [True, True]


def test_more_goes_on_where_the_list_ended(browser: "Browser", page_file: Page) -> None:
    browser.open(page_file(held=True))
    click(browser, "#more")
    assert browser.run("return document.querySelectorAll('#list > li').length") == len(statements())
    assert browser.run("return [document.activeElement.closest('li').id, document.getElementById('more').hidden]") == [
        "s20",
        True,
    ]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_nothing_is_cut_or_wider_than_the_window(browser: "Browser", page_file: Page, lang: str, width: int) -> None:
    browser.size(width)
    browser.open(page_file(lang))
    browser.run(OPEN_ALL)
    browser.run("document.querySelectorAll('.why').forEach((b, n) => n < 5 && b.click())")
    wide = """
    const seen = (e) => e.getClientRects().length && !e.closest(".unseen, .skip");
    const out = [...document.querySelectorAll("body *")].filter((e) => seen(e) && (e.getBoundingClientRect().right > innerWidth + 1 || e.getBoundingClientRect().left < -1));
    return [document.documentElement.scrollWidth, out.map((e) => e.outerHTML.slice(0, 80))];"""
    full, out = browser.run(wide)
    assert full <= width
    assert out == []
    # The drawing of the other width is not there at all.
    assert browser.run("return [...document.querySelectorAll('.drawing')].filter((e) => e.getClientRects().length).map((e) => e.classList[1])") == [
        "narrow" if width == 390 else "wide"
    ] * 3  # fmt: skip


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_the_page_begins_at_its_side(browser: "Browser", page_file: Page, lang: str) -> None:
    browser.open(page_file(lang))
    box = "const b = document.querySelector(arguments[0]).getBoundingClientRect(); return [b.left, b.right]"
    form, listed = browser.run(box, "#filter"), browser.run(box, "#list")
    assert (form[0] >= listed[1]) if lang == "ar" else (form[1] <= listed[0])
    text, margin = (
        browser.run(box, "#a0 .text") if browser.run("document.getElementById('a0').open = true; return 1") else [],
        browser.run(box, "#a0 .margin"),
    )
    assert (text[0] >= margin[1]) if lang == "ar" else (text[1] <= margin[0])
    # An Arabic text begins at the right in either.
    assert browser.run("return getComputedStyle(document.querySelector('#a0 .text')).direction") == "rtl"


def test_labels_of_pictures_stay_inside_and_apart(browser: "Browser", page_file: Page) -> None:
    overlaps = """
    const bad = [];
    for (const svg of document.querySelectorAll(".drawing svg")) {
      const frame = svg.getBoundingClientRect();
      if (!frame.width) continue;
      const boxes = [...svg.querySelectorAll("text")].filter((e) => e.textContent.trim()).map((e) => [e.textContent, e.getBoundingClientRect()]);
      for (const [text, b] of boxes) if (b.left < frame.left - 1 || b.right > frame.right + 1 || b.bottom > frame.bottom + 2) bad.push("out: " + text);
      for (let i = 0; i < boxes.length; i++) for (let j = 0; j < i; j++) {
        const [a, b] = [boxes[i][1], boxes[j][1]];
        if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 6) bad.push(boxes[i][0] + " / " + boxes[j][0]);
      }
    }
    return bad;"""
    for lang in ("en", "ar"):
        for width in WIDTHS:
            browser.size(width)
            browser.open(page_file(lang))
            assert browser.run(overlaps) == [], (lang, width)


def test_paper_has_what_is_shown_and_no_forms(browser: "Browser", page_file: Page) -> None:
    browser.open(page_file("ar"), "#a1")
    browser.media("print", dark=True)
    shown = (
        "return arguments[0].filter((s) => [...document.querySelectorAll(s)].some((e) => e.getClientRects().length))"
    )
    gone = ["nav", "form", ".skip", ".why", "#more", "footer"]
    assert browser.run(shown, [*gone, "h1", "#s0", "#a1 .text", "figure svg"]) == [
        "h1",
        "#s0",
        "#a1 .text",
        "figure svg",
    ]
    colours = "const c = getComputedStyle(document.body); return [c.color, c.backgroundColor]"
    assert browser.run(colours) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    assert len(browser.ask("Page.printToPDF")["data"]) > 50_000


def test_the_policy_lets_nothing_else_run_or_load(browser: "Browser", page_file: Page) -> None:
    browser.open(page_file())
    tried = """
    window.ran = 0;
    const add = (tag, set) => { const e = document.createElement(tag); set(e); document.body.append(e); };
    add("script", (e) => e.textContent = "window.ran = 1");
    add("div", (e) => e.setAttribute("onclick", "window.ran = 2"));
    document.body.lastElementChild.click();
    add("div", (e) => e.innerHTML = "<p style='color: red' id=red>x</p><img src=x onerror='window.ran = 3'>");
    add("a", (e) => { e.href = "javascript:window.ran = 4"; e.click(); });
    add("form", (e) => { e.action = "https://example.org/"; e.submit(); });
    const done = arguments[0];
    fetch("https://example.org/").then(() => done("fetched"), () => setTimeout(() => done([window.ran, getComputedStyle(document.getElementById("red")).color === "rgb(255, 0, 0)"]), 100));"""
    assert browser.driver.execute_async_script(tried) == [0, False]
    refused = browser.complaints()
    assert len(refused) > 5
    for directive in ("script-src", "style-src", "img-src", "connect-src", "form-action"):
        assert any("Content Security Policy" in x and (directive in x or "default-src" in x) for x in refused), (
            directive
        )
    assert browser.asked() == []


def test_scripts_off_the_page_is_whole(browser: "Browser", page_file: Page) -> None:
    browser.ask("Emulation.setScriptExecutionDisabled", value=True)
    try:
        browser.open(page_file(held=True))
        document = browser.ask("DOM.getDocument", depth=1)["root"]["nodeId"]
        count = lambda selector: len(browser.ask("DOM.querySelectorAll", nodeId=document, selector=selector)["nodeIds"])  # noqa: E731
        assert count("#list .words") == len(statements())
        assert count("#articles .text") == sum(bool(x.strip()) for r in dated() for x in r.article.text.split("\n"))
        form = browser.ask("DOM.querySelector", nodeId=document, selector="#filter")["nodeId"]
        browser.ask("DOM.enable"), browser.ask("CSS.enable")
        style = browser.ask("CSS.getComputedStyleForNode", nodeId=form)["computedStyle"]
        assert {"name": "display", "value": "none"} in style
    finally:
        browser.ask("Emulation.setScriptExecutionDisabled", value=False)
