"use strict";
// The page's own script: filters the statements as the command does, and shows the reason of each. It asks the network
// for nothing and writes text only as text.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const column = data.statements;
  const list = document.getElementById("list");
  const items = [...list.children];
  const form = document.getElementById("filter");
  const count = document.getElementById("count");
  const none = document.getElementById("none");
  const more = document.getElementById("more");
  const chip = document.getElementById("chip");
  const AT_ONCE = 20;
  const MORE = 500;
  const FIELDS = ["text", "by", "to", "theme", "medium", "status", "since", "until"];
  // What only the figures of the page ask for: exactly this speaker, this addressee, this pair (3-7; 3- with anybody), this
  // day, message or article, or any of them.
  const FIGURES = ["who", "whom", "pair", "day", "kind", "message", "article"];

  // -- what is held back: on a large page statements, articles and long tables are the text of a noscript element, which costs
  // nothing, until they are looked at. It is the page's own HTML, escaped when the page was made. ------------------------

  function held(host) {
    const last = host.lastElementChild;
    return last && last.tagName === "NOSCRIPT" ? last : null;
  }

  function fill(host) {
    const text = held(host);
    if (!text) return;
    const template = document.createElement("template");
    template.innerHTML = text.textContent;
    text.replaceWith(template.content);
  }

  // -- words, in any spelling: the same tables as the command's ---------------------------------------------------------

  const spelling = data.spelling;
  const signs = new RegExp(spelling.signs, "gu");
  const presentation = new RegExp(spelling.presentation, "gu");
  const letters = new RegExp("[" + Object.keys(spelling.letters).join("") + "]", "gu");

  function fold(text) {
    const bare = text.replace(signs, "").replace(presentation, (c) => c.normalize("NFKC").replace(signs, ""));
    const folded = bare.replace(letters, (c) => spelling.letters[c]);
    const lower = folded.toLowerCase();
    return lower.length === folded.length ? lower : folded;
  }

  // The folded text with the place of each of its units in the original, for marking.
  function foldWithPlaces(original) {
    let whole = "";
    const from = [];
    const to = [];
    let at = 0;
    for (const c of original) {
      const one = fold(c);
      for (let i = 0; i < one.length; i++) {
        from.push(at);
        to.push(at + c.length);
      }
      whole += one;
      at += c.length;
    }
    return { text: whole, from, to };
  }

  const WORD = /[\p{L}\p{N}_]+/gu;
  const BEFORE_WORD = "(?<![\\p{L}\\p{N}_])";
  const AFTER_WORD = "(?![\\p{L}\\p{N}_])";

  function patternOf(text) {
    const words = fold(text).match(WORD);
    if (!words) return null;
    return new RegExp(BEFORE_WORD + words.map(wordPattern).join("[^\\p{L}\\p{N}_\\0]+") + AFTER_WORD, "gu");
  }

  function wordPattern(word) {
    if (/^[\x00-\x7f]*$/.test(word)) return word;
    const long = [...word].length > spelling.article_from && word.startsWith(spelling.article);
    const bare = long ? word.slice(spelling.article.length) : word;
    if (bare.endsWith(spelling.closed) && [...bare].length > 2) {
      const open = bare.slice(0, -1) + spelling.opened;
      return spelling.before + "(?:" + bare + "|" + open + spelling.behind + ")";
    }
    return spelling.before + bare + "(?:" + spelling.behind + ")?";
  }

  function stretches(i) {
    return [...items[i].querySelectorAll(".words > span")];
  }

  // No word stands across it: what the statement says in two places are two texts.
  const APART = "\u0000";
  // A very long stretch stands in several blocks.
  const GOES_ON = '</span><span class="on">';
  const ENTITY = /&(?:amp|lt|gt|#\d+);/g;

  function wordsOf(i) {
    const text = held(items[i]);
    if (!text) return stretches(i).map((e) => (e.className ? "" : APART) + e.textContent).join("");
    const html = text.textContent;
    const from = html.indexOf(">", html.indexOf('<p class="words"')) + 1;
    return html.slice(from, html.indexOf("</p>", from)).replaceAll(GOES_ON, "").replace(/<[^>]*>/g, APART).replace(ENTITY, " ");
  }

  const folded = [];

  // The folded words of a statement. All are made while nothing else is to do, so that the first search need not wait.
  function wordsFolded(i) {
    if (folded[i] === undefined) folded[i] = fold(wordsOf(i));
    return folded[i];
  }

  function foldSome(from) {
    const until = performance.now() + 20;
    let i = from;
    while (i < items.length && performance.now() < until) wordsFolded(i++);
    if (i < items.length) setTimeout(foldSome, 0, i);
  }

  // -- the question -------------------------------------------------------------------------------------------------

  const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

  function keepsDate(published, since, until, undated) {
    if (!since && !until) return true;
    if (!published) return undated;
    if (since && published < since.slice(0, published.length)) return false;
    return !(until && published.slice(0, until.length) > until);
  }

  function question() {
    const asked = { undated: form.elements.undated.checked };
    for (const name of FIELDS) asked[name] = form.elements[name].value.trim();
    for (const name of ["since", "until"]) {
      const good = !asked[name] || DATE.test(asked[name]);
      complain(name, good ? "" : data.labels.page_bad_date);
      if (!good) asked[name] = "";
    }
    asked.pattern = asked.text ? patternOf(asked.text) : null;
    complain("text", asked.text && !asked.pattern ? data.labels.page_bad_text : "");
    for (const name of FIGURES) asked[name] = figures[name] === undefined ? "" : figures[name];
    return asked;
  }

  function complain(name, words) {
    form.elements[name].setAttribute("aria-invalid", words ? "true" : "false");
    document.getElementById("e-" + name).textContent = words;
  }

  const has = (list, value) => list.includes(Number(value));

  function keeps(i, q) {
    if (q.by && !has(column.by[i], q.by)) return false;
    if (q.to && !has(column.to[i], q.to)) return false;
    if (q.theme && !column.theme[i].includes(q.theme)) return false;
    if (q.medium && column.medium[i] !== q.medium) return false;
    if (q.status && column.status[i] !== q.status) return false;
    const date = data.dates[column.article[i]];
    if (!keepsDate(date, q.since, q.until, q.undated)) return false;
    return keepsFigure(i, q, date) && (!q.pattern || wordsFolded(i).search(q.pattern) >= 0);
  }

  function keepsFigure(i, q, date) {
    if (q.who && !has(column.who[i], q.who)) return false;
    if (q.whom && !has(column.whom[i], q.whom)) return false;
    if (q.article && column.article[i] !== Number(q.article)) return false;
    if (!q.pair && !q.day && !q.kind && !q.message) return true;
    const message = column.message[i];
    if (message < 0) return false;
    if (q.message && q.message !== "any" && message !== Number(q.message)) return false;
    if (q.pair && !data.messages.pairs[message].some((pair) => isPair(pair, q.pair))) return false;
    if (q.day && (q.day === "any" ? !date : date !== q.day)) return false;
    return !q.kind || data.messages.kind[message] === q.kind;
  }

  function isPair(pair, asked) {
    if (asked.startsWith("-")) return pair.endsWith(asked);
    return asked.endsWith("-") ? pair.startsWith(asked) : pair === asked;
  }

  // -- the answer ---------------------------------------------------------------------------------------------------

  let figures = {};
  let most = AT_ONCE;
  let found = [];

  function answer() {
    const q = question();
    found = [];
    for (let i = 0; i < items.length; i++) if (keeps(i, q)) found.push(i);
    const shown = found.slice(0, most);
    for (const i of shown) fill(items[i]);
    list.replaceChildren(...shown.map((i) => items[i]));
    mark(q.pattern, shown);
    say(q);
  }

  function say(q) {
    const total = items.length.toLocaleString("en");
    const asked = found.length !== items.length;
    count.textContent = asked ? found.length.toLocaleString("en") + " " + data.labels.of + " " + total : count.dataset.whole;
    none.hidden = found.length > 0 || items.length === 0;
    more.hidden = found.length <= most;
    const words = figureWords(q);
    chip.hidden = !words;
    chip.firstElementChild.textContent = words;
  }

  function figureWords(q) {
    const parts = [];
    const name = (number) => data.names[Number(number)] || "";
    if (q.who || q.whom) parts.push([q.who && name(q.who), q.whom && data.arrow + " " + name(q.whom)].filter(Boolean).join(" "));
    if (q.pair) parts.push(data.labels.page_chip_message + " " + q.pair.split("-").map((n) => (n ? name(n) : "…")).join(" " + data.arrow + " "));
    if (q.message) parts.push(data.labels.page_chip_message + (q.message === "any" ? "" : " " + (Number(q.message) + 1)));
    if (q.kind) parts.push(data.kinds[q.kind] || "");
    if (q.day && q.day !== "any") parts.push(q.day);
    if (q.article) parts.push(data.titles[Number(q.article)] || "");
    return parts.join(" · ");
  }

  function mark(pattern, shown) {
    if (!window.Highlight || !CSS.highlights) return;
    CSS.highlights.delete("found");
    if (!pattern) return;
    const ranges = [];
    for (const i of shown) for (const e of stretches(i)) ranges.push(...rangesIn(e, pattern));
    CSS.highlights.set("found", new Highlight(...ranges));
  }

  function rangesIn(element, pattern) {
    const node = element.firstChild;
    if (!node) return [];
    // What falls out between a word's last letter and what follows is signs on that letter: they belong to it.
    const { text, from, to } = foldWithPlaces(node.data);
    return [...text.matchAll(pattern)].map((m) => {
      const last = m.index + m[0].length - 1;
      const range = new Range();
      range.setStart(node, from[m.index]);
      range.setEnd(node, Math.max(to[last], last + 1 < from.length ? from[last + 1] : node.length));
      return range;
    });
  }

  // -- what the address asks for: a filter (#q?by=3), or a place --------------------------------------------------------

  function follow() {
    const hash = location.hash;
    if (hash === "#q" || hash.startsWith("#q?")) {
      const asked = new URLSearchParams(hash.slice(3));
      for (const name of FIELDS) form.elements[name].value = asked.get(name) || "";
      form.elements.undated.checked = asked.has("undated");
      figures = {};
      for (const name of FIGURES) if (asked.has(name)) figures[name] = asked.get(name);
      most = AT_ONCE;
      answer();
      document.getElementById("q").scrollIntoView();
      document.getElementById("h-statements").focus({ preventScroll: true });
      return;
    }
    const target = placeOf(hash.slice(1));
    if (!target) return;
    for (let e = target; e; e = e.parentElement) if (e.tagName === "DETAILS") e.open = true;
    target.scrollIntoView({ block: "start" });
    document.querySelectorAll(".here").forEach((e) => e.classList.remove("here"));
    const line = target.closest(".line");
    if (line) line.querySelector(".text").classList.add("here");
    if (target.tagName === "BUTTON") target.focus({ preventScroll: true });
  }

  // The element of an address: a statement (#m7) and a line (#a3l5) stand in an article, which may be held back.
  function placeOf(name) {
    const parts = /^(?:m(\d+)|a(\d+)l\d+)$/.exec(name);
    const article = parts && document.getElementById("a" + (parts[2] || column.article[Number(parts[1])]));
    if (article) fill(article);
    return name ? document.getElementById(name) : null;
  }

  function remember() {
    const asked = new URLSearchParams();
    for (const name of FIELDS) if (form.elements[name].value) asked.set(name, form.elements[name].value);
    if (form.elements.undated.checked) asked.set("undated", "1");
    for (const name of FIGURES) if (figures[name]) asked.set(name, figures[name]);
    try {
      history.replaceState(null, "", "#q" + (asked.size ? "?" + asked : ""));
    } catch {
      // A viewer that shows a page without an address has none to keep it in.
    }
  }

  function changed() {
    most = AT_ONCE;
    answer();
    remember();
  }

  // -- the reason ---------------------------------------------------------------------------------------------------

  let reasons = 0;

  function reasonOf(i) {
    const box = document.createElement("div");
    box.className = "reason";
    box.id = "r" + reasons++;
    const list = box.appendChild(document.createElement("dl"));
    data.why[i].forEach((row, n) => {
      const [head, answer, ...rest] = row.map((w) => data.words[w]);
      list.appendChild(document.createElement("dt")).textContent = head;
      const body = list.appendChild(document.createElement("dd"));
      const rule = n === data.why[i].length - 1;
      line(body, answer, rule ? "rule" : "answer");
      rest.filter(Boolean).forEach((words) => line(body, words, ""));
    });
    return box;
  }

  function line(body, words, kind) {
    const span = body.appendChild(document.createElement("span"));
    if (kind) span.className = kind;
    span.dir = "auto";
    span.textContent = words;
  }

  function toggle(button) {
    const open = button.getAttribute("aria-expanded") === "true";
    if (open) {
      document.getElementById(button.getAttribute("aria-controls")).remove();
      button.removeAttribute("aria-controls");
    } else {
      const box = reasonOf(Number(button.dataset.why));
      button.closest(".said, .line").append(box);
      button.setAttribute("aria-controls", box.id);
    }
    button.setAttribute("aria-expanded", String(!open));
  }

  // -- wiring -------------------------------------------------------------------------------------------------------

  count.dataset.whole = count.textContent;
  form.addEventListener("input", changed);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => {
    figures = {};
    setTimeout(changed);
  });
  chip.querySelector("button").addEventListener("click", () => {
    figures = {};
    changed();
  });
  more.addEventListener("click", () => {
    const next = found[most];
    most += MORE;
    answer();
    const button = items[next] && items[next].querySelector("a");
    if (button) button.focus();
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-why]");
    if (button) return toggle(button);
    const said = event.target.closest("mark[data-s]");
    if (said && !String(getSelection())) toggle(placeOf("m" + said.dataset.s));
    const link = event.target.closest("a[href^='#']");
    // The same address again asks for nothing by itself.
    if (link && link.getAttribute("href") === location.hash) follow();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const place = event.target.closest(".said, .line");
    const open = place && place.querySelector("button[aria-expanded=true]");
    if (open) {
      toggle(open);
      open.focus();
    }
  });
  // A details element tells of its opening without bubbling.
  document.addEventListener("toggle", (event) => fill(event.target), true);
  window.addEventListener("hashchange", follow);
  answer();
  follow();
  foldSome(0);
})();
