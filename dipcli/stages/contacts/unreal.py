"""What did not take place: contacts that are planned, wished, asked for or denied."""

from dipcli.rules import particles as P
from dipcli.rules.match import NOUN, VERB
from dipcli.stages.contacts.story import Story
from dipcli.text.marks import COMMAS
from dipcli.text.segment import Sentence


def is_future(story: Story, i: int) -> bool:
    """سيلتقي, ستعقد: no verb of the tables begins with س before a letter of the imperfect."""
    info = story.infos[i]
    if story.marked.inside[i] is not None:
        return False
    listed = bool(info.contacts or (info.flags & VERB and not info.flags & NOUN))
    return info.future or (
        listed and len(info.base) > (3 if info.contacts else 4) and info.base[0] == "س" and info.base[1] in "يتن"
    )


def verb_is_unreal(story: Story, i: int, sentence: Sentence) -> bool:
    """A verb of a contact that is to come, planned or denied."""
    info = story.infos[i]
    if is_future(story, i) or info.prep:
        return True
    if is_imperfect(story, i) and any(
        story.words[k] in story.lists["planned"] or story.words[k] in story.lists["later"]
        for k in range(i + 1, min(sentence.last, i + 14))
    ):
        return True
    if is_imperfect(story, i) and _is_soon(story, i, sentence):
        return True
    if i == sentence.first:
        return False
    if is_imperfect(story, i) and _is_of_future(story, i, sentence):
        return True
    ahead = range(max(sentence.first, i - 6), i)
    if not info.conj and any(story.infos[k].base in story.lists["planned"] for k in ahead):
        return True
    before = story.infos[i - 1]
    if before.base in story.lists["negations"]:
        return True
    if is_imperfect(story, i) and (
        before.word == "ان" or before.particle & (P.qad | P.time | P.condition) or before.base in story.lists["when"]
    ):
        return True
    return _is_denied(story, i, sentence)


def _is_soon(story: Story, i: int, sentence: Sentence) -> bool:
    """يقوم بزيارة خلال أيام: within days from now."""
    return any(
        story.words[k] == "خلال" and story.words[k + 1] in story.lists["soon"]
        for k in range(i + 1, min(sentence.last - 1, i + 14))
    )


def _is_of_future(story: Story, i: int, sentence: Sentence) -> bool:
    """سيغادر إلى كينيا في زيارة يلتقي خلالها …, سيتوجه إلى الرباط حيث يلتقي …: what follows is to come too."""
    of_it = story.words[i - 1] == "حيث" or story.words[i + 1 : i + 2] in (["خلالها"], ["خلاله"], ["فيها"])
    return of_it and any(is_future(story, k) for k in range(max(sentence.first, i - 25), i))


def is_imperfect(story: Story, i: int) -> bool:
    """A verb with the prefix of the imperfect; verbs whose past begins with ت are none."""
    base = story.infos[i].base
    return base[0] in "ي" or (base[0] == "ت" and not base.startswith(("تلق", "تسلم", "تباد", "توج", "تحدث", "تباحث")))


def is_unreal(story: Story, i: int, sentence: Sentence) -> bool:
    """A noun of a contact that is planned, asked for or denied (سيعقد اجتماعا, نفى أي لقاء, طلب لقاء)."""
    if story.infos[i].word.startswith("س") or story.infos[i].base in story.lists["purpose"]:
        return True
    if story.infos[i].base.startswith("لل") and not (
        i + 1 < sentence.last and story.infos[i + 1].particle & P.relative_pronoun
    ):
        return True  # وصل للاجتماع بنظيره; not أشاد بنتائج للمحادثات التي جرت …
    sent = i + 1 < sentence.last and story.infos[i + 1].core in story.lists["sent"]  # الرسالة الموجهة إلى …
    for k in range(i + 1, min(sentence.last, i + 9)):
        if story.sides.ends_clause(k):
            break
        behind = story.words[k][0] not in "يت"  # not زيارة … تعتزم الشركة بعدها
        if (story.words[k] in story.lists["planned"] and behind) or (k < i + 6 and is_future(story, k)):
            return not _has_effect(story, k)
    for k in range(i - 1, max(sentence.first - 1, i - 12), -1):
        if sent:
            break
        if is_future(story, k) or (k > i - 7 and story.words[k] in story.lists["planned"]):
            return True
        if k > i - 4 and (
            story.infos[k].base in story.lists["wished"] or story.infos[k].base in story.lists["purpose"]
        ):
            return True
        if story.sides.ends_clause(k):
            to_be = story.words[k] == "ان" and story.words[k + 1][0] in "يت" and story.infos[k + 1].flags & VERB
            if to_be and not story.infos[k + 1].flags & NOUN:
                return True
            break
    return _is_denied(story, i, sentence)


def is_to_come(story: Story, end: int, reach: int = 2) -> bool:
    """محادثات X مع Y ستركز على …: the verb right behind what is told is in the future."""
    for k in range(end, min(end + reach, len(story.words))):
        if story.sides.ends_clause(k) or story.words[k] in COMMAS:
            return False
        if is_future(story, k) and not story.infos[k].conj:
            return not _has_effect(story, k)
    return False


def _has_effect(story: Story, k: int) -> bool:
    """زيارة … سيكون لها أثر: what is to come is what the contact brings, not the contact."""
    return k + 1 < len(story.words) and story.words[k + 1] in story.lists["of_it"]


def _is_denied(story: Story, i: int, sentence: Sentence) -> bool:
    """After a denial, or among the tags of a web page."""
    return any(story.infos[k].base in story.lists["denied"] for k in range(max(sentence.first, i - 20), i))
