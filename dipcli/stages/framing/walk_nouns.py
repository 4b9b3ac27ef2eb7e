"""The walk at a bare noun: subject, object, or what is expressed."""

from dipcli.rules import particles as P
from dipcli.rules.match import COMPLEMENTISER, GIVEN, MASDAR, NOUN, PERSONAL, UNKNOWN, VERB
from dipcli.stages.framing.adjectives import definite_adjectives_end
from dipcli.stages.framing.frame import Frame
from dipcli.stages.framing.marked import MarkedText
from dipcli.stages.framing.phrases import noun_phrase_end
from dipcli.stages.framing.signs import SKIPPABLE
from dipcli.stages.framing.topics import pronoun_subject
from dipcli.stages.framing.walk_mentions import is_accusative_plural, issues
from dipcli.stages.framing.word_kinds import is_needed, is_nominative_plural, is_person_noun, is_said_noun, stem_in
from dipcli.text.marks import COMMAS, QUOTE_MARKS


def pass_noun(marked: MarkedText, frame: Frame, i: int, end: int, takes_subject: bool, needed: bool) -> int:
    """Steps to go on by, or -1 when the content opens here."""
    info, rule = marked.infos[i], frame.rule
    if info.word[0].isdigit() and i > frame.cue_last and marked.infos[i - 1].particle & P.time:
        return 1  # في بيان يوم 31 يوليو
    if takes_subject and not (frame.subjects or frame.noun_phrase) and (counted := _counted(marked, frame, i, end)):
        return counted - i
    adjoins = i > frame.cue_last and marked.inside[i - 1] is not None and marked.inside[i - 1] in frame.subjects
    if adjoins and info.definite and frame.subjects[-1].kind == "person" and marked.doc.lexicon.single(info.base, "D"):
        return 1  # يؤكد أبو منصور [المغربي]
    if _ends_addressee(marked, frame, i, end):
        return 1
    if takes_subject and not (frame.subjects or frame.noun_phrase) and _is_gathering(marked, frame, i):
        stop = noun_phrase_end(marked, i, end)
        body = marked.start_of[stop] if stop < end else None
        if body is not None and body.kind == "organisation" and marked.infos[stop].prep == "ل":
            stop = body.last  # اجتماع وزاري [للجامعة العربية]
        frame.noun_phrase, frame.subject_side = (i, stop), "after"
        return stop - i
    if takes_subject and not (frame.subjects or frame.noun_phrase) and _is_their_body(marked, frame, i):
        frame.noun_phrase, frame.subject_side = (i, i + 1), "after"
        return 1
    core = info.base if info.prep else info.core
    if issues(marked, frame, i) and (is_person_noun(marked, i) or core in marked.classes["body_heads"]):
        return noun_phrase_end(marked, i, end) - i
    speech = stem_in(marked, core, "speech") or bool(info.flags & MASDAR and not info.flags & PERSONAL)
    if "object" in rule.addressee and info.definite and info.core in marked.classes["publics_of"]:
        speech = False  # ناشد الوزير [الأطراف] …: who is asked, though spelled like a verbal noun
    speech = speech or (bool(rule.heads) and frame.object_range is not None and _masdar_shaped(marked, i, end))
    speech = speech or _is_asked_for(marked, frame, i, end)
    if rule.heads and rule.needs:
        speech = speech or is_needed(marked, rule, i)
    if rule.speech_act == "hope":
        speech = speech or stem_in(marked, core, "wishes") or info.base in marked.classes["wishes"]
    has_subject = bool(frame.subjects or frame.noun_phrase) or (not takes_subject and _of_pronoun(marked, frame))
    if has_subject and core in marked.classes["depths"] and i + 1 < end:
        speech = speech or is_said_noun(marked, marked.infos[i + 1])  # أبدى الأمير [عميق] حزنه
    if rule.speech_act == "expect" and has_subject:
        speech = speech or core in marked.classes["outcomes"]  # وتوقع البنك [عجز] الميزانية
    if frame.form.agreement == "fs" and not has_subject and i == frame.cue_last and not info.definite:
        # واستنكرت استغلال …: a masculine verbal noun is no subject of a feminine verb.
        speech = speech or bool(marked.doc.lexicon.masdar_shape.fullmatch(core))
    speech = speech or _is_proposed(marked, frame, i, end)
    if frame.form.agreement == "fs" and i == frame.cue_last and _is_she(marked, frame, i, end):
        speech = False  # أكدت [المناضلة] سلمى العمري أن …, spelled like a verbal noun
    if frame.form.agreement == "fs" and i == frame.cue_last and info.definite and not has_subject:
        if takes_subject and core in marked.classes["bodies_like_deeds"]:
            speech = False  # لم تستبعد [المعارضة] ذلك
    one_of = i > frame.cue_last and marked.infos[i - 1].word in marked.classes["one_of"]
    if one_of and not rule.target:
        needed = False  # أكد سالم العمري، أحد [سكان] القرية، أن …: who he is
    if needed and ("" in rule.object or rule.target) and _bare_object(marked, frame, i, has_subject, speech):
        frame.open(i - 1 if _is_quantified(marked, frame, i, has_subject) else i, "object", "np")
        return -1
    stop = without_object(marked, frame, i, noun_phrase_end(marked, i, end))
    if (
        needed
        and rule.speech_act == "expect"
        and i == frame.cue_last
        and "" in rule.object
        and _adds_to(marked, frame, i)
    ):
        frame.open(i, "object", "np")
        return -1
    if has_subject and needed and "" in rule.object and frame.subjects and frame.subjects[-1].last == i:
        stop = next((k for k in range(i + 1, stop) if _is_said(marked, k)), stop)  # أكد مستشار قانوني [صحة العقد]
    if takes_subject and not has_subject and not _can_be_subject(marked, frame, i):
        takes_object = "object" in rule.addressee or rule.target
        scene = rule.speech_act == "describe" and bool(info.flags & NOUN) and i == frame.cue_last
        whole = info.definite or (scene and i + 1 < end and marked.infos[i + 1].definite)  # ووصف [مشاهد العنف] ب…
        if frame.form.conjunction and takes_object and whole and frame.object_range is None:
            frame.object_range = (i, stop)
        return max(stop - i, 1)
    if (
        takes_subject
        and not has_subject
        and (
            (
                all(marked.infos[k].particle & SKIPPABLE for k in range(frame.cue_last, i))
                and (not (rule.nominal and rule.heads) or info.word in marked.surnames)
            )
            or is_person_noun(marked, i)
            or _is_nominative(marked, frame, i)
        )
        and not info.verbal
        and (not info.conj or _spelled_with_it(marked, frame, i))
        and (not speech or "" not in rule.object or not rule.object)
    ):
        frame.noun_phrase = (i, stop)
        frame.subject_side = "after"
    elif (
        needed
        and not info.conj
        and "object" in rule.addressee
        and (has_subject or (frame.form.kind == "p" and frame.object_range is None))
    ):
        if frame.object_range is None or marked.words[frame.object_range[1] - 1] not in QUOTE_MARKS:
            frame.object_range = (i, stop)  # but «المؤتمر الوطني» [الليبي]: the name before it
        _add_joined(marked, frame, i, stop)
    return max(stop - i, 1)


def _ends_addressee(marked: MarkedText, frame: Frame, i: int, end: int) -> bool:
    """متمنيا للشعب [الكيني] التقدم: the adjective of a noun under ل, with a verbal noun behind, which can be none."""
    info, before = marked.infos[i], marked.infos[i - 1]
    if "ل" not in frame.rule.addressee or "" not in frame.rule.object or i + 1 >= end or not info.definite:
        return False
    after, nation = marked.infos[i + 1], marked.doc.lexicon.single(info.base, "D")
    return bool(before.prep == "ل" and before.definite and nation and after.definite and after.flags & MASDAR)


def _is_she(marked: MarkedText, frame: Frame, i: int, end: int) -> bool:
    """أكدت المناضلة سلمى …: a noun in ة, a name behind it, and a verb that no و links to who spoke before."""
    info = marked.infos[i]
    if not info.definite or info.prep or frame.form.conjunction or not marked.doc.raw(i).endswith("ة"):
        return False
    return i + 1 < end and not marked.infos[i + 1].definite and bool(marked.infos[i + 1].flags & (UNKNOWN | GIVEN))


def _is_gathering(marked: MarkedText, frame: Frame, i: int) -> bool:
    """ودعا [اجتماع وزاري] للجامعة الرئيس إلى …, وأكد [المؤتمر] أن …: those who meet speak, right behind a verb in their gender."""
    info = marked.infos[i]
    if i != frame.cue_last or info.conj or info.prep or frame.form.kind != "v" or frame.form.clitic:
        return False
    if info.core not in marked.classes["gatherings"] or frame.rule.speech_act == "describe":
        return False
    return frame.form.agreement == ("fs" if info.core.endswith("ه") else "ms")


def _is_their_body(marked: MarkedText, frame: Frame, i: int) -> bool:
    """وتعهدت [إدارته] ب…, وأكد [مكتبها] أن …: the noun of a body with a pronoun right behind the verb, in its gender."""
    word, form = marked.infos[i].base, frame.form
    if i != frame.cue_last or marked.infos[i].conj or form.clitic or form.kind != "v":
        return False
    ending = next((e for e in ("ها", "هم", "هما", "ه") if word.endswith(e)), "")
    stem = word.removesuffix(ending) if ending else ""
    if form.agreement == "fs":
        return stem.endswith("ت") and stem[:-1] + "ه" in marked.classes["body_heads"]
    return form.agreement == "ms" and not stem.endswith("ت") and stem in marked.classes["body_heads"]


def _is_nominative(marked: MarkedText, frame: Frame, i: int) -> bool:
    """أكد من خلاله [المؤتمرون] أن …: a plural of people whose ending is a subject's, with no comma before it."""
    return is_nominative_plural(marked.infos[i]) and all(
        marked.words[k] not in COMMAS for k in range(frame.cue_last, i)
    )


def _is_quantified(marked: MarkedText, frame: Frame, i: int, has_subject: bool) -> bool:
    """مؤكدا [عدد] القتلى, استبعد الوزير [أي] حل, ونفى [أي] علاقة: the quantifier belongs to what is said, behind the subject."""
    if i <= frame.cue_last or not marked.infos[i - 1].particle & P.quantifier or marked.infos[i - 1].prep:
        return False
    if frame.rule.status:
        return True
    return frame.form.kind == "p" or (has_subject and frame.subject_end(frame.cue_last) < i)


def _of_pronoun(marked: MarkedText, frame: Frame) -> bool:
    """لكنه نفى ضلوعه: the pronoun before the verb is its subject, the noun behind it what is said."""
    return frame.cue > 0 and not frame.form.conjunction and pronoun_subject(marked, frame)


def _counted(marked: MarkedText, frame: Frame, i: int, end: int) -> int:
    """طالب [83 نائبا] الوزير ب…, قال [5 خبراء] إن …: token behind people with their number right behind the verb; 0 for none."""
    if i != frame.cue_last or not marked.words[i].isdigit() or i + 1 >= end:
        return 0
    found = marked.start_of[i + 1]
    if found is not None and found.kind in ("group", "unnamed") and found.number != "du":
        frame.subjects, frame.subject_side = [found], "after"
        return found.last
    core = marked.infos[i + 1].core.removesuffix("ا")
    if not any(core in marked.classes[name] for name in ("sources", "peoples", "bodies_counted")):
        return 0
    stop = noun_phrase_end(marked, i + 1, end) if found is None else i + 2  # نائبا [الوزير]: no dual behind a number
    stop = next((k for k in range(i + 2, stop) if marked.words[k].endswith(("ها", "هم"))), stop)  # 94 شركة [نتائجها]
    frame.noun_phrase, frame.subject_side = (i, stop), "after"
    return stop


def _add_joined(marked: MarkedText, frame: Frame, i: int, stop: int) -> None:
    """هنأ الرئيس الشعب الكيني [والملك ناصر بن راشد]: who is named beside a public that is spoken to is spoken to as well."""
    for k in range(i + 1, stop):
        found = marked.start_of[k]
        if found is not None and found.conj and found.skip and found.kind == "person":
            frame.addressees.append(("object", found))
            return


def _is_said(marked: MarkedText, k: int) -> bool:
    info = marked.infos[k]
    return not info.conj and is_said_noun(marked, info)


def _spelled_with_it(marked: MarkedText, frame: Frame, i: int) -> bool:
    """قال [فرومان] إن …, قالت [وجنات]: «…»: between a verb and its clause stands its subject, and no و or ف."""
    if i != frame.cue_last or i + 1 >= len(marked.infos):
        return False
    after = marked.infos[i + 1]
    marked_off = after.word == ":" or after.word in QUOTE_MARKS
    return bool(after.particle & COMPLEMENTISER) or (marked_off and not marked.infos[i].flags & VERB)


def _masdar_shaped(marked: MarkedText, i: int, end: int) -> bool:
    """A word that no list knows, with the shape of a verbal noun and a noun behind it (ناشدهم تغليب العقل)."""
    info = marked.infos[i]
    unknown = info.flags & UNKNOWN and not info.flags & (NOUN | VERB | PERSONAL)
    return bool(
        unknown
        and marked.doc.lexicon.masdar_shape.fullmatch(info.base)
        and i + 1 < end
        and marked.infos[i + 1].flags & NOUN
    )


def _is_asked_for(marked: MarkedText, frame: Frame, i: int, end: int) -> bool:
    """وناشد الوزير [علاج] ابنه: right behind who is asked, whom such a verb always has, a noun with its genitive is what for."""
    info, rule = marked.infos[i], frame.rule
    if "object" not in rule.addressee or "" not in rule.object or not rule.heads or i + 1 >= end:
        return False
    asked = max([f.last for prep, f in frame.addressees if prep == "object"], default=0)
    asked = max(asked, frame.object_range[1] if frame.object_range else 0)
    common = info.flags & NOUN and not info.flags & PERSONAL and not (info.definite or info.conj or info.prep)
    if i != asked or not common or is_person_noun(marked, i) or not rule.transitive:
        return False
    after = marked.infos[i + 1]
    return bool(after.flags & NOUN) and not (after.prep or after.conj or after.particle)


def _is_proposed(marked: MarkedText, frame: Frame, i: int, end: int) -> bool:
    """ويقترح تخويل المدير …: a word of the shape of a verbal noun, right behind its verb, is the object and not who acts."""
    if i != frame.cue_last or frame.rule.speech_act != "propose" or is_person_noun(marked, i):
        return False
    return marked.infos[i].core not in marked.classes["body_heads"] and _masdar_shaped(marked, i, end)


def _can_be_subject(marked: MarkedText, frame: Frame, i: int) -> bool:
    """Agreement of a bare noun with its verb, and no object taken for a subject (ودعا الأحزاب إلى …)."""
    info, rule = marked.infos[i], frame.rule
    if info.word[0].isdigit() or info.base in marked.classes["accusatives"]:
        return False  # قال ردا على سؤال إن …
    if info.word in marked.surnames and i == frame.cue_last:
        return True
    if _tells_how(marked, i):
        return False
    if _is_accusative(marked, i):
        return False  # أن الناطق أبلغ دولا أخرى استعداد …
    if info.core in marked.classes["attention"] and rule.lemma == "لفت":
        return False  # سيلفت اهتمام تونس إلى …
    nation = info.base.endswith("يين") and marked.doc.lexicon.single(info.base, "D")
    if (info.flags & NOUN or nation) and is_accusative_plural(marked, frame, i):
        return False  # ودعا المتظاهرين إلى …, واتهم المتطرفين ب…: no nominative
    core = info.base.removeprefix("ال")
    agreement = frame.form.agreement
    if core.endswith("ون") and info.flags & NOUN:
        return True  # ويتهم المتمردون الحكومة: the nominative
    feminine = core.endswith(("ه", "ات")) and core not in marked.classes.get("masculine_in_ta", ())
    told = core in marked.classes["words_told"] or core in marked.classes["papers"]
    if agreement == "ms" and feminine and (told or not is_person_noun(marked, i)):
        return False
    dual = core.endswith("ان") and core not in marked.classes["sources"]  # but لجان, أركان
    if agreement == "fs" and (core.endswith(("ون", "ين")) or dual) and not info.flags & UNKNOWN:
        return False
    if agreement == "fs" and feminine and info.definite and i == frame.cue_last:
        return True
    if (
        frame.form.conjunction
        and ("object" in rule.addressee or rule.target)
        and not is_person_noun(marked, i)
        and not info.flags & (PERSONAL | UNKNOWN)
    ):
        return False
    return True


def _tells_how(marked: MarkedText, i: int) -> bool:
    """وتابعت [مبتسمة] إن …, قال [ضاحكا]: a participle of mood without the article, alone before what is said."""
    base = marked.infos[i].base
    if base in marked.classes["by_saying"]:
        return True  # وقالت [مخاطبة] الطلاب إن …
    ending = next((e for e in ("ين", "ا", "ه") if base.endswith(e)), "")
    if not ending or base.removesuffix(ending) not in marked.classes["moods"]:
        return False
    after = marked.infos[i + 1] if i + 1 < len(marked.infos) else None
    return after is None or not after.word[0].isalnum() or bool(after.particle) or bool(after.prep)


def _adds_to(marked: MarkedText, frame: Frame, i: int) -> bool:
    """الوزارة تتوقع [مزيدا] من …: an indefinite accusative right behind the verb, and what it is of."""
    if frame.cue and marked.infos[frame.cue - 1].particle & P.negation:
        return False  # لا يتوقع ركودا
    info, after = marked.infos[i], marked.infos[i + 1] if i + 1 < len(marked.infos) else None
    ends = info.base.endswith("ا") and not info.definite and not info.particle and len(info.base) > 3
    noun = ends and marked.doc.lexicon.info(info.base[:-1]).flags & (NOUN | MASDAR)
    return bool(noun) and after is not None and bool(after.particle & P.preposition or after.prep)


def _is_accusative(marked: MarkedText, i: int) -> bool:
    """دولا, كتابا: a noun with the ending of an indefinite accusative."""
    info = marked.infos[i]
    if not info.base.endswith("ا") or info.definite or info.flags & PERSONAL or len(info.base) < 4:
        return False
    after = marked.infos[i + 1] if i + 1 < len(marked.infos) else info
    if info.flags & NOUN:  # واستخلص مبكرا أن …: how or when, listed as it stands
        return bool(after.particle & COMPLEMENTISER) and bool(marked.doc.lexicon.flags_of(info.base[:-1]) & NOUN)
    return bool(marked.doc.lexicon.info(info.base[:-1]).flags & NOUN)


def without_object(marked: MarkedText, frame: Frame, i: int, stop: int) -> int:
    """A subject's noun phrase without the object behind it (أكد الهين الأهمية, ثمن الضيف البلجيكي المسار)."""
    takes_object = "" in frame.rule.object or frame.rule.target
    if (takes_object or "object" in frame.rule.addressee) and _acts_itself(marked, i, stop):
        return i + 1  # وطالبت المعارضة [الحكومة] ب…
    adjoins = i == frame.cue_last and not frame.form.clitic
    if takes_object and adjoins and marked.infos[i].flags & UNKNOWN and not marked.infos[i].definite:
        # واكد ابوالغيط [تفهم] بلاده ل…; not صيادو [فرضة] الميناء, which folds like فرضه
        listed = marked.classes["speech"]
        nouns = (k for k in range(i + 1, stop) if _is_said(marked, k))
        return next((k for k in nouns if not marked.doc.raw(k).endswith("ة") or marked.words[k] in listed), stop)
    if takes_object and marked.infos[i].definite:
        if (
            i + 1 < stop
            and is_person_noun(marked, i)
            and marked.infos[i + 1].definite
            and not marked.infos[i + 1].conj
            and marked.words[i + 1] not in marked.doc.lexicon.title_adjectives
            and not marked.doc.lexicon.single(marked.infos[i + 1].base, "D")
        ):
            return definite_adjectives_end(marked, frame, i, i + 1)
        for k in range(i + 2, stop):
            if (
                marked.infos[k].definite
                and not marked.infos[k].conj
                and marked.doc.lexicon.single(marked.infos[k - 1].base, "D")
            ):
                return k
        for k in range(i + 1, stop):
            said = is_said_noun(marked, marked.infos[k])
            if (said or is_needed(marked, frame.rule, k)) and not marked.infos[k].conj:
                return k
    return stop


def _acts_itself(marked: MarkedText, i: int, stop: int) -> bool:
    """المعارضة [الحكومة]: behind a noun with the article a second that is no adjective of it, but a body or people."""
    if i + 1 >= stop or not marked.infos[i].definite or not marked.infos[i + 1].definite or marked.infos[i + 1].conj:
        return False
    core, classes = marked.infos[i + 1].core, marked.classes
    return core in classes["body_heads"] or core in classes["peoples"] or core in classes["publics_of"]


def _bare_object(marked: MarkedText, frame: Frame, i: int, has_subject: bool, speech: bool) -> bool:
    info, rule = marked.infos[i], frame.rule
    if info.conj or (info.verbal and not speech) or info.particle or info.word in marked.classes["second_cue"]:
        return False
    if rule.status and rule.needs:
        return is_needed(marked, rule, i)
    if "object" in rule.addressee and not speech:
        return False
    if rule.speech_act == "inform" and not _tells_somebody(marked, frame):
        return False  # ويبلغ طول الطريق …: to reach
    if rule.strict and not frame.form.clitic and not (frame.form.kind == "p" and speech):
        return False
    if rule.heads and rule.nominal and "" in rule.object and not rule.addressee:
        return _highlighted(marked, frame, i, has_subject)
    if rule.heads:
        return speech
    if has_subject or frame.form.kind == "p" or _cannot_act(marked, frame, i):
        return True
    # ما سماه الصمت الدولي: the pronoun is the relative's, the noun the name that is given.
    return speech or bool(frame.form.clitic and rule.target and not is_person_noun(marked, i))


def _cannot_act(marked: MarkedText, frame: Frame, i: int) -> bool:
    """واستنكر جريمة الحرق: a feminine noun is no subject of a masculine verb, so that the subject is left out."""
    info, form = marked.infos[i], frame.form
    if form.agreement != "ms" or not form.conjunction or i != frame.cue_last or form.kind != "v" or form.clitic:
        return False
    feminine = info.base.endswith("ه") and info.base not in marked.classes["masculine_in_ta"] and not info.definite
    return feminine and bool(info.flags & NOUN) and not info.flags & PERSONAL and not is_person_noun(marked, i)


def _tells_somebody(marked: MarkedText, frame: Frame) -> bool:
    if frame.form.tense == "pr" and not marked.doc.in_headline(frame.sentence):
        return False
    return bool(frame.form.clitic) or any(prep == "object" for prep, _ in frame.addressees)


def _highlighted(marked: MarkedText, frame: Frame, i: int, has_subject: bool) -> bool:
    """أبرز السفير أهمية …: a noun of what is expressed, and no noun between that the elative could govern.

    Behind a subject also whatever has a relative clause (الزخم الذي أضفته الزيارة).
    """
    if frame.form.clitic:
        return False
    after = marked.infos[i + 1] if i + 1 < len(marked.infos) else marked.infos[i]
    if has_subject and marked.infos[i].definite and after.particle & P.relative_pronoun:
        return True
    if not is_said_noun(marked, marked.infos[i]):
        return False
    return has_subject or i == frame.cue_last or bool(marked.infos[frame.cue_last].particle & P.preposition)
