"""Forms of a reporting verb: third person only, since first and second persons stand inside what is said.

Arabic verbs are given by their 3rd masculine singular perfect and imperfect, and by the stem that stands before a
consonantal ending where it differs (hollow, doubled and defective verbs). The rules are those of any school grammar;
the classes of weak verbs are told by their letters.
"""

from dipcli.records import Record

_WEAK_END = ("ا", "ى")


class Form(Record):
    """A finite form: its spelling, ``tense`` (past, present, jussive) and who it agrees with (``3ms`` … ``3fp``)."""

    spelling: str
    tense: str
    agreement: str


def _past(past: str, short: str) -> list[Form]:
    defective = past.endswith(_WEAK_END)
    base = past[:-1] if defective else past
    dual = (base + ("و" if past.endswith("ا") else "ي") + "ا") if defective else past + "ا"
    return [
        Form(past, "past", "3ms"), Form(base + "ت", "past", "3fs"), Form(dual, "past", "3md"),
        Form(base + "تا", "past", "3fd"), Form(base + "وا", "past", "3mp"), Form(short + "ن", "past", "3fp"),
    ]  # fmt: skip


def _jussive(past: str, present: str) -> str | None:
    if present[-1] in "ويىا":
        return present[:-1]
    if len(past) > 2 and past[-2] == "ا" and present[-2] in "ويا":
        return present[:-2] + present[-1]
    return None


def _present(past: str, present: str) -> list[Form]:
    weak = present[-1] in "ويىا"
    base = present[:-1] if weak else present
    dual = base + ("و" if present[-1] == "و" else "ي") if weak else present
    she = "ت" + present[1:]
    forms = [
        Form(present, "present", "3ms"), Form(she, "present", "3fs"),
        Form(dual + "ان", "present", "3md"), Form(dual + "ا", "present", "3md"),
        Form("ت" + dual[1:] + "ان", "present", "3fd"), Form("ت" + dual[1:] + "ا", "present", "3fd"),
        Form(base + "ون", "present", "3mp"), Form(base + "وا", "present", "3mp"),
    ]  # fmt: skip
    short = _jussive(past, present)
    if short:
        forms += [Form(short, "jussive", "3ms"), Form("ت" + short[1:], "jussive", "3fs")]
    return forms


def finite_forms(past: str, present: str | None, past_short: str | None = None) -> list[Form]:
    """All third-person forms of a verb, perfect and imperfect (``present`` None: the perfect alone)."""
    forms = _past(past, past_short or (past[:-1] if past.endswith(_WEAK_END) else past))
    if present:
        forms += _present(past, present)
    return forms


def participle_forms(base: str) -> list[tuple[str, str]]:
    """Circumstantial (accusative indefinite) forms of an active participle with their agreement."""
    return [
        (base + "ا", "ms"), (base + "ة", "fs"), (base[:-1] + "ين" if base.endswith("ي") else base + "ين", "mp"),
        (base + "ات", "fp"), (base + "تين", "fd"), *([(base + "ين", "md")] if base.endswith("ي") else []),
    ]  # fmt: skip


_CLITICS = {"ه": "ms", "ها": "fs", "هم": "mp", "هما": "md", "هن": "fp"}


def masdar_forms(base: str) -> list[tuple[str, str]]:
    """A verbal noun bare, with the article, and with each clitic of the third person (agreement of the clitic)."""
    stem = base[:-1] + "ت" if base.endswith("ة") else base
    forms = [(base, ""), ("ال" + base, "")]
    forms += [(stem + clitic, agreement) for clitic, agreement in _CLITICS.items()]
    if base.endswith("ء"):
        forms += [(base[:-1] + "ئ" + clitic, agreement) for clitic, agreement in _CLITICS.items()]
    return forms
