"""What becomes of one item of a run."""

from dipcli.inputs.errors import InputError
from dipcli.model import Article, Report
from dipcli.rules.load import Rules

Item = Article | InputError
"""What comes out of the inputs."""
Outcome = Report | InputError
"""What is made of it."""


def outcome_of(item: Item, rules: Rules, *, debug: bool = False) -> Outcome:
    """The report of an article; an input that failed stays what it is.

    An article that brings the engine down is one failed input, not the end of the batch; with ``debug`` it raises what
    brought it down.
    """
    if isinstance(item, InputError):
        return item
    from dipcli.pipeline import parse

    try:
        return parse(item, rules)
    except Exception as e:
        if debug:
            raise
        return internal_error(item.source, e)


def internal_error(source: str, error: Exception) -> InputError:
    """An input that brought the program down, as one that failed."""
    return InputError(
        source, f"internal error: {type(error).__name__}: {error} (please report it; --debug shows where)"
    )
