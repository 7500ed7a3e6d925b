"""The head of a small case of format 2, to which a test adds what it needs."""

HEAD = """
format = 2
other_names = false
[source]
title = "On {0}"
author = "Writer of {0}"
date = "2025"
[coder]
name = "Tests"
date = 2026-01-01
"""
