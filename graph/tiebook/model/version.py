"""The version of the model: of what nodes, edges and properties mean. A database notes the one that it was made with."""

from typing import Final

MODEL_VERSION: Final = 1
