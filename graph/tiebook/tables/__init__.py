"""Reads published tables as they come, in any encoding, with any delimiter or line end; or says in one line what is wrong."""

from tiebook.tables.read import read_table
from tiebook.tables.shape import Row, Shape, Table
from tiebook.tables.text import text_of

__all__ = ["Row", "Shape", "Table", "read_table", "text_of"]
