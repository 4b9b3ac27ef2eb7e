"""How inputs are read."""

from dipcli.records import Record


class ReadOptions(Record):
    """Encoding to force, and the fields of records that hold text, title and date (None: the usual names).

    ``split`` is a regular expression for the lines that stand between the articles of a text file; None: the usual
    marks, an empty one: a file is one article.
    """

    encoding: str | None = None
    text_field: str | None = None
    title_field: str | None = None
    date_field: str | None = None
    split: str | None = None
