"""What can be wrong with an input, said in one line each."""

from dipcli.model import DipError

_LONGEST = 400


class InputError(DipError):
    """One input could not be read; the message names the reason and what to do, without the file."""

    def __init__(self, source: str, reason: str) -> None:
        reason = " ".join(reason.split())  # libraries quote what they read
        if len(reason) > _LONGEST:
            reason = f"{reason[:_LONGEST]}…"
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason

    def __reduce__(self) -> tuple[type["InputError"], tuple[str, str]]:
        """Made again from its two parts in another process."""
        return InputError, (self.source, self.reason)
