"""Whose words a paper's are (قال البيان, وأكد تقرير للمنظمة): of who issued it, as the words themselves or the text tell."""

from typing import Final

from dipcli.rules.match import COMPLEMENTISER, MASDAR, NOUN, VERB
from dipcli.stages.clusters import MINISTRY, Cluster
from dipcli.stages.found import Found
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.phrases import noun_phrase_end, preposition_before, within_phrase
from dipcli.stages.framing.word_kinds import is_person_noun
from dipcli.stages.speakers.context import Attribution, Context
from dipcli.stages.speakers.noun_phrases import noun_phrase_entity
from dipcli.stages.speakers.papers_introduced import body_in_marks, issuer_where_introduced, made_by
from dipcli.stages.speakers.told_before import body_named_before

_OPENING: Final = 6  # tokens in which a sentence names who acts
_FAR: Final = 8  # statements within which a document is told again by its noun
_LONG_AGO: Final = 600  # tokens within which the text told of a document
_NEAR: Final = 30  # tokens within which a pronoun behind a document looks back


def source_of_a_paper(context: Context, frame: Frame) -> Attribution | None:
    """لكن بيانا للوزارة أفاد بأن …: a paper that is the subject, in a form that no table has."""
    if frame.noun_phrase is None or frame.form.kind in "mq":
        return None
    first, last = frame.noun_phrase
    noun = context.doc.infos[first].core.removesuffix("ا")
    if noun not in context.doc.lexicon.word_classes["documents"]:
        return None
    maker = made_by(context, first)
    if maker is None and context.doc.infos[first].definite:
        maker = issuer_where_introduced(context, first)
    if maker is None:
        return None
    answer = Attribution("source_noun_phrase", "explicit", (maker,), (), (first, last))
    answer.document = answer.issued = True
    answer.paper = noun
    return answer


def joint_issuers(context: Context, found: Found) -> tuple[Cluster, ...]:
    """البيان المشترك: both sides of the talks before it, else the states of its adjectives, else both as the text calls them."""
    doc = context.doc
    j = found.last
    if found.rule != "unnamed_document" or not _is_joint(context, found):
        return ()
    if named := _for_whom(context, found.first):
        return named
    for contact in reversed(context.contacts):
        if contact.token < found.first and contact.kind != "letter":
            sides = (*contact.senders, *(c for c in contact.receivers if c not in contact.senders))
            if len(sides) == 2 and {c.kind for c in sides} in ({"person"}, {"country"}):
                return sides
            break
    lands: list[str] = []
    for k in range(j, min(j + 4, len(doc.words))):
        demonym = doc.match(k, k + 1, "D")
        if demonym is not None:
            lands.append(demonym[2][0].value.split()[0])
    states = tuple(c for land in lands for c in context.clusters.all if c.kind == "country" and c.country == land)
    if len(states) > 1:
        return states
    told = next((a.sources for a in reversed(context.done[-4:]) if a.sources), ())
    if len(told) > 1 or (told and told[0].number == "pl"):
        return tuple(told)
    own = context.clusters.of.get(id(found))
    both = [c for c in context.clusters.all if c.number == "du" and c.kind == "group" and c.before(found.first) >= 0]
    return (max(both, key=lambda c: c.before(found.first)),) if both else (own,) if own is not None else ()


def told_jointly(context: Context, found: Found) -> tuple[Cluster, ...]:
    """وأكد بيان مشترك لوزراء الدول الثلاث …. وقال [البيان]: all whose words the same noun told before; () where it was one."""
    if found.rule != "unnamed_document" or found.country or found.last - found.first > 1:
        return ()
    head = context.doc.infos[found.first]
    if not head.definite or _whose(context, found) is not None:
        return ()
    last = next((a for a in reversed(context.done[-_FAR:]) if a.paper == head.core and a.sources), None)
    if last is None:
        return _introduced_jointly(context, found)
    return tuple(last.sources) if len(last.sources) > 1 else ()


def _introduced_jointly(context: Context, found: Found) -> tuple[Cluster, ...]:
    """جاء ذلك في بيان مشترك للرئيس X ورئيسة المفوضية Y. وقال [البيان]: both, where the text told of it last as theirs."""
    core = context.doc.infos[found.first].core
    for k in range(found.first - 1, max(found.first - _LONG_AGO, 0) - 1, -1):
        if context.doc.infos[k].core.removesuffix("ا") == core:
            return _for_whom(context, k)
    return ()


def _for_whom(context: Context, k: int) -> tuple[Cluster, ...]:
    """بيان مشترك [لX وY]: those under ل behind the paper at token ``k`` that is called a joint one; () where it is not two."""
    doc, marked = context.doc, context.marked
    j = k + 1
    if j + 2 >= len(doc.words) or doc.infos[j].core not in doc.lexicon.word_classes["joint"]:
        return ()
    first = marked.start_of[j + 1]
    if first is None or doc.infos[j + 1].prep != "ل":
        return ()
    out = [context.clusters.of.get(id(f)) for f in marked.joined(first, len(doc.words))]
    return tuple(c for c in out if c is not None) if len(out) > 1 else ()


def _is_joint(context: Context, found: Found) -> bool:
    """البيان المشترك, البيان الختامي المشترك"""
    words, joint = context.doc.infos, context.doc.lexicon.word_classes["joint"]
    return any(x.core in joint for x in words[found.first + 1 : min(found.last + 2, len(words))])


def whose_words(context: Context, frame: Frame, found: Found, cluster: Cluster) -> Cluster:
    """البيان, الرسالة stand for who issued them, when somebody before did."""
    if found.rule != "unnamed_document":
        return cluster
    own = issuer(context, found)
    if own is None and not context.doc.infos[found.first].definite:
        own = made_by(context, found.first)
    if own is not None:
        return own
    j = found.last
    whose = _whose(context, found)
    if whose is not None:
        return whose
    sender = _sender(context, found)
    if sender is not None:
        return sender
    if j < len(context.doc.words) and context.doc.infos[j].definite and is_person_noun(context.marked, j):
        return noun_phrase_entity(context, j, j + 1)  # بيان المنظمة, بلاغ للوزارة
    if found.kind == "group" and cluster.before(found.first) >= 0:
        return cluster  # نقلا عن تقارير كينية …. وتشير التقارير إلى أن …
    theirs = [c for a in context.done for c in a.sources if found.country and c.country == found.country]
    if theirs:
        return theirs[-1]  # البيان الفرنسي: who of that country spoke before
    head = context.doc.infos[found.first]
    if not head.definite and head.core not in ("بيان", "بلاغ"):
        return cluster  # a report or a study that was not told of before
    if not head.definite and _has_genitive(context, found):
        return cluster  # بيان قمة المناخ: who has issued it is told, though no table knows it
    if head.core in context.doc.lexicon.word_classes["passed_by_bodies"]:
        spoke = (c for a in reversed(context.done[-_FAR:]) for c in a.sources if c.kind == "organisation")
        return _passed_by(context, found) or next(spoke, cluster)
    told = _told_in(context, found) if head.definite else None
    if told is not None:
        return told
    acting = None if head.definite else _acts_before(context, frame)
    if acting is not None:
        return acting
    for answer in reversed(context.done[-4:]):
        if answer.sources and not answer.nested and not _another_paper(context, answer.sources[0], head.core):
            return answer.sources[0]
    return (_passed_by(context, found) if head.definite else None) or cluster


def _another_paper(context: Context, cluster: Cluster, noun: str) -> bool:
    """أشارت نتائج الاستبيان إلى أن …. وأضاف [التقرير]: figures or a study that spoke last are no report that was told of before."""
    if cluster.kind not in ("unnamed", "group") or not cluster.founds:
        return False
    doc, first = context.doc, cluster.founds[0].first
    core = doc.infos[first].core
    told = core in doc.lexicon.word_classes["documents"] or core in doc.lexicon.word_classes["words_told"]
    return told and core != noun and any(doc.infos[k].core == noun for k in range(first))


def _told_in(context: Context, found: Found) -> Cluster | None:
    """وأوضح بيان للمكتب …. وأكد [البيان] أن …: whose words the same noun told before, or where it was introduced.

    Else those of another paper.
    """
    noun = context.doc.infos[found.first].core
    recent = [a for a in reversed(context.done[-_FAR:]) if a.sources]
    same = (a.sources[0] for a in recent if a.paper == noun and (a.issued or a.document))
    other = (a.sources[0] for a in recent if a.issued)
    return next(same, None) or issuer_where_introduced(context, found.first) or next(other, None)


def _acts_before(context: Context, frame: Frame) -> Cluster | None:
    """وقررت [تونس] إغلاق المعبر. وجاء في بيان بثته الوكالة أن …: who acts in the sentence before, where nobody speaks in it."""
    n, marked = frame.sentence - 1, context.marked
    if n < 0 or any(f.sentence == n for f in context.frames[: context.index]):
        return None
    sentence = context.doc.segments.sentences[n]
    if context.doc.segments.lines[sentence.line].kind != "body":
        return None
    for i in range(sentence.first, min(sentence.first + _OPENING, sentence.last)):
        found = marked.start_of[i]
        if found is not None and found.kind != "place":
            acts = found.kind in ("country", "organisation") and not preposition_before(
                marked, sentence.first, i, found
            )
            return context.clusters.of.get(id(found)) if acts else None
    return None


def _passed_by(context: Context, found: Found) -> Cluster | None:
    """أصدر مجلس المدينة قرارا …. وأكد [القرار] أن …: the nearest body before the word where the text told of it."""
    doc, marked, core = context.doc, context.marked, context.doc.infos[found.first].core
    for k in range(found.first - 1, max(found.first - _LONG_AGO, 0) - 1, -1):
        if doc.infos[k].core.removesuffix("ا") != core:
            continue
        first = max(doc.line_at(k).first, k - _NEAR)
        for j in range(k - 1, first - 1, -1):
            body = marked.start_of[j]
            if body is not None and body.kind == "organisation" and not preposition_before(marked, first, j, body):
                return context.clusters.of.get(id(body))
    return None


def _whose(context: Context, found: Found) -> Cluster | None:
    """وجاء في بيان [لها]: the body or the person of that gender who was named last, those under a preposition left out."""
    doc, marked, j = context.doc, context.marked, found.last
    pronoun = doc.words[j] if j < len(doc.words) else ""
    if pronoun not in ("له", "لها"):
        return None
    feminine = pronoun == "لها"
    for k in range(found.first - 1, max(found.first - _NEAR, -1), -1):
        other = marked.start_of[k]
        if other is None or other.kind not in ("person", "organisation") or other.rule == "unnamed_document":
            continue
        cluster = context.clusters.of.get(id(other))
        if cluster is None or preposition_before(marked, 0, k, other) or within_phrase(marked, 0, k):
            continue
        if (cluster.gender == "f") == feminine and cluster.number == "sg":
            return cluster
    return None


def _sender(context: Context, found: Found) -> Cluster | None:
    """ومما جاء في البرقية: who sent the last letter told before."""
    info = context.doc.infos[found.first]
    if not info.definite or info.core not in context.doc.lexicon.word_classes["letters"]:
        return None
    last = next((c for c in reversed(context.contacts) if c.kind == "letter" and c.token < found.first), None)
    return last.senders[0] if last is not None and len(last.senders) == 1 else None


def _has_genitive(context: Context, found: Found) -> bool:
    """بيان قمة المناخ, بيان الاجتماع: of a gathering that no table knows, and not of who spoke before."""
    j, doc = found.last, context.doc
    return j < len(doc.words) and not doc.infos[j].prep and doc.infos[j].core in doc.lexicon.word_classes["gatherings"]


def issuer(context: Context, document: Found) -> Cluster | None:
    """بيان لوزارة …, بيان صادر عن …, تقرير منظمة …: who stands in the genitive or after ل or عن."""
    doc, marked = context.doc, context.marked
    j = document.last
    whole = doc.infos[document.first].definite and j == document.first + 1
    if not whole and (named := body_in_marks(context, j, len(doc.words))) is not None:
        return named
    while j < min(document.last + 7, len(doc.words)):
        found = marked.start_of[j]
        if found is None:
            info = doc.infos[j]
            if info.definite and not info.prep and is_person_noun(marked, j) and doc.words[j - 1] in ("عن", "من"):
                return noun_phrase_entity(context, j, j + 1)
            if not info.word[0].isalpha() or info.particle & COMPLEMENTISER or info.conj:
                return None
            classes = doc.lexicon.word_classes
            object_ = whole and j == document.last and not info.definite and not info.particle
            if object_ and info.flags & (NOUN | MASDAR) and info.base not in classes["issued_by"]:
                return None  # وأكد التقرير [ارتفاع] العمليات عبر الشبكة
            if j == document.last and info.word.startswith("لل") and info.core in classes["press_nouns"]:
                end = noun_phrase_end(marked, j, min(j + 4, len(doc.words)))
                return noun_phrase_entity(context, j, end)  # تقرير [للشبكة الأميركية]
            if j == document.last and info.word.startswith("لل") and (body := _body_meant(context, j)) is not None:
                return body  # تقرير [للوزارة], after وزارة النقل
            if (
                info.word in classes["receiving"]
                or info.word in classes["publishing"]
                or info.base in doc.lexicon.word_classes["occasions"]
            ):
                return None  # بلاغ توصلت به «الأفق»: the paper received it; بيان بمناسبة زيارة الأمير
            made = info.word in doc.lexicon.word_classes["issuing"] and j + 1 < len(doc.words)
            if made and marked.start_of[j + 1] is None and is_person_noun(marked, j + 1):
                return noun_phrase_entity(context, j + 1, noun_phrase_end(marked, j + 1, min(j + 8, len(doc.words))))
            j += 1
            continue
        if (
            found.kind == "country"
            and j == document.last
            and doc.infos[document.first].core in doc.lexicon.word_classes["named_for_places"]
        ):
            return None  # إعلان القاهرة
        unnamed = found.kind == "unnamed" and doc.words[found.first - 1] in ("عن", "من")  # بيان من متحدث باسم الوزارة
        if (found.kind in ("organisation", "person", "country") or unnamed) and (not whole or _sends(context, found)):
            return context.clusters.of.get(id(found))
        return None
    return None


def _body_meant(context: Context, i: int) -> Cluster | None:
    """The body that the noun with ل and the article at ``i`` points back to: who spoke last, where it is one of these.

    None where two of that noun were named and neither spoke.
    """
    named = body_named_before(context, i)
    spoke = next((a.sources[0] for a in reversed(context.done) if a.sources and not a.nested), None)
    ministry = named is not None and MINISTRY in (named.body or "")
    if spoke is not None and spoke.kind == "organisation" and ministry and MINISTRY in (spoke.body or ""):
        return spoke
    core = context.doc.infos[i].core.removeprefix("ل").removeprefix("ال")
    doc = context.doc
    names = {doc.words[k + 1] for k in range(i - 1) if doc.infos[k].core == core and not doc.infos[k].definite}
    return named if len(names) < 2 or named is spoke else None


def _sends(context: Context, found: Found) -> bool:
    """البيان الصادر عن الوزارة, البيان الذي أصدرته الوزارة; not واتهم البيان صراحة [الشركة]."""
    doc, i = context.doc, found.first
    before = doc.infos[i - 1]
    classes = doc.lexicon.word_classes
    under = bool(found.skip and not found.conj) or before.word in ("عن", "من", "ل")
    verb = before.flags & VERB and not before.flags & NOUN and not before.particle  # not عبر [الشبكة]
    return under or before.word in classes["issuing"] or bool(verb)
