"""The commands that ask: stored questions, queries of your own, citations."""
