"""What the tools read: the graph as it is on disk now, and the stored questions."""

from __future__ import annotations

from collections.abc import Callable

from tiebook.engine import Engine
from tiebook.engine.database import Database
from tiebook.questions import QuestionLibrary


class CurrentGraph:
    """A graph for the tools, and the questions that can be asked of it, those of the user's own folders among them."""

    def __init__(self, make: Callable[[], Engine], library: QuestionLibrary | None = None) -> None:
        """Set the function that makes an engine; it is called at the first use."""
        self.library = library or QuestionLibrary()
        self._database = Database(make)

    @property
    def engine(self) -> Engine:
        """The engine, of the state that is on disk.

        Raises DatabaseMissing, ModelMismatch, and what the engine raises.
        """
        return self._database.engine()

    def close(self) -> None:
        """Close the file or the connection."""
        self._database.close()
