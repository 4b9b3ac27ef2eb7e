"""Tellings of one contact become one."""

from collections.abc import Iterable, Sequence

from dipcli.stages.clusters import COUNTERPART, Cluster, all_standing
from dipcli.stages.contacts.contact import Contact


def merge(contacts: Sequence[Contact], planned: Sequence[Contact] = ()) -> list[Contact]:
    """One contact per kind and pair of sides (letters: per direction); a visit only where no meeting is told.

    One that is ``planned`` elsewhere in the article took place only where a verb of the past or the noun of a meeting, call
    or letter tells it (… يلتقي … in the headline, سيلتقي … in the text).

    A talk (بحث معه …) is no contact of its own when a call or meeting of the same sides is told.
    """
    kept: dict[tuple[object, ...], Contact] = {}
    alias: dict[tuple[object, ...], tuple[object, ...]] = {}
    for c in (*contacts, *planned):
        _follow(c)
    _tell_again(contacts)
    for c in contacts:
        if any(x in c.receivers for x in c.senders):
            continue  # both sides turned out to be one
        key = _key(c)
        known = kept.get(key)
        if known is None:
            kept[key] = c
        else:
            if c.kind == "call" and c.inverted and not known.inverted:
                # تلقى اتصالا من … tells who rang, بحث مع does not.
                known.senders, known.receivers = c.senders, c.receivers
            known.explicit = known.explicit or c.explicit
            known.certain = known.certain or c.certain
            known.talk = known.talk and c.talk
    to_come = {_key(c) for c in planned}
    for key, c in list(kept.items()):
        if key in to_come and not c.certain:
            del kept[key]
    for key, c in list(kept.items()):
        twin = ("call" if key[0] == "meeting" else "meeting", *key[1:])
        if c.talk and twin in kept and (key[0] == "call" or not kept[twin].talk):
            alias[key] = twin
            del kept[key]
    out = [
        c
        for c in kept.values()
        if not _is_told_as_meeting(c, kept.values())
        and not _stands_for_people(c, kept.values())
        and not _sums_up(c, kept.values())
    ]
    out.sort(key=lambda c: c.token)
    for n, c in enumerate(out):
        c.serial = n
    for c in contacts:
        one = kept.get(alias.get(_key(c), _key(c)))
        c.serial = one.serial if one is not None else -1
    return out


def _follow(contact: Contact) -> None:
    """A side told by an office alone may have turned out, since the contact was found, to be somebody named before."""
    contact.senders, contact.receivers = all_standing(contact.senders), all_standing(contact.receivers)


def _tell_again(contacts: Sequence[Contact]) -> None:
    """لقاء الوزير بنظيره الأميركي … اجتمع الوزير وكيري: who is told by his office alone is the one named in the other telling."""
    by_side: dict[tuple[str, int], list[Contact]] = {}
    for c in contacts:
        if c.kind != "visit":
            for side in (c.senders, c.receivers):
                by_side.setdefault((c.kind, side[0].serial), []).append(c)
    for vague in contacts:
        for same, other in ((vague.senders, vague.receivers), (vague.receivers, vague.senders)):
            if vague.kind == "visit" or len(same) > 1 or len(other) > 1 or other[0].names:
                continue
            named = _named(vague, same, other[0], by_side[vague.kind, same[0].serial])
            if len(named) == 1:
                vague.senders, vague.receivers = (same, named[0]) if same is vague.senders else (named[0], same)
                break


def _named(vague: Contact, same: list[Cluster], office: Cluster, others: Sequence[Contact]) -> list[list[Cluster]]:
    """The sides that are told by name for ``office`` in other tellings with the same other side, each once."""
    out: list[list[Cluster]] = []
    for c in others:
        if c.token == vague.token:
            continue  # رسالة إلى المفوض سالم العمري، ومدير المجلس: two to whom it goes
        for one, named in ((c.senders, c.receivers), (c.receivers, c.senders)):
            turned = vague.kind == "letter" and (one is c.senders) != (same is vague.senders)
            if (
                one == same
                and not turned
                and named not in out
                and _may_be(office, named, headline=vague.headline or c.headline)
            ):
                out.append(named)
    return out


def _may_be(office: Cluster, named: Sequence[Cluster], *, headline: bool) -> bool:
    """An office without a name for a person of its country or its class; for whom the headline or the text under it names."""
    if office.number != "sg" or office.kind not in ("person", "unnamed") or office.known:
        return False
    if len(named) > 1 or named[0].kind != "person" or not named[0].names:
        return False
    if office.key is not None and office.key.startswith(COUNTERPART):
        return office.country is not None and named[0].country in (None, office.country)
    held, own = {o[0] for o in office.offices} - {""}, {o[0] for o in named[0].offices} - {""}
    if office.country and named[0].country and office.country != named[0].country:
        return bool(held & own)
    return bool(held & own) or (not (held and own) and bool(office.country)) or headline


def _sums_up(c: Contact, others: Iterable[Contact]) -> bool:
    """قادة الخليج يهاتفون الأمير: a headline's group stands for those of whom the text tells one by one."""
    if not c.headline:
        return False
    for same, group in ((c.senders, c.receivers), (c.receivers, c.senders)):
        if len(group) == 1 and group[0].number in ("pl", "du") and not group[0].names and group[0].kind == "group":
            told = [
                o for o in others
                if o is not c and o.kind == c.kind and not o.headline and same in (o.senders, o.receivers)
                and all(x.kind == "person" and x.names for x in (*o.senders, *o.receivers))
            ]  # fmt: skip
            if len(told) > 1:
                return True
    return False


def _key(c: Contact) -> tuple[object, ...]:
    a = tuple(sorted(x.serial for x in c.senders))
    b = tuple(sorted(x.serial for x in c.receivers))
    return (c.kind, a, b) if c.kind == "letter" or a <= b else (c.kind, b, a)


def _is_told_as_meeting(contact: Contact, others: Iterable[Contact]) -> bool:
    """A visit during which the guest meets somebody of the host country."""
    if contact.kind != "visit":
        return False
    sides = (*contact.senders, *contact.receivers)
    people = [x for x in sides if x.kind == "person"]
    hosts = {x.country for x in sides if x.kind == "country"}
    for o in others:
        met = (*o.senders, *o.receivers)
        if (
            o.kind == "meeting"
            and any(p in met for p in people)
            and any(x.country in hosts for x in met if x not in people)
        ):
            return True
    return False


def _stands_for_people(contact: Contact, others: Iterable[Contact]) -> bool:
    """«الصين وكازاخستان» يتبادلان: the headline's countries stand for the people who wrote to each other."""
    if any(x.kind != "country" for x in (*contact.senders, *contact.receivers)):
        return False
    pair = {x.country for x in (*contact.senders, *contact.receivers)}
    return any(
        o.kind == contact.kind and all(x.kind == "person" for x in (*o.senders, *o.receivers))
        and {x.country for x in (*o.senders, *o.receivers)} == pair
        for o in others
    )  # fmt: skip
