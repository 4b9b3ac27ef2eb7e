"""What the weights of the themes say of one stem."""

from typing import Final

NO_ROW: Final = -1


class Stem:
    """What the data says of one stem. Numbers are rows of the model, -1 for none; ``evidence`` are themes."""

    __slots__ = ("body", "evidence", "evidence_following", "following", "lead", "stem", "title")

    def __init__(self, stem: str) -> None:
        self.stem = stem
        self.body: int = NO_ROW
        # Strings are rows that nobody has asked for yet.
        self.title: int | str = NO_ROW
        self.lead: int | str = NO_ROW
        self.following: dict[str, int | str] = {}
        self.evidence: tuple[int, ...] = ()
        self.evidence_following: dict[str, tuple[int, ...]] = {}
