"""Reads the graph files of other tools as tables of edges."""

from typing import Final

DIRECTED: Final = "directed"  # the column of a graph of which some edges have a direction and others have none
