"""The version of Tiebook, and that of its model: of what nodes, edges and properties mean. A database notes the latter."""

from typing import Final

VERSION: Final = "0.2.0.dev0"
MODEL_VERSION: Final = 1
