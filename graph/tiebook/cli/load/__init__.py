"""The commands that load data, and what they share."""
