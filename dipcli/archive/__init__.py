"""The archive: reports of years in one SQLite file, searched by the same ``Query`` as files."""
