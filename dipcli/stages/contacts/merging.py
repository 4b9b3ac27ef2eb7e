"""Tellings of one contact become one."""

from collections.abc import Iterable, Sequence

from dipcli.stages.contacts.contact import Contact


def merge(contacts: Sequence[Contact], planned: Sequence[Contact] = ()) -> list[Contact]:
    """One contact per kind and pair of sides (letters: per direction); a visit only where no meeting is told.

    A visit that is ``planned`` elsewhere in the article took place only where a verb tells it.

    A talk (بحث معه …) is no contact of its own when a call or meeting of the same sides is told.
    """
    kept: dict[tuple[object, ...], Contact] = {}
    alias: dict[tuple[object, ...], tuple[object, ...]] = {}
    for c in contacts:
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
        call = ("call", *key[1:])
        if c.talk and key[0] == "meeting" and call in kept:
            alias[key] = call
            del kept[key]
    out = [
        c
        for c in kept.values()
        if not _is_told_as_meeting(c, kept.values()) and not _stands_for_people(c, kept.values())
    ]
    out.sort(key=lambda c: c.token)
    for n, c in enumerate(out):
        c.serial = n
    for c in contacts:
        one = kept.get(alias.get(_key(c), _key(c)))
        c.serial = one.serial if one is not None else -1
    return out


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
