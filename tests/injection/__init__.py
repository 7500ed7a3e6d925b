"""The injection campaign: payloads through every entry point. The graph holds the text, and nothing was run."""
