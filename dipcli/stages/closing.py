"""The last stages: themes, occasions and summary, laid onto the records."""

import re
from collections.abc import Sequence
from typing import Final

from dipcli.model import Entity, Message, Occasion, Span, Statement, Summary, ThemeHit
from dipcli.rules import particles as P
from dipcli.rules.load import Rules
from dipcli.rules.match import AS_PARTICIPLE
from dipcli.rules.stems import Stem
from dipcli.stages.document import Document
from dipcli.stages.framing.formulas import begins_formula
from dipcli.stages.framing.frame import Frame
from dipcli.stages.summary import Candidate, summarise
from dipcli.stages.themes import (
    Theme,
    ThemeModel,
    likely_themes,
    main_themes,
    probability,
    score,
    statement_themes,
    words_of,
)
from dipcli.text.segment import Sentence


def theme_model(rules: Rules) -> ThemeModel:
    """The classifier of these rules, made once."""
    model = rules.cache.get("themes")
    if not isinstance(model, ThemeModel):
        model = ThemeModel([Theme(*t) for t in rules.themes], rules.sections.lines("theme_words"))
        rules.cache["themes"] = model
    return model


def with_themes(
    doc: Document, model: ThemeModel, frames: Sequence[Frame], statements: Sequence[Statement]
) -> tuple[tuple[Statement, ...], tuple[ThemeHit, ...]]:
    """Statements with their themes, and the article's themes: main ones first, then those only in statements."""
    stems = model.stems(doc.infos)
    body: list[Stem] = []
    title: list[Stem] = []
    for line in doc.segments.lines:
        if line.kind in ("headline", "body"):
            words = words_of(stems[line.first : line.last])
            body += words
            if line.kind == "headline":
                title += words
    logits = score(body, title, model)
    likely = likely_themes(logits, model)
    main = main_themes(logits, likely, model)
    out: list[Statement] = []
    of_theme: dict[int, list[str]] = {n: [] for n in main}
    main_ids = set(main)
    for statement, frame in zip(statements, frames, strict=True):
        said: list[Stem] = []
        for a, b in frame.content:
            said += stems[a:b]
        numbers = statement_themes(words_of(said), logits, likely, model)
        if not numbers and len(main) == 1:
            numbers = main
        for n in numbers:
            of_theme.setdefault(n, []).append(statement.id)
        out.append(statement._replace(themes=tuple(model.themes[n].id for n in numbers)))
    hits = [
        ThemeHit(
            id=t.id, main=n in main_ids, score=probability(logits[n] - t.threshold), statements=tuple(of_theme[n]), medtop=t.medtop,
            label_ar=t.ar, label_en=t.en,
        )
        for n in of_theme
        for t in (model.themes[n],)
    ]  # fmt: skip
    return tuple(out), tuple(hits)


def article_summary(
    doc: Document, statements: Sequence[Statement], entities: Sequence[Entity], themes: Sequence[ThemeHit]
) -> Summary:
    """Sentences of the body as candidates, with the mark that closes each."""
    candidates = []
    headline: frozenset[str] = frozenset()
    goes_on = doc.lexicon.word_classes["goes_on"]
    tails = bool(doc.segments.page.tail)  # most pages leave nothing that would have to be told from a sentence
    for sentence in doc.segments.sentences:
        kind = doc.segments.lines[sentence.line].kind
        if kind == "headline":
            headline |= _terms(doc, sentence)
        if kind != "body" or (tails and _is_tail(doc, sentence)):
            continue
        span = doc.span(sentence.first, sentence.last)
        end = span.end
        while end < len(doc.text) and doc.text[end] in '.!؟?…"”»':
            end += 1
        text = doc.text[span.start : end]
        words = sum(map(str.isalnum, doc.words[sentence.first : sentence.last]))
        candidates.append(
            Candidate(
                span=Span(span.start, end), words=words, terms=_terms(doc, sentence),
                background=begins_formula(doc, sentence.first), whole=_whole(doc, sentence, text),
                closed=_closed(text), goes_on=doc.words[sentence.first] in goes_on,
            )
        )  # fmt: skip
    return summarise(doc.text, candidates, headline, statements, entities, [t.id for t in themes if t.main])


def _is_tail(doc: Document, sentence: Sentence) -> bool:
    """Does the sentence read as what a page leaves at the end?"""
    start, end = doc.starts[sentence.first], doc.ends[sentence.last - 1]
    return doc.segments.page.is_tail(doc.folded.text[start:end])


def _terms(doc: Document, sentence: Sentence) -> frozenset[str]:
    """Stems of the words that carry meaning: no particles, function words or reporting verbs."""
    return frozenset([info.term for info in doc.infos[sentence.first : sentence.last] if info.term])


_PAIRS: Final = (("(", ")"), ("«", "»"), ("[", "]"))
_MARKS: Final = re.compile(r'[()«»\[\]"“”]')


def _closed(text: str) -> bool:
    """Is every mark that opens in the sentence closed in it?"""
    marks = _MARKS.findall(text)
    if not marks:
        return True
    pairs = all(marks.count(a) == marks.count(b) for a, b in _PAIRS)
    return pairs and not marks.count('"') % 2 and not (marks.count("“") + marks.count("”")) % 2


def _whole(doc: Document, sentence: Sentence, text: str) -> bool:
    """Does the sentence stand by itself: nothing announced, no beginning in mid-sentence?"""
    first = doc.infos[sentence.first]
    if "..." in text[:-3]:
        return False
    last = next(
        (doc.infos[k] for k in range(sentence.last - 1, sentence.first, -1) if doc.words[k][0].isalnum()), first
    )
    if last.particle & (P.complementiser | P.preposition):
        return False  # … على تلفزيون أن.: broken off
    if first.particle & P.background_auxiliary and not any(i.cues for i in doc.infos[sentence.first : sentence.last]):
        return False  # وكان الوزيران قد التقيا …: what had been before
    if len(doc.infos) > sentence.first + 1 and doc.infos[sentence.first + 1].particle & P.demonstrative and first.cues:
        return False  # وشدد ذلك المسؤول على …
    if text[-1] in ":،" or not first.word[0].isalpha() or first.cue_kinds & AS_PARTICIPLE:
        return False
    return True


def with_occasions(doc: Document, messages: Sequence[Message], statements: Sequence[Statement]) -> tuple[Message, ...]:
    """Messages with their occasion (بمناسبة الذكرى …) and the themes of what was said in them."""
    themes = {s.id: s.themes for s in statements}
    out = []
    for m in messages:
        own = tuple(dict.fromkeys(t for s in m.statements for t in themes.get(s, ())))
        out.append(m._replace(occasion=_occasion(doc, m), themes=own))
    return tuple(out)


def _occasion(doc: Document, message: Message) -> Occasion | None:
    if message.kind not in ("letter", "cable", "call"):
        return None
    for sentence in doc.segments.sentences:
        span = doc.span(sentence.first, sentence.last)
        if not span.start <= message.evidence.start < span.end:
            continue
        return _occasion_in(doc, sentence.first, sentence.last)
    return None


def _occasion_in(doc: Document, first: int, last: int) -> Occasion | None:
    table = doc.lexicon.occasions
    for i in range(first, last):
        loss = doc.words[i] == "في" and i + 1 < last and table.kind_of(doc.infos[i + 1].base) == "condolence"
        if doc.infos[i].base not in table.links and not loss:
            continue
        end = i + 1
        while (
            end < last
            and end - i < 14
            and doc.words[end][0].isalnum()
            and not any(c.kind in "vp" for c in doc.infos[end].cues if c.conjunction or c.kind == "p")
        ):
            end += 1
        for j in range(i + 1, end):
            kind = table.kind_of(doc.infos[j].base)
            if kind is not None:
                return Occasion(kind=kind, span=doc.span(i + 1, end))
    return None
