"""Two engines behind one protocol: KGLite in a file, Neo4j on a server. Everything above speaks `Engine` only."""

from tiebook.engine.base import Engine, Limits, Table, Writer
from tiebook.engine.connect import Place, locate, open_engine

__all__ = ["Engine", "Limits", "Place", "Table", "Writer", "locate", "open_engine"]
