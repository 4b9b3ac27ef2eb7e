"""Sources, officials and documents that have no name."""

from dipcli.rules.match import (
    Name,
)
from dipcli.stages.document import Document
from dipcli.stages.found import Found


def _agreeing(doc: Document, head: int, i: int) -> bool:
    """البيان [الرئاسي] الفرنسي, المصدر [الدبلوماسي]: a relative adjective that agrees with its noun."""
    info = doc.infos[i]
    if not (doc.infos[head].definite and info.definite) or info.prep or info.particle:
        return False
    return info.base.endswith(("ي", "يه")) or info.base in doc.lexicon.title_adjectives


def unnamed(doc: Document, i: int, end: int, last: int, skip: int, name: Name) -> Found | None:
    """The mention of somebody or something without a name, with the adjectives behind it."""
    kind, number = name.value.split()
    country = None
    if kind == "document":
        # بيان [للرئاسة الكينية], listed as one form: who issued it is a mention of its own.
        end = next((k for k in range(i + 1, end) if doc.match(k, last, "oCKS")), end)
    while end < last and not doc.infos[end].conj:
        match = doc.match(end, last, "D")
        if match is None or match[1]:
            if kind in ("document", "source") and _agreeing(doc, i, end):
                end += 1
                continue
            break
        country = country or match[2][0].value.split()[0]
        end = match[0]
    rule = f"unnamed_{kind}"
    if kind != "document" and doc.words[i][skip:].startswith("ال"):
        # المسؤول, المحلل: somebody named before; الصحافة, المصادر, الشهود: themselves only.
        rule = "descriptor" if kind in ("official", "analyst", "spokesperson") else f"descriptor_{kind}"
    return Found(
        first=i, last=end, skip=skip, kind="unnamed" if number == "sg" else "group", rule=rule,
        country=country, number=number, gender="m", conj=doc.infos[i].conj,
    )  # fmt: skip
