"""What can be wrong with an annotation or with a report that is to be scored."""

from dipcli.model import DipError


class EvaluationError(DipError):
    """One annotation or report cannot be scored: ``source`` is its file, ``reason`` what is wrong and what to do."""

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason
