"""Other people's ways to load the same tables, each a process of its own: `python -m tests.bench.peers.NAME FOLDER [TARGET]`.

Each stores what the tables say: an actor for each id, a tie of its type for each row with record, since, until, quote and
sign as properties. None keeps dates' bounds, receipts or an account, checks anything, or can be run twice.
"""
