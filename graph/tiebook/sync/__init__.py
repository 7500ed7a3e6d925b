"""Loading: making a graph hold exactly what a source says, in one transaction."""

from tiebook.sync.sync import Changes, sync, unload

__all__ = ["Changes", "sync", "unload"]
