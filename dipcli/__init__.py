"""dip: who said what to whom, read from Arabic diplomatic news.

The public API is loaded on first use (PEP 562): ``parse``, ``load_rules``, ``Article``, ``Report``, ``DipError``.
"""

__version__ = "0.1.0"

# A type checker takes this name for true; importing it from typing would cost half of what --version takes.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from dipcli.model import Article, DipError, Report
    from dipcli.pipeline import parse
    from dipcli.rules.load import load_rules

__all__ = ["Article", "DipError", "Report", "__version__", "load_rules", "parse"]

_WHERE = {
    "Article": "dipcli.model", "DipError": "dipcli.model", "Report": "dipcli.model", "parse": "dipcli.pipeline",
    "load_rules": "dipcli.rules.load",
}  # fmt: skip


def __getattr__(name: str) -> object:
    if name in _WHERE:
        import importlib

        value: object = getattr(importlib.import_module(_WHERE[name]), name)
        return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
