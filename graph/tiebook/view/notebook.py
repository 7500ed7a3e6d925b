"""A network as an object that a notebook shows and that can be saved."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tiebook import view
from tiebook.errors import StorageFailed, UsageError
from tiebook.support.atomic_write import write_atomically
from tiebook.view.network import Network


class Picture:
    """A drawn network."""

    def __init__(self, network: Network) -> None:
        """Take the network; it is drawn when it is shown or saved."""
        self.network = network

    def __repr__(self) -> str:
        """Describe what it is, where pictures are not shown."""
        return f"{self.network.title}: {len(self.network.actors)} actors, {len(self.network.ties)} ties"

    def save(self, path: str | Path) -> Path:
        """Write the picture in the format that the ending names, and give the path.

        Raises UsageError for another ending, CannotDraw where an optional library is missing, StorageFailed where the file
        cannot be written.
        """
        target = Path(path)
        draw: Any = {".html": view.page, ".svg": view.svg, ".png": view.png, ".pdf": view.pdf}.get(target.suffix)
        if draw is None:
            raise UsageError(f"{target.name}: save as .html, .svg, .png or .pdf")
        content = draw(self.network, cache=_cache())
        try:
            write_atomically(target, content)
        except OSError as error:
            raise StorageFailed(f"the picture could not be written: {error.strerror}", where=str(target)) from None
        return target

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        """Return what a notebook shows."""
        return view.mimebundle(self.network, cache=_cache())


def _cache() -> Path:
    from platformdirs import user_cache_path  # noqa: PLC0415 -- only where something is drawn

    return user_cache_path("tiebook", appauthor=False) / "layout"
