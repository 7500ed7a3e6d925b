"""Putting in: ties of a data frame, and claims of one's own, as a source that is checked and loaded like any other."""
