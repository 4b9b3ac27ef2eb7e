"""Three hundred hostile strings in every place of a page: none runs, none loads, none leaves its cell."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.page.making import made, need_extras, report

if TYPE_CHECKING:
    from tests.page.browser import Browser

need_extras()
RUN = "window.ran=(window.ran||0)+1"
_BODIES = (
    f"<script>{RUN}</script>", f"</script><script>{RUN}</script>", f"<img src=x onerror={RUN}>", f"<svg onload={RUN}>", f"<body onload={RUN}>",
    "<iframe srcdoc='<script>parent.ran=1</script>'>", f"<a href=javascript:{RUN}>x</a>", f"javascript:{RUN}", f"<details open ontoggle={RUN}>",
    f"<input autofocus onfocus={RUN}>", "<style>@import 'http://127.0.0.1:9/x';</style>", "<link rel=stylesheet href=http://127.0.0.1:9/x>",
    "<meta http-equiv=refresh content='0;url=http://127.0.0.1:9/'>", "<base href=http://127.0.0.1:9/>", f"<object data=javascript:{RUN}>",
    f"<math><mtext></mtext><mglyph><style><img src=x onerror={RUN}></style>", f"<template><script>{RUN}</script></template>",
    f"<button data-why=0 onclick={RUN}>x</button>", "<mark data-s=0 id=m0>x</mark>", "<form id=filter><input name=text></form>", f"${{{RUN}}}",
    f"{{{{{RUN}}}}}", "{% raw %}{{ lang }}", f"`-{RUN}-`", f"'-{RUN}-'", f'"-{RUN}-"', "&lt;script&gt;&#60;&amp;lt;", "\u202e<script>\u202c",
    "\u2067abc\u2069\u202eexe.txt", "\x1b]8;;http://127.0.0.1:9/\x07x", "\x00<script>", "\ud800", "\ufeff\u200f\u061c", "<?xml version='1.0'?><!ENTITY x>",
)  # fmt: skip
_AROUND = (
    "{}",
    '">{}',
    "'>{}",
    "--><!--{}",
    "</noscript>{}",
    "</p></li></ol>{}",
    "</title></style>{}",
    "]]>{}",
    "\\u003c{}",
)
HOSTILE = [around.format(body) for around in _AROUND for body in _BODIES][:300]


def test_there_are_three_hundred() -> None:
    assert len(set(HOSTILE)) == 300


@pytest.mark.parametrize(("lang", "held"), [("en", False), ("ar", True)], ids=["whole", "held"])
def test_none_runs_and_none_leaves_its_cell(browser: "Browser", tmp_path: Path, lang: str, held: bool) -> None:
    reports = []
    for n in range(0, len(HOSTILE), 6):
        said = "".join(f"\n\nوقال الوزير سالم الحارثي إن {x} الجسر جاهز." for x in HOSTILE[n : n + 6])
        reports.append(
            report(
                f"{HOSTILE[n]} عنوان{said}\n\nبعث الرئيس {HOSTILE[n + 1]} برسالة.",
                f"{HOSTILE[n + 2]}.txt",
                published=HOSTILE[n + 3],
            )
        )
    page = tmp_path / "hostile.html"
    page.write_bytes(made(reports, lang, held=held).encode())
    browser.size(1440)
    browser.asked(), browser.complaints()
    browser.open(page)
    browser.run("const more = document.getElementById('more'); while (!more.hidden) more.click()")
    browser.run("document.querySelectorAll('details').forEach((d) => d.open = true)")
    browser.run("return new Promise((done) => setTimeout(done, 100))")
    browser.run("document.querySelectorAll('button[data-why], mark, #chip button').forEach((b) => b.click())")
    browser.run(
        "for (const x of arguments[0]) { location.hash = x; for (const name of ['text', 'by', 'who', 'pair', 'day', 'message', 'since']) "
        "{ history.replaceState(null, '', '#q?' + name + '=' + encodeURIComponent(x)); window.dispatchEvent(new HashChangeEvent('hashchange')); } }",
        [x for x in HOSTILE[::15] if "\ud800" not in x],
    )
    browser.run("history.replaceState(null, '', '#q'); window.dispatchEvent(new HashChangeEvent('hashchange'))")
    browser.run("const more = document.getElementById('more'); while (!more.hidden) more.click()")
    assert browser.run("return window.ran === undefined")
    assert browser.complaints() == []
    assert browser.asked() == []
    elements = browser.run(
        "return [...new Set([...document.querySelectorAll('*')].map((e) => e.tagName.toLowerCase()))].sort()"
    )
    assert not set(elements) & {"img", "iframe", "object", "link", "base", "math", "template", "embed", "video"}
    assert browser.run(
        "return [document.scripts.length, document.querySelectorAll('style').length, document.querySelectorAll('form').length]"
    ) == [2, 1, 1]
    assert browser.run(
        "return [...document.querySelectorAll('[href]')].every((e) => e.getAttribute('href').startsWith('#'))"
    )
    assert browser.run(
        "return [...document.querySelectorAll('*')].every((e) => e.getAttributeNames().every((a) => !a.startsWith('on') && a !== 'style'))"
    )
    turned = "return [...document.querySelectorAll('bdi, .facts, .kicker, time, option')].filter((e) => /[\\u202a-\\u202e\\u2066-\\u2069]/.test(e.textContent)).length"
    assert browser.run(turned) == 0
    lines = browser.run("return [...document.querySelectorAll('.text')].map((e) => e.textContent)")
    for x in (h for h in HOSTILE if h.isprintable() and "\ud800" not in h):
        assert any(x in line for line in lines), x
