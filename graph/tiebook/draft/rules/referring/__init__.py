"""Whom a reference means: "it", "the two countries", "the kingdom", "the bloc"."""
