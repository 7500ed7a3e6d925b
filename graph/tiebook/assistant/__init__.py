"""For an assistant: four tools over one graph that is only read, served on the streams of the process (`tiebook mcp`).

What a tool returns is typed (results.py) and begins with what must not be missed: how many rows of how many, and that something
is denied, sought or feared and so not a fact. The SDK is imported by `server` alone.
"""
