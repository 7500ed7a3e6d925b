"""Reads a data set by its declaration alone: the [[tie]] tables of its source.toml."""
