"""The commands for coding an article: from its text to a checked case."""
