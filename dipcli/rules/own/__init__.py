"""A user's own tables, laid over the built-in ones by id."""
