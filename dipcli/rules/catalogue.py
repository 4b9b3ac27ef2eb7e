"""The rule tables as they are written, for people: with gloss, evidence, examples and counters."""

from dipcli.rules.compile import cue_tables

__all__ = ["cue_tables"]
