"""Tries rules: what is passed over in a sentence and why, and whether examples come true."""
