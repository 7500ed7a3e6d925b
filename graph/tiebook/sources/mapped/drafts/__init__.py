"""Drafts parts of a declaration: which columns name actors."""
