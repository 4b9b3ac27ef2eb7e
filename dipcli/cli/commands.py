"""All commands: where each lives and what it is in a line. Only the one that is called is imported."""

from dipcli.records import Record


class Command(Record):
    """A command: module of ``dipcli.cli``, group of the overview, one line."""

    module: str
    group: str
    what: str
    hidden: bool = False


COMMANDS: dict[str, Command] = {
    "summarise": Command("summarise", "Read", "the article on one screen: summary, leaders, messages, themes"),
    "read": Command("read", "Read", "the article, its statements marked, their speakers in the margin"),
    "page": Command("page", "Read", "one HTML file to send on: summary, leaders, pictures, statements"),
    "leaders": Command("leaders", "Ask", "each leader: office, country, statements, themes, to whom"),
    "messages": Command("messages", "Ask", "letters, cables, calls, meetings: from, to, occasion, points"),
    "themes": Command("themes", "Ask", "each theme: who spoke about it, and how often"),
    "who-said": Command("who_said", "Ask", "statements that speak of a text, in any spelling"),
    "statements": Command("statements", "Ask", "all statements, one flat row each"),
    "network": Command("network", "Ask", "who addressed whom, how often; as a picture with --format svg"),
    "timeline": Command("timeline", "Ask", "letters, calls, meetings by date; as a picture"),
    "trends": Command("trends", "Ask", "themes and speakers by month; as a picture"),
    "report": Command("report", "For machines", "everything that is known about each article, as JSON"),
    "batch": Command("batch", "For machines", "millions of articles to numbered parts, on one machine or Spark"),
    "schema": Command("schema", "For machines", "the JSON Schema of the report and of every row"),
    "index": Command("index", "Archive", "bring files into an archive, to ask the same over years"),
    "search": Command("search", "Archive", "sentences with words in any form, phrases, names"),
    "show": Command("stored", "Archive", "an article by its id, and where it came from"),
    "digest": Command("digest", "Archive", "what is new, by theme and leader: a morning's mail"),
    "export": Command("export", "Archive", "its tables as Parquet, CSV or NDJSON, for other tools"),
    "archive": Command("archive", "Archive", "check it, count it, copy it, save what can be read"),
    "explain": Command("explain", "Look inside", "why this source, this addressee, this extent, this one person"),
    "entities": Command("entities", "Look inside", "each entity with all its forms"),
    "rules": Command("rules", "Look inside", "the rules: list, show, try; check your own"),
    "score": Command("score", "Look inside", "how right it is: reports against articles that you annotated"),
    "formats": Command("formats", "Look inside", "what can be read and written"),
    "config": Command("config", "Look inside", "the settings in force, and where each is set"),
    "doctor": Command("doctor", "Look inside", "what this terminal does with Arabic, and how to set it"),
    "completion": Command("completion", "Look inside", "completion for bash, zsh and fish"),
    "summarize": Command("summarise", "", "", hidden=True),
}
GROUPS = ("Read", "Ask", "Archive", "For machines", "Look inside")

EXAMPLES = (
    "dip summarise samples/letters.txt",
    "dip who-said الحدود samples/",
    "dip statements samples/ --format csv -o statements.csv",
)


def overview() -> str:
    """What ``dip`` alone prints."""
    lines = [
        "dip: who said what to whom, read from Arabic diplomatic news.",
        "",
        "Usage: dip COMMAND [FILE...] [options]",
        "",
    ]
    lines += ["Examples:", *(f"  {e}" for e in EXAMPLES), ""]
    for group in GROUPS:
        lines.append(f"{group}:")
        lines += [f"  {name:<12}{c.what}" for name, c in COMMANDS.items() if c.group == group]
        lines.append("")
    lines += ["dip COMMAND --help tells more. FILE: a file, a folder, or - for standard input."]
    return "\n".join(lines) + "\n"
