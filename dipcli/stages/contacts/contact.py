"""One contact that the article tells of."""

from typing import Final

from dipcli.stages.clusters import Cluster

SUMMONS: Final = ("contact.istadaa", "contact.sallama")  # what a body does to a person, and then tells all


class Contact:
    """One contact: ``senders`` and ``receivers`` are entities, ``token`` is where it is told, ``agents`` its subject."""

    __slots__ = (
        "agents",
        "certain",
        "end",
        "evidence",
        "explicit",
        "headline",
        "inverted",
        "kind",
        "receivers",
        "rule",
        "senders",
        "sentence",
        "serial",
        "talk",
        "token",
    )

    def __init__(
        self, kind: str, senders: list[Cluster], receivers: list[Cluster], token: int, sentence: int, rule: str
    ) -> None:
        self.kind = kind
        self.agents = senders
        self.senders = senders
        self.receivers = receivers
        self.token = token
        self.end = token + 1
        self.sentence = sentence
        self.rule = rule
        self.explicit = True
        self.certain = False
        self.headline = False
        self.inverted = False
        self.talk = False
        self.evidence = (token, token + 1)
        self.serial = -1
