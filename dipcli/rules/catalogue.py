"""The rule tables as they are written, for people: with gloss, evidence, examples and counters."""

from typing import Any

from dipcli.rules.compile import DATA, read_toml


def cue_tables() -> list[dict[str, Any]]:
    """All cue tables in the order of their files."""
    return [t for path in sorted((DATA / "cues").glob("*.toml")) for t in read_toml(path).get("cue", [])]
