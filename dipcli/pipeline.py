"""From an article to its report: reads as the table of contents of the program."""

from dipcli.model import Article, Note, Report, Span
from dipcli.records import Record
from dipcli.rules.load import Rules
from dipcli.stages.addressees import Addressees
from dipcli.stages.closing import article_summary, theme_model, with_occasions, with_themes
from dipcli.stages.clusters import Cluster, Clusters
from dipcli.stages.confidence import confidence_model, confidences
from dipcli.stages.contacts.find import find_contacts
from dipcli.stages.contacts.merging import merge
from dipcli.stages.contacts.story import Story
from dipcli.stages.dates import in_words, published
from dipcli.stages.document import Document
from dipcli.stages.entities import build_entities
from dipcli.stages.extent import with_extents
from dipcli.stages.framing.find import find_frames
from dipcli.stages.framing.marked import MarkedText
from dipcli.stages.headlines import with_uncued
from dipcli.stages.interviews import interview_frames
from dipcli.stages.media import with_media
from dipcli.stages.mentions import find_mentions
from dipcli.stages.messages import Linker, build_messages
from dipcli.stages.own_themes import own_themes, with_own_themes
from dipcli.stages.resolution import cluster_mentions
from dipcli.stages.sides import Sides
from dipcli.stages.speakers.attribute import attribute, without_orphans
from dipcli.stages.speakers.context import Context
from dipcli.stages.statements import build_statements
from dipcli.text.fold import fold
from dipcli.text.letters import ARABIC
from dipcli.text.quotes import Quote, pair_quotes
from dipcli.text.segment import segment
from dipcli.text.tokens import Tokens


class Prepared(Record):
    """An article before anything is attributed in it: dated, its mentions and quotations marked, mentions clustered."""

    article: Article
    marked: MarkedText
    clusters: Clusters
    quotes: list[Quote]


def prepare(article: Article, rules: Rules) -> Prepared:
    """The words of an article with what the rules know of them."""
    doc = _document(article.text, rules)
    tokens = doc.tokens
    if article.published is None:
        article = _dated(article, doc, rules)
    year = article.published[:4] if article.published else None
    founds, clusters = cluster_mentions(doc, find_mentions(doc), year)
    quotes = [q for line in doc.segments.lines for q in pair_quotes(tokens, line.first, line.last)]
    return Prepared(article, MarkedText(doc, founds, quotes), clusters, quotes)


def _document(text: str, rules: Rules) -> Document:
    folded = fold(text)
    tokens = Tokens(folded.text, folded.breaks)
    return Document(text, folded, tokens, segment(folded.text, tokens, rules.boilerplate), rules.lexicon)


def _dated(article: Article, doc: Document, rules: Rules) -> Article:
    """The article with its date: by the container's words, else by its own."""
    told = in_words(_document(article.date_words, rules)) if article.date_words else None
    if told:
        return article._replace(published=told, published_from="metadata")
    said = published(doc)
    return article._replace(published=said[0], published_from=said[1]) if said else article


def parse(article: Article, rules: Rules) -> Report:
    """Everything that the rules find in one article."""
    article, marked, clusters, quotes = prepare(article, rules)
    doc = marked.doc
    frames = with_extents(doc, marked, find_frames(marked))
    frames = sorted([*with_uncued(doc, marked, frames, quotes), *interview_frames(doc)], key=lambda f: f.cue)
    sides = Sides(doc, marked, clusters)
    story = Story(doc, marked, sides, frames)
    contacts = find_contacts(story)
    attributions = attribute(Context(doc, marked, frames, clusters, contacts))
    frames, attributions = without_orphans(marked, frames, attributions)
    merged = merge(contacts, story.planned)
    links = Linker(doc, contacts, Addressees(doc, clusters, sides)).link(frames, attributions)
    used: list[Cluster] = [c for a in attributions for c in a.sources] + [c for a in links for c in a.clusters]
    used += [c for m in merged for c in (*m.senders, *m.receivers)]
    entities, ids = build_entities(clusters, used)
    sure = confidences(confidence_model(rules), marked, clusters, frames, attributions, links)
    statements = with_media(doc, frames, build_statements(marked, frames, attributions, links, sure, ids))
    statements, themes = with_themes(doc, theme_model(rules), frames, statements)
    statements, themes = with_own_themes(doc, own_themes(rules), frames, statements, themes)
    messages = with_occasions(doc, build_messages(doc, merged, ids, links), statements)
    return Report(
        article=article, rules=rules.id, headline=_headline(doc), entities=entities, messages=messages, statements=statements,
        themes=themes, summary=article_summary(doc, statements, entities, themes), notes=tuple(_notes(doc, len(statements))),
    )  # fmt: skip


def _headline(doc: Document) -> Span | None:
    line = next((x for x in doc.segments.lines if x.kind == "headline"), None)
    return doc.span(line.first, line.last) if line else None


def _notes(doc: Document, statements: int) -> list[Note]:
    """What a reader of the report should know."""
    out = [
        Note(severity="info", reason="caption_skipped", span=doc.span(line.first, line.last))
        for line in doc.segments.lines
        if line.kind == "caption"
    ]
    if not ARABIC.search(doc.folded.text):
        out.append(Note(severity="warning", reason="no_arabic"))
    elif not statements:
        out.append(Note(severity="info", reason="no_statements"))
    return out
