"""What the word table is built from; only the tools use it."""
