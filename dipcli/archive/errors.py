"""What can be wrong with an archive, said in one line each."""

from dipcli.model import DipError


class ArchiveError(DipError):
    """An archive that cannot be opened, read or written: which, why, and what to do."""

    def __init__(self, path: str, reason: str, *, damaged: bool = False) -> None:
        super().__init__(f"{path}: {reason}")
        self.reason = reason
        self.damaged = damaged
