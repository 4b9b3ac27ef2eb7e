"""dip: who said what to whom, read from Arabic diplomatic news."""

__version__ = "0.1.0"
