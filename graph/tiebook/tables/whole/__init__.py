"""Reads tables of files that are taken in as a whole."""
