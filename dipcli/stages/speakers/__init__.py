"""Who says it: sieves in order, the surest first."""
